/** What the engine's main thread and the thread that takes in a ground say to each other: one order per thread. */
import type { GroundHeights, GroundMesh, GroundPicture } from '../../../shared/ground.ts';
import type { MapFile } from './tile-source.ts';

/** Of which world a ground is. */
export interface World {
  readonly game: string;
  readonly world: string;
}

export interface GroundOrder extends World {
  readonly kind: 'tiles' | 'image' | 'heights' | 'mesh';
  /** A file, a folder (of tiles, or the game's), or the files of one of tiles. */
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
  | { readonly state: 'mesh'; readonly mesh: GroundMesh }
  | { readonly state: 'refused'; readonly message: string };
