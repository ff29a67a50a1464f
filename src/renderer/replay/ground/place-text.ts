/** Places as people write them: the game's own coordinates with a comma, or a grid reference with a space. */
import type { WorldProfile } from '../../../shared/games/profile.ts';
import type { Space } from '../../../shared/session/model.ts';

/** Digits of a reference that says single metres. */
const METRE_DIGITS = 5;

/** Session x and z; null when the text is no place. */
export function readPlace(text: string, space: Space, reference: WorldProfile['grid']['reference']): readonly [number, number] | null {
  const grid = /^(\d{1,5})\s+(\d{1,5})$/.exec(text.trim());
  if (grid !== null && reference === 'arma') {
    const [, east = '', north = ''] = grid;
    if (east.length !== north.length) return null;
    const step = 10 ** (METRE_DIGITS - east.length);
    return [Number(east) * step, -Number(north) * step];
  }
  const [first, second, more] = text.split(reference === 'arma' ? /\s*,\s*/ : /\s*[,\s]\s*/).filter((part) => part !== '');
  if (first === undefined || second === undefined || more !== undefined) return null;
  const native = [Number(first), Number(second)];
  if (!native.every((value) => Number.isFinite(value) && Math.abs(value) < 1e6)) return null;
  const axes = levelAxes(space);
  const along = (session: 0 | 2): number => {
    const value = native[axes.indexOf(space.axis[session])] ?? 0;
    return value === 0 ? 0 : space.sign[session] * value * space.metresPerUnit;
  };
  return [along(0), along(2)];
}

/** The same place in the game's own coordinates. */
export function writePlace([x, z]: readonly [number, number], space: Space): string {
  return levelAxes(space)
    .map((axis) => {
      const session = space.axis[0] === axis ? 0 : 2;
      return Number(((space.sign[session] * (session === 0 ? x : z)) / space.metresPerUnit).toFixed(1)) + 0;
    })
    .join(', ');
}

/** The two native axes that lie flat, in their order. */
function levelAxes(space: Space): number[] {
  return [0, 1, 2].filter((axis) => axis !== space.axis[1]);
}
