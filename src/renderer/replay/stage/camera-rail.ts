/** A camera on a rail beside a long arena: where it stands and what it looks at, taking up what it lags behind little by little. Pure arithmetic. */
import type { CameraRail } from '../../../shared/games/profile.ts';

/** Farther than this at once is another moment of the match, metres: the camera cuts. */
const CUT = 15;
/** Nearer than this it has arrived, metres. */
const ARRIVED = 0.02;

export class RailCamera {
  readonly eye = { x: 0, y: 0, z: 0 };
  readonly target = { x: 0, y: 0, z: 0 };
  #rail: CameraRail | null = null;
  #isPlaced = false;
  /** Where the subject was last. */
  #x = 0;
  #y = 0;
  #z = 0;

  /** Stands in the middle until there is something to follow, and cuts to it. */
  begin(rail: CameraRail): void {
    this.#rail = rail;
    this.follow(0, 0, 0, Infinity);
    this.#isPlaced = false;
  }

  /** Follows a subject at x, y, z for so many seconds; true while it still lags behind. */
  follow(x: number, y: number, z: number, seconds: number): boolean {
    const rail = this.#rail;
    if (rail === null) return false;
    const { eye, target } = this;
    const jumped = !this.#isPlaced || Math.hypot(x - this.#x, y - this.#y, z - this.#z) > CUT;
    this.#x = x;
    this.#y = y;
    this.#z = z;
    this.#isPlaced = true;
    const along = Math.min(rail.reach, Math.max(-rail.reach, z));
    const side = Math.sign(rail.across) || 1;
    const across = side * Math.min(side * x, side * rail.across - rail.nearest);
    const share = jumped ? 1 : 1 - Math.exp(-rail.pace * seconds);
    // The height belongs to the place on the rail, so that the eye never leaves it.
    eye.x = rail.across;
    eye.z += (along - eye.z) * share;
    eye.y = rail.rise * eye.z * eye.z;
    // It turns faster than it slides: what is followed stays in the picture.
    const turn = jumped ? 1 : 1 - Math.exp(-2.4 * rail.pace * seconds);
    target.x += (across - target.x) * turn;
    target.y += (y - target.y) * turn;
    target.z += (z - target.z) * turn;
    return Math.abs(along - eye.z) > ARRIVED || Math.hypot(across - target.x, y - target.y, z - target.z) > ARRIVED;
  }
}
