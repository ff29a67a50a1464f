/** For tests: any frame that the game's formats can hold, made up, and a frame as plain values to compare. */
import * as fc from 'fast-check';
import {
  BONES,
  type EchoFrame,
  FLAGS,
  HAS,
  HAS_STATS,
  HAS_VELOCITY,
  MAX_TEAMS,
  NAME,
  PLAYER_FLOATS,
  PLAYER_INTS,
  SLOT,
  STAT_NAMES,
  STATS,
  TEAM,
  TEAM_HAS_PLAYERS,
  TEAM_HAS_STATS,
  USER,
  WEAPON,
} from './frame.ts';
import type { StringPool } from './string-pool.ts';

/** Doubles as JSON can spell them, those of the engine first. */
const double = fc.oneof(
  fc.integer({ min: -99_999_999, max: 99_999_999 }).map((n) => n / 1e6),
  fc.float({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, 1, -1, 1e-7, 6.7331066e22, 0.82700002),
);
const single = fc.oneof(fc.constant(0), fc.float({ noNaN: true, noDefaultInfinity: true }));
const int = fc.oneof(fc.integer({ min: -2, max: 300 }), fc.integer());
/** What keeps its bytes through UTF-8. */
const text = fc.oneof(fc.constantFrom('', 'none', 'disc', 'Käfer "x"\\\n\u0000', '日本'), fc.string({ unit: 'grapheme', maxLength: 12 }));
const digits = fc.oneof(fc.constant(''), fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String));
const numbers = (of: fc.Arbitrary<number>, count: number): fc.Arbitrary<number[]> => fc.array(of, { minLength: count, maxLength: count });

const player = fc.record({
  has: fc.integer({ min: 0, max: 1023 }),
  floats: numbers(double, STATS + 1),
  counters: numbers(int, STAT_NAMES.length - 1),
  ints: numbers(int, 4),
  flags: fc.integer({ min: 0, max: 31 }),
  user: digits,
  texts: fc.array(text, { minLength: 7, maxLength: 7 }),
});
const team = fc.record({
  name: text,
  possession: fc.boolean(),
  stats: fc.option(numbers(int, STAT_NAMES.length)),
  players: fc.array(player, { maxLength: 3 }),
});

export const anyFrame = fc.record({
  texts: fc.array(text, { minLength: 16, maxLength: 16 }),
  digits,
  bits: fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
  doubles: numbers(double, 64),
  ints: numbers(int, 12),
  stamp: fc.integer({ min: 0, max: Date.UTC(2100, 0) }),
  teams: fc.array(team, { minLength: 1, maxLength: MAX_TEAMS }),
  bones: fc.array(fc.record({ slot: int, values: numbers(single, BONES) }), { maxLength: 2 }),
});

type AnyFrame = typeof anyFrame extends fc.Arbitrary<infer T> ? T : never;

