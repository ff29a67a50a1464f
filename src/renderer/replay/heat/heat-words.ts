/** What is said of a heatmap: its total, its selection, the ends of its scale. */
import type { HeatProfile } from '../../../shared/games/profile.ts';
import { formatClock, formatCount, formatDecimal } from '../../ui/format.ts';
import { words } from '../../words/words.ts';
import type { LoadedSession } from '../playback/types.ts';
import type { HeatChoice } from '../replay-view.ts';

/** "64 kills", "1:12:04 of presence" for seconds, "12.4 km" for metres. */
export function totalWords(total: number, { unit, label }: HeatProfile): string {
  if (unit === 's') return words().heat.legend.timeOf(formatClock(total * 1000), label);
  if (unit === 'm') return total < 10_000 ? `${formatCount(Math.round(total))}\u00a0m` : `${formatCount(Math.round(total / 1000))}\u00a0km`;
  return `${formatCount(Math.round(total))}\u00a0${unit}`;
}

/** "Kills, NATO, Cpt. Ruiz, MX" */
export function choiceWords(choice: HeatChoice, kind: HeatProfile | null, session: LoadedSession, selected: number | null): string {
  const { profile, entities, strings } = session;
  const who = choice.who === 'chosen' ? selected : choice.who;
  return [
    kind?.label,
    choice.team === null ? undefined : profile.teams[choice.team]?.label,
    who === null ? undefined : entities[who]?.name,
    choice.role === null ? undefined : strings[choice.role],
    choice.weapon === null ? undefined : strings[choice.weapon],
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

/** A number of the scale, as short as it is exact. */
export function scaleNumber(value: number): string {
  return Math.abs(value) >= 1000 ? formatCount(value) : formatDecimal(Number(value.toPrecision(2)), 12, 0);
}
