/** "Last 7 days" and its like, as the dates of a filter. */
import type { SessionFilter } from '../../shared/library-questions.ts';

export const SPANS = [
  { id: 'today', days: 1 },
  { id: 'week', days: 7 },
  { id: 'month', days: 30 },
  { id: 'year', days: 365 },
] as const;

export type SpanId = (typeof SPANS)[number]['id'];

/** From the start of the first of these days, local time; `now` in Unix ms. */
export function spanFilter(id: SpanId, now: number): Pick<SessionFilter, 'from'> {
  const days = SPANS.find((span) => span.id === id)?.days ?? 1;
  const today = new Date(now);
  return { from: new Date(today.getFullYear(), today.getMonth(), today.getDate() - (days - 1)).toISOString() };
}
