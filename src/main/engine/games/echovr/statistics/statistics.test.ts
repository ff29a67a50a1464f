/** Caster statistics against the simulator's truth log, and against a naive count over the JSON of the recording itself. */
import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { simulateEcho } from '../../../../../../simulators/echovr/simulate.ts';
import type { MeasuredTruth, SessionTruth } from '../../../../../../simulators/echovr/truth.ts';
import { CountedSession } from '../../../statistics/testing.ts';

const MATCH = new URL('../../../../../../../shared/data/nevr/match/match_5v5.echoreplay', import.meta.url);
const haveMatch = existsSync(MATCH);
if (!haveMatch) console.warn('shared data is absent: statistics of match_5v5 are not recounted');

interface NaivePlayer {
  readonly name: string;
  readonly playerid: number;
  readonly userid: number;
  readonly ping: number;
  readonly possession: boolean;
  readonly stunned: boolean;
  readonly holding_left: string;
  readonly holding_right: string;
  readonly head: { readonly position: readonly [number, number, number] };
  readonly stats: Readonly<Record<string, number>>;
}
interface NaiveFrame {
  readonly t: number;
  readonly game_status: string;
  readonly pause: { readonly paused_state: string };
  readonly disc: { readonly velocity: readonly [number, number, number] };
  readonly teams: readonly { readonly players?: readonly NaivePlayer[] }[];
}

/** Account numbers lose their last digits in JSON.parse, so they are kept as text. */
function framesOf(text: string): NaiveFrame[] {
  const lines = text.split('\n').filter((line) => line.includes('\t'));
  const stamp = (line: string): number => Date.parse(`${line.slice(0, 23).replaceAll('/', '-').replace(' ', 'T')}Z`);
  const first = stamp(lines[0] ?? '');
  return lines.map((line) => {
    const json = (line.split('\t')[1] ?? '').replaceAll(/"userid":\s*(\d+)/g, '"userid":"$1"');
    return { ...(JSON.parse(json) as Omit<NaiveFrame, 't'>), t: stamp(line) - first };
  });
}

const playersOf = ({ teams }: NaiveFrame): (NaivePlayer & { team: number })[] =>
  teams.slice(0, 2).flatMap(({ players }, team) => (players ?? []).map((player) => ({ ...player, team })));
const plays = ({ game_status: status, pause }: NaiveFrame): boolean =>
  ['playing', 'sudden_death'].includes(status) && !['paused', 'unpausing'].includes(pause.paused_state);

/** Sums over frames up to t: each stands for the time until the next one. */
function naive(frames: readonly NaiveFrame[], until: number) {
  const count: Record<string, { possession: number; ping: number; here: number; trouble: number; taken: number; out: number }> = {};
  const stunned = new Set<string>();
  for (const [i, frame] of frames.entries()) {
    if (frame.t > until) break;
    const next = Math.min(frames[i + 1]?.t ?? frame.t, until);
    const ms = (frames[i + 1]?.t ?? 0) - frame.t > 1000 ? 0 : next - frame.t;
    let possessed = false;
    for (const player of playersOf(frame)) {
      const id = String(player.userid);
      const own = (count[id] ??= { possession: 0, ping: 0, here: 0, trouble: 0, taken: 0, out: 0 });
      if (plays(frame) && player.possession && !possessed) own.possession += ms;
      possessed ||= player.possession;
      own.ping += player.ping * ms;
      own.here += ms;
      if (player.ping > 150) own.trouble += ms;
      if (player.stunned) own.out += ms;
      if (player.stunned && !stunned.has(id)) own.taken++;
      if (player.stunned) stunned.add(id);
      else stunned.delete(id);
    }
  }
  return count;
}

