/** Holds what is counted against what it was counted from: rows of sessions against their events, sums against rows. */
import type { Db } from '../library/schema.ts';
import { BOTS, EVERYBODY, MOST_COUNTERS, MOST_DETAIL_COUNTERS } from './model.ts';
import { identityOf, type SessionDetail, type SessionPerson, type SessionRows } from './rows.ts';

/** Ids of a game's sessions that were not counted by this version of its provider. */
export function uncounted(db: Db, game: string, version: number): readonly string[] {
  return db
    .prepare<[string, number], string>(
      `SELECT id FROM sessions WHERE game = ? AND status IN ('ready', 'partial', 'recovered')
         AND NOT EXISTS (SELECT 1 FROM career_sessions WHERE session = key AND version = ? AND packed IS NOT NULL) ORDER BY key`,
    )
    .pluck()
    .all(game, version);
}

type Row = Readonly<Record<string, number | string>>;

export interface StoredCareer {
  readonly version: number;
  readonly rows: SessionRows;
  /** As NewCareer has them. */
  readonly moments: Uint8Array | null;
}

/** How a session is counted now; null when it is not. */
export function sessionCareer(db: Db, id: string): StoredCareer | null {
  const session = db
    .prepare<[string], { session: number; version: number; map: string; server: string }>(
      'SELECT session, version, map, server FROM career_sessions JOIN sessions ON key = session WHERE id = ? AND counted = 1',
    )
    .get(id);
  if (session === undefined) return null;
  const rows = db
    .prepare<
      [number],
      Row & { person: number; scheme: string; value: string; scope: string; bot: number; name: string; entity: number; team: string }
    >(
      `SELECT r.*, p.scheme, p.value, p.scope, p.bot FROM career_rows AS r JOIN career_people AS p ON p.person = r.person WHERE session = ? ORDER BY entity`,
    )
    .all(session.session);
  const indexes = new Map(rows.map(({ person }, index) => [person, index]));
  const details = db
    .prepare<[number], Row & { person: number; kind: string; key: string | number }>('SELECT * FROM career_details WHERE session = ?')
    .all(session.session);
  const rowsOf: SessionRows = {
    map: session.map,
    server: session.server,
    people: rows.map(({ scheme, value, scope, bot, name, entity, team }): SessionPerson => {
      return { scheme, value, isScoped: scope !== '', bot: bot === 1, name, entity, team, claims: [] };
    }),
    counts: rows.map((row) => countsOf(row, MOST_COUNTERS)),
    details: details.map((row): SessionDetail => {
      const { person, kind, key } = row;
      return { person: indexes.get(person) ?? -1, kind, key, ofPeople: false, counts: countsOf(row, MOST_DETAIL_COUNTERS) };
    }),
  };
  const moments =
    db.prepare<[number], Uint8Array>('SELECT data FROM career_moments WHERE session = ?').pluck().get(session.session) ?? null;
  return { version: session.version, rows: rowsOf, moments };
}

/** The first thing in which a session is not counted as its events say, as a part of a sentence; null when there is none. `people`: of details by opponents, the kinds. */
export function differenceOf(stored: SessionRows, fresh: SessionRows, isOfPeople: (kind: string) => boolean): string | null {
  const names = fresh.people.map(identityOf);
  const own = new Map(stored.people.map((person, index) => [identityOf(person), index]));
  if (stored.people.length !== fresh.people.length) return `${stored.people.length} people are counted, ${fresh.people.length} took part`;
  if (stored.map !== fresh.map || stored.server !== fresh.server) return 'its map or server is another';
  for (const [index, name] of names.entries()) {
    const at = own.get(name);
    const person = fresh.people[index]?.name ?? '';
    if (at === undefined) return `${person} is not counted`;
    const counter = firstOther(stored.counts[at] ?? [], fresh.counts[index] ?? []);
    if (counter >= 0)
      return `number ${counter} of ${person} is ${stored.counts[at]?.[counter]}, not ${fresh.counts[index]?.[counter] ?? 0}`;
  }
  const before = detailsOf(stored.details, (detail) => {
    if (detail.person < 0) return `${detail.kind} ${detail.key}`;
    return isOfPeople(detail.kind) ? null : `${identity(stored, detail.person)} ${detail.kind} ${detail.key}`;
  });
  const after = detailsOf(fresh.details, (detail) => {
    if (detail.person < 0) return `${detail.kind} ${detail.key}`;
    return detail.ofPeople ? null : `${identity(fresh, detail.person)} ${detail.kind} ${detail.key}`;
  });
  for (const [key, counts] of after) {
    if (firstOther(before.get(key) ?? [], counts) >= 0)
      return `${key.replaceAll('\n', ' ')} is ${before.get(key)?.join() ?? 'missing'}, not ${counts.join()}`;
  }
  const versus = (rows: SessionRows, is: (detail: SessionDetail) => boolean): number =>
    rows.details.filter(is).reduce((sum, { counts }) => sum + counts.reduce((all, count) => all + count, 0), 0);
  const [was, is] = [versus(stored, ({ kind }) => isOfPeople(kind)), versus(fresh, ({ ofPeople }) => ofPeople)];
  return was === is ? null : `what people did to each other adds up to ${was}, not ${is}`;
}

