/** Tables of sums by weapon, opponent, map, server and whatever else a game counts finer. */
import type { CareerChoice, CareerDimension, CareerFilter, CareerLink, CareerTable, CareerTableRow } from '../../../shared/career.ts';
import { RefusedInput } from '../game-adapter.ts';
import { valueOf } from './formula.ts';
import { BOTS, EVERYBODY, type DetailModel, type StatModel } from './model.ts';
import type { PeopleReads } from './people-reads.ts';
import type { Span } from './span.ts';
import { told, type KeySums, type SumReads } from './sums.ts';

const MOST_ROWS = 200;
const SESSION_DIMENSIONS: readonly CareerDimension[] = [
  { id: 'map', label: 'Map', plural: 'Maps' },
  { id: 'server', label: 'Server', plural: 'Servers' },
  { id: 'day', label: 'Day', plural: 'Days' },
  { id: 'player', label: 'Player', plural: 'Players' },
];

export class Tables {
  readonly #sums: SumReads;
  readonly #people: PeopleReads;

  constructor(sums: SumReads, people: PeopleReads) {
    this.#sums = sums;
    this.#people = people;
  }

  dimensions(): readonly CareerDimension[] {
    const finer = this.#sums.model.details.filter(({ stats }) => stats.length > 0).map(({ id, label, plural }) => ({ id, label, plural }));
    return [...finer, ...SESSION_DIMENSIONS];
  }

  /** What sessions can be filtered by. */
  choices(by: 'map' | 'server'): readonly CareerChoice[] {
    const { db, model } = this.#sums;
    return db
      .prepare<[string], { id: string; sessions: number }>(
        `SELECT ${by} AS id, count(*) AS sessions FROM career_sessions WHERE game = ? AND counted = 1 AND ${by} <> '' GROUP BY ${by} ORDER BY sessions DESC, ${by} LIMIT 500`,
      )
      .all(model.game)
      .map(({ id, sessions }) => ({ id, label: by === 'map' ? this.mapName(id) : id, sessions }));
  }

  weapons(): readonly CareerChoice[] {
    const { db, model } = this.#sums;
    if (!model.details.some(({ id }) => id === 'weapon')) return [];
    return db
      .prepare<[string], { id: string; sessions: number }>(
        `SELECT key AS id, n0 AS sessions FROM career_detail_totals WHERE game = ? AND kind = 'weapon' AND period = 0 AND person = ${EVERYBODY} ORDER BY n0 DESC, key LIMIT 500`,
      )
      .all(model.game)
      .map(({ id, sessions }) => ({ id, label: id, sessions }));
  }

  mapName(map: string): string {
    return this.#sums.model.mapNames[map.toLowerCase()] ?? map;
  }

  /** Refused when nothing is counted by it. */
  of(dimension: string, filter: CareerFilter, span: Span | null, player: number | null): CareerTable {
    if (dimension === 'map' || dimension === 'server' || dimension === 'day') return this.bySession(dimension, filter, span, player);
    const detail = this.#sums.detail(dimension);
    if (detail.keys === 'person' && player === null) throw new RefusedInput('Say of which player.');
    return this.ofDetail(detail, filter, span, player);
  }

  ofDetail(detail: DetailModel, filter: CareerFilter, span: Span | null, player: number | null): CareerTable {
    const rows =
      detail.keys === 'person' && player !== null
        ? this.opponents(player, filter, span, detail)
        : this.#sums.byKey(detail, this.#whose(player, filter), filter, span);
    return this.table(detail, rows, filter.bots === true);
  }

  table(detail: DetailModel, rows: readonly KeySums[], bots: boolean): CareerTable {
    const values = rows.map(({ key, counts }) => ({
      key,
      values: detail.stats.map((stat) => valueOf(stat, { counts }, detail.counters, bots)),
    }));
    const best = values.toSorted(byFirst).slice(0, MOST_ROWS);
    const notes = notesOf(detail, values);
    const refs = detail.keys === 'person' ? this.#people.refs(best.map(({ key }) => key as number)) : new Map();
    return {
      id: detail.id,
      title: detail.plural,
      about: detail.about,
      rowLabel: detail.label,
      columns: detail.stats.map(told),
      ...(detail.bar === undefined ? {} : { bar: detail.bar }),
      rows: best.map(({ key, values: own }): CareerTableRow => {
        const note = notes.get(key);
        const ref = refs.get(key as number) as { readonly id: string; readonly name: string } | undefined;
        return {
          label: ref?.name ?? String(key),
          team: null,
          link: ref !== undefined ? { kind: 'player', id: ref.id } : detail.id === 'weapon' ? { kind: 'weapon', id: String(key) } : null,
          values: own,
          ...(note === undefined ? {} : { note }),
        };
      }),
    };
  }

