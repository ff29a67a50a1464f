/** Points on a plan as a picture of their density: binned, blurred and measured as the replay's heatmap is. Pure; the worker runs it. */
import { HeatBins, type HeightRange } from '../heat/heat-bins.ts';
import { blurred, boundsOf, extentOf, gridOver, strongOf, type HeatGrid } from '../heat/heat-grid.ts';
import type { HeatPoints } from '../heat/heat-points.ts';
import { FADE, rampBytes } from '../heat/heat-ramp.ts';
import { scaleFor, type HeatScale } from '../heat/heat-scale.ts';

/** A spot is so wide, of the extent. */
const RADIUS_SHARE = 1 / 28;
const LAST = 255;

export interface PlanHeatQuery {
  /** What is counted: "kills". */
  readonly unit: string;
  readonly floor: HeightRange | null;
  /** On a light ground the ramp runs the other way: much is dark. */
  readonly light: boolean;
}

export interface PlanHeat {
  readonly grid: HeatGrid;
  /** RGBA, a pixel per cell. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly scale: HeatScale;
  /** Points on the floor that was asked for. */
  readonly total: number;
}

/** `place`: Session metres, 3 per point; those without x or z are left out. */
export function planPoints(place: Float32Array): HeatPoints {
  const there: number[] = [];
  let [minX, minZ, maxX, maxZ] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < place.length / 3; i++) {
    const x = place[i * 3] as number;
    const z = place[i * 3 + 2] as number;
    if (!Number.isFinite(x) || !Number.isFinite(z)) continue;
    there.push(i);
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minZ = Math.min(minZ, z);
    maxZ = Math.max(maxZ, z);
  }
  return {
    count: there.length,
    row: Uint32Array.from(there),
    t: new Int32Array(place.length / 3),
    place,
    key: new Uint32Array(there.length),
    keys: [{ who: 0, team: -1, role: 0, weapon: 0, states: 0 }],
    amount: null,
    unit: 1,
    range: there.length === 0 ? null : { minX, minZ, maxX, maxZ },
    areEvents: true,
  };
}

/** Null without any point. */
export function planHeat(points: HeatPoints, { unit, floor, light }: PlanHeatQuery): PlanHeat | null {
  const bounds = boundsOf(points);
  if (bounds === null) return null;
  const grid = gridOver(bounds, extentOf(bounds) * RADIUS_SHARE);
  const bins = new HeatBins(points, grid);
  bins.select(Uint8Array.of(1), floor, null);
  // The last value stands for what lies outside of the grid.
  const density = blurred(Float32Array.from(bins.values.subarray(0, -1)), grid);
  const scale = scaleFor(strongOf(density) / (grid.cell * grid.cell), unit);
  return { grid, pixels: coloured(density, scale.top * grid.cell * grid.cell, light), scale, total: bins.total };
}

/** `top`: the value that has the end of the ramp. */
function coloured(density: Float32Array, top: number, light: boolean): Uint8ClampedArray<ArrayBuffer> {
  const ramp = rampBytes('density');
  const pixels = new Uint8ClampedArray(density.length * 4);
  for (let i = 0; i < density.length; i++) {
    const share = (density[i] as number) / top;
    if (share <= FADE[0]) continue;
    const step = Math.round(Math.min(1, share) * LAST);
    const from = (light ? LAST - step : step) * 4;
    pixels[i * 4] = ramp[from] as number;
    pixels[i * 4 + 1] = ramp[from + 1] as number;
    pixels[i * 4 + 2] = ramp[from + 2] as number;
    const x = Math.min(1, (share - FADE[0]) / (FADE[1] - FADE[0]));
    pixels[i * 4 + 3] = LAST * x * x * (3 - 2 * x);
  }
  return pixels;
}
