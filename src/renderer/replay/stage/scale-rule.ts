/** The scale of the picture: a round length that is about as wide as its rule, told when it is another one. */
import type { PerspectiveCamera } from 'three';
import { roundLength } from './grid-reference.ts';

/** Widest bar of the scale, CSS pixels. */
const SCALE_PX = 110;

/** `metres` long on the ground where the camera looks are `pixels` on the screen; contour lines are `contours` metres apart, 0 for none. */
export type ScaleListener = (metres: number, pixels: number, contours: number) => void;

export class ScaleRule {
  #listener: ScaleListener | null = null;
  #metres = 0;
  #pixels = 0;
  #contours = 0;

  listen(listener: ScaleListener): void {
    this.#listener = listener;
    this.#metres = 0;
  }

  /** `distance`: to what the camera looks at, metres; `height`: of the picture, CSS pixels. */
  tell({ fov }: PerspectiveCamera, distance: number, height: number, contours: number): void {
    if (this.#listener === null) return;
    const perPixel = (2 * distance * Math.tan((fov * Math.PI) / 360)) / height;
    const metres = roundLength(perPixel * SCALE_PX);
    const pixels = Math.round(metres / perPixel);
    if (metres === this.#metres && pixels === this.#pixels && contours === this.#contours) return;
    this.#metres = metres;
    this.#pixels = pixels;
    this.#contours = contours;
    this.#listener(metres, pixels, contours);
  }
}
