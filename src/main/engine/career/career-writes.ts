/**
 * Career statistics as operations of the library's writer: rows of sessions, and their sums, which change with them in one transaction. It knows no game.
 *
 * A session is counted when it can be opened and is not in the bin. Whatever happens to sessions, `check` is told of it, and `step` counts them or takes them away.
 */
import type { Db } from '../library/schema.ts';
import { BOTS, EVERYBODY, MOST_COUNTERS, MOST_DETAIL_COUNTERS } from './model.ts';
import { People } from './people.ts';
import type { SessionRows } from './rows.ts';
import { unpackRows, type LiveCareer, type NewCareer } from './session-career.ts';
import { dayOf } from './span.ts';
import { Statements } from './statements.ts';

interface Session {
  readonly session: number;
  readonly game: string;
  readonly map: string;
  readonly server: string;
  readonly started: number;
  readonly day: number;
}

interface Row {
  readonly person: number;
  readonly entity: number;
  readonly name: string;
  readonly team: string;
  readonly counts: readonly number[];
}

interface Detail {
  readonly person: number;
  readonly kind: string;
  readonly key: string | number;
  readonly counts: readonly number[];
}

/** What a session adds to the sums: of people, and of everybody together. */
interface Amounts {
  readonly rows: readonly Row[];
  readonly details: readonly Detail[];
}

const SHOULD_COUNT = "(status IN ('ready', 'partial', 'recovered', 'live') AND deleted_at IS NULL)";

export class CareerWrites {
  readonly people: People;
  readonly #db: Db;
  readonly #statements: Statements;
  /** Sessions whose state changed. */
  readonly #changed = new Set<number>();

  constructor(db: Db) {
    this.#db = db;
    this.#statements = new Statements(db);
    this.people = new People(db);
  }

