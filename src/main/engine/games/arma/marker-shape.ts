/** How a marker is drawn: the JSON of the `shape` channel, from the spellings of files and streams. */
import { arrayOf, numberOf, textOf } from './native.ts';

/** By OCAP's side index. */
export const SIDES: readonly string[] = ['EAST', 'WEST', 'GUER', 'CIV'];
/** Faster than any projectile that is worth drawing between two frames, m/s. */
export const MARKER_JUMP = 2000;

/** Standard marker colour classes of the game. */
const COLOURS: Readonly<Record<string, string>> = {
  default: '#000000',
  colorblack: '#000000',
  colorgrey: '#7F7F7F',
  colorred: '#E60000',
  colorbrown: '#7F3F00',
  colororange: '#D96600',
  coloryellow: '#D9D900',
  colorkhaki: '#7F9966',
  colorgreen: '#00CC00',
  colorblue: '#0000FF',
  colorpink: '#FF4C66',
  colorwhite: '#FFFFFF',
  colorwest: '#004D99',
  colorblufor: '#004D99',
  coloreast: '#800000',
  coloropfor: '#800000',
  colorguer: '#008000',
  colorindependent: '#008000',
  colorciv: '#66007F',
  colorcivilian: '#66007F',
  colorunknown: '#B29900',
};

/** The JSON of the `shape` channel. Sizes are half-axes in metres for ELLIPSE and RECTANGLE, a scale for ICON. */
export interface MarkerShape {
  readonly shape: string;
  readonly type: string;
  readonly text: string;
  /** "#RRGGBB" where known, else the game's class name. */
  readonly color: string;
  readonly size: readonly [number, number];
  readonly brush: string;
  /** 0 to 1 */
  readonly alpha: number;
  /** Corners of a POLYLINE, native. */
  readonly points?: readonly (readonly number[])[];
  /** Helpers that the game itself does not show. */
  readonly hidden?: true;
}

/**
 * `native`: the marker's own tuple [type, text, start, end, owner, colour, side, positions, size, shape, brush]; `fields`: one of its states
 * [frame, place, direction, alpha, text, colour, size, type, brush, shape], whose later fields win where they are there. `points`: corners of a line.
 */
export function drawnAs(
  native: readonly unknown[],
  fields: readonly unknown[],
  points: readonly (readonly number[])[] | undefined,
): MarkerShape {
  const [, , , alpha, text, color, size, type, brush, shape] = fields;
  const kind = textOf(shape) || textOf(native[9]) || (points === undefined ? 'ICON' : 'POLYLINE');
  const icon = textOf(type) || textOf(native[0]);
  const [width, height] = arrayOf(Array.isArray(size) ? size : native[8]).map(numberOf);
  const opacity = numberOf(alpha) ?? 1;
  const hidden = icon.includes('zoneTrigger') || ((icon === 'Empty' || icon === '') && kind === 'ICON');
  return {
    shape: kind,
    type: icon,
    text: typeof text === 'string' ? text : textOf(native[1]),
    color: colour(textOf(color) || textOf(native[5])),
    size: [width ?? 1, height ?? width ?? 1],
    brush: textOf(brush) || textOf(native[10]) || 'Solid',
    alpha: opacity > 1 ? Math.min(1, opacity / 100) : Math.max(0, opacity),
    ...(points === undefined ? {} : { points: points }),
    ...(hidden ? { hidden } : {}),
  };
}

function colour(native: string): string {
  const hex = native.startsWith('#') ? native.slice(1) : native;
  if (/^[0-9a-fA-F]{6}$/.test(hex)) return `#${hex.toUpperCase()}`;
  return COLOURS[native.toLowerCase()] ?? native;
}
