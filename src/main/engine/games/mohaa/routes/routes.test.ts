/** The REST API over real HTTP: its numbers against a naive recount of what the simulator did, and every answer against the document that is served. */
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { plainName } from '../dialect/words.ts';
import { isFight, recount, type Recount } from './recount.ts';
import { pathNames } from './route.ts';
import { ROUTES } from './routes.ts';
import { STAT_NAMES } from './stats.ts';
import { playedApi, TOKEN, type MatchTruth, type TestApi } from './test-library.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

type Json = Readonly<Record<string, unknown>>;
interface Entry {
  readonly rank: number;
  readonly player_id: string;
  readonly player_name: string;
  readonly value: number;
  readonly [counter: string]: number | string | null;
}
interface Board {
  readonly players: readonly Entry[];
  readonly total: number;
  readonly page: number;
}

let api: TestApi;
let all: readonly Entry[];
let validate: (path: string, method: string, status: number) => ValidateFunction;

beforeAll(async () => {
  api = await playedApi([
    { dialect: 'json', seed: 1, minutes: 1.3, matches: 2, server: 'alpha', daysAgo: 0 },
    { dialect: 'seed', seed: 5, minutes: 1.3, matches: 1, server: 'beta', daysAgo: 12 },
    { dialect: 'json', seed: 1, minutes: 2, matches: 1, server: 'alpha', daysAgo: 200 },
  ]);
  // Who has none of something is not ranked by it.
  all = (await board('stats/leaderboard?stat=matches&limit=500')).players;
  const { body: document } = await api.get('/openapi.json');
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(document as object, 'api');
  const compiled = new Map<string, ValidateFunction>();
  validate = (path, method, status) => {
    const known = compiled.get(`${method} ${path} ${status}`);
    if (known !== undefined) return known;
    const operation = [
      'paths',
      `/api/v1${path}`,
      method.toLowerCase(),
      'responses',
      String(status),
      'content',
      'application/json',
      'schema',
    ];
    const pointer = operation.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const check = ajv.compile({ $ref: `api#/${pointer}` });
    compiled.set(`${method} ${path} ${status}`, check);
    return check;
  };
});

afterAll(async () => await api?.close());

async function answer<T>(path: string): Promise<T> {
  const { status, body } = await api.get(`/${path}`);
  expect(status, `${path}: ${JSON.stringify(body).slice(0, 200)}`).toBe(200);
  return body as T;
}

const board = (path: string): Promise<Board> => answer<Board>(path);

/** Summed over players of one name: guests are somebody else in each match. */
function byName(entries: readonly Entry[], counter: string): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const entry of entries) {
    const value = entry[counter];
    if (typeof value === 'number' && value !== 0) sums[entry.player_name] = (sums[entry.player_name] ?? 0) + value;
  }
  return sums;
}

function expected(matches: readonly MatchTruth[], pick: (of: Recount) => number): Readonly<Record<string, number>> {
  const { people, bots } = recount(matches);
  return Object.fromEntries([...people].filter(([name, of]) => !bots.has(name) && pick(of) !== 0).map(([name, of]) => [name, pick(of)]));
}

const COUNTED: readonly (readonly [counter: string, pick: (of: Recount) => number])[] = [
  ['matches', (of) => of.matches],
  ['kills', (of) => of.kills],
  ['bot_kills', (of) => of.botKills],
  ['total_kills', (of) => of.kills + of.botKills],
  ['deaths', (of) => of.deaths],
  ['headshots', (of) => of.headshots],
  ['shots_fired', (of) => of.shots],
  ['shots_hit', (of) => of.hits],
  ['damage_taken', (of) => of.damageTaken],
  ['suicides', (of) => of.suicides],
  ['teamkills', (of) => of.teamKills],
  ['rounds', (of) => of.rounds],
];

