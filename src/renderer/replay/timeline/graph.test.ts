import { describe, expect, it } from 'vitest';
import type { GameProfile } from '../../../shared/games/profile.ts';
import type { Chunk, Column } from '../../../shared/session/chunk.ts';
import { eventCode, type EventType } from '../../../shared/session/event-types.ts';
import type { EntityInfo, EntityKind, SessionInfo } from '../../../shared/session/model.ts';
import { timeline } from '../../words/en/timeline.ts';
import type { EventTable } from '../playback/types.ts';
import { buildChapters } from './chapters.ts';
import { buildGraph } from './graph.ts';
import { buildLanes } from './lanes.ts';

const teams: GameProfile['teams'] = [
  { id: 'red', label: 'Reds', colour: 'east' },
  { id: 'blue', label: 'Blues', colour: 'blue' },
];
const profile = {
  teams,
  score: { channels: { red: 'red_points', blue: 'blue_points' }, status: null },
  lanes: [
    { id: 'kills', label: '{team} kills', types: ['kill'], split: 'team', mark: 'bar' },
    { id: 'spots', label: 'Objectives', types: ['contest', 'capture'], split: 'none', mark: 'range' },
    { id: 'goals', label: 'Goals', types: ['goal'], split: 'none', mark: 'diamond' },
  ],
} as unknown as GameProfile;

function entity(id: number, team: string | null, kind: EntityKind = 'player', firstT = 0, lastT = 100_000): EntityInfo {
  return { id, kind, nativeId: String(id), name: '', team, group: null, className: null, firstT, lastT, data: null };
}
const entities = [
  entity(0, null, 'object'),
  entity(1, 'red'),
  entity(2, 'red', 'ai', 5000),
  entity(3, 'blue'),
  entity(4, 'blue', 'vehicle'),
];

function table(rows: readonly (readonly [number, EventType, number, number])[]): EventTable {
  const count = rows.length;
  const none = new Float32Array(count * 3);
  return {
    count,
    t: Int32Array.from(rows, ([t]) => t),
    type: Uint8Array.from(rows, ([, type]) => eventCode(type)),
    nativeType: new Int32Array(count),
    actor: Int32Array.from(rows, ([, , actor]) => actor),
    target: Int32Array.from(rows, ([, , , target]) => target),
    weapon: new Int32Array(count),
    frame: new Int32Array(count),
    position: none,
    targetPosition: none,
  };
}

describe('lanes', () => {
  const events = table([
    [1000, 'kill', 1, 3],
    [2000, 'contest', 3, 0],
    [2400, 'capture', 3, 0],
    [3000, 'kill', 3, 1],
    [4000, 'kill', 0, 3],
  ]);
  const lanes = buildLanes({ profile, entities, events, durationMs: 600_000 });

  it('are split by the team of the actor, or of the target when nobody acted; empty ones are left out', () => {
    expect(lanes.map((lane) => [lane.label, [...lane.seqs]])).toEqual([
      ['Reds kills', [0]],
      ['Blues kills', [3, 4]],
      ['Objectives', [1, 2]],
    ]);
  });

  it('let an event of nobody end the range of somebody', () => {
    const rows = table([
      [1000, 'contest', 3, 0],
      [2000, 'contest', 0, 0],
      [9000, 'contest', 1, 0],
    ]);
    const [lane] = buildLanes({ profile, entities, events: rows, durationMs: 600_000 });
    expect([...(lane?.ends ?? [])]).toEqual([2000, 2000, 19_000]);
  });

  it('end a range at the next event, and one that nothing ends after a while', () => {
    expect([...(lanes[2]?.ends ?? [])]).toEqual([2400, 12_400]);
  });
});

/** An overview with samples [channel, entity, t, value] of width 1. */
function overview(samples: readonly (readonly [string, number, number, number])[]): { info: SessionInfo; overview: Chunk } {
  const names = [...new Set(samples.map(([channel]) => channel))];
  const columns = names.map((name, channel): Column => {
    const own = samples.filter((sample) => sample[0] === name).toSorted((a, b) => a[1] - b[1] || a[2] - b[2]);
    const ids = [...new Set(own.map(([, entity]) => entity))];
    const starts = [0, ...ids.map((id) => own.filter(([, entity]) => entity <= id).length)];
    const times = Int32Array.from(own, ([, , t]) => t);
    return {
      channel,
      width: 1,
      entities: Int32Array.from(ids),
      starts: Int32Array.from(starts),
      times,
      values: Int32Array.from(own, ([, , , value]) => value),
    };
  });
  const info = { durationMs: 100_000, channels: names.map((name, id) => ({ id, name })) } as unknown as SessionInfo;
  return { info, overview: { t0: 0, t1: 200_000, columns } };
}

