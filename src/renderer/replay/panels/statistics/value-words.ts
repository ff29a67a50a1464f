/** How counted values are written. */
import type { StatisticFormat } from '../../../../shared/statistics.ts';
import { DASH, formatClock, formatCount, formatDecimal } from '../../../ui/format.ts';

/** Null is unknown. Units stand in the head of a column, except for times. */
export function valueWords(value: number | null, format: StatisticFormat): string {
  if (value === null || Number.isNaN(value)) return DASH;
  switch (format) {
    case 'whole':
      return formatCount(value);
    case 'decimal':
      return formatDecimal(value, 1);
    case 'share':
      return `${Math.round(value * 100)}\u00a0%`;
    default:
      return value < 60_000 ? `${formatDecimal(value / 1000, 1)}\u00A0s` : formatClock(value);
  }
}

/** "Fastest, m/s". */
export function headWords(label: string, unit: string, format: StatisticFormat): string {
  return unit === '' || format === 'duration' ? label : `${label}, ${unit}`;
}