describe('leaderboards', () => {
  test.each(COUNTED)('%s of every player is that of the simulator', (counter, pick) => {
    expect(byName(all, counter)).toEqual(expected(api.truth, pick));
  });

  test('ratios are those of their counts, damage is that dealt', () => {
    for (const { kills, deaths, kd_ratio, shots_fired, shots_hit, accuracy } of all as readonly Readonly<Record<string, number>>[]) {
      expect(kd_ratio).toBeCloseTo((kills ?? 0) / Math.max(1, deaths ?? 0), 3);
      expect(accuracy).toBeCloseTo(shots_fired === 0 ? 0 : ((shots_hit ?? 0) / (shots_fired ?? 0)) * 100, 3);
    }
    const dealt = byName(all, 'damage');
    for (const [name, bullets] of Object.entries(expected(api.truth, (of) => of.bulletDamage))) {
      expect(dealt[name]).toBeGreaterThanOrEqual(bullets);
    }
    expect(dealt).not.toEqual(byName(all, 'damage_taken'));
  });

  test('time played is from coming to going', () => {
    const played = byName(all, 'playtime_seconds');
    for (const [name, seconds] of Object.entries(expected(api.truth, (of) => of.playtime))) {
      expect(Math.abs((played[name] ?? 0) - seconds), `${name}: ${played[name]} of ${seconds}`).toBeLessThan(6);
    }
  });

  test.each([
    ['day', 1],
    ['week', 7],
    ['month', 30],
    ['year', 365],
    ['all', 9999],
  ] as const)('of the period %s', async (period, days) => {
    const { players, total } = await board(`stats/leaderboard?period=${period}&stat=matches&limit=500`);
    const played = api.truth.filter(({ played }) => played.daysAgo < days);
    expect(byName(players, 'kills')).toEqual(expected(played, (of) => of.kills));
    expect(total).toBe(players.length);
  });

  test.each([
    ['server=beta', (match: MatchTruth) => match.played.server === 'beta'],
    ['map=dm/sandbox', (match: MatchTruth) => match.map === 'dm/sandbox'],
    ['map=dm%2Fsandbox&server=alpha', (match: MatchTruth) => match.map === 'dm/sandbox' && match.played.server === 'alpha'],
    ['server=nobody', () => false],
  ] as const)('of %s', async (filter, takes) => {
    const { players } = await board(`stats/leaderboard?stat=matches&limit=500&${filter}`);
    expect(byName(players, 'deaths')).toEqual(expected(api.truth.filter(takes), (of) => of.deaths));
  });

  test('sorted by each statistic, the most first, with true ranks', async () => {
    for (const stat of STAT_NAMES) {
      const { players, total } = await board(`stats/leaderboard?stat=${stat}&limit=500`);
      const values = players.map(({ value }) => value);
      expect(values, `of ${stat}`).toEqual(values.toSorted((a, b) => b - a));
      expect(
        players.map(({ rank }) => rank),
        `of ${stat}`,
      ).toEqual(values.map((value) => values.indexOf(value) + 1));
      expect(total, `of ${stat}`).toBe(players.length);
      expect((await answer<Board>(`stats/leaderboard/${stat}?limit=500`)).players).toEqual(players);
    }
  });

  test('pages lie side by side, with the true total', async () => {
    const pages = [];
    for (let page = 1; page <= Math.ceil(all.length / 4) + 1; page++)
      pages.push(await board(`stats/leaderboard?stat=matches&limit=4&page=${page}`));
    expect(pages.flatMap(({ players }) => players)).toEqual(all);
    expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([all.length]));
    expect(pages.at(-1)?.players).toEqual([]);
  });

  test('weekly is a bare list', async () => {
    const entries = await answer<readonly Entry[]>('stats/leaderboard/weekly');
    const week = api.truth.filter(({ played }) => played.daysAgo < 7);
    expect(byName(entries, 'value')).toEqual(expected(week, (of) => of.kills));
  });

  test('a map by both spellings, a weapon however it is spelt', async () => {
    const map = await answer<{ map: string; leaderboard: readonly Entry[] }>('stats/leaderboard/map/dm%2Fsandbox');
    expect(map).toEqual(await answer('stats/leaderboard/map/dm/sandbox'));
    expect(map.map).toBe('dm/sandbox');
    const own = api.truth.filter(({ map }) => map === 'dm/sandbox');
    expect(byName(map.leaderboard, 'value')).toEqual(expected(own, (of) => of.kills));
    const json = api.truth.filter(({ played }) => played.dialect === 'json');
    for (const [spelling, weapon] of [
      ['MP40', 'MP40'],
      ['m1_garand', 'M1 Garand'],
      [encodeURIComponent("Springfield '03 Sniper"), "Springfield '03 Sniper"],
    ] as const) {
      const { leaderboard } = await answer<{ leaderboard: readonly Entry[] }>(`stats/leaderboard/weapon/${spelling}?server=alpha`);
      expect(byName(leaderboard, 'value')).toEqual(expected(json, (of) => of.weaponKills.get(weapon) ?? 0));
    }
  });
});

