/** How numbers, times, sizes and dates are written for people, in the language that they chose. Unknown is a dash, never 0. */
import { languageStore, words, type Language } from '../words/words.ts';

export const DASH = '–';
/** Between a number and its unit. */
const FIXED = '\u00a0';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };
const DATES = {
  time: { hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
/** Of the person, or the one that a moment is told in. */
type Zone = 'UTC' | undefined;

// Made when they are first needed: making one takes longer than a thousand uses.
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function madeOnce<T extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: (locale: string) => T): T {
  const { language } = languageStore.getState();
  const known = made.get(`${language} ${key}`) as T | undefined;
  if (known !== undefined) return known;
  const fresh = make(LOCALES[language]);
  made.set(`${language} ${key}`, fresh);
  return fresh;
}

function dates(parts: keyof typeof DATES, zone: Zone): Intl.DateTimeFormat {
  return madeOnce(`${parts} ${zone}`, (locale) => new Intl.DateTimeFormat(locale, { ...DATES[parts], timeZone: zone }));
}

/** 1284 -> "1,284". */
export function formatCount(count: number): string {
  return madeOnce('whole', (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })).format(count);
}

/** 3.44 -> "3.4" with one digit after the point; `least`: of digits that stay when they are 0. No groups. */
export function formatDecimal(value: number, digits: number, least = digits): string {
  return madeOnce(
    `${digits} ${least}`,
    (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: digits, useGrouping: false }),
  ).format(value);
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
  return `${sign}${mm}:${two(seconds % 60)}${ofMs === undefined ? '' : formatDecimal((tenths % 10) / 10, 1).slice(1)}`;
}

/** Metres -> "101 m", below ten "3.4 m". */
export function formatMetres(metres: number): string {
  if (!Number.isFinite(metres)) return DASH;
  const near = Math.abs(metres) < 9.95;
  return `${near ? formatDecimal(metres, 1) : formatCount(Math.round(metres))}${FIXED}m`;
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
  return `${formatDecimal(value, digits)}${FIXED}${units[unit]}`;
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
  if (days === 0) return words().ui.today(formatTime(date));
  if (days === 1) return words().ui.yesterday;
  const sameYear = new Date(now).getFullYear() === new Date(date).getFullYear();
  return sameYear ? formatDay(date) : formatDate(date);
}

/** Unix ms -> "19:40". */
export function formatTime(ms: number): string {
  return dates('time', undefined).format(ms);
}

/** Unix ms -> "18 Nov". */
export function formatDay(ms: number, zone?: Zone): string {
  return dates('day', zone).format(ms);
}

/** Unix ms -> "Nov 2025". */
export function formatMonth(ms: number, zone?: Zone): string {
  return dates('month', zone).format(ms);
}

/** Unix ms -> "18 Nov 2025". */
export function formatDate(ms: number, zone?: Zone): string {
  return dates('date', zone).format(ms);
}

/** For tooltips and tables: "18 Nov 2025 19:40". */
export function formatDateTime(iso: string | null): string {
  const date = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isFinite(date) ? `${formatDate(date)} ${formatTime(date)}` : DASH;
}

function startOfDay(ms: number): number {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
