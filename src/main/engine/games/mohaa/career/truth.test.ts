import { mkdtempSync, writeFileSync } from 'node:fs';
/** Every statistic against a naive count of what the simulator says it did, through the real importer and library. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Truth } from '../../../../../../simulators/mohaa/truth.ts';
import { writeMohaaLog } from '../../../../../../simulators/mohaa/write-log.ts';
import type { CareerPlayer, Leaderboard } from '../../../../../shared/career.ts';
import { createEngine, type Engine } from '../../../engine.ts';
import { plainName } from '../dialect/words.ts';

type Kill = Extract<Truth, { kind: 'kill' }>;
type Hit = Extract<Truth, { kind: 'hit' }>;

let engine: Engine;
let folder: string;
const truth: Truth[] = [];
const names: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sandtable-career-'));
  const parts: Uint8Array[] = [];
  await writeMohaaLog(
    (bytes) => {
      parts.push(bytes);
      return Promise.resolve();
    },
    { dialect: 'seed', minutes: 2, players: 6, bots: 2, matches: 3 },
    (line) => truth.push(line),
  );
  const path = join(folder, 'match.ndjson');
  writeFileSync(path, Buffer.concat(parts));
  engine = await createEngine({ libraryDir: join(folder, 'library'), desktop: true });
  const handle = engine.mint({ path, access: 'read', temporary: false });
  await engine.client.stream('import.files', { handles: [handle] }, ({ state, message }) => {
    if (state !== 'reading' && state !== 'done') throw new Error(message ?? state);
  });
  await settled();
  names.push(...new Set(truth.flatMap((line) => (line.kind === 'join' && !line.isBot ? [plainName(line.name)] : []))));
}, 120_000);

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

async function settled(): Promise<void> {
  for (let i = 0; i < 500; i++) {
    const [game] = await engine.client.call('career.games', {});
    if (game !== undefined && game.pending === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('sessions are not counted');
}

const bots = (): ReadonlySet<string> => new Set(truth.flatMap((line) => (line.kind === 'join' && line.isBot ? [line.name] : [])));
const kills = (): readonly Kill[] => truth.filter((line) => line.kind === 'kill');
const hits = (): readonly Hit[] => truth.filter((line) => line.kind === 'hit');
const isOwn = ({ name, target, means }: Kill): boolean => name === target || (name === '' && means === 'suicide');

async function board(stat: string, filter: object = {}): Promise<Leaderboard> {
  return await engine.client.call('career.leaderboard', { filter: { game: 'mohaa', ...filter }, stat, columns: [], offset: 0, limit: 500 });
}

/** What a leaderboard says of everybody who has something. */
async function told(stat: string, filter: object = {}): Promise<Record<string, number>> {
  const { rows } = await board(stat, filter);
  return Object.fromEntries(rows.map(({ player, values }) => [player.name, Math.round((values[0] ?? Number.NaN) * 1e6) / 1e6]));
}

/** The same by a naive count; who has nothing is left out. */
function counted(of: (name: string) => number): Record<string, number> {
  const all = [...new Set(truth.flatMap((line) => (line.kind === 'join' && !line.isBot ? [line.name] : [])))];
  return Object.fromEntries(
    all
      .map((name) => [plainName(name), Math.round(of(name) * 1e6) / 1e6] as const)
      .filter(([, value]) => value > 0)
      .toSorted(([a], [b]) => a.localeCompare(b)),
  );
}

async function same(stat: string, of: (name: string) => number, filter: object = {}): Promise<void> {
  const expected = counted(of);
  expect(Object.keys(expected).length, `of ${stat}`).toBeGreaterThan(0);
  expect(await told(stat, filter), `of ${stat}`).toEqual(expected);
}

/** Runs of kills of enemies who are no bots, match by match. */
function runs(name: string): readonly number[] {
  const lengths: number[] = [];
  const nobody = bots();
  for (const match of new Set(truth.map((line) => line.match))) {
    let run = 0;
    for (const kill of kills().filter((line) => line.match === match)) {
      if (kill.target === name) {
        lengths.push(run);
        run = 0;
      } else if (kill.name === name && !kill.friendly && !nobody.has(kill.target)) run++;
    }
    lengths.push(run);
  }
  return lengths.filter((length) => length > 0);
}

