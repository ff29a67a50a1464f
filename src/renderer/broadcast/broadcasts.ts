/** What goes on air, as the page knows it: the listener's state as the engine tells it, and switching it. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { OVERLAYS, type BroadcastState, type MapPlan, type OverlayKind, type Presentation } from '../../shared/broadcast.ts';
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
  publish(shown: Presentation | null, plan: MapPlan | null): Promise<void>;
  /** For the preview alone: nobody watches. */
  preview(shown: Presentation, plan: MapPlan | null): void;
  /** Listens to the engine, again whenever it comes back. Returns its end. */
  follow(): () => void;
}

export function createBroadcasts({ client, status }: EngineConnection): Broadcasts {
  const store = createStore<Told>()(() => ({ state: null, shown: null, plan: null }));
  const take = (state: BroadcastState): BroadcastState => {
    store.setState({ state });
    return state;
  };
  return {
    store,
    set: async (on, port) => take(await client.call('broadcast.set', { on, port })),
    renew: async () => void take(await client.call('broadcast.renew', {})),
    revoke: async () => void take(await client.call('broadcast.revoke', {})),
    preview: (shown, plan) => store.setState((told) => ({ shown, plan: plan ?? told.plan })),
    async publish(shown, plan) {
      store.setState((told) => ({ shown: shown ?? told.shown, plan: plan ?? told.plan }));
      await client.call('broadcast.publish', { shown, plan });
    },
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
      const stop = status.subscribe(begin);
      begin();
      return () => {
        ended.abort();
        stop();
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
