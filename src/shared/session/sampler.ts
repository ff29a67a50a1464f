/** The state at a moment: latest-at lookups, and the picture that the stage draws, with positions and headings interpolated between recorded frames. */
import type { Chunk, Column } from './chunk.ts';
import { CHANNEL, SESSION_ENTITY, type ChannelDef, type SessionInfo } from './model.ts';

const TURN = 2 * Math.PI;

/** Row of an entity within a column, -1 when it has no samples there. */
export function rowOf(column: Column, entity: number): number {
  const { entities } = column;
  let low = 0;
  let high = entities.length;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if ((entities[mid] as number) < entity) low = mid + 1;
    else high = mid;
  }
  return entities[low] === entity ? low : -1;
}

/** Last index in low … high - 1 with times[index] <= t; low - 1 when there is none. */
export function lastAtOrBefore(times: Int32Array, low: number, high: number, t: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const mid = (from + to) >>> 1;
    if ((times[mid] as number) <= t) from = mid + 1;
    else to = mid;
  }
  return from - 1;
}

/** Index of an entity's latest sample at or before t; -1 when it has none. Its numbers are values[index * width …]. */
export function latestIndex(column: Column, entity: number, t: number): number {
  const row = rowOf(column, entity);
  if (row < 0) return -1;
  const first = column.starts[row] as number;
  const index = lastAtOrBefore(column.times, first, column.starts[row + 1] as number, t);
  return index < first ? -1 : index;
}

/** The (first) number of a channel at t, in native units; null when unknown. */
export function latestValue(chunk: Chunk, channel: number, entity: number, t: number): number | null {
  const column = chunk.columns[channel];
  if (column === undefined) return null;
  const index = latestIndex(column, entity, t);
  return index < 0 ? null : (column.values[index * column.width] as number);
}

/** An angle within [0, 2 pi). */
export function wrapAngle(radians: number): number {
  const rest = radians % TURN;
  const wrapped = rest < 0 ? rest + TURN : rest;
  return wrapped >= TURN ? 0 : wrapped; // a tiny negative angle rounds up to a whole turn
}

/**
 * The picture at one moment, refilled in place for every animation frame; nothing here is allocated per frame. Arrays are indexed by EntityId; they may be
 * longer than there are entities, and are replaced by longer ones when a session grows.
 * Positions and headings are interpolated (never across a gap); everything else is latest-at.
 */
export interface FrameState {
  t: number;
  /** Set by the player while the chunk of t is not loaded: the arrays still hold the last good picture. */
  stale: boolean;
  exists: Uint8Array;
  /** Session metres, 3 per entity. NaN when an entity has no position; a coordinate that the source lacks is 0. */
  position: Float32Array;
  /** Radians clockwise from -Z seen from above; NaN when unknown. */
  heading: Float32Array;
  /** Index into LIFE. */
  life: Uint8Array;
  /** EntityId of the vehicle or carrier, 0 for none. */
  parent: Int32Array;
  /** Index into the teams that the sampler was given, -1 for none. */
  team: Int8Array;
  /** 1 while driven by a human. */
  human: Uint8Array;
}

/** `entityCount`: with the session's own entity 0. */
export function createFrameState(entityCount: number): FrameState {
  return {
    t: 0,
    stale: false,
    exists: new Uint8Array(entityCount),
    position: new Float32Array(entityCount * 3),
    heading: new Float32Array(entityCount),
    life: new Uint8Array(entityCount),
    parent: new Int32Array(entityCount),
    team: new Int8Array(entityCount),
    human: new Uint8Array(entityCount),
  };
}

/** Makes room for so many entities, doubling, so that a session that grows by one at a time seldom allocates. What was there stays. */
export function growFrameState(state: FrameState, entityCount: number): void {
  const before = state.exists.length;
  if (entityCount <= before) return;
  const larger = createFrameState(Math.max(entityCount, before * 2));
  larger.position.fill(Number.NaN);
  larger.heading.fill(Number.NaN);
  larger.team.fill(-1);
  larger.exists.set(state.exists);
  larger.position.set(state.position);
  larger.heading.set(state.heading);
  larger.life.set(state.life);
  larger.parent.set(state.parent);
  larger.team.set(state.team);
  larger.human.set(state.human);
  Object.assign(state, larger, { t: state.t, stale: state.stale });
}

const NOTHING: Column = {
  channel: -1,
  width: 1,
  entities: new Int32Array(0),
  starts: new Int32Array(1),
  times: new Int32Array(0),
  values: new Int32Array(0),
};