describe('leaderboards', () => {
  const enemyKills = (name: string): readonly Kill[] =>
    kills().filter((kill) => kill.name === name && kill.target !== name && !kill.friendly && !bots().has(kill.target));
  const deaths = (name: string): readonly Kill[] =>
    kills().filter((kill) => kill.target === name && (isOwn(kill) || kill.friendly || kill.name === '' || !bots().has(kill.name)));

  test('kills, deaths and what is apart', async () => {
    await same('kills', (name) => enemyKills(name).length);
    await same('deaths', (name) => deaths(name).length);
    await same('bot_kills', (name) => kills().filter((kill) => kill.name === name && bots().has(kill.target) && !kill.friendly).length);
    await same('suicides', (name) => kills().filter((kill) => kill.target === name && isOwn(kill)).length);
    await same('headshots', (name) => enemyKills(name).filter(({ hitloc }) => hitloc === 'head' || hitloc === 'helmet').length);
    await same('grenade_kills', (name) => enemyKills(name).filter(({ means }) => means === 'grenade').length);
    const kd = await told('kd');
    const expected = counted((name) => enemyKills(name).length / Math.max(1, deaths(name).length));
    for (const [name, value] of Object.entries(expected)) expect(kd[name], `of ${name}`).toBeCloseTo(value, 5);
  });

  test('with bots', async () => {
    const { rows, total } = await board('kills', { bots: true });
    const all = new Set(
      kills()
        .filter(({ name, target, friendly }) => name !== '' && name !== target && !friendly)
        .map(({ name }) => name),
    );
    expect(total).toBe(all.size);
    for (const { player, values } of rows)
      expect(values[0], `of ${player.name}`).toBe(
        kills().filter((kill) => plainName(kill.name) === player.name && kill.target !== kill.name && !kill.friendly).length,
      );
  });

  test('aim', async () => {
    await same('shots', (name) => truth.filter((line) => line.kind === 'shot' && line.name === name).length);
    await same('hits', (name) => hits().filter((hit) => hit.name === name && hit.hitloc !== 'general').length);
    await same('damage', (name) =>
      hits()
        .filter((hit) => hit.name === name && hit.target !== name)
        .reduce((sum, { damage }) => sum + damage, 0),
    );
    await same('damage_taken', (name) =>
      hits()
        .filter((hit) => hit.target === name)
        .reduce((sum, { damage }) => sum + damage, 0),
    );
    const longest = await told('longest_kill');
    for (const [name, metres] of Object.entries(longest)) {
      const own = kills().filter(
        (kill) => plainName(kill.name) === name && !bots().has(kill.target) && !kill.friendly && kill.target !== kill.name,
      );
      expect(Math.abs(metres - Math.max(...own.map((kill) => kill.metres))), `of ${name}`).toBeLessThanOrEqual(1);
    }
  });

  test('streaks and multi-kills', async () => {
    await same('best_streak', (name) => Math.max(0, ...runs(name)));
    const fives = await told('streaks_5');
    expect(fives).toEqual(counted((name) => runs(name).filter((length) => length >= 5).length));
    const doubles = await told('double_kills');
    const chains = (name: string): number => {
      let count = 0;
      for (const match of new Set(truth.map((line) => line.match))) {
        let length = 0;
        let last = Number.NEGATIVE_INFINITY;
        for (const { time } of enemyKills(name).filter((kill) => kill.match === match)) {
          if (Math.round(time * 1000) - Math.round(last * 1000) > 4000) {
            if (length === 2) count++;
            length = 0;
          }
          length++;
          last = time;
        }
        if (length === 2) count++;
      }
      return count;
    };
    expect(doubles).toEqual(counted(chains));
  });

  test('matches and wins', async () => {
    await same(
      'matches',
      (name) => new Set(truth.filter((line) => line.kind === 'join' && line.name === name).map(({ match }) => match)).size,
    );
    const { total } = await board('kills');
    expect(total).toBe(Object.keys(counted((name) => enemyKills(name).length)).length);
  });

  test('by weapon', async () => {
    const weapon = 'MP40';
    // The tracker of the seed says how, not with what: the weapon in hand counts.
    const shots = counted((name) => truth.filter((line) => line.kind === 'shot' && line.name === name && line.weapon === weapon).length);
    expect(await told('shots', { weapon })).toEqual(shots);
  });

  test('by map and page', async () => {
    const map = truth.find((line) => line.kind === 'match')?.map ?? '';
    const played = new Set(truth.filter((line) => line.kind === 'match' && line.map === map).map(({ match }) => match));
    await same('kills', (name) => enemyKills(name).filter(({ match }) => played.has(match)).length, { map });
    const all = await board('kills');
    const page = await engine.client.call('career.leaderboard', { filter: { game: 'mohaa' }, stat: 'kills', offset: 2, limit: 3 });
    expect(page.total).toBe(all.total);
    expect(page.rows.map(({ rank, player }) => [rank, player.id])).toEqual(
      all.rows.slice(2, 5).map(({ rank, player }) => [rank, player.id]),
    );
  });
});

