/** A list of moments while it is gathered; put in order of t at the end. */
import type { MomentColumn, MomentsSection } from '../../../shared/statistics.ts';

/** Texts of all lists of one session, each kept once. */
export class Words {
  readonly all: string[] = [''];
  readonly #index = new Map<string, number>([['', 0]]);

  index(text: string): number {
    const known = this.#index.get(text);
    if (known !== undefined) return known;
    const index = this.all.push(text) - 1;
    this.#index.set(text, index);
    return index;
  }
}

type ColumnHead = Omit<Extract<MomentColumn, { kind: 'number' }>, 'values'> | Omit<Extract<MomentColumn, { kind: 'text' }>, 'values'>;

export interface Moment<Id extends string> {
  /** ms */
  t: number;
  /** EntityId. */
  actor?: number;
  target?: number;
  /** Session metres. */
  position?: readonly number[];
  /** Absent and null: unknown. */
  fields: Partial<Record<Id, string | number | null>>;
}

export class MomentsBuilder<Id extends string> {
  readonly #head: Omit<MomentsSection, 'kind' | 't' | 'actor' | 'target' | 'position' | 'columns'>;
  readonly #columns: readonly (ColumnHead & { readonly id: Id })[];
  readonly #words: Words;
  readonly #moments: Moment<Id>[] = [];

  constructor(
    words: Words,
    head: Omit<MomentsSection, 'kind' | 't' | 'actor' | 'target' | 'position' | 'columns'>,
    columns: readonly (ColumnHead & { readonly id: Id })[],
  ) {
    this.#words = words;
    this.#head = head;
    this.#columns = columns;
  }

  /** The moment may be completed as long as the list is not finished. */
  add(moment: Moment<Id>): Moment<Id> {
    this.#moments.push(moment);
    return moment;
  }

  /** Null when there are none. */
  section(): MomentsSection | null {
    if (this.#moments.length === 0) return null;
    const moments = this.#moments.toSorted((a, b) => a.t - b.t);
    return {
      kind: 'moments',
      ...this.#head,
      t: Int32Array.from(moments, ({ t }) => t),
      actor: Int32Array.from(moments, ({ actor }) => actor ?? 0),
      target: Int32Array.from(moments, ({ target }) => target ?? 0),
      position: Float64Array.from(moments.flatMap(({ position }) => [0, 1, 2].map((axis) => position?.[axis] ?? Number.NaN))),
      columns: this.#columns.map((column) =>
        column.kind === 'number'
          ? { ...column, values: Float64Array.from(moments, ({ fields }) => numberOf(fields[column.id])) }
          : { ...column, values: Int32Array.from(moments, ({ fields }) => this.#words.index(String(fields[column.id] ?? ''))) },
      ),
    };
  }
}

function numberOf(value: string | number | null | undefined): number {
  return typeof value === 'number' ? value : Number.NaN;
}
