/**
 * What is counted over one session, "at time t and in total": sections in order, each a table, a list of moments or a chart. Everything that may be asked for at t
 * is a change-only series, so the value at t is a binary search and the total is the last one. Words are the provider's; views know no game.
 */

export type StatisticFormat =
  /** A whole number. */
  | 'whole'
  /** One digit after the point. */
  | 'decimal'
  /** ms, shown as minutes and seconds. */
  | 'duration'
  /** 0 to 1, shown in percent. */
  | 'share';

export interface StatisticColumn {
  readonly id: string;
  readonly label: string;
  /** As shown to people: "m", "m/s", "ms", "". */
  readonly unit: string;
  readonly format: StatisticFormat;
  /** step: the value of the latest point. line: straight from point to point, for time that adds up. */
  readonly reads: 'step' | 'line';
  /** Before the first point: nothing was counted yet (0), or it is not known (null). */
  readonly start: 0 | null;
  /** Sorts with the best on top at first; absent where neither is better. */
  readonly higherIsBetter?: boolean;
  /** Only there for others to divide. */
  readonly hidden?: true;
  /** The column has no points of its own: one column by another (unknown when that is 0), or its row's part of the whole column. */
  readonly derived?: { readonly kind: 'ratio'; readonly of: string; readonly by: string } | { readonly kind: 'share'; readonly of: string };
}

/** What a row of a table is about. */
export type StatisticSubject =
  | { readonly kind: 'entity'; readonly entity: number }
  /** In the game's own word, as in the `team` channel. */
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'text'; readonly text: string; readonly team: string | null }
  /** Somewhere on the map: Session metres, ms. */
  | {
      readonly kind: 'place';
      readonly text: string;
      readonly centre: readonly [number, number, number];
      readonly radius: number;
      readonly from: number;
      readonly to: number;
    };

interface SectionHead {
  readonly id: string;
  readonly title: string;
  /** What exactly is counted, in a sentence or two. */
  readonly about: string;
}

export interface TableSection extends SectionHead {
  readonly kind: 'table';
  /** Head of the first column: "Player", "Weapon". */
  readonly rowLabel: string;
  /** The order of its rows means something; else whoever is best stands on top. */
  readonly ordered?: true;
  readonly columns: readonly StatisticColumn[];
  readonly rows: readonly StatisticSubject[];
  /** Points of the cell in row r and column c: starts[i] … starts[i + 1] - 1, where i = r * columns.length + c. */
  readonly starts: Int32Array;
  /** ms, ascending within a cell. */
  readonly t: Int32Array;
  readonly value: Float64Array;
}

/** A number (NaN where unknown) or a text (index into `Statistics.words`) of each moment. */
export type MomentColumn =
  | {
      readonly kind: 'number';
      readonly id: string;
      readonly label: string;
      readonly unit: string;
      readonly format: StatisticFormat;
      readonly values: Float64Array;
    }
  | { readonly kind: 'text'; readonly id: string; readonly label: string; readonly values: Int32Array };

export interface MomentsSection extends SectionHead {
  readonly kind: 'moments';
  /** Heads of actor and target; null where the list has none. */
  readonly actorLabel: string | null;
  readonly targetLabel: string | null;
  /** ms, ascending. */
  readonly t: Int32Array;
  /** EntityId, 0 for none. */
  readonly actor: Int32Array;
  readonly target: Int32Array;
  /** Session metres, 3 each, NaN where unknown. */
  readonly position: Float64Array;
  readonly columns: readonly MomentColumn[];
}

interface ChartLine {
  readonly label: string;
  /** Whose colour it has. */
  readonly team: string | null;
  /** ms, ascending; each value holds until the next. */
  readonly t: Int32Array;
  readonly value: Float64Array;
}

export interface ChartSection extends SectionHead {
  readonly kind: 'chart';
  readonly unit: string;
  readonly format: StatisticFormat;
  readonly lines: readonly ChartLine[];
}

export type StatisticsSection = TableSection | MomentsSection | ChartSection;

export interface Statistics {
  readonly durationMs: number;
  /** Texts of moments; 0 is "". */
  readonly words: readonly string[];
  readonly sections: readonly StatisticsSection[];
}

/** Index of the last of t[from] … t[to - 1] at or before `t`; from - 1 when there is none. */
export function lastPoint(times: Int32Array, t: number, from = 0, to = times.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if ((times[mid] as number) <= t) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}

/** A cell of a table at t, Infinity for the total; null when unknown. */
export function cellAt(table: TableSection, row: number, column: number, t: number): number | null {
  const def = table.columns[column];
  if (def === undefined) return null;
  const { derived } = def;
  if (derived === undefined) return pointsAt(table, row, column, def, t);
  const of = columnAt(table, derived.of, row, t);
  const by = derived.kind === 'ratio' ? columnAt(table, derived.by, row, t) : sumAt(table, derived.of, t);
  return of === null || by === null || by === 0 ? null : of / by;
}

function columnAt(table: TableSection, id: string, row: number, t: number): number | null {
  return cellAt(
    table,
    row,
    table.columns.findIndex((column) => column.id === id),
    t,
  );
}

function sumAt(table: TableSection, id: string, t: number): number {
  const column = table.columns.findIndex((def) => def.id === id);
  return table.rows.reduce((sum, _, row) => sum + (cellAt(table, row, column, t) ?? 0), 0);
}

function pointsAt({ columns, starts, t: times, value }: TableSection, row: number, column: number, def: StatisticColumn, t: number) {
  const cell = row * columns.length + column;
  const from = starts[cell] ?? 0;
  const to = starts[cell + 1] ?? 0;
  const i = lastPoint(times, t, from, to);
  if (i < from) return def.start;
  const here = value[i] as number;
  if (def.reads === 'step' || i + 1 === to) return here;
  const start = times[i] as number;
  return here + (((value[i + 1] as number) - here) * (t - start)) / ((times[i + 1] as number) - start);
}
