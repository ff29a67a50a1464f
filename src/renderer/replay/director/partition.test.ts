/** Cuts of made-up sessions: none too short, not too many in any minute, from the beginning to the end, and always the same. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPose, cutAt, poseAt, type Cut } from './cut-list.ts';
import { AFTER_MS, BEFORE_MS, MOST_CUTS, partition, RATE_MS, SHORTEST_MS, type Moment } from './partition.ts';

const DURATION = 240_000;

function momentsOf(events: readonly (readonly [t: number, x: number])[]): Moment[] {
  return events
    .toSorted((a, b) => a[0] - b[0])
    .map(([t, x], seq) => ({ seq, t, from: Math.max(0, t - BEFORE_MS), to: Math.min(DURATION, t + AFTER_MS), x, z: 0 }));
}

const event = fc.tuple(
  fc.integer({ min: 0, max: DURATION }),
  fc.oneof(fc.double({ min: -3000, max: 3000, noNaN: true }), fc.constant(Number.NaN)),
);
const burst = fc
  .tuple(
    fc.integer({ min: 0, max: DURATION - 5000 }),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: -900, max: 900 })), { maxLength: 12 }),
  )
  .map(([from, list]) => list.map(([after, x]) => [from + after, x] as const));

describe('partition', () => {
  it('keeps the rules, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.array(burst, { maxLength: 6 }), (single, bursts) => {
        const moments = momentsOf([...single, ...bursts.flat()]);
        const cuts = partition(moments, DURATION, 70);
        expect(cuts[0]).toBe(0);
        expect(cuts.at(-1)).toBe(DURATION);
        for (const [i, t] of cuts.slice(1).entries()) expect(t - (cuts[i] as number)).toBeGreaterThanOrEqual(SHORTEST_MS);
        const inner = cuts.slice(1, -1);
        for (const from of inner) expect(inner.filter((t) => t >= from && t <= from + RATE_MS).length).toBeLessThanOrEqual(MOST_CUTS);
        expect(partition(moments, DURATION, 70)).toEqual(cuts);
      }),
      { numRuns: 60 },
    );
  });

  it('gives one shot to what belongs together, and its own to what is far away', () => {
    const together = partition(
      momentsOf([
        [60_000, 0],
        [61_000, 10],
        [62_500, 20],
      ]),
      DURATION,
      70,
    );
    expect(together.filter((t) => t > 58_600 && t < 63_400)).toEqual([]);
    const apart = partition(
      momentsOf([
        [60_000, 0],
        [66_000, 2000],
      ]),
      DURATION,
      70,
    );
    expect(apart.some((t) => t > 61_000 && t < 64_500)).toBe(true);
  });

  it('changes the picture now and then where nothing happens, and has nothing to divide in a moment', () => {
    const cuts = partition([], DURATION, 70);
    expect(Math.max(...cuts.slice(1).map((t, i) => t - (cuts[i] as number)))).toBeLessThan(20_000);
    expect(partition([], 0, 70)).toEqual([0]);
    expect(partition([], 900, 70)).toEqual([0, 900]);
  });
});

describe('a cut', () => {
  const cut: Cut = {
    from: 1000,
    to: 4000,
    kind: 'follow',
    subjects: [1],
    event: -1,
    preset: null,
    fov: 40,
    open: Infinity,
    keys: Float32Array.of(0, 0, 5, 0, 1, 0, 0, 1500, 3, 5, 0, 4, 0, 0, 3000, 6, 5, 0, 7, 0, 0),
  };
  const eyeAt = (t: number): number => {
    const pose = createPose();
    poseAt(cut, t, pose);
    return pose.eyeX;
  };

  it('goes through its keys and stays at its ends', () => {
    expect([0, 1000, 2500, 4000, 9000].map(eyeAt)).toEqual([0, 0, 3, 6, 6]);
    expect(eyeAt(1750)).toBeGreaterThan(0.5);
    expect(eyeAt(1750)).toBeLessThan(2.5);
  });

  it('is found by the moment', () => {
    const cuts = [{ ...cut, from: 0, to: 1000 }, cut];
    expect([-5, 0, 999, 1000, 99_999].map((t) => cutAt(cuts, t))).toEqual([0, 0, 0, 1, 1]);
    expect(cutAt([], 5)).toBe(-1);
  });
});
