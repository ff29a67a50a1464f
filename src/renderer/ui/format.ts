/** How numbers, times, sizes and dates are written for people. Unknown is a dash, never 0. */
export const DASH = '–';
/** Between a number and its unit. */
const FIXED = '\u00a0';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayMonthYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** 1284 -> "1,284". */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** "16 players", "1 player". */
export function formatCountOf(count: number, one: string, many: string): string {
  return `${formatCount(count)}${FIXED}${count === 1 ? one : many}`;
}

/**
 * ms -> "47:12", "1:02:11". With the duration that it counts toward, as the exact clock of a playhead: tenths, and hours whenever the whole has some:
 * formatClock(2832400, 8493000) -> "0:47:12.4".
 */
export function formatClock(ms: number, ofMs?: number): string {
  if (!Number.isFinite(ms)) return DASH;
  const sign = ms < 0 ? '-' : '';
  const tenths = Math.floor(Math.abs(ms) / 100);
  const seconds = Math.floor(tenths / 10);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const mm = hours > 0 || (ofMs ?? 0) >= 3_600_000 ? `${hours}:${two(minutes)}` : String(minutes);
  return `${sign}${mm}:${two(seconds % 60)}${ofMs === undefined ? '' : `.${tenths % 10}`}`;
}

/** Metres -> "101 m", below ten "3.4 m". */
export function formatMetres(metres: number): string {
  if (!Number.isFinite(metres)) return DASH;
  const near = Math.abs(metres) < 9.95;
  return `${near ? metres.toFixed(1) : formatCount(Math.round(metres))}${FIXED}m`;
}

/** Bytes -> "3.1 MB", decimal units as file managers show them. */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes)) return DASH;
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${value.toFixed(digits)}${FIXED}${units[unit]}`;
}

/** 0.624 -> "62 %"; never 100 % before it is all. */
export function formatPercent(share: number): string {
  if (!Number.isFinite(share)) return DASH;
  return `${Math.floor(Math.min(1, Math.max(0, share)) * 100)}${FIXED}%`;
}

/** "Today 19:40", "Yesterday", "18 Nov", "3 Mar 2024"; `now` in Unix ms. */
export function formatWhen(iso: string | null, now: number): string {
  const date = iso === null ? Number.NaN : Date.parse(iso);
  if (!Number.isFinite(date)) return DASH;
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  if (days === 0) return `Today ${time.format(date)}`;
  if (days === 1) return 'Yesterday';
  const sameYear = new Date(now).getFullYear() === new Date(date).getFullYear();
  return (sameYear ? dayMonth : dayMonthYear).format(date);
}

/** For tooltips and tables: "18 Nov 2025 19:40". */
export function formatDateTime(iso: string | null): string {
  const date = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isFinite(date) ? `${dayMonthYear.format(date)} ${time.format(date)}` : DASH;
}

function startOfDay(ms: number): number {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
