import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiveEdge } from './live-edge.ts';

const FRAME = 1000 / 60;

/** Plays at the edge while steps arrive at the given times; gives t, and what was known, at every frame. */
function play(arrivals: readonly { at: number; known: number }[], until: number): { now: number; t: number; known: number }[] {
  const edge = new LiveEdge();
  const shown: { now: number; t: number; known: number }[] = [];
  let known = arrivals[0]?.known ?? 0;
  let next = 1;
  edge.note(known, 0);
  let t = edge.target(0);
  for (let now = FRAME; now < until; now += FRAME) {
    for (let arrival = arrivals[next]; arrival !== undefined && arrival.at <= now; arrival = arrivals[++next]) known = arrival.known;
    edge.note(known, now);
    t = edge.next(t, FRAME, now);
    shown.push({ now, t, known });
  }
  return shown;
}

/** Steps of `every` ms, each late by what `late` says. */
function steps(every: number, count: number, late: (i: number) => number): { at: number; known: number }[] {
  return Array.from({ length: count }, (_, i) => ({ at: i * every + (i === 0 ? 0 : late(i)), known: 10_000 + i * every }));
}

describe('live edge', () => {
  it('is about 300 ms behind when steps come evenly, at an even speed', () => {
    const shown = play(
      steps(100, 200, () => 0),
      20_000,
    );
    for (const [i, { now, t, known }] of shown.entries()) {
      if (now < 3000 || i === 0) continue;
      expect(known - t).toBeGreaterThan(150);
      expect(known - t).toBeLessThan(350);
      expect((t - (shown[i - 1]?.t ?? 0)) / FRAME).toBeCloseTo(1, 1);
    }
  });

  it('never stands still, goes back or passes what is known when steps come unevenly', () => {
    fc.assert(
      fc.property(fc.constantFrom(50, 100, 250, 1000), fc.array(fc.nat(150), { minLength: 400, maxLength: 400 }), (every, late) => {
        const shown = play(
          steps(every, 400, (i) => late[i] ?? 0),
          Math.min(20_000, every * 390),
        );
        for (const [i, { now, t, known }] of shown.entries()) {
          const before = shown[i - 1]?.t ?? 0;
          expect(t).toBeLessThanOrEqual(known);
          expect(t).toBeGreaterThanOrEqual(before);
          // Once it has seen how late steps can be, it moves with every frame.
          const speed = now > 6_000 ? (t - before) / FRAME : 1;
          expect(speed).toBeGreaterThan(0.8);
          expect(speed).toBeLessThan(1.2);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('waits where nothing more is known, and is at the edge again at once after a pause', () => {
    const before = steps(100, 50, () => 0);
    const after = Array.from({ length: 100 }, (_, i) => ({ at: 15_000 + i * 100, known: 25_000 + i * 100 }));
    const shown = play([...before, ...after], 24_000);
    const waiting = shown.find(({ now }) => now > 14_900);
    expect(waiting?.t).toBe(waiting?.known);
    const back = shown.find(({ now }) => now > 15_100);
    expect((back?.known ?? 0) - (back?.t ?? 0)).toBeLessThan(450);
  });
});
