import { describe, expect, test } from 'vitest';
import { fitPlan, dotAt, dotNear } from './draw-plan.ts';
import { planHeat, planPoints } from './plan-heat.ts';

/** 90 points at one place, 10 at another, one whose place is not known; the last ones upstairs. */
const place = Float32Array.from([
  ...Array.from({ length: 90 }, () => [10, 0, 20]).flat(),
  ...Array.from({ length: 10 }, () => [60, 4, 40]).flat(),
  Number.NaN,
  0,
  0,
]);
const points = planPoints(place);

function alphaAt(heat: NonNullable<ReturnType<typeof planHeat>>, x: number, z: number): number {
  const { grid, pixels } = heat;
  const column = Math.floor((x - grid.x) / grid.cell);
  const row = Math.floor((z - grid.z) / grid.cell);
  return pixels[(row * grid.columns + column) * 4 + 3] as number;
}

describe('the heat of a plan', () => {
  test('is where the points are, and counts those that have a place', () => {
    const heat = planHeat(points, { unit: 'kills', floor: null, light: false });
    if (heat === null) throw new Error('no heat');
    expect(heat.total).toBe(100);
    expect(alphaAt(heat, 10, 20)).toBe(255);
    expect(alphaAt(heat, 60, 40)).toBeGreaterThan(0);
    expect(alphaAt(heat, 35, 30)).toBe(0);
    expect(heat.scale.unit).toMatch(/^kills per /);
  });

  test('is that of one floor', () => {
    const heat = planHeat(points, { unit: 'kills', floor: { from: 2, to: 9 }, light: false });
    if (heat === null) throw new Error('no heat');
    expect(heat.total).toBe(10);
    expect(alphaAt(heat, 10, 20)).toBe(0);
    expect(alphaAt(heat, 60, 40)).toBe(255);
  });

  test('runs the other way on a light ground', () => {
    const [dark, light] = [false, true].map((light) => planHeat(points, { unit: 'kills', floor: null, light }));
    const red = (heat: typeof dark): number =>
      Math.max(...(heat?.pixels.filter((_, i) => i % 4 === 0 && heat.pixels[i + 3] === 255) ?? []));
    expect(red(dark)).toBeGreaterThan(red(light));
  });

  test('is nothing without a place', () => {
    expect(planHeat(planPoints(Float32Array.of(Number.NaN, 0, 1)), { unit: 'kills', floor: null, light: false })).toBeNull();
  });
});

test('a dot is found where it is drawn', () => {
  const fit = fitPlan({ minX: 10, minZ: 20, maxX: 60, maxZ: 40 }, 400, 300);
  const [x, y] = dotAt(fit, place, 95);
  expect(x).toBeGreaterThan(200);
  expect(dotNear(fit, place, x + 3, y, 9)).toBeGreaterThanOrEqual(90);
  expect(dotNear(fit, place, x + 30, y, 9)).toBe(-1);
});
