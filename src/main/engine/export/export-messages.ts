/** What the engine's main thread and the thread of one export say to each other. */
import type { MessagePort } from 'node:worker_threads';
import type { ExportReport } from '../../../shared/engine-api.ts';

/** What a file of a session is called, without its ending. */
export function nameOf(title: string): string {
  return title.replaceAll(/[^\p{L}\p{N} ._-]+/gu, '_').slice(0, 120);
}

export interface ExportOrder {
  readonly id: string;
  readonly format: string;
  /** Written anew. */
  readonly path: string;
  /** Whether the person chose a name that ends in .gz; null when no name was chosen, and it is as the format usually is. */
  readonly gzip: boolean | null;
  readonly reader: MessagePort;
}

export type ExportAnswer =
  | (ExportReport & { readonly state: 'done'; /** Suggested file name. */ readonly name: string })
  | { readonly state: 'missing' }
  | { readonly state: 'refused'; readonly message: string };
