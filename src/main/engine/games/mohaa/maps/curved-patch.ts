/** Curved surfaces: a grid of control points, each three by three of which are one biquadratic Bézier surface. */

/** Squares along one piece. Fixed: how fine a curve is does not matter to a map, that its pieces meet does. */
const LEVEL = 4;
/** Control points along a side. The game's own tools stop long before. */
const MOST_SIDE = 129;

export interface Curve {
  /** x, y, z, row by row. */
  readonly points: Float64Array;
  readonly columns: number;
  readonly rows: number;
}

/** Whether a grid of control points can be one: odd numbers of them. */
export function isCurve(columns: number, rows: number): boolean {
  return [columns, rows].every((side) => side >= 3 && side <= MOST_SIDE && side % 2 === 1);
}

/** `control`: x, y, z of each control point, row by row. */
export function flattenCurve(control: Float64Array, columns: number, rows: number): Curve {
  const across = ((columns - 1) / 2) * LEVEL + 1;
  const down = ((rows - 1) / 2) * LEVEL + 1;
  const points = new Float64Array(across * down * 3);
  for (let row = 0; row < down; row++) {
    const [top, v] = pieceAt(row, rows);
    for (let column = 0; column < across; column++) {
      const [left, u] = pieceAt(column, columns);
      for (let axis = 0; axis < 3; axis++) {
        const along = (n: number): number => {
          const at = (n: number): number => control[n * 3 + axis] as number;
          return bezier(at(n), at(n + 1), at(n + 2), u);
        };
        const first = top * columns + left;
        points[(row * across + column) * 3 + axis] = bezier(along(first), along(first + columns), along(first + 2 * columns), v);
      }
    }
  }
  return { points, columns: across, rows: down };
}

/** First control point of the piece that a point belongs to, and where in the piece it is, 0 to 1. */
function pieceAt(n: number, side: number): [number, number] {
  const piece = Math.min(Math.floor(n / LEVEL), (side - 1) / 2 - 1);
  return [piece * 2, n / LEVEL - piece];
}

function bezier(a: number, b: number, c: number, t: number): number {
  const s = 1 - t;
  return s * s * a + 2 * s * t * b + t * t * c;
}