export function fill(frame: EchoFrame, pool: StringPool, from: AnyFrame): EchoFrame {
  frame.reset();
  const texts = from.texts.map((one) => pool.fromText(one));
  const [, t1 = 0, t2 = 0, t3 = 0, t4 = 0, t5 = 0, t6 = 0, t7 = 0, t8 = 0, t9 = 0, t10 = 0, t11 = 0, t12 = 0, t13 = 0, t14 = 0] = texts;
  const d = (i: number): number => from.doubles[i] as number;
  const n = (i: number): number => from.ints[i] as number;
  const bit = (i: number): boolean => from.bits[i] as boolean;
  const combat = bit(0);
  frame.stamp = from.stamp;
  frame.sessionId = pool.fromText(`id ${from.texts[0]}`);
  frame.sessionIp = t1;
  frame.clientName = t2;
  frame.matchType = t3;
  frame.mapName = t4;
  frame.gameStatus = t5;
  frame.rulesChangedBy = t6;
  frame.rulesChangedAt = from.digits === '' ? 0 : pool.fromText(from.digits);
  frame.clockDisplay = pool.text(t7);
  frame.bluePoints = combat ? d(0) : n(0);
  frame.orangePoints = combat ? d(1) : n(1);
  frame.blueRoundScore = n(2);
  frame.orangeRoundScore = n(3);
  frame.totalRounds = n(4);
  frame.blueRestart = n(5);
  frame.orangeRestart = n(6);
  frame.errCode = n(7);
  frame.privateMatch = bit(1);
  frame.tournamentMatch = bit(2);
  frame.shoulders.set(from.doubles.slice(2, 6));
  frame.hasLastThrow = bit(3);
  if (bit(3)) frame.lastThrow.set(from.doubles.slice(6, 19));
  frame.hasLastScore = bit(4);
  if (bit(4))
    Object.assign(frame.lastScore, { discSpeed: d(19), points: n(8), distance: d(20), team: t8, goalType: t9, person: t10, assist: t11 });
  frame.hasPause = bit(5);
  if (bit(5)) Object.assign(frame.pause, { state: t12, unpausedTeam: t13, requestedTeam: t14, unpausedTimer: d(21), pausedTimer: d(22) });
  frame.hasDisc = bit(6);
  frame.hasDiscAxes = bit(6) && bit(7);
  if (frame.hasDisc) {
    frame.disc.set(from.doubles.slice(23, 38));
    if (!bit(7)) frame.disc.fill(0, 3, 12);
    frame.bounceCount = n(9);
    // Only combat, which has no disc, has no clock.
    frame.gameClock = d(38);
  }
  frame.hasCamera = bit(8);
  frame.hasCameraAxes = bit(8) && bit(9);
  if (frame.hasCamera) frame.camera.set(from.doubles.slice(39, bit(9) ? 51 : 42));
  frame.hasPayload = combat;
  if (combat) frame.payload.set([bit(10) ? 1 : 0, d(51), n(10), d(52), n(11), d(53)]);
  frame.hasPossession = bit(11);
  if (bit(11)) frame.possession.set([n(10), n(11)]);
  for (const [index, one] of from.teams.entries()) {
    frame.teams++;
    frame.teamNames[index] = pool.fromText(one.name);
    frame.teamFlags[index] =
      (one.possession ? 1 : 0) | (one.stats === null ? 0 : TEAM_HAS_STATS) | (one.players.length > 0 ? TEAM_HAS_PLAYERS : 0);
    if (one.stats !== null) frame.teamStats.set(one.stats, index * STAT_NAMES.length);
    for (const p of one.players) fillPlayer(frame, pool, frame.addPlayer(index), p);
  }
  frame.hasBones = bit(12);
  if (!bit(12)) return frame;
  frame.bonesErrCode = bit(13) ? n(0) : 0;
  for (const { slot, values } of from.bones) {
    frame.boneValues.set(values, frame.bones * BONES);
    frame.boneSlots[frame.bones++] = slot;
  }
  return frame;
}

function fillPlayer(frame: EchoFrame, pool: StringPool, index: number, from: AnyFrame['teams'][number]['players'][number]): void {
  const f = index * PLAYER_FLOATS;
  const i = index * PLAYER_INTS;
  frame.floats.set(from.floats, f);
  frame.floats.set(from.counters, f + STATS + 1);
  frame.ints.set(from.ints, i + SLOT);
  frame.ints[i + FLAGS] = from.flags;
  frame.ints[i + HAS] = from.has;
  for (let part = 0; part < 4; part++) {
    if ((from.has & (1 << (part * 2))) === 0) frame.floats.fill(0, f + part * 12, f + part * 12 + 3);
    if ((from.has & (2 << (part * 2))) === 0) frame.floats.fill(0, f + part * 12 + 3, f + part * 12 + 12);
  }
  if ((from.has & HAS_VELOCITY) === 0) frame.floats.fill(0, f + 48, f + 51);
  if ((from.has & HAS_STATS) === 0) frame.floats.fill(0, f + STATS, f + PLAYER_FLOATS);
  frame.ints[i + USER] = from.user === '' ? 0 : pool.fromText(from.user);
  const [name = '', ...others] = from.texts;
  frame.ints[i + NAME] = pool.fromText(name);
  for (const [k, one] of others.entries()) frame.ints[i + USER + 1 + k] = pool.fromText(one);
}

