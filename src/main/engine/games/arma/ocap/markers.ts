/** `Markers`: what was drawn on the map, as entities of their own with a position, a direction and a `shape` per state. */
import type { JsonValue } from '../../../../../shared/session/model.ts';
import { drawnAs, MARKER_JUMP, SIDES } from '../marker-shape.ts';
import { arrayOf, numberOf, pointOf, textOf } from '../native.ts';
import { Damaged, parseRange, type ItemReader } from './json-stream.ts';
import type { Recording } from './recording.ts';

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
    this.add(arrayOf(parseRange(bytes, start, end)));
  }

  /** Throws Damaged when the tuple is no marker. */
  add(native: readonly unknown[]): void {
    const { sink, channels, time } = this.#recording;
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
        if (Math.hypot(x - bx, y - by) * 1000 > MARKER_JUMP * Math.max(1, t - time(before.frame))) sink.gap(id, t);
      }
      sink.vector(id, channels.position, t, [x, y, z]);
      sink.number(id, channels.heading, t, state.direction);
      sink.number(id, channels.shape, t, sink.intern(JSON.stringify(drawnAs(native, state.fields, state.points))));
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
