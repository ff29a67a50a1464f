/** Computes statistics from counters, in SQL where people are sorted by them, else from sums that were read. */
import type { Formula, StatModel, Sum } from './model.ts';

/** Sums of counters, by their columns; and of details that formulas ask for, [key, count] in order of keys. */
export interface Sums {
  readonly counts: readonly number[];
  readonly details?: ReadonlyMap<string, readonly (readonly [key: number, count: number])[]>;
}

/** Which counters a formula adds up. `bots`: what is counted of bots too. */
export function countersOf(formula: Formula, bots: boolean): readonly string[] {
  if ('sum' in formula) return namesOf(formula.sum, bots);
  if ('ratio' in formula) return [formula.ratio, formula.by].flatMap((sum) => namesOf(sum, bots));
  return [];
}

/** The detail whose keys a formula looks at. */
export function detailOf(formula: Formula): string | null {
  return 'greatest' in formula ? formula.greatest : 'median' in formula ? formula.median : null;
}

/** In SQL, of columns n0 …; the formula must be of counters. `bots`: what is counted of bots too. */
export function expressionOf(formula: Formula, counters: readonly string[], bots: boolean): string {
  const sumOf = (sum: Sum): string =>
    namesOf(sum, bots)
      .map((name) => column(counters, name))
      .join(' + ');
  if ('sum' in formula) return formula.scale === undefined ? sumOf(formula.sum) : `(${sumOf(formula.sum)}) * ${formula.scale}`;
  if (!('ratio' in formula)) throw new Error('this statistic is not of counters');
  // Nothing by nothing is unknown.
  const by =
    formula.byAtLeastOne === true
      ? `CASE WHEN ${sumOf(formula.ratio)} = 0 AND ${sumOf(formula.by)} = 0 THEN NULL ELSE max(1, ${sumOf(formula.by)}) END`
      : `nullif(${sumOf(formula.by)}, 0)`;
  return `(${sumOf(formula.ratio)}) * ${(formula.scale ?? 1).toFixed(1)} / ${by}`;
}

/** Null when unknown. */
export function valueOf({ from }: StatModel, { counts, details }: Sums, counters: readonly string[], bots: boolean): number | null {
  const sumOf = (sum: Sum): number => namesOf(sum, bots).reduce((total, name) => total + (counts[counters.indexOf(name)] ?? 0), 0);
  if ('sum' in from) return sumOf(from.sum) * (from.scale ?? 1);
  if ('ratio' in from) {
    const by = sumOf(from.by);
    const of = sumOf(from.ratio) * (from.scale ?? 1);
    if (by !== 0) return of / by;
    return from.byAtLeastOne === true && of !== 0 ? of : null;
  }
  const keys = details?.get(detailOf(from) ?? '') ?? [];
  return 'greatest' in from ? (keys.at(-1)?.[0] ?? null) : medianOf(keys);
}

/** Of bands one wide; null when there is nothing. */
export function medianOf(keys: readonly (readonly [key: number, count: number])[]): number | null {
  const half = keys.reduce((sum, [, count]) => sum + count, 0) / 2;
  if (half === 0) return null;
  let before = 0;
  for (const [key, count] of keys) {
    if (before + count >= half) return key + (half - before) / count;
    before += count;
  }
  return null;
}

export function column(counters: readonly string[], name: string): string {
  const index = counters.indexOf(name);
  if (index < 0) throw new Error(`there is no counter ${name}`);
  return `n${index}`;
}

function namesOf({ of, bots: more = [] }: Sum, bots: boolean): readonly string[] {
  return bots ? [...of, ...more] : of;
}
