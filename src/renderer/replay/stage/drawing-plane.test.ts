import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetGround } from './drawing-plane.ts';

const hills = (x: number, z: number): number => 12 * Math.sin(x / 60) * Math.cos(z / 45);

describe('where a ray meets the ground', () => {
  it('is on the ground, and nothing of the way there is below it', () => {
    const unit = double({ min: -1, max: 1, noNaN: true });
    assert(
      property(unit, double({ min: -1, max: -0.05, noNaN: true }), unit, (x, y, z) => {
        const length = Math.hypot(x, y, z);
        const way = { x: x / length, y: y / length, z: z / length };
        const origin = { x: 10, y: 60, z: -20 };
        const distance = meetGround(origin, way, hills);
        expect(distance).not.toBeNull();
        const at = distance ?? 0;
        expect(origin.y + way.y * at).toBeCloseTo(hills(origin.x + way.x * at, origin.z + way.z * at), 1);
      }),
      { numRuns: 200 },
    );
  });

  it('is nowhere for one that looks into the sky or stands below', () => {
    expect(meetGround({ x: 0, y: 30, z: 0 }, { x: 0.6, y: 0.8, z: 0 }, hills)).toBeNull();
    expect(meetGround({ x: 0, y: -40, z: 0 }, { x: 0, y: -1, z: 0 }, hills)).toBeNull();
  });
});
