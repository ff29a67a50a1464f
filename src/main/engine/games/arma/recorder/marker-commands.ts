/** Commands about what is drawn on the map, and about mines that somebody placed. */
import { BadCommand, pointOfText, type Arguments } from './arguments.ts';
import type { MarkerState } from './drawings.ts';
import type { Parts } from './parts.ts';
import { happenToPlaced, place } from './placed.ts';

const MAX_NAME = 4096;
const MAX_CORNERS = 20_000;

/** name, direction, type, text, frame, -1, owner, colour, size, side, place, shape, alpha, brush; the older recorder leaves out the last ones and numbers the sides. */
export function createMarker({ drawings }: Parts, args: Arguments): void {
  args.atLeast(11);
  const shape = args.text(11, MAX_NAME) || 'ICON';
  drawings.create({
    name: args.text(0, MAX_NAME),
    frame: args.frame(4),
    type: args.text(2, MAX_NAME),
    text: args.text(3, MAX_NAME),
    owner: args.idOrNone(6),
    color: args.text(7, MAX_NAME),
    size: sizeOf(args, 8) ?? [1, 1],
    side: args.text(9, MAX_NAME),
    shape,
    brush: args.text(13, MAX_NAME) || 'Solid',
    state: { place: placeOf(args, 10), direction: args.number(1), alpha: args.count > 12 ? args.number(12) : 1 },
  });
}

/** name, frame, place, direction, alpha, text, (unused), …: see the table of 2026; the first five before that, and three with the older recorder. */
export function markerState({ drawings }: Parts, args: Arguments): void {
  args.atLeast(3);
  const has = (i: number): boolean => i < args.count;
  const text = (i: number): string | undefined => (has(i) ? args.text(i, MAX_NAME) : undefined);
  const state: MarkerState = {
    place: placeOf(args, 2),
    direction: has(3) ? args.number(3) : 0,
    alpha: has(4) ? args.number(4) : 1,
    text: text(5),
    color: text(6)?.replace(/^#/, ''),
    size: has(7) ? sizeOf(args, 7) : undefined,
    type: text(8),
    brush: text(9),
    shape: text(10),
  };
  drawings.change(args.text(0, MAX_NAME), args.frame(1), state);
}

/** name, last frame */
export function deleteMarker({ drawings }: Parts, args: Arguments): void {
  args.atLeast(2);
  drawings.remove(args.text(0, MAX_NAME), args.frame(1));
}

/** frame, id, class, display name, place, owner, side, weapon, icon */
export function createPlaced(parts: Parts, args: Arguments): void {
  args.atLeast(7);
  const name = args.text(3, MAX_NAME) || args.text(2, MAX_NAME);
  const point = placeOf(args, 4) as readonly number[];
  place(parts, { frame: args.frame(0), id: args.id(1), name, point, owner: args.idOrNone(5), side: args.text(6, MAX_NAME) });
}

/** frame, id, detonated or deleted or hit, place, id of who was hit */
export function placedEvent(parts: Parts, args: Arguments): void {
  args.atLeast(4);
  const what = args.text(2, MAX_NAME);
  if (what === 'hit') args.atLeast(5);
  const victim = what === 'hit' ? args.id(4) : -1;
  happenToPlaced(parts, { frame: args.frame(0), id: args.id(1), what, point: placeOf(args, 3) as readonly number[], victim });
}

function sizeOf(args: Arguments, i: number): readonly number[] | undefined {
  const [width, height] = args.list(i).map(Number);
  if (width === undefined || !Number.isFinite(width) || (height !== undefined && !Number.isFinite(height)))
    throw new BadCommand(`argument ${i} is no size`);
  return [width, height ?? width];
}

/** A point, or the corners of a line. */
function placeOf(args: Arguments, i: number): MarkerState['place'] {
  const raw = args.raw(i);
  if (!/^"*\s*\[\s*\[/.test(raw)) {
    const point = pointOfText(args.text(i, MAX_NAME));
    if (point === undefined) throw new BadCommand(`argument ${i} is no position`);
    return point;
  }
  const corners = args.list(i);
  if (corners.length > MAX_CORNERS) throw new BadCommand(`a line of ${corners.length} corners`);
  return corners.map((corner) => {
    const numbers = (Array.isArray(corner) ? (corner as unknown[]) : []).slice(0, 3);
    if (numbers.length < 2 || !numbers.every((one) => typeof one === 'number' && Number.isFinite(one)))
      throw new BadCommand(`argument ${i} has a corner that is no position`);
    return numbers as number[];
  });
}
