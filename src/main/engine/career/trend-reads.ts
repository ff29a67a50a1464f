/** Numbers over time, by days, weeks or months, whichever makes a readable line. */
import type { CareerFilter, CareerTrend } from '../../../shared/career.ts';
import type { Sums } from './formula.ts';
import { BOTS, EVERYBODY } from './model.ts';
import { dayOf, textOf, timeOf, type Span } from './span.ts';
import { told, type SumReads } from './sums.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 35;
const MOST_WEEKS = 30;
const MOST_STEPS = 240;

/** Of a player, or of everybody. */
export function trendOf(sums: SumReads, player: number | null, filter: CareerFilter, span: Span | null, now: number): CareerTrend {
  const { model } = sums;
  const stats = sums.stats(model.trend);
  const people = player !== null ? sums.peopleOf(player) : filter.bots === true ? [EVERYBODY, BOTS] : [EVERYBODY];
  const wanted = { filter, span, people };
  const played = sums.daysOf(wanted);
  if (played === null) return { step: 'day', at: [], stats: stats.map(told), values: stats.map(() => []), sessions: [] };
  const from = span === null || span.from === 0 ? played.from : Math.max(span.from, dayOf(timeOf(played.from) - 366 * DAY_MS));
  const to = Math.max(played.to, span === null ? played.to : Math.min(span.to, dayOf(now)));
  const length = (timeOf(to) - timeOf(from)) / DAY_MS + 1;
  const step = length <= MOST_DAYS ? 'day' : length <= MOST_WEEKS * 7 ? 'week' : 'month';
  const at: number[] = [];
  for (let begin = beginOf(from, step); begin <= to && at.length < MOST_STEPS; begin = nextOf(begin, step)) at.push(begin);
  const places = new Map(at.map((begin, index) => [begin, index]));
  const all: { sums: Sums; sessions: number }[] = at.map(() => ({ sums: { counts: [] }, sessions: 0 }));
  for (const { key, sums: own, sessions } of sums.bySession(step === 'month' ? 'month' : 'day', stats, wanted)) {
    const place = places.get(step === 'month' ? (key as number) * 100 + 1 : beginOf(key as number, step));
    const sum = place === undefined ? undefined : all[place];
    if (sum === undefined) continue;
    const counts = [...sum.sums.counts];
    for (const [index, count] of own.counts.entries()) if (count !== undefined) counts[index] = (counts[index] ?? 0) + count;
    sum.sums = { counts };
    // The first counter of a player is that of matches.
    sum.sessions += player === null ? sessions : (own.counts[0] ?? 0);
  }
  const rows = all.map(({ sums: own, sessions }) =>
    sessions === 0 ? stats.map(() => null) : sums.values(stats, own, { ...filter, weapon: undefined }),
  );
  return {
    step,
    at: at.map(textOf),
    stats: stats.map(told),
    values: stats.map((_, index) => rows.map((row) => row[index] ?? null)),
    sessions: all.map(({ sessions }) => sessions),
  };
}

/** Weeks begin on Mondays. */
function beginOf(day: number, step: CareerTrend['step']): number {
  if (step === 'day') return day;
  if (step === 'month') return Math.floor(day / 100) * 100 + 1;
  const time = timeOf(day);
  return dayOf(time - ((new Date(time).getUTCDay() + 6) % 7) * DAY_MS);
}

function nextOf(day: number, step: CareerTrend['step']): number {
  if (step === 'month') return beginOf(dayOf(timeOf(day) + 31 * DAY_MS), 'month');
  return dayOf(timeOf(day) + (step === 'week' ? 7 : 1) * DAY_MS);
}
