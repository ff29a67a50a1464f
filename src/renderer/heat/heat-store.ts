/** The points of a session and what is asked of them: the heat worker without its messages. */
import type { HeatProfile } from '../../shared/games/profile.ts';
import type { Chunk } from '../../shared/session/chunk.ts';
import { DwellSampler } from './dwell-sampler.ts';
import { EventPeople, pointsOfEvents } from './event-points.ts';
import { floorsOf } from './floors.ts';
import { HeatBins, type HeightRange, type TimeRange } from './heat-bins.ts';
import { blurred, boundsOf, extentOf, gridOver, strongOf, unite, type HeatGrid } from './heat-grid.ts';
import type { HeatAnswer, HeatDots, HeatQuery, HeatSelection } from './heat-messages.ts';
import type { Bounds, HeatKey, HeatPoints } from './heat-points.ts';
import { statesOf, type HeatEvents, type HeatSubject } from './heat-subject.ts';

const MOST_DOTS = 50_000;
/** A spot is so wide when nobody chose, of the extent. */
const RADIUS_SHARE = 1 / 60;

interface Facts {
  readonly bounds: Bounds | null;
  readonly floors: readonly HeightRange[];
}

/** One selection as it was counted last. */
interface Counted {
  readonly bins: HeatBins;
  readonly pass: Uint8Array;
  readonly floor: number | null;
}

export class HeatStore {
  readonly #subject: HeatSubject;
  readonly #events: HeatEvents;
  readonly #people: EventPeople;
  readonly #sampler: DwellSampler;
  readonly #states: readonly string[];
  /** By kind; made anew when samples came in that it depends on. */
  readonly #points = new Map<string, { readonly points: HeatPoints; readonly version: number }>();
  /** What is found out of points once. */
  readonly #facts = new WeakMap<HeatPoints, Facts>();
  #first: Counted | null = null;
  #minus: Counted | null = null;
  #version = 0;
  #complete = false;

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

  /** No chunk comes any more. */
  end(): void {
    this.#sampler.end(this.#events, this.#people);
    this.#complete = true;
    this.#version++;
  }

