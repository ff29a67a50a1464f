/**
 * Points from samples: everybody who is there and not dead, at equal steps of time, with the time of a step and the way since the last one. The stage's own sampler
 * says where they are, so gaps and interpolation are the same as in the picture. Tells events about their people on the way.
 */
import type { Chunk } from '../../shared/session/chunk.ts';
import { CHANNEL, LIFE } from '../../shared/session/model.ts';
import { ChannelCursor, createFrameState, FrameSampler, type FrameState } from '../../shared/session/sampler.ts';
import type { EventPeople } from './event-points.ts';
import { HeatKeys, PointColumns, type HeatPoints } from './heat-points.ts';
import { statesOf, type HeatEvents, type HeatSubject } from './heat-subject.ts';

const DEAD = LIFE.indexOf('dead');
const LEAST_STEP_MS = 100;
/** Memory: a long session with many people is sampled more seldom. */
const MOST_POINTS = 6_000_000;
/** Nothing goes faster, m/s: a further way is a respawn that was not recorded as one. */
const FASTEST = 500;

/** ms between two looks at everybody. */
function stepOf({ info, entityKinds }: HeatSubject): number {
  const moving = entityKinds.filter((kind) => isCounted(kind)).length;
  const least = Math.max(LEAST_STEP_MS, info.framePeriodMs);
  return Math.ceil(Math.max(least, (info.durationMs * moving) / MOST_POINTS));
}

function isCounted(kind: string | undefined): boolean {
  return kind === 'player' || kind === 'ai' || kind === 'vehicle' || kind === 'disc';
}

export class DwellSampler {
  readonly #subject: HeatSubject;
  readonly #step: number;
  readonly #points = new PointColumns(4096);
  /** mm */
  #way = new Uint32Array(4096);
  #rows = new Uint32Array(0);
  readonly #keys = new HeatKeys();
  readonly #sampler: FrameSampler;
  readonly #state: FrameState;
  readonly #segment = new ChannelCursor();
  readonly #role = new ChannelCursor();
  readonly #states: readonly ChannelCursor[];
  readonly #segments: Int32Array;
  readonly #roles: Int32Array;
  readonly #flags: Int32Array;
  readonly #scratch: Int32Array;
  readonly #lastPlace: Float32Array;
  readonly #lastSegment: Int32Array;
  /** By EntityId: the key of its last point, and what it was made of. */
  readonly #lastKey: Int32Array;
  readonly #lastParts: Int32Array;
  #waiting: Chunk | null = null;
  #t = 0;

