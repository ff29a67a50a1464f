/** A table while it is counted: rows appear as they are named, cells grow point by point in order of t. */
import type { StatisticColumn, StatisticSubject, TableSection } from '../../../shared/statistics.ts';
import { Points } from './points.ts';

export type TableHead = Pick<TableSection, 'id' | 'title' | 'about' | 'rowLabel' | 'ordered'>;
/** A column without what usually goes without saying: counted from 0 in steps, a whole number. */
export type ColumnPlan = Pick<StatisticColumn, 'id' | 'label'> & Partial<StatisticColumn>;

export class TableBuilder<Id extends string> {
  readonly #head: TableHead;
  readonly #columns: readonly StatisticColumn[];
  readonly #index: ReadonlyMap<string, number>;
  readonly #rows = new Map<string, number>();
  readonly #entities = new Map<number, number>();
  readonly #subjects: StatisticSubject[] = [];
  /** By row * columns + column. */
  readonly #cells: (Points | undefined)[] = [];
  /** Cells whose value grows with time: how fast, per ms, since when. */
  readonly #running = new Map<number, { readonly rate: number; readonly since: number }>();

  constructor(head: TableHead, columns: readonly (ColumnPlan & { readonly id: Id })[]) {
    this.#head = head;
    this.#columns = columns.map((plan) => ({ unit: '', format: 'whole', reads: 'step', start: 0, ...plan }));
    this.#index = new Map(columns.map(({ id }, index) => [id, index]));
  }

  /** Row of a subject; made when it is new. */
  row(subject: StatisticSubject): number {
    const key = keyOf(subject);
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const row = this.#subjects.push(subject) - 1;
    this.#rows.set(key, row);
    return row;
  }

  /** The same for an entity; quick enough for every frame. */
  entity(entity: number): number {
    let row = this.#entities.get(entity);
    if (row === undefined) {
      row = this.row({ kind: 'entity', entity });
      this.#entities.set(entity, row);
    }
    return row;
  }

  /** A cell that somebody else has counted. */
  put(row: number, column: Id, points: Points): void {
    this.#cells[this.#cell(row, column)] = points;
  }

  add(row: number, column: Id, t: number, by = 1): void {
    const points = this.#points(row, column);
    points.put(t, (points.last ?? 0) + by);
  }

  /** The highest so far; an unknown value changes nothing. */
  most(row: number, column: Id, t: number, value: number): void {
    const points = this.#points(row, column);
    if (value > (points.last ?? Number.NEGATIVE_INFINITY)) points.put(t, value);
  }

  /** The lowest so far. */
  least(row: number, column: Id, t: number, value: number): void {
    const points = this.#points(row, column);
    if (value < (points.last ?? Number.POSITIVE_INFINITY)) points.put(t, value);
  }

  /** From t on the value of a `line` column grows by `rate` per ms; 0 stops it. */
  run(row: number, column: Id, t: number, rate: number): void {
    this.#run(this.#cell(row, column), t, rate);
  }

  /** Nothing grows from t on until it is said to again. */
  stop(t: number): void {
    for (const cell of this.#running.keys()) this.#run(cell, t, 0);
  }

  /** Null when nobody is in it. */
  section(): TableSection | null {
    if (this.#subjects.length === 0) return null;
    const count = this.#subjects.length * this.#columns.length;
    const starts = new Int32Array(count + 1);
    for (let cell = 0; cell < count; cell++) starts[cell + 1] = (starts[cell] as number) + (this.#cells[cell]?.length ?? 0);
    const t = new Int32Array(starts[count] as number);
    const value = new Float64Array(t.length);
    for (let cell = 0; cell < count; cell++) {
      const points = this.#cells[cell];
      if (points === undefined) continue;
      t.set(points.times(), starts[cell]);
      value.set(points.values(), starts[cell]);
    }
    return { kind: 'table', ...this.#head, columns: this.#columns, rows: this.#subjects, starts, t, value };
  }

  #run(cell: number, t: number, rate: number): void {
    const running = this.#running.get(cell);
    if ((running?.rate ?? 0) === rate) return;
    const points = (this.#cells[cell] ??= new Points());
    points.put(t, (points.last ?? 0) + (running === undefined ? 0 : running.rate * (t - running.since)));
    if (rate === 0) this.#running.delete(cell);
    else this.#running.set(cell, { rate, since: t });
  }

  #cell(row: number, column: Id): number {
    return row * this.#columns.length + (this.#index.get(column) as number);
  }

  #points(row: number, column: Id): Points {
    return (this.#cells[this.#cell(row, column)] ??= new Points());
  }
}

function keyOf(subject: StatisticSubject): string {
  switch (subject.kind) {
    case 'entity':
      return `e${subject.entity}`;
    case 'team':
      return `t${subject.team}`;
    case 'text':
      return `x${subject.team ?? ''}\n${subject.text}`;
    default:
      return `p${subject.text}`;
  }
}
