/** The page's side of the message protocol in engine-api.ts, over one connection of either kind. */
import {
  STREAM_WINDOW,
  type ApiError,
  type EngineClient,
  type Items,
  type Method,
  type Params,
  type Results,
} from '../../shared/engine-api.ts';
import { engineText } from '../words/engine-words.ts';
import { words } from '../words/words.ts';
import { EngineError } from './api-error.ts';

/** One open connection; the two transports make one each. */
export interface Wire {
  send(message: unknown): void;
  close(): void;
  onMessage: ((message: unknown) => void) | null;
  onClose: (() => void) | null;
}

interface Reply {
  readonly id: number;
  readonly item?: unknown;
  readonly result?: unknown;
  readonly error?: ApiError;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: EngineError) => void;
  readonly onItem: ((item: unknown) => void) | null;
  consumed: number;
}

/** Acknowledged in halves of the window, so that the engine never waits for a page that keeps up. */
const ACK_EVERY = STREAM_WINDOW / 2;

export interface WireClient extends EngineClient {
  close(): void;
}

/** `onLost` is called once when the other side goes away, not for close(). */
export function createWireClient(wire: Wire, onLost: () => void): WireClient {
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let open = true;

  const end = (): void => {
    open = false;
    for (const { reject } of pending.values()) reject(disconnected());
    pending.clear();
  };
  wire.onClose = () => {
    if (!open) return;
    end();
    onLost();
  };
  wire.onMessage = (message) => {
    const reply = message as Reply;
    const request = pending.get(reply.id);
    if (request === undefined) return; // answered or cancelled meanwhile
    if ('item' in reply) {
      request.onItem?.(reply.item);
      if (++request.consumed % ACK_EVERY === 0) wire.send({ id: reply.id, ack: ACK_EVERY });
      return;
    }
    pending.delete(reply.id);
    if (reply.error === undefined) request.resolve(reply.result);
    else request.reject(new EngineError(reply.error.code, engineText(reply.error.message)));
  };

  const request = <M extends Method>(method: M, params: Params<M>, onItem: Pending['onItem'], signal?: AbortSignal): Promise<Results[M]> =>
    new Promise<Results[M]>((resolve, reject) => {
      if (!open) return reject(disconnected());
      if (signal?.aborted === true) return reject(new EngineError('cancelled', words().shell.engine.cancelled));
      const id = nextId++;
      const cancel = (): void => wire.send({ id, cancel: true });
      const done = (): void => signal?.removeEventListener('abort', cancel);
      signal?.addEventListener('abort', cancel, { once: true });
      pending.set(id, {
        resolve: (result) => {
          done();
          resolve(result as Results[M]);
        },
        reject: (error) => {
          done();
          reject(error);
        },
        onItem,
        consumed: 0,
      });
      wire.send({ id, method, params });
    });

  return {
    call: (method, params) => request(method, params, null),
    stream: (method, params, onItem, signal) => request(method, params, (item) => onItem(item as Items[typeof method]), signal),
    close: () => {
      end();
      wire.close();
    },
  };
}

function disconnected(): EngineError {
  return new EngineError('disconnected', words().shell.engine.lost);
}
