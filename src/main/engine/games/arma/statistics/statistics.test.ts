/** After-action statistics against the simulator's truth log, and against a naive count over the JSON of simulated and real recordings. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Truth } from '../../../../../../simulators/arma/operation.ts';
import { writeOcap } from '../../../../../../simulators/arma/write-ocap.ts';
import { CountedSession } from '../../../statistics/testing.ts';

const FOLDER = join(import.meta.dirname, '../../../../../../../shared/data/arma');
const here = existsSync(FOLDER);
if (!here) console.warn(`Skipped: statistics of real OCAP recordings (no ${FOLDER}).`);
const files = here ? readdirSync(FOLDER).filter((name) => /^(mission|synthetic_v5).*\.json\.gz$/.test(name)) : [];

type Tuple = readonly unknown[];
interface NaiveEntity {
  readonly id: number;
  readonly type: string;
  readonly side?: string;
  readonly class?: string;
  readonly startFrameNum: number;
  readonly positions: readonly Tuple[] | null;
  readonly framesFired?: readonly (readonly [number, unknown])[];
}
interface NaiveFile {
  readonly captureDelay: number;
  readonly entities: readonly NaiveEntity[];
  readonly events: readonly (readonly [number, string, ...unknown[]])[];
}

/** Life of a unit by frame, from its first one on: the last that was said. */
function lives(entity: NaiveEntity): number[] {
  let list = LIVES.get(entity);
  if (list !== undefined) return list;
  let life = 1;
  list = (entity.positions ?? []).map((tuple) => (life = tuple.length === 0 ? life : Number(tuple[2])));
  LIVES.set(entity, list);
  return list;
}
const LIVES = new WeakMap<NaiveEntity, number[]>();

/** Every loss: [frame, id]; of vehicles, life and frames by their ranges. */
function lossesOf(file: NaiveFile): { frame: number; id: number; unit: boolean }[] {
  const losses: { frame: number; id: number; unit: boolean }[] = [];
  const window = 5 / file.captureDelay;
  for (const entity of file.entities) {
    if (entity.class === 'parachute') continue;
    const unit = entity.type === 'unit';
    const moments: { frame: number; what: 'alive' | 'dead' | 'killed' }[] = [];
    const states = unit
      ? lives(entity).map((life, i): [number, number] => [entity.startFrameNum + i, life])
      : (entity.positions ?? []).map((tuple, i): [number, number] => {
          const range = tuple[4] as readonly [number, number] | undefined;
          return [range?.[0] ?? entity.startFrameNum + i, Number(tuple[2])];
        });
    for (const [i, [frame, life]] of states.entries()) {
      const before = states[i - 1]?.[1];
      if (life === 0 && before !== undefined && before !== 0) moments.push({ frame, what: 'dead' });
      if (life !== 0 && before === 0) moments.push({ frame, what: 'alive' });
    }
    for (const [frame, type, victim] of file.events) if (type === 'killed' && victim === entity.id) moments.push({ frame, what: 'killed' });
    let last = Number.NEGATIVE_INFINITY;
    // The state of a frame is told before its events.
    for (const { frame, what } of moments.toSorted(
      (a, b) => a.frame - b.frame || Number(a.what === 'killed') - Number(b.what === 'killed'),
    )) {
      if (what === 'alive') last = Number.NEGATIVE_INFINITY;
      else if (frame - last > window) {
        losses.push({ frame, id: entity.id, unit });
        last = frame;
      }
    }
  }
  return losses;
}

function standing({ entities }: NaiveFile, frame: number): Record<string, number> {
  const count: Record<string, number> = {};
  for (const entity of entities) {
    if (entity.type !== 'unit') continue;
    const life = lives(entity)[frame - entity.startFrameNum];
    const side = entity.side ?? '';
    if (life !== undefined && life !== 0 && side !== 'UNKNOWN') count[side] = (count[side] ?? 0) + 1;
  }
  return count;
}

const sum = (table: Record<string, Record<string, number | null>>, column: string): number =>
  Object.values(table).reduce((total, row) => total + (row[column] ?? 0), 0);

