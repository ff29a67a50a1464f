/** Reads the `shape` channel of a marker: JSON text with what stands on the map. Anything unreadable is no shape; nothing here throws. */
import type { Space } from '../../../shared/session/model.ts';

export interface MarkerShape {
  readonly kind: 'icon' | 'ellipse' | 'rectangle' | 'polyline';
  readonly text: string;
  /** "#RRGGBB", or a name that no palette knows. */
  readonly colour: string;
  /** Half axes in metres (ellipse, rectangle). */
  readonly size: readonly [number, number];
  /** 0 to 1. */
  readonly alpha: number;
  /** Session x, z pairs in metres (polyline). */
  readonly points: readonly (readonly [number, number])[];
}

const KINDS = ['icon', 'ellipse', 'rectangle', 'polyline'] as const;

/** Points are in the source's own axes; `space` turns them. Null for what is not to be drawn. */
export function readMarkerShape(json: string, space: Space): MarkerShape | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Readonly<Record<string, unknown>>;
  if (fields['hidden'] === true) return null;
  const word = text(fields['shape']).toLowerCase();
  const size: readonly unknown[] = Array.isArray(fields['size']) ? fields['size'] : [];
  const points: readonly unknown[] = Array.isArray(fields['points']) ? fields['points'] : [];
  return {
    kind: KINDS.find((known) => known === word) ?? 'icon',
    text: text(fields['text']),
    colour: text(fields['color']),
    size: [finite(size[0], 0), finite(size[1], 0)],
    alpha: Math.min(1, Math.max(0, finite(fields['alpha'], 1))),
    points: points.flatMap((point) => {
      if (!Array.isArray(point)) return [];
      const native: readonly unknown[] = point;
      const x = axis(native, space, 0);
      const z = axis(native, space, 2);
      return Number.isFinite(x) && Number.isFinite(z) ? [[x, z] as const] : [];
    }),
  };
}

function axis(native: readonly unknown[], { axis, sign, metresPerUnit }: Space, i: 0 | 2): number {
  return finite(native[axis[i]], Number.NaN) * sign[i] * metresPerUnit;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function finite(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}
