/** What is drawn on the map: markers that people and scripts make, tracks of projectiles, placed mines. All are entities with a place, a direction and a shape. */
import type { EntityId, JsonValue } from '../../../../../shared/session/model.ts';
import { drawnAs, MARKER_JUMP, SIDES } from '../marker-shape.ts';
import { BadCommand } from './arguments.ts';
import type { Mission } from './mission.ts';

/** More than any operation draws, and fewer than fill the memory. */
const MAX_DRAWINGS = 200_000;

export interface NewMarker {
  /** As the command names it; the same for all frames below. */
  readonly frame: number;
  readonly name: string;
  readonly type: string;
  readonly text: string;
  /** Id of who made it, -1 for the mission itself. */
  readonly owner: number;
  /** "#RRGGBB", "RRGGBB" or the game's class. */
  readonly color: string;
  /** Half-axes in metres, or the scale of an icon. */
  readonly size: readonly number[];
  /** WEST and so on, or OCAP's side index; anything else is for all. */
  readonly side: string;
  readonly shape: string;
  readonly brush: string;
  readonly state: MarkerState;
}

/** What is undefined is as it was at the beginning. */
export interface MarkerState {
  /** A point, or the corners of a line. */
  readonly place: readonly number[] | readonly (readonly number[])[];
  readonly direction: number;
  readonly alpha: number;
  readonly text?: string | undefined;
  readonly color?: string | undefined;
  readonly size?: readonly number[] | undefined;
  readonly type?: string | undefined;
  readonly brush?: string | undefined;
  readonly shape?: string | undefined;
}

interface Drawing {
  readonly id: EntityId;
  /** OCAP's own tuple, see marker-shape.ts. */
  readonly native: JsonValue[];
  readonly first: number;
  last: number;
  x: number;
  y: number;
}

export class Drawings {
  readonly #mission: Mission;
  /** Markers that are there, by name. */
  readonly #byName = new Map<string, Drawing>();
  #count = 0;

  constructor(mission: Mission) {
    this.#mission = mission;
  }

  /** The same name again is another marker; the earlier one ends there. */
  create(marker: NewMarker): void {
    const frame = this.#mission.frame(marker.frame);
    const drawing = this.#draw(marker, frame);
    const before = this.#byName.get(marker.name);
    if (before !== undefined) this.#end(before, frame - 1);
    this.#byName.set(marker.name, drawing);
  }

  change(name: string, named: number, state: MarkerState): void {
    const drawing = this.#known(name);
    const frame = this.#mission.frame(named);
    if (frame < drawing.last) throw new BadCommand(`frame ${named} of the marker ${name} comes after a later one`);
    this.#state(drawing, frame, state);
  }

  /** It is there for the last time at this frame. */
  remove(name: string, named: number): void {
    const drawing = this.#known(name);
    this.#end(drawing, this.#mission.frame(named));
    this.#byName.delete(name);
  }

  /** A track that is told when it is over: places by frames of the recording, ascending. */
  track(
    marker: Omit<NewMarker, 'frame' | 'name' | 'state'>,
    points: readonly { readonly frame: number; readonly place: readonly number[] }[],
  ): void {
    const [first] = points;
    const last = points.at(-1);
    if (first === undefined || last === undefined) return;
    const drawing = this.#draw({ ...marker, state: { place: first.place, direction: 0, alpha: 1 } }, first.frame);
    for (const { frame, place } of points.slice(1)) this.#state(drawing, frame, { place, direction: 0, alpha: 1 });
    this.#end(drawing, last.frame);
  }

  #known(name: string): Drawing {
    const drawing = this.#byName.get(name);
    if (drawing === undefined) throw new BadCommand(`there is no marker ${name.slice(0, 60)}`);
    return drawing;
  }

  #draw(marker: Omit<NewMarker, 'frame' | 'name'>, frame: number): Drawing {
    if (this.#count >= MAX_DRAWINGS) throw new BadCommand(`more than ${MAX_DRAWINGS} markers and projectiles`);
    const { sink, channels, time } = this.#mission;
    const side = /^\d$/.test(marker.side) ? (SIDES[Number(marker.side)] ?? null) : SIDES.includes(marker.side) ? marker.side : null;
    const color = marker.color.replace(/^#/, '');
    const { type, text, owner, size, shape, brush } = marker;
    const native: JsonValue[] = [
      type,
      text,
      frame,
      -1,
      owner,
      color,
      side === null ? -1 : SIDES.indexOf(side),
      null,
      [...size],
      shape,
      brush,
    ];
    const id = sink.entity({
      kind: type.startsWith('magIcons/') ? 'projectile' : 'marker',
      nativeId: `marker:${this.#count++}`,
      name: text,
      team: side,
      className: type,
      data: { native },
    });
    const t = time(frame);
    sink.appear(id, t);
    if (side !== null) sink.number(id, channels.team, t, sink.intern(side));
    const drawing: Drawing = { id, native, first: frame, last: -1, x: Number.NaN, y: Number.NaN };
    this.#state(drawing, frame, marker.state);
    return drawing;
  }

  #state(drawing: Drawing, frame: number, state: MarkerState): void {
    const { sink, channels, time } = this.#mission;
    const { id } = drawing;
    const t = time(frame);
    const points = Array.isArray(state.place[0]) ? (state.place as readonly (readonly number[])[]) : undefined;
    const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = points?.[0] ?? (state.place as readonly number[]);
    if (drawing.last >= 0) {
      const ms = Math.max(1, t - time(drawing.last));
      if (Math.hypot(x - drawing.x, y - drawing.y) * 1000 > MARKER_JUMP * ms) sink.gap(id, t);
    }
    drawing.x = x;
    drawing.y = y;
    drawing.last = frame;
    const { direction, alpha, text, color, size, type, brush, shape } = state;
    const fields = [frame, state.place, direction, alpha, text, color, size, type, brush, shape];
    sink.vector(id, channels.position, t, [x, y, z]);
    sink.number(id, channels.heading, t, direction);
    sink.number(id, channels.shape, t, sink.intern(JSON.stringify(drawnAs(drawing.native, fields, points))));
  }

  #end(drawing: Drawing, last: number): void {
    const { sink, time } = this.#mission;
    drawing.native[3] = last;
    sink.updateEntity(drawing.id, { data: { native: drawing.native } });
    sink.vanish(drawing.id, time(Math.max(last, drawing.first) + 1));
  }
}
