import { describe, expect, it } from 'vitest';
import { eventCode, type EventType } from '../../../shared/session/event-types.ts';
import type { EventTable } from '../playback/types.ts';
import { currentThrow, secondsWithin } from './flight.ts';

function table(events: readonly (readonly [number, EventType])[]): EventTable {
  return {
    count: events.length,
    t: Int32Array.from(events, ([t]) => t),
    type: Uint8Array.from(events, ([, type]) => eventCode(type)),
  } as unknown as EventTable;
}

describe('the throw that the disc is flying from', () => {
  const events = table([
    [1000, 'throw'],
    [1500, 'stun'],
    [2000, 'catch'],
    [3000, 'throw'],
    [3100, 'throw'],
    [4000, 'goal'],
  ]);
  it.each([
    [999, -1],
    [1000, 0],
    [1999, 0],
    [2000, -1],
    [3050, 3],
    [3999, 4],
    [4000, -1],
  ])('at %i ms', (t, seq) => expect(currentThrow(events, t, 4000)).toBe(seq));

  it('is forgotten after a while', () => expect(currentThrow(table([[0, 'throw']]), 4001, 4000)).toBe(-1));
});

describe('how long something stays within a box', () => {
  const box = { min: [-10, -10, -40], max: [10, 10, 40], role: 'hull' } as const;
  it.each([
    [[0, 0, 0], [0, 0, 20], 0.5],
    [[0, 0, 35], [0, 0, 20], 0.25],
    [[0, -9, 0], [3, -10, 0], 0.1],
    [[11, 0, 0], [0, 0, 1], 0],
  ])('from %j at %j', (place, velocity, seconds) => expect(secondsWithin(box, place, velocity, 0.5)).toBeCloseTo(seconds, 9));
});
