/** A match as a session: tracks, lives, what events become. */
import { describe, expect, test } from 'vitest';
import { mohaaProfile } from '../../../../../shared/games/mohaa.ts';
import { decodeChunk } from '../../../../../shared/session/chunk.ts';
import type { JsonObject } from '../../../../../shared/session/model.ts';
import { createFrameState, FrameSampler } from '../../../../../shared/session/sampler.ts';
import { statesAt } from '../../../export/state-lines.ts';
import type { MemorySession } from '../../../memory-session.ts';
import { zstd } from '../../../zstd.ts';
import { KNOWN_TYPES } from '../dialect/event-types.ts';
import { collected, eventsOf, sessionOf } from '../test-sessions.ts';

/** Somebody reports from x inches east of the middle. */
const move = (timestamp: number, x: number, more: JsonObject = {}): JsonObject => ({
  type: 'distance',
  timestamp,
  player_name: 'A',
  player_x: x,
  player_y: 0,
  player_z: 0,
  ...more,
});

/** Metres east of the middle as the stage draws it at each moment; null when nobody is drawn. */
async function drawnAt(session: MemorySession, moments: readonly number[]): Promise<readonly (number | null)[]> {
  const sampler = new FrameSampler(session.info(), session.strings(), ['allies', 'axis']);
  const frame = createFrameState(session.entities().length);
  const refs = session.chunks().filter(({ layer }) => layer === 0);
  const out: (number | null)[] = [];
  for (const t of moments) {
    const at = refs.findLastIndex(({ t0 }) => t0 <= t);
    const [chunk, next] = await Promise.all(
      [at, at + 1].map(async (i) => (refs[i] === undefined ? null : decodeChunk(await session.chunk(0, i), zstd))),
    );
    if (chunk === null || chunk === undefined) throw new Error('no chunk');
    sampler.sample(chunk, next, t, frame);
    out.push(frame.exists[1] === 1 ? Math.round((frame.position[3] ?? Number.NaN) * 100) / 100 : null);
  }
  return out;
}

const INCH = 0.0254;
const metres = (inches: number): number => Math.round(inches * INCH * 100) / 100;

describe('tracks', () => {
  test('somebody walks between samples within 2 s', async () => {
    const session = await sessionOf([move(10, 100), move(11, 200), move(13, 400)]);
    expect(await drawnAt(session, [0, 500, 1000, 2000, 3000])).toEqual([100, 150, 200, 300, 400].map(metres));
  });

  test('and stands when the next sample comes later', async () => {
    const session = await sessionOf([move(10, 100), move(12.5, 200)]);
    expect(await drawnAt(session, [0, 1500, 2499, 2500])).toEqual([100, 100, 100, 200].map(metres));
  });

  test('nobody runs faster than 8 m/s', async () => {
    const session = await sessionOf([move(10, 0), move(11, 300), move(12, 620)]);
    expect(await drawnAt(session, [500, 1500, 1999, 2000])).toEqual([150, 300, 300, 620].map(metres));
  });

  test('nothing is drawn across a death or a spawn', async () => {
    const kill = { type: 'kill', timestamp: 11, attacker_name: 'B', victim_name: 'A', victim_x: 200, victim_y: 0, victim_z: 0 };
    const dead = await sessionOf([move(10, 100), kill, move(12, 250)]);
    expect(await drawnAt(dead, [500, 1000, 1500, 2000])).toEqual([150, 200, 200, 250].map(metres));
    const spawned = await sessionOf([move(10, 100), { ...move(11, 200), type: 'spawn' }, move(12, 250)]);
    expect(await drawnAt(spawned, [500, 1000, 1500])).toEqual([100, 200, 225].map(metres));
  });

  test('who was not seen for 3 s is nowhere until seen again', async () => {
    const session = await sessionOf([move(10, 100), move(20, 200), move(21, 200), { type: 'heartbeat', timestamp: 30 }]);
    expect(await drawnAt(session, [2999, 3000, 9999, 10_000, 13_999, 14_000, 20_000])).toEqual([
      metres(100),
      null,
      null,
      metres(200),
      metres(200),
      null,
      null,
    ]);
  });

  test('inches, z up, and yaw become metres, y up, and a heading', async () => {
    const session = await sessionOf([
      { ...move(1, 100), player_y: 200, player_z: 50, player_yaw: 0 },
      { ...move(2, 100), player_y: 200, player_z: 50, player_yaw: 90 },
    ]);
    const [first, second] = await collected(statesAt(session, [0, 1000]));
    expect(first?.entities[0]).toMatchObject({ nativePosition: [100, 200, 50] });
    expect(first?.entities[0]?.position).toEqual([100 * INCH, 50 * INCH, -200 * INCH].map((value) => expect.closeTo(value, 6) as number));
    expect(first?.entities[0]?.heading).toBeCloseTo(Math.PI / 2);
    expect(second?.entities[0]?.heading).toBeCloseTo(0);
  });

  test('what passed others on the way is put back in order', async () => {
    const session = await sessionOf([move(10, 100), move(11.5, 250), move(11, 200), move(13, 400)]);
    expect(session.info().warnings).toEqual([]);
    expect(await drawnAt(session, [1000, 1500])).toEqual([200, 250].map(metres));
  });

  test('what is too late for that counts as an event, and moves nobody', async () => {
    const session = await sessionOf([move(10, 100), move(20, 500), move(25, 600), move(17, 450)]);
    expect(session.info()).toMatchObject({ eventCount: 4, warnings: [{ code: 'late', count: 1 }] });
  });
});

