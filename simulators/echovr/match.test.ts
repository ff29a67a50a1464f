/** A simulated match is what it says it is: the readers find its events and no others, and its measures are what its frames show. */
import { describe, expect, test } from 'vitest';
import { MemorySource } from '../../src/main/engine/byte-source.ts';
import { echoreplay } from '../../src/main/engine/games/echovr/echoreplay.ts';
import { nevrcap } from '../../src/main/engine/games/echovr/nevrcap.ts';
import { readAll } from '../../src/main/engine/games/echovr/test-sink.ts';
import { apiFrame } from './api-frame.ts';
import { sessionJson } from './replay-line.ts';
import { type EchoMatches, type EchoSimulation, simulateEcho, simulateFrames } from './simulate.ts';
import type { MeasuredTruth, SessionTruth, Truth } from './truth.ts';

interface Written {
  readonly bytes: Buffer;
  readonly events: Truth[];
  readonly measures: (MeasuredTruth | SessionTruth)[];
}

async function write(options: EchoSimulation): Promise<Written> {
  const parts: Uint8Array[] = [];
  const events: Truth[] = [];
  const measures: (MeasuredTruth | SessionTruth)[] = [];
  await simulateEcho(
    (bytes) => void parts.push(Buffer.from(bytes)),
    options,
    (line) => events.push(line),
    (line) => measures.push(line),
  );
  return { bytes: Buffer.concat(parts), events, measures };
}

/** What a naive reader of the API's answers needs here. */
interface Answer {
  readonly sessionid: string;
  readonly game_status: string;
  readonly pause: { readonly paused_state: string };
  readonly player: { readonly vr_position: readonly number[] };
  readonly last_throw: { readonly total_speed: number; readonly arm_speed: number };
  readonly last_score: {
    readonly distance_thrown: number;
    readonly disc_speed: number;
    readonly goal_type: string;
    readonly person_scored: string;
  };
  readonly teams: readonly {
    readonly players?: readonly {
      readonly name: string;
      readonly playerid: number;
      readonly possession: boolean;
      readonly ping: number;
      readonly stunned: boolean;
      readonly head: { readonly position: readonly [number, number, number] };
      readonly stats: { readonly passes: number; readonly stuns: number };
    }[];
  }[];
}

interface Played {
  readonly answers: Answer[];
  readonly events: Truth[];
  readonly measures: MeasuredTruth[];
}

/** The answers of one match, by frame. */
function play(options: EchoMatches): Played {
  const answers: Answer[] = [];
  const events: Truth[] = [];
  const measures: MeasuredTruth[] = [];
  const frames = simulateFrames(options, {
    event: (line) => events.push(line),
    measure: (line) => {
      if (line.kind !== 'session') measures.push(line);
    },
  });
  for (const { world } of frames) answers.push(JSON.parse(sessionJson(apiFrame(world, false))) as Answer);
  return { answers, events, measures };
}

const playersOf = (answer: Answer) => answer.teams.flatMap(({ players }, team) => (players ?? []).map((player) => ({ ...player, team })));
/** The stretches of frames in which something is true of a slot, as `slot from to`. */
function stretches(answers: readonly Answer[], holds: (player: ReturnType<typeof playersOf>[number]) => boolean): string[] {
  const open = new Map<number, number>();
  const found: string[] = [];
  for (let frame = 0; frame <= answers.length; frame++) {
    const now = new Set(frame === answers.length ? [] : playersOf(answers[frame]!).flatMap((p) => (holds(p) ? [p.playerid] : [])));
    for (const [slot, from] of open) {
      if (now.has(slot)) continue;
      open.delete(slot);
      found.push(`${slot} ${from} ${frame}`);
    }
    for (const slot of now) if (!open.has(slot)) open.set(slot, frame);
  }
  return found.toSorted();
}

/** Matches that have between them everything that can happen. */
const MATCHES: readonly EchoMatches[] = [
  { seed: 34, seconds: 110, rounds: 1 },
  { seed: 29, seconds: 180, rounds: 2, hz: 20 },
  { seed: 3, seconds: 120, rounds: 2, sessions: 2, playersPerTeam: 5, hz: 15 },
  { seed: 4, seconds: 60, rounds: 1, playersPerTeam: 2, hz: 60 },
];

