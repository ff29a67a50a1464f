/** Shots as thin fading lines, kills as lines from the actor, transparent to solid toward the target. */
import type * as THREE from 'three';
import { KILL_MS, LINE_SHOT, SHOT_MS, type EventLines } from './event-lines.ts';
import { LineBatch, type ScreenUniforms } from './line-batch.ts';
import { mix, type Colour, type Palette } from './palette.ts';
import type { SceneFrame } from './scene.ts';

/** Chest height over the feet, metres. */
const CHEST = 0.9;

export class EventLineLayer {
  readonly object: THREE.Object3D;
  readonly #lines: LineBatch;
  readonly #bright: ReadonlyMap<Colour, Colour>;

  constructor(uniforms: ScreenUniforms, palette: Palette) {
    this.#lines = new LineBatch(uniforms, 128, 30);
    this.#bright = new Map(Object.values(palette.team).map((own) => [own, mix(own, palette.t1, 0.35)]));
    this.object = this.#lines.object;
  }

  update(frame: SceneFrame, shown: EventLines): void {
    const { layers } = frame.view;
    const { events } = shown;
    this.#lines.clear();
    for (let n = 0; n < shown.count; n++) {
      const seq = shown.seq[n] as number;
      const colour = frame.entities.colour(events.actor[seq] as number);
      const age = frame.t - (events.t[seq] as number);
      if (shown.kind[n] === LINE_SHOT) {
        if (layers.shots)
          this.#line(
            shown,
            n,
            this.#bright.get(colour) ?? colour,
            0.25 * (1 - age / SHOT_MS),
            0.8 * (1 - age / SHOT_MS),
            1.2,
            frame.ground,
          );
      } else if (layers.kills) {
        // Solid at first, leaving in the last third.
        const left = Math.min(1, ((KILL_MS - age) / KILL_MS) * 3);
        this.#line(shown, n, colour, 0, 0.22 * left, 7, frame.ground);
        this.#line(shown, n, colour, 0.08 * left, left, 2.6, frame.ground);
      }
    }
    this.#lines.commit();
  }

  #line({ ends }: EventLines, n: number, colour: Colour, alphaA: number, alphaB: number, width: number, ground: number): void {
    const at = n * 6;
    const ya = ends[at + 1] as number;
    const yb = ends[at + 4] as number;
    this.#lines.add(
      ends[at] as number,
      (Number.isFinite(ya) ? ya : ground) + CHEST,
      ends[at + 2] as number,
      ends[at + 3] as number,
      (Number.isFinite(yb) ? yb : ground) + CHEST,
      ends[at + 5] as number,
      colour,
      alphaA,
      alphaB,
      width,
      width,
      0,
      0,
    );
  }

  dispose(): void {
    this.#lines.dispose();
  }
}
