/** Where things have just been: a dotted line behind the chosen one, short fading lines behind people and shells, a tapering ribbon behind the disc. */
import type * as THREE from 'three';
import type { Playback } from '../playback/types.ts';
import { LIFE_DEAD, SHAPE_DISC, SHAPE_NONE } from './entity-picture.ts';
import { LineBatch, type ScreenUniforms } from './line-batch.ts';
import type { Palette } from './palette.ts';
import type { SceneFrame } from './scene.ts';

const MOST_POINTS = 240;

export interface TrailSpans {
  /** ms of session time. */
  readonly chosen: number;
  readonly person: number;
  readonly disc: number;
  readonly projectile: number;
}

/** No trail is longer, ms. */
export const LONGEST_TRAIL_MS = 90_000;

/** People on foot are slow: their way shows over a minute. What flies through an arena has left it after a few seconds. */
export const TERRAIN_TRAILS: TrailSpans = { chosen: LONGEST_TRAIL_MS, person: 8_000, disc: 1_500, projectile: 6_000 };
export const ARENA_TRAILS: TrailSpans = { chosen: 4_000, person: 700, disc: 1_200, projectile: 1_000 };

export class TrailLayer {
  readonly object: THREE.Object3D;
  readonly #lines: LineBatch;
  readonly #points = new Float32Array(MOST_POINTS * 3);
  readonly #playback: Playback;
  readonly #palette: Palette;
  readonly #spans: TrailSpans;

  constructor(uniforms: ScreenUniforms, playback: Playback, palette: Palette, spans: TrailSpans) {
    this.#lines = new LineBatch(uniforms, 512, 18);
    this.#playback = playback;
    this.#palette = palette;
    this.#spans = spans;
    this.object = this.#lines.object;
  }

  update(frame: SceneFrame): void {
    this.#lines.clear();
    if (frame.view.layers.trails) this.#draw(frame);
    this.#lines.commit();
  }

  #draw(frame: SceneFrame): void {
    const { entities, state, view } = frame;
    const chosen = view.selected === null ? 0 : entities.shown(state, view.selected);
    for (let i = 1; i < entities.count; i++) {
      const shape = entities.shape[i];
      if (shape === SHAPE_NONE) continue;
      if (i === chosen) this.#trail(frame, i, this.#spans.chosen, 2, 2, 0.15, 0.95, 1.8, 4);
      else if (shape === SHAPE_DISC) this.#trail(frame, i, this.#spans.disc, 0.4, 4.6, 0, 0.85, 0, 0);
      else if ((entities.flies[i] as number) > 0) this.#trail(frame, i, this.#spans.projectile, 0.6, 2.2, 0, 0.9, 0, 0);
      else if (entities.humans[i] !== 0 && state.life[i] !== LIFE_DEAD) this.#trail(frame, i, this.#spans.person, 1, 1.6, 0, 0.55, 0, 0);
    }
  }

  #trail(
    frame: SceneFrame,
    i: number,
    span: number,
    widthOld: number,
    widthNew: number,
    alphaOld: number,
    alphaNew: number,
    dash: number,
    gap: number,
  ): void {
    const { entities, t } = frame;
    const { groundHeight } = entities;
    const points = this.#points;
    const count = this.#playback.trail(i, t - span, t, points);
    if (count < 2) return;
    const colour = entities.shape[i] === SHAPE_DISC || (entities.flies[i] as number) > 0 ? this.#palette.t1 : entities.colour(i);
    const lift = (entities.bodyHeight[i] as number) * 0.5;
    for (let n = 1; n < count; n++) {
      const from = (n - 1) * 3;
      const to = n * 3;
      const shareA = (n - 1) / (count - 1);
      const shareB = n / (count - 1);
      const ya = points[from + 1] as number;
      const yb = points[to + 1] as number;
      this.#lines.add(
        points[from] as number,
        groundHeight.lift(points[from] as number, ya, points[from + 2] as number) + lift,
        points[from + 2] as number,
        points[to] as number,
        groundHeight.lift(points[to] as number, yb, points[to + 2] as number) + lift,
        points[to + 2] as number,
        colour,
        alphaOld + (alphaNew - alphaOld) * shareA * shareA,
        alphaOld + (alphaNew - alphaOld) * shareB * shareB,
        widthOld + (widthNew - widthOld) * shareA,
        widthOld + (widthNew - widthOld) * shareB,
        dash,
        gap,
      );
    }
  }

  dispose(): void {
    this.#lines.dispose();
  }
}
