/** Draws a picture plan: ground, world, traces in team colours, and where people died. */
import type { WorldProfile } from '../../shared/games/profile.ts';
import { TEAM_HEX, type Theme } from '../ui/team-colours.ts';
import { project, WEIGHT, type Fit, type PicturePlan, type PictureSubject } from './picture-plan.ts';

const INK = {
  dark: { ground: '#15191d', volume: '#1b2025', grid: 'rgb(255 255 255 / 4%)', line: '#49525b', disc: '#edeff1', death: '#ffffff' },
  light: { ground: '#dfdcd3', volume: '#eeece6', grid: 'rgb(0 0 0 / 6%)', line: '#a9a397', disc: '#1a1d20', death: '#1a1d20' },
} as const;

/** More crosses than this say only "many". */
const MOST_DEATHS = 90;
/** In a lower picture the crosses would hide the traces, CSS px. */
const LEAST_FOR_DEATHS = 80;

type Context = OffscreenCanvasRenderingContext2D;

/** Sizes in device pixels; `ratio` device pixels per CSS pixel. */
export function drawPicture(
  context: Context,
  plan: PicturePlan,
  subject: PictureSubject,
  fit: Fit,
  size: { width: number; height: number; ratio: number },
  theme: Theme,
): void {
  const { width, height, ratio } = size;
  context.fillStyle = INK[theme].ground;
  context.fillRect(0, 0, width, height);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  if (subject.world.kind === 'arena') drawArena(context, subject.world, fit, ratio, theme);
  else drawGrid(context, subject.world, fit, width, height, ratio, theme);
  drawTraces(context, plan, subject, fit, ratio, theme);
  if (subject.world.kind === 'terrain' && height >= LEAST_FOR_DEATHS * ratio) drawDeaths(context, plan, fit, ratio, theme);
}

/** The plan of the world alone, while the traces are on their way. */
function drawArena(context: Context, world: WorldProfile, fit: Fit, ratio: number, theme: Theme): void {
  const ink = INK[theme];
  context.lineWidth = ratio;
  for (const { min, max, role } of world.boxes) {
    const [x1, y1] = project(fit, min[0], min[2]);
    const [x2, y2] = project(fit, max[0], max[2]);
    const rect = [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)] as const;
    context.globalAlpha = role === 'hull' ? 1 : 0.6;
    context.fillStyle = ink.volume;
    context.fillRect(...rect);
    context.strokeStyle = ink.line;
    context.strokeRect(...rect);
  }
  for (const { points, dashed, colour } of world.lines) {
    context.globalAlpha = 0.8;
    context.strokeStyle = colour === 'line' ? ink.line : TEAM_HEX[theme][colour];
    context.setLineDash(dashed ? [3 * ratio, 3 * ratio] : []);
    context.beginPath();
    for (const [i, [x, , z]] of points.entries()) context[i === 0 ? 'moveTo' : 'lineTo'](...project(fit, x, z));
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
  for (const { centre, radius, axis, colour, role } of world.rings) {
    if (role !== 'goal') continue;
    const [x, , z] = centre;
    context.lineWidth = 3 * ratio;
    context.strokeStyle = colour === 'line' ? ink.line : TEAM_HEX[theme][colour];
    context.beginPath();
    if (axis === 'y') context.arc(...project(fit, x, z), radius * fit.scale, 0, 2 * Math.PI);
    else {
      // Seen from above a standing ring is a bar.
      context.moveTo(...project(fit, axis === 'z' ? x - radius : x, axis === 'z' ? z : z - radius));
      context.lineTo(...project(fit, axis === 'z' ? x + radius : x, axis === 'z' ? z : z + radius));
    }
    context.stroke();
  }
}

/** The finest step whose lines are not closer than 26 px. */
function drawGrid(context: Context, world: WorldProfile, fit: Fit, width: number, height: number, ratio: number, theme: Theme): void {
  const step = world.grid.steps.filter((metres) => metres * fit.scale >= 26 * ratio).at(-1);
  if (step === undefined) return;
  context.strokeStyle = INK[theme].grid;
  context.lineWidth = ratio;
  context.beginPath();
  const offset = (start: number): number => (((start / fit.scale) % step) + step) % step;
  for (let x = offset(fit.left) * fit.scale; x < width; x += step * fit.scale) {
    context.moveTo(Math.round(x) + 0.5, 0);
    context.lineTo(Math.round(x) + 0.5, height);
  }
  for (let y = offset(fit.top) * fit.scale; y < height; y += step * fit.scale) {
    context.moveTo(0, Math.round(y) + 0.5);
    context.lineTo(width, Math.round(y) + 0.5);
  }
  context.stroke();
}

function drawTraces(context: Context, { traces }: PicturePlan, subject: PictureSubject, fit: Fit, ratio: number, theme: Theme): void {
  // A hundred lines must not become a blot.
  const thin = traces.length > 120;
  const ordered = traces.toSorted((a, b) => (subject.weight[a.entity] ?? 0) - (subject.weight[b.entity] ?? 0));
  for (const { entity, points } of ordered) {
    const weight = subject.weight[entity] ?? 0;
    const colour = subject.teams[subject.team[entity] ?? 0] ?? 'none';
    context.strokeStyle = weight === WEIGHT.disc ? INK[theme].disc : TEAM_HEX[theme][colour];
    context.globalAlpha = weight === WEIGHT.disc ? 0.3 : weight === WEIGHT.crowd ? (thin ? 0.45 : 0.6) : 0.85;
    context.lineWidth = (weight === WEIGHT.person ? 1.3 : 1) * ratio;
    context.beginPath();
    let down = false;
    for (let i = 0; i < points.length; i += 2) {
      const x = points[i] ?? Number.NaN;
      if (Number.isNaN(x)) {
        down = false;
        continue;
      }
      const [px, py] = project(fit, x, points[i + 1] ?? 0);
      if (down) context.lineTo(px, py);
      else context.moveTo(px, py);
      down = true;
    }
    context.stroke();
  }
  context.globalAlpha = 1;
}

function drawDeaths(context: Context, { deaths }: PicturePlan, fit: Fit, ratio: number, theme: Theme): void {
  const every = Math.max(1, Math.ceil(deaths.length / 2 / MOST_DEATHS));
  const arm = 2.4 * ratio;
  context.strokeStyle = INK[theme].death;
  context.lineWidth = 1.4 * ratio;
  context.beginPath();
  for (let i = 0; i < deaths.length; i += 2 * every) {
    const [x, y] = project(fit, deaths[i] ?? 0, deaths[i + 1] ?? 0);
    context.moveTo(x - arm, y - arm);
    context.lineTo(x + arm, y + arm);
    context.moveTo(x + arm, y - arm);
    context.lineTo(x - arm, y + arm);
  }
  context.stroke();
}
