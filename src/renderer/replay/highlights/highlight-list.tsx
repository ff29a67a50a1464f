/** The highlights as a list that plays one after another; a click plays from there. */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/button.tsx';
import { formatClock, formatCount } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../../words/words.ts';
import { Words } from '../panels/names.tsx';
import { useEventWords } from '../panels/use-event-words.ts';
import { useSession } from '../playback/use-session.ts';
import { useReplay } from '../replay-context.tsx';
import type { Highlight } from './find-highlights.ts';
import { playReel, stopReel, type ReelStore } from './reel.ts';
import styles from './highlights.module.css';

export function HighlightList({ reel }: { readonly reel: ReelStore }) {
  const replay = useReplay();
  const { highlights } = useWords().timeline;
  const { list, at } = useStore(reel);
  const rows = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at !== null) rows.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const next = at === null ? 0 : at + (event.key === 'ArrowDown' ? 1 : -1);
    playReel(reel, replay, Math.min(list.length - 1, Math.max(0, next)));
  };
  return (
    <section className={styles.panel} aria-label={highlights.title}>
      <header className={styles.head}>
        <span className={styles.quiet}>{highlights.count(formatCount(list.length))}</span>
        <Button
          kind="outline"
          size="small"
          icon={at === null ? 'play' : 'square'}
          disabled={list.length === 0}
          onClick={() => (at === null ? playReel(reel, replay, 0) : stopReel(reel))}
        >
          {at === null ? highlights.play : highlights.stop}
        </Button>
      </header>
      {list.length === 0 ? (
        <p className={styles.empty}>{highlights.none}</p>
      ) : (
        <div ref={rows} className={styles.rows} role="listbox" aria-label={highlights.list} tabIndex={0} onKeyDown={keys}>
          {list.map((highlight, index) => (
            <HighlightRow
              key={highlight.lead}
              highlight={highlight}
              best={list.reduce((most, { score }) => Math.max(most, score), 1)}
              playing={index === at}
              onPlay={() => playReel(reel, replay, index)}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function HighlightRow({
  highlight,
  best,
  playing,
  onPlay,
}: {
  readonly highlight: Highlight;
  /** The highest score. */
  readonly best: number;
  readonly playing: boolean;
  readonly onPlay: () => void;
}) {
  const session = useSession(useReplay().playback, 'events', 'entities');
  const { highlights } = useWords().timeline;
  const words = useEventWords(session, highlight.lead);
  return (
    <div className={styles.row} role="option" tabIndex={-1} aria-selected={playing} onClick={onPlay}>
      <span className={styles.when}>{formatClock(session.events.t[highlight.lead] ?? 0)}</span>
      <Icon name={words.icon} />
      <span className={styles.words}>
        <Words session={session} parts={words.text} />
        {highlight.count > 1 && <span className={styles.more}> {highlights.more(formatCount(highlight.count - 1))}</span>}
      </span>
      <span className={styles.score} aria-hidden="true">
        <span style={{ width: `${Math.round((highlight.score / best) * 100)}%` }} />
      </span>
    </div>
  );
}
