/** Where the weapon of the chosen vehicle points: a line from its middle. */
import type * as THREE from 'three';
import type { Playback } from '../playback/types.ts';
import { SHAPE_HULL } from './entity-picture.ts';
import { LineBatch, type ScreenUniforms } from './line-batch.ts';
import type { SceneFrame } from './scene.ts';

/** Length as a share of the distance to what the camera looks at. */
const LENGTH = 0.12;

export class TurretLayer {
  readonly object: THREE.Object3D;
  readonly #lines: LineBatch;
  readonly #playback: Playback;
  readonly #channel: string | null;
  /** Azimuth and elevation, degrees. */
  readonly #aim = new Float32Array(2);

  constructor(uniforms: ScreenUniforms, playback: Playback) {
    this.#lines = new LineBatch(uniforms, 2, 49);
    this.#playback = playback;
    this.#channel = playback.session.profile.turret;
    this.object = this.#lines.object;
  }

  update({ view, state, entities, focusDistance }: SceneFrame): void {
    this.#lines.clear();
    const chosen = view.selected === null ? 0 : entities.shown(state, view.selected);
    if (chosen > 0 && this.#channel !== null && entities.shape[chosen] === SHAPE_HULL) {
      const aim = this.#aim.fill(Number.NaN);
      const turn = state.heading[chosen] as number;
      if (Number.isFinite(turn) && this.#playback.detail(chosen, this.#channel, aim) && Number.isFinite(aim[0])) {
        const azimuth = turn + ((aim[0] as number) * Math.PI) / 180;
        const elevation = ((Number.isFinite(aim[1]) ? (aim[1] as number) : 0) * Math.PI) / 180;
        const length = focusDistance * LENGTH;
        const flat = Math.cos(elevation) * length;
        const x = entities.place[chosen * 3] as number;
        const y = (entities.place[chosen * 3 + 1] as number) + (entities.bodyHeight[chosen] as number) * 0.5;
        const z = entities.place[chosen * 3 + 2] as number;
        const [bx, by, bz] = [x + Math.sin(azimuth) * flat, y + Math.sin(elevation) * length, z - Math.cos(azimuth) * flat];
        this.#lines.add(x, y, z, bx, by, bz, entities.colour(chosen), 1, 0.5, 3, 1.6, 0, 0);
      }
    }
    this.#lines.commit();
  }

  dispose(): void {
    this.#lines.dispose();
  }
}
