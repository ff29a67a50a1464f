/**
 * Finds room for labels: eight positions around a glyph are tried, else the label is dropped. Labels are offered in order of priority, so the more important one keeps its place.
 * A label that stands stays where it is as long as that place is free; one that was dropped or moved waits HYSTERESIS_MS before it changes again, so that none flickers.
 * Pure apart from what it remembers between frames; nothing is allocated per frame.
 */

export const HYSTERESIS_MS = 300;
export const MOST_LABELS = 40;
/** Room between glyph and label, CSS pixels. */
const GAP = 5;
const MOST_BOXES = 192;
const HIDDEN = -1;
/** Direction of each position: right, left, above, below, then the corners. */
const TRY_X = [1, -1, 0, 0, 1, 1, -1, -1] as const;
const TRY_Y = [0, 0, -1, 1, -1, 1, -1, 1] as const;

export class LabelPlacer {
  /** Where the last `place` that answered true put the label: left and top, CSS pixels. */
  x = 0;
  y = 0;
  /** Labels placed since `begin`. */
  placed = 0;
  /** Set when a label waits for its hysteresis: the picture changes without any other cause. */
  waiting = false;

  readonly #slot: Int8Array;
  readonly #since: Float64Array;
  /** Frame in which the label was last offered: one that was not offered at all starts afresh. */
  readonly #offered: Int32Array;
  readonly #left = new Float32Array(MOST_BOXES);
  readonly #top = new Float32Array(MOST_BOXES);
  readonly #right = new Float32Array(MOST_BOXES);
  readonly #bottom = new Float32Array(MOST_BOXES);
  #boxes = 0;
  #frame = 1;
  #now = 0;
  #width = 0;
  #height = 0;

  /** Ids are 0 … count - 1. */
  constructor(count: number) {
    this.#slot = new Int8Array(count).fill(HIDDEN);
    this.#since = new Float64Array(count).fill(-Infinity);
    this.#offered = new Int32Array(count);
  }

  /** Starts a frame on a stage of width x height CSS pixels at `now` (ms of real time). */
  begin(width: number, height: number, now: number): void {
    this.#boxes = 0;
    this.#frame++;
    this.#now = now;
    this.#width = width;
    this.#height = height;
    this.placed = 0;
    this.waiting = false;
  }

  /** Keeps labels out of a rectangle. */
  reserve(left: number, top: number, width: number, height: number): void {
    if (this.#boxes === MOST_BOXES) return;
    const i = this.#boxes++;
    this.#left[i] = left;
    this.#top[i] = top;
    this.#right[i] = left + width;
    this.#bottom[i] = top + height;
  }

  isFree(left: number, top: number, width: number, height: number): boolean {
    if (left < 0 || top < 0 || left + width > this.#width || top + height > this.#height) return false;
    for (let i = 0; i < this.#boxes; i++) {
      if (
        left < (this.#right[i] as number) &&
        left + width > (this.#left[i] as number) &&
        top < (this.#bottom[i] as number) &&
        top + height > (this.#top[i] as number)
      )
        return false;
    }
    return true;
  }

  /** True when the label stood in the frame before. */
  isShown(id: number): boolean {
    return this.#slot[id] !== HIDDEN && (this.#offered[id] as number) >= this.#frame - 1;
  }

  /** Offers label `id` of width x height for a glyph of `radius` at x, y. `always`: shown at once, over others if it must (the chosen one). */
  place(id: number, x: number, y: number, radius: number, width: number, height: number, always: boolean): boolean {
    if (this.placed === MOST_LABELS && !always) return false;
    if ((this.#offered[id] as number) < this.#frame - 1) {
      this.#slot[id] = HIDDEN;
      this.#since[id] = -Infinity;
    }
    this.#offered[id] = this.#frame;
    const slot = this.#slot[id] as number;
    if (slot !== HIDDEN && this.#fits(slot, x, y, radius, width, height)) return this.#put(width, height);
    const settled = this.#now - (this.#since[id] as number) >= HYSTERESIS_MS;
    if (settled || always) {
      for (let next = 0; next < TRY_X.length; next++) {
        if (next === slot || !this.#fits(next, x, y, radius, width, height)) continue;
        this.#change(id, next);
        return this.#put(width, height);
      }
      if (always) {
        this.#at(slot === HIDDEN ? 0 : slot, x, y, radius, width, height);
        if (slot === HIDDEN) this.#change(id, 0);
        return this.#put(width, height);
      }
    } else this.waiting = true;
    if (slot !== HIDDEN) {
      this.#change(id, HIDDEN);
      this.waiting = true;
    }
    return false;
  }

  #at(slot: number, x: number, y: number, radius: number, width: number, height: number): void {
    const dx = TRY_X[slot] as number;
    const dy = TRY_Y[slot] as number;
    const reach = radius + GAP;
    const diagonal = dx !== 0 && dy !== 0 ? reach * 0.75 : reach;
    this.x = x + dx * diagonal + (dx - 1) * 0.5 * width;
    this.y = y + dy * diagonal + (dy - 1) * 0.5 * height;
  }

  #fits(slot: number, x: number, y: number, radius: number, width: number, height: number): boolean {
    this.#at(slot, x, y, radius, width, height);
    return this.isFree(this.x, this.y, width, height);
  }

  #put(width: number, height: number): true {
    this.reserve(this.x, this.y, width, height);
    this.placed++;
    return true;
  }

  #change(id: number, slot: number): void {
    this.#slot[id] = slot;
    this.#since[id] = this.#now;
  }
}