describe('graphs', () => {
  it('take the difference of two scores that change at their own times', () => {
    const source = overview([
      ['red_points', 0, 0, 0],
      ['red_points', 0, 100, 2],
      ['red_points', 0, 300, 5],
      ['blue_points', 0, 0, 0],
      ['blue_points', 0, 200, 3],
    ]);
    const graph = buildGraph({ profile, entities, ...source });
    expect([...(graph?.lines[0]?.t ?? [])]).toEqual([0, 100, 200, 300]);
    expect([...(graph?.lines[0]?.value ?? [])]).toEqual([0, 2, 0, 2]);
    expect([...(graph?.lines[1]?.value ?? [])]).toEqual([0, 0, -1, 0]);
    expect([graph?.min, graph?.max]).toEqual([-1, 2]);
    expect(buildGraph({ profile, entities, info: source.info, overview: null })).toBeNull();
  });

  it('are left out when nobody ever scored', () => {
    const source = overview([
      ['red_points', 0, 0, 0],
      ['blue_points', 0, 0, 0],
    ]);
    expect(buildGraph({ profile, entities, ...source })).toBeNull();
  });

  const scoreless = { ...profile, score: null };

  it('count who exists and is not dead, per team, and not vehicles', () => {
    const source = overview([
      ['segment', 1, 0, 1],
      ['segment', 2, 5000, 1],
      ['segment', 2, 9500, 0],
      ['segment', 3, 0, 1],
      ['segment', 3, 99_500, 0],
      ['segment', 4, 0, 1],
      ['life', 1, 0, 1],
      ['life', 1, 1000, 2],
      ['life', 1, 1500, 3],
      ['life', 1, 2000, 1],
      ['life', 2, 5000, 1],
      ['life', 2, 9000, 3],
      ['life', 4, 700, 3],
    ]);
    const graph = buildGraph({ profile: scoreless, entities, ...source });
    const line = (colour: string) => graph?.lines.find((other) => other.colour === colour);
    expect([...(line('east')?.t ?? [])]).toEqual([0, 1500, 2000, 5000, 9000]);
    expect([...(line('east')?.value ?? [])]).toEqual([1, 0, 1, 2, 1]);
    expect([...(line('blue')?.value ?? [])]).toEqual([1]);
    expect(graph?.max).toBe(2);
  });

  it('leave forces out when nobody ever died', () => {
    expect(buildGraph({ profile: scoreless, entities, ...overview([['segment', 1, 0, 1]]) })).toBeNull();
  });
});

describe('chapters', () => {
  const labels = (rows: Parameters<typeof table>[0]): string[] =>
    buildChapters(table(rows), 100_000, timeline.chapters).map((c) => `${c.label} ${c.from}-${c.to}`);

  it('are the rounds and what lies between them', () => {
    expect(
      labels([
        [5000, 'round_start', 0, 0],
        [40_000, 'round_end', 0, 0],
        [50_000, 'round_start', 0, 0],
      ]),
    ).toEqual(['Before 0-5000', 'Round 1 5000-40000', 'Break 40000-50000', 'Round 2 50000-100000']);
  });

  it('take a round that was under way, and the match when there are no rounds', () => {
    expect(labels([[30_000, 'round_end', 0, 0]])).toEqual(['Round 1 0-30000', 'After 30000-100000']);
    expect(
      labels([
        [0, 'match_start', 0, 0],
        [99_900, 'match_end', 0, 0],
      ]),
    ).toEqual(['Match 0-99900']);
    expect(labels([[10, 'kill', 1, 2]])).toEqual([]);
  });

  it('are the contacts where there are no rounds: fights with a lull between them', () => {
    const fight = (at: number): Parameters<typeof table>[0] => [
      [at, 'hit', 1, 2],
      [at + 2000, 'shot', 1, 0],
      [at + 3000, 'hit', 2, 1],
      [at + 9000, 'kill', 1, 2],
    ];
    expect(labels([...fight(10_000), ...fight(80_000)])).toEqual([
      'Before 0-10000',
      'Contact 1 10000-19000',
      'Lull 19000-80000',
      'Contact 2 80000-89000',
      'After 89000-100000',
    ]);
    expect(labels(fight(10_000)), 'one contact divides nothing').toEqual([]);
  });
});
