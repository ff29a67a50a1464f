/** Where the camera stands for a cut of a session that is being recorded: beside those whom it is on, as they are now, on a side from which they are seen. */
import type { EntityKind } from '../../../shared/session/model.ts';
import type { FrameState } from '../../../shared/session/sampler.ts';
import { frameAction, type Framing } from '../stage/camera-framing.ts';
import { sphereDistance, type Style } from './cameras.ts';
import type { Cut, Pose } from './cut-list.ts';
import { direction, plus, sphere, type Vector } from './geometry.ts';
import { FROM_WALL, LOWEST_EYE, type Sight } from './sight.ts';

const RISE = 0.42;
const ARENA_RISE = 0.25;
const SIDES = 8;
/** From one cut to the next the side is another one, radians. */
const TURN = 2.4;
const SMALLEST_ACTION = 25;

export interface LiveSubject {
  /** By EntityId; grow with the session. */
  readonly kinds: readonly EntityKind[];
  readonly middles: ArrayLike<number>;
  /** The recording says no heights. */
  readonly flat: boolean;
}

export class LiveShot {
  readonly #sight: Sight;
  readonly #style: Style;
  /** Of the cut that is on: since when, from which side, and what it frames when it is on nobody. */
  #of = Number.NaN;
  #side: Vector = [0, 0, 1];
  readonly #framed: Framing = { x: 0, y: 0, z: 0, radius: 0 };

  constructor(sight: Sight, style: Style) {
    this.#sight = sight;
    this.#style = style;
  }

  /** Writes the pose of the moment of `state`; false while nobody is there to look at. */
  poseAt(cut: Cut, state: FrameState, subject: LiveSubject, out: Pose): boolean {
    const isNew = this.#of !== cut.from;
    const points = cut.subjects.map((entity) => this.#pointOf(entity, state, subject)).filter((point) => point !== null);
    if (points.length === 0 && !(isNew ? this.#frameAll(state, subject) : this.#framed.radius > 0)) return false;
    const { x, y, z, radius: around } = this.#framed;
    const { middle, radius } = points.length === 0 ? { middle: [x, y, z] as Vector, radius: around } : sphere(points);
    const away = Math.max(this.#style.near, sphereDistance(radius, this.#style.fov));
    if (isNew) {
      this.#side = this.#freest(middle, away, cut);
      this.#of = cut.from;
    }
    const eye = this.#standing(middle, this.#side, away);
    [out.eyeX, out.eyeY, out.eyeZ] = eye;
    [out.x, out.y, out.z] = middle;
    return true;
  }

  /** The middle of one who is there, or of what it sits in. */
  #pointOf(entity: number, { exists, position, parent }: FrameState, { kinds, middles, flat }: LiveSubject): Vector | null {
    if (exists[entity] !== 1) return null;
    const aboard = parent[entity] as number;
    const shown = aboard > 0 && kinds[aboard] === 'vehicle' && exists[aboard] === 1 ? aboard : entity;
    const [x, y, z] = [0, 1, 2].map((axis) => position[shown * 3 + axis] as number) as Vector;
    if (!Number.isFinite(x + z)) return null;
    const ground = this.#sight.ground(x, z);
    const foot = (flat || !Number.isFinite(y)) && Number.isFinite(ground) ? ground : y;
    return [x, (Number.isFinite(foot) ? foot : 0) + (middles[shown] ?? 0), z];
  }

  #frameAll({ exists, position, human, team }: FrameState, { kinds }: LiveSubject): boolean {
    const drawn = Uint8Array.from(kinds, (kind, i) =>
      (kind === 'player' || kind === 'ai') && exists[i] === 1 && Number.isFinite(position[i * 3]) ? 1 : 0,
    );
    return frameAction(position, drawn, human, team, kinds.length, SMALLEST_ACTION, this.#framed);
  }

  /** The first side, from that of the cut's own on, from which nothing is in the way; else the freest. */
  #freest(middle: Vector, away: number, { from }: Cut): Vector {
    const rise = this.#style.isArena ? ARENA_RISE : RISE;
    const first = ((from / 1000) * TURN) % (2 * Math.PI);
    let best = direction(first, rise);
    let most = -1;
    for (let n = 0; n < SIDES && most < 1; n++) {
      const side = direction(first + (n * 2 * Math.PI) / SIDES, rise);
      const eye = plus(middle, side, away);
      const share = this.#sight.isFree(...eye) ? this.#sight.reach(...middle, ...eye, Infinity) : 0;
      if (share <= most) continue;
      most = share;
      best = side;
    }
    return best;
  }

  /** So far away, or as far as the world lets it. */
  #standing(middle: Vector, side: Vector, away: number): Vector {
    const share = this.#sight.reach(...middle, ...plus(middle, side, away), Infinity);
    let far = share >= 1 ? away : Math.max(0.5, share * away - FROM_WALL);
    // Out of the walls of an arena, which are not in the way of a look.
    while (this.#style.isArena && far > 1 && !this.#sight.isFree(...plus(middle, side, far))) far *= 0.85;
    const eye = plus(middle, side, far);
    eye[1] = Math.max(eye[1], this.#sight.ground(eye[0], eye[2]) + LOWEST_EYE);
    return eye;
  }
}
