/**
 * The one EngineClient of the page: connects, waits through a reconnect, and says what state it is in. A request that was under way when the engine went
 * away is rejected (it may have been done); one made while connecting waits.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../../shared/engine-api.ts';
import { engineText } from '../words/engine-words.ts';
import { EngineError, sentenceOf } from './api-error.ts';
import { createWireClient, type Wire, type WireClient } from './wire-client.ts';

export type EngineState =
  | { readonly state: 'connecting' }
  | { readonly state: 'ready' }
  | { readonly state: 'stopped'; readonly reason: string };

export interface EngineConnection {
  readonly client: EngineClient;
  readonly status: StoreApi<EngineState>;
  /** Connects again after it stopped, starting the engine when `restart` can. */
  start(): Promise<void>;
}

export interface ConnectionOptions {
  readonly open: () => Promise<Wire>;
  /** Starts the engine process; absent where the page cannot. */
  readonly restart?: () => Promise<void>;
  /** ms before each further attempt. */
  readonly retries: readonly number[];
  /** Injected, so that tests need no clock. */
  readonly wait: (ms: number) => Promise<void>;
}

export function createConnection({ open, restart, retries, wait }: ConnectionOptions): EngineConnection {
  const status = createStore<EngineState>()(() => ({ state: 'connecting' }));
  let current: Promise<WireClient>;

  const attempt = async (): Promise<WireClient> => {
    let failure: unknown;
    for (const delay of [0, ...retries]) {
      if (delay > 0) await wait(delay);
      try {
        const client = createWireClient(await open(), lost);
        status.setState({ state: 'ready' }, true);
        return client;
      } catch (error) {
        failure = error;
      }
    }
    status.setState({ state: 'stopped', reason: engineText(sentenceOf(failure)) }, true);
    throw new EngineError('disconnected', engineText(sentenceOf(failure)));
  };
  const connect = (): void => {
    status.setState({ state: 'connecting' }, true);
    current = attempt();
    current.catch(() => undefined); // said by the status; each caller hears of it too
  };
  function lost(): void {
    connect();
  }

  connect();
  return {
    status,
    client: {
      call: async (method, params) => await (await current).call(method, params),
      stream: async (method, params, onItem, signal) => await (await current).stream(method, params, onItem, signal),
    },
    async start() {
      if (status.getState().state !== 'stopped') return;
      status.setState({ state: 'connecting' }, true);
      try {
        await restart?.();
      } catch (error) {
        status.setState({ state: 'stopped', reason: engineText(sentenceOf(error)) }, true);
        return;
      }
      connect();
    },
  };
}
