/** The disc in flight: a line from where it was thrown, an arrow the way it is going, and how fast. */
import type * as THREE from 'three';
import type { DiscProfile, WorldProfile } from '../../../shared/games/profile.ts';
import { formatDecimal } from '../../ui/format.ts';
import type { Playback } from '../playback/types.ts';
import { toPlace } from './axes.ts';
import type { Callouts } from './callouts.ts';
import { SHAPE_DISC, SHAPE_NONE } from './entity-picture.ts';
import { currentThrow, secondsWithin } from './flight.ts';
import { LineBatch, type ScreenUniforms } from './line-batch.ts';
import type { Palette } from './palette.ts';
import type { SceneFrame } from './scene.ts';

/** A slower disc is adrift: no arrow says anything about it, m/s. */
const SLOWEST = 2.5;
/** The arrow reaches to where the disc will be so much later, seconds. */
const AHEAD = 0.6;
/** A throw is forgotten after so long, ms. */
const LONGEST = 4000;
/** Length of the arrow's barbs, metres. */
const BARB = 0.55;

export class FlightLayer {
  readonly object: THREE.Object3D;
  readonly #lines: LineBatch;
  readonly #playback: Playback;
  readonly #palette: Palette;
  readonly #disc: DiscProfile | null;
  readonly #hull: WorldProfile['boxes'][number] | undefined;
  readonly #at = new Float32Array(3);
  readonly #velocity = new Float32Array(3);
  /** By tenths of m/s, made once each. */
  readonly #speeds = new Map<number, string>();

  constructor(uniforms: ScreenUniforms, playback: Playback, palette: Palette) {
    const { profile } = playback.session;
    this.#lines = new LineBatch(uniforms, 16, 24);
    this.object = this.#lines.object;
    this.#playback = playback;
    this.#palette = palette;
    this.#disc = profile.disc;
    this.#hull = profile.world.boxes.find((box) => box.role === 'hull');
  }

  update(frame: SceneFrame, callouts: Callouts): void {
    this.#lines.clear();
    if (this.#disc !== null && frame.view.layers.shots) this.#draw(frame, this.#disc, callouts);
    this.#lines.commit();
  }

  #draw(frame: SceneFrame, disc: DiscProfile, callouts: Callouts): void {
    const { entities } = frame;
    let i = 1;
    while (i < entities.count && entities.shape[i] !== SHAPE_DISC) i++;
    if (i === entities.count || !this.#playback.detail(i, disc.velocity, this.#velocity) || this.#isHeld(frame, disc)) return;
    const at = this.#at;
    const velocity = this.#velocity;
    for (let n = 0; n < 3; n++) at[n] = entities.place[i * 3 + n] as number;
    toPlace(this.#playback.session.info.space, velocity);
    const speed = Math.hypot(velocity[0] as number, velocity[1] as number, velocity[2] as number);
    if (!(speed >= SLOWEST)) return;
    this.#fromThrow(frame.t);
    const seconds = this.#hull === undefined ? AHEAD : secondsWithin(this.#hull, at, velocity, AHEAD);
    if (seconds * speed > 2 * BARB) this.#arrow(frame, seconds, speed);
    callouts.add(at[0] as number, at[1] as number, at[2] as number, this.#words(speed));
  }

  /** In somebody's hand it flies with them. */
  #isHeld({ entities, state }: SceneFrame, { held }: DiscProfile): boolean {
    for (let i = 1; i < entities.count; i++) {
      if (entities.isPerson[i] === 0 || state.exists[i] === 0 || entities.shape[i] === SHAPE_NONE) continue;
      for (let n = 0; n < held.channels.length; n++) if (this.#playback.value(i, held.channels[n] ?? '') === held.word) return true;
    }
    return false;
  }

  #fromThrow(t: number): void {
    const { events } = this.#playback.session;
    const seq = currentThrow(events, t, LONGEST);
    const from = seq * 3;
    if (seq < 0 || !Number.isFinite(events.position[from])) return;
    this.#lines.add(
      events.position[from] as number,
      events.position[from + 1] as number,
      events.position[from + 2] as number,
      this.#at[0] as number,
      this.#at[1] as number,
      this.#at[2] as number,
      this.#palette.t1,
      0.12,
      0.6,
      1.2,
      2,
      0,
      0,
    );
  }

  /** Dashed, with two barbs that lie open to the camera. */
  #arrow({ camera }: SceneFrame, seconds: number, speed: number): void {
    const { t1 } = this.#palette;
    const x = this.#at[0] as number;
    const y = this.#at[1] as number;
    const z = this.#at[2] as number;
    const dx = (this.#velocity[0] as number) / speed;
    const dy = (this.#velocity[1] as number) / speed;
    const dz = (this.#velocity[2] as number) / speed;
    const length = seconds * speed;
    const tx = x + dx * length;
    const ty = y + dy * length;
    const tz = z + dz * length;
    this.#lines.add(x, y, z, tx, ty, tz, t1, 0.95, 0.75, 1.8, 1.8, 5, 4);
    // Across the flight and across the view.
    const vx = camera.position.x - tx;
    const vy = camera.position.y - ty;
    const vz = camera.position.z - tz;
    const sx = dy * vz - dz * vy;
    const sy = dz * vx - dx * vz;
    const sz = dx * vy - dy * vx;
    const side = Math.hypot(sx, sy, sz);
    if (side < 1e-6) return;
    const open = (BARB * 0.5) / side;
    for (let sign = -1; sign <= 1; sign += 2)
      this.#lines.add(
        tx,
        ty,
        tz,
        tx - dx * BARB + sx * open * sign,
        ty - dy * BARB + sy * open * sign,
        tz - dz * BARB + sz * open * sign,
        t1,
        0.95,
        0.95,
        1.8,
        1.8,
        0,
        0,
      );
  }

  #words(speed: number): string {
    const tenths = Math.round(speed * 10);
    let words = this.#speeds.get(tenths);
    if (words === undefined) this.#speeds.set(tenths, (words = `${formatDecimal(tenths / 10, 1)} m/s`));
    return words;
  }

  dispose(): void {
    this.#lines.dispose();
  }
}
