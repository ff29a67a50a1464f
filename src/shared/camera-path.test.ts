/** Paths of a camera: through their keys, without jerks and without going back, turning the short way. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CameraPath, createPathPose, withKey, type PathKey } from './camera-path.ts';

const metre = fc.double({ min: -500, max: 500, noNaN: true });
const turn = fc.tuple(
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.double({ min: 0.1, max: 1, noNaN: true }),
);
const quaternion = turn.map(([x, y, w]): PathKey['pose']['quaternion'] => {
  const length = Math.hypot(x, y, w);
  return [x / length, y / length, 0, w / length];
});
const pose = fc.record({ position: fc.tuple(metre, metre, metre), quaternion, fov: fc.double({ min: 10, max: 100, noNaN: true }) });
const path = fc.array(fc.record({ after: fc.integer({ min: 1, max: 20_000 }), pose }), { minLength: 1, maxLength: 8 }).map((steps) => {
  let t = 0;
  return steps.map(({ after, pose: at }): PathKey => ({ t: (t += after), pose: at }));
});
const easing = fc.constantFrom('smooth' as const, 'linear' as const);

function at(keys: readonly PathKey[], how: 'smooth' | 'linear', t: number) {
  const out = createPathPose();
  new CameraPath(keys, how).at(t, out);
  return { position: [...out.position], quaternion: [...out.quaternion], fov: out.fov };
}

function key(t: number, x: number, z = 0): PathKey {
  return { t, pose: { position: [x, 2, z], quaternion: [0, 0, 0, 1], fov: 40 } };
}

describe('a camera path', () => {
  it('goes through its keys, and stays at its ends', () => {
    fc.assert(
      fc.property(path, easing, (keys, how) => {
        for (const { t, pose: there } of keys) {
          const found = at(keys, how, t);
          for (const axis of [0, 1, 2]) expect(found.position[axis]).toBeCloseTo(there.position[axis] as number, 6);
          const cos = found.quaternion.reduce((sum, value, n) => sum + value * (there.quaternion[n] as number), 0);
          expect(Math.abs(cos)).toBeCloseTo(1, 6);
          expect(found.fov).toBeCloseTo(there.fov, 6);
        }
        const [first, last] = [keys[0] as PathKey, keys.at(-1) as PathKey];
        expect(at(keys, how, first.t - 1000)).toEqual(at(keys, how, first.t));
        expect(at(keys, how, last.t + 1000)).toEqual(at(keys, how, last.t));
      }),
    );
  });

  it('has no jump between its keys, and turns of length 1', () => {
    fc.assert(
      fc.property(path, easing, fc.double({ min: 0, max: 1, noNaN: true }), (keys, how, share) => {
        const [first, last] = [keys[0] as PathKey, keys.at(-1) as PathKey];
        const t = first.t + (last.t - first.t) * share;
        const [before, after] = [at(keys, how, t), at(keys, how, t + 0.001)];
        expect(Math.hypot(...before.position.map((value, n) => value - (after.position[n] as number)))).toBeLessThan(20);
        expect(Math.hypot(...before.quaternion)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('never goes back on a straight line, however uneven its keys are', () => {
    const distances = fc.array(fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.double({ min: 0.1, max: 300, noNaN: true })), {
      minLength: 1,
      maxLength: 7,
    });
    fc.assert(
      fc.property(distances, easing, (steps, how) => {
        let [t, x] = [0, 0];
        const keys = [key(0, 0), ...steps.map(([ms, metres]) => key((t += ms), (x += metres)))];
        let last = -1e-6;
        for (let i = 0; i <= 200; i++) {
          const here = at(keys, how, (t * i) / 200).position[0] as number;
          expect(here).toBeGreaterThanOrEqual(last - x * 0.02 - 1e-6);
          last = here;
        }
      }),
    );
  });

  it('begins and ends at rest when it is smooth, and is even when it is not', () => {
    const keys = [key(0, 0), key(1000, 10)];
    expect(at(keys, 'linear', 250).position[0]).toBeCloseTo(2.5, 6);
    expect(at(keys, 'smooth', 10).position[0]).toBeLessThan(0.01);
    expect(at(keys, 'smooth', 990).position[0]).toBeGreaterThan(9.99);
    expect(at(keys, 'smooth', 500).position[0]).toBeCloseTo(5, 6);
    // Through the key in the middle without stopping.
    const three = [key(0, 0), key(1000, 10), key(2000, 20)];
    expect((at(three, 'smooth', 1010).position[0] as number) - (at(three, 'smooth', 990).position[0] as number)).toBeGreaterThan(0.15);
  });

  it('cuts between keys of one moment', () => {
    const keys = [key(0, 0), key(1000, 10), key(1000, 500), key(2000, 510)];
    expect(at(keys, 'linear', 999).position[0]).toBeLessThan(40);
    expect(at(keys, 'linear', 1000).position[0]).toBe(500);
  });
});

describe('a key', () => {
  it('comes in its order, and takes the place of one of the same moment', () => {
    const keys = [key(1000, 0), key(3000, 2)];
    expect(withKey(keys, key(2000, 1))).toEqual([key(1000, 0), key(2000, 1), key(3000, 2)]);
    expect(withKey(keys, key(3000, 9))).toEqual([key(1000, 0), key(3000, 9)]);
  });
});