describe('players', () => {
  /** One who is the same in several matches. */
  const member = (): Entry => {
    const found = all
      .filter(({ player_id }) => player_id.startsWith('smf:'))
      .toSorted((a, b) => Number(b['kills']) - Number(a['kills']))[0];
    if (found === undefined) throw new Error('nobody is a member');
    return found;
  };
  const truthOf = (name: string): Recount => {
    const own = recount(api.truth.filter(({ played }) => played.dialect === 'json')).people.get(name);
    if (own === undefined) throw new Error(`${name} did not play`);
    return own;
  };

  test('all that is counted, in both shapes', async () => {
    const { player_id, player_name } = member();
    const own = truthOf(player_name);
    expect(own.matches).toBeGreaterThan(1);
    const { player, ...flat } = await answer<Json & { player: Json }>(`stats/player/${encodeURIComponent(player_id)}`);
    expect(flat).toMatchObject({
      player_id,
      player_name,
      total_kills: own.kills,
      bot_kills: own.botKills,
      total_deaths: own.deaths,
      total_headshots: own.headshots,
      damage_taken: own.damageTaken,
      shots_fired: own.shots,
      shots_hit: own.hits,
      suicides: own.suicides,
      team_kills: own.teamKills,
      matches_played: own.matches,
    });
    expect(player).toMatchObject({ kills: own.kills, deaths: own.deaths, damage_taken: own.damageTaken, matches_played: own.matches });
    expect(player['recent_matches']).toHaveLength(own.matches);
    expect(flat['kd_ratio']).toBeCloseTo(own.kills / Math.max(1, own.deaths), 3);
    expect(flat['headshot_percent']).toBeCloseTo(own.kills === 0 ? 0 : (own.headshots / own.kills) * 100, 3);
  });

  test('is found by id, member number and name', async () => {
    const { player_id } = member();
    const of = await answer(`stats/player/${encodeURIComponent(player_id)}`);
    expect(await answer(`stats/member/${player_id.slice('smf:'.length)}`)).toEqual(of);
    const named = all.find(({ player_name }) => all.filter((other) => other.player_name === player_name).length === 1);
    const byName = await answer(`stats/player/name/${encodeURIComponent(named?.player_name ?? '')}`);
    expect(byName).toMatchObject({ player_id: named?.player_id });
    expect((await api.get('/stats/player/nobody')).body).toEqual({ error: 'Player not found.' });
  });

  test('streaks, multi-kills, rivals, parts of the body', async () => {
    for (const { player_id, player_name } of all.filter(({ player_id }) => player_id.startsWith('smf:'))) {
      const own = truthOf(player_name);
      const deep = await answer<{
        streaks: Json;
        multi_kills: Json;
        rivals: { nemesis_kills: number; victim_kills: number; rivals: readonly { player_name: string; kills: number; deaths: number }[] };
        hit_locations: Readonly<Record<string, { hits: number }>>;
        accuracy: { longest_kill: number | null };
      }>(`stats/player/${encodeURIComponent(player_id)}/deep`);
      expect(deep.streaks['best']).toBe(own.bestStreak);
      const chains = (length: number): number => own.chains.get(length) ?? 0;
      expect(deep.multi_kills).toMatchObject({ double: chains(2), multi: chains(3), ultra: chains(4), monster: chains(5) });
      const met: Record<string, [number, number]> = {};
      for (const { player_name: name, kills, deaths } of deep.rivals.rivals)
        met[name] = [(met[name]?.[0] ?? 0) + kills, (met[name]?.[1] ?? 0) + deaths];
      const names = new Set([...own.killed.keys(), ...own.killedBy.keys()]);
      expect(met).toEqual(Object.fromEntries([...names].map((name) => [name, [own.killed.get(name) ?? 0, own.killedBy.get(name) ?? 0]])));
      expect(deep.rivals.victim_kills).toBe(Math.max(0, ...deep.rivals.rivals.map(({ kills }) => kills)));
      expect(deep.rivals.nemesis_kills).toBe(Math.max(0, ...deep.rivals.rivals.map(({ deaths }) => deaths)));
      expect(deep.accuracy.longest_kill ?? 0).toBeCloseTo(own.longest, -0.5);
      const hits = Object.fromEntries(Object.entries(deep.hit_locations).flatMap(([part, { hits }]) => (hits === 0 ? [] : [[part, hits]])));
      expect(hits).toEqual(Object.fromEntries(own.hitParts));
      expect(await answer(`stats/player/${encodeURIComponent(player_id)}/heatmap/body`)).toEqual(hits);
    }
  });

  test('matches, maps and weapons add up to the whole', async () => {
    const { player_id, player_name } = member();
    const own = truthOf(player_name);
    const id = encodeURIComponent(player_id);
    const sum = (rows: readonly Json[], name: string): number => rows.reduce((total, row) => total + Number(row[name]), 0);
    const matches = await answer<readonly Json[]>(`stats/player/${id}/matches`);
    expect(matches).toHaveLength(own.matches);
    expect(sum(matches, 'kills')).toBe(own.kills);
    expect(matches.map((row) => row['started_at'])).toEqual(
      matches
        .map((row) => String(row['started_at']))
        .toSorted()
        .toReversed(),
    );
    const maps = await answer<readonly Json[]>(`stats/player/${id}/maps`);
    expect([sum(maps, 'kills'), sum(maps, 'deaths'), sum(maps, 'matches_played')]).toEqual([own.kills, own.deaths, own.matches]);
    const weapons = await answer<readonly Json[]>(`stats/player/${id}/weapons`);
    for (const [weapon, kills] of own.weaponKills) expect(weapons.find((row) => row['weapon'] === weapon)).toMatchObject({ kills });
    expect([sum(weapons, 'shots_fired'), sum(weapons, 'shots_hit')]).toEqual([own.shots, own.hits]);
  });

  test('heatmaps are where people stood', async () => {
    const kills = api.truth.filter(({ map }) => map === 'dm/sandbox').flatMap(({ lines }) => lines.filter((line) => line.kind === 'kill'));
    for (const [type, places] of [
      ['kills', kills.filter(isFight).flatMap(({ from }) => (from === null ? [] : [from]))],
      ['deaths', kills.map(({ to }) => to)],
    ] as const) {
      const { points } = await answer<{ points: readonly { x: number; y: number; count: number }[] }>(
        `stats/map/dm/sandbox/heatmap?type=${type}&bots=1`,
      );
      expect(
        points.reduce((sum, { count }) => sum + count, 0),
        `of ${type}`,
      ).toBe(places.length);
      const cells = new Set(points.map(({ x, y }) => `${x} ${y}`));
      const isThere = ([x, y]: readonly number[]): boolean =>
        cells.has(`${Math.round((x ?? 0) / 100) * 100 + 0} ${Math.round((y ?? 0) / 100) * 100 + 0}`);
      expect(places.filter((place) => !isThere(place)).length, `${type} elsewhere`).toBeLessThanOrEqual(places.length * 0.02);
    }
  });
});

