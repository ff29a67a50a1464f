/** Charts that are counted: by team and by person, possession up to the next one, speed from the overview. */
import { describe, expect, it } from 'vitest';
import { PROFILES } from '../../../shared/games/profiles.ts';
import { eventCode, type EventType } from '../../../shared/session/event-types.ts';
import { panels } from '../../words/en/panels.ts';
import type { LoadedSession } from '../playback/types.ts';
import { countedCharts } from './counted-charts.ts';

const profile = PROFILES['echovr'];
if (profile === undefined) throw new Error('no profile');
const [blue, orange] = profile.teams;

const EVENTS: readonly (readonly [t: number, type: EventType, actor: number])[] = [
  [1000, 'possession', 1],
  [2000, 'goal', 1],
  [3000, 'possession', 2],
  [4000, 'goal', 1],
  [5000, 'possession', 0],
  [6000, 'goal', 2],
];

/** Entity 1 goes 3 units in a second and then stands; 2 is nowhere. */
const session = {
  info: { durationMs: 10_000, channels: [{ id: 7, name: 'position' }], space: { metresPerUnit: 2 } },
  profile,
  entities: [
    { id: 0, name: '', team: null, kind: 'object' },
    { id: 1, name: 'Astra', team: blue?.id ?? null, kind: 'player' },
    { id: 2, name: 'Vex', team: orange?.id ?? null, kind: 'player' },
  ],
  overview: {
    t0: 0,
    t1: 10_001,
    columns: Object.assign([], {
      7: {
        channel: 7,
        width: 3,
        entities: Int32Array.of(1),
        starts: Int32Array.of(0, 3),
        times: Int32Array.of(0, 1000, 2000),
        values: Float64Array.of(0, 0, 0, 0, 0, 3, 0, 0, 3),
      },
    }),
  },
  events: {
    count: EVENTS.length,
    t: Int32Array.from(EVENTS, ([t]) => t),
    type: Uint8Array.from(EVENTS, ([, type]) => eventCode(type)),
    actor: Int32Array.from(EVENTS, ([, , actor]) => actor),
  },
} as unknown as LoadedSession;

const charts = countedCharts(session, panels.charts);
const linesOf = (id: string, people: readonly number[] = []) => charts.find((chart) => chart.id === id)?.lines(people) ?? [];

describe('counted charts', () => {
  it('are those that the session has something for', () => {
    expect(charts.map(({ id }) => id)).toEqual(['goal', 'possession', 'speed']);
  });

  it('add up by team, and by person when there are some', () => {
    const [first, second] = linesOf('goal');
    expect([first?.label, first?.t, first?.value]).toEqual([blue?.label, [0, 2000, 4000, 10_000], [0, 1, 2, 2]]);
    expect(second?.value).toEqual([0, 1, 1]);
    const [chosen, other] = linesOf('goal', [2, 1]);
    expect([chosen?.label, chosen?.colour, chosen?.value]).toEqual(['Vex', 'chosen', [0, 1, 1]]);
    expect([other?.label, other?.value]).toEqual(['Astra', [0, 1, 2, 2]]);
  });

  it('count possession up to whoever has it next, or nobody', () => {
    expect(linesOf('possession', [1, 2]).map(({ value }) => value[value.length - 1])).toEqual([2, 2]);
  });

  it('measure how fast somebody was, in metres, and leave out who was nowhere', () => {
    const [first, ...more] = linesOf('speed', [1, 2]);
    expect([first?.t, first?.value]).toEqual([
      [0, 1000],
      [6, 0],
    ]);
    expect(more).toEqual([]);
    expect(linesOf('speed')).toEqual([]);
  });
});
