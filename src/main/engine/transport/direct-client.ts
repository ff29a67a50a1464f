/** The API without a wire: for the command line, which runs in the engine's own process. */
import {
  PARAMS,
  type EngineClient,
  type Items,
  type Method,
  type Params,
  type Results,
  type StreamMethod,
} from '../../../shared/engine-api.ts';
import { RefusedInput } from '../game-adapter.ts';
import { MissingError, type ApiHandlers } from './connection.ts';

export function directClient(handlers: ApiHandlers): EngineClient {
  return {
    call: async <M extends Exclude<Method, StreamMethod>>(method: M, params: Params<M>) => {
      const handler = handlers[method] as (params: unknown, signal: AbortSignal) => Promise<Results[M]>;
      return await answered(handler(checked(method, params), new AbortController().signal));
    },
    stream: async <M extends StreamMethod>(method: M, params: Params<M>, onItem: (item: Items[M]) => void, signal?: AbortSignal) => {
      const handler = handlers[method] as (params: unknown, context: unknown) => Promise<Results[M]>;
      const emit = (item: Items[M]): Promise<void> => {
        onItem(item);
        return Promise.resolve();
      };
      return await answered(handler(checked(method, params), { signal: signal ?? new AbortController().signal, emit }));
    },
  };
}

function checked(method: Method, params: unknown): unknown {
  const parsed = PARAMS[method].safeParse(params);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RefusedInput(`${issue?.path.join('.') ?? method}: ${issue?.message ?? 'does not fit'}.`);
}

/** What is missing is a sentence for the person at the command line, like any refusal. */
async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof MissingError ? new RefusedInput(error.message) : error;
  }
}