describe('a recording', () => {
  test('is the same for the same seed, and another for another', async () => {
    const options = { format: 'text', seconds: 20, seed: 4 } as const;
    const [a, b, c] = [await write(options), await write(options), await write({ ...options, seed: 5 })];
    expect(a.bytes.equals(b.bytes)).toBe(true);
    expect([a.events, a.measures]).toEqual([b.events, b.measures]);
    expect(a.bytes.equals(c.bytes)).toBe(false);
  });

  test.each(MATCHES.flatMap((match) => (['zip', 'nevrcap'] as const).map((format) => ({ ...match, format }))))(
    'is read with the events that were told, and no other: seed $seed as $format',
    async (options) => {
      const { bytes, events } = await write(options);
      const { sessions, refusal } = await readAll(options.format === 'nevrcap' ? nevrcap : echoreplay, new MemorySource('x', bytes));
      expect(refusal).toBeNull();
      expect(sessions).toHaveLength(options.sessions ?? 1);
      for (const [session, sink] of sessions.entries()) {
        const first = sink.frames()[0]![1];
        const word = (data: unknown): string => (typeof data === 'string' ? ` ${data}` : '');
        expect(
          sink.events
            .map((e) => `${e.frame! - first} ${e.nativeType} ${e.data!['slot'] as number}${word(e.data!['event_type'])}`)
            .toSorted(),
        ).toEqual(
          events
            .filter((event) => event.session === session)
            .map((event) => `${event.frame} ${event.type} ${event.slot}${word(event['event_type'])}`)
            .toSorted(),
        );
        // Frames and the moments in ms agree.
        const times = new Map(sink.frames().map(([t, index]) => [index - first, t]));
        for (const event of events.filter((e) => e.session === session)) expect(times.get(event.frame)).toBe(event.t);
        expect([...sink.warnings]).toEqual([]);
      }
    },
    60_000,
  );
});

describe('a match', () => {
  const played = MATCHES.map((options) => play(options));

  test('has everything in it that the task of a caster needs', () => {
    const events = new Set(
      played.flatMap(({ events }) => events.map((e) => (e.type === 'generic_event' ? String(e['event_type']) : e.type))),
    );
    const expected = [
      'round_started round_paused round_unpaused round_ended match_ended scoreboard_updated goal_scored',
      'player_joined player_left player_switched_team emote_played disc_possession_changed disc_thrown disc_caught',
      'player_save player_stun player_pass player_steal player_interception player_assist player_shot_taken catch turnover',
    ];
    expect([...events].toSorted()).toEqual(expected.join(' ').split(' ').toSorted());
    const statuses = new Set(played.flatMap(({ answers }) => answers.map(({ game_status }) => game_status)));
    const known = ' pre_match round_start playing score round_over pre_sudden_death sudden_death post_sudden_death post_match'.split(' ');
    expect([...statuses].toSorted()).toEqual(known.toSorted());
    const pauses = played[0]!.answers.map(({ pause }) => pause.paused_state).filter((state, i, all) => state !== all[i - 1]);
    expect(pauses).toEqual(['unpaused', 'paused_requested', 'paused', 'unpausing', 'unpaused']);
    expect(new Set(played[2]!.answers.map(({ sessionid }) => sessionid)).size).toBe(2);
    const kinds = new Set(played.flatMap(({ measures }) => measures.map(({ kind }) => kind)));
    expect([...kinds].toSorted()).toEqual(['goal', 'joust', 'pass', 'ping', 'possession', 'stun', 'throw']);
  });

  test('whoever comes back has another slot; two change teams and keep theirs', () => {
    const { events, answers } = played[0]!;
    const left = events.find(({ type }) => type === 'player_left')!;
    const back = events.find(({ type, frame, name }) => type === 'player_joined' && frame > left.frame && name === left['name'])!;
    expect(back.slot).not.toBe(left.slot);
    const switched = events.filter(({ type }) => type === 'player_switched_team');
    expect(switched.map(({ from, to }) => `${String(from)} ${String(to)}`).toSorted()).toEqual(['blue orange', 'orange blue']);
    for (const { frame, slot } of switched) {
      const at = (f: number) => playersOf(answers[f]!).find(({ playerid }) => playerid === slot)!;
      expect([at(frame - 1).name, 1 - at(frame - 1).team]).toEqual([at(frame).name, at(frame).team]);
    }
  });

  test('no two frames are the same to who records', () => {
    const { answers } = played[0]!;
    expect(new Set(answers.map(({ player }) => player.vr_position.join())).size).toBe(answers.length);
  });

  test('possession and ping intervals are those of the frames', () => {
    for (const { answers, measures } of [played[0]!, played[1]!, played[3]!]) {
      const told = (kind: 'possession' | 'ping'): string[] =>
        measures.flatMap((m) => (m.kind === kind ? [`${m.slot} ${m.fromFrame} ${m.frame}`] : [])).toSorted();
      expect(told('possession')).toEqual(stretches(answers, ({ possession }) => possession));
      expect(told('ping')).toEqual(stretches(answers, ({ ping }) => ping > 150));
    }
  });

  test('throws, goals, passes, stuns and jousts are what the frames show', () => {
    for (const { answers, measures } of [played[0]!, played[1]!, played[3]!]) {
      for (const line of measures) {
        const [told, seen] = compare(line, answers[line.frame - 1]!, answers[line.frame]);
        expect({ ...line, ...seen }).toEqual({ ...line, ...told });
      }
      const counted = (statistic: 'passes' | 'stuns'): number =>
        Math.max(...answers.map((answer) => playersOf(answer).reduce((sum, { stats }) => sum + stats[statistic], 0)));
      const kinds = (kind: string): number => measures.filter((line) => line.kind === kind).length;
      // Who left took their counts along.
      expect(kinds('pass')).toBeGreaterThanOrEqual(counted('passes'));
      expect(kinds('stun')).toBeGreaterThanOrEqual(counted('stuns'));
      expect(kinds('joust')).toBe(answers.filter((_, i) => isJoust(answers, i)).length);
      expect(kinds('throw')).toBe(new Set(answers.map(({ last_throw }) => last_throw.total_speed)).size - 1);
    }
  });
});