  /** Null when nothing of what is asked for has a place. */
  answer({ selection, minus, time, floor, radius, dots }: HeatQuery): HeatAnswer | null {
    const from = this.#kind(selection.kind);
    const points = this.#pointsOf(from);
    const minusPoints = minus === null ? null : this.#pointsOf(this.#kind(minus.kind));
    const { floors, bounds: own } = this.#factsOf(points);
    const bounds = unite(own, minusPoints === null ? null : this.#factsOf(minusPoints).bounds);
    if (bounds === null) return null;
    const extent = extentOf(bounds);
    const used = radius ?? round(extent * RADIUS_SHARE);
    const grid = gridOver(bounds, used);
    const range = floor === null ? null : (floors[floor] ?? null);
    const chosen = range === null ? null : floor;

    const first = (this.#first = count(this.#first, points, grid, this.#pass(points.keys, selection), chosen, range, time));
    const second = (this.#minus =
      minus === null || minusPoints === null
        ? null
        : count(this.#minus, minusPoints, grid, this.#pass(minusPoints.keys, minus), chosen, range, time));
    const values = cellValues(first.bins, second?.bins ?? null);
    const { people, roles, weapons } = choices(points.keys, this.#kindMask(from));
    return {
      grid,
      values,
      strong: strongOf(blurred(values, grid)) / (grid.cell * grid.cell),
      total: first.bins.total * points.unit,
      minusTotal: second === null ? null : second.bins.total * second.bins.points.unit,
      extent,
      radius: used,
      floors,
      people,
      roles,
      weapons,
      dots: dots ? dotsOf(first.bins, second?.bins ?? null) : null,
      complete: this.#complete,
    };
  }

  #kind(id: string): HeatProfile['from'] {
    const kind = this.#subject.kinds.find((one) => one.id === id);
    if (kind === undefined) throw new Error(`There is no heatmap of "${id}" in this game.`);
    return kind.from;
  }

  #pointsOf(from: HeatProfile['from']): HeatPoints {
    const name = 'dwell' in from ? from.dwell : `${from.events.join()} ${from.of} ${from.at}`;
    const known = this.#points.get(name);
    if (known?.version === this.#version) return known.points;
    const points = 'dwell' in from ? this.#sampler.points(from.dwell) : pointsOfEvents(this.#events, this.#people, from);
    this.#points.set(name, { points, version: this.#version });
    return points;
  }

  #factsOf(points: HeatPoints): Facts {
    const known = this.#facts.get(points);
    if (known !== undefined) return known;
    const facts = { bounds: boundsOf(points), floors: floorsOf(points) };
    this.#facts.set(points, facts);
    return facts;
  }

  /** Whether a key belongs to the kind at all: presence of people and of vehicles are the same points. */
  #kindMask(from: HeatProfile['from']): (key: HeatKey) => boolean {
    if (!('dwell' in from)) return () => true;
    const kinds = new Set(from.kinds);
    const state = from.during === undefined ? 0 : 1 << this.#states.indexOf(from.during);
    return ({ who, states }) => kinds.has(this.#subject.entityKinds[who] ?? 'object') && (state === 0 || (states & state) !== 0);
  }

  #pass(keys: readonly HeatKey[], { kind, team, who, role, weapon }: HeatSelection): Uint8Array {
    const belongs = this.#kindMask(this.#kind(kind));
    return Uint8Array.from(keys, (key) =>
      belongs(key) &&
      (team === null || key.team === team) &&
      (who === null || key.who === who) &&
      (role === null || key.role === role) &&
      (weapon === null || key.weapon === weapon)
        ? 1
        : 0,
    );
  }
}

/** Counts as little anew as what changed allows. */
function count(
  before: Counted | null,
  points: HeatPoints,
  grid: HeatGrid,
  pass: Uint8Array,
  floor: number | null,
  range: HeightRange | null,
  time: TimeRange | null,
): Counted {
  const same = before !== null && before.bins.points === points && sameGrid(before.bins.grid, grid);
  const bins = same ? before.bins : new HeatBins(points, grid);
  if (same && before.floor === floor && before.pass.length === pass.length && before.pass.every((value, i) => value === pass[i]))
    bins.move(time);
  else bins.select(pass, range, time);
  return { bins, pass, floor };
}

function sameGrid(a: HeatGrid, b: HeatGrid): boolean {
  return a.x === b.x && a.z === b.z && a.cell === b.cell && a.columns === b.columns && a.rows === b.rows;
}

function cellValues(first: HeatBins, second: HeatBins | null): Float32Array {
  const values = new Float32Array(first.values.length - 1);
  const { unit } = first.points;
  const minus = second?.values ?? null;
  const minusUnit = second?.points.unit ?? 0;
  for (let i = 0; i < values.length; i++)
    values[i] = (first.values[i] as number) * unit - (minus === null ? 0 : (minus[i] as number) * minusUnit);
  return values;
}

function choices(keys: readonly HeatKey[], belongs: (key: HeatKey) => boolean): Pick<HeatAnswer, 'people' | 'roles' | 'weapons'> {
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

function dotsOf(first: HeatBins, second: HeatBins | null): HeatDots {
  const sides = second === null ? [first] : [first, second];
  const of = sides.reduce((sum, bins) => sum + passing(bins), 0);
  const stride = Math.max(1, Math.ceil(of / MOST_DOTS));
  const room = Math.ceil(of / stride) + sides.length;
  const place = new Float32Array(room * 3);
  const t = new Int32Array(room);
  const who = new Int32Array(room);
  const seq = new Int32Array(room);
  const minus = new Uint8Array(room);
  let n = 0;
  for (const [side, bins] of sides.entries()) {
    const { points } = bins;
    const [from, to] = bins.span;
    let passed = 0;
    for (let i = from; i < to; i++) {
      if (!bins.passes(i) || passed++ % stride !== 0) continue;
      const row = points.row[i] as number;
      for (let axis = 0; axis < 3; axis++) place[n * 3 + axis] = points.place[row * 3 + axis] as number;
      t[n] = points.t[row] as number;
      who[n] = points.keys[points.key[i] as number]?.who ?? 0;
      seq[n] = points.areEvents ? row : -1;
      minus[n] = side;
      n++;
    }
  }
  return { count: n, of, place, t, who, seq, minus };
}

function passing(bins: HeatBins): number {
  const [from, to] = bins.span;
  let sum = 0;
  for (let i = from; i < to; i++) if (bins.passes(i)) sum++;
  return sum;
}

/** To two digits. */
function round(metres: number): number {
  return Number(metres.toPrecision(2));
}
