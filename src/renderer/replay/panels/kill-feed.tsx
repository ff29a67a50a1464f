/** The last few events of highest importance before t, as a caster's feed over the stage. */
import { memo, useMemo } from 'react';
import { EVENT_IMPORTANCE } from '../../../shared/session/event-types.ts';
import { Icon } from '../../ui/icon.tsx';
import type { LoadedSession } from '../playback/types.ts';
import { useClock } from '../playback/use-clock.ts';
import { useSession } from '../playback/use-session.ts';
import { useReplay } from '../replay-context.tsx';
import { lastAtOrBefore } from './event-filter.ts';
import { Words } from './names.tsx';
import { useEventWords } from './use-event-words.ts';
import styles from './overlays.module.css';

const ROWS = 3;
/** A row stays this long, ms of session time. */
const STAYS = 10_000;

export function KillFeed() {
  const { playback } = useReplay();
  const session = useSession(playback, 'events', 'entities');
  const important = useMemo(
    () =>
      Int32Array.from({ length: session.events.count }, (_, seq) => seq).filter(
        (seq) => EVENT_IMPORTANCE[session.events.type[seq] ?? 0] === 3,
      ),
    [session],
  );
  const last = useClock(playback, ({ t }) => lastAtOrBefore(session, important, t));
  const count = useClock(playback, ({ t }) => countFresh(session, important, t));
  if (count === 0) return null;
  return (
    <ol className={styles.feed} data-theme="dark" aria-label="Latest events">
      {Array.from(important.subarray(last - count + 1, last + 1), (seq) => <Row key={seq} session={session} seq={seq} />).toReversed()}
    </ol>
  );
}

/** How many rows there are at t. */
function countFresh(session: LoadedSession, important: Int32Array, t: number): number {
  let count = 0;
  for (let i = lastAtOrBefore(session, important, t); i >= 0 && count < ROWS; i--, count++)
    if (t - (session.events.t[important[i] ?? 0] ?? 0) > STAYS) break;
  return count;
}

const Row = memo(function Row({ session, seq }: { readonly session: LoadedSession; readonly seq: number }) {
  const words = useEventWords(session, seq);
  return (
    <li>
      <Icon name={words.icon} />
      <span>
        <Words session={session} parts={words.text} />
      </span>
      {words.detail !== '' && <span className={styles.detail}>{words.detail}</span>}
    </li>
  );
});