/** What was counted and what a naive count says: shots and losses of everybody and forces at several t, and the vehicles. */
function compared(counted: CountedSession, file: NaiveFile): { found: unknown[]; expected: unknown[] } {
  const { captureDelay, entities } = file;
  const found: unknown[] = [];
  const expected: unknown[] = [];
  const ms = (frame: number): number => Math.round(frame * captureDelay * 1000);
  const lastFrame = Math.max(...entities.map(({ startFrameNum, positions }) => startFrameNum + (positions?.length ?? 0) - 1));
  const losses = lossesOf(file);
  for (const share of [0, 0.07, 0.2, 0.55, 1]) {
    const frame = Math.round(lastFrame * share);
    const soldiers = counted.table('soldiers', ms(frame));
    for (const { id, type, framesFired = [] } of entities) {
      if (type !== 'unit') continue;
      const lost = losses.filter((loss) => loss.id === id && loss.frame <= frame).length;
      expected.push([frame, id, framesFired.filter(([at]) => at <= frame).length, lost]);
      const row = soldiers[String(id)];
      found.push([frame, id, row?.['shots'] ?? 0, row?.['losses'] ?? 0]);
    }
    const standingNow = standing(file, frame);
    for (const [side, strength] of Object.entries(counted.chart('strength', ms(frame)))) {
      expected.push([frame, side, standingNow[side] ?? 0]);
      found.push([frame, side, strength]);
    }
  }
  for (const { unit, frame, id } of losses.toSorted((a, b) => a.frame - b.frame || a.id - b.id))
    if (!unit) expected.push([ms(frame), String(id)]);
  const lost = counted.moments('vehicles-lost').toSorted((a, b) => a.t - b.t || Number(a.target) - Number(b.target));
  for (const { t, target } of lost) found.push([t, target]);
  expected.push(entities.reduce((total, { framesFired }) => total + (framesFired?.length ?? 0), 0));
  found.push(sum(counted.table('soldiers'), 'shots'));
  return { found, expected };
}

