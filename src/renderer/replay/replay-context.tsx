/** Hands the open replay to its panels, and lets React look at it at no more than 10 Hz. */
import { createContext, useContext, useEffect, useReducer } from 'react';
import { useStore } from 'zustand';
import type { Metrics } from './panels/metrics.ts';
import type { Playback } from './playback/types.ts';
import type { ReplayView, ReplayViewStore } from './replay-view.ts';

export interface Replay {
  readonly playback: Playback;
  readonly view: ReplayViewStore;
  readonly metrics: Metrics;
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

/** Session time, at most ten times a second while it runs. A component that uses it draws that often, and when the state at t has come. */
export function useT(): number {
  const { playback } = useReplay();
  const [, pulse] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    pulse();
    return playback.onTick(pulse);
  }, [playback]);
  return playback.clock.t;
}
