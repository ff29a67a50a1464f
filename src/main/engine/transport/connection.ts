/**
 * The engine's side of the message protocol in engine-api.ts, for one connection: checks every message, runs requests, streams with a window of unacknowledged
 * items, cancels. What a page sends can end its own connection, never the engine.
 */
import { z } from 'zod';
import {
  PARAMS,
  STREAM_WINDOW,
  type ApiError,
  type Items,
  type Method,
  type Params,
  type Results,
  type StreamMethod,
} from '../../../shared/engine-api.ts';
import { RefusedInput } from '../game-adapter.ts';
import type { Wire } from './wire.ts';

/** Requests of one connection that may be under way. */
const MOST_REQUESTS = 256;

const messageId = z.int().min(0);
const message = z.union([
  z.strictObject({ id: messageId, method: z.string().max(64), params: z.unknown() }),
  z.strictObject({ id: messageId, cancel: z.literal(true) }),
  z.strictObject({ id: messageId, ack: z.int().min(1).max(STREAM_WINDOW) }),
]);

export interface StreamContext<Item> {
  readonly signal: AbortSignal;
  /** Resolves when the page has room for another item: a producer that can wait does, one that cannot keeps only its newest. */
  readonly emit: (item: Item) => Promise<void>;
}

/** An answer to each method; the streaming ones get a context. */
export type ApiHandlers = {
  [M in Exclude<Method, StreamMethod>]: (params: Params<M>, signal: AbortSignal) => Promise<Results[M]>;
} & {
  [M in StreamMethod]: (params: Params<M>, context: StreamContext<Items[M]>) => Promise<Results[M]>;
};

/** The asked-for thing is not there. */
export class MissingError extends Error {
  override readonly name = 'MissingError';
}

interface Request {
  readonly abort: AbortController;
  unacknowledged: number;
  readonly waiting: (() => void)[];
}

export class Connection {
  readonly #wire: Wire;
  readonly #handlers: ApiHandlers;
  readonly #log: (error: unknown) => void;
  readonly #requests = new Map<number, Request>();
  #closed = false;

  constructor(wire: Wire, handlers: ApiHandlers, log: (error: unknown) => void) {
    this.#wire = wire;
    this.#handlers = handlers;
    this.#log = log;
    wire.onMessage((received) => this.#receive(received));
    wire.onClose(() => this.#end());
  }

  close(): void {
    this.#end();
    this.#wire.close();
  }

  #end(): void {
    this.#closed = true;
    for (const { abort, waiting } of this.#requests.values()) {
      abort.abort();
      for (const wake of waiting.splice(0)) wake();
    }
  }

  #receive(received: unknown): void {
    if (this.#closed) return;
    const parsed = message.safeParse(received);
    if (!parsed.success) return this.close(); // not our page
    const { data } = parsed;
    const running = this.#requests.get(data.id);
    if ('cancel' in data) {
      running?.abort.abort();
      for (const wake of running?.waiting.splice(0) ?? []) wake();
    } else if ('ack' in data) {
      if (running !== undefined) acknowledge(running, data.ack);
    } else if (running !== undefined || this.#requests.size >= MOST_REQUESTS) {
      this.close();
    } else {
      void this.#answer(data.id, data.method, data.params);
    }
  }

  async #answer(id: number, method: string, params: unknown): Promise<void> {
    const request: Request = { abort: new AbortController(), unacknowledged: 0, waiting: [] };
    this.#requests.set(id, request);
    try {
      const result = await this.#run(id, request, method, params);
      this.#send({ id, result });
    } catch (error) {
      this.#send({ id, error: this.#describe(error, request.abort.signal) });
    } finally {
      this.#requests.delete(id);
    }
  }

  async #run(id: number, request: Request, method: string, params: unknown): Promise<unknown> {
    if (!Object.hasOwn(PARAMS, method)) throw new InvalidRequest('There is no such method.');
    const parsed = PARAMS[method as Method].safeParse(params);
    if (!parsed.success) throw new InvalidRequest(`The parameters of ${method} do not fit.`);
    const { signal } = request.abort;
    const context = { signal, emit: (item: unknown) => this.#emit(id, request, item) };
    // The map of handlers ties each method to its parameters; the compiler cannot follow a method that is known only here.
    const handler = this.#handlers[method as Method] as (params: unknown, context: unknown) => Promise<unknown>;
    return await handler(parsed.data, STREAMS.has(method) ? context : signal);
  }

  async #emit(id: number, request: Request, item: unknown): Promise<void> {
    if (request.abort.signal.aborted) return;
    request.unacknowledged++;
    this.#send({ id, item });
    while (request.unacknowledged >= STREAM_WINDOW && !request.abort.signal.aborted) {
      await new Promise<void>((resolve) => void request.waiting.push(resolve));
    }
  }

  #send(reply: unknown): void {
    if (!this.#closed) this.#wire.send(reply);
  }

  #describe(error: unknown, signal: AbortSignal): ApiError {
    if (error instanceof InvalidRequest) return { code: 'invalid', message: error.message };
    if (error instanceof MissingError) return { code: 'missing', message: error.message };
    if (error instanceof RefusedInput) return { code: 'refused', message: error.message };
    if (signal.aborted) return { code: 'cancelled', message: 'Cancelled.' };
    this.#log(error);
    return { code: 'internal', message: 'Something went wrong inside Sandtable; its log says more.' };
  }
}

const STREAMS: ReadonlySet<string> = new Set<StreamMethod>([
  'import.files',
  'import.sample',
  'remote.import',
  'library.follow',
  'capture.follow',
  'sessions.follow',
  'convert.file',
  'file.save',
  'broadcast.follow',
  'ground.set',
]);

class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';
}

function acknowledge(request: Request, items: number): void {
  request.unacknowledged = Math.max(0, request.unacknowledged - items);
  for (const wake of request.waiting.splice(0)) wake();
}
