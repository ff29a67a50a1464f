/** What the engine's main thread and the thread that takes in a ground say to each other: one order per thread. */
import type { GroundHeights, GroundPicture } from '../../../shared/ground.ts';
import type { MapFile } from './tile-source.ts';

export interface GroundOrder {
  readonly kind: 'tiles' | 'image' | 'heights';
  /** A file, a folder of tiles, or the files of one. */
  readonly source: { readonly path: string } | { readonly files: readonly MapFile[] };
  /** What it is called for people. */
  readonly name: string;
  readonly version: string;
  /** Where to write: `<out>`, for tiles also `<out>.index`. */
  readonly out: string;
}

export type GroundMessage =
  | { readonly state: 'running'; readonly step: string; readonly done: number; readonly total: number }
  | { readonly state: 'picture'; readonly picture: GroundPicture }
  | { readonly state: 'heights'; readonly heights: GroundHeights }
  | { readonly state: 'refused'; readonly message: string };
