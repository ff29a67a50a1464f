import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock, MAX_RATE, MIN_RATE, type DrivenClock } from './clock.ts';

function make(durationMs = 10_000): { clock: DrivenClock; calls: string[]; steps: number[] } {
  const calls: string[] = [];
  const steps: number[] = [];
  const clock = createClock(durationMs, {
    onJump: () => calls.push('jump'),
    onState: () => calls.push('state'),
    onStep: (frames) => steps.push(frames),
  });
  return { clock, calls, steps };
}

describe('playback clock', () => {
  it('moves only while it plays, at its rate', () => {
    const { clock } = make();
    expect(clock.advance(100)).toBe(false);
    clock.play();
    clock.advance(100);
    expect(clock.t).toBe(100);
    clock.setRate(4);
    clock.advance(100);
    expect(clock.t).toBe(500);
    clock.setRate(1 / 32);
    clock.advance(320);
    expect(clock.t).toBe(510);
  });

  it('plays backwards and stops at the beginning', () => {
    const { clock } = make();
    clock.seek(150);
    clock.setRate(-2);
    clock.play();
    clock.advance(50);
    expect(clock.t).toBe(50);
    clock.advance(50);
    expect(clock.t).toBe(0);
    expect(clock.playing).toBe(false);
  });

  it('stops at the end and starts again from the beginning', () => {
    const { clock } = make(1000);
    clock.seek(990);
    clock.play();
    clock.advance(50);
    expect([clock.t, clock.playing]).toEqual([1000, false]);
    clock.play();
    expect([clock.t, clock.playing]).toEqual([0, true]);
  });

  it('played backwards from the beginning starts at the end', () => {
    const { clock } = make(1000);
    clock.setRate(-1);
    clock.play();
    expect([clock.t, clock.playing]).toEqual([1000, true]);
  });

  it('loops from out to in and keeps what is left over', () => {
    const { clock } = make();
    clock.setRange(2000, 3000);
    clock.setLoop(true);
    clock.seek(2950);
    clock.play();
    clock.advance(100);
    expect(clock.t).toBe(2050);
    expect(clock.playing).toBe(true);
    clock.setRate(-1);
    clock.advance(100);
    expect(clock.t).toBe(2950);
    // Longer than the loop itself.
    clock.setRate(64);
    clock.advance(100);
    expect(clock.t).toBe(2000 + ((950 + 6400) % 1000));
  });

  it('goes to the loop when it plays on outside of it', () => {
    const { clock } = make();
    clock.setRange(2000, 3000);
    clock.setLoop(true);
    clock.seek(0);
    clock.play();
    clock.advance(100);
    expect(clock.t).toBe(100); // before the loop it plays into it
    clock.seek(5000);
    clock.advance(10);
    expect(clock.t).toBe(2000);
  });

  it('an empty loop stops instead of spinning', () => {
    const { clock } = make();
    clock.setRange(2000, 2000);
    clock.setLoop(true);
    clock.seek(1990);
    clock.play();
    clock.advance(100);
    expect([clock.t, clock.playing]).toEqual([2000, false]);
  });

  it('clamps seeks, rates and ranges, and puts a range in order', () => {
    const { clock } = make(1000);
    clock.seek(5000);
    expect(clock.t).toBe(1000);
    clock.seek(-1);
    expect(clock.t).toBe(0);
    clock.seek(Number.NaN);
    expect(clock.t).toBe(0);
    clock.setRate(1000);
    expect(clock.rate).toBe(MAX_RATE);
    clock.setRate(-0.0001);
    expect(clock.rate).toBe(-MIN_RATE);
    clock.setRate(0);
    expect(clock.rate).toBe(-MIN_RATE);
    clock.setRange(2000, 300);
    expect([clock.inPoint, clock.outPoint]).toEqual([300, 1000]);
  });

  it('tells of jumps and of states, and pauses to step', () => {
    const { clock, calls, steps } = make();
    clock.play();
    clock.play();
    clock.seek(10);
    clock.step(-3);
    expect(calls).toEqual(['state', 'jump', 'state']);
    expect(steps).toEqual([-3]);
    expect(clock.playing).toBe(false);
  });

  it('never leaves the session, whatever is done to it', () => {
    const act = fc.oneof(
      fc.record({ do: fc.constant('seek' as const), value: fc.double({ min: -2e4, max: 2e4, noNaN: true }) }),
      fc.record({ do: fc.constant('rate' as const), value: fc.double({ min: -100, max: 100, noNaN: true }) }),
      fc.record({ do: fc.constant('advance' as const), value: fc.double({ min: 0, max: 5000, noNaN: true }) }),
      fc.record({ do: fc.constant('range' as const), value: fc.double({ min: -2e4, max: 2e4, noNaN: true }) }),
      fc.record({ do: fc.constant('play' as const), value: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.boolean(), fc.array(act, { maxLength: 40 }), (durationMs, loop, acts) => {
        const { clock } = make(durationMs);
        clock.setLoop(loop);
        for (const { do: what, value } of acts) {
          if (what === 'seek') clock.seek(value);
          else if (what === 'rate') clock.setRate(value);
          else if (what === 'advance') clock.advance(value);
          else if (what === 'range') clock.setRange(value, value / 2 + 100);
          else clock.toggle();
          expect(clock.t).toBeGreaterThanOrEqual(0);
          expect(clock.t).toBeLessThanOrEqual(durationMs);
        }
      }),
    );
  });
});