/** One channel of the bound chunk, with the place of the latest sample of every row, so that time passing moves each by a step or none. */
export class ChannelCursor {
  channel = -1;
  column: Column = NOTHING;
  /** Row by EntityId, -1 for none. */
  rows = new Int32Array(0);
  /** By row: index of the latest sample at t, starts[row] - 1 for none. */
  latest = new Int32Array(0);
  /** By row: how far, 0 to 1, it has moved from there to its following sample. An array, because a function that returns fractions would allocate them. */
  share = new Float64Array(0);
  next: Column = NOTHING;
  /** By EntityId: index of its first own sample in the next chunk, -1 for none. */
  following = new Int32Array(0);

  bind(chunk: Chunk): void {
    this.column = chunk.columns[this.channel] ?? NOTHING;
    const { entities, starts } = this.column;
    const count = (entities.at(-1) ?? -1) + 1;
    if (this.rows.length < count) this.rows = new Int32Array(count);
    if (this.latest.length < entities.length) {
      this.latest = new Int32Array(entities.length);
      this.share = new Float64Array(entities.length);
    }
    this.rows.fill(-1);
    for (let row = 0; row < entities.length; row++) {
      this.rows[entities[row] as number] = row;
      this.latest[row] = (starts[row] as number) - 1;
    }
  }

  bindNext(next: Chunk | null): void {
    this.next = next?.columns[this.channel] ?? NOTHING;
    const { entities, starts, times } = this.next;
    const count = (entities.at(-1) ?? -1) + 1;
    if (this.following.length < count) this.following = new Int32Array(count);
    this.following.fill(-1);
    for (let row = 0; row < entities.length; row++) {
      let index = starts[row] as number;
      // The state at the start of the chunk is the sample that we have already.
      if ((times[index] as number) < (next?.t0 ?? 0)) index++;
      if (index < (starts[row + 1] as number)) this.following[entities[row] as number] = index;
    }
  }

  /** Moves all rows to t. */
  seek(t: number): void {
    const { entities, starts, times } = this.column;
    const { latest } = this;
    for (let row = 0; row < entities.length; row++) {
      const index = latest[row] as number;
      const first = starts[row] as number;
      const end = starts[row + 1] as number;
      // Nearly always the same sample or the one beside it.
      if (index >= first && (times[index] as number) > t) {
        latest[row] = index - 1 < first || (times[index - 1] as number) <= t ? index - 1 : lastAtOrBefore(times, first, index - 1, t);
      } else if (index + 1 < end && (times[index + 1] as number) <= t) {
        latest[row] = index + 2 >= end || (times[index + 2] as number) > t ? index + 1 : lastAtOrBefore(times, index + 2, end, t);
      }
    }
  }

  /** Refills an array by EntityId with the latest values. */
  copy(out: Uint8Array | Int32Array): void {
    const { entities, starts, values } = this.column;
    out.fill(0);
    for (let row = 0; row < entities.length; row++) {
      const index = this.latest[row] as number;
      if (index >= (starts[row] as number)) out[entities[row] as number] = values[index] as number;
    }
  }
}

/**
 * Fills a FrameState for any t. Between the latest sample a and the following one b an entity stands at a until the recorded frame before b, and only then moves
 * to b: channels are change-only, so nothing was recorded because nothing changed. It never moves across a gap.
 * Cursors make playback in either direction cost a step per entity; a jump is a binary search.
 */
export class FrameSampler {
  #info: SessionInfo;
  readonly #strings: readonly string[];
  readonly #teams: readonly string[];
  /** By string index, as far as they were looked at: index into the teams. */
  #teamOfString = new Int8Array(0);
  #knownStrings = 0;
  readonly #segment = new ChannelCursor();
  readonly #position = new ChannelCursor();
  readonly #heading = new ChannelCursor();
  readonly #life = new ChannelCursor();
  readonly #parent = new ChannelCursor();
  readonly #team = new ChannelCursor();
  readonly #human = new ChannelCursor();
  readonly #cursors = [this.#segment, this.#position, this.#heading, this.#life, this.#parent, this.#team, this.#human];
  #headingScale = 1;
  #headingOffset = 0;
  #frameChannel = -1;
  #chunk: Chunk | null = null;
  #next: Chunk | null = null;
  #frames: Int32Array = NOTHING.times;
  #nextFrames: Int32Array = NOTHING.times;
  /** The last answer of #frameBefore, for entities recorded together ask for the same. */
  #askedFrame = -1;
  #frameBeforeAsked = -1;

