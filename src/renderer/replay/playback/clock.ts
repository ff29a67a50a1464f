/**
 * The playback clock: moves `t` by real time, outside React; plays forward and back, loops between in and out, never leaves [0, durationMs]. While the session is
 * being recorded the duration grows, and playing forward to its end goes on at the live edge.
 */
import { LiveEdge } from './live-edge.ts';
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
  /** Called for every frame with its real time (ms), before `advance`, whether it plays or not: a live session is watched for how evenly it grows. */
  note(now: number): void;
  /** Moves t by so many real milliseconds of playing; true when t moved. */
  advance(realMs: number): boolean;
  /** So much of the session is known now. When it is no longer live, playing goes on from where it is to the end. */
  grow(durationMs: number, live: boolean): void;
}

export function createClock(initialMs: number, hooks: ClockHooks): DrivenClock {
  let durationMs = initialMs;
  let edge: LiveEdge | null = null;
  let atEdge = false;
  let noted = 0;
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
    if (!on) atEdge = false;
    hooks.onState();
  }

  function toEdge(jump: boolean): void {
    if (edge === null) return;
    if (jump) t = clamp(edge.target(noted));
    atEdge = true;
    rate = 1;
    playing = true;
    hooks.onState();
    if (jump) hooks.onJump();
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
    get live() {
      return edge !== null;
    },
    get atEdge() {
      return atEdge;
    },
    toEdge: () => toEdge(true),
    play() {
      if (edge !== null && !loop && rate > 0 && t >= edge.target(noted)) {
        toEdge(false);
        return;
      }
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
      atEdge = false;
      hooks.onState();
    },
    seek(value) {
      if (Number.isNaN(value)) return;
      atEdge = false;
      if (edge !== null && playing && rate > 0 && !loop && value >= edge.target(noted)) {
        toEdge(true);
        return;
      }
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
      if (on) atEdge = false;
      hooks.onState();
    },
    note(now) {
      noted = now;
      edge?.note(durationMs, now);
    },
    grow(known, live) {
      durationMs = known;
      if (live && edge === null) {
        edge = new LiveEdge();
        edge.note(durationMs, noted);
      } else if (!live) {
        edge = null;
        atEdge = false;
      }
    },
    advance(realMs) {
      if (!playing || realMs <= 0) return false;
      const before = t;
      if (edge !== null && atEdge) {
        t = clamp(edge.next(t, realMs, noted));
        return t !== before;
      }
      const from = start();
      const to = end();
      let next = t + realMs * rate;
      if (edge !== null && !loop && rate > 0 && next >= edge.target(noted)) {
        toEdge(false);
        return false;
      }
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
