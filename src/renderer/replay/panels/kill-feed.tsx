/** The last few events of highest importance before t, as a caster's feed over the stage. */
import { useMemo } from 'react';
import { EVENT_IMPORTANCE } from '../../../shared/session/event-types.ts';
import { Icon } from '../../ui/icon.tsx';
import { useReplay, useT } from '../replay-context.tsx';
import { lastAtOrBefore } from './event-filter.ts';
import { eventWords } from './event-words.ts';
import { Words } from './names.tsx';
import styles from './overlays.module.css';

const ROWS = 3;
/** A row stays this long, ms of session time. */
const STAYS = 10_000;

export function KillFeed() {
  const { session } = useReplay().playback;
  const t = useT();
  const important = useMemo(
    () =>
      Int32Array.from({ length: session.events.count }, (_, seq) => seq).filter(
        (seq) => EVENT_IMPORTANCE[session.events.type[seq] ?? 0] === 3,
      ),
    [session],
  );
  const last = lastAtOrBefore(session, important, t);
  const rows: number[] = [];
  for (let i = last; i >= 0 && rows.length < ROWS; i--) {
    const seq = important[i] ?? 0;
    if (t - (session.events.t[seq] ?? 0) > STAYS) break;
    rows.push(seq);
  }
  if (rows.length === 0) return null;
  return (
    <ol className={styles.feed} aria-label="Latest events">
      {rows.map((seq) => {
        const words = eventWords(session, seq, null);
        return (
          <li key={seq}>
            <Icon name={words.icon} />
            <span>
              <Words session={session} parts={words.text} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
