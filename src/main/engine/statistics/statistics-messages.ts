/** What the engine's main thread and the thread that counts say to each other. */
import type { MessagePort } from 'node:worker_threads';

export interface StatisticsOrder {
  readonly id: string;
  readonly reader: MessagePort;
}

export type StatisticsAnswer =
  | { readonly state: 'done'; /** As `encodeStatistics` wrote them. */ readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly state: 'missing' }
  | { readonly state: 'refused'; readonly message: string };
