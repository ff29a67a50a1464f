/** Calls between threads: {id, op, args} -> {id, value} | {id, error}, as promises, with buffers moved instead of copied. */
import type { EventEmitter } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';
import { RefusedInput } from '../game-adapter.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the one place that stands for any operation of any map
type Operation = (args: any) => unknown;
type Operations<T> = { [K in keyof T]: Operation };

export interface CallMessage {
  readonly id: number;
  readonly op: string;
  readonly args: unknown;
}

export type Answer = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: Failure };

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The asking side. */
export class ThreadCaller<T extends Operations<T>> {
  readonly #port: MessagePort | Worker;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  #ended: Error | null = null;

  constructor(port: MessagePort | Worker) {
    this.#port = port;
    port.on('message', (answer: Answer) => this.#settle(answer));
    const ended = (error?: unknown): void => this.#end(error instanceof Error ? error : new Error('the library has been closed'));
    const events = port as Pick<EventEmitter, 'on'>; // a port closes, a thread exits, perhaps by an error
    events.on('close', ended);
    events.on('exit', ended);
    events.on('error', ended);
    // Only a call that waits for its answer may keep a process alive.
    port.unref();
  }

  call<K extends keyof T & string>(op: K, args: Parameters<T[K]>[0], transfer: readonly ArrayBuffer[] = []): Promise<ReturnType<T[K]>> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    const id = this.#nextId++;
    return new Promise<ReturnType<T[K]>>((resolve, reject) => {
      this.#pending.set(id, { resolve: (value) => resolve(value as ReturnType<T[K]>), reject });
      this.#port.ref();
      this.#port.postMessage({ id, op, args } satisfies CallMessage, [...transfer]);
    });
  }

  /** All calls under way and to come fail with `reason`. */
  #end(reason: Error): void {
    this.#ended ??= reason;
    for (const pending of this.#pending.values()) pending.reject(this.#ended);
    this.#pending.clear();
  }

  #settle(answer: Answer): void {
    const pending = this.#pending.get(answer.id);
    if (pending === undefined) return;
    this.#pending.delete(answer.id);
    if (this.#pending.size === 0) this.#port.unref();
    if ('value' in answer) pending.resolve(answer.value);
    else pending.reject(failureOf(answer.error));
  }
}

/** An error as it crosses between threads. */
export interface Failure {
  readonly refused: boolean;
  readonly message: string;
  /** Of the system or of SQLite, "" for none. */
  readonly code: string;
}

export function describeFailure(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { refused: error instanceof RefusedInput, message: error instanceof Error ? error.message : String(error), code };
}

export function failureOf({ refused, message, code }: Failure): Error {
  return refused ? new RefusedInput(message) : Object.assign(new Error(message), { code });
}

/** The buffer behind a value's bytes when it holds nothing else, so that it can be moved to another thread. */
export function movable(value: unknown): ArrayBuffer[] {
  if (!(value instanceof Uint8Array) || value.byteLength === 0 || value.byteLength !== value.buffer.byteLength) return [];
  return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
}

/** Bytes in a buffer of their own, for a message carries the whole buffer behind a view. */
export function whole(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
