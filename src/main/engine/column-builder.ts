/** Makes a chunk's column from samples in order of arrival: grouped by entity, the later of two at the same t kept, repeats dropped, begun by the state before. */
import type { Column } from '../../shared/session/chunk.ts';
import type { ChannelDef } from '../../shared/session/model.ts';

/** Samples of one channel, ascending in t within each entity. */
export interface Samples {
  readonly count: number;
  readonly entity: Int32Array;
  /** ms */
  readonly t: Int32Array;
  /** `width` per sample. */
  readonly values: Float64Array;
}

/** The last state before a chunk, by EntityId; brought up to the chunk's end by `buildColumn`. */
export interface Carry {
  /** -1 for none. */
  readonly carryT: Int32Array;
  readonly carryValue: Float64Array;
}

/** `isPresent`: by EntityId, 0 for entities whose state before the chunk nobody will ask for; null for all. */
export function buildColumn(
  def: ChannelDef,
  samples: Samples,
  t0: number,
  carry: Carry | null,
  isPresent: Uint8Array | null,
): Column | undefined {
  const { width } = def;
  const { count: sampleCount, entity: entityOf, t: tOf, values: valuesOf } = samples;
  const entityCount = carry?.carryT.length ?? highest(samples) + 1;
  const counts = new Int32Array(entityCount);
  const firstT = new Int32Array(entityCount).fill(-1);
  for (let i = 0; i < sampleCount;) {
    const entity = entityOf[i] as number;
    const first = i;
    while (i < sampleCount && entityOf[i] === entity) i++;
    if (counts[entity] === 0) firstT[entity] = tOf[first] as number;
    (counts[entity] as number) += i - first;
  }
  const isCarried = (entity: number): boolean =>
    carry !== null && (carry.carryT[entity] ?? -1) >= 0 && firstT[entity] !== t0 && (isPresent === null || (isPresent[entity] ?? 1) === 1);

  let rows = 0;
  let total = sampleCount;
  for (let entity = 0; entity < entityCount; entity++) {
    const carried = isCarried(entity);
    if (carried) total++;
    if (carried || (counts[entity] as number) > 0) rows++;
  }
  if (rows === 0) return undefined;

  const entities = new Int32Array(rows);
  const starts = new Int32Array(rows + 1);
  const times = new Int32Array(total);
  const values = def.type === 'number' ? new Float64Array(total * width) : new Int32Array(total * width);
  /** By EntityId: where its next sample goes. */
  const next = counts;
  for (let entity = 0, row = 0, at = 0; entity < entityCount; entity++) {
    const count = counts[entity] as number;
    const carried = isCarried(entity);
    if (!carried && count === 0) continue;
    entities[row] = entity;
    starts[row++] = at;
    next[entity] = at;
    if (carried && carry !== null) {
      times[at] = carry.carryT[entity] as number;
      for (let i = 0; i < width; i++) values[at * width + i] = carry.carryValue[entity * width + i] as number;
      next[entity] = at + 1;
      at++;
    }
    at += count;
    starts[row] = at;
  }

  const begun = new Uint8Array(entityCount);
  let replaced = 0;
  // An entity's samples come in stretches, so it is looked up once for each.
  for (let i = 0; i < sampleCount;) {
    const entity = entityOf[i] as number;
    let at = next[entity] as number;
    let before = begun[entity] === 1 ? (times[at - 1] as number) : -1;
    begun[entity] = 1;
    for (; i < sampleCount && entityOf[i] === entity; i++) {
      const t = tOf[i] as number;
      if (t === before) {
        at--; // the later of two at the same t holds
        replaced++;
      }
      times[at] = before = t;
      for (let j = 0, to = at * width, from = i * width; j < width; j++) values[to++] = valuesOf[from++] as number;
      at++;
    }
    next[entity] = at;
  }
  const column: Column = { channel: def.id, width, entities, starts, times, values };
  const whole = replaced === 0 ? column : compact(column, next);
  if (carry !== null) bringForward(whole, carry);
  return whole;
}

function highest(samples: Samples): number {
  let most = -1;
  for (let i = 0; i < samples.count; i++) if ((samples.entity[i] as number) > most) most = samples.entity[i] as number;
  return most;
}

/** Closes the holes that replaced samples left (`ends`, by EntityId), and drops what came to repeat the value before it. */
function compact(column: Column, ends: Int32Array): Column {
  const { channel, width, entities, starts, times, values } = column;
  const newStarts = new Int32Array(starts.length);
  let to = 0;
  for (let row = 0; row < entities.length; row++) {
    const first = to;
    const end = ends[entities[row] as number] as number;
    for (let from = starts[row] as number; from < end; from++) {
      if (to > first && equal(values, (to - 1) * width, from * width, width)) continue;
      times[to] = times[from] as number;
      values.copyWithin(to * width, from * width, (from + 1) * width);
      to++;
    }
    newStarts[row + 1] = to;
  }
  return { channel, width, entities, starts: newStarts, times: times.slice(0, to), values: values.slice(0, to * width) };
}

function equal(values: Float64Array | Int32Array, a: number, b: number, width: number): boolean {
  for (let i = 0; i < width; i++) if (!Object.is(values[a + i], values[b + i])) return false;
  return true;
}

function bringForward({ entities, starts, times, values, width }: Column, { carryT, carryValue }: Carry): void {
  for (let row = 0; row < entities.length; row++) {
    const entity = entities[row] as number;
    const last = (starts[row + 1] as number) - 1;
    carryT[entity] = times[last] as number;
    for (let i = 0; i < width; i++) carryValue[entity * width + i] = values[last * width + i] as number;
  }
}
