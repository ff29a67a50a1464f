/** The points of one session or several and what is asked of them: the heat worker without its messages. */
import { HeatBins, type HeightRange, type TimeRange } from './heat-bins.ts';
import { blurred, extentOf, gridOver, strongOf, unite, type HeatGrid } from './heat-grid.ts';
import type { HeatAnswer, HeatDots, HeatQuery } from './heat-messages.ts';
import type { Bounds, HeatPoints } from './heat-points.ts';
import type { HeatSource } from './heat-source.ts';

const MOST_DOTS = 50_000;
/** A spot is so wide when nobody chose, of the extent. */
const RADIUS_SHARE = 1 / 60;

/** One selection as it was counted last. */
interface Counted {
  readonly bins: HeatBins;
  readonly pass: Uint8Array | null;
  readonly floor: number | null;
}

/** One session of those that are counted, with what was counted of it. */
interface Part {
  readonly source: HeatSource;
  first: Counted | null;
  minus: Counted | null;
}

export class HeatStore {
  readonly #parts: Part[] = [];

  /** The open session first; of the others is counted what the open one's words mean. */
  add(source: HeatSource): void {
    this.#parts.push({ source, first: null, minus: null });
  }

  /** Works out what the next filter will need. */
  prepare(): void {
    for (const { source, first, minus } of this.#parts) {
      source.prepare();
      first?.bins.prepare();
      minus?.bins.prepare();
    }
  }

  /**
   * A first picture, of some of the events, where the whole takes longer than a person waits for nothing: null when it does not, or when the points are there
   * already. The answer follows.
   */
  sketch(query: HeatQuery): HeatAnswer | null {
    const source = this.#parts[0]?.source;
    if (source === undefined || this.#parts.length > 1 || query.minus !== null || query.dots) return null;
    const points = source.sketch(query.selection.kind);
    if (points === null) return null;
    const part = { source, first: null, minus: null };
    return answerOf([part], [{ part, points, minus: null }], query, false);
  }

  /** Null when nothing of what is asked for has a place. */
  answer(query: HeatQuery): HeatAnswer | null {
    const { selection, minus } = query;
    const counted = this.#parts.map((part) => ({
      part,
      points: part.source.points(selection.kind),
      minus: minus === null ? null : part.source.points(minus.kind),
    }));
    return answerOf(
      this.#parts,
      counted,
      query,
      this.#parts.every(({ source }) => source.complete),
    );
  }
}

interface PartPoints {
  readonly part: Part;
  readonly points: HeatPoints;
  readonly minus: HeatPoints | null;
}

function answerOf(parts: readonly Part[], counted: readonly PartPoints[], query: HeatQuery, complete: boolean): HeatAnswer | null {
  const { selection, minus, time, floor, radius } = query;
  const facts = counted.map(({ part, points }) => part.source.facts(points));
  let bounds: Bounds | null = null;
  for (const [i, { part, minus: other }] of counted.entries()) {
    bounds = unite(bounds, facts[i]?.bounds ?? null);
    if (other !== null) bounds = unite(bounds, part.source.facts(other).bounds);
  }
  const open = counted[0];
  if (bounds === null || open === undefined) return null;
  const extent = extentOf(bounds);
  const used = radius ?? round(extent * RADIUS_SHARE);
  const grid = gridOver(bounds, used);
  // Storeys are those of the place, not of a session: the open one says them, or else whichever does.
  const floors = facts.find((one) => one.floors.length > 0)?.floors ?? [];
  const range = floor === null ? null : (floors[floor] ?? null);
  const chosen = range === null ? null : floor;
  for (const { part, points, minus: other } of counted) {
    part.first = count(part.first, points, grid, part.source.pass(points, selection), chosen, range, time);
    part.minus =
      minus === null || other === null ? null : count(part.minus, other, grid, part.source.pass(other, minus), chosen, range, time);
  }
  const values = cellValues(parts, grid);
  return {
    grid,
    values,
    strong: strengthOf(values, grid),
    total: sum(parts, ({ first }) => totalOf(first)),
    minusTotal: minus === null ? null : sum(parts, (part) => totalOf(part.minus)),
    extent,
    radius: used,
    floors,
    ...open.part.source.choices(open.points, selection.kind),
    dots: query.dots ? dotsOf(parts) : null,
    complete,
  };
}