  /** `strings`: may grow later. `teams`: the team words that FrameState.team counts. */
  constructor(info: SessionInfo, strings: readonly string[], teams: readonly string[]) {
    this.#info = info;
    this.#strings = strings;
    this.#teams = teams;
    this.describe(info);
  }

  /** A session that is being recorded may get further channels. */
  describe(info: SessionInfo): void {
    this.#info = info;
    const find = (name: string): ChannelDef | undefined => info.channels.find((def) => def.name === name);
    this.#segment.channel = find(CHANNEL.segment)?.id ?? -1;
    this.#position.channel = find(CHANNEL.position)?.id ?? -1;
    this.#heading.channel = find(CHANNEL.heading)?.id ?? -1;
    this.#life.channel = find(CHANNEL.life)?.id ?? -1;
    this.#parent.channel = find(CHANNEL.parent)?.id ?? -1;
    this.#team.channel = find(CHANNEL.team)?.id ?? -1;
    this.#human.channel = find(CHANNEL.human)?.id ?? -1;
    const toSession = find(CHANNEL.heading)?.toSession;
    this.#headingScale = toSession?.scale ?? 1;
    this.#headingOffset = toSession?.offset ?? 0;
    this.#frameChannel = find(CHANNEL.frame)?.id ?? -1;
    this.#chunk = null;
    this.#next = null;
  }

