/** A lane for the keyboard and the screen reader: a listbox that lies over the lane's pixels. Only the options around the active one are in the page. */
import { useId, useState, type KeyboardEvent } from 'react';
import { formatClock, formatCount } from '../../ui/format.ts';
import { useWords } from '../../words/words.ts';
import { eventWords, joined } from '../panels/event-words.ts';
import type { Playback } from '../playback/types.ts';
import { nearestIndex, type Lane } from './lanes.ts';
import type { Row } from './rows.ts';
import styles from './timeline.module.css';

export interface LaneListboxProps {
  readonly lane: Lane;
  readonly row: Row;
  readonly playback: Playback;
  /** seq of the chosen event. */
  readonly chosen: number | null;
  readonly onGo: (seq: number) => void;
}

const PAGE = 10;

export function LaneListbox({ lane, row, playback, chosen, onGo }: LaneListboxProps) {
  const says = useWords().timeline;
  const id = useId();
  const { session, clock } = playback;
  const [active, setActive] = useState<number | null>(null);
  const count = lane.seqs.length;
  const shown = active === null ? [] : [active - 1, active, active + 1].filter((index) => index >= 0 && index < count);

  const keys = (event: KeyboardEvent): void => {
    const at = active ?? nearestIndex(lane.t, clock.t);
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
      Home: 0,
      End: count - 1,
      Enter: at,
    };
    const to = moves[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const index = Math.min(count - 1, Math.max(0, to));
    setActive(index);
    onGo(lane.seqs[index] as number);
  };

  return (
    <div
      className={styles.listbox}
      style={{ top: row.y, height: row.height - 1 }}
      role="listbox"
      tabIndex={0}
      aria-label={says.lane(lane.label, formatCount(count))}
      aria-orientation="horizontal"
      aria-activedescendant={active === null ? undefined : `${id}-${active}`}
      onFocus={() => setActive(nearestIndex(lane.t, clock.t))}
      onBlur={() => setActive(null)}
      onKeyDown={keys}
    >
      {shown.map((index) => {
        const seq = lane.seqs[index] as number;
        return (
          <div
            key={seq}
            id={`${id}-${index}`}
            className={styles.option}
            role="option"
            aria-selected={seq === chosen}
            aria-posinset={index + 1}
            aria-setsize={count}
          >
            {`${formatClock(lane.t[index] as number, session.info.durationMs)} ${joined(eventWords(session, seq, null).text)}`}
          </div>
        );
      })}
    </div>
  );
}
