/** One session that heatmaps are made of: its points by kind, and which of them pass a selection. */
import type { HeatProfile } from '../../shared/games/profile.ts';
import type { Chunk } from '../../shared/session/chunk.ts';
import { DwellSampler } from './dwell-sampler.ts';
import { EventPeople, pointsOfEvents } from './event-points.ts';
import { floorsOf } from './floors.ts';
import type { HeightRange } from './heat-bins.ts';
import { boundsOf } from './heat-grid.ts';
import type { HeatSelection } from './heat-messages.ts';
import type { Bounds, HeatKey, HeatPoints, PointChoices } from './heat-points.ts';
import { statesOf, type HeatEvents, type HeatSubject } from './heat-subject.ts';

/** A sketch is made of so many events. */
const SKETCH = 200_000;

interface Facts {
  readonly bounds: Bounds | null;
  readonly floors: readonly HeightRange[];
}

export class HeatSource {
  /** No chunk comes any more. */
  complete = false;
  readonly #subject: HeatSubject;
  readonly #events: HeatEvents;
  readonly #people: EventPeople;
  readonly #sampler: DwellSampler;
  readonly #states: readonly string[];
  /** By kind; made anew when samples came in that it depends on. */
  readonly #points = new Map<string, { readonly points: HeatPoints; readonly version: number }>();
  /** What is found out of points once. */
  readonly #facts = new WeakMap<HeatPoints, Facts>();
  #version = 0;

  constructor(subject: HeatSubject, events: HeatEvents) {
    this.#subject = subject;
    this.#events = events;
    this.#people = new EventPeople(events, subject);
    this.#sampler = new DwellSampler(subject);
    this.#states = statesOf(subject.kinds);
  }

  /** Chunks of layer 0, in order. */
  feed(chunk: Chunk): void {
    this.#sampler.feed(chunk, this.#events, this.#people);
    this.#version++;
  }

  end(): void {
    this.#sampler.end(this.#events, this.#people);
    this.complete = true;
    this.#version++;
  }

  prepare(): void {
    for (const { points } of this.#points.values()) void points.keys;
  }

  points(kind: string): HeatPoints {
    const from = this.#kind(kind);
    const name = nameOf(from);
    const known = this.#points.get(name);
    if (known?.version === this.#version) return known.points;
    const points = 'dwell' in from ? this.#sampler.points(from.dwell) : pointsOfEvents(this.#events, this.#people, from);
    this.#points.set(name, { points, version: this.#version });
    return points;
  }

  /** Some of the points of a kind; null where there are few enough, or all are there already. */
  sketch(kind: string): HeatPoints | null {
    const from = this.#kind(kind);
    const stride = Math.floor(this.#events.count / SKETCH);
    return 'dwell' in from || stride < 2 || this.#points.has(nameOf(from))
      ? null
      : pointsOfEvents(this.#events, this.#people, from, stride);
  }

  facts(points: HeatPoints): Facts {
    const known = this.#facts.get(points);
    if (known !== undefined) return known;
    const facts = { bounds: boundsOf(points), floors: floorsOf(points) };
    this.#facts.set(points, facts);
    return facts;
  }

  /** What there is to filter by. */
  choices(points: HeatPoints, kind: string): PointChoices {
    return points.choices ?? choicesOf(points.keys, this.#kindMask(this.#kind(kind)));
  }

  /** Which keys count; null when all do. */
  pass(points: HeatPoints, { kind, team, who, role, weapon }: HeatSelection): Uint8Array | null {
    const from = this.#kind(kind);
    if ('events' in from && team === null && who === null && role === null && weapon === null) return null;
    const belongs = this.#kindMask(from);
    const { entityAs, stringAs } = this.#subject;
    const entity = (id: number): number => (entityAs === null ? id : (entityAs[id] ?? -1));
    const text = (id: number): number => (stringAs === null ? id : (stringAs[id] ?? -1));
    return Uint8Array.from(points.keys, (key) =>
      belongs(key) &&
      (team === null || key.team === team) &&
      (who === null || entity(key.who) === who) &&
      (role === null || text(key.role) === role) &&
      (weapon === null || text(key.weapon) === weapon)
        ? 1
        : 0,
    );
  }

  #kind(id: string): HeatProfile['from'] {
    const kind = this.#subject.kinds.find((one) => one.id === id);
    if (kind === undefined) throw new Error(`There is no heatmap of "${id}" in this game.`);
    return kind.from;
  }

  /** Whether a key belongs to the kind at all: presence of people and of vehicles are the same points. */
  #kindMask(from: HeatProfile['from']): (key: HeatKey) => boolean {
    if (!('dwell' in from)) return () => true;
    const kinds = new Set(from.kinds);
    const state = from.during === undefined ? 0 : 1 << this.#states.indexOf(from.during);
    return ({ who, states }) => kinds.has(this.#subject.entityKinds[who] ?? 'object') && (state === 0 || (states & state) !== 0);
  }
}

/** What points are kept by: kinds that differ only in what passes share them. */
function nameOf(from: HeatProfile['from']): string {
  return 'dwell' in from ? from.dwell : `${from.events.join()} ${from.of} ${from.at}`;
}

function choicesOf(keys: readonly HeatKey[], belongs: (key: HeatKey) => boolean): PointChoices {
  const people = new Set<number>();
  const roles = new Set<number>();
  const weapons = new Set<number>();
  for (const key of keys) {
    if (!belongs(key)) continue;
    if (key.who > 0) people.add(key.who);
    if (key.role > 0) roles.add(key.role);
    if (key.weapon > 0) weapons.add(key.weapon);
  }
  return { people: [...people], roles: [...roles], weapons: [...weapons] };
}
