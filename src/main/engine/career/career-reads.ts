/** Answers the questions of the API's career methods from the library; a read each. It knows no game: the model says what the numbers mean. */
import type {
  CareerComparison,
  CareerFigure,
  CareerFilter,
  CareerGame,
  CareerLink,
  CareerMatch,
  CareerMatches,
  CareerOverview,
  CareerPlayer,
  CareerPlayerRef,
  CareerQueryAnswer,
  CareerResults,
  CareerServer,
  CareerServerRow,
  CareerTable,
  Leaderboard,
} from '../../../shared/career.ts';
import type { Params } from '../../../shared/engine-api.ts';
import { RefusedInput } from '../game-adapter.ts';
import { fold } from '../library/fold.ts';
import type { Db } from '../library/schema.ts';
import type { CareerQuestion, CareerRead } from './career-handlers.ts';
import { valueOf } from './formula.ts';
import { heatPoints } from './heat-reads.ts';
import { matchPage, matchRows } from './match-reads.ts';
import type { CareerModel, StatModel } from './model.ts';
import { PeopleReads } from './people-reads.ts';
import { playerPage } from './player-reads.ts';
import { population } from './population-reads.ts';
import { prepared } from './prepared.ts';
import { spanBefore, spanOf, textOf, type Span } from './span.ts';
import { SumReads, told, type Best, type Ranking } from './sums.ts';
import { Tables } from './table-reads.ts';
import { trendOf } from './trend-reads.ts';

interface Ranked {
  readonly total: number;
  readonly rows: readonly { readonly player: number; readonly rank: number; readonly value: number }[];
}

const TOP = 10;
const NEWEST = 20;

export class CareerReads {
  readonly #db: Db;
  readonly #model: CareerModel;
  readonly #now: number;
  readonly #sums: SumReads;
  readonly #people: PeopleReads;
  readonly #tables: Tables;

  /** `now`: Unix ms, from which periods count back. */
  constructor(db: Db, model: CareerModel, now = Date.now()) {
    this.#db = db;
    this.#model = model;
    this.#now = now;
    this.#sums = new SumReads(db, model);
    this.#people = new PeopleReads(db, model);
    this.#tables = new Tables(this.#sums, this.#people);
  }

  /** Null when what is asked for is not there. */
  answer({ method, params }: CareerQuestion): CareerResults[CareerRead] | null {
    switch (method) {
      case 'career.leaderboard':
        return this.leaderboard(params);
      case 'career.player':
        return this.player(params);
      case 'career.matches':
        return this.matches(params);
      case 'career.match':
        return this.match(params.id);
      case 'career.servers':
        return this.servers(params.filter);
      case 'career.server':
        return this.server(params.filter);
      case 'career.overview':
        return this.overview(params.filter);
      case 'career.table':
        return this.table(params);
      case 'career.compare':
        return this.compare(params);
      case 'career.query':
        return this.query(params);
      case 'career.heat':
        return this.heat(params);
      default:
        return this.#people.search(params.text, params.bots === true, params.limit);
    }
  }

  game(): CareerGame {
    const model = this.#model;
    const one = (sql: string): number => this.#db.prepare<[string], number>(sql).pluck().get(model.game) ?? 0;
    const { first, last } = this.#db
      .prepare<[string], { first: number | null; last: number | null }>(
        'SELECT min(day) AS first, max(day) AS last FROM career_sessions WHERE game = ? AND counted = 1',
      )
      .get(model.game) ?? { first: null, last: null };
    return {
      game: model.game,
      sessions: one('SELECT count(*) FROM career_sessions WHERE game = ? AND counted = 1'),
      people: one("SELECT count(*) FROM career_totals WHERE game = ? AND scope = '' AND value = '' AND period = 0 AND person > 0"),
      pending: one(
        "SELECT count(*) FROM career_sessions JOIN sessions ON key = session WHERE career_sessions.game = ? AND counted = 0 AND deleted_at IS NULL AND status IN ('ready', 'partial', 'recovered')",
      ),
      stats: model.stats.map(told),
      firstStat: model.firstStat,
      columns: model.columns,
      dimensions: this.#tables.dimensions(),
      heat: model.heat,
      maps: this.#tables.choices('map'),
      servers: this.#tables.choices('server'),
      weapons: this.#tables.weapons(),
      teams: model.teams.map(({ id, label }) => ({ id, label, sessions: 0 })),
      hasBots: model.hasBots,
      from: first === null ? null : textOf(first),
      to: last === null ? null : textOf(last),
    };
  }

