/** What the engine's main thread and the thread of one import say to each other. */
import type { MessagePort } from 'node:worker_threads';
import type { ImportProgress } from '../../../shared/engine-api.ts';

export interface ImportOrder {
  /** Random id of this import, as the library's writer knows it. */
  readonly id: string;
  /** Folder of the library. */
  readonly libraryDir: string;
  /**
   * A file to take in (`temporary`: ours, may be moved instead of copied), a game's sample to make first, an original of the library to read again, or
   * that of a live session whose recording did not end: it stays where it is, and the first session in it takes that one's place.
   */
  readonly from:
    | { readonly kind: 'file'; readonly path: string; readonly name: string; readonly temporary: boolean }
    | { readonly kind: 'sample'; readonly game: string; readonly name: string }
    | { readonly kind: 'capture'; readonly path: string; readonly name: string; readonly session: string }
    | { readonly kind: 'original'; readonly sha256: string; readonly name: string };
  readonly writer: MessagePort;
  /** Something is being recorded meanwhile: that goes first. */
  readonly gentle: boolean;
}

/** Without the file's name, which only the main thread knows as the person sees it. */
export type ImportReport = Omit<ImportProgress, 'file'>;