describe('matches and servers', () => {
  interface Listed {
    readonly id: string;
    readonly map: string;
    readonly server_id: string;
    readonly kills: number;
  }
  const pairs = async (): Promise<readonly { readonly listed: Listed; readonly truth: MatchTruth }[]> => {
    const listed = (await answer<readonly Listed[]>('stats/matches?limit=500')).toReversed();
    const truths = api.truth.toSorted((a, b) => b.played.daysAgo - a.played.daysAgo);
    expect(listed.map(({ map, server_id }) => `${map} ${server_id}`)).toEqual(
      truths.map(({ map, played }) => `${map} ${played.server ?? ''}`),
    );
    return listed.flatMap((one, index) => {
      const truth = truths[index];
      return truth === undefined ? [] : [{ listed: one, truth }];
    });
  };

  test('scoreboard and summary', async () => {
    for (const { listed, truth } of await pairs()) {
      const { summary, scoreboard } = await answer<{ summary: Json; scoreboard: readonly Entry[] }>(`stats/match/${listed.id}`);
      const fights = truth.lines.filter((line) => line.kind === 'kill').filter(isFight);
      expect([summary['total_kills'], listed.kills]).toEqual([fights.length, fights.length]);
      const score = truth.lines.find((line) => line.kind === 'score');
      expect(summary).toMatchObject({
        map_name: truth.map,
        server_id: truth.played.server,
        allies_score: score?.allies,
        axis_score: score?.axis,
        is_live: false,
      });
      const { people } = recount([truth]);
      expect(scoreboard.map(({ player_name }) => player_name).toSorted()).toEqual([...people.keys()].toSorted());
      for (const { player_name, kills, deaths } of scoreboard) {
        const died = truth.lines.filter((line) => line.kind === 'kill' && plainName(line.target) === player_name).length;
        const own = people.get(player_name);
        expect([kills, deaths], `of ${player_name}`).toEqual([fights.filter(({ name }) => plainName(name) === player_name).length, died]);
        expect(own?.matches).toBeGreaterThan(0);
      }
    }
  });

  test('the timeline tells every kill, death and round, in order', async () => {
    for (const { listed, truth } of await pairs()) {
      const told = await answer<readonly Json[]>(`stats/match/${listed.id}/timeline?limit=10000`);
      const wanted = truth.lines
        .filter((line) => line.kind === 'kill' || line.kind === 'round')
        .map((line) =>
          line.kind === 'round'
            ? `round_${line.event}`
            : line.name === '' || line.name === line.target
              ? `death ${plainName(line.target)} ${line.hitloc}`
              : `kill ${plainName(line.name)} ${plainName(line.target)} ${line.hitloc}`,
        );
      const found = told.map(({ event_type, actor_name, target_name, hitloc }) =>
        event_type === 'kill'
          ? `kill ${String(actor_name)} ${String(target_name)} ${String(hitloc)}`
          : event_type === 'death'
            ? `death ${String(target_name)} ${String(hitloc)}`
            : String(event_type),
      );
      expect(found.toSorted()).toEqual(wanted.toSorted());
      const times = told.map(({ t_ms }) => Number(t_ms));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      const points = await answer<readonly Json[]>(`stats/match/${listed.id}/heatmap?limit=10000`);
      const kills = truth.lines.filter((line) => line.kind === 'kill');
      expect(points.filter(({ type }) => type === 'death')).toHaveLength(kills.length);
    }
  });

  test('who killed whom', async () => {
    const [pair] = await pairs();
    if (pair === undefined) throw new Error('no match');
    const { versus, top_weapons } = await answer<{ versus: Readonly<Record<string, readonly Json[]>>; top_weapons: readonly Json[] }>(
      `stats/match/${pair.listed.id}/advanced`,
    );
    const { people, bots } = recount([pair.truth]);
    for (const [name, { killed }] of people) {
      if (bots.has(name)) continue;
      for (const [other, count] of killed)
        expect(
          versus[name]?.find(({ opponent_name }) => opponent_name === other),
          `${name} ${other}`,
        ).toMatchObject({ kills: count });
    }
    expect(top_weapons.length).toBeGreaterThan(0);
  });

  test('servers and everything', async () => {
    const fights = (matches: readonly MatchTruth[]): number =>
      matches.flatMap(({ lines }) => lines.filter((line) => line.kind === 'kill').filter(isFight)).length;
    const alpha = api.truth.filter(({ played }) => played.server === 'alpha');
    const server = await answer<Json & { top_killers: readonly Entry[]; map_stats: readonly Json[] }>('stats/server/alpha');
    expect(server).toEqual(await answer('stats/server/alpha/stats'));
    expect(server).toMatchObject({ server_id: 'alpha', total_matches: alpha.length, total_kills: fights(alpha) });
    expect(server.top_killers[0]?.value).toBe(
      Math.max(...Object.values(byName((await board('stats/leaderboard?server=alpha')).players, 'kills'))),
    );
    expect(server.map_stats.reduce((sum, row) => sum + Number(row['total_kills']), 0)).toBe(fights(alpha));
    expect(await answer('stats/global')).toMatchObject({
      total_kills: fights(api.truth),
      total_matches: api.truth.length,
      total_players: all.length,
      server_count: 2,
    });
    const byMap = await answer<readonly { label: string; value: number }[]>('stats/query?dimension=map&metric=kills');
    for (const { label, value } of byMap) {
      const own = expected(
        api.truth.filter(({ map }) => map === label),
        (of) => of.kills,
      );
      expect(value, `of ${label}`).toBe(Object.values(own).reduce((sum, count) => sum + count, 0));
    }
    expect((await api.get('/stats/server/nobody')).body).toEqual({ error: 'Server not found.' });
    expect((await api.get('/stats/match/nothing')).body).toEqual({ error: 'Match not found.' });
  });
});

