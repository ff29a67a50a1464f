import { describe, expect, it } from 'vitest';
import { createClock } from '../playback/clock.ts';
import { neighbourEvent } from './event-steps.ts';
import { setIn, setOut } from './in-out.ts';
import { ALL_RATES, BAR_RATES, rateText, shuttle } from './rates.ts';

describe('speeds', () => {
  it('go from 1/32 to 64', () => {
    expect(ALL_RATES).toEqual([1 / 32, 1 / 16, 1 / 8, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64]);
    expect(BAR_RATES.every((rate) => ALL_RATES.includes(rate))).toBe(true);
    expect(ALL_RATES.map(rateText)).toContain('1/32×');
    expect(rateText(-0.5)).toBe('−0.5×');
  });

  it('J and L double until the end of the scale', () => {
    expect(shuttle(1, false, 1)).toBe(1);
    expect(shuttle(1, true, 1)).toBe(2);
    expect(shuttle(64, true, 1)).toBe(64);
    expect(shuttle(4, true, -1)).toBe(-1);
    expect(shuttle(-1, true, -1)).toBe(-2);
    expect(shuttle(-8, false, -1)).toBe(-1);
  });
});

describe('previous and next event', () => {
  const times = Int32Array.of(100, 200, 200, 200, 300, 400);
  const seqs = Int32Array.of(0, 1, 3, 4); // 2 and 5 are filtered out

  it('goes by time', () => {
    expect(neighbourEvent(seqs, times, 0, null, 1)).toBe(0);
    expect(neighbourEvent(seqs, times, 100, null, 1)).toBe(1);
    expect(neighbourEvent(seqs, times, 250, null, -1)).toBe(3);
    expect(neighbourEvent(seqs, times, 100, null, -1)).toBeNull();
    expect(neighbourEvent(seqs, times, 300, null, 1)).toBeNull();
  });

  it('walks through events of one moment in order', () => {
    expect(neighbourEvent(seqs, times, 200, 1, 1)).toBe(3);
    expect(neighbourEvent(seqs, times, 200, 3, 1)).toBe(4);
    expect(neighbourEvent(seqs, times, 200, 3, -1)).toBe(1);
    expect(neighbourEvent(seqs, times, 200, 1, -1)).toBe(0);
    expect(neighbourEvent(seqs, times, 300, 4, 1)).toBeNull();
  });

  it('forgets the chosen event once t has moved on', () => {
    expect(neighbourEvent(seqs, times, 350, 1, -1)).toBe(4);
  });
});

describe('in and out at the playhead', () => {
  it('never leave an empty or inverted range', () => {
    const nothing = (): void => undefined;
    const clock = createClock(10_000, { onJump: nothing, onState: nothing, onStep: nothing });
    clock.seek(1265.6);
    setIn(clock);
    setOut(clock);
    expect([clock.inPoint, clock.outPoint]).toEqual([null, 1266]);
    clock.seek(500.2);
    setIn(clock);
    expect([clock.inPoint, clock.outPoint]).toEqual([500, 1266]);
    clock.seek(3000);
    setIn(clock);
    expect([clock.inPoint, clock.outPoint]).toEqual([3000, null]);
    clock.seek(2000);
    setOut(clock);
    expect([clock.inPoint, clock.outPoint]).toEqual([null, 2000]);
  });
});