describe('a simulated operation', async () => {
  const parts: Uint8Array[] = [];
  const truth: Truth[] = [];
  await writeOcap(
    (bytes) => {
      parts.push(bytes);
      return Promise.resolve();
    },
    { minutes: 10, seed: 2 },
    (line) => truth.push(line),
  );
  const bytes = Buffer.concat(parts);
  const file = JSON.parse(bytes.toString()) as NaiveFile;
  const counted = await CountedSession.of('operation.json', bytes);
  const did = (what: Truth['what'], until = Number.POSITIVE_INFINITY): Truth[] =>
    truth.filter((line) => line.what === what && line.frame * 1000 <= until);
  const sideOf = new Map(file.entities.map(({ id, side }) => [id, side]));
  const pairOf = (a = -1, b = -1): string =>
    [sideOf.get(a) ?? '', sideOf.get(b) ?? ''].toSorted((one, other) => one.localeCompare(other)).join(' ');
  const isFriendly = ({ actor, target }: Truth): boolean => actor !== undefined && sideOf.get(actor) === sideOf.get(target ?? -1);

  test('losses, shots, forces and vehicles are those of the file, at any t', () => {
    expect(did('kill').length).toBeGreaterThan(5);
    const { found, expected } = compared(counted, file);
    expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(100);
  });

  test('kills, by soldier, side, weapon and distance, are the truth at any t', () => {
    for (const t of [120_000, 300_000, Number.POSITIVE_INFINITY]) {
      const kills = did('kill', t).filter((line) => line.actor !== undefined && !isFriendly(line));
      const count = (key: (line: Truth) => string): Record<string, number> => {
        const counts: Record<string, number> = {};
        for (const line of kills) counts[key(line)] = (counts[key(line)] ?? 0) + 1;
        return counts;
      };
      const counts = (table: string): Record<string, number> =>
        Object.fromEntries(
          Object.entries(counted.table(table, t)).flatMap(([key, { kills: n }]) =>
            n === 0 || n === null || n === undefined ? [] : [[key, n]],
          ),
        );
      expect(counts('soldiers')).toEqual(count(({ actor }) => String(actor)));
      expect(counts('sides')).toEqual(count(({ actor }) => sideOf.get(actor ?? -1) ?? ''));
      expect(counts('weapons')).toEqual(count(({ weapon }) => weapon ?? ''));
      const bands: [number, string][] = [
        [1200, '1200 m and more'],
        [800, '800 to 1200 m'],
        [500, '500 to 800 m'],
        [300, '300 to 500 m'],
        [200, '200 to 300 m'],
        [100, '100 to 200 m'],
        [50, '50 to 100 m'],
        [0, '0 to 50 m'],
      ];
      expect(counts('distances')).toEqual(count(({ metres = 0 }) => bands.find(([edge]) => metres >= edge)?.[1] ?? ''));
    }
  });

  test('hits, destroyed vehicles and team kills are the truth', () => {
    expect(sum(counted.table('soldiers'), 'hits')).toBe(did('hit').length);
    expect(sum(counted.table('soldiers'), 'vehicles')).toBe(did('destroy').length);
    expect(
      counted
        .moments('vehicles-lost')
        .filter(({ actor }) => actor !== '')
        .map(({ actor, target }) => [actor, target]),
    ).toEqual(did('destroy').map(({ actor, target }) => [String(actor), String(target)]));
    expect(counted.moments('team-kills').length).toBe(did('kill').filter((line) => line.actor !== undefined && isFriendly(line)).length);
  });

  test('first contact is the first hit or kill between two sides', () => {
    const fights = truth.filter(({ what, actor }) => ['hit', 'kill', 'destroy'].includes(what) && actor !== undefined);
    const between = (line: Truth): string => pairOf(line.actor, line.target);
    const pairs = [...new Set(fights.filter((line) => !isFriendly(line)).map(between))];
    const contacts = counted.moments('first-contact').filter(({ what }) => what !== 'first shot');
    expect(contacts.length).toBe(pairs.length);
    for (const { t, actor, target } of contacts) {
      const pair = pairOf(Number(actor), Number(target));
      expect(t).toBe((fights.find((line) => between(line) === pair)?.frame ?? -1) * 1000);
    }
    const shots = counted.moments('first-contact').filter(({ what }) => what === 'first shot');
    for (const { t, sides } of shots)
      expect(t).toBe((did('shot').find(({ actor }) => sideOf.get(actor ?? -1) === sides)?.frame ?? -1) * 1000);
  });

  test('hot areas are where a naive clustering finds them', () => {
    const points: { x: number; z: number; heat: number }[] = [];
    const place = (id: number, frame: number): number[] => {
      const entity = file.entities.find((candidate) => candidate.id === id);
      if (entity?.type === 'unit') return (entity.positions?.[frame - entity.startFrameNum]?.[0] ?? []) as number[];
      const state = entity?.positions?.findLast((tuple) => ((tuple[4] as number[])[0] ?? 0) <= frame);
      return (state?.[0] ?? []) as number[];
    };
    const add = (id: number, frame: number, heat: number): void => {
      const [x = Number.NaN, north = Number.NaN] = place(id, frame);
      if (!Number.isNaN(x)) points.push({ x, z: -north, heat });
    };
    for (const { id, framesFired = [] } of file.entities) for (const [frame] of framesFired) add(id, frame, 1);
    for (const { id, frame } of lossesOf(file)) add(id, frame, 10);
    const all = points.reduce((total, { heat }) => total + heat, 0);
    const cells = new Map<string, { cell: [number, number]; points: typeof points }>();
    for (const point of points) {
      const cell: [number, number] = [Math.floor(point.x / 100), Math.floor(point.z / 100)];
      const known = cells.get(String(cell));
      if (known === undefined) cells.set(String(cell), { cell, points: [point] });
      else known.points.push(point);
    }
    const heatOf = (list: typeof points): number => list.reduce((total, { heat }) => total + heat, 0);
    let areas = [...cells.values()].filter((cell) => heatOf(cell.points) >= Math.max(10, all / 100)).map((cell) => [cell]);
    // Join any two that touch until none do.
    for (let joined = true; joined;) {
      joined = false;
      for (const a of areas) {
        const b = areas.find(
          (other) =>
            other !== a && a.some(({ cell: [x, z] }) => other.some(({ cell: [u, v] }) => Math.abs(x - u) <= 1 && Math.abs(z - v) <= 1)),
        );
        if (b === undefined) continue;
        a.push(...b);
        areas = areas.filter((other) => other !== b);
        joined = true;
        break;
      }
    }
    const expected = areas
      .map((area) => area.flatMap((cell) => cell.points))
      .toSorted((a, b) => heatOf(b) - heatOf(a))
      .map((list) => {
        const heat = heatOf(list);
        const [x, z] = [list.reduce((s, p) => s + p.x * p.heat, 0) / heat, list.reduce((s, p) => s + p.z * p.heat, 0) / heat];
        const square = list.reduce((s, p) => s + ((p.x - x) ** 2 + (p.z - z) ** 2) * p.heat, 0) / heat;
        return { x, z, radius: Math.max(25, Math.sqrt(2 * square)), heat };
      });
    const section = counted.statistics.sections.find(({ id }) => id === 'hot-areas');
    const table = counted.table('hot-areas');
    const rows = section?.kind === 'table' ? section.rows : [];
    expect(rows.length).toBe(Math.min(20, expected.length));
    expect(rows.length).toBeGreaterThan(0);
    for (const [i, row] of rows.entries()) {
      if (row.kind !== 'place') throw new Error('a hot area is a place');
      expect(row.centre[0]).toBeCloseTo(expected[i]?.x ?? 0, 4);
      expect(row.centre[2]).toBeCloseTo(expected[i]?.z ?? 0, 4);
      expect(row.radius).toBeCloseTo(expected[i]?.radius ?? 0, 2);
      expect((table[row.text]?.['losses'] ?? 0) * 10 + (table[row.text]?.['shots'] ?? 0)).toBe(expected[i]?.heat);
    }
  });
});

describe('real recordings', () => {
  test.each(files)(
    '%s is counted as its JSON says',
    async (name) => {
      const bytes = readFileSync(join(FOLDER, name));
      const { found, expected } = compared(await CountedSession.of(name, bytes), JSON.parse(gunzipSync(bytes).toString()) as NaiveFile);
      expect(found).toEqual(expected);
    },
    120_000,
  );
});