/** Everything that a frame says, strings spelled, bones as float32; its number and what depends on the pool left out. */
export function plain(frame: EchoFrame, pool: StringPool): object {
  const { players, teams, bones } = frame;
  const spell = (id: number): string => pool.text(id);
  const spelled = (o: object, keys: readonly string[]): object =>
    Object.fromEntries(Object.entries(o).map(([key, value]: [string, number]) => [key, keys.includes(key) ? spell(value) : value + 0]));
  const list = (values: Float64Array | Int32Array, start = 0, end = values.length): number[] =>
    Array.from(values.subarray(start, end), (value) => value + 0);
  return {
    stamp: frame.stamp,
    clockDisplay: frame.clockDisplay,
    ...Object.fromEntries(
      (['sessionId', 'sessionIp', 'clientName', 'matchType', 'mapName', 'gameStatus', 'rulesChangedBy', 'rulesChangedAt'] as const).map(
        (key) => [key, spell(frame[key])],
      ),
    ),
    ...Object.fromEntries(
      (
        [
          'gameClock',
          'bluePoints',
          'orangePoints',
          'blueRoundScore',
          'orangeRoundScore',
          'totalRounds',
          'blueRestart',
          'orangeRestart',
          'errCode',
          'bounceCount',
          'bonesErrCode',
        ] as const
      ).map((key) => [key, frame[key] + 0]),
    ),
    ...Object.fromEntries(
      (
        [
          'privateMatch',
          'tournamentMatch',
          'hasLastThrow',
          'hasLastScore',
          'hasPause',
          'hasBones',
          'hasPossession',
          'hasDisc',
          'hasDiscAxes',
          'hasCamera',
          'hasCameraAxes',
          'hasPayload',
        ] as const
      ).map((key) => [key, frame[key]]),
    ),
    shoulders: list(frame.shoulders),
    lastThrow: list(frame.lastThrow),
    lastScore: spelled(frame.lastScore, ['team', 'goalType', 'person', 'assist']),
    pause: spelled(frame.pause, ['state', 'unpausedTeam', 'requestedTeam']),
    disc: frame.hasDisc ? list(frame.disc) : null,
    camera: list(frame.camera),
    payload: list(frame.payload),
    possession: frame.hasPossession ? list(frame.possession) : null,
    teams: Array.from({ length: teams }, (_, team) => ({
      name: spell(frame.teamNames[team] as number),
      flags: frame.teamFlags[team],
      stats: list(frame.teamStats, team * STAT_NAMES.length, (team + 1) * STAT_NAMES.length),
    })),
    players: Array.from({ length: players }, (_, index) => ({
      floats: list(frame.floats, index * PLAYER_FLOATS, (index + 1) * PLAYER_FLOATS),
      ints: list(frame.ints, index * PLAYER_INTS, index * PLAYER_INTS + HAS + 1),
      team: frame.ints[index * PLAYER_INTS + TEAM],
      texts: Array.from(frame.ints.subarray(index * PLAYER_INTS + NAME, (index + 1) * PLAYER_INTS - 1), spell),
      armed: (frame.ints[index * PLAYER_INTS + WEAPON] as number) !== 0,
    })),
    bones: Array.from({ length: bones }, (_, n) => ({
      slot: frame.boneSlots[n],
      values: Array.from(frame.boneValues.subarray(n * BONES, (n + 1) * BONES), (value) => Math.fround(value) + 0),
    })),
  };
}
