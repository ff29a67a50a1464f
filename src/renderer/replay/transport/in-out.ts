/** Setting in and out at the playhead; the other end goes when no range would be left between them. */
import type { PlaybackClock } from '../playback/types.ts';

export function setIn(clock: PlaybackClock): void {
  const t = Math.round(clock.t);
  clock.setRange(t, clock.outPoint !== null && clock.outPoint <= t ? null : clock.outPoint);
}

export function setOut(clock: PlaybackClock): void {
  const t = Math.round(clock.t);
  clock.setRange(clock.inPoint !== null && clock.inPoint >= t ? null : clock.inPoint, t);
}
