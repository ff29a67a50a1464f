/** `Markers`: what was drawn on the map, as entities of their own with a position, a direction and a `shape` per state. */
import type { JsonValue } from '../../../../../shared/session/model.ts';
import { Damaged, parseRange, type ItemReader } from './json-stream.ts';
import { arrayOf, numberOf, pointOf, textOf } from './native.ts';
import type { Recording } from './recording.ts';

const SIDES = ['EAST', 'WEST', 'GUER', 'CIV'];
/** Faster than any projectile that is worth drawing between two frames, m/s. */
const JUMP = 2000;

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
interface MarkerShape {
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

interface State {
  readonly frame: number;
  readonly place: readonly number[];
  readonly points: readonly (readonly number[])[] | undefined;
  readonly direction: number;
  readonly fields: readonly unknown[];
}

export class Markers implements ItemReader {
  readonly maxItem = 32 * 2 ** 20;
  readonly between = '],["';
  readonly after = ['"]],"', '"]]}'];
  readonly #recording: Recording;
  /** Marker entities and the first frame at which each is gone; those that stay to the end are not listed. */
  readonly gone: { id: number; frame: number }[] = [];
  #count = 0;

  constructor(recording: Recording) {
    this.#recording = recording;
  }

  damaged(why: string): void {
    this.#recording.sink.warn('bad-marker', `A marker was left out: ${why}.`);
  }

  item(bytes: Uint8Array, start: number, end: number): void {
    const { sink, channels, time } = this.#recording;
    const native = arrayOf(parseRange(bytes, start, end));
    const [type, text, startFrame, endFrame, owner, color, side, positions, size, shape, brush] = native;
    if (typeof type !== 'string' || !this.#recording.plausible(startFrame)) throw new Damaged('it has no type or no frame');
    const states = this.#states(arrayOf(positions), Math.trunc(startFrame));
    const nativeId = `marker:${this.#count++}`;
    const team = typeof side === 'number' ? (SIDES[side] ?? null) : null;
    const id = sink.entity({
      kind: type.startsWith('magIcons/') ? 'projectile' : 'marker',
      nativeId,
      name: textOf(text),
      team,
      className: type,
      data: {
        native: [
          type,
          textOf(text),
          startFrame,
          json(endFrame),
          json(owner),
          json(color),
          json(side),
          null,
          json(size),
          json(shape),
          json(brush),
        ],
      },
    });
    const first = states[0];
    if (first === undefined) {
      sink.warn('empty-marker', `The marker "${textOf(text)}" has no position.`);
      return;
    }
    sink.appear(id, time(first.frame));
    if (team !== null) sink.number(id, channels.team, time(first.frame), sink.intern(team));
    let before: State | undefined;
    for (const state of states) {
      const t = time(state.frame);
      const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = state.place;
      if (before !== undefined) {
        const [bx = x, by = y] = before.place;
        if (Math.hypot(x - bx, y - by) * 1000 > JUMP * Math.max(1, t - time(before.frame))) sink.gap(id, t);
      }
      sink.vector(id, channels.position, t, [x, y, z]);
      sink.number(id, channels.heading, t, state.direction);
      sink.number(id, channels.shape, t, sink.intern(JSON.stringify(drawn(native, state))));
      before = state;
    }
    const last = numberOf(endFrame) ?? -1;
    if (last >= first.frame && this.#recording.plausible(last + 1)) this.gone.push({ id, frame: Math.trunc(last) + 1 });
  }

  /** In order of frames; of two at the same frame the later. */
  #states(positions: readonly unknown[], start: number): State[] {
    const states: State[] = [];
    let bad = 0;
    for (const entry of positions) {
      const fields = arrayOf(entry);
      // Rarely the place comes before the frame.
      const [a, b, direction] = fields;
      const swapped = Array.isArray(a) && typeof b === 'number';
      const frame = swapped ? b : a;
      const where = swapped ? a : b;
      const points = arrayOf(where).map(pointOf);
      const line = points.length > 0 && points.every((point) => point !== undefined) ? points : undefined;
      const place = line?.[0] ?? pointOf(where);
      if (place === undefined || !this.#recording.plausible(frame)) {
        bad++;
        continue;
      }
      states.push({ frame: Math.max(start, Math.trunc(frame)), place, points: line, direction: numberOf(direction) ?? 0, fields });
    }
    if (bad > 0) this.#recording.sink.warn('bad-marker-state', `${bad} states of a marker have no frame or no place.`);
    states.sort((x, y) => x.frame - y.frame);
    return states.filter((state, i) => state.frame !== states[i + 1]?.frame);
  }
}

function json(value: unknown): JsonValue {
  return (value ?? null) as JsonValue;
}

/** Later fields of the state win over the marker's own. */
function drawn(native: readonly unknown[], state: State): MarkerShape {
  const [, , , alpha, text, color, size, type, brush, shape] = state.fields;
  const kind = textOf(shape) || textOf(native[9]) || (state.points === undefined ? 'ICON' : 'POLYLINE');
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
    ...(state.points === undefined ? {} : { points: state.points }),
    ...(hidden ? { hidden } : {}),
  };
}

function colour(native: string): string {
  const hex = native.startsWith('#') ? native.slice(1) : native;
  if (/^[0-9a-fA-F]{6}$/.test(hex)) return `#${hex.toUpperCase()}`;
  return COLOURS[native.toLowerCase()] ?? native;
}
