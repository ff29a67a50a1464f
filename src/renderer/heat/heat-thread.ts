/** The page's end of the heat worker. Of questions that come faster than answers only the newest is asked. */
import { words } from '../words/words.ts';
import type { HeatAnswer, HeatQuery, HeatReply, HeatRequest } from './heat-messages.ts';
import { buffersOf, partOf, type HeatEvents, type HeatSubject } from './heat-subject.ts';

/** Events are copied for the worker so many at a time, with room for the page's own work between: some 10 ms each. */
const PART = 400_000;

export interface HeatListener {
  /** `query` is the one that it answers; a sketch comes before its answer. */
  onAnswer(answer: HeatAnswer | null, query: HeatQuery, isSketch: boolean): void;
  onError(message: string): void;
}

export class HeatThread {
  readonly #worker = new Worker(new URL('./heat-worker.ts', import.meta.url), { type: 'module', name: 'heat' });
  readonly #feeding: ((error: string | null) => void)[] = [];
  #asked: HeatQuery | null = null;
  #next: HeatQuery | null = null;
  #begun = false;
  #ready: Promise<void>;
  readonly #closed = new AbortController();

  constructor(subject: HeatSubject, events: HeatEvents, listener: HeatListener) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<HeatReply>) => {
      if (data.kind === 'taken') this.#feeding.shift()?.(data.error);
      else if (data.kind === 'sketch') {
        if (this.#asked !== null) listener.onAnswer(data.answer, this.#asked, true);
      } else {
        const query = this.#asked;
        if (data.kind === 'refused') listener.onError(data.error);
        else if (query !== null) listener.onAnswer(data.answer, query, false);
        this.#asked = null;
        if (this.#next !== null) this.ask(this.#next);
      }
    });
    this.#worker.addEventListener('error', (event) => listener.onError(words().panels.errors.heatWorker(event.message)));
    this.#ready = this.#handOver(subject, events);
  }

  /** Another session, whose chunks are fed next. The one before was ended. */
  add(subject: HeatSubject, events: HeatEvents): void {
    this.#ready = this.#handOver(subject, events);
  }

  /** The next chunk of layer 0, packed; it changes hands. Resolves when it was taken in, rejects when it cannot be read. */
  feed(bytes: Uint8Array): Promise<void> {
    const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
    return this.#waitFor({ kind: 'chunk', bytes: own }, [own.buffer as ArrayBuffer]);
  }

  /** All chunks were fed. */
  end(): Promise<void> {
    return this.#waitFor({ kind: 'end' }, []);
  }

  ask(query: HeatQuery): void {
    if (this.#asked !== null || !this.#begun) {
      this.#next = query;
      return;
    }
    this.#asked = query;
    this.#next = null;
    this.#send({ kind: 'query', query });
  }

  async #handOver(subject: HeatSubject, events: HeatEvents): Promise<void> {
    this.#send({ kind: 'begin', subject, count: events.count });
    for (let at = 0; at === 0 || at < events.count; at += PART) {
      if (at > 0) await new Promise((resolve) => setTimeout(resolve));
      if (this.#closed.signal.aborted) return;
      const part = partOf(events, at, Math.min(events.count, at + PART));
      this.#send({ kind: 'events', at, part }, buffersOf(part));
    }
    this.#begun = true;
    if (this.#next !== null) this.ask(this.#next);
  }

  dispose(): void {
    this.#closed.abort();
    this.#worker.terminate();
  }

  async #waitFor(request: HeatRequest, transfer: ArrayBuffer[]): Promise<void> {
    await this.#ready;
    return await new Promise((resolve, reject) => {
      this.#feeding.push((error) => (error === null ? resolve() : reject(new Error(error))));
      this.#send(request, transfer);
    });
  }

  #send(request: HeatRequest, transfer: ArrayBuffer[] = []): void {
    this.#worker.postMessage(request, transfer);
  }
}
