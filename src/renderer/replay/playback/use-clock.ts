/** Lets a component draw something of the playback clock: at most at 10 Hz, and only when the selected value changed. */
import { useCallback, useSyncExternalStore } from 'react';
import type { Playback, PlaybackClock } from './types.ts';

export function useClock<T extends number | string | boolean | null>(playback: Playback, select: (clock: PlaybackClock) => T): T {
  const subscribe = useCallback((listener: () => void) => playback.onTick(listener), [playback]);
  return useSyncExternalStore(subscribe, () => select(playback.clock));
}
