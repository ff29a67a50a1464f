/** How many people were on a server over time. */
import type { CareerFilter, CareerPopulation } from '../../../shared/career.ts';
import { EVERYBODY } from './model.ts';
import { timeOf, type Span } from './span.ts';
import type { SumReads } from './sums.ts';

const DAY_MS = 86_400_000;
/** Steps of the answer, ms, for spans up to so long. */
const STEPS: readonly (readonly [longest: number, step: number])[] = [
  [2 * DAY_MS, 600_000],
  [31 * DAY_MS, 3_600_000],
  [Number.POSITIVE_INFINITY, DAY_MS],
];
const MOST_STEPS = 5000;

export function population(sums: SumReads, filter: CareerFilter, span: Span | null, now: number): CareerPopulation {
  const { model } = sums;
  const nobody = { stepMs: DAY_MS, start: now, players: [], bots: [] };
  if (model.population === undefined) return nobody;
  const { detail, stepMs: unit } = model.population;
  const { sql, values } = sums.sources.details({ filter: { ...filter, weapon: undefined }, span, people: [EVERYBODY] }, detail, null, [
    'n0',
    'n1',
  ]);
  const rows = sums.db
    .prepare<(string | number)[], [key: number, players: number, bots: number]>(
      `SELECT key, sum(n0), sum(n1) FROM (${sql}) GROUP BY key ORDER BY key`,
    )
    .raw()
    .all(...values) as unknown as [number, number, number][];
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return nobody;
  const from = span === null || span.from === 0 ? first[0] * unit : timeOf(span.from);
  const to = Math.max(span === null ? 0 : Math.min(now, timeOf(span.to) + DAY_MS), (last[0] + 1) * unit);
  const [, step] = STEPS.find(([longest]) => to - from <= longest) ?? [0, DAY_MS];
  const start = Math.max(Math.floor(from / step) * step, Math.floor(to / step) * step - MOST_STEPS * step);
  const count = Math.ceil((to - start) / step);
  const players = Array.from({ length: count }, () => 0);
  const bots = Array.from({ length: count }, () => 0);
  for (const [key, some, more] of rows) {
    const at = Math.floor((key * unit - start) / step);
    if (at < 0 || at >= count) continue;
    players[at] = Math.max(players[at] ?? 0, some / unit);
    bots[at] = Math.max(bots[at] ?? 0, more / unit);
  }
  return { stepMs: step, start, players, bots };
}
