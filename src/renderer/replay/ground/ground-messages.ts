/** What the page and its ground worker say to each other. */
import type { MeshTree } from '../../../shared/mesh-rays.ts';
import type { MeshCorners } from './mesh-corners.ts';
import type { Relief } from './relief.ts';
import type { MeshSection } from './stage-ground.ts';
import type { WalkerSubject } from './walkers.ts';

/** Pixels along the side of a tile as it is drawn. */
export const TILE_PX = 256;

export type GroundRequest =
  | { readonly id: number; readonly kind: 'heights'; readonly bytes: Uint8Array }
  /** Packed chunks. */
  | { readonly id: number; readonly kind: 'people'; readonly chunks: readonly Uint8Array[]; readonly subject: WalkerSubject }
  /** `most`: pixels along the longer side; a larger image becomes smaller. */
  | { readonly id: number; readonly kind: 'image'; readonly bytes: Uint8Array; readonly type: string; readonly most: number }
  | { readonly id: number; readonly kind: 'tile'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'mesh'; readonly bytes: Uint8Array }
  /** Of the mesh that was sent last. */
  | { readonly id: number; readonly kind: 'tree' }
  /** Of the mesh that was sent last. */
  | { readonly id: number; readonly kind: 'section'; readonly height: number; readonly terrain: boolean };

export type GroundAnswer = {
  readonly heights: Relief;
  /** Null when people say too little. */
  readonly people: Relief | null;
  readonly image: ImageBitmap;
  /** RGBA, TILE_PX by TILE_PX. */
  readonly tile: Uint8Array;
  readonly mesh: MeshCorners;
  readonly tree: MeshTree;
  readonly section: MeshSection;
};

export type GroundReply =
  | { readonly id: number; readonly answer: GroundAnswer[keyof GroundAnswer] }
  | { readonly id: number; readonly error: string };
