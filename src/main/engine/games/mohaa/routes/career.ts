/** The career statistics as the REST API asks for them: filters, and numbers by the name of what they count, in the API's units. */
import type { CareerFilter, CareerStat } from '../../../../../shared/career.ts';
import { CareerReads } from '../../../career/career-reads.ts';
import { spanOf, type Span } from '../../../career/span.ts';
import { SumReads } from '../../../career/sums.ts';
import { mohaaCareerModel } from '../career/model.ts';
import { weaponName } from '../dialect/weapons.ts';
import type { LibraryContext } from './context.ts';
import type { Period } from './parameters.ts';

export interface Filters {
  readonly period?: Period;
  readonly map?: string | undefined;
  readonly server?: string | undefined;
  readonly weapon?: string | undefined;
  readonly bots?: boolean;
}

const DAY_MS = 86_400_000;

export function careerOf({ db, now }: LibraryContext): CareerReads {
  return new CareerReads(db, mohaaCareerModel, now);
}

export function sumsOf({ db }: LibraryContext): SumReads {
  return new SumReads(db, mohaaCareerModel);
}

/** Days of the filter; null for all time. */
export function spanIn({ now }: LibraryContext, filter: CareerFilter): Span | null {
  return spanOf(filter, now);
}

/** Everything that is counted of a player. */
export function numbersOf(context: LibraryContext, player: number, filters: Filters): Numbers {
  const filter = filterOf(context, filters);
  const [values = []] = sumsOf(context).valuesOf([player], mohaaCareerModel.stats, filter, spanIn(context, filter));
  return new Numbers(mohaaCareerModel.stats, values);
}

export function filterOf({ now }: LibraryContext, { period = 'all', map, server, weapon, bots = false }: Filters): CareerFilter {
  const span = period === 'year' ? { from: dayOf(now - 364 * DAY_MS), to: dayOf(now) } : period === 'all' ? {} : { period };
  return {
    game: 'mohaa',
    ...span,
    ...(map === undefined ? {} : { map }),
    ...(server === undefined ? {} : { server }),
    ...(weapon === undefined ? {} : { weapon: weaponName(weapon) || weapon }),
    ...(bots ? { bots } : {}),
  };
}

function dayOf(unixMs: number): string {
  return new Date(unixMs).toISOString().slice(0, 10);
}

/** What is known of the fights with one weapon. */
const OF_WEAPONS = new Set(mohaaCareerModel.stats.flatMap(({ id, ofWeapon }) => (ofWeapon === undefined ? [] : [id])));

/** Numbers by CareerStat.id. */
export class Numbers {
  readonly #values: ReadonlyMap<string, number>;
  readonly #isOfWeapon: boolean;

  /** `isOfWeapon`: they are those of one weapon. */
  constructor(stats: readonly CareerStat[], values: readonly (number | null)[], isOfWeapon = false) {
    this.#values = new Map(stats.map(({ id, format }, index) => [id, apiValue(format, values[index] ?? 0)]));
    this.#isOfWeapon = isOfWeapon;
  }

  /** 0 when nothing was counted. */
  of(stat: string): number {
    return this.#values.get(stat) ?? 0;
  }

  /** Null where it is not counted, of no weapon for instance. */
  known(stat: string): number | null {
    return this.#values.has(stat) && (!this.#isOfWeapon || OF_WEAPONS.has(stat)) ? this.of(stat) : null;
  }
}

/** Shares are percent, times seconds, and nothing has more digits than four. */
function apiValue(format: CareerStat['format'], value: number): number {
  return rounded(format === 'share' ? value * 100 : format === 'duration' ? value / 1000 : value);
}

export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
