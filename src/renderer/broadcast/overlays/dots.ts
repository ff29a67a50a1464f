/** Dots of the map as they come, and between two pictures: everybody glides, unless somebody came, went or jumped. */
import { DOT_BYTES } from '../../../shared/broadcast.ts';

export interface Dots {
  readonly count: number;
  /** Shares of the map's width and height, 2 per dot. */
  readonly places: Float32Array;
  /** Index into the colours, by dot. */
  readonly colours: Uint8Array;
  /** DOT, by dot. */
  readonly kinds: Uint8Array;
}

/** A farther way between two pictures is a jump, share of the map. */
const JUMP = 0.06;

export function readDots(base64: string): Dots {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const data = new DataView(bytes.buffer);
  const count = Math.floor(bytes.length / DOT_BYTES);
  const places = new Float32Array(count * 2);
  const colours = new Uint8Array(count);
  const kinds = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const at = i * DOT_BYTES;
    places[i * 2] = data.getUint16(at) / 65_535;
    places[i * 2 + 1] = data.getUint16(at + 2) / 65_535;
    colours[i] = data.getUint8(at + 4);
    kinds[i] = data.getUint8(at + 5);
  }
  return { count, places, colours, kinds };
}

/** Places `share` (0 to 1) of the way from `before` to `now`. */
export function between(before: Dots | null, now: Dots, share: number): Float32Array {
  if (before === null || before.count !== now.count || share >= 1) return now.places;
  const places = now.places.slice();
  for (let i = 0; i < now.count; i++) {
    if (before.kinds[i] !== now.kinds[i] || before.colours[i] !== now.colours[i]) continue;
    const dx = (now.places[i * 2] as number) - (before.places[i * 2] as number);
    const dy = (now.places[i * 2 + 1] as number) - (before.places[i * 2 + 1] as number);
    if (Math.hypot(dx, dy) > JUMP) continue;
    places[i * 2] = (before.places[i * 2] as number) + dx * share;
    places[i * 2 + 1] = (before.places[i * 2 + 1] as number) + dy * share;
  }
  return places;
}
