/** The points of a trend: one a week, with those in which nothing was played. */
export interface TrendPoint {
  /** Unix ms at which the week begins. */
  readonly at: number;
  /** Null where there is nothing to divide by. */
  readonly value: number | null;
  /** Null where it is not known. */
  readonly matches: number | null;
}

const MEAN_OF = 4;

/** Of each point and the three before it; weeks without a value do not count. Null before the first. */
export function meanOf(points: readonly Pick<TrendPoint, 'value'>[]): readonly (number | null)[] {
  return points.map((_, i) => {
    const known = points.slice(Math.max(0, i + 1 - MEAN_OF), i + 1).flatMap(({ value }) => (value === null ? [] : [value]));
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  });
}
