/**
 * Decoded chunks, least recently used ones dropped beyond a budget of bytes. Loads what is wanted in its order, each chunk once at a time, the first one alone so
 * that a seek waits for nothing else; a load that nobody wants any more is aborted.
 */
import { words } from '../../words/words.ts';

export interface CacheOptions<T> {
  /** Must settle soon after its signal aborted. */
  load(key: number, signal: AbortSignal): Promise<T>;
  bytesOf(value: T): number;
  maxBytes: number;
  /** A wanted value arrived, or its load failed (then `has` is false and `failed` true). */
  onSettled(key: number): void;
}

/** Loads under way at a time, once the most wanted one is there. */
const CONCURRENCY = 2;

interface Flight<T> {
  readonly abort: AbortController;
  readonly promise: Promise<T>;
  /** Callers of `fetch` that wait for it. */
  waiters: number;
}

export class ChunkCache<T> {
  readonly #options: CacheOptions<T>;
  /** In order of use, oldest first. */
  readonly #values = new Map<number, { value: T; bytes: number }>();
  readonly #flights = new Map<number, Flight<T>>();
  readonly #failed = new Map<number, unknown>();
  #wanted: readonly number[] = [];
  #bytes = 0;
  #disposed = false;

  constructor(options: CacheOptions<T>) {
    this.#options = options;
  }

  get bytes(): number {
    return this.#bytes;
  }

  has(key: number): boolean {
    return this.#values.has(key);
  }

  failed(key: number): boolean {
    return this.#failed.has(key);
  }

  /** The value when it is there; counts as use. */
  get(key: number): T | undefined {
    const entry = this.#values.get(key);
    if (entry === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, entry);
    return entry.value;
  }

  /** Takes a value that came by another way. */
  put(key: number, value: T): void {
    const before = this.#values.get(key);
    if (before !== undefined) this.#bytes -= before.bytes;
    this.#values.delete(key);
    const flight = this.#flights.get(key);
    if (flight !== undefined && flight.waiters === 0) this.#drop(key, flight);
    this.#keep(key, value);
  }

  /** The value when it is there, without counting as use: nothing is allocated. */
  peek(key: number): T | undefined {
    return this.#values.get(key)?.value;
  }

  /** Replaces the list of what is wanted, most wanted first; a load that is on it no more and that nobody waits for is aborted. Failed ones are tried again. */
  want(keys: readonly number[]): void {
    this.#wanted = keys;
    for (const key of keys) this.#failed.delete(key);
    for (const [key, flight] of this.#flights) if (flight.waiters === 0 && !keys.includes(key)) this.#drop(key, flight);
    this.#pump();
  }

  /** The value as soon as it can be had, ahead of the read-ahead; rejects when the load fails or `signal` aborts. */
  async fetch(key: number, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    if (this.#disposed) throw new Error(words().panels.errors.closed);
    const value = this.get(key);
    if (value !== undefined) return value;
    const flight = this.#flights.get(key) ?? this.#start(key);
    flight.waiters++;
    return await new Promise<T>((resolve, reject) => {
      let waiting = true;
      const leave = (): void => {
        signal.removeEventListener('abort', stop);
        if (waiting) flight.waiters--;
        waiting = false;
      };
      const stop = (): void => {
        leave();
        if (flight.waiters === 0 && !this.#wanted.includes(key) && this.#flights.get(key) === flight) this.#drop(key, flight);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', stop, { once: true });
      flight.promise.then(resolve, reject).finally(leave);
    });
  }

  dispose(): void {
    this.#disposed = true;
    this.#wanted = [];
    for (const [key, flight] of this.#flights) this.#drop(key, flight);
    this.#values.clear();
    this.#bytes = 0;
  }

  #pump(): void {
    if (this.#disposed) return;
    for (const [place, key] of this.#wanted.entries()) {
      if (this.has(key) || this.#failed.has(key)) continue;
      if (!this.#flights.has(key)) {
        if (this.#flights.size >= CONCURRENCY && place > 0) return;
        // Nobody awaits a wanted load: its outcome is told by onSettled.
        this.#start(key).promise.catch(() => undefined);
      }
      if (place === 0) return;
    }
  }

  #drop(key: number, flight: Flight<T>): void {
    this.#flights.delete(key);
    flight.abort.abort();
  }

  #start(key: number): Flight<T> {
    const abort = new AbortController();
    const flight: Flight<T> = { abort, waiters: 0, promise: this.#options.load(key, abort.signal) };
    this.#flights.set(key, flight);
    flight.promise.then(
      (value) => this.#settle(key, flight, () => this.#keep(key, value)),
      (error: unknown) => this.#settle(key, flight, () => this.#failed.set(key, error)),
    );
    return flight;
  }

  #settle(key: number, flight: Flight<T>, keep: () => void): void {
    if (this.#flights.get(key) !== flight) return; // aborted meanwhile
    this.#flights.delete(key);
    keep();
    this.#options.onSettled(key);
    this.#pump();
  }

  #keep(key: number, value: T): void {
    const bytes = this.#options.bytesOf(value);
    this.#values.set(key, { value, bytes });
    this.#bytes += bytes;
    for (const [old, entry] of this.#values) {
      if (this.#bytes <= this.#options.maxBytes) break;
      if (old === key || this.#wanted.includes(old)) continue;
      this.#values.delete(old);
      this.#bytes -= entry.bytes;
    }
  }
}
