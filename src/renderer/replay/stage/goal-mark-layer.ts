/** Where goals went in so far: a diamond in the goal's plane for each, in the scorer's colour; the newest is the brightest. */
import type * as THREE from 'three';
import type { WorldProfile } from '../../../shared/games/profile.ts';
import { eventCode } from '../../../shared/session/event-types.ts';
import type { LoadedSession, Playback } from '../playback/types.ts';
import { GOAL_MARK, markAt } from './goal-marks.ts';
import { LineBatch, type ScreenUniforms } from './line-batch.ts';
import { colour, type Colour, type Palette } from './palette.ts';
import type { SceneFrame } from './scene.ts';

const GOAL = eventCode('goal');
/** Older goals fade, down to this share. */
const OLDEST = 0.3;
const NEWEST_MS = 8000;

type Ring = WorldProfile['rings'][number];

interface Mark {
  readonly t: number;
  readonly at: readonly [number, number, number];
  readonly axis: Ring['axis'];
  readonly tint: Colour;
}

export class GoalMarkLayer {
  readonly object: THREE.Object3D;
  readonly #lines: LineBatch;
  readonly #playback: Playback;
  readonly #dark = colour(9, 11, 13);
  readonly #goals: WorldProfile['rings'];
  #marks: Mark[] = [];
  readonly #palette: Palette;
  /** What the marks were made from: a live session goes on getting more. */
  #read: LoadedSession['events'] | null = null;
  /** What is drawn now: how many, and whether the newest is fresh. */
  #shown = -1;
  #isFresh = false;

  constructor(uniforms: ScreenUniforms, playback: Playback, palette: Palette) {
    this.#lines = new LineBatch(uniforms, 64, 16);
    this.object = this.#lines.object;
    this.#playback = playback;
    this.#palette = palette;
    this.#goals = playback.session.profile.world.rings.filter(({ role }) => role === 'goal');
  }

  update({ t, view }: SceneFrame): void {
    this.#readEvents();
    let shown = 0;
    if (view.layers.markers) while (shown < this.#marks.length && (this.#marks[shown]?.t ?? Infinity) <= t) shown++;
    const newest = this.#marks[shown - 1];
    const isFresh = newest !== undefined && t - newest.t < NEWEST_MS;
    if (shown === this.#shown && isFresh === this.#isFresh) return;
    this.#shown = shown;
    this.#isFresh = isFresh;
    this.#lines.clear();
    for (let n = 0; n < shown; n++) {
      const mark = this.#marks[n];
      if (mark === undefined) continue;
      const { tint } = mark;
      const alpha = n === shown - 1 ? 1 : OLDEST + ((1 - OLDEST) * 0.6 * n) / shown;
      const width = n === shown - 1 && isFresh ? 2.6 : 1.7;
      this.#diamond(mark.at, mark.axis, this.#dark, alpha * 0.8, width + 2.4);
      this.#diamond(mark.at, mark.axis, tint, alpha, width);
    }
    this.#lines.commit();
  }

  #readEvents(): void {
    const { events, entities, profile } = this.#playback.session;
    if (events === this.#read) return;
    this.#read = events;
    this.#marks = [];
    this.#shown = -1;
    for (let i = 0; i < events.count; i++) {
      if (events.type[i] !== GOAL) continue;
      const found = markAt(
        this.#goals,
        events.position[i * 3] as number,
        events.position[i * 3 + 1] as number,
        events.position[i * 3 + 2] as number,
      );
      if (found === null) continue;
      const team = entities[events.actor[i] as number]?.team;
      const scorer = profile.teams.find(({ id }) => id === team)?.colour;
      // Nobody named: it was the side that defends another goal.
      const other = this.#goals.find((goal) => goal !== found.goal)?.colour;
      const name = scorer ?? (other === undefined || other === 'line' ? 'none' : other);
      this.#marks.push({ t: events.t[i] as number, at: found.at, axis: found.goal.axis, tint: this.#palette.team[name] });
    }
  }

  #diamond([x, y, z]: readonly [number, number, number], axis: Ring['axis'], tint: Colour, alpha: number, width: number): void {
    for (let i = 0; i < 4; i++) {
      const a = (i * Math.PI) / 2;
      const b = ((i + 1) * Math.PI) / 2;
      const ca = Math.cos(a) * GOAL_MARK;
      const sa = Math.sin(a) * GOAL_MARK;
      const cb = Math.cos(b) * GOAL_MARK;
      const sb = Math.sin(b) * GOAL_MARK;
      if (axis === 'x') this.#lines.add(x, y + ca, z + sa, x, y + cb, z + sb, tint, alpha, alpha, width, width, 0, 0);
      else if (axis === 'y') this.#lines.add(x + ca, y, z + sa, x + cb, y, z + sb, tint, alpha, alpha, width, width, 0, 0);
      else this.#lines.add(x + ca, y + sa, z, x + cb, y + sb, z, tint, alpha, alpha, width, width, 0, 0);
    }
  }

  dispose(): void {
    this.#lines.dispose();
  }
}