/** One sentence for each kind of sum that is not that of its parts. */
export function careerProblems(db: Db): readonly string[] {
  const main = Array.from({ length: MOST_COUNTERS }, (_, index) => `n${index}`);
  const finer = main.slice(0, MOST_DETAIL_COUNTERS);
  const summed = (names: readonly string[]): string => names.map((name) => `sum(${name})`).join(', ');
  const problems: string[] = [];
  const compare = (what: string, kept: string, counted: string): void => {
    const sql = `SELECT (SELECT count(*) FROM (${kept} EXCEPT ${counted})) + (SELECT count(*) FROM (${counted} EXCEPT ${kept}))`;
    const count = db.prepare<[], number>(sql).pluck().get() ?? 0;
    if (count > 0) problems.push(`Statistics of people: ${count} of ${what} are not the sums of their parts.`);
  };
  const scopes = [
    ['', "''"],
    ['map', 's.map'],
    ['server', 's.server'],
  ] as const;
  for (const [scope, value] of scopes) {
    for (const period of ['0', 's.day / 100']) {
      compare(
        `the totals ${scope === '' ? 'of all' : `by ${scope}`}`,
        `SELECT game, value, period, person, ${main.join(', ')} FROM career_totals WHERE scope = '${scope}' AND period ${period === '0' ? '= 0' : '> 0'}`,
        `SELECT s.game, ${value}, ${period}, person, ${summed(main)} FROM career_rows AS r JOIN career_sessions AS s ON s.session = r.session GROUP BY 1, 2, 3, 4`,
      );
    }
  }
  for (const period of ['0', 's.day / 100']) {
    compare(
      'the finer totals',
      `SELECT game, kind, period, person, key, ${finer.join(', ')} FROM career_detail_totals WHERE period ${period === '0' ? '= 0' : '> 0'}`,
      `SELECT s.game, kind, ${period}, person, key, ${summed(finer)} FROM career_details AS d JOIN career_sessions AS s ON s.session = d.session GROUP BY 1, 2, 3, 4, 5`,
    );
  }
  compare(
    'the rows of everybody',
    `SELECT session, person, ${main.join(', ')} FROM career_rows WHERE person IN (${EVERYBODY}, ${BOTS})`,
    `SELECT session, CASE WHEN person > 0 THEN ${EVERYBODY} ELSE ${BOTS} END AS who, ${summed(main)} FROM career_rows WHERE person NOT IN (${EVERYBODY}, ${BOTS}) GROUP BY session, who`,
  );
  return problems;
}

function identity({ people }: SessionRows, person: number): string {
  const one = people[person];
  return one === undefined ? '' : identityOf(one);
}

function detailsOf(
  details: readonly SessionDetail[],
  key: (detail: SessionDetail) => string | null,
): ReadonlyMap<string, readonly number[]> {
  const all = new Map<string, readonly number[]>();
  for (const detail of details) {
    const own = key(detail);
    if (own !== null) all.set(own, detail.counts);
  }
  return all;
}

/** Index of the first number in which they differ, missing ones being 0; -1 when there is none. */
function firstOther(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) if ((a[i] ?? 0) !== (b[i] ?? 0)) return i;
  return -1;
}

function countsOf(row: Row, length: number): number[] {
  return Array.from({ length }, (_, index) => row[`n${index}`] as number);
}
