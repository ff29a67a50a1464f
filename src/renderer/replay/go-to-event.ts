/** Goes to an event: its moment, its place, and whoever it is about. */
import type { Playback } from './playback/types.ts';
import type { ReplayViewStore } from './replay-view.ts';

export function goToEvent({ session, clock }: Playback, view: ReplayViewStore, seq: number): void {
  const { events } = session;
  clock.seek(events.t[seq] ?? 0);
  const state = view.getState();
  state.setEvent(seq);
  const x = events.position[seq * 3] ?? Number.NaN;
  const y = events.position[seq * 3 + 1] ?? Number.NaN;
  const z = events.position[seq * 3 + 2] ?? Number.NaN;
  if (state.camera === 'follow') {
    // Following somebody means staying with them, unless the event is somebody else's.
    const actor = events.actor[seq] ?? 0;
    const target = events.target[seq] ?? 0;
    if (state.selected === actor || state.selected === target) return;
    state.setCamera('orbit');
  }
  if (Number.isFinite(x) && Number.isFinite(z)) state.lookAtPlace([x, Number.isFinite(y) ? y : 0, z]);
}
