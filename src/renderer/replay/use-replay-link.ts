/** Keeps the link to this moment up to date, so that a reload, a shared link or a reopened window comes back to it. */
import { useEffect } from 'react';
import type { Replay } from './replay-context.tsx';

export interface ReplayMoment {
  /** ms of session time. */
  readonly t: number;
  /** nativeId of the followed entity; null when nobody is followed. */
  readonly follow: string | null;
  /** The heatmap is shown, over these sessions too; absent while it is not. */
  readonly heat?: readonly string[];
}

/** Often enough for a crash to cost little, rarely enough for the address bar. */
const EVERY_MS = 1000;

export function useReplayLink({ playback, view }: Replay, onMoment: (moment: ReplayMoment) => void): void {
  useEffect(() => {
    let pending: ReturnType<typeof setTimeout> | null = null;
    const write = (): void => {
      pending = null;
      const { camera, selected, heat } = view.getState();
      const followed = camera === 'follow' && selected !== null ? playback.session.entities[selected] : undefined;
      // Who watches live comes back to what is live then.
      onMoment({
        t: playback.clock.atEdge ? 0 : Math.round(playback.clock.t),
        follow: followed?.nativeId ?? null,
        ...(heat.shown ? { heat: heat.others } : {}),
      });
    };
    const later = (): void => {
      pending ??= setTimeout(write, EVERY_MS);
    };
    const stops = [playback.onTick(later), view.subscribe(later)];
    return () => {
      for (const stop of stops) stop();
      if (pending !== null) {
        clearTimeout(pending);
        write();
      }
    };
  }, [playback, view, onMoment]);
}
