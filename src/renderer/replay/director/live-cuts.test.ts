/** Cuts at the edge of a live session: the rules of all cuts hold, who matters is on, and what was decided stays decided. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../../shared/session/event-types.ts';
import { createFrameState } from '../../../shared/session/sampler.ts';
import { ASPECT, createPose, cutAt } from './cut-list.ts';
import { View, type Vector } from './geometry.ts';
import { isLive, liveCuts } from './live-cuts.ts';
import { LiveShot } from './live-shot.ts';
import { MOST_CUTS, RATE_MS, SHORTEST_MS } from './partition.ts';
import type { DirectorEvents } from './planner.ts';
import { Sight } from './sight.ts';

const PEOPLE = 8;
const KINDS = ['object', ...Array.from({ length: PEOPLE }, () => 'player' as const)] as const;
const FROM = 5_000;

type Happening = readonly [t: number, type: 'kill' | 'hit', actor: number, target: number];

function tableOf(list: readonly Happening[]): DirectorEvents {
  const events = list.toSorted((a, b) => a[0] - b[0]);
  return {
    count: events.length,
    t: Int32Array.from(events, ([t]) => t),
    type: Uint8Array.from(events, ([, type]) => EVENT_TYPES.indexOf(type)),
    actor: Int32Array.from(events, ([, , actor]) => actor),
    target: Int32Array.from(events, ([, , , target]) => target),
    position: new Float32Array(events.length * 3).fill(Number.NaN),
  };
}

const cutsOf = (list: readonly Happening[], until: number) => liveCuts(tableOf(list), KINDS, 0, FROM, until, 40);

const happening = fc.tuple(
  fc.integer({ min: 0, max: 120_000 }),
  fc.constantFrom('kill' as const, 'hit' as const),
  fc.integer({ min: 0, max: PEOPLE }),
  fc.integer({ min: 0, max: PEOPLE }),
);

describe('live cuts', () => {
  it('keep the rules, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 150 }), fc.integer({ min: FROM, max: 130_000 }), (list, until) => {
        const cuts = cutsOf(list, until);
        expect(cuts[0]?.from).toBe(FROM);
        expect(cuts.at(-1)?.to).toBe(Infinity);
        for (const [i, { from }] of cuts.slice(1).entries()) {
          expect(cuts[i]?.to).toBe(from);
          expect(from - (cuts[i]?.from ?? 0)).toBeGreaterThanOrEqual(SHORTEST_MS);
          expect(from).toBeLessThanOrEqual(until);
        }
        const inner = cuts.slice(1).map(({ from }) => from);
        for (const from of inner) expect(inner.filter((t) => t >= from && t <= from + RATE_MS).length).toBeLessThanOrEqual(MOST_CUTS);
      }),
      { numRuns: 80 },
    );
  });

  it('do not change by what happens later', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { maxLength: 120 }),
        fc.integer({ min: FROM, max: 125_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        (list, until, more) => {
          const early = cutsOf(
            list.filter(([t]) => t <= until),
            until,
          );
          const late = cutsOf(list, until + more);
          // Events are numbered anew by those that sort before them; when, and on whom, is what stays.
          const decided = (cuts: typeof early) => cuts.filter(({ from }) => from <= until).map(({ from, subjects }) => [from, ...subjects]);
          expect(decided(late)).toEqual(decided(early));
        },
      ),
      { numRuns: 80 },
    );
  });

  it('are on who kills and who dies, at once or as soon as the shot before was long enough', () => {
    const cuts = cutsOf(
      [
        [20_000, 'kill', 1, 2],
        [21_000, 'kill', 7, 8],
        [22_500, 'kill', 3, 4],
        [60_000, 'hit', 5, 6],
        [60_500, 'hit', 5, 6],
        [61_000, 'hit', 5, 6],
      ],
      90_000,
    );
    const at = (t: number) => cuts[cutAt(cuts, t)];
    expect(at(20_000)).toMatchObject({ from: 20_000, subjects: [1, 2], event: 0 });
    // What happened long before one may cut again is over.
    expect(at(25_100)).toMatchObject({ from: 25_001, subjects: [3, 4], event: 2 });
    expect(cuts.some(({ subjects }) => subjects.includes(7))).toBe(false);
    expect(cuts.some(({ from, subjects }) => from > 60_000 && subjects[0] === 5)).toBe(true);
    expect(cuts.every(isLive)).toBe(true);
  });
});

describe('a live shot', () => {
  const sight = new Sight({ boxes: [], relief: null, tree: null, storeys: [] });
  const subject = { kinds: KINDS, middles: new Float32Array(PEOPLE + 1).fill(0.9), flat: false };

  it('has everybody whom it is on in the picture, and goes along', () => {
    const [cut] = cutsOf([[FROM + 3_000, 'kill', 1, 2]], FROM + 6_000).filter(({ subjects }) => subjects.length === 2);
    if (cut === undefined) throw new Error('no cut on both');
    const shot = new LiveShot(sight, { isArena: false, fov: 40, near: 11, presets: [] });
    const state = createFrameState(PEOPLE + 1);
    const pose = createPose();
    expect(shot.poseAt(cut, state, subject, pose)).toBe(false);
    state.exists.fill(1);
    for (const away of [3, 40, 160]) {
      state.position.set([100 + away, 12, -50], 3);
      state.position.set([100 - away, 14, -20], 6);
      expect(shot.poseAt(cut, state, subject, pose)).toBe(true);
      const eye: Vector = [pose.eyeX, pose.eyeY, pose.eyeZ];
      const view = new View(eye, [pose.x - eye[0], pose.y - eye[1], pose.z - eye[2]], 40, ASPECT, 0.9);
      expect(view.shows([100 + away, 12.9, -50]) && view.shows([100 - away, 14.9, -20])).toBe(true);
    }
  });
});
