/** The growing end of a live session, as a chunk: new samples are appended, what has become a stored chunk is dropped. Pure; nothing that was handed out changes. */
import type { Chunk, Column } from './chunk.ts';

/**
 * The tail with the samples of `delta` added. A sample of `delta` may be older than the newest of its entity, and replaces one of the same time.
 * Columns that `delta` does not touch are shared.
 */
export function appendToChunk(tail: Chunk, delta: Chunk): Chunk {
  const columns: (Column | undefined)[] = [];
  const count = Math.max(tail.columns.length, delta.columns.length);
  for (let channel = 0; channel < count; channel++) {
    const before = tail.columns[channel];
    const added = delta.columns[channel];
    columns[channel] = before === undefined ? added : added === undefined ? before : joined(before, added);
  }
  return { t0: tail.t0, t1: Math.max(tail.t1, delta.t1), columns };
}

/** What answers for `t` and later: of each entity the samples after `t`, and the newest one at or before it as the state at the start. */
export function dropBefore(chunk: Chunk, t: number): Chunk {
  return {
    t0: t,
    t1: Math.max(t, chunk.t1),
    columns: chunk.columns.map(
      (column) =>
        column &&
        cut(
          column,
          (first, end) => Math.max(first, firstAfter(column.times, first, end, t) - 1),
          (_, end) => end,
        ),
    ),
  };
}

/** What answers for the time before `t`. */
export function dropFrom(chunk: Chunk, t: number): Chunk {
  return {
    t0: chunk.t0,
    t1: t,
    columns: chunk.columns.map(
      (column) =>
        column &&
        cut(
          column,
          (first) => first,
          (first, end) => firstAfter(column.times, first, end, t - 1),
        ),
    ),
  };
}

/** Index of the first time after t within first … end - 1; `end` when there is none. */
function firstAfter(times: Int32Array, first: number, end: number, t: number): number {
  let low = first;
  let high = end;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if ((times[mid] as number) <= t) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Where a row's samples begin, and where they end, among those from `first` to `end` - 1. */
type Bound = (first: number, end: number) => number;

/** A part of the samples of every row; rows that keep none are left out, undefined when none keeps any. */
function cut(column: Column, from: Bound, to: Bound): Column | undefined {
  const { channel, width, entities, starts, times, values } = column;
  const begin = new Int32Array(entities.length);
  const size = new Int32Array(entities.length);
  let rows = 0;
  let samples = 0;
  for (let row = 0; row < entities.length; row++) {
    const first = starts[row] as number;
    const end = starts[row + 1] as number;
    const at = from(first, end);
    begin[row] = at;
    size[row] = Math.max(0, to(first, end) - at);
    if (size[row] === 0) continue;
    rows++;
    samples += size[row] as number;
  }
  if (rows === 0) return undefined;
  const out = emptyColumn(channel, width, rows, samples, values);
  for (let row = 0, next = 0, at = 0; row < entities.length; row++) {
    const count = size[row] as number;
    if (count === 0) continue;
    out.entities[next++] = entities[row] as number;
    const first = begin[row] as number;
    copy(times, first, first + count, out.times, at);
    copy(values, first * width, (first + count) * width, out.values, at * width);
    at += count;
    out.starts[next] = at;
  }
  return out;
}

function joined(before: Column, added: Column): Column {
  const { channel, width } = before;
  let rows = 0;
  walk(before, added, () => rows++);
  // As many as there can be: the same time on both sides is one sample.
  const most = before.times.length + added.times.length;
  const out = emptyColumn(channel, width, rows, most, before.values);
  let row = 0;
  let at = 0;
  walk(before, added, (entity, a, b) => {
    out.entities[row++] = entity;
    const a0 = a < 0 ? 0 : (before.starts[a] as number);
    const a1 = a < 0 ? 0 : (before.starts[a + 1] as number);
    const b0 = b < 0 ? 0 : (added.starts[b] as number);
    const b1 = b < 0 ? 0 : (added.starts[b + 1] as number);
    // Nearly always everything that is added is newer.
    const kept = a1 === a0 || b1 === b0 || (before.times[a1 - 1] as number) < (added.times[b0] as number) ? a1 : -1;
    if (kept < 0) at = merge(before, a0, a1, added, b0, b1, out, at);
    else {
      at = take(before, a0, a1, out, at);
      at = take(added, b0, b1, out, at);
    }
    out.starts[row] = at;
  });
  return at === most ? out : { ...out, times: out.times.slice(0, at), values: out.values.slice(0, at * width) };
}

/** Calls with every entity of either column in order of id, and its row in each, -1 for none. */
function walk(a: Column, b: Column, visit: (entity: number, rowA: number, rowB: number) => void): void {
  let i = 0;
  let j = 0;
  while (i < a.entities.length || j < b.entities.length) {
    const x = i < a.entities.length ? (a.entities[i] as number) : Infinity;
    const y = j < b.entities.length ? (b.entities[j] as number) : Infinity;
    visit(Math.min(x, y), x <= y ? i : -1, y <= x ? j : -1);
    if (x <= y) i++;
    if (y <= x) j++;
  }
}

/** Both rows in order of time; of two samples of one time the added one. Returns where the next row begins. */
function merge(before: Column, a0: number, a1: number, added: Column, b0: number, b1: number, out: Column, start: number): number {
  let at = start;
  let a = a0;
  let b = b0;
  while (a < a1 || b < b1) {
    const ta = a < a1 ? (before.times[a] as number) : Infinity;
    const tb = b < b1 ? (added.times[b] as number) : Infinity;
    at = ta < tb ? take(before, a, a + 1, out, at) : take(added, b, b + 1, out, at);
    if (ta <= tb) a++;
    if (tb <= ta) b++;
  }
  return at;
}

function take({ width, times, values }: Column, first: number, end: number, out: Column, at: number): number {
  copy(times, first, end, out.times, at);
  copy(values, first * width, end * width, out.values, at * width);
  return at + end - first;
}

function emptyColumn(channel: number, width: number, rows: number, samples: number, like: Column['values']): Column {
  return {
    channel,
    width,
    entities: new Int32Array(rows),
    starts: new Int32Array(rows + 1),
    times: new Int32Array(samples),
    values: like instanceof Float64Array ? new Float64Array(samples * width) : new Int32Array(samples * width),
  };
}

/** A loop for the few, a block copy for the many: a view per row would be garbage. */
function copy(from: Column['values'], first: number, end: number, to: Column['values'], at: number): void {
  if (end - first > 48) to.set(from.subarray(first, end), at);
  else for (let i = first, j = at; i < end; i++, j++) to[j] = from[i] as number;
}
