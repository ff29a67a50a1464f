/** What the stage is given to draw as the ground. */
import type { GroundPicture, Placement } from '../../../shared/ground.ts';
import type { MeshTree } from '../../../shared/mesh-rays.ts';
import type { GroundLook } from './ground-look.ts';
import type { MeshCorners } from './mesh-corners.ts';
import type { Relief } from './relief.ts';

type TilePicture = Extract<GroundPicture, { kind: 'tiles' }>;

export type StagePicture =
  | { readonly kind: 'image'; readonly bitmap: ImageBitmap; readonly placement: Placement }
  | {
      readonly kind: 'tiles';
      readonly picture: TilePicture;
      /** RGBA, TILE_PX a side; null where there is none or it cannot be read. */
      readonly load: (zoom: number, column: number, row: number) => Promise<Uint8Array | null>;
    };

/** A world cut open at a height. */
export interface MeshSection {
  /** Walls: x, z of both ends of each line, Session metres. */
  readonly lines: Float32Array;
  /** Floors of the storey and open ground: x, z of the corners of each triangle. */
  readonly floors: Float32Array;
}

export interface StageMesh {
  readonly corners: MeshCorners;
  /** For lines of sight, and for a camera that walls stop. */
  readonly tree: MeshTree;
  /** Heights of the floors, metres, from below. */
  readonly storeys: readonly number[];
  /** `terrain`: cut that as well. Null when it cannot be had (any more). */
  readonly section: (height: number, terrain: boolean) => Promise<MeshSection | null>;
}

export interface StageGround {
  readonly mesh: StageMesh | null;
  readonly relief: Relief | null;
  readonly picture: StagePicture | null;
  /** The recording says no heights: everything stands on the relief. */
  readonly flat: boolean;
  readonly look: GroundLook;
}