test('achievements with progress', async () => {
  const list = await answer<readonly Json[]>('achievements');
  const first = list.find(({ id }) => id === 'first_blood');
  expect(first?.['unlock_count']).toBe(all.filter(({ kills }) => Number(kills) > 0).length);
  for (const { player_id, kills, matches } of all.slice(0, 5)) {
    const own = await answer<readonly Json[]>(`achievements/player/${encodeURIComponent(player_id)}`);
    expect(own).toHaveLength(list.length);
    expect(own.find(({ id }) => id === 'centurion')).toMatchObject({
      progress: Math.min(100, Number(kills)),
      target: 100,
      unlocked: Number(kills) >= 100,
    });
    const camp = own.find(({ id }) => id === 'boot_camp');
    expect(camp).toMatchObject({ progress: Math.min(1, Number(matches)), unlocked: true });
    expect(camp?.['unlocked_at']).not.toBeNull();
  }
});

describe('claims', () => {
  test('a code is made for a player, and shown by a tracker', async () => {
    const [player] = all;
    const made = await api.post('/auth/claim/init', { player_guid: player?.player_id });
    expect(made.status).toBe(200);
    const { code, expires_at, message } = made.body as Readonly<Record<string, string>>;
    expect(message).toContain(`!claim ${code}`);
    expect(Math.abs(Date.parse(expires_at ?? '') - Date.now() - 600_000)).toBeLessThan(60_000);
    const shown = { code, player_guid: 'unauth_3', player_name: 'Me' };
    expect((await api.post('/auth/claim/verify', shown)).status).toBe(401);
    const verified = await api.post('/auth/claim/verify', shown, { 'X-Server-Token': TOKEN });
    expect([verified.status, verified.body]).toEqual([200, { status: 'claimed' }]);
    expect(api.taken.at(-1)).toEqual({ type: 'identity_claim', player_guid: 'unauth_3', player_name: 'Me', claimed_id: code });
    const unknown = await api.post('/auth/claim/verify', { ...shown, code: 'MOH-ZZZZZZ' }, { 'X-Server-Token': TOKEN });
    expect([unknown.status, unknown.body]).toEqual([404, { error: 'There is no such code.' }]);
  });

  test('bad bodies are refused in a sentence', async () => {
    expect((await api.post('/auth/claim/init', { player_guid: 7 })).body).toEqual({
      error: '"player_guid" is a text of 1 to 200 characters.',
    });
    expect((await api.post('/auth/claim/init', { player_guid: 'nobody' })).status).toBe(404);
    expect((await api.post('/auth/claim/verify', { code: 'x' }, { 'X-Server-Token': TOKEN })).status).toBe(400);
    expect((await api.post('/auth/claim/init', { player_guid: 'x'.repeat(20_000) })).body).toEqual({
      error: 'The body is larger than 16 KB.',
    });
  });
});