  bySession(by: 'map' | 'server' | 'day', filter: CareerFilter, span: Span | null, player: number | null): CareerTable {
    const { model } = this.#sums;
    const stats = this.#sums.stats(model.tableColumns);
    const dimension = SESSION_DIMENSIONS.find(({ id }) => id === by) as CareerDimension;
    const rows = this.#bySession(by, stats, filter, span, player);
    return {
      id: by,
      title: dimension.plural,
      about: '',
      rowLabel: dimension.label,
      columns: stats.map(told),
      rows: rows
        .toSorted(byFirst)
        .slice(0, MOST_ROWS)
        .map(({ key, values }) => ({ ...this.#named(by, key), team: null, values })),
    };
  }

  /** Sums against other players, those with whom there was most. `only`: these alone. */
  opponents(
    player: number,
    filter: CareerFilter,
    span: Span | null,
    detail: DetailModel,
    only: readonly number[] | null = null,
  ): readonly KeySums[] {
    return this.#sums.byPlayer(detail, this.#sums.peopleOf(player), filter, span, only);
  }

  query(
    by: string,
    id: string,
    filter: CareerFilter,
    span: Span | null,
    player: number | null,
  ): {
    readonly column: StatModel;
    readonly rows: readonly { readonly label: string; readonly link: CareerLink | null; readonly value: number | null }[];
  } {
    if (by === 'map' || by === 'server' || by === 'day') {
      const column = this.#sums.stat(id);
      const rows = this.#bySession(by, [column], filter, span, player);
      return { column, rows: rows.map(({ key, values: [value = null] }) => ({ ...this.#named(by, key), value })) };
    }
    const detail = this.#sums.detail(by);
    const column = detail.stats.find((stat) => stat.id === id);
    if (column === undefined) throw new RefusedInput(`${detail.plural} have no statistic ${id}.`);
    const { rows } = this.of(by, filter, span, player);
    const index = detail.stats.indexOf(column);
    return { column, rows: rows.map(({ label, link, values }) => ({ label, link, value: values[index] ?? null })) };
  }

  #bySession(by: 'map' | 'server' | 'day', stats: readonly StatModel[], filter: CareerFilter, span: Span | null, player: number | null) {
    const rows = this.#sums.bySession(by, stats, { filter, span, people: this.#whose(player, filter) });
    return rows.map(({ key, sums, sessions }) => {
      // Of everybody together the first counter is not that of matches.
      const own = player === null ? { counts: Object.assign([...sums.counts], { 0: sessions }) } : sums;
      return { key, values: this.#sums.values(stats, own, { ...filter, weapon: undefined }) };
    });
  }

  #named(by: string, key: string | number): { readonly label: string; readonly link: CareerLink | null } {
    const id = String(key);
    if (by === 'map') return { label: this.mapName(id), link: { kind: 'map', id } };
    if (by === 'server') return { label: id === '' ? 'Unknown' : id, link: id === '' ? null : { kind: 'server', id } };
    return { label: `${id.slice(0, 4)}-${id.slice(4, 6)}-${id.slice(6)}`, link: null };
  }

  #whose(player: number | null, { bots }: CareerFilter): readonly number[] {
    if (player !== null) return this.#sums.peopleOf(player);
    return bots === true ? [EVERYBODY, BOTS] : [EVERYBODY];
  }
}

/** By key, the words for whoever is greatest in a column. */
function notesOf(
  { notes = [] }: DetailModel,
  rows: readonly { readonly key: string | number; readonly values: readonly (number | null)[] }[],
): ReadonlyMap<string | number, string> {
  const words = new Map<string | number, string>();
  for (const [column, word] of notes.entries()) {
    let most = 0;
    let best: (typeof rows)[number] | null = null;
    for (const row of rows) {
      const value = row.values[column] ?? 0;
      if (value <= most) continue;
      most = value;
      best = row;
    }
    if (best === null) continue;
    const before = words.get(best.key);
    words.set(best.key, before === undefined ? word : `${before}, ${word}`);
  }
  return words;
}

function byFirst(a: { readonly values: readonly (number | null)[] }, b: { readonly values: readonly (number | null)[] }): number {
  return (b.values[0] ?? -1) - (a.values[0] ?? -1);
}
