/** What goes on air, as the page knows it: the listener's state as the engine tells it, and switching it. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { OVERLAYS, type BroadcastState, type MapPlan, type OverlayKind, type Presentation } from '../../shared/broadcast.ts';
import { appStore } from '../app/app-store.ts';
import type { EngineConnection } from '../engine/connection.ts';

interface Told {
  /** Null until the engine told. */
  readonly state: BroadcastState | null;
  /** What the replay of this window showed last, for the preview. */
  readonly shown: Presentation | null;
  readonly plan: MapPlan | null;
}

export interface Broadcasts {
  readonly store: StoreApi<Told>;
  /** Each rejects with one sentence. */
  set(on: boolean, port: number): Promise<BroadcastState>;
  renew(): Promise<void>;
  revoke(): Promise<void>;
  /** Stays on air until something else is published, or it is taken off: also while another place of the window shows. */
  publish(shown: Presentation, plan: MapPlan | null): Promise<void>;
  /** Nothing is on air any more. */
  clear(): Promise<void>;
  /** For the preview alone: nobody watches. */
  preview(shown: Presentation, plan: MapPlan | null): void;
  /** Listens to the engine, again whenever it comes back, and takes off what this window aired when its replay or the window is closed. Returns its end. */
  follow(): () => void;
}

export function createBroadcasts({ client, status }: EngineConnection): Broadcasts {
  const store = createStore<Told>()(() => ({ state: null, shown: null, plan: null }));
  const take = (state: BroadcastState): BroadcastState => {
    store.setState({ state });
    return state;
  };
  /** Whose presentation this window published last. */
  let aired: string | null = null;
  const clear = async (): Promise<void> => {
    aired = null;
    store.setState({ shown: null });
    await client.call('broadcast.publish', { shown: null, plan: null });
  };
  const clearClosed = (): void => {
    if (aired === null || appStore.getState().tabs.some(({ sessionId }) => sessionId === aired)) return;
    void clear().catch(() => undefined); // the engine is away, and with it what was on air
  };
  const clearAll = (): void => {
    if (aired !== null) void clear().catch(() => undefined);
  };
  return {
    store,
    set: async (on, port) => take(await client.call('broadcast.set', { on, port })),
    renew: async () => void take(await client.call('broadcast.renew', {})),
    revoke: async () => void take(await client.call('broadcast.revoke', {})),
    preview: (shown, plan) => store.setState((told) => ({ shown, plan: plan ?? told.plan })),
    async publish(shown, plan) {
      store.setState((told) => ({ shown, plan: plan ?? told.plan }));
      aired = shown.session.id;
      await client.call('broadcast.publish', { shown, plan });
    },
    clear,
    follow() {
      const ended = new AbortController();
      let following = false;
      const begin = (): void => {
        if (following || ended.signal.aborted || status.getState().state !== 'ready') return;
        following = true;
        client
          .stream('broadcast.follow', {}, take, ended.signal)
          .catch(() => undefined) // ends with the connection, and begins again with it
          .finally(() => {
            following = false;
          });
      };
      const stops = [status.subscribe(begin), appStore.subscribe(clearClosed)];
      window.addEventListener('pagehide', clearAll, { signal: ended.signal });
      begin();
      return () => {
        ended.abort();
        for (const stop of stops) stop();
      };
    },
  };
}

export function watchers(state: BroadcastState | null): number {
  return state === null ? 0 : OVERLAYS.reduce((sum, kind) => sum + state.watching[kind], 0);
}

/** Where an overlay is; null while nothing listens or its token is not known any more. */
export function overlayAddress({ address, token }: BroadcastState, kind: OverlayKind): string | null {
  return address === null || token === null ? null : `${address}/overlay/${kind}?key=${token}`;
}

export const BroadcastsContext = createContext<Broadcasts | null>(null);

export function useBroadcasts(): Broadcasts {
  const broadcasts = useContext(BroadcastsContext);
  if (broadcasts === null) throw new Error('no broadcasts above this component');
  return broadcasts;
}

export function useBroadcastState<T>(select: (told: Told) => T): T {
  return useStore(useBroadcasts().store, select);
}