/** Whether play restarts in a frame, and someone is beyond the middle before it ends. */
function isJoust(answers: readonly Answer[], restart: number): boolean {
  const { game_status: status } = answers[restart]!;
  if (status !== 'playing' && status !== 'sudden_death') return false;
  if (!['round_start', 'pre_sudden_death'].includes(answers[restart - 1]!.game_status)) return false;
  const end = answers.findIndex((answer, i) => i > restart && answer.game_status !== status);
  return answers
    .slice(restart, end)
    .some((answer) => playersOf(answer).some(({ team, head }) => team < 2 && head.position[2] * (team === 0 ? 1 : -1) > 0));
}

/** What a line tells, and what its frames show of it. */
function compare(line: MeasuredTruth, before: Answer, now: Answer | undefined): readonly [object, object] {
  const player = (answer: Answer | undefined, slot: number) => playersOf(answer!).find(({ playerid }) => playerid === slot)!;
  const printed = (value: number): number => Number(Math.fround(value).toPrecision(8));
  switch (line.kind) {
    case 'throw':
      return [
        { speed: printed(line.speed), armSpeed: printed(line.armSpeed), had: true },
        { speed: now!.last_throw.total_speed, armSpeed: now!.last_throw.arm_speed, had: player(before, line.slot).possession },
      ];
    case 'goal':
      return [
        { speed: printed(line.speed), distance: printed(line.distance), goalType: line.goalType, by: player(before, line.slot).name },
        {
          speed: now!.last_score.disc_speed,
          distance: now!.last_score.distance_thrown,
          goalType: now!.last_score.goal_type,
          by: now!.last_score.person_scored,
        },
      ];
    case 'pass':
      return [
        { passes: player(before, line.slot).stats.passes + 1, has: true },
        { passes: player(now, line.slot).stats.passes, has: player(now, line.to).possession },
      ];
    case 'stun':
      return [
        { stuns: player(before, line.slot).stats.stuns + 1, stunned: [false, true] },
        { stuns: player(now, line.slot).stats.stuns, stunned: [player(before, line.victim).stunned, player(now, line.victim).stunned] },
      ];
    case 'joust': {
      const attack = line.team === 'blue' ? 1 : -1;
      const isBeyond = (answer: Answer | undefined): boolean => player(answer, line.slot).head.position[2] * attack > 0;
      return [{ beyond: [false, true] }, { beyond: [isBeyond(before), isBeyond(now)] }];
    }
    default:
      return [{}, {}];
  }
}