  constructor(subject: HeatSubject) {
    this.#subject = subject;
    this.#step = stepOf(subject);
    const { info, strings, teams, entityKinds } = subject;
    const room = entityKinds.length;
    this.#sampler = new FrameSampler(info, strings, teams);
    this.#state = createFrameState(room);
    const channel = (name: string): number => info.channels.find((def) => def.name === name && def.layer === 0)?.id ?? -1;
    this.#segment.channel = channel(CHANNEL.segment);
    this.#role.channel = channel(CHANNEL.role);
    this.#states = statesOf(subject.kinds).map((name) => {
      const cursor = new ChannelCursor();
      cursor.channel = channel(name);
      return cursor;
    });
    this.#segments = new Int32Array(room);
    this.#roles = new Int32Array(room);
    this.#flags = new Int32Array(room);
    this.#scratch = new Int32Array(room);
    this.#lastPlace = new Float32Array(room * 3).fill(Number.NaN);
    this.#lastSegment = new Int32Array(room);
    this.#lastKey = new Int32Array(room).fill(-1);
    this.#lastParts = new Int32Array(room * 3);
  }

  /** Chunks of layer 0 in order. The last one is looked at when the next one comes, which knows where everybody goes. */
  feed(chunk: Chunk, events: HeatEvents, people: EventPeople): void {
    if (this.#waiting !== null) this.#sample(this.#waiting, chunk, events, people);
    this.#waiting = chunk;
  }

  end(events: HeatEvents, people: EventPeople): void {
    if (this.#waiting !== null) this.#sample(this.#waiting, null, events, people);
    this.#waiting = null;
  }

  /** All that there is so far. */
  points(amount: 'seconds' | 'metres'): HeatPoints {
    const { count, t, place, key, range } = this.#points;
    return {
      count,
      row: this.#rowsOf(count),
      t: t.subarray(0, count),
      place: place.subarray(0, count * 3),
      key: key.subarray(0, count),
      keys: this.#keys.list,
      ...(amount === 'seconds' ? { amount: null, unit: this.#step / 1000 } : { amount: this.#way.subarray(0, count), unit: 0.001 }),
      range,
      areEvents: false,
    };
  }

  /** Each point has its own. */
  #rowsOf(count: number): Uint32Array {
    if (this.#rows.length < count) this.#rows = Uint32Array.from({ length: this.#points.t.length }, (_, i) => i);
    return this.#rows.subarray(0, count);
  }

  #sample(chunk: Chunk, next: Chunk | null, events: HeatEvents, people: EventPeople): void {
    const cursors = [this.#segment, this.#role, ...this.#states];
    for (const cursor of cursors) cursor.bind(chunk);
    const end = Math.min(chunk.t1, this.#subject.info.durationMs + 1);
    this.#t = Math.max(this.#t, Math.ceil(chunk.t0 / this.#step) * this.#step);
    for (; this.#t < end; this.#t += this.#step) {
      this.#sampler.sample(chunk, next, this.#t, this.#state);
      for (const cursor of cursors) cursor.seek(this.#t);
      this.#segment.copy(this.#segments);
      this.#role.copy(this.#roles);
      this.#flags.fill(0);
      for (const [bit, cursor] of this.#states.entries()) {
        cursor.copy(this.#scratch);
        for (let i = 0; i < this.#scratch.length; i++) if (this.#scratch[i] !== 0) this.#flags[i] = (this.#flags[i] as number) | (1 << bit);
      }
      this.#add();
      this.#tell(events, people);
    }
  }

  #add(): void {
    const { exists, position, life, parent, team } = this.#state;
    const { entityKinds } = this.#subject;
    const furthest = (FASTEST * this.#step) / 1000;
    for (let i = 1; i < entityKinds.length; i++) {
      if (exists[i] !== 1 || !isCounted(entityKinds[i])) {
        this.#lastSegment[i] = 0;
        continue;
      }
      // Who sits in something is where that is.
      const aboard = parent[i] as number;
      const from = aboard > 0 && exists[aboard] === 1 && Number.isFinite(position[aboard * 3]) ? aboard * 3 : i * 3;
      const x = position[from] as number;
      const y = position[from + 1] as number;
      const z = position[from + 2] as number;
      if (!Number.isFinite(x) || !Number.isFinite(z) || life[i] === DEAD) {
        this.#lastSegment[i] = 0;
        continue;
      }
      const at = i * 3;
      const segment = this.#segments[i] as number;
      const way =
        this.#lastSegment[i] === segment && segment !== 0
          ? Math.hypot(
              x - (this.#lastPlace[at] as number),
              y - (this.#lastPlace[at + 1] as number),
              z - (this.#lastPlace[at + 2] as number),
            )
          : 0;
      this.#lastSegment[i] = segment;
      this.#lastPlace[at] = x;
      this.#lastPlace[at + 1] = y;
      this.#lastPlace[at + 2] = z;
      this.#points.add(this.#t, x, y, z, this.#keyOf(i, team[i] as number));
      const n = this.#points.count - 1;
      if (n >= this.#way.length) this.#growWay();
      this.#way[n] = way <= furthest ? Math.round(way * 1000) : 0;
    }
  }

  /** Nearly always that of the moment before. */
  #keyOf(entity: number, team: number): number {
    const role = this.#roles[entity] as number;
    const states = this.#flags[entity] as number;
    const parts = this.#lastParts;
    const at = entity * 3;
    const known = this.#lastKey[entity] as number;
    if (known >= 0 && parts[at] === team && parts[at + 1] === role && parts[at + 2] === states) return known;
    parts[at] = team;
    parts[at + 1] = role;
    parts[at + 2] = states;
    return (this.#lastKey[entity] = this.#keys.of(entity, team, role, 0, states));
  }

  #growWay(): void {
    const way = this.#way;
    this.#way = new Uint32Array(way.length * 2);
    this.#way.set(way);
  }

  /** Events since the last step: their people are as they are now, at most half a step away. */
  #tell(events: HeatEvents, people: EventPeople): void {
    const until = this.#t + this.#step / 2;
    for (; people.known < events.count && (events.t[people.known] as number) < until; people.known++) {
      const i = people.known;
      const actor = events.actor[i] as number;
      const target = events.target[i] as number;
      const { team, position, exists } = this.#state;
      if (actor > 0) {
        if ((team[actor] ?? -1) >= 0) people.actorTeam[i] = team[actor] as number;
        people.actorRole[i] = this.#roles[actor] ?? 0;
        const aboard = this.#state.parent[actor] ?? 0;
        const from = aboard > 0 && exists[aboard] === 1 ? aboard * 3 : actor * 3;
        for (let axis = 0; axis < 3; axis++) people.actorPlace[i * 3 + axis] = position[from + axis] ?? Number.NaN;
      }
      if (target > 0) {
        if ((team[target] ?? -1) >= 0) people.targetTeam[i] = team[target] as number;
        people.targetRole[i] = this.#roles[target] ?? 0;
      }
    }
  }
}
