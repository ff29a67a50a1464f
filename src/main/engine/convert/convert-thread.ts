/** A thread that converts one file at a time. It stays for the next one: of a thousand small files, starting it would be most of the work. */
import { Worker } from 'node:worker_threads';
import type { ConversionProgress } from '../../../shared/engine-api.ts';
import { RefusedInput } from '../game-adapter.ts';
import type { ConvertMessage, ConvertOrder } from './convert-messages.ts';
import type { ConversionResult } from './convert-recording.ts';

const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };
/** A thread that was asked to stop and does not is ended after this time, ms. */
const GRACE_MS = 3000;

type Ending = Exclude<ConvertMessage, { state: 'running' }>;

export class ConvertThread {
  readonly #worker = new Worker(new URL('./convert-worker.ts', import.meta.url), { resourceLimits: LIMITS });
  readonly #gone: Promise<void>;
  #isGone = false;
  #onMessage: (message: ConvertMessage) => void = () => undefined;
  #failure: Ending = { state: 'failed' };

  constructor() {
    this.#worker.on('message', (message: ConvertMessage) => this.#onMessage(message));
    this.#worker.on('error', (error: unknown) => {
      console.error('conversion thread:', error);
      if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        this.#failure = {
          state: 'refused',
          message: 'This conversion takes more memory than Sandtable allows itself; nothing was written.',
        };
    });
    this.#gone = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#isGone = true;
        resolve();
      });
    });
  }

  /** It ended by itself and takes no more orders. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** One at a time. What was written is closed when it resolves or rejects: with RefusedInput, one sentence, or with the signal's reason. */
  async convert(order: ConvertOrder, signal: AbortSignal, onProgress: (progress: ConversionProgress) => void): Promise<ConversionResult> {
    const worker = this.#worker;
    let grace: NodeJS.Timeout | undefined;
    const stop = (): void => {
      worker.postMessage('stop');
      grace = setTimeout(() => void worker.terminate(), GRACE_MS);
    };
    worker.ref();
    const ended = new Promise<Ending>((resolve) => {
      this.#onMessage = (message) => {
        if (message.state !== 'running') return resolve(message);
        const { state: _running, ...progress } = message;
        onProgress(progress);
        return undefined;
      };
      void this.#gone.then(() => resolve(this.#failure));
    });
    worker.postMessage(order);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    const ending = await ended;
    clearTimeout(grace);
    signal.removeEventListener('abort', stop);
    worker.unref(); // an idle thread keeps no process alive
    signal.throwIfAborted();
    if (ending.state === 'done') {
      const { state: _done, ...result } = ending;
      return result;
    }
    throw new RefusedInput(
      ending.state === 'refused' ? ending.message : 'The conversion failed by a fault of Sandtable; nothing was written.',
    );
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