  /** What an earlier run did not come to. */
  checkAll(): void {
    const changed = this.#db.prepare<[], number>(
      `SELECT session FROM career_sessions JOIN sessions ON key = session WHERE counted <> ${SHOULD_COUNT}`,
    );
    for (const session of changed.pluck().all()) this.#changed.add(session);
  }

  /** A session came, went to the bin, came back or is to be removed. */
  check(session: number): void {
    this.#changed.add(session);
  }

  /** Counts one session, or takes it away; false when there is nothing to do. Inside a transaction. */
  step(): boolean {
    for (const session of this.#changed) {
      this.#changed.delete(session);
      const state = this.#db
        .prepare<[number], { counted: number; should: number }>(
          `SELECT counted, ${SHOULD_COUNT} AS should FROM career_sessions JOIN sessions ON key = session WHERE session = ?`,
        )
        .get(session);
      if (state === undefined || state.counted === state.should) continue;
      if (state.should === 1) this.#count(session);
      else this.#uncount(session);
      return true;
    }
    return false;
  }

  /** Steps for so long, ms; the others come later. */
  steps(ms: number): void {
    const start = performance.now();
    while (this.step() && performance.now() - start < ms);
  }

  /** Rows of a session, in the place of those that it had. They are counted by a step. */
  put(session: number, game: string, { version, packed, points, moments }: NewCareer): void {
    if (this.#isCounted(session)) this.#uncount(session);
    const { map, server } = unpackRows(packed);
    this.#describe(session, game, version, map, server, packed);
    this.#dropPlaces(session);
    this.#putPoints(session, points);
    this.#putMoments(session, moments);
    this.check(session);
  }

  /** Rows of a session that is being recorded: counted at once. */
  addLive(session: number, game: string, { version, rows, replaces, moments, points }: LiveCareer): void {
    const isCounted = this.#isCounted(session);
    if (replaces && isCounted) this.#uncount(session);
    if (replaces || !isCounted) this.#describe(session, game, version, rows.map, rows.server, null);
    this.#putMoments(session, moments);
    if (points !== null) this.#putPoints(session, points);
    const amounts = this.#amounts(session, rows);
    const of = this.#session(session);
    this.#addRows(of, amounts);
    this.#addTotals(of, amounts, 1);
    this.#db.prepare('UPDATE career_sessions SET counted = 1 WHERE session = ?').run(session);
    this.#settlePeople(amounts);
  }

  /** Forgets a session, which is about to be removed. */
  remove(session: number): void {
    if (this.#isCounted(session)) this.#uncount(session);
    this.#dropPlaces(session);
    this.#db.prepare('DELETE FROM career_sessions WHERE session = ?').run(session);
  }

  #dropPlaces(session: number): void {
    for (const table of ['career_points', 'career_moments']) this.#db.prepare(`DELETE FROM ${table} WHERE session = ?`).run(session);
  }

  /** In the place of those that there are. */
  #putPoints(session: number, points: NewCareer['points']): void {
    this.#db.prepare('DELETE FROM career_points WHERE session = ?').run(session);
    const put = this.#db.prepare('INSERT INTO career_points (session, kind, count, data) VALUES (?, ?, ?, ?)');
    for (const { kind, count, data } of points) put.run(session, kind, count, data);
  }

  /** Null: as they are. */
  #putMoments(session: number, moments: Uint8Array | null): void {
    if (moments === null) return;
    this.#db
      .prepare('INSERT INTO career_moments (session, data) VALUES (?, ?) ON CONFLICT DO UPDATE SET data = excluded.data')
      .run(session, moments);
  }

  #isCounted(session: number): boolean {
    return this.#db.prepare<[number], number>('SELECT counted FROM career_sessions WHERE session = ?').pluck().get(session) === 1;
  }

  #describe(session: number, game: string, version: number, map: string, server: string, packed: Uint8Array | null): void {
    const started = Date.parse(
      this.#db.prepare<[number], string>('SELECT coalesce(started_at, imported_at) FROM sessions WHERE key = ?').pluck().get(session) ?? '',
    );
    this.#db
      .prepare(
        `INSERT INTO career_sessions (session, game, version, map, server, started, day, counted, packed) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)
         ON CONFLICT DO UPDATE SET game = excluded.game, version = excluded.version, map = excluded.map, server = excluded.server, started = excluded.started,
           day = excluded.day, packed = excluded.packed`,
      )
      .run(session, game, version, map, server, started, dayOf(started), packed);
  }

  #session(session: number): Session {
    const found = this.#db
      .prepare<[number], Session>('SELECT session, game, map, server, started, day FROM career_sessions WHERE session = ?')
      .get(session);
    if (found === undefined) throw new Error('a session has no career');
    return found;
  }

  #count(session: number): void {
    const packed = this.#db
      .prepare<[number], Uint8Array | null>('SELECT packed FROM career_sessions WHERE session = ?')
      .pluck()
      .get(session);
    if (packed === undefined || packed === null) return; // a live session counts as it goes
    // Its time is known for sure only now: a session that takes the place of another has the other's.
    const { game, map, server } = this.#session(session);
    const version = this.#db.prepare<[number], number>('SELECT version FROM career_sessions WHERE session = ?').pluck().get(session) ?? 0;
    this.#describe(session, game, version, map, server, packed);
    const amounts = this.#amounts(session, unpackRows(packed));
    const of = this.#session(session);
    this.#addRows(of, amounts);
    this.#addTotals(of, amounts, 1);
    this.#db.prepare('UPDATE career_sessions SET counted = 1 WHERE session = ?').run(session);
    this.#settlePeople(amounts);
  }

  #uncount(session: number): void {
    const of = this.#session(session);
    const amounts: Amounts = {
      rows: this.#db.prepare(`SELECT * FROM career_rows WHERE session = ?`).all(session).map(rowOf),
      details: this.#db.prepare(`SELECT * FROM career_details WHERE session = ?`).all(session).map(detailOf),
    };
    this.#addTotals(of, amounts, -1);
    this.#db.prepare('DELETE FROM career_details WHERE session = ?').run(session);
    this.#db.prepare('DELETE FROM career_rows WHERE session = ?').run(session);
    this.#db.prepare('UPDATE career_sessions SET counted = 0 WHERE session = ?').run(session);
    this.#settlePeople(amounts);
  }

  /** Rows with people as the library knows them, and those of everybody. */
  #amounts(session: number, { people, counts, details }: SessionRows): Amounts {
    const { id, game } = this.#db
      .prepare<[number], { id: string; game: string }>(
        'SELECT sessions.id, career_sessions.game FROM sessions JOIN career_sessions ON session = key WHERE key = ?',
      )
      .get(session) ?? { id: '', game: '' };
    const persons = people.map((person) => this.people.personOf(game, person, id));
    for (const [index, { claims }] of people.entries())
      for (const code of claims) this.people.useClaim(game, code, persons[index] as number);
    const rows: Row[] = [];
    const sums = new Map<number, number[]>();
    for (const [index, { entity, name, team, bot }] of people.entries()) {
      const own = counts[index] ?? [];
      if (!own.some((count) => count !== 0)) continue;
      rows.push({ person: persons[index] as number, entity, name, team, counts: own });
      addTo(sums, bot ? BOTS : EVERYBODY, own);
    }
    for (const [person, own] of sums) rows.push({ person, entity: -1, name: '', team: '', counts: own });
    const all = new Map<string, Detail & { readonly counts: number[] }>();
    const of: Detail[] = details.map(({ person, kind, key, ofPeople, counts: own }) => {
      const everybody = person < 0 || people[person]?.bot !== true ? EVERYBODY : BOTS;
      if (person >= 0 && !ofPeople) {
        const sum = all.get(`${everybody}\n${kind}\n${key}`) ?? { person: everybody, kind, key, counts: [] };
        for (const [i, count] of own.entries()) sum.counts[i] = (sum.counts[i] ?? 0) + count;
        all.set(`${everybody}\n${kind}\n${key}`, sum);
      }
      return {
        person: person < 0 ? EVERYBODY : (persons[person] as number),
        kind,
        key: ofPeople ? (persons[key as number] as number) : key,
        counts: own,
      };
    });
    return { rows, details: [...of, ...all.values()] };
  }

  #addRows({ session, started }: Session, { rows, details }: Amounts): void {
    for (const { person, entity, name, team, counts } of rows) {
      this.#statements.add('career_rows', [session, person], counts, [started, entity, name, team]);
      if (isLess(counts)) this.#statements.drop('career_rows', [session, person]);
    }
    for (const { person, kind, key, counts } of details) {
      this.#statements.add('career_details', [session, person, kind, key], counts);
      if (isLess(counts)) this.#statements.drop('career_details', [session, person, kind, key]);
    }
  }

  #addTotals({ game, map, server, day }: Session, { rows, details }: Amounts, sign: 1 | -1): void {
    const periods = [0, Math.floor(day / 100)];
    const scopes = [
      ['', ''],
      ['map', map],
      ['server', server],
    ] as const;
    for (const { person, counts } of rows) {
      const signed = sign === 1 ? counts : counts.map((count) => -count);
      const mayBeNone = isLess(signed);
      for (const [scope, value] of scopes) {
        for (const period of periods) {
          const key = [game, scope, value, period, person];
          this.#statements.add('career_totals', key, signed);
          if (mayBeNone) this.#statements.drop('career_totals', key);
        }
      }
    }
    for (const { person, kind, key, counts } of details) {
      const signed = sign === 1 ? counts : counts.map((count) => -count);
      const mayBeNone = isLess(signed);
      for (const period of periods) {
        const place = [game, kind, period, person, key];
        this.#statements.add('career_detail_totals', place, signed);
        if (mayBeNone) this.#statements.drop('career_detail_totals', place);
      }
    }
  }

  #settlePeople({ rows }: Amounts): void {
    for (const { person } of rows) if (person !== EVERYBODY && person !== BOTS) this.people.settle(person);
  }
}

function isLess(counts: readonly number[]): boolean {
  return counts.some((count) => count < 0);
}

function addTo(sums: Map<number, number[]>, person: number, counts: readonly number[]): void {
  const sum = sums.get(person) ?? [];
  for (const [index, count] of counts.entries()) sum[index] = (sum[index] ?? 0) + count;
  sums.set(person, sum);
}

type Stored = Readonly<Record<string, number | string>>;

function rowOf(stored: unknown): Row {
  const row = stored as Stored & { readonly person: number; readonly entity: number; readonly name: string; readonly team: string };
  return { ...row, counts: countsOf(row, MOST_COUNTERS) };
}

function detailOf(stored: unknown): Detail {
  const row = stored as Stored & { readonly person: number; readonly kind: string; readonly key: string | number };
  return { ...row, counts: countsOf(row, MOST_DETAIL_COUNTERS) };
}

function countsOf(row: Stored, length: number): number[] {
  return Array.from({ length }, (_, index) => row[`n${index}`] as number);
}
