/** Relief from made-up infantry on a known surface, holes, heights between samples, and where an image lies by two points. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { height } from '../../../../simulators/arma/terrain.ts';
import { placementOf, type Calibration } from '../../../shared/ground.ts';
import { filled } from './fill-holes.ts';
import { inferRelief } from './infer-relief.ts';
import { half, heightAt, reliefOf } from './relief.ts';

/** A generator with a seed: the same walks in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Squads that walk across the simulator's island; some of them look out of windows. */
function infantry(people: number, steps: number): Float32Array {
  const next = random(7);
  const samples: number[] = [];
  for (let person = 0; person < people; person++) {
    let x = 3600 + next() * 1000;
    let y = 4200 + next() * 900;
    let way = next() * 2 * Math.PI;
    for (let step = 0; step < steps; step++) {
      way += (next() - 0.5) * 0.6;
      x += Math.cos(way) * 6;
      y += Math.sin(way) * 6;
      const upstairs = next() < 0.1 ? 4 + next() * 6 : 0;
      samples.push(x, height(x, y) + upstairs + (next() - 0.5) * 0.2, -y);
    }
  }
  return Float32Array.from(samples);
}

describe('inferRelief', () => {
  it('finds the ground that infantry walked on, within 2 m on average', () => {
    const walked = infantry(80, 200);
    const relief = inferRelief(walked);
    if (relief === null) throw new Error('nothing was found');
    let sum = 0;
    let worst = 0;
    let count = 0;
    const next = random(3);
    while (count < 500) {
      const x = 3700 + next() * 800;
      const z = -(4300 + next() * 700);
      const column = Math.round((x - relief.x) / relief.cell);
      const row = Math.round((z - relief.z) / relief.cell);
      if (relief.known[row * relief.columns + column] !== 255) continue;
      const off = Math.abs(heightAt(relief, x, z) - height(x, -z));
      sum += off;
      worst = Math.max(worst, off);
      count++;
    }
    expect(sum / count).toBeLessThan(2);
    expect(worst).toBeLessThan(12);
    expect(relief.inferred).toBe(true);
  });

  it('knows nothing far from everybody, and says so', () => {
    const relief = inferRelief(infantry(10, 50));
    if (relief === null) throw new Error('nothing was found');
    expect([relief.known[0], relief.known.at(-1)]).toEqual([0, 0]);
    expect(relief.known.includes(255)).toBe(true);
    expect(relief.heights.every(Number.isFinite)).toBe(true);
    // One level all around, so that the plain beyond goes on from it.
    expect(relief.heights[0]).toBeCloseTo(relief.heights.at(-1) ?? Number.NaN, 3);
  });

  it('makes nothing of too little', () => {
    expect(inferRelief(new Float32Array(0))).toBeNull();
    expect(inferRelief(infantry(1, 5))).toBeNull();
    // Many who stand at one spot tell of no surface.
    expect(inferRelief(new Float32Array(300))).toBeNull();
  });
});

describe('filled', () => {
  it('leaves what is known, and makes nothing higher or lower than that', () => {
    const cell = fc.option(fc.float({ min: -100, max: 3000, noNaN: true }), { nil: Number.NaN });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 42, maxLength: 42 }), (numbers) => {
        const heights = Float32Array.from(numbers);
        const whole = filled({ heights, columns: 7, rows: 6 });
        const there = heights.filter(Number.isFinite);
        const [low, high] = there.length === 0 ? [0, 0] : [Math.min(...there), Math.max(...there)];
        expect(whole.every((value, i) => Number.isNaN(heights[i]) || value === heights[i])).toBe(true);
        expect(whole.every((value) => value >= low - 0.01 && value <= high + 0.01)).toBe(true);
      }),
    );
  });
});

describe('a relief', () => {
  const grid = {
    x: 100,
    z: -50,
    cell: 10,
    columns: 4,
    rows: 3,
    heights: Float32Array.from({ length: 12 }, (_, i) => (i % 4) * 5 + Math.floor(i / 4) * 2),
  };

  it('has the height of a plane everywhere between its samples, and of its edge beyond', () => {
    fc.assert(
      fc.property(fc.double({ min: 100, max: 130, noNaN: true }), fc.double({ min: -50, max: -30, noNaN: true }), (x, z) => {
        expect(heightAt(grid, x, z)).toBeCloseTo((x - 100) * 0.5 + (z + 50) * 0.2, 5);
      }),
    );
    expect(heightAt(grid, -1e6, -1e6)).toBe(0);
    expect(heightAt(grid, 1e6, 1e6)).toBe(19);
  });

  it('says how steep it is', () => {
    const { slopes, lowest, highest } = reliefOf(grid, false);
    expect([slopes[0], slopes[1]]).toEqual([half(0.5), half(0.2)]);
    expect([lowest, highest]).toEqual([0, 19]);
  });

  it('keeps slopes as half floats', () => {
    expect([0, 1, -2, 0.5, 65504, 1e9, -1e9, 1e-9].map(half)).toEqual([0, 0x3c00, 0xc000, 0x3800, 0x7bff, 0x7bff, 0xfbff, 0]);
  });
});

describe('placementOf', () => {
  const number = fc.double({ min: -5000, max: 5000, noNaN: true });
  const point = fc.tuple(number, number);

  it('finds any turned and scaled picture again', () => {
    fc.assert(
      fc.property(point, point, point, number, number, (p, q, shift, along, across) => {
        fc.pre(Math.hypot(p[0] - q[0], p[1] - q[1]) > 10 && Math.hypot(along, across) > 0.1);
        const place = ([x, y]: readonly [number, number]) =>
          [(shift[0] + along * x - across * y) / 1000, (shift[1] + across * x + along * y) / 1000] as const;
        fc.pre(Math.hypot(place(p)[0] - place(q)[0], place(p)[1] - place(q)[1]) > 1);
        const found = placementOf([
          { pixel: p, place: place(p) },
          { pixel: q, place: place(q) },
        ]);
        expect(found?.along).toBeCloseTo(along / 1000, 5);
        expect(found?.across).toBeCloseTo(across / 1000, 5);
        expect(found?.x0).toBeCloseTo(shift[0] / 1000, 2);
        expect(found?.z0).toBeCloseTo(shift[1] / 1000, 2);
      }),
    );
  });

  it('is none for two points that are one', () => {
    const at = (pixel: readonly [number, number], place: readonly [number, number]) => ({ pixel, place });
    const twice: Calibration = [at([5, 5], [0, 0]), at([6, 6], [900, 0])];
    expect(placementOf(twice)).toBeNull();
    expect(placementOf([at([0, 0], [7, 7]), at([500, 0], [7, 7])])).toBeNull();
  });
});