  /** `next`: the chunk after `chunk` when it is loaded; without it the last sample of `chunk` holds to its end. */
  sample(chunk: Chunk, next: Chunk | null | undefined, t: number, out: FrameState): void {
    if (chunk !== this.#chunk) this.#bind(chunk);
    if ((next ?? null) !== this.#next) this.#bindNext(next ?? null);
    for (const cursor of this.#cursors) cursor.seek(t);
    this.#fillShares(this.#position, t);
    this.#fillShares(this.#heading, t);
    out.t = t;
    this.#segment.copy(out.exists);
    for (let i = 0; i < out.exists.length; i++) if ((out.exists[i] as number) !== 0) out.exists[i] = 1;
    this.#fillPositions(out.position);
    this.#fillHeadings(out.heading);
    this.#life.copy(out.life);
    this.#parent.copy(out.parent);
    this.#human.copy(out.human);
    this.#fillTeams(out.team);
  }

  #bind(chunk: Chunk): void {
    this.#chunk = chunk;
    this.#learnTeams();
    this.#frames = framesOf(chunk, this.#frameChannel);
    for (const cursor of this.#cursors) cursor.bind(chunk);
    this.#bindNext(null);
  }

  /** The chunk may name strings that were added since the last one. */
  #learnTeams(): void {
    const count = this.#strings.length;
    if (count === this.#knownStrings) return;
    if (count > this.#teamOfString.length) {
      const larger = new Int8Array(Math.max(count, this.#teamOfString.length * 2));
      larger.set(this.#teamOfString);
      this.#teamOfString = larger;
    }
    for (; this.#knownStrings < count; this.#knownStrings++)
      this.#teamOfString[this.#knownStrings] = this.#teams.indexOf(this.#strings[this.#knownStrings] ?? '');
  }

  #bindNext(next: Chunk | null): void {
    this.#next = next;
    this.#nextFrames = next === null ? NOTHING.times : framesOf(next, this.#frameChannel);
    this.#askedFrame = -1;
    for (const cursor of this.#cursors) cursor.bindNext(next);
  }

  #fillPositions(out: Float32Array): void {
    const { axis, sign, metresPerUnit } = this.#info.space;
    const cursor = this.#position;
    const { column, next } = cursor;
    const { entities, starts, values, width } = column;
    out.fill(Number.NaN);
    for (let row = 0; row < entities.length; row++) {
      const a = cursor.latest[row] as number;
      if (a < (starts[row] as number)) continue;
      const share = cursor.share[row] as number;
      const inColumn = a + 1 < (starts[row + 1] as number);
      const to = inColumn ? values : next.values;
      const b = inColumn ? a + 1 : (cursor.following[entities[row] as number] as number);
      const at = (entities[row] as number) * 3;
      for (let i = 0; i < 3; i++) {
        const from = axis[i] as number;
        let native = present(values[a * width + from]);
        if (share > 0) native += (present(to[b * width + from]) - native) * share;
        out[at + i] = native * (sign[i] as number) * metresPerUnit;
      }
    }
  }

  #fillHeadings(out: Float32Array): void {
    const cursor = this.#heading;
    const { column, next } = cursor;
    const { entities, starts, values } = column;
    out.fill(Number.NaN);
    for (let row = 0; row < entities.length; row++) {
      const a = cursor.latest[row] as number;
      if (a < (starts[row] as number)) continue;
      const share = cursor.share[row] as number;
      let angle = (values[a] as number) * this.#headingScale + this.#headingOffset;
      if (share > 0) {
        const inColumn = a + 1 < (starts[row + 1] as number);
        const native = (inColumn ? values[a + 1] : next.values[cursor.following[entities[row] as number] as number]) as number;
        const turn = wrapAngle(native * this.#headingScale + this.#headingOffset - angle);
        if (!Number.isNaN(turn)) angle += (turn > Math.PI ? turn - TURN : turn) * share;
      }
      out[entities[row] as number] = wrapAngle(angle);
    }
  }

  #fillTeams(out: Int8Array): void {
    const { column, latest } = this.#team;
    const { entities, starts, values } = column;
    out.fill(-1);
    for (let row = 0; row < entities.length; row++) {
      const index = latest[row] as number;
      if (index >= (starts[row] as number)) out[entities[row] as number] = this.#teamOfString[values[index] as number] ?? -1;
    }
  }

  #fillShares(cursor: ChannelCursor, t: number): void {
    const { column, next, latest, following, share } = cursor;
    const { entities, starts, times } = column;
    for (let row = 0; row < entities.length; row++) {
      share[row] = 0;
      const a = latest[row] as number;
      if (a < (starts[row] as number)) continue;
      const entity = entities[row] as number;
      const b = a + 1 < (starts[row + 1] as number) ? -1 : (following[entity] ?? -1);
      if (b < 0 && a + 1 === starts[row + 1]) continue;
      this.moved(entity, times[a] as number, (b < 0 ? times[a + 1] : next.times[b]) as number, t, share, row);
    }
  }

  /**
   * How far, 0 to 1, an entity has moved at t from its sample of ta to the following one of tb, written to out[at]. For other channels than those of the picture;
   * t must be the moment that was sampled last.
   */
  moved(entity: number, ta: number, tb: number, t: number, out: Float64Array, at: number): void {
    const hold = Math.max(ta, this.#frameBefore(tb));
    out[at] = t > hold && tb - hold <= this.#info.maxInterpolateMs && !this.#hasGap(entity, ta, tb) ? (t - hold) / (tb - hold) : 0;
  }

  /** Whether an entity's existence changes after ta and not after tb, where t lies between. */
  #hasGap(entity: number, ta: number, tb: number): boolean {
    const { rows, latest, following, column, next } = this.#segment;
    const row = rows[entity] ?? -1;
    if (row >= 0) {
      const index = latest[row] as number;
      if (index >= (column.starts[row] as number) && (column.times[index] as number) > ta) return true;
      if (index + 1 < (column.starts[row + 1] as number)) return (column.times[index + 1] as number) <= tb;
    }
    const after = following[entity] ?? -1;
    return after >= 0 && (next.times[after] as number) <= tb;
  }

  /** ms of the last recorded frame before a moment; of the dawn of time when frames are not recorded. */
  #frameBefore(t: number): number {
    if (t === this.#askedFrame) return this.#frameBeforeAsked;
    let before = -1;
    if (this.#frameChannel < 0) {
      if (this.#info.framePeriodMs > 0) before = t - this.#info.framePeriodMs;
    } else {
      const next = lastAtOrBefore(this.#nextFrames, 0, this.#nextFrames.length, t - 1);
      const here = lastAtOrBefore(this.#frames, 0, this.#frames.length, t - 1);
      if (next >= 0) before = this.#nextFrames[next] as number;
      if (here >= 0) before = Math.max(before, this.#frames[here] as number);
    }
    this.#askedFrame = t;
    this.#frameBeforeAsked = before;
    return before;
  }
}

/** A coordinate that the source lacks lies at 0. */
function present(coordinate: number | undefined): number {
  return coordinate === undefined || Number.isNaN(coordinate) ? 0 : coordinate;
}

/** Change times of the session's `frame` channel. */
function framesOf(chunk: Chunk, frameChannel: number): Int32Array {
  const column = chunk.columns[frameChannel];
  const row = column === undefined ? -1 : rowOf(column, SESSION_ENTITY);
  return column === undefined || row < 0 ? NOTHING.times : column.times.subarray(column.starts[row], column.starts[row + 1]);
}
