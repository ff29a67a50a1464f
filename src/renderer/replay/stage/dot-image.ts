/** Small round dots blended straight into pixels: hundreds of them cost less than a few calls of a 2D canvas. */
import type { Colour } from './palette.ts';

/** How much of each pixel a dot covers, 0 to 255. */
export interface Dot {
  readonly side: number;
  readonly cover: Uint8Array;
}

/** `radius` in device pixels. */
export function createDot(radius: number): Dot {
  const side = Math.ceil(radius + 0.5) * 2 + 1;
  const middle = (side - 1) / 2;
  const cover = new Uint8Array(side * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const share = radius + 0.5 - Math.hypot(x - middle, y - middle);
      cover[y * side + x] = 255 * Math.min(1, Math.max(0, share));
    }
  return { side, cover };
}

/** Blends `dot` around x, y (device pixels) into RGBA `pixels` of `width` x `height`; what lies outside is left out. */
export function blendDot(
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
  dot: Dot,
  x: number,
  y: number,
  colour: Colour,
  alpha: number,
): void {
  const { side, cover } = dot;
  const left = Math.round(x) - ((side - 1) >> 1);
  const top = Math.round(y) - ((side - 1) >> 1);
  for (let row = 0; row < side; row++) {
    const py = top + row;
    if (py < 0 || py >= height) continue;
    for (let column = 0; column < side; column++) {
      const px = left + column;
      const share = ((cover[row * side + column] as number) / 255) * alpha;
      if (share <= 0 || px < 0 || px >= width) continue;
      const at = (py * width + px) * 4;
      pixels[at] = (pixels[at] as number) + (colour.r - (pixels[at] as number)) * share;
      pixels[at + 1] = (pixels[at + 1] as number) + (colour.g - (pixels[at + 1] as number)) * share;
      pixels[at + 2] = (pixels[at + 2] as number) + (colour.b - (pixels[at + 2] as number)) * share;
    }
  }
}
