/** What one does with a replay beside playing it, at the end of the transport bar: the same commands as by key. */
import { useStore } from 'zustand';
import { commandRegistry, keysLabel, keysOf } from '../../app/commands.ts';
import { Button } from '../../ui/button.tsx';
import { formatClock } from '../../ui/format.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useWords } from '../../words/words.ts';
import type { Playback } from '../playback/types.ts';
import { useClock } from '../playback/use-clock.ts';
import { useSessionValue } from '../playback/use-session.ts';
import styles from './transport-bar.module.css';

export function DeskActions({ playback }: { readonly playback: Playback }) {
  const { actions } = useWords().timeline;
  const end = useSessionValue(playback, ({ info }) => info.durationMs);
  const length = useClock(playback, ({ inPoint, outPoint }) =>
    inPoint === null && outPoint === null ? null : (outPoint ?? end) - (inPoint ?? 0),
  );
  return (
    <div className={styles.actions}>
      <Action id="notes.bookmark" icon="bookmark" label={actions.bookmark} />
      <Action id="notes.draw" icon="pencil" label={actions.draw} />
      <Action id="charts.show" icon="chart-column" label={actions.charts} />
      <Action id="highlights.play" icon="star" label={actions.highlights} />
      <Action
        id="export.clip"
        icon="clapperboard"
        label={length === null ? actions.exportAll : actions.exportRange(formatClock(length, length))}
        isStrong
      />
    </div>
  );
}

function Action({
  id,
  icon,
  label,
  isStrong = false,
}: {
  readonly id: string;
  readonly icon: string;
  readonly label: string;
  readonly isStrong?: boolean;
}) {
  const command = useStore(commandRegistry, ({ commands }) => commands.find((one) => one.id === id));
  if (command === undefined) return null;
  const [keys = ''] = keysOf(command);
  return (
    <Tooltip text={command.title} keys={keysLabel(keys)}>
      <Button kind={isStrong ? 'outline' : 'plain'} icon={icon} aria-label={label} onClick={() => command.run()}>
        <span className={styles.actionWord}>{label}</span>
      </Button>
    </Tooltip>
  );
}
