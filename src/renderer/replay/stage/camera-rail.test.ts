import { describe, expect, it } from 'vitest';
import { RailCamera } from './camera-rail.ts';

const RAIL = { across: -14, reach: 24, rise: 0.01, nearest: 9, pace: 2.5 };

function railAt(x: number, y: number, z: number): RailCamera {
  const camera = new RailCamera();
  camera.begin(RAIL);
  camera.follow(x, y, z, 0);
  return camera;
}

describe('RailCamera', () => {
  it('stands beside what it follows, higher towards the ends, and no further than the rail goes', () => {
    expect(railAt(3, 1, 10).eye).toEqual({ x: -14, y: 1, z: 10 });
    expect(railAt(3, 1, -36).eye).toEqual({ x: -14, y: 0.01 * 24 * 24, z: -24 });
    expect(railAt(3, 1, -36).target).toEqual({ x: 3, y: 1, z: -36 });
  });

  it('stands in the middle until there is something, and then cuts to it', () => {
    const camera = new RailCamera();
    camera.begin(RAIL);
    expect([camera.eye, camera.target]).toEqual([
      { x: -14, y: 0, z: 0 },
      { x: 0, y: 0, z: 0 },
    ]);
    camera.follow(0, 0, 3, 0.016);
    expect(camera.eye.z).toBe(3);
  });

  it('looks past what flies along the lens', () => {
    expect(railAt(-13.5, 2, 0).target.x).toBe(-5);
    const other = new RailCamera();
    other.begin({ ...RAIL, across: 14 });
    other.follow(13.5, 0, 0, 0);
    expect(other.target.x).toBe(5);
  });

  it('takes up its lag by time, whatever the frame rate, and cuts to another moment', () => {
    const once = railAt(0, 0, 0);
    const often = railAt(0, 0, 0);
    expect(once.follow(0, 0, 10, 0.4)).toBe(true);
    for (let i = 0; i < 40; i++) often.follow(0, 0, 10, 0.01);
    expect(often.eye.z).toBeCloseTo(once.eye.z, 6);
    expect(once.eye.z).toBeCloseTo(10 * (1 - Math.exp(-1)), 6);
    expect(once.target.z).toBeGreaterThan(once.eye.z);
    for (let i = 0; i < 600; i++) often.follow(0, 0, 10, 0.016);
    expect(often.follow(0, 0, 10, 0.016)).toBe(false);
    often.follow(0, 0, -20, 0.016);
    expect(often.eye.z).toBe(-20);
  });
});
