/** Reads the `shape` channel of a marker: JSON text with what stands on the map. Anything unreadable is no shape; nothing here throws. */
import type { MarkerFrame, MarkerGlyph, MarkersProfile } from '../../../shared/games/profile.ts';
import type { Space } from '../../../shared/session/model.ts';

export interface MarkerShape {
  readonly kind: 'icon' | 'ellipse' | 'rectangle' | 'polyline';
  /** The source's own name of an icon. */
  readonly icon: string;
  readonly text: string;
  /** "#RRGGBB", or a name that no palette knows. */
  readonly colour: string;
  /** Half axes in metres (ellipse, rectangle); scale (icon). */
  readonly size: readonly [number, number];
  readonly brush: Brush;
  /** 0 to 1. */
  readonly alpha: number;
  /** Session x, z pairs in metres (polyline). */
  readonly points: readonly (readonly [number, number])[];
}

/** How an area is painted. */
export interface Brush {
  /** Alpha of the inside, 0 to 1. */
  readonly fill: number;
  /** Alpha of the outline, 0 to 1. */
  readonly border: number;
  /** Sum of HATCH_…; 0 for none. */
  readonly hatch: number;
}

/** Lines from west to east, north to south, north-west to south-east, south-west to north-east; small crosses. */
export const HATCH_HORIZONTAL = 1;
export const HATCH_VERTICAL = 2;
export const HATCH_FALLING = 4;
export const HATCH_RISING = 8;
export const HATCH_CROSSES = 16;

const SOLID: Brush = { fill: 0.34, border: 0.6, hatch: 0 };
const hatched = (hatch: number): Brush => ({ fill: 0.05, border: 0.6, hatch });

/** By the name in lower case. */
export const BRUSHES: Readonly<Record<string, Brush>> = {
  solid: SOLID,
  solidfull: { fill: 0.7, border: 0.8, hatch: 0 },
  solidborder: { fill: 0.34, border: 1, hatch: 0 },
  border: { fill: 0, border: 1, hatch: 0 },
  horizontal: hatched(HATCH_HORIZONTAL),
  vertical: hatched(HATCH_VERTICAL),
  grid: hatched(HATCH_HORIZONTAL + HATCH_VERTICAL),
  // As the players of OCAP recordings draw them.
  fdiagonal: hatched(HATCH_RISING),
  bdiagonal: hatched(HATCH_FALLING),
  diaggrid: hatched(HATCH_FALLING + HATCH_RISING),
  cross: hatched(HATCH_CROSSES),
};

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
    icon: text(fields['type']),
    text: text(fields['text']),
    colour: text(fields['color']),
    size: [Math.abs(finite(size[0], 0)), Math.abs(finite(size[1], 0))],
    brush: BRUSHES[text(fields['brush']).toLowerCase()] ?? SOLID,
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

/** The sign of an icon, and what stands around it. */
export function markerSign(rules: MarkersProfile, icon: string): { readonly frame: MarkerFrame | null; readonly glyph: MarkerGlyph } {
  const name = icon.toLowerCase();
  const frame = rules.frames.find(([rule]) => fits(rule, name));
  const rest = frame === undefined ? name : name.slice(frame[0].length);
  const glyph = rules.glyphs.find(([rule]) => fits(rule, rest));
  return { frame: frame?.[1] ?? null, glyph: glyph?.[1] ?? rules.other };
}

function fits(rule: string, name: string): boolean {
  const [start = '', within = ''] = rule.split('*', 2);
  return name.startsWith(start) && name.includes(within, start.length);
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
