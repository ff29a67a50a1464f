/** Hands the page's one engine connection to its components. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { EngineClient } from '../../shared/engine-api.ts';
import type { EngineConnection, EngineState } from './connection.ts';

export const EngineContext = createContext<EngineConnection | null>(null);

export function useConnection(): EngineConnection {
  const connection = useContext(EngineContext);
  if (connection === null) throw new Error('no engine connection above this component');
  return connection;
}

export function useEngine(): EngineClient {
  return useConnection().client;
}

export function useEngineState(): EngineState {
  return useStore(useConnection().status);
}
