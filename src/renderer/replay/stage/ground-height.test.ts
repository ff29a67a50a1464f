import { describe, expect, it } from 'vitest';
import { reliefOf } from '../ground/relief.ts';
import { GroundHeight } from './ground-height.ts';

describe('GroundHeight', () => {
  it('is that of those who stand near', () => {
    const ground = new GroundHeight();
    ground.begin(2);
    ground.stand(0, 20, 0);
    ground.stand(2000, 150, 0);
    ground.over(500);
    expect(ground.at(0, 0)).toBeCloseTo(20, 0);
    expect(ground.at(2000, 0)).toBeCloseTo(150, 0);
    expect(ground.distanceToKnown(0, 50)).toBe(50);
  });
  it('is under the lowest thing when nobody stands, and 0 when nothing has a height', () => {
    const ground = new GroundHeight();
    ground.begin(0);
    ground.over(80);
    ground.over(60);
    expect(ground.at(0, 0)).toBe(60);
    ground.begin(1);
    ground.stand(0, Number.NaN, 0);
    ground.over(Number.NaN);
    expect(ground.at(0, 0)).toBe(0);
  });
  it('is the relief where there is one, whoever stands on it', () => {
    const ground = new GroundHeight();
    ground.relief = reliefOf({ x: 0, z: 0, cell: 10, columns: 2, rows: 2, heights: Float32Array.of(0, 10, 0, 10) }, false);
    ground.begin(1);
    ground.stand(0, 500, 0);
    expect([ground.at(5, 5), ground.drawn(5, 5, 99), ground.distanceToKnown(5, 5)]).toEqual([5, 5, 0]);
    // What is recorded stays; what is not stands on the ground.
    expect([ground.lift(5, 120, 5), ground.lift(5, Number.NaN, 5)]).toEqual([120, 5]);
    ground.flat = true;
    expect(ground.lift(5, 0, 5)).toBe(5);
    ground.relief = null;
    expect([ground.drawn(5, 5, 99), ground.lift(5, 0, 5)]).toEqual([99, 0]);
  });
  it('hears all parts of a crowd', () => {
    const ground = new GroundHeight();
    ground.begin(500);
    for (let i = 0; i < 500; i++) ground.stand(i * 10, i, 0);
    expect(ground.at(4990, 0)).toBeGreaterThan(480);
    expect(ground.at(0, 0)).toBeLessThan(20);
  });
});
