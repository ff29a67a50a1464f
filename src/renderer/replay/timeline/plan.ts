/** A small plan from above of who is where, in team colours. */
import type { FrameState, LoadedSession } from '../playback/types.ts';
import type { TimelineTheme } from './theme.ts';

interface Bounds {
  readonly minX: number;
  readonly maxX: number;
  readonly minZ: number;
  readonly maxZ: number;
}

/** Room around the outermost entity, of the longer side and at least, m. */
const MARGIN = 0.08;
const LEAST_MARGIN = 8;
const DEAD = 3;

export function drawPlan(
  c: CanvasRenderingContext2D,
  session: LoadedSession,
  state: FrameState,
  theme: TimelineTheme,
  width: number,
  height: number,
): void {
  c.fillStyle = theme.bg;
  c.fillRect(0, 0, width, height);
  const bounds = arenaBounds(session) ?? entityBounds(session, state);
  if (bounds === null) return;
  const scale = Math.min(width / (bounds.maxX - bounds.minX), height / (bounds.maxZ - bounds.minZ));
  // A long arena lies across the picture.
  const turn = (bounds.maxZ - bounds.minZ) / (bounds.maxX - bounds.minX) > 1.5;
  const fit = turn ? Math.min(width / (bounds.maxZ - bounds.minZ), height / (bounds.maxX - bounds.minX)) : scale;
  const midX = (bounds.minX + bounds.maxX) / 2;
  const midZ = (bounds.minZ + bounds.maxZ) / 2;
  const toX = (x: number, z: number): number => width / 2 + (turn ? z - midZ : x - midX) * fit;
  const toY = (x: number, z: number): number => height / 2 + (turn ? midX - x : z - midZ) * fit;

  c.strokeStyle = theme.line2;
  c.lineWidth = 1;
  for (const box of session.profile.world.boxes) {
    const x0 = toX(box.min[0], box.min[2]);
    const y0 = toY(box.min[0], box.min[2]);
    const x1 = toX(box.max[0], box.max[2]);
    const y1 = toY(box.max[0], box.max[2]);
    c.strokeRect(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0));
  }
  const { teams } = session.profile;
  for (const entity of session.entities) {
    if (!shown(session, state, entity.id)) continue;
    const x = toX(state.position[entity.id * 3] as number, state.position[entity.id * 3 + 2] as number);
    const y = toY(state.position[entity.id * 3] as number, state.position[entity.id * 3 + 2] as number);
    const team = teams[state.team[entity.id] as number];
    const dead = state.life[entity.id] === DEAD;
    // Parked and wrecked things without a side are many, and are background here.
    c.globalAlpha = dead ? 0.4 : team === undefined && entity.kind === 'vehicle' ? 0.3 : 1;
    c.fillStyle = entity.kind === 'disc' ? theme.t1 : theme.team[team?.colour ?? 'none'];
    c.beginPath();
    c.arc(x, y, entity.kind === 'vehicle' ? 2.6 : dead ? 1.4 : 2.2, 0, Math.PI * 2);
    c.fill();
  }
  c.globalAlpha = 1;
}

function shown({ entities }: LoadedSession, state: FrameState, id: number): boolean {
  const kind = entities[id]?.kind;
  if (id === 0 || state.exists[id] !== 1 || kind === 'marker' || kind === 'projectile' || kind === 'object') return false;
  return Number.isFinite(state.position[id * 3]) && Number.isFinite(state.position[id * 3 + 2]);
}

function arenaBounds({ profile }: LoadedSession): Bounds | null {
  const hulls = profile.world.boxes.filter((box) => box.role === 'hull');
  if (profile.world.kind !== 'arena' || hulls.length === 0) return null;
  return {
    minX: Math.min(...hulls.map((box) => box.min[0])) - 1,
    maxX: Math.max(...hulls.map((box) => box.max[0])) + 1,
    minZ: Math.min(...hulls.map((box) => box.min[2])) - 1,
    maxZ: Math.max(...hulls.map((box) => box.max[2])) + 1,
  };
}

function entityBounds(session: LoadedSession, state: FrameState): Bounds | null {
  let minX = Infinity;
  let maxX = -Infinity;
  let minZ = Infinity;
  let maxZ = -Infinity;
  for (const entity of session.entities) {
    if (!shown(session, state, entity.id)) continue;
    const x = state.position[entity.id * 3] as number;
    const z = state.position[entity.id * 3 + 2] as number;
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minZ = Math.min(minZ, z);
    maxZ = Math.max(maxZ, z);
  }
  const margin = Math.max(LEAST_MARGIN, Math.max(maxX - minX, maxZ - minZ) * MARGIN);
  return minX > maxX ? null : { minX: minX - margin, maxX: maxX + margin, minZ: minZ - margin, maxZ: maxZ + margin };
}