/** What was counted and what a naive count says, at several t. */
function compared(counted: CountedSession, frames: readonly NaiveFrame[]): { found: unknown[]; expected: unknown[] } {
  const last = frames.at(-1)?.t ?? 0;
  const found: unknown[] = [];
  const expected: unknown[] = [];
  for (const t of [0, 1, last * 0.13, last * 0.5, last * 0.77, last, Number.POSITIVE_INFINITY].map((ms) => Math.round(ms))) {
    const [possession, ping, stuns] = ['possession', 'ping', 'stuns'].map((id) => counted.table(id, t));
    for (const [id, own] of Object.entries(naive(frames, t))) {
      expected.push({ t, id, ...own, ping: own.here === 0 ? null : Math.round((own.ping / own.here) * 1e6) });
      const average = ping?.[id]?.['average'] ?? null;
      found.push({
        t,
        id,
        possession: possession?.[id]?.['time'] ?? 0,
        ping: average === null ? null : Math.round(average * 1e6),
        here: ping?.[id]?.['here'],
        trouble: ping?.[id]?.['trouble'],
        taken: stuns?.[id]?.['taken'] ?? 0,
        out: stuns?.[id]?.['out'] ?? 0,
      });
    }
  }
  return { found, expected };
}

describe('a simulated match', async () => {
  const parts: Uint8Array[] = [];
  const truth: (MeasuredTruth | SessionTruth)[] = [];
  await simulateEcho(
    (bytes) => void parts.push(bytes),
    { format: 'text', seconds: 240, seed: 3 },
    () => undefined,
    (line) => truth.push(line),
  );
  const bytes = Buffer.concat(parts);
  const frames = framesOf(bytes.toString());
  const counted = await CountedSession.of('match.echoreplay', bytes);
  const of = <K extends MeasuredTruth['kind']>(kind: K): Extract<MeasuredTruth, { kind: K }>[] =>
    truth.filter((line): line is Extract<MeasuredTruth, { kind: K }> => line.kind === kind);
  /** Account of who had the slot at a frame. */
  const account = (frame: number, slot: number): string => {
    const before = frames.slice(0, frame + 1).findLast((candidate) => playersOf(candidate).some(({ playerid }) => playerid === slot));
    return String(before === undefined ? '' : playersOf(before).find(({ playerid }) => playerid === slot)?.userid);
  };
  const near = (frame: number): number => frames[frame]?.t ?? Number.NaN;

  test('possession, stuns and ping are those of the frames, at any t', () => {
    const { found, expected } = compared(counted, frames);
    expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(40);
  });

  test('throws are the truth, with the speed of the disc', () => {
    const throws = counted.moments('throws');
    expect(throws.map(({ t, actor }) => [t, actor])).toEqual(of('throw').map(({ frame, slot }) => [near(frame), account(frame, slot)]));
    expect(throws.length).toBeGreaterThan(10);
    for (const [i, { speed, t, actor, distance }] of throws.entries()) {
      expect(speed).toBeCloseTo(of('throw')[i]?.speed ?? 0, 1);
      const thrower = frames.flatMap((frame) => (frame.t === t ? playersOf(frame) : [])).find(({ userid }) => String(userid) === actor);
      const [x, y, z] = thrower?.head.position ?? [0, 0, 0];
      expect(distance).toBeCloseTo(Math.hypot(x, y, z - (thrower?.team === 0 ? 36 : -36)), 4);
    }
  });

  test('goals are the truth', () => {
    expect(counted.moments('goals').map(({ t, actor, team, points, type }) => [t, actor, team, points, type])).toEqual(
      of('goal').map(({ frame, slot, team, points, goalType }) => [
        near(frame),
        account(frame, slot),
        team,
        points,
        goalType.toLowerCase(),
      ]),
    );
    const goals = counted.moments('throws').filter(({ outcome }) => outcome === 'goal').length;
    expect(goals).toBe(of('goal').filter(({ frame, slot, team }) => sideOf(frames, frame, slot) === team).length);
  });

  test('passes and chains are the truth', () => {
    const passes = of('pass');
    for (const t of [60_000, 120_000, Number.POSITIVE_INFINITY]) {
      const until = passes.filter(({ frame }) => near(frame) <= t);
      const team = counted.table('team-passing', t);
      for (const side of ['blue', 'orange']) {
        const own = until.filter((pass) => pass.team === side);
        expect([side, t, team[side]?.['passes'] ?? 0]).toEqual([side, t, own.length]);
        expect([side, t, team[side]?.['chains'] ?? 0]).toEqual([side, t, own.filter(({ chain }) => chain === 2).length]);
        const longest = Math.max(0, ...own.map(({ chain }) => chain));
        expect([side, t, team[side]?.['longest'] ?? 0]).toEqual([side, t, longest < 2 ? 0 : longest]);
      }
    }
    const received = counted.table('throwing');
    for (const id of new Set(passes.map(({ frame, to }) => account(frame, to))))
      expect(received[id]?.['received']).toBe(passes.filter(({ frame, to }) => account(frame, to) === id).length);
  });

  test('the first in each joust is the truth', () => {
    const first = counted.moments('joust-list').filter(({ result }) => result !== 'lost');
    for (const { frame, slot, seconds } of of('joust')) {
      const found = first.find(({ t, actor }) => t === near(frame) && actor === account(frame, slot));
      expect(found, `joust at ${near(frame)}`).toBeDefined();
      // The stamps of frames are whole ms.
      expect(Math.abs(Number(found?.['time']) - seconds * 1000)).toBeLessThanOrEqual(34);
    }
    expect(new Set(first.map(({ t }) => t)).size).toBe(of('joust').length);
  });

  test('stuns given are the truth', () => {
    const table = counted.table('stuns');
    for (const id of new Set(of('stun').map(({ frame, slot }) => account(frame, slot))))
      expect([id, table[id]?.['given']]).toEqual([id, of('stun').filter(({ frame, slot }) => account(frame, slot) === id).length]);
  });

  test('spells of ping trouble are the truth', () => {
    const spells = counted.moments('ping-trouble');
    expect(spells.map(({ t, actor }) => `${t} ${actor}`).toSorted()).toEqual(
      of('ping')
        .map(({ fromFrame, slot }) => `${near(fromFrame)} ${account(fromFrame, slot)}`)
        .toSorted(),
    );
  });
});

