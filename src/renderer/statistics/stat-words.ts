/** How the numbers of careers are written, each with its unit. */
import type { CareerFigure, CareerStat } from '../../shared/career.ts';
import { DASH, formatClock, formatCount, formatDecimal } from '../ui/format.ts';

type Measure = Pick<CareerStat, 'format' | 'unit'>;

const FIXED = '\u00a0';
const MINUS = '\u2212';
const HOUR = 3_600_000;

/** Null is unknown. */
export function statWords(value: number | null, stat: Measure): string {
  if (value === null || !Number.isFinite(value)) return DASH;
  const number = numberWords(value, stat);
  if (stat.format === 'share' || stat.format === 'duration' || stat.unit === '') return number;
  return stat.unit.startsWith('/') ? `${number}${stat.unit}` : `${number}${FIXED}${stat.unit}`;
}

function numberWords(value: number, { format }: Measure): string {
  switch (format) {
    case 'whole':
      return formatCount(value);
    case 'decimal':
      return Math.abs(value) < 9.995 ? formatDecimal(value, 2) : Math.abs(value) < 99.95 ? formatDecimal(value, 1) : formatCount(value);
    case 'share':
      return `${formatDecimal(value * 100, 1)}${FIXED}%`;
    default:
      return durationWords(value);
  }
}

/** ms: "12.3 s", "4:07", "3.4 h", "96 h". */
function durationWords(ms: number): string {
  if (ms < 60_000) return `${formatDecimal(ms / 1000, 1)}${FIXED}s`;
  if (ms < HOUR) return formatClock(ms);
  return `${ms < 10 * HOUR ? formatDecimal(ms / HOUR, 1) : formatCount(ms / HOUR)}${FIXED}h`;
}

export interface Change {
  /** "+0.18" */
  readonly text: string;
  /** Null where neither is better. */
  readonly better: boolean | null;
}

/** Against the span before; null without one, and where nothing changed that can be seen. Totals grow with what is played, so only rates have a change. */
export function changeOf({ stat, value, before }: CareerFigure): Change | null {
  if (value === null || before === null || stat.format === 'whole' || stat.format === 'duration') return null;
  const change = stat.format === 'share' ? (value - before) * 100 : value - before;
  const digits = stat.format === 'share' ? 1 : 2;
  if (Number(Math.abs(change).toFixed(digits)) === 0) return null;
  return {
    text: `${change > 0 ? '+' : MINUS}${formatDecimal(Math.abs(change), digits)}`,
    better: stat.higherIsBetter === undefined ? null : change > 0 === stat.higherIsBetter,
  };
}
