/** Hands the open replay to its panels. What they show of the moment they read with `useClock`. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Annotations } from './annotations/store.ts';
import type { Director } from './director/director.ts';
import type { Metrics } from './panels/metrics.ts';
import type { Playback } from './playback/types.ts';
import type { ReplayView, ReplayViewStore } from './replay-view.ts';

export interface Replay {
  readonly playback: Playback;
  readonly view: ReplayViewStore;
  readonly metrics: Metrics;
  readonly annotations: Annotations;
  readonly director: Director;
}

export const ReplayContext = createContext<Replay | null>(null);

export function useReplay(): Replay {
  const replay = useContext(ReplayContext);
  if (replay === null) throw new Error('a replay panel stands outside of a replay');
  return replay;
}

export function useView<T>(select: (view: ReplayView) => T): T {
  return useStore(useReplay().view, select);
}