  leaderboard({
    filter,
    stat: id,
    columns = [...this.#model.columns],
    reverse = false,
    search,
    offset,
    limit,
  }: Params<'career.leaderboard'>): Leaderboard {
    const span = this.#span(filter);
    const stats = this.#sums.stats([id, ...columns.filter((column) => column !== id)]);
    const [first] = stats as [StatModel];
    const ranking = this.#sums.ranking(first, filter, span);
    const way = reverse === (first.higherIsBetter !== false) ? 'ASC' : 'DESC';
    const words = search === undefined ? '' : fold(search).trim();
    const found = words === '' ? this.#page(ranking, way, offset, limit) : this.#named(ranking, way, words, offset, limit);
    const players = found.rows.map(({ player }) => player);
    const refs = this.#people.refs(players);
    const of = this.#sums.valuesOf(players, stats.slice(1), filter, span);
    return {
      columns: stats.map(told),
      total: found.total,
      rows: found.rows.map(({ player, rank, value }, index) => ({
        rank,
        player: refs.get(player) ?? unknown(player),
        values: [value, ...(of[index] ?? [])],
      })),
    };
  }

  /** The first of several leaderboards, with no further columns; all by statistics of counters. */
  tops(filter: CareerFilter, ids = this.#model.tops, limit = TOP): readonly Leaderboard[] {
    const stats = this.#sums.stats(ids);
    const best = this.#sums.best(stats, filter, this.#span(filter), limit);
    const refs = this.#people.refs([...new Set(best.flatMap(({ rows }) => rows.map(([player]) => player)))]);
    return stats.map((stat, index) => {
      const { total, rows } = best[index] as Best;
      let rank = 1;
      return {
        columns: [told(stat)],
        total,
        rows: rows.map(([player, value], place) => {
          if (value !== rows[place - 1]?.[1]) rank = place + 1;
          return { rank, player: refs.get(player) ?? unknown(player), values: [value] };
        }),
      };
    });
  }

  player({ filter, id }: Params<'career.player'>): CareerPlayer | null {
    const player = this.#people.find(id);
    if (player === null) return null;
    const span = this.#span(filter);
    return playerPage({
      sums: this.#sums,
      people: this.#people,
      tables: this.#tables,
      player,
      filter,
      span,
      now: this.#now,
      figures: (ids) => this.#figuresOf(player, ids, filter, span),
      matches: (limit) => this.#matches(filter, player, 0, limit),
    });
  }

  matches({ filter, player: id, offset, limit }: Params<'career.matches'>): CareerMatches | null {
    const player = id === undefined ? null : this.#people.find(id);
    if (id !== undefined && player === null) return null;
    return this.#matches(filter, player, offset, limit);
  }

  match(id: string): CareerMatch | null {
    return matchPage(this.#sums, this.#people, this.#tables, id);
  }

  /** `server`: this one alone. */
  servers(filter: CareerFilter, server?: string): { readonly columns: Leaderboard['columns']; readonly rows: readonly CareerServerRow[] } {
    const stats = this.#sums.stats(this.#model.tableColumns);
    const span = this.#span(filter);
    const known = this.#db
      .prepare<string[], { server: string; sessions: number; lastSeen: number; live: number }>(
        `SELECT server, count(*) AS sessions, max(started) AS lastSeen, max(status = 'live') AS live FROM career_sessions AS s JOIN sessions ON key = session
         WHERE s.game = ? AND counted = 1 AND ${server === undefined ? "server <> ''" : 'server = ?'} GROUP BY server ORDER BY lastSeen DESC LIMIT 500`,
      )
      .all(this.#model.game, ...(server === undefined ? [] : [server]));
    return {
      columns: stats.map(told),
      rows: known.map(({ server: id, sessions, lastSeen, live }) => {
        const own = { ...filter, server: id };
        return {
          server: { id, label: id, sessions },
          live: live === 1,
          lastSeen: new Date(lastSeen).toISOString(),
          values: this.#sums.values(stats, this.#sums.ofEverybody(stats, own, span), own),
        };
      }),
    };
  }

  server(filter: CareerFilter): CareerServer | null {
    const { server } = filter;
    if (server === undefined) throw new RefusedInput('Say which server.');
    const [row] = this.servers(filter, server).rows;
    if (row === undefined) return null;
    const span = this.#span(filter);
    return {
      row,
      columns: this.#sums.stats(this.#model.tableColumns).map(told),
      figures: this.#everybodysFigures(filter, span),
      population: population(this.#sums, filter, span, this.#now),
      tops: this.tops(filter),
      tables: [this.#tables.bySession('map', filter, span, null), this.#tables.ofDetail(this.#sums.detail('weapon'), filter, span, null)],
      matches: this.#matches(filter, null, 0, NEWEST),
    };
  }

  overview(filter: CareerFilter): CareerOverview {
    const span = this.#span(filter);
    return {
      figures: this.#everybodysFigures(filter, span),
      trend: trendOf(this.#sums, null, filter, span, this.#now),
      tops: this.tops(filter),
      tables: [
        this.#tables.bySession('map', filter, span, null),
        this.#tables.ofDetail(this.#sums.detail('weapon'), filter, span, null),
        this.#tables.bySession('server', filter, span, null),
      ],
      matches: this.#matches(filter, null, 0, NEWEST),
    };
  }

  table({ filter, dimension, player: id }: Params<'career.table'>): CareerTable | null {
    const player = id === undefined ? null : this.#people.find(id);
    if (id !== undefined && player === null) return null;
    return this.#tables.of(dimension, filter, this.#span(filter), player);
  }

  compare({ filter, players: ids }: Params<'career.compare'>): CareerComparison | null {
    const players = ids.map((id) => this.#people.find(id));
    if (!players.every((player) => player !== null)) return null;
    const span = this.#span(filter);
    const { stats: all, versus } = this.#model;
    const values = this.#sums.valuesOf(players, all, filter, span);
    const refs = this.#people.refs(players);
    const detail = versus === undefined ? null : this.#sums.detail(versus.detail);
    const stat = detail?.stats.find(({ id }) => id === versus?.stat);
    const counts = players.flatMap((player) => {
      const rows = detail === null ? [] : this.#tables.opponents(player, filter, span, detail, players);
      return players.map((other) => {
        const row = rows.find(({ key }) => key === other);
        return row === undefined || detail === null || stat === undefined ? 0 : (valueOf(stat, row, detail.counters, false) ?? 0);
      });
    });
    return {
      players: players.map((player) => refs.get(player) ?? unknown(player)),
      stats: all.map(told),
      values: all.map((_, row) => players.map((_player, column) => values[column]?.[row] ?? null)),
      versus: { stat: told(stat ?? (all[0] as StatModel)), counts },
      trends: players.map((player) => trendOf(this.#sums, player, filter, span, this.#now)),
    };
  }

  query({ filter, dimension: id, stat, player: of, limit }: Params<'career.query'>): CareerQueryAnswer | null {
    const dimension = this.#tables.dimensions().find((one) => one.id === id);
    if (dimension === undefined) throw new RefusedInput(`Nothing is counted by ${id} in this game.`);
    if (id === 'player') {
      const board = this.leaderboard({ filter, stat, columns: [], offset: 0, limit });
      const rows = board.rows.map(({ player, values: [value = null] }) => ({
        label: player.name,
        link: { kind: 'player', id: player.id } as CareerLink,
        value,
      }));
      return { dimension, stat: board.columns[0] as Leaderboard['columns'][0], rows };
    }
    const player = of === undefined ? null : this.#people.find(of);
    if (of !== undefined && player === null) return null;
    const { column, rows } = this.#tables.query(id, stat, filter, this.#span(filter), player);
    return { dimension, stat: told(column), rows: rows.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1)).slice(0, limit) };
  }

  heat(params: Params<'career.heat'>): Uint8Array | null {
    const player = params.player === undefined ? null : this.#people.find(params.player);
    if (params.player !== undefined && player === null) return null;
    return heatPoints(this.#sums, params, this.#span(params.filter), player);
  }

  /** Of all who are ranked. */
  #page({ sql, values, isGrouped }: Ranking, way: string, offset: number, limit: number): Ranked {
    // What has to be added up first is so once; what lies in order of people is looked through twice more quickly than it is copied.
    const all = isGrouped ? `WITH ranked AS MATERIALIZED (${sql})` : `WITH ranked AS NOT MATERIALIZED (${sql})`;
    const counted = isGrouped ? ', (SELECT count(*) FROM ranked)' : '';
    const rows = prepared(this.#db, `${all} SELECT player, v${counted} FROM ranked ORDER BY v ${way}, player LIMIT ? OFFSET ?`).all(
      ...values,
      limit,
      offset,
    ) as [player: number, v: number, total?: number][];
    const [first] = rows;
    const total = first?.[2] ?? this.#count(`SELECT count(*) FROM (${sql})`, values);
    if (first === undefined) return { total, rows: [] };
    let rank =
      offset === 0 ? 1 : this.#count(`SELECT count(*) + 1 FROM (${sql}) WHERE v ${way === 'DESC' ? '>' : '<'} ?`, [...values, first[1]]);
    const ranked = rows.map(([player, v], index) => {
      if (index > 0 && v !== rows[index - 1]?.[1]) rank = offset + index + 1;
      return { player, rank, value: v };
    });
    return { total, rows: ranked };
  }

  /** Of those with such a name, with their ranks among all. */
  #named({ sql, values }: Ranking, way: string, words: string, offset: number, limit: number): Ranked {
    const ranked = `SELECT player, rank, v FROM (SELECT player, v, rank() OVER (ORDER BY v ${way}) AS rank FROM (${sql})) WHERE player IN (SELECT player FROM career_people WHERE game = ? AND instr(folded, ?) > 0)`;
    const own = [...values, this.#model.game, words];
    const rows = prepared(this.#db, `${ranked} ORDER BY rank, player LIMIT ? OFFSET ?`).all(...own, limit, offset) as [
      number,
      number,
      number,
    ][];
    return {
      total: this.#count(`SELECT count(*) FROM (${ranked})`, own),
      rows: rows.map(([player, rank, value]) => ({ player, rank, value })),
    };
  }

  #matches(filter: CareerFilter, player: number | null, offset: number, limit: number): CareerMatches {
    return matchRows(this.#sums, this.#tables, { filter, span: this.#span(filter), player, offset, limit });
  }

  #figuresOf(player: number, ids: readonly string[], filter: CareerFilter, span: Span | null): readonly CareerFigure[] {
    const stats = this.#sums.stats(ids);
    const [now = []] = this.#sums.valuesOf([player], stats, filter, span);
    const before = spanBefore(span);
    const [then = []] = before === null ? [] : this.#sums.valuesOf([player], stats, filter, before);
    return figures(stats, now, then);
  }

  #everybodysFigures(filter: CareerFilter, span: Span | null): readonly CareerFigure[] {
    const stats = this.#sums.stats(
      [...new Set(['matches', ...this.#model.overview])].filter((id) => this.#model.stats.some((stat) => stat.id === id)),
    );
    const now = this.#sums.values(stats, this.#sums.ofEverybody(stats, filter, span), filter);
    const before = spanBefore(span);
    const then = before === null ? [] : this.#sums.values(stats, this.#sums.ofEverybody(stats, filter, before), filter);
    return figures(stats, now, then);
  }

  #span(filter: CareerFilter): Span | null {
    return spanOf(filter, this.#now);
  }

  #count(sql: string, values: readonly (string | number)[]): number {
    return (
      this.#db
        .prepare<(string | number)[], number>(sql)
        .pluck()
        .get(...values) ?? 0
    );
  }
}

function figures(stats: readonly StatModel[], now: readonly (number | null)[], then: readonly (number | null)[]): readonly CareerFigure[] {
  return stats.map((stat, index) => ({ stat: told(stat), value: now[index] ?? null, before: then[index] ?? null }));
}

function unknown(player: number): CareerPlayerRef {
  return { id: String(player), name: '?', bot: player < 0 };
}