describe('deaths are told once', () => {
  const kill = { type: 'kill', timestamp: 10, attacker_name: 'B', victim_name: 'A', weapon: 18, inflictor: 'Thompson', hitloc: 0 };
  const types = async (...events: readonly JsonObject[]) =>
    (await eventsOf(await sessionOf(events))).map(({ type, nativeType }) => `${nativeType}:${type}`);

  test('as a kill, however often a tracker says it, and in whatever order', async () => {
    const death = { type: 'death', timestamp: 10, player_name: 'A', inflictor: 'Thompson' };
    const headshot = { type: 'headshot', timestamp: 10, player_name: 'B', victim_name: 'A' };
    const bash = { type: 'player_bash', timestamp: 10.05, attacker_name: 'B', victim_name: 'A' };
    const expected = ['kill:kill', 'death:custom', 'headshot:custom', 'player_bash:custom'];
    expect(await types(kill, death, headshot, bash)).toEqual(expected);
    expect((await types(headshot, death, bash, kill)).toSorted()).toEqual(expected.toSorted());
  });

  test('a fall, a suicide and a death alone have nobody to blame', async () => {
    const world = { ...kill, attacker_name: 'world', attacker_guid: 'world' };
    expect(await types(world)).toEqual(['kill:death']);
    expect(await types({ ...kill, attacker_name: 'A' })).toEqual(['kill:death']);
    expect(await types({ type: 'death', timestamp: 3, player_name: 'A' })).toEqual(['death:death']);
    expect(await types({ type: 'player_suicide', timestamp: 3, player_name: 'A' })).toEqual(['player_suicide:death']);
    const [suicide] = await eventsOf(await sessionOf([{ ...kill, attacker_name: 'A' }]));
    expect(suicide?.data).toMatchObject({ suicide: true });
  });

  test('who dies again has spawned', async () => {
    expect(await types(kill, { ...kill, timestamp: 15 })).toEqual(['kill:kill', 'kill:kill']);
  });

  test('what the payload does not say in these words is added, and the rest is kept', async () => {
    const [event] = await eventsOf(
      await sessionOf([
        {
          ...kill,
          attacker_team: 'american',
          victim_team: 'allies',
          attacker_x: 0,
          attacker_y: 0,
          attacker_z: 0,
          victim_x: 300,
          victim_y: 400,
          victim_z: 0,
          odd: [1, { two: 3 }],
        },
      ]),
    );
    expect(event?.weapon).toBe('Thompson');
    expect(event?.data).toEqual({
      match_id: 'match_1',
      ...kill,
      attacker_team: 'american',
      victim_team: 'allies',
      attacker_x: 0,
      attacker_y: 0,
      attacker_z: 0,
      victim_x: 300,
      victim_y: 400,
      victim_z: 0,
      odd: [1, { two: 3 }],
      hit: 'head',
      means: 'bullet',
      metres: 12.7,
      friendly: true,
    });
  });

  test('life follows: dead until spawned, or until something that only the living do', async () => {
    const session = await sessionOf([move(9, 0), kill, move(10.5, 0), move(12, 0)]);
    const lives = (await collected(statesAt(session, [0, 1000, 1500, 3000]))).map(
      ({ entities }) => entities.find(({ name }) => name === 'A')?.life,
    );
    expect(lives).toEqual(['alive', 'dead', 'dead', 'alive']);
  });
});

test('score, round and phase are those of the session', async () => {
  const beat = (timestamp: number, allies: number) => ({
    type: 'heartbeat',
    timestamp,
    allies_score: allies,
    axis_score: '2',
    players: 6,
    round_number: 1,
    map_name: 'dm/mohdm6',
  });
  const session = await sessionOf([
    { type: 'match_start', timestamp: 1, map_name: 'dm/mohdm6', gametype: '2' },
    beat(30, 1),
    beat(60, 1),
    beat(90, 3),
  ]);
  const info = session.info();
  expect(info).toMatchObject({ title: 'Team match on Stalingrad', world: 'dm/mohdm6', result: '3 : 2', data: { gametype: 'team' } });
  expect((await eventsOf(session)).map(({ type }) => type)).toEqual(['match_start', 'custom', 'custom', 'score']);
  for (const name of ['allies_score', 'axis_score', 'round', 'player_count', 'phase'])
    expect(info.channels.map((channel) => channel.name)).toContain(name);
});

test('every known type has words of its own or those of its kind', async () => {
  const session = await sessionOf(
    KNOWN_TYPES.map((type, i) => ({
      type,
      match_id: 'match_0123456789abcdef',
      timestamp: 5 + i,
      player_name: 'A',
      attacker_name: 'B',
      victim_name: 'A',
      bot_id: 'b',
      actor_id: 'x',
    })),
  );
  for (const { type, nativeType } of await eventsOf(session)) {
    const words = mohaaProfile.nativeEvents[nativeType] ?? (type === 'custom' ? undefined : mohaaProfile.events[type]);
    expect(words, `${nativeType} as ${type}`).toBeDefined();
  }
});