describe('a player', () => {
  async function best(): Promise<CareerPlayer> {
    const { rows } = await board('kills');
    return await engine.client.call('career.player', { filter: { game: 'mohaa' }, id: rows[0]?.player.id ?? '' });
  }

  test('has figures, weapons, hit places, distances and rivals', async () => {
    const page = await best();
    const name = page.person.player.name;
    const own = kills().filter(
      (kill) => plainName(kill.name) === name && kill.target !== kill.name && !kill.friendly && !bots().has(kill.target),
    );
    expect(page.figures.find(({ stat }) => stat.id === 'kills')?.value).toBe(own.length);
    expect(page.rank).toMatchObject({ rank: 1 });
    const given = hits().filter((hit) => plainName(hit.name) === name && hit.hitloc !== 'general');
    const [body] = page.bodies;
    for (const part of body?.parts ?? [])
      expect(part.values[0], `of ${part.part}`).toBe(given.filter(({ hitloc }) => hitloc === part.part).length);
    expect(page.histograms[0]?.counts.reduce((sum, count) => sum + count, 0)).toBe(own.length);
    const metres = own.map((kill) => kill.metres).toSorted((a, b) => a - b);
    expect(Math.abs((page.histograms[0]?.median ?? 0) - (metres[Math.floor(metres.length / 2)] ?? 0))).toBeLessThan(3);
    const rivals = page.tables.find(({ id }) => id === 'opponent');
    for (const { label, values } of rivals?.rows ?? []) {
      expect(values[0], `of ${label}`).toBe(own.filter(({ target }) => plainName(target) === label).length);
    }
    expect(page.matches.total).toBe(
      new Set(truth.filter((line) => line.kind === 'join' && plainName(line.name) === name).map(({ match }) => match)).size,
    );
    expect(page.trend.values[0]?.some((value) => value !== null)).toBe(true);
    expect(page.achievements.find(({ id }) => id === 'first_blood')?.done).toBe(true);
  });

  test('is merged into another and split again', async () => {
    const { rows } = await board('kills');
    const [a, b] = rows;
    if (a === undefined || b === undefined) throw new Error('nobody');
    await engine.client.call('career.merge', { game: 'mohaa', into: a.player.id, from: b.player.id });
    const merged = await board('kills');
    expect(merged.total).toBe(rows.length - 1);
    expect(merged.rows[0]?.values[0]).toBe((a.values[0] ?? 0) + (b.values[0] ?? 0));
    const page = await engine.client.call('career.player', { filter: { game: 'mohaa' }, id: b.player.id });
    expect(page.person.player.id).toBe(a.player.id);
    expect(page.person.aliases.map(({ id }) => id)).toEqual([b.player.id]);
    await engine.client.call('career.split', { game: 'mohaa', alias: b.player.id });
    expect((await board('kills')).rows).toEqual(rows);
  });
});

describe('all together', () => {
  test('a match, its server and its points', async () => {
    const list = await engine.client.call('career.matches', { filter: { game: 'mohaa' }, offset: 0, limit: 10 });
    expect(list.total).toBe(3);
    const id = list.rows[0]?.id ?? '';
    const match = await engine.client.call('career.match', { id });
    const last = kills().filter((kill) => kill.match === 2);
    const all = last.filter((kill) => kill.name !== '' && kill.name !== kill.target && !kill.friendly);
    expect(match.scoreboard.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)).toBe(all.length);
    const server = list.rows[0]?.server?.id ?? '';
    const page = await engine.client.call('career.server', { filter: { game: 'mohaa', server } });
    expect(page.matches.total).toBe(3);
    expect(Math.max(...page.population.players)).toBeGreaterThan(0);
    const overview = await engine.client.call('career.overview', { filter: { game: 'mohaa' } });
    expect(overview.figures.find(({ stat }) => stat.id === 'matches')?.value).toBe(3);
  });

  test('the bin takes a session out, restoring brings it back, and what is counted always adds up', async () => {
    const before = await board('kills');
    const { rows } = await engine.client.call('career.matches', { filter: { game: 'mohaa' }, offset: 0, limit: 10 });
    const ids = rows.slice(0, 2).map(({ id }) => id);
    await engine.client.call('sessions.delete', { ids });
    const without = await board('kills');
    expect(without.rows.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)).toBeLessThan(
      before.rows.reduce((sum, { values }) => sum + (values[0] ?? 0), 0),
    );
    expect((await engine.verify(() => undefined)).problems).toEqual([]);
    await engine.client.call('sessions.restore', { ids });
    await settled();
    const after = await board('kills');
    expect(after.total).toBe(before.total);
    expect(new Map(after.rows.map(({ player, values }) => [player.id, values]))).toEqual(
      new Map(before.rows.map(({ player, values }) => [player.id, values])),
    );
    expect((await engine.verify(() => undefined)).problems).toEqual([]);
  });

  test('sessions from before there were statistics are counted after the start', async () => {
    const before = await board('kills');
    await engine.close();
    const db = new Database(join(folder, 'library', 'library.db'));
    for (const table of [
      'career_points',
      'career_moments',
      'career_details',
      'career_rows',
      'career_totals',
      'career_detail_totals',
      'career_sessions',
      'career_people',
    ])
      db.exec(`DELETE FROM ${table}`);
    db.close();
    engine = await createEngine({ libraryDir: join(folder, 'library'), desktop: true });
    let after = await board('kills');
    for (const deadline = Date.now() + 30_000; after.total < before.total && Date.now() < deadline; after = await board('kills'))
      await new Promise((resolve) => setTimeout(resolve, 100));
    await settled();
    const values = ({ rows }: Leaderboard): unknown => rows.map((row) => `${row.player.id} ${row.values.join()}`).toSorted();
    await expect.poll(async () => values(await board('kills')), { timeout: 20_000 }).toEqual(values(before));
    expect((await engine.verify(() => undefined)).problems).toEqual([]);
  }, 60_000);
});
