/** Plays highlights one after another. Whoever seeks or pauses takes over: a seek ends the reel, a pause only waits. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { goToEvent } from '../go-to-event.ts';
import type { Replay } from '../replay-context.tsx';
import type { Highlight } from './find-highlights.ts';

/** The clock may be this far outside of a highlight before it counts as a seek, ms. */
const SLACK_MS = 1_500;

export interface Reel {
  readonly list: readonly Highlight[];
  /** Index of the one that plays; null when none does. */
  readonly at: number | null;
}

/** What a reel plays on. */
type Shown = Pick<Replay, 'playback' | 'view'>;

export type ReelStore = StoreApi<Reel>;

export const createReel = (): ReelStore => createStore<Reel>()(() => ({ list: [], at: null }));

/** Plays from this one on, looking at where it happens. */
export function playReel(reel: ReelStore, { playback, view }: Shown, at: number): void {
  const { clock } = playback;
  const highlight = reel.getState().list[at];
  if (highlight === undefined) return;
  reel.setState({ at });
  goToEvent(playback, view, highlight.lead);
  clock.seek(highlight.from);
  if (clock.rate < 0) clock.setRate(1);
  clock.play();
}

export function stopReel(reel: ReelStore): void {
  reel.setState({ at: null });
}

/** Goes on to the next one while the clock runs. Returns its end. */
export function followReel(reel: ReelStore, replay: Shown): () => void {
  const { playback } = replay;
  return playback.onTick(() => {
    const { list, at } = reel.getState();
    const highlight = at === null ? undefined : list[at];
    if (at === null || highlight === undefined) return;
    const { t, rate } = playback.clock;
    if (t < highlight.from - SLACK_MS || t > highlight.to + SLACK_MS * Math.max(1, rate)) {
      stopReel(reel);
    } else if (t >= highlight.to) {
      if (at + 1 < list.length) playReel(reel, replay, at + 1);
      else {
        stopReel(reel);
        playback.clock.pause();
      }
    }
  });
}
