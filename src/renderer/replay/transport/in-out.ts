/** Setting in and out at the playhead; the other end goes when it would lie on the wrong side. */
import type { PlaybackClock } from '../playback/types.ts';

export function setIn(clock: PlaybackClock): void {
  clock.setRange(clock.t, clock.outPoint !== null && clock.outPoint <= clock.t ? null : clock.outPoint);
}

export function setOut(clock: PlaybackClock): void {
  clock.setRange(clock.inPoint !== null && clock.inPoint >= clock.t ? null : clock.inPoint, clock.t);
}
