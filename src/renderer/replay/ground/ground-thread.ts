/** The page's end of the ground worker. */
import { words } from '../../words/words.ts';
import type { GroundAnswer, GroundReply, GroundRequest } from './ground-messages.ts';

type Kind = keyof GroundAnswer;
type Order<K extends Kind> = Omit<Extract<GroundRequest, { kind: K }>, 'id' | 'kind'>;

export class GroundThread {
  readonly #worker = new Worker(new URL('./ground-worker.ts', import.meta.url), { type: 'module', name: 'ground' });
  readonly #waiting = new Map<number, { resolve: (answer: GroundAnswer[Kind]) => void; reject: (error: Error) => void }>();
  #nextId = 1;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<GroundReply>) => {
      const caller = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('error' in data) caller?.reject(new Error(data.error));
      else caller?.resolve(data.answer);
    });
    this.#worker.addEventListener('error', (event) => this.#rejectAll(words().panels.errors.groundWorker(event.message)));
  }

  /** Rejects when what was sent cannot be read, and when the thread ends. */
  ask<K extends Kind>(kind: K, order: Order<K>): Promise<GroundAnswer[K]> {
    const id = this.#nextId++;
    return new Promise<GroundAnswer[Kind]>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, kind, ...order });
    }) as Promise<GroundAnswer[K]>;
  }

  dispose(): void {
    this.#worker.terminate();
    this.#rejectAll(words().panels.errors.closed);
  }

  #rejectAll(message: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(message));
    this.#waiting.clear();
  }
}
