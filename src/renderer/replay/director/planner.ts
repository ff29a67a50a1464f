/**
 * Plans the cuts of a whole session: reads its events at once and its samples chunk by chunk, and composes each shot as soon as it was read. Pure and deterministic:
 * the same session and the same world give the same list. Memory holds two chunks and the people of one shot.
 */
import type { Chunk } from '../../../shared/session/chunk.ts';
import { EVENT_IMPORTANCE } from '../../../shared/session/event-types.ts';
import { LIFE } from '../../../shared/session/model.ts';
import type { EventTable } from '../playback/types.ts';
import { frameAction, type Framing } from '../stage/camera-framing.ts';
import { firstAtOrAfter } from '../stage/event-search.ts';
import type { Style } from './cameras.ts';
import { compose } from './compose.ts';
import { KEY, type Cut, type ShotKind } from './cut-list.ts';
import { AFTER_MS, BEFORE_MS, partition, type Moment } from './partition.ts';
import type { Sight } from './sight.ts';
import { MUST, SHOULD, type Task } from './task.ts';
import { holdAround, PictureReader, type DirectorSubject, type Track } from './tracks.ts';

export type DirectorEvents = Pick<EventTable, 'count' | 't' | 'type' | 'actor' | 'target' | 'position'>;

/** Between the moments at which a shot is composed, ms: where it matters whether somebody is seen all the time, and elsewhere. */
const STEP_MS = 125;
const QUIET_STEP_MS = 250;
/** Cameras follow the mean over so long before and after, ms. */
const SMOOTH_MS = 750;
/** Somebody of a moment is in the picture so much longer, as a rule, ms. */
const AROUND_MS = 2_000;
/** Without events the shot is on so many of those who stand together. */
const MOST_TOGETHER = 10;
const SMALLEST_ACTION = 25;
const TOGETHER = 120;
/** What happens up to so long after a quiet shot counts for it, ms. */
const AHEAD_MS = 1_500;
/** Metres apart at which a shot of everything costs as much as a cut. */
const TERRAIN_SCALE = 70;
const ARENA_SCALE = 30;
const IMPORTANT = 3;
const DEAD = LIFE.indexOf('dead');
/** Others have to be so many for a shot to leave those of the last one. */
const LEAST_OTHERS = 3;

