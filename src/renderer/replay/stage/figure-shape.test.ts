import { describe, expect, it } from 'vitest';
import { echovrProfile } from '../../../shared/games/echovr.ts';
import type { FigureProfile } from '../../../shared/games/profile.ts';
import { createAxes, setLevel } from './axes.ts';
import { addBody, addDiscInside, addDiscRim, addHands, addHead, addVisor, createPose, placeJoints, type Pose } from './figure-shape.ts';

const FIGURE: FigureProfile = {
  head: { forward: 'forward', up: 'up' },
  body: { forward: 'forward', up: 'up' },
  hands: [
    { position: 'left', forward: 'a', up: 'b' },
    { position: 'right', forward: 'a', up: 'b' },
  ],
  bones: { channel: 'bones', joints: 3, limbs: [{ joints: [0, 1, 2], thickness: [0.2, 0.1] }] },
};

type Capsule = readonly [number, number, number, number, number, number, number, number];

function capsulesOf(add: (sink: { add(...capsule: Capsule): void }) => void): Capsule[] {
  const all: Capsule[] = [];
  add({ add: (...capsule) => all.push(capsule.map((n) => Math.round(n * 1000) / 1000 + 0) as unknown as Capsule) });
  return all;
}

/** At 1, 2, 3, facing +z, so that left is +x. */
function pose(): Pose {
  const made = createPose(FIGURE);
  made.head.set([1, 2, 3]);
  setLevel(made.headAxes, Math.PI);
  setLevel(made.bodyAxes, Math.PI);
  return made;
}

describe('figures', () => {
  it('puts a skeleton into the world by the body, not by the head, and draws its limbs tapering', () => {
    const person = pose();
    setLevel(person.headAxes, 0);
    person.joints.set([0, -0.2, 0, 0.5, -1, 0, 0, -1, 0.4]);
    person.hasJoints = placeJoints(person);
    expect(person.hasJoints).toBe(true);
    expect(capsulesOf((sink) => addBody(sink, person, FIGURE))).toEqual([
      [1, 1.8, 3, 0.2, 1.5, 1, 3, 0.15],
      [1.5, 1, 3, 0.15, 1, 1, 3.4, 0.1],
    ]);
  });

  it('knows the empty skeletons of those whom the game does not animate, and draws a trunk and arms instead', () => {
    const person = pose();
    person.joints.fill(0.02);
    person.hasJoints = placeJoints(person);
    expect(person.hasJoints).toBe(false);
    const bare = capsulesOf((sink) => addBody(sink, person, FIGURE));
    const [left] = person.hands;
    if (left !== undefined) {
      left.at.set([1.4, 1.6, 3.3]);
      left.isKnown = true;
    }
    const armed = capsulesOf((sink) => addBody(sink, person, FIGURE));
    expect(armed.length).toBe(bare.length + 1);
    expect(armed.at(-1)?.slice(0, 3)).toEqual([1.2, 1.76, 3]); // from the left shoulder
    expect(armed.at(-1)?.slice(4, 7)).toEqual([1.4, 1.6, 3.3]);
    for (const [, ay, , , , by] of bare) expect(Math.max(ay, by)).toBeLessThan(2); // below the head
  });

  it('shows the front by the visor, and where a hand points', () => {
    const person = pose();
    expect(capsulesOf((sink) => addHead(sink, person)).length).toBe(1);
    for (const [ax, , az, , bx, , bz] of capsulesOf((sink) => addVisor(sink, person))) {
      expect(az).toBeGreaterThan(3.1);
      expect(bz).toBe(az);
      expect(ax).toBeGreaterThan(bx); // across the face, from left to right
    }
    const right = person.hands[1];
    if (right !== undefined) {
      right.at.set([0.5, 1.5, 3]);
      right.forward.set([0, 1, 0]);
      right.isKnown = true;
    }
    expect(capsulesOf((sink) => addHands(sink, person))).toEqual([[0.5, 1.5, 3, 0.085, 0.5, 1.5, 3, 0.06]]);
    if (right !== undefined) right.points = true;
    expect(capsulesOf((sink) => addHands(sink, person))[0]?.[5]).toBeCloseTo(1.61, 3);
  });

  it('lays the disc across its up, within its radius', () => {
    const at = Float32Array.of(0, 5, 0);
    const axes = createAxes();
    const all = capsulesOf((sink) => {
      addDiscRim(sink, at, axes, 0.3, 0, 1);
      addDiscInside(sink, at, axes, 0.3);
    });
    for (const [ax, ay, az, ra] of all) {
      expect(ay).toBe(5);
      expect(Math.hypot(ax, az) + ra).toBeLessThan(0.305);
    }
    const half = capsulesOf((sink) => addDiscRim(sink, at, axes, 0.3, 0, 0.5));
    expect(half.every(([ax]) => ax >= 0)).toBe(true); // from forward (+z) over the left (+x)
  });
});

describe("the profile's limbs", () => {
  it('name joints that there are, each limb joined to the rest', () => {
    const { bones } = echovrProfile.figure ?? { bones: null };
    const seen = new Set<number>();
    for (const { joints } of bones?.limbs ?? []) {
      expect(seen.size === 0 || joints.some((joint) => seen.has(joint))).toBe(true);
      expect(Math.max(...joints)).toBeLessThan(bones?.joints ?? 0);
      for (const joint of joints) seen.add(joint);
    }
    expect(seen.size).toBeGreaterThan(15);
  });
});
