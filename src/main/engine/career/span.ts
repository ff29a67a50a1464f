/** Spans of days, and how sums of months and single sessions make them up. Days are whole numbers: 20260206. */
import type { CareerFilter } from '../../../shared/career.ts';

const DAY_MS = 86_400_000;
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };

/** Both days inclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Null for all time. `now`: Unix ms. */
export function spanOf({ period = 'all', from, to }: CareerFilter, now: number): Span | null {
  if (from !== undefined || to !== undefined)
    return { from: from === undefined ? 0 : numberOf(from), to: to === undefined ? 99_991_231 : numberOf(to) };
  const days = DAYS[period];
  return days === undefined ? null : { from: dayOf(now - (days - 1) * DAY_MS), to: dayOf(now) };
}

/** The span of the same length that ends before it; null when it has no begin or no end. */
export function spanBefore(span: Span | null): Span | null {
  if (span === null || span.from === 0 || span.to > 99_990_000) return null;
  const start = timeOf(span.from);
  const days = Math.round((timeOf(span.to) - start) / DAY_MS) + 1;
  return { from: dayOf(start - days * DAY_MS), to: dayOf(start - DAY_MS) };
}

/** Whole months within a span (202602), and the days before and after them. `first`, `last`: months that there are at all. */
export function partsOf(
  { from, to }: Span,
  first: number,
  last: number,
): { readonly months: readonly number[]; readonly days: readonly Span[] } {
  const start = Math.max(from, first * 100 + 1);
  const end = Math.min(to, last * 100 + 31);
  const all = monthsOf(Math.floor(start / 100), Math.floor(end / 100));
  const months = all.filter((month) => month * 100 + 1 >= from && lastDayOf(month) <= to);
  if (months.length === 0) return { months, days: [{ from, to }] };
  const days: Span[] = [];
  const firstDay = (months[0] as number) * 100 + 1;
  const lastDay = lastDayOf(months.at(-1) as number);
  if (from < firstDay && start < firstDay) days.push({ from, to: firstDay - 1 });
  if (to > lastDay && end > lastDay) days.push({ from: lastDay + 1, to });
  return { months, days };
}

/** Of Unix ms. */
export function dayOf(time: number): number {
  const date = new Date(time);
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** Unix ms at which a day begins. */
export function timeOf(day: number): number {
  return Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100);
}

/** Unix ms of its last moment. */
export function endOf(day: number): number {
  return timeOf(day) + DAY_MS - 1;
}

/** Both inclusive: 202511, 202512, 202601. */
export function monthsOf(first: number, last: number): readonly number[] {
  const months: number[] = [];
  for (let month = first; month <= last; month = month % 100 === 12 ? month + 89 : month + 1) months.push(month);
  return months;
}

/** "2026-02-06" */
export function textOf(day: number): string {
  return new Date(timeOf(day)).toISOString().slice(0, 10);
}

function numberOf(text: string): number {
  return Number(text.replaceAll('-', ''));
}

function lastDayOf(month: number): number {
  return month * 100 + new Date(Date.UTC(Math.floor(month / 100), month % 100, 0)).getUTCDate();
}