/** A shot before its people were read. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly moments: readonly Moment[];
}

export class DirectorPlanner {
  readonly #subject: DirectorSubject;
  readonly #events: DirectorEvents;
  readonly #sight: Sight;
  readonly #style: Style;
  readonly #reader: PictureReader;
  readonly #spans: readonly Span[];
  readonly #disc: number;
  readonly #done: Cut[] = [];
  readonly #kinds: ShotKind[] = [];
  /** The shot that is read now, and how many of its moments were. */
  #task: Task | null = null;
  #read = 0;

  constructor(subject: DirectorSubject, events: DirectorEvents, sight: Sight, style: Style) {
    this.#subject = subject;
    this.#events = events;
    this.#sight = sight;
    this.#style = style;
    this.#reader = new PictureReader(subject);
    this.#disc = subject.kinds.indexOf('disc');
    this.#spans = this.#divide();
  }

  /** So many shots there will be. */
  get count(): number {
    return this.#spans.length;
  }

  /** Takes the next chunk of layer 0, null when there is no more. Returns the cuts that are ready now, in order. */
  feed(chunk: Chunk | null): readonly Cut[] {
    this.#reader.feed(chunk);
    const before = this.#done.length;
    while (this.#done.length < this.#spans.length) {
      const span = this.#spans[this.#done.length] as Span;
      if (this.#task === null) {
        if (span.from >= this.#reader.until || !this.#reader.read(span.from)) break;
        this.#task = this.#begin(span);
        this.#read = 0;
      }
      const { times, tracks } = this.#task;
      for (; this.#read < times.length && (times[this.#read] as number) < this.#reader.until; this.#read++) {
        this.#reader.read(times[this.#read] as number);
        for (const track of tracks) this.#reader.put(track, this.#read, this.#groundAt);
      }
      if (this.#read < times.length) break;
      this.#done.push(this.#finish(span, this.#task));
      this.#task = null;
    }
    return this.#done.slice(before);
  }

  #divide(): readonly Span[] {
    const { info } = this.#subject;
    const moments = this.#moments();
    const cuts = partition(moments, info.durationMs, this.#style.isArena ? ARENA_SCALE : TERRAIN_SCALE);
    let first = 0;
    return cuts.slice(1).map((to, i) => {
      const from = cuts[i] as number;
      while (first < moments.length && (moments[first] as Moment).to <= from) first++;
      let last = first;
      while (last < moments.length && (moments[last] as Moment).from < to) last++;
      return { from, to, moments: moments.slice(first, last) };
    });
  }

  #moments(): readonly Moment[] {
    const { count, t, type, actor, target, position } = this.#events;
    const { durationMs } = this.#subject.info;
    const moments: Moment[] = [];
    for (let seq = 0; seq < count; seq++) {
      const importance = EVENT_IMPORTANCE[type[seq] as number] ?? 0;
      const at = t[seq] as number;
      if (importance < IMPORTANT || ((actor[seq] as number) === 0 && (target[seq] as number) === 0) || at > durationMs) continue;
      moments.push({
        seq,
        t: at,
        from: Math.max(0, at - BEFORE_MS),
        to: Math.min(durationMs, at + AFTER_MS),
        x: position[seq * 3] as number,
        z: position[seq * 3 + 2] as number,
      });
    }
    return moments;
  }

  #begin({ from, to, moments }: Span): Task {
    const isQuiet = moments.length === 0;
    const step = isQuiet ? QUIET_STEP_MS : STEP_MS;
    const parts = Math.max(1, Math.ceil((to - from) / step));
    const times = Array.from({ length: parts + 1 }, (_, k) => Math.round(from + ((to - from) * k) / parts));
    const people = isQuiet ? this.#quiet(from, to) : this.#peopleOf(moments);
    const entities = !isQuiet && this.#disc > 0 && people.length < 3 ? [...people, this.#disc] : people;
    return {
      from,
      to,
      times,
      tracks: entities.map((entity) => ({
        entity,
        place: new Float32Array(times.length * 3).fill(Number.NaN),
        stretch: new Int32Array(times.length),
      })),
      due: entities.map((entity) => this.#dueOf(entity, moments, times)),
      pair: !isQuiet && entities.length === 2 ? [0, 1] : null,
      isQuiet,
      smooth: Math.round(SMOOTH_MS / step),
    };
  }

  /** Of all moments, those of the one that matters most first. */
  #peopleOf(moments: readonly Moment[]): readonly number[] {
    const { actor, target } = this.#events;
    const people = new Set<number>();
    for (const { seq } of moments.toSorted((a, b) => this.#weightOf(b) - this.#weightOf(a) || a.seq - b.seq))
      for (const one of [actor[seq] as number, target[seq] as number]) if (one > 0) people.add(one);
    return [...people];
  }

  /** More for what people do to each other. */
  #weightOf({ seq }: Moment): number {
    const { kinds } = this.#subject;
    const of = (entity: number): number => (kinds[entity] === 'player' ? 2 : kinds[entity] === 'ai' ? 1 : 0);
    return of(this.#events.actor[seq] as number) + of(this.#events.target[seq] as number);
  }

  /** When somebody has to be in the picture: in its own moments, and as a rule shortly before and after them. */
  #dueOf(entity: number, moments: readonly Moment[], times: readonly number[]): Uint8Array {
    if (moments.length === 0 || entity === this.#disc) return new Uint8Array(times.length).fill(SHOULD);
    const { actor, target } = this.#events;
    const due = new Uint8Array(times.length);
    for (const { seq, from, to } of moments) {
      if (actor[seq] !== entity && target[seq] !== entity) continue;
      for (const [k, t] of times.entries()) {
        // One step more: between two of them everybody is where the line between them leads.
        if (t > from - STEP_MS && t < to + STEP_MS) due[k] = MUST;
        else if (t > from - AROUND_MS && t < to + AROUND_MS) due[k] = Math.max(SHOULD, due[k] as number);
      }
    }
    return due;
  }

  /** Where no event is: the thing that everybody plays with, who does most, or those who stand together. */
  #quiet(from: number, to: number): readonly number[] {
    const { exists, life } = this.#reader.state;
    if (this.#disc > 0 && exists[this.#disc] === 1) return [this.#disc];
    const { count, t, type, actor } = this.#events;
    const busy = new Map<number, number>();
    for (let seq = firstAtOrAfter(t, count, from); seq < count && (t[seq] as number) < to + AHEAD_MS; seq++) {
      const one = actor[seq] as number;
      if (exists[one] !== 1 || !this.#isPerson(one) || life[one] === DEAD) continue;
      busy.set(one, (busy.get(one) ?? 0) + 0.2 + (EVENT_IMPORTANCE[type[seq] as number] ?? 0));
    }
    const most = [...busy].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0];
    return most !== undefined && most[1] >= 1 ? [most[0]] : this.#together();
  }

  #isPerson(entity: number): boolean {
    const kind = this.#subject.kinds[entity];
    return kind === 'player' || kind === 'ai';
  }

  /** Those nearest to where most are, other ones than just before if there are any. */
  #together(): readonly number[] {
    const { exists, position, human, team, life } = this.#reader.state;
    const { kinds, knowsHumans } = this.#subject;
    const isThere = (i: number): boolean => exists[i] === 1 && this.#isPerson(i) && life[i] !== DEAD && Number.isFinite(position[i * 3]);
    const drawn = Uint8Array.from(kinds, (_, i) => (isThere(i) ? 1 : 0));
    const others = drawn.slice();
    for (const entity of this.#done.at(-1)?.subjects ?? []) others[entity] = 0;
    if (others.reduce((sum, one) => sum + one, 0) >= LEAST_OTHERS) drawn.set(others);
    const humans = knowsHumans ? human : Uint8Array.from(kinds, (kind) => (kind === 'player' ? 1 : 0));
    const action: Framing = { x: 0, y: 0, z: 0, radius: 0 };
    if (!frameAction(position, drawn, humans, team, kinds.length, SMALLEST_ACTION, action)) return [];
    const away = (i: number): number => Math.hypot((position[i * 3] as number) - action.x, (position[i * 3 + 2] as number) - action.z);
    const near = kinds.map((_, i) => i).filter((i) => drawn[i] === 1);
    near.sort((a, b) => away(a) - away(b) || a - b);
    return near.filter((i, place) => place === 0 || away(i) < TOGETHER).slice(0, MOST_TOGETHER);
  }

  #finish({ from, to, moments }: Span, task: Task): Cut {
    const kept = this.#held(task, moments);
    const [first] = moments.toSorted((a, b) => this.#weightOf(b) - this.#weightOf(a) || a.seq - b.seq);
    const composed = kept.tracks.length === 0 ? null : compose(kept, this.#sight, this.#style, this.#kinds);
    const last = this.#done.at(-1);
    this.#kinds.unshift(composed?.kind ?? 'wide');
    this.#kinds.length = Math.min(this.#kinds.length, 2);
    return {
      from,
      to,
      subjects: task.tracks.map(({ entity }) => entity).filter((entity) => this.#isPerson(entity) || moments.length === 0),
      event: first?.seq ?? -1,
      // Where nobody is, it goes on as it was.
      ...(composed ?? {
        kind: 'wide',
        preset: null,
        fov: last?.fov ?? this.#style.fov,
        open: last?.open ?? Infinity,
        keys: last === undefined ? Float32Array.of(0, 0, 60, 80, 0, 0, 0) : lastKey(last),
      }),
    };
  }

  /** Everybody where their own moments are: who dies and comes back within a shot is looked for in both places, and who is nowhere is left out. */
  #held(task: Task, moments: readonly Moment[]): Task {
    const { actor, target } = this.#events;
    const tracks: Track[] = [];
    const due: Uint8Array[] = [];
    for (const [n, { entity, place, stretch }] of task.tracks.entries()) {
      const own = moments.filter(({ seq }) => actor[seq] === entity || target[seq] === entity);
      const lives = new Map<number, { readonly track: Track; readonly moments: Moment[] }>();
      for (const moment of own.length === 0 ? [null] : own) {
        const track = { entity, place: place.slice(), stretch };
        const at = moment === null ? 0 : task.times.findLastIndex((time) => time <= moment.t);
        const life = holdAround(track, Math.max(0, at));
        if (life === 0) continue;
        const known = lives.get(life);
        if (moment !== null) known?.moments.push(moment);
        if (known === undefined) lives.set(life, { track, moments: moment === null ? [] : [moment] });
      }
      for (const { track, moments: theirs } of lives.values()) {
        tracks.push(track);
        due.push(lives.size === 1 ? (task.due[n] as Uint8Array) : this.#dueOf(entity, theirs, task.times));
      }
    }
    return { ...task, tracks, due, pair: tracks.length === 2 ? task.pair : null };
  }

  readonly #groundAt = (x: number, z: number): number => {
    const ground = this.#sight.ground(x, z);
    return Number.isFinite(ground) ? ground : Number.NaN;
  };
}

/** Stands still where a cut ends. */
function lastKey({ keys }: Cut): Float32Array {
  const key = keys.slice(-KEY);
  key[0] = 0;
  return key;
}
