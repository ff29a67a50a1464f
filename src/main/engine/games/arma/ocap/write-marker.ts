/** One marker or projectile as the tuple that OCAP files have: [type, text, start, end, owner, colour, side, states, size, shape, brush]. */
import type { EntityInfo } from '../../../../../shared/session/model.ts';
import { drawnAs, type MarkerShape } from '../marker-shape.ts';
import { arrayOf } from '../native.ts';
import { type Cursor, number } from './cursor.ts';

interface State {
  readonly frame: number;
  readonly place: string;
  readonly direction: string;
  readonly shape: MarkerShape;
}

/** `frames`: at which it begins, and the last of the recording. */
export function markerTuple(
  entity: EntityInfo,
  cursor: Cursor,
  frames: { readonly first: number; readonly last: number },
  strings: readonly string[],
): string {
  const known = arrayOf(entity.data?.['native']);
  const plain = [entity.className ?? '', entity.name, frames.first, -1, -1, '', -1, null, [1, 1], 'ICON', 'Solid'];
  const native = known.length === plain.length ? known : plain;
  const states = statesOf(cursor, frames.last, strings);
  // Who reads a style with one state may go on using it for the next: all states say theirs, or none.
  const isStyled = states.some(({ shape }) => !isOwnStyle(shape, native));
  const fields = native.map((value) => JSON.stringify(value));
  fields[7] = `[${states.map((state) => stateText(state, native, isStyled)).join()}]`;
  return `[${fields.join()}]`;
}

function statesOf(cursor: Cursor, last: number, strings: readonly string[]): State[] {
  const states: State[] = [];
  for (let frame = cursor.next(); frame <= last; frame = cursor.next()) {
    cursor.moveTo(frame);
    const text = strings[cursor.value('shape') ?? 0] ?? '';
    if (text === '') continue;
    const shape = JSON.parse(text) as MarkerShape;
    const place = shape.points === undefined ? cursor.place() : JSON.stringify(shape.points);
    states.push({ frame, place, direction: number(cursor.value('heading')), shape });
  }
  return states;
}

function isOwnStyle(shape: MarkerShape, native: readonly unknown[]): boolean {
  const own = drawnAs(native, [0, null, 0, shape.alpha], shape.points);
  return (['text', 'color', 'size', 'type', 'brush', 'shape'] as const).every(
    (key) => JSON.stringify(own[key]) === JSON.stringify(shape[key]),
  );
}

function stateText({ frame, place, direction, shape }: State, native: readonly unknown[], isStyled: boolean): string {
  const basics = `[${frame},${place},${direction},${shape.alpha}`;
  if (!isStyled) return `${basics}]`;
  // Colours as the marker itself has them: a class of the game, or hex without #.
  const color = drawnAs(native, [], shape.points).color === shape.color ? native[5] : shape.color.replace(/^#/, '');
  return `${basics},${[shape.text, color, shape.size, shape.type, shape.brush, shape.shape].map((value) => JSON.stringify(value)).join()}]`;
}