function totalOf(counted: Counted | null): number {
  return counted === null ? 0 : counted.bins.total * counted.bins.points.unit;
}

function sum(parts: readonly Part[], of: (part: Part) => number): number {
  return parts.reduce((all, part) => all + of(part), 0);
}

/** Counts as little anew as what changed allows. */
function count(
  before: Counted | null,
  points: HeatPoints,
  grid: HeatGrid,
  pass: Uint8Array | null,
  floor: number | null,
  range: HeightRange | null,
  time: TimeRange | null,
): Counted {
  const same = before !== null && before.bins.points === points && sameGrid(before.bins.grid, grid);
  const bins = same ? before.bins : new HeatBins(points, grid);
  if (same && before.floor === floor && samePass(before.pass, pass)) bins.move(time);
  else bins.select(pass, range, time);
  return { bins, pass, floor };
}

function samePass(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : a.length === b.length && a.every((value, i) => value === b[i]);
}

function sameGrid(a: HeatGrid, b: HeatGrid): boolean {
  return a.x === b.x && a.z === b.z && a.cell === b.cell && a.columns === b.columns && a.rows === b.rows;
}

function cellValues(parts: readonly Part[], { columns, rows }: HeatGrid): Float32Array {
  const values = new Float64Array(columns * rows);
  for (const { first, minus } of parts) {
    addCells(values, first, 1);
    addCells(values, minus, -1);
  }
  return Float32Array.from(values);
}

function addCells(values: Float64Array, counted: Counted | null, sign: 1 | -1): void {
  if (counted === null) return;
  const { values: cells, points } = counted.bins;
  const unit = sign * points.unit;
  for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) + (cells[i] as number) * unit;
}

function dotsOf(parts: readonly Part[]): HeatDots {
  const sides = parts.flatMap(({ first, minus }, session) =>
    [first, minus].flatMap((counted, side) => (counted === null ? [] : { bins: counted.bins, session, side })),
  );
  const of = sides.reduce((all, { bins }) => all + passing(bins), 0);
  const stride = Math.max(1, Math.ceil(of / MOST_DOTS));
  const room = Math.ceil(of / stride) + sides.length;
  const dots = {
    place: new Float32Array(room * 3),
    t: new Int32Array(room),
    who: new Int32Array(room),
    seq: new Int32Array(room),
    session: new Uint16Array(room),
    minus: new Uint8Array(room),
  };
  let n = 0;
  for (const { bins, session, side } of sides) {
    const { points } = bins;
    const [from, to] = bins.span;
    let passed = 0;
    for (let i = from; i < to; i++) {
      if (!bins.passes(i) || passed++ % stride !== 0) continue;
      const row = points.row[i] as number;
      for (let axis = 0; axis < 3; axis++) dots.place[n * 3 + axis] = points.place[row * 3 + axis] as number;
      dots.t[n] = points.t[row] as number;
      dots.who[n] = points.keys[points.key[i] as number]?.who ?? 0;
      dots.seq[n] = points.areEvents ? row : -1;
      dots.session[n] = session;
      dots.minus[n] = side;
      n++;
    }
  }
  return { count: n, of, ...dots };
}

function passing(bins: HeatBins): number {
  const [from, to] = bins.span;
  let passed = 0;
  for (let i = from; i < to; i++) if (bins.passes(i)) passed++;
  return passed;
}

/** Per m². */
function strengthOf(values: Float32Array, grid: HeatGrid): number {
  return strongOf(blurred(values, grid)) / (grid.cell * grid.cell);
}

/** To two digits. */
function round(metres: number): number {
  return Number(metres.toPrecision(2));
}