function sideOf(frames: readonly NaiveFrame[], frame: number, slot: number): string {
  const before = frames.slice(0, frame + 1).findLast((candidate) => playersOf(candidate).some(({ playerid }) => playerid === slot));
  const team = before === undefined ? 0 : (playersOf(before).find(({ playerid }) => playerid === slot)?.team ?? 0);
  return team === 0 ? 'blue' : 'orange';
}

describe.skipIf(!haveMatch)('match_5v5', () => {
  test('is counted as its frames say', async () => {
    const bytes = readFileSync(MATCH);
    const text = Buffer.from(unzipSync(bytes)['match_5v5.echoreplay'] ?? new Uint8Array(0)).toString();
    const counted = await CountedSession.of('match_5v5.echoreplay', bytes);
    const frames = framesOf(text);
    const { found, expected } = compared(counted, frames);
    expect(found).toEqual(expected);

    // The disc leaves a hand in play and nobody has it in that frame.
    const carrier = (frame: NaiveFrame | undefined): string =>
      String(
        frame === undefined
          ? ''
          : (playersOf(frame).find(({ holding_left: left, holding_right: right }) => left === 'disc' || right === 'disc')?.userid ?? ''),
      );
    const thrown = frames.flatMap((frame, i) =>
      i > 0 && plays(frame) && carrier(frame) === '' && carrier(frames[i - 1]) !== '' ? [[frame.t, carrier(frames[i - 1])]] : [],
    );
    const throws = counted.moments('throws');
    expect(throws.map(({ t, actor }) => [t, actor])).toEqual(thrown);
    for (const { t, speed } of throws) {
      const measured = frames.find((frame) => frame.t >= t + 150);
      expect(speed).toBeCloseTo(Math.hypot(...(measured?.disc.velocity ?? [0, 0, 0])), 6);
    }
    expect(throws.map(({ outcome }) => outcome)).toEqual(['pass', 'pass', 'turnover', 'pass', 'turnover']);
    expect(counted.moments('chains').map(({ team, passes }) => [team, passes])).toEqual([['orange', 2]]);
    expect(counted.moments('goals').map(({ t }) => t)).toEqual(frames.filter((_, i) => i === 216 || i === 432).map(({ t }) => t));
  });
});
