/** Points of many sessions for a heatmap, chosen from their packed columns. */
import { encodeHeatPoints } from '../../../shared/career-heat.ts';
import type { Params } from '../../../shared/engine-api.ts';
import { RefusedInput } from '../game-adapter.ts';
import { unpackPoints, type PointColumns } from './points.ts';
import { prepared } from './prepared.ts';
import { marks } from './sources.ts';
import type { Span } from './span.ts';
import type { SumReads } from './sums.ts';

const MOST_SESSIONS = 65_535;

type Asked = Params<'career.heat'>;

interface Stored {
  readonly session: number;
  readonly id: string;
  readonly count: number;
  readonly data: Uint8Array;
}

/** As encodeHeatPoints writes them. */
export function heatPoints(sums: SumReads, asked: Asked, span: Span | null, player: number | null): Uint8Array {
  const { filter, kind, team, fromT = 0, toT = Number.POSITIVE_INFINITY } = asked;
  if (!sums.model.heat.some(({ id }) => id === kind)) throw new RefusedInput(`There are no points of ${kind} in this game.`);
  const entities = player === null ? null : entitiesOf(sums, player, asked, span);
  const sessions: string[] = [];
  const points = new Points(most(sums, asked, span));
  for (const { session, id, count, data } of stored(sums, asked, span)) {
    const own = entities?.get(session);
    if ((entities !== null && own === undefined) || sessions.length === MOST_SESSIONS) continue;
    const columns = unpackPoints(data, count);
    const weapon = filter.weapon === undefined ? -1 : columns.weapons.indexOf(filter.weapon);
    const side = team === undefined ? -1 : columns.teams.indexOf(team);
    if ((filter.weapon !== undefined && weapon < 0) || (team !== undefined && side < 0)) continue;
    const before = points.count;
    points.choose(columns, sessions.length, { own, weapon, side, fromT, toT });
    if (points.count > before) sessions.push(id);
  }
  return encodeHeatPoints({ ...points.columns(), sessions });
}

interface Chosen {
  /** EntityIds; undefined for all. */
  readonly own: ReadonlySet<number> | undefined;
  /** -1 for all. */
  readonly weapon: number;
  readonly side: number;
  readonly fromT: number;
  readonly toT: number;
}

class Points {
  count = 0;
  readonly #session: Uint16Array;
  readonly #t: Int32Array;
  readonly #position: Float32Array;

  constructor(size: number) {
    this.#session = new Uint16Array(size);
    this.#t = new Int32Array(size);
    this.#position = new Float32Array(size * 3);
  }

  choose(from: PointColumns, session: number, { own, weapon, side, fromT, toT }: Chosen): void {
    const { t, x, y, z, step } = from;
    let at = this.count;
    for (let i = 0; i < from.count; i++) {
      const time = t[i] as number;
      if (time < fromT || time > toT || (weapon >= 0 && from.weapon[i] !== weapon) || (side >= 0 && from.team[i] !== side)) continue;
      if (own !== undefined && !own.has(from.entity[i] as number)) continue;
      this.#session[at] = session;
      this.#t[at] = time;
      this.#position[at * 3] = (x[i] as number) * step;
      this.#position[at * 3 + 1] = (y[i] as number) * step;
      this.#position[at * 3 + 2] = (z[i] as number) * step;
      at++;
    }
    this.count = at;
  }

  columns(): { readonly count: number; readonly session: Uint16Array; readonly t: Int32Array; readonly position: Float32Array } {
    return { count: this.count, session: this.#session, t: this.#t, position: this.#position };
  }
}

/** Points of all the sessions together. */
function most(sums: SumReads, { filter, kind }: Asked, span: Span | null): number {
  const condition = sums.sources.condition({ filter, span });
  const [count] = prepared(
    sums.db,
    `SELECT coalesce(sum(p.count), 0) FROM career_sessions AS s CROSS JOIN career_points AS p ON p.session = s.session AND p.kind = ? WHERE ${condition.sql}`,
  ).get(kind, ...condition.values) as [number];
  return count;
}

function* stored(sums: SumReads, { filter, kind, sessions }: Asked, span: Span | null): Generator<Stored> {
  const condition = sums.sources.condition({ filter, span });
  const chosen = sessions === undefined ? '' : `AND sessions.id IN (${marks(sessions)})`;
  yield* sums.db
    .prepare<(string | number)[], Stored>(
      `SELECT s.session, sessions.id, p.count, p.data FROM career_sessions AS s CROSS JOIN sessions ON sessions.key = s.session
       CROSS JOIN career_points AS p ON p.session = s.session AND p.kind = ? WHERE ${condition.sql} ${chosen} ORDER BY s.day`,
    )
    .iterate(kind, ...condition.values, ...(sessions ?? []));
}

/** By session, which entities a player is. */
function entitiesOf(sums: SumReads, player: number, { filter }: Asked, span: Span | null): ReadonlyMap<number, ReadonlySet<number>> {
  const { sql, values } = sums.sources.sessions({ filter, span, people: sums.peopleOf(player) });
  const found = new Map<number, Set<number>>();
  for (const [session, entity] of sums.db
    .prepare(`SELECT r.session, r.entity ${sql}`)
    .raw()
    .all(...values) as [number, number][]) {
    const own = found.get(session);
    if (own === undefined) found.set(session, new Set([entity]));
    else own.add(entity);
  }
  return found;
}
