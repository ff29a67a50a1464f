/** What this machine records by itself: the state of every capture as the engine tells it, and switching them. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CaptureState, Params, Results } from '../../shared/engine-api.ts';
import type { CaptureProfile, GameProfile } from '../../shared/games/profile.ts';
import { PROFILES } from '../../shared/games/profiles.ts';
import type { EngineConnection } from '../engine/connection.ts';
import { gameText } from '../words/game-words.ts';

export type CaptureSettings = Params<'capture.set'>['settings'];

interface CapturesState {
  /** Null until the engine told. */
  readonly captures: readonly CaptureState[] | null;
}

export interface Captures {
  readonly store: StoreApi<CapturesState>;
  /** Rejects with one sentence. */
  set(id: string, enabled: boolean, settings: CaptureSettings): Promise<void>;
  /** A token for a sender, told this once. Rejects with one sentence. */
  makeToken(id: string, name: string): Promise<Results['capture.token.make']>;
  /** Rejects with one sentence. */
  revokeToken(id: string, token: string): Promise<void>;
  /** Listens to the engine, again whenever it comes back. Returns its end. */
  follow(): () => void;
}

export function createCaptures({ client, status }: EngineConnection): Captures {
  const store = createStore<CapturesState>()(() => ({ captures: null }));
  return {
    store,
    async set(id, enabled, settings) {
      const after = await client.call('capture.set', { id, enabled, settings });
      store.setState(({ captures }) => ({ captures: captures?.map((capture) => (capture.id === id ? after : capture)) ?? null }));
    },
    makeToken: (id, name) => client.call('capture.token.make', { id, name }),
    async revokeToken(id, token) {
      await client.call('capture.token.revoke', { id, token });
    },
    follow() {
      const ended = new AbortController();
      let following = false;
      const begin = (): void => {
        if (following || ended.signal.aborted || status.getState().state !== 'ready') return;
        following = true;
        client
          .stream('capture.follow', {}, (item) => store.setState(item), ended.signal)
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

export interface KnownCapture {
  readonly game: GameProfile;
  readonly profile: CaptureProfile;
}

/** What kind of capture of its game it is: the label, without the game's name where it begins with it. */
export function captureKind({ game, profile }: KnownCapture): string {
  const label = gameText(profile.label);
  return label.startsWith(game.name) ? label.slice(game.name.length).trim() : label;
}

export function captureName(capture: KnownCapture): string {
  return `${capture.game.name} ${captureKind(capture)}`.trim();
}

/** Every capture of every game, in the order of the games. */
export const KNOWN_CAPTURES: readonly KnownCapture[] = Object.values(PROFILES).flatMap((game) =>
  game.captures.map((profile) => ({ game, profile })),
);

export const CapturesContext = createContext<Captures | null>(null);

export function useCaptureActions(): Captures {
  const captures = useContext(CapturesContext);
  if (captures === null) throw new Error('no captures above this component');
  return captures;
}

export function useCaptures<T>(select: (captures: readonly CaptureState[] | null) => T): T {
  return useStore(useCaptureActions().store, (state) => select(state.captures));
}
