/** Where a world is cut open while somebody walks through it. */
import { describe, expect, it } from 'vitest';
import { isCutOpen, planHeight } from './mesh-cut.ts';

const STOREYS = [0, 5, 10];
/** The plans that are seen while what is looked at goes from height to height. */
function walk(heights: readonly number[], storeys: readonly number[] = STOREYS): number[] {
  let height = Number.NaN;
  return heights.map((focus) => (height = planHeight(height, 'auto', focus, storeys)));
}

describe('planHeight', () => {
  it('is above the heads of a storey, wherever in it one is', () => {
    expect(walk([0, 1.2, -0.4, 2.9])).toEqual([2.25, 2.25, 2.25, 2.25]);
    expect(walk([5, 6, 7.9])).toEqual([7.25, 7.25, 7.25]);
  });

  it('changes once on the way up and once on the way down', () => {
    const up = walk(Array.from({ length: 51 }, (_, n) => n / 10));
    expect(up.at(-1)).toBe(7.25);
    const there = walk([5, 3.9, 3.6, 3.4]);
    expect(there.slice(0, 3)).toEqual([7.25, 7.25, 7.25]);
    expect(there[3]).toBeLessThan(7.25);
    // About where it changed, nothing flickers.
    expect(new Set(walk([4.1, 3.9, 4.05, 3.8, 4.2])).size).toBe(1);
  });

  it('goes with those who are on no storey, in steps', () => {
    expect(walk([-3, -3.2, -2.9, -2.2], [])).toEqual([-0.5, -0.5, -0.5, 0]);
    expect(walk([20], STOREYS)).toEqual([22.5]);
  });

  it('stays at a chosen storey', () => {
    expect(planHeight(1, 5, 40, STOREYS)).toBe(7.25);
  });
});

describe('isCutOpen', () => {
  it('leaves the world whole for who looks from within', () => {
    expect(isCutOpen('auto', 'orbit', 0)).toBe(true);
    expect(isCutOpen('auto', 'free', 0)).toBe(false);
    expect(isCutOpen('auto', 'preset', 7)).toBe(false);
    expect(isCutOpen(5, 'free', 0)).toBe(true);
    expect(isCutOpen('none', 'top', 0)).toBe(false);
  });
});
