/** The playback clock: moves `t` by real time, outside React; plays forward and back, loops between in and out, never leaves [0, durationMs]. */
import type { PlaybackClock } from './types.ts';

export const MIN_RATE = 1 / 32;
export const MAX_RATE = 64;

export interface ClockHooks {
  /** t was set by somebody (seek, restart at an end), not by time passing. */
  onJump(): void;
  /** playing, rate, range or loop changed. */
  onState(): void;
  /** Asked for n recorded frames forward or back of t; the owner knows the frames and seeks. */
  onStep(frames: number): void;
}

export interface DrivenClock extends PlaybackClock {
  /** Moves t by so many real milliseconds of playing; true when t moved. */
  advance(realMs: number): boolean;
}

export function createClock(durationMs: number, hooks: ClockHooks): DrivenClock {
  let t = 0;
  let playing = false;
  let rate = 1;
  let inPoint: number | null = null;
  let outPoint: number | null = null;
  let loop = false;

  const clamp = (value: number): number => Math.min(durationMs, Math.max(0, value));
  const start = (): number => (loop ? (inPoint ?? 0) : 0);
  const end = (): number => (loop ? (outPoint ?? durationMs) : durationMs);

  function setPlaying(on: boolean): void {
    if (playing === on) return;
    playing = on;
    hooks.onState();
  }

  /** At the end that lies ahead, playing starts again from the other one. */
  function rewindAtEnd(): void {
    const ahead = rate > 0 ? t >= end() : t <= start();
    if (!ahead) return;
    t = rate > 0 ? start() : end();
    hooks.onJump();
  }

  return {
    get t() {
      return t;
    },
    get playing() {
      return playing;
    },
    get rate() {
      return rate;
    },
    get inPoint() {
      return inPoint;
    },
    get outPoint() {
      return outPoint;
    },
    get loop() {
      return loop;
    },
    play() {
      if (durationMs <= 0) return;
      rewindAtEnd();
      setPlaying(true);
    },
    pause: () => setPlaying(false),
    toggle() {
      if (playing) setPlaying(false);
      else this.play();
    },
    setRate(value) {
      if (!Number.isFinite(value) || value === 0) return;
      const clamped = Math.sign(value) * Math.min(MAX_RATE, Math.max(MIN_RATE, Math.abs(value)));
      if (clamped === rate) return;
      rate = clamped;
      hooks.onState();
    },
    seek(value) {
      if (Number.isNaN(value)) return;
      t = clamp(value);
      hooks.onJump();
    },
    step(frames) {
      setPlaying(false);
      if (frames !== 0) hooks.onStep(frames);
    },
    setRange(from, to) {
      const swap = from !== null && to !== null && from > to;
      const first = swap ? to : from;
      const last = swap ? from : to;
      inPoint = first === null ? null : Math.round(clamp(first));
      outPoint = last === null ? null : Math.round(clamp(last));
      hooks.onState();
    },
    setLoop(on) {
      if (loop === on) return;
      loop = on;
      hooks.onState();
    },
    advance(realMs) {
      if (!playing || realMs <= 0) return false;
      const before = t;
      const from = start();
      const to = end();
      let next = t + realMs * rate;
      if (rate > 0 ? next >= to : next <= from) {
        const span = to - from;
        if (loop && span > 0) {
          // What is left over after the edge is played from the other one; from outside of the range it starts at that edge.
          const outside = rate > 0 ? before > to : before < from;
          const over = outside ? 0 : Math.abs(next - (rate > 0 ? to : from)) % span;
          next = rate > 0 ? from + over : to - over;
        } else {
          next = rate > 0 ? to : from;
          setPlaying(false);
        }
      }
      t = clamp(next);
      return t !== before;
    },
  };
}
