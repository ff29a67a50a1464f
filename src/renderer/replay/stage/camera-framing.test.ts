import { describe, expect, it } from 'vitest';
import { distanceFor, easeOut, frameAction, type Framing } from './camera-framing.ts';

interface Thing {
  readonly x: number;
  readonly z: number;
  readonly human?: boolean;
  readonly team?: number;
}

function frame(things: readonly Thing[]): Framing | null {
  const count = things.length + 1;
  const place = new Float32Array(count * 3);
  const drawn = new Uint8Array(count);
  const humans = new Uint8Array(count);
  const team = new Int8Array(count).fill(-1);
  for (const [i, thing] of things.entries()) {
    place.set([thing.x, 10, thing.z], (i + 1) * 3);
    drawn[i + 1] = 1;
    humans[i + 1] = thing.human === true ? 1 : 0;
    team[i + 1] = thing.team ?? -1;
  }
  const out: Framing = { x: 0, y: 0, z: 0, radius: 0 };
  return frameAction(place, drawn, humans, team, count, 50, out) ? out : null;
}

describe('frameAction', () => {
  it('has nothing to frame when nobody is there', () => {
    expect(frame([])).toBeNull();
  });
  it('goes where the humans are, not where most things are', () => {
    const depot = Array.from({ length: 30 }, (_, i) => ({ x: 9000 + i, z: 9000 }));
    const squad = Array.from({ length: 8 }, (_, i) => ({ x: 1000 + i * 10, z: -2000, human: true, team: 0 }));
    const found = frame([...depot, ...squad]);
    expect(found?.x).toBeCloseTo(1035, 0);
    expect(found?.z).toBeCloseTo(-2000, 0);
    expect(found?.radius).toBeLessThan(200);
  });
  it('prefers where two teams meet', () => {
    const alone = Array.from({ length: 7 }, (_, i) => ({ x: 5000 + i, z: 0, human: true, team: 0 }));
    const fight = [0, 0, 0, 1, 1, 1].map((team, i) => ({ x: -5000 + i * 20, z: 0, human: true, team }));
    expect(frame([...alone, ...fight])?.x).toBeLessThan(0);
  });
  it('is not drawn out by stragglers on a map of 30 km', () => {
    const squad = Array.from({ length: 10 }, (_, i) => ({ x: i * 15, z: 0, human: true }));
    expect(frame([...squad, { x: 28_000, z: -28_000, human: true }])?.radius).toBeLessThan(150);
  });
});

describe('distanceFor', () => {
  it('holds a sphere in the narrower direction', () => {
    expect(distanceFor(10, 90, 1)).toBeCloseTo(10 / Math.SQRT1_2, 5);
    expect(distanceFor(10, 40, 0.5)).toBeGreaterThan(distanceFor(10, 40, 2));
  });
});

describe('easeOut', () => {
  it('starts at 0, ends at 1 and never goes back', () => {
    expect([easeOut(-1), easeOut(0), easeOut(1), easeOut(7)]).toEqual([0, 0, 1, 1]);
    for (let share = 0; share < 1; share += 0.05) expect(easeOut(share + 0.05)).toBeGreaterThan(easeOut(share));
  });
});
