/** What the director does now, at the bottom of the stage: on whom the shot is and why, when it cuts next and why, and a button that holds it. */
import { useStore } from 'zustand';
import { Button } from '../../ui/button.tsx';
import { formatPercent } from '../../ui/format.ts';
import { formatDecimal } from '../../ui/format.ts';
import { useWords } from '../../words/words.ts';
import { useClock } from '../playback/use-clock.ts';
import { useSession } from '../playback/use-session.ts';
import { useReplay, useView } from '../replay-context.tsx';
import { cutAt } from './cut-list.ts';
import { cutNews, cutReason, cutTitle } from './cut-words.ts';
import { isLive } from './live-cuts.ts';
import styles from './director.module.css';

export function DirectorChip() {
  const { director } = useReplay();
  const on = useStore(director.store, (state) => state.on);
  return on ? <Chip /> : null;
}

function Chip() {
  const { director, playback } = useReplay();
  const text = useWords().director;
  const session = useSession(playback, 'events', 'entities');
  const { cuts, progress, error } = useStore(director.store);
  const leads = useView(({ lead }) => lead === director);
  const index = useClock(playback, ({ t }) => cutAt(cuts, t));
  const cut = cuts[index];
  const isKnown = useClock(playback, ({ t }) => cut !== undefined && (t <= cut.to || progress === null));
  const next = cuts[index + 1];
  // In tenths of a second: React draws no more often than they change.
  const left = useClock(playback, ({ t }) => (next === undefined ? null : Math.max(0, Math.ceil((next.from - t) / 100))));
  const share = cut === undefined || left === null ? 0 : Math.min(1, (left * 100) / Math.max(1, cut.to - cut.from));
  const seconds = left === null ? null : formatDecimal(left / 10, 1);
  const say = (): readonly [string, string] => {
    if (error !== null) return [text.failed, error];
    if (cut === undefined || !isKnown) return [text.planning(formatPercent(progress ?? 0)), ''];
    const after =
      next !== undefined && seconds !== null ? text.next(seconds, cutNews(session, next)) : isLive(cut) ? text.atEdge : text.last;
    return leads ? [cutTitle(session, cut), `${cutReason(session, cut)} ${after}`] : [text.held, `${text.heldAbout} ${after}`];
  };
  const [title, line] = say();
  return (
    <section className={styles.chip} data-stage-chip aria-label={text.name}>
      <Ring share={share} text={leads ? seconds : null} />
      <div className={styles.words}>
        <p className={styles.title} aria-live="polite" title={title}>
          {title}
        </p>
        <p className={styles.line} title={line}>
          {line}
        </p>
      </div>
      {error === null ? (
        <Button kind="outline" size="small" aria-keyshortcuts="H" onClick={() => director.setHeld(leads)}>
          {leads ? text.holdShort : text.resumeShort}
          <kbd className={styles.key}>H</kbd>
        </Button>
      ) : (
        <Button kind="outline" size="small" onClick={() => director.again()}>
          {text.again}
        </Button>
      )}
    </section>
  );
}

const RADIUS = 14;

function Ring({ share, text }: { readonly share: number; readonly text: string | null }) {
  const length = 2 * Math.PI * RADIUS;
  return (
    <svg className={styles.ring} viewBox="0 0 34 34" aria-hidden="true">
      <circle cx="17" cy="17" r={RADIUS} className={styles.track} />
      <circle
        cx="17"
        cy="17"
        r={RADIUS}
        className={styles.rest}
        strokeDasharray={`${length * share} ${length}`}
        transform="rotate(-90 17 17)"
      />
      <text x="17" y="17.5" textAnchor="middle" dominantBaseline="central">
        {text ?? '–'}
      </text>
    </svg>
  );
}
