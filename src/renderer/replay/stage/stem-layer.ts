/** Dotted stems down to the floor for what floats, and thin ones to the ground for what flies. */
import type * as THREE from 'three';
import { SHAPE_NONE } from './entity-picture.ts';
import { LineBatch, type ScreenUniforms } from './line-batch.ts';
import type { SceneFrame } from './scene.ts';

/** Lower than this nothing counts as flying, metres. */
const LOWEST_FLIGHT = 3;
/** The known ground is off by this much per metre to the nearest person who stands on it. */
const SLOPE = 0.12;

export class StemLayer {
  readonly object: THREE.Object3D;
  readonly #lines: LineBatch;
  readonly #zeroGravity: boolean;

  constructor(uniforms: ScreenUniforms, zeroGravity: boolean) {
    this.#lines = new LineBatch(uniforms, 64, 20);
    this.#zeroGravity = zeroGravity;
    this.object = this.#lines.object;
  }

  update(frame: SceneFrame): void {
    const { entities, ground } = frame;
    this.#lines.clear();
    for (let i = 1; i < entities.count; i++) {
      if (entities.shape[i] === SHAPE_NONE || !((entities.projected.radius[i] as number) > 0)) continue;
      const x = entities.place[i * 3] as number;
      const y = (entities.place[i * 3 + 1] as number) + (entities.bodyHeight[i] as number) * 0.5;
      const z = entities.place[i * 3 + 2] as number;
      if (this.#zeroGravity) {
        // Where bodies are seen, their height is too.
        const strength = 1 - 0.6 * (entities.figure[i] as number);
        if (y - ground > 0.3)
          this.#lines.add(x, y, z, x, ground, z, entities.colour(i), 0.75 * strength, 0.55 * strength, 1.3, 1.3, 1.6, 3);
        continue;
      }
      // People walk: they stand on the ground wherever it is.
      if (entities.isPerson[i] === 1 || y - ground < LOWEST_FLIGHT) continue;
      const floor = entities.groundHeight.at(x, z);
      if (y - floor < LOWEST_FLIGHT + SLOPE * entities.groundHeight.distanceToKnown(x, z)) continue;
      this.#lines.add(x, y, z, x, floor, z, entities.colour(i), 0.7, 0.25, 1.1, 1.1, 0, 0);
    }
    this.#lines.commit();
  }

  dispose(): void {
    this.#lines.dispose();
  }
}
