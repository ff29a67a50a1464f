/** The last few events of highest importance before t, as a caster's feed over the stage. */
import { memo, useMemo } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../../words/words.ts';
import type { LoadedSession } from '../playback/types.ts';
import { useClock } from '../playback/use-clock.ts';
import { useSession } from '../playback/use-session.ts';
import { useReplay } from '../replay-context.tsx';
import { feedEvents, freshRows } from './feed-rows.ts';
import { Words } from './names.tsx';
import { useEventWords } from './use-event-words.ts';
import styles from './overlays.module.css';

const ROWS = 3;

export function KillFeed() {
  const says = useWords().panels.events;
  const { playback } = useReplay();
  const session = useSession(playback, 'events', 'entities');
  const seqs = useMemo(() => feedEvents(session), [session]);
  const from = useClock(playback, ({ t }) => freshRows(session, seqs, t, ROWS)[0]);
  const to = useClock(playback, ({ t }) => freshRows(session, seqs, t, ROWS)[1]);
  if (from === to) return null;
  return (
    <ol className={styles.feed} data-theme="dark" aria-label={says.latest}>
      {Array.from(seqs.subarray(from, to), (seq) => <Row key={seq} session={session} seq={seq} />).toReversed()}
    </ol>
  );
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