describe('the document', () => {
  const values = async (): Promise<Readonly<Record<string, string>>> => {
    const [match] = await answer<readonly { id: string }[]>('stats/matches');
    return {
      guid: all[0]?.player_id ?? '',
      match: match?.id ?? '',
      map: 'dm/sandbox',
      weapon: 'MP40',
      server: 'alpha',
      stat: 'kd',
      id: 'centurion',
    };
  };

  test('every path answers as the document says, by each of its spellings', async () => {
    const known = await values();
    api.live = [
      {
        id: 'live',
        matchId: '',
        serverId: 'alpha',
        serverName: 'Alpha',
        map: 'dm/mohdm6',
        gameType: 'team',
        score: { allies: 3, axis: 4 },
        round: 1,
        players: 5,
        maxPlayers: 20,
        startedAt: Number.NaN,
      },
    ];
    for (const route of ROUTES) {
      const answers: unknown[] = [];
      for (const path of [route.path, ...route.aliases]) {
        const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(known[name] ?? ''));
        const { status, type, body } = route.method === 'GET' ? await api.get(filled) : await api.post(filled, {}, {}, route.method);
        expect(type).toBe('application/json; charset=utf-8');
        expect(status, `${route.method} ${path}: ${JSON.stringify(body)}`).toBe(
          route.answer === null ? 501 : route.method === 'POST' ? (route.needsToken ? 401 : 400) : 200,
        );
        const check = validate(path, route.method, status);
        expect(check(body) ? [] : check.errors, `${route.method} ${path}`).toEqual([]);
        answers.push(body);
      }
      for (const other of answers) expect(other).toEqual(answers[0]);
    }
  });

  test('of everybody, too', async () => {
    for (const { player_id } of all)
      for (const path of ROUTES.filter(({ path, method }) => method === 'GET' && path.includes('{guid}')).map(({ path }) => path)) {
        const filled = path.replace('{guid}', encodeURIComponent(player_id)).replace('{map}', 'dm/sandbox');
        const { status, body } = await api.get(filled);
        expect(status, `of ${filled}`).toBe(200);
        const check = validate(path, 'GET', 200);
        expect(check(body) ? [] : check.errors, `of ${filled}`).toEqual([]);
      }
  });

  test('every parameter is refused in a sentence when it is none', async () => {
    const known = await values();
    const bad: Readonly<Record<string, readonly string[]>> = {
      limit: ['0', '501000', 'x', '-1', '1.5', ''],
      page: ['0'],
      offset: ['-1'],
      period: ['century'],
      stat: ['luck'],
      bots: ['maybe'],
    };
    for (const { method, path, parameters } of ROUTES) {
      if (method !== 'GET') continue;
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(known[name] ?? ''));
      for (const name of Object.keys(parameters.shape)) {
        if (pathNames(path).includes(name)) continue;
        for (const value of bad[name] ?? ['', 'x'.repeat(300)]) {
          const { status, body } = await api.get(`${filled}?${name}=${value}`);
          expect(status, `${path}?${name}=${value}`).toBe(400);
          expect((body as { error: string }).error).toMatch(new RegExp(`^The parameter "${name}" is .*\\.$`));
        }
        expect((await api.get(`${filled}?${name}=1&${name}=2`)).status).toBe(400);
      }
    }
  });

  test('what is not there is said in JSON, and no page of a browser is answered', async () => {
    const nothing = await api.get('/stats/nothing');
    expect([nothing.status, nothing.type]).toEqual([404, 'application/json; charset=utf-8']);
    expect((await api.get('/stats/global', { Origin: 'http://example.com' })).status).toBe(403);
    expect((await api.get('/stats/leaderboard/map/%ff')).status).toBe(400);
  });
});
