/** One who watches a live session, as the recording's thread sees it: takes items as long as they are consumed, else asks for a new opening. */
import type { MessagePort } from 'node:worker_threads';
import type { ChunkRef } from '../session-source.ts';
import type { Delta, Opening } from './live-tail.ts';

export type FollowerItem =
  | ({ readonly kind: 'opening'; readonly chunks: readonly ChunkRef[] } & Opening)
  | ({ readonly kind: 'delta'; readonly sealed?: readonly ChunkRef[] } & Delta);

/** To the follower: an item, or the end. From it: one message for each item that it consumed. */
export type FollowerMessage = FollowerItem | 'end';

/** Items under way to the main thread, which consumes them as the page has room. */
const UNDER_WAY = 2;

export class Follower {
  readonly #port: MessagePort;
  #underWay = 0;
  /** It begins, or missed something: deltas are of no use to it. */
  needsOpening = true;

  /** `onRoom`: it can take an item again. */
  constructor(port: MessagePort, onRoom: () => void, onClose: () => void) {
    this.#port = port;
    port.on('message', () => {
      this.#underWay--;
      if (this.needsOpening) onRoom();
    });
    port.on('close', onClose);
  }

  get hasRoom(): boolean {
    return this.#underWay < UNDER_WAY;
  }

  send(item: FollowerItem): void {
    this.#underWay++;
    this.#port.postMessage(item satisfies FollowerMessage);
  }

  end(): void {
    this.#port.postMessage('end' satisfies FollowerMessage);
    this.#port.close();
  }
}
