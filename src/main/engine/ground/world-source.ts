/** What a game brings when its own files hold the shape of its worlds: nothing of them is shipped, a person points at what they have. */
import type { Space } from '../../../shared/session/model.ts';
import type { WorldPlace } from '../../../shared/world-mesh.ts';

/** A world's shape in the game's own units and axes. */
export interface NativeWorld {
  /** Where it was found, for people: "Pak5.pk3, maps/dm/mohdm1.bsp". */
  readonly name: string;
  /** How its numbers become Session metres. */
  readonly space: Space;
  /** x, y, z of each vertex. */
  readonly positions: Float32Array;
  /** Three vertices of each triangle, counter-clockwise seen from its front. */
  readonly triangles: Uint32Array;
  /** Of each triangle: index into `names`. */
  readonly materials: Uint16Array;
  readonly names: readonly string[];
  /** Of each triangle: 1 for open ground, which has no storeys. */
  readonly terrain: Uint8Array;
  readonly places: readonly WorldPlace[];
  /** What of it could not be read, a sentence each. */
  readonly warnings: readonly string[];
}

export interface ChosenFile {
  /** Of a file or a folder. */
  readonly path: string;
  /** What it is called for people: an upload lies under another name. */
  readonly name: string;
}

export interface WorldSource {
  /**
   * Finds a world in a file or folder that a person chose. Rejects with RefusedInput, one sentence, when it is not there or cannot be read at all; of what is
   * damaged it gives the rest. Runs in a thread that may be ended at any time.
   */
  read(world: string, chosen: ChosenFile, step: (step: string, done: number, total: number) => void): Promise<NativeWorld>;
}
