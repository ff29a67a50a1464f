/** Draws a plan seen from above: its ground, the heat or the dots on it, a bar of its scale. Sizes in CSS pixels. */
import type { Bounds } from '../heat/heat-points.ts';
import type { PlanHeat } from './plan-heat.ts';
import type { PlanGround } from './use-plan-ground.ts';

/** px = (x - left) * scale. */
export interface PlanFit {
  /** North-west corner, metres. */
  readonly left: number;
  readonly top: number;
  /** Pixels per metre. */
  readonly scale: number;
}

export interface PlanInk {
  readonly ground: string;
  readonly floor: string;
  readonly wall: string;
  readonly grid: string;
  readonly dot: string;
  readonly rim: string;
  readonly chosen: string;
}

/** Around the points, of the longer side. */
const MARGIN = 0.05;
/** What lies over the plan's edges, px: its menus, its legend. */
const INSET = { top: 36, bottom: 28 } as const;
/** So much is seen of the ground at least, metres. */
const LEAST_EXTENT = 12;
const DOT = 3.2;
/** So wide is the way that somebody took, metres. */
const WAY = 0.8;
/** Between the lines of the grid, metres: the finest whose lines are not closer than 36 px. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const;
const LEAST_STEP_PX = 36;

export function fitPlan(bounds: Bounds, width: number, height: number): PlanFit {
  const extent = Math.max(LEAST_EXTENT, bounds.maxX - bounds.minX, bounds.maxZ - bounds.minZ) * MARGIN;
  const across = Math.max(LEAST_EXTENT, bounds.maxX - bounds.minX) + 2 * extent;
  const down = Math.max(LEAST_EXTENT, bounds.maxZ - bounds.minZ) + 2 * extent;
  const free = Math.max(40, height - INSET.top - INSET.bottom);
  const scale = Math.min(width / across, free / down);
  return {
    left: (bounds.minX + bounds.maxX) / 2 - width / scale / 2,
    top: (bounds.minZ + bounds.maxZ) / 2 - (INSET.top + free / 2) / scale,
    scale,
  };
}

export function drawPlanGround(
  context: CanvasRenderingContext2D,
  fit: PlanFit,
  { width, height }: { readonly width: number; readonly height: number },
  ground: PlanGround,
  ink: PlanInk,
): void {
  context.fillStyle = ink.ground;
  context.fillRect(0, 0, width, height);
  const { picture, floors, lines, ways } = ground;
  if (picture !== null) {
    const { x0, z0, along, across } = picture.placement;
    const { left, top, scale } = fit;
    context.save();
    context.globalAlpha = 0.7;
    context.transform(along * scale, across * scale, -across * scale, along * scale, (x0 - left) * scale, (z0 - top) * scale);
    context.drawImage(picture.bitmap, 0, 0);
    context.restore();
  }
  context.fillStyle = ink.floor;
  context.beginPath();
  for (let i = 0; i < floors.length; i += 6) {
    context.moveTo(...spot(fit, floors, i));
    context.lineTo(...spot(fit, floors, i + 2));
    context.lineTo(...spot(fit, floors, i + 4));
  }
  context.fill();
  if (picture === null && lines.length === 0) drawGrid(context, fit, width, height, ink);
  drawWays(context, fit, ways, ink);
  context.strokeStyle = ink.wall;
  context.lineWidth = 1;
  context.beginPath();
  for (let i = 0; i < lines.length; i += 4) {
    context.moveTo(...spot(fit, lines, i));
    context.lineTo(...spot(fit, lines, i + 2));
  }
  context.stroke();
}

function drawWays(context: CanvasRenderingContext2D, { left, top, scale }: PlanFit, ways: PlanGround['ways'], ink: PlanInk): void {
  context.strokeStyle = ink.floor;
  context.lineWidth = Math.max(1.5, scale * WAY);
  context.lineJoin = 'round';
  context.beginPath();
  for (const points of ways) {
    let isDown = false;
    for (let i = 0; i < points.length; i += 2) {
      const x = ((points[i] as number) - left) * scale;
      const y = ((points[i + 1] as number) - top) * scale;
      const isPlace = Number.isFinite(x) && Number.isFinite(y);
      if (isPlace && isDown) context.lineTo(x, y);
      else if (isPlace) context.moveTo(x, y);
      isDown = isPlace;
    }
  }
  context.stroke();
}

/** Without a ground a grid says how large it is. */
function drawGrid(context: CanvasRenderingContext2D, { left, top, scale }: PlanFit, width: number, height: number, ink: PlanInk): void {
  const step = gridStep(scale);
  context.strokeStyle = ink.grid;
  context.lineWidth = 1;
  context.beginPath();
  for (let x = Math.ceil(left / step) * step; (x - left) * scale < width; x += step) {
    const at = Math.round((x - left) * scale) + 0.5;
    context.moveTo(at, 0);
    context.lineTo(at, height);
  }
  for (let z = Math.ceil(top / step) * step; (z - top) * scale < height; z += step) {
    const at = Math.round((z - top) * scale) + 0.5;
    context.moveTo(0, at);
    context.lineTo(width, at);
  }
  context.stroke();
}

/** Metres between lines of the grid. */
export function gridStep(scale: number): number {
  return STEPS.find((metres) => metres * scale >= LEAST_STEP_PX) ?? 10_000;
}

/** The picture of a heat as something to draw with. */
export function heatImage({ grid, pixels }: PlanHeat): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = grid.columns;
  canvas.height = grid.rows;
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, grid.columns, grid.rows), 0, 0);
  return canvas;
}

export function drawHeat(context: CanvasRenderingContext2D, fit: PlanFit, { grid }: PlanHeat, image: HTMLCanvasElement): void {
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  const side = grid.cell * fit.scale;
  context.drawImage(image, (grid.x - fit.left) * fit.scale, (grid.z - fit.top) * fit.scale, grid.columns * side, grid.rows * side);
}

/** `place`: 3 per dot, NaN for those that are not drawn; `chosen`: its number, -1 for none. */
export function drawDots(context: CanvasRenderingContext2D, fit: PlanFit, place: Float32Array, chosen: number, ink: PlanInk): void {
  context.lineWidth = 1;
  context.fillStyle = ink.dot;
  context.strokeStyle = ink.rim;
  for (let i = 0; i * 3 < place.length; i++) drawDot(context, fit, place, i, DOT);
  if (chosen < 0) return;
  context.fillStyle = ink.chosen;
  drawDot(context, fit, place, chosen, DOT * 1.8);
}

function drawDot(context: CanvasRenderingContext2D, fit: PlanFit, place: Float32Array, i: number, radius: number): void {
  const [x, y] = dotAt(fit, place, i);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}

/** Pixels of a dot. */
export function dotAt({ left, top, scale }: PlanFit, place: Float32Array, i: number): [x: number, y: number] {
  return [((place[i * 3] as number) - left) * scale, ((place[i * 3 + 2] as number) - top) * scale];
}

/** The dot nearest to a pixel, -1 when none is within reach. */
export function dotNear(fit: PlanFit, place: Float32Array, x: number, y: number, reach: number): number {
  let [best, least] = [-1, reach];
  for (let i = 0; i * 3 < place.length; i++) {
    const [dx, dy] = dotAt(fit, place, i);
    const away = Math.hypot(dx - x, dy - y);
    if (away <= least) [best, least] = [i, away];
  }
  return best;
}

function spot({ left, top, scale }: PlanFit, points: Float32Array, at: number): [x: number, y: number] {
  return [((points[at] as number) - left) * scale, ((points[at + 1] as number) - top) * scale];
}
