/** The plan in the stage's corner: its size, when it is drawn, and what a click on it does. */
import type { ReplayViewStore } from '../replay-view.ts';
import type { GroundBounds } from './ground-layer.ts';
import type { GroundPlan } from './ground-plan.ts';
import type { Minimap } from './minimap.ts';
import type { SceneFrame } from './scene.ts';

const DRAW_MS = 66;
/** Of a session that is being recorded, the part that is shown is looked at again so often, ms. */
const LASTS_MS = 5_000;
/** Of the longer side, CSS pixels; and as a share of the stage's height. */
const SMALLEST = 110;
const SMALL = 180;
const SHARE = 0.31;
/** By ReplayView.mapSize. */
export const MAP_SIZES = [1, 1.6, 2.4] as const;
/** Of the stage, a larger map takes no more than this. */
const MOST = 0.62;

export class MinimapCorner {
  readonly #view: ReplayViewStore;
  readonly #make: (canvas: HTMLCanvasElement, side: number) => Minimap;
  readonly #heightAt: (x: number, z: number) => number;
  #canvas: HTMLCanvasElement | null = null;
  #map: Minimap | null = null;
  #drawnAt = -Infinity;
  #madeAt = 0;
  /** What was drawn last: whom a click finds. */
  #frame: SceneFrame | null = null;

  /** `make`: a map with this longer side, CSS pixels. `heightAt`: what is looked at at a place, metres. */
  constructor(
    view: ReplayViewStore,
    make: (canvas: HTMLCanvasElement, side: number) => Minimap,
    heightAt: (x: number, z: number) => number,
  ) {
    this.#view = view;
    this.#make = make;
    this.#heightAt = heightAt;
  }

  /** It is drawn on `canvas` from now on. A click on somebody chooses them, elsewhere it looks there, as dragging does. */
  attach(canvas: HTMLCanvasElement | null, signal: AbortSignal): void {
    this.#canvas = canvas;
    this.#map = null;
    this.#drawnAt = -Infinity;
    if (canvas === null) return;
    canvas.addEventListener('pointerdown', (event) => this.#point(canvas, event, true), { signal });
    canvas.addEventListener('pointermove', (event) => this.#point(canvas, event, false), { signal });
  }

  /** Its size or its part of the world is another one. */
  forget(): void {
    this.#map = null;
  }

  setGround(plan: GroundPlan | null): void {
    this.#map?.setGround(plan);
  }

  /** The session has grown: `bounds` is asked for now and then, and when the play has left the map there is another one. */
  grow(now: number, bounds: () => GroundBounds): void {
    if (this.#map === null || now - this.#madeAt < LASTS_MS) return;
    this.#madeAt = now;
    if (this.#map.isOutgrown(bounds())) this.#map = null;
  }

  /** At most 15 times a second. late: it was left out. made: it has another size. */
  draw(frame: SceneFrame, now: number): 'drawn' | 'late' | 'made' {
    const canvas = this.#canvas;
    if (canvas === null) return 'drawn';
    if (now - this.#drawnAt < DRAW_MS) return 'late';
    this.#drawnAt = now;
    this.#frame = frame;
    const isNew = this.#map === null;
    this.#map ??= this.#make(canvas, this.#side(frame));
    this.#map.draw(frame);
    return isNew ? 'made' : 'drawn';
  }

  #side({ height, width, view }: SceneFrame): number {
    const small = Math.min(SMALL, Math.max(SMALLEST, height * SHARE));
    return Math.round(Math.min(small * (MAP_SIZES[view.mapSize] ?? 1), Math.max(small, Math.min(width, height) * MOST)));
  }

  #point(canvas: HTMLCanvasElement, event: PointerEvent, isDown: boolean): void {
    const map = this.#map;
    if ((event.buttons & 1) === 0 || map === null) return;
    const { left, top } = canvas.getBoundingClientRect();
    const [across, down] = [event.clientX - left, event.clientY - top];
    const view = this.#view.getState();
    const found = isDown && this.#frame !== null ? map.pick(this.#frame, across, down) : 0;
    if (found > 0) {
      view.select(found);
      return;
    }
    // Whoever points at a place wants to see it.
    if (view.camera === 'led') view.setLead(null);
    const { x, z } = map.placeAt(across, down);
    view.lookAtPlace([x, this.#heightAt(x, z), z]);
  }
}
