/**
 * Turns the logs of one layer's channels into chunks. Sources may be entity-major, chunks are time-major: logs are sorted by slices of time, kept in memory or
 * spilled as sorted runs, and gathered slice by slice when chunks are sealed.
 */
import type { Chunk, Column } from '../../shared/session/chunk.ts';
import type { ChannelLog } from './channel-log.ts';
import { buildColumn, type Samples } from './column-builder.ts';
import type { SpillFile } from './spill.ts';

/** How large chunks get: enough that the state at their start weighs little, not so much that a seek takes more than about a millisecond to decode one. */
export interface ChunkSizes {
  /** Chunks end at multiples of this, ms; longer ones in sessions of many hours … */
  readonly sliceMs: number;
  /** … and where a slice would hold fewer frames than this: stretches of some samples are sorted faster than single ones. */
  readonly sliceFrames: number;
  /** A chunk is full with so many numbers (times and values) … */
  readonly leastNumbers: number;
  /** … that are so many times those of the state at its start … */
  readonly timesStart: number;
  /** … and that span so many frames, where everything moves in every one (what a chunk costs beside its samples is paid less often) … */
  readonly leastFrames: number;
  /** … but surely with this many. */
  readonly mostNumbers: number;
}

export const CHUNK_SIZES: ChunkSizes = {
  sliceMs: 1000,
  sliceFrames: 16,
  leastNumbers: 40_000,
  timesStart: 4,
  leastFrames: 64,
  mostNumbers: 250_000,
};

/** Finer slices are merged when a session gets longer than this many of them. */
const MOST_SLICES = 16_384;
/** Numbers that are put in order at once for the temporary file. */
const SPILL_NUMBERS = 65_536;

/** A log in order of slices, by stretches of samples that follow each other in the log within one slice and of one entity. */
interface Sorted {
  /** Slice s has the samples offsets[s] … offsets[s + 1] - 1 … */
  readonly offsets: Int32Array;
  /** … which are the stretches stretchOffsets[s] … stretchOffsets[s + 1] - 1. */
  readonly stretchOffsets: Int32Array;
  /** By stretch: index into the log of its first sample, and how many it has. */
  readonly first: Int32Array;
  readonly length: Int32Array;
}

/** A sorted log in the temporary file. */
interface Run {
  readonly log: ChannelLog;
  offsets: Int32Array;
  /** Byte offsets of the three arrays. */
  readonly entityAt: number;
  readonly tAt: number;
  readonly valuesAt: number;
}

export class LayerWriter {
  readonly layer: 0 | 1;
  readonly #logs: ChannelLog[] = [];
  readonly #runs: Run[] = [];
  readonly #spill: SpillFile;
  readonly #put: (chunk: Chunk) => Promise<void>;
  readonly #sizes: ChunkSizes;
  #sliceMs: number;
  /** Between frames of the recording. */
  #frameMs = 0;
  /** ms; everything before is in chunks. */
  #sealedT = 0;
  /** ms; samples before it are no longer in the logs. */
  #droppedT = 0;
  /** Numbers of the state at the start of the newest chunk. */
  #startNumbers = 0;

  constructor(layer: 0 | 1, sizes: ChunkSizes, spill: SpillFile, put: (chunk: Chunk) => Promise<void>) {
    this.layer = layer;
    this.#sliceMs = sizes.sliceMs;
    this.#sizes = sizes;
    this.#spill = spill;
    this.#put = put;
  }

  get isEmpty(): boolean {
    return this.#logs.length === 0;
  }

  /** ms; samples before it come too late. */
  get sealedT(): number {
    return this.#sealedT;
  }

  /** Memory of the samples, bytes. */
  get bytes(): number {
    let bytes = 0;
    for (const log of this.#logs) bytes += log.bytes;
    return bytes;
  }

  add(log: ChannelLog): void {
    this.#logs.push(log);
  }

  /** `ms` between the frames of the recording, 0 when it has none. */
  framePeriod(ms: number): void {
    this.#frameMs = ms;
  }

  /** Moves all samples from memory to the temporary file, which goes on writing them. */
  spill(): void {
    this.#fitSlices();
    for (const log of this.#logs) if (log.count > 0) this.#runs.push(this.#spillLog(log));
  }

  /** Seals those chunks that are full and end at or before t; `dropSealed` then frees their samples. */
  async sealFull(t: number): Promise<void> {
    if (this.#numbersInMemory() < this.#fullAt()) return;
    await this.#spill.written();
    this.#fitSlices();
    const sorted = this.#logs.map((log) => this.#sort(log));
    for (const end of this.#fullEnds(sorted, t)) await this.#seal(sorted, end, end);
  }

  dropSealed(): void {
    if (this.#sealedT === this.#droppedT) return;
    for (const log of this.#logs) log.dropBefore(this.#sealedT);
    this.#droppedT = this.#sealedT;
  }

  /** Seals everything; the last chunk ends at `end` or, when it begins later than that, is as short as can be. */
  async sealAll(end: number): Promise<void> {
    await this.#spill.written();
    this.#fitSlices();
    const sorted = this.#logs.map((log) => this.#sort(log));
    for (const full of this.#fullEnds(sorted, end - 1)) await this.#seal(sorted, full, full);
    await this.#seal(sorted, Math.max(end, this.#sealedT + 1), Infinity);
    for (const log of this.#logs) log.count = 0;
  }

  #numbersInMemory(): number {
    let numbers = 0;
    for (const log of this.#logs) numbers += log.count * (log.width + 1);
    return numbers;
  }

  #fullAt(): number {
    const { leastNumbers, timesStart, mostNumbers } = this.#sizes;
    return Math.max(leastNumbers, Math.min(mostNumbers, this.#startNumbers * timesStart));
  }

  /** Ends, ms, of the full chunks from `sealedT` to at most t. The size that makes one full may change from each to the next. */
  *#fullEnds(sorted: readonly Sorted[], t: number): Generator<number> {
    const parts = [...sorted.map(({ offsets }, i) => ({ offsets, log: this.#logs[i] as ChannelLog })), ...this.#runs];
    const slices = Math.max(0, ...parts.map(({ offsets }) => offsets.length - 1));
    let numbers = 0;
    for (let slice = Math.floor(this.#sealedT / this.#sliceMs); slice < slices; slice++) {
      const end = (slice + 1) * this.#sliceMs;
      if (end > t) return;
      for (const { offsets, log } of parts) {
        if (slice + 1 < offsets.length) numbers += ((offsets[slice + 1] as number) - (offsets[slice] as number)) * (log.width + 1);
      }
      const isShort = end - this.#sealedT < this.#frameMs * this.#sizes.leastFrames;
      if (numbers < (isShort ? this.#sizes.mostNumbers : this.#fullAt())) continue;
      yield end;
      numbers = 0;
    }
  }

  /** Writes the chunk from `sealedT` to t1, with the samples before `until`. */
  async #seal(sorted: readonly Sorted[], t1: number, until: number): Promise<void> {
    const t0 = this.#sealedT;
    const columns: (Column | undefined)[] = [];
    let isPresent: Uint8Array | null = null;
    this.#startNumbers = 0;
    for (const [i, log] of this.#logs.entries()) {
      const samples = this.#gather(log, sorted[i] as Sorted, t0, until);
      // The first channel of layer 0 is existence; what is gone need not be carried on.
      if (this.layer === 0 && i === 0) isPresent = presence(log, samples);
      const column = buildColumn(log.def, samples, t0, log, isPresent);
      if (column === undefined) continue;
      columns[column.channel] = column;
      this.#startNumbers += column.entities.length * (log.width + 1);
    }
    this.#sealedT = t1;
    await this.#put({ t0, t1, columns });
  }

  #gather(log: ChannelLog, sorted: Sorted, t0: number, until: number): Samples {
    const { width } = log;
    const first = Math.floor(t0 / this.#sliceMs);
    const end = until / this.#sliceMs;
    const runs = this.#runs.filter((run) => run.log === log);
    const from = (offsets: Int32Array): number => offsets[Math.min(first, offsets.length - 1)] as number;
    const to = (offsets: Int32Array): number => offsets[Math.min(end, offsets.length - 1)] as number;
    let most = to(sorted.offsets) - from(sorted.offsets);
    for (const { offsets } of runs) most += to(offsets) - from(offsets);
    const entity = new Int32Array(most);
    const t = new Int32Array(most);
    const values = new Float64Array(most * width);
    let count = 0;
    for (const run of runs) {
      const start = from(run.offsets);
      const length = to(run.offsets) - start;
      if (length === 0) continue;
      this.#spill.read(entity.subarray(count, count + length), run.entityAt + start * 4);
      this.#spill.read(t.subarray(count, count + length), run.tAt + start * 4);
      this.#spill.read(values.subarray(count * width, (count + length) * width), run.valuesAt + start * width * 8);
      count += length;
    }
    if (t0 % this.#sliceMs !== 0) count = dropBefore(t0, count, entity, t, values, width);
    const last = to(sorted.stretchOffsets);
    for (let stretch = from(sorted.stretchOffsets); stretch < last; stretch++) {
      let sample = sorted.first[stretch] as number;
      for (const stop = sample + (sorted.length[stretch] as number); sample < stop; sample++, count++) {
        entity[count] = log.entity[sample] as number;
        t[count] = log.t[sample] as number;
        for (let j = 0; j < width; j++) values[count * width + j] = log.values[sample * width + j] as number;
      }
    }
    return { count, entity, t, values };
  }

  /** Counting sort of stretches by slice; within a slice the order of arrival stays. */
  #sort(log: ChannelLog): Sorted {
    const { count, t } = log;
    const sliceMs = this.#sliceMs;
    let stretches = 0;
    let last = -1;
    for (let i = 0; i < count; stretches++) {
      const slice = ((t[i] as number) / sliceMs) | 0;
      if (slice > last) last = slice;
      i = stretchEnd(log, i, slice * sliceMs, sliceMs);
    }
    const offsets = new Int32Array(last + 2);
    const stretchOffsets = new Int32Array(last + 2);
    const starts = new Int32Array(stretches + 1);
    const slices = new Uint16Array(stretches);
    for (let i = 0, stretch = 0; i < count; stretch++) {
      const slice = ((t[i] as number) / sliceMs) | 0;
      const end = stretchEnd(log, i, slice * sliceMs, sliceMs);
      slices[stretch] = slice;
      (stretchOffsets[slice + 1] as number)++;
      (offsets[slice + 1] as number) += end - i;
      starts[stretch + 1] = i = end;
    }
    for (let i = 1; i < offsets.length; i++) {
      (offsets[i] as number) += offsets[i - 1] as number;
      (stretchOffsets[i] as number) += stretchOffsets[i - 1] as number;
    }
    const next = stretchOffsets.slice();
    const first = new Int32Array(stretches);
    const length = new Int32Array(stretches);
    for (let stretch = 0; stretch < stretches; stretch++) {
      const slice = slices[stretch] as number;
      const at = next[slice] as number;
      next[slice] = at + 1;
      first[at] = starts[stretch] as number;
      length[at] = (starts[stretch + 1] as number) - (starts[stretch] as number);
    }
    return { offsets, stretchOffsets, first, length };
  }

  #spillLog(log: ChannelLog): Run {
    const sorted = this.#sort(log);
    const { count, width } = log;
    const entityAt = this.#spill.size;
    const ints = (length: number): Int32Array => new Int32Array(length);
    this.#spillSorted(log.entity, count, sorted, ints);
    this.#spillSorted(log.t, count, sorted, ints);
    const valuesAt = this.#spill.size;
    this.#spillSorted(log.values, count * width, sorted, (length) => new Float64Array(length));
    log.count = 0;
    return { log, offsets: sorted.offsets, entityAt, tAt: entityAt + count * 4, valuesAt };
  }

  /** The first `total` numbers of `from`, equally many for each sample, in blocks that the file takes over. */
  #spillSorted<T extends Int32Array | Float64Array>(
    from: T,
    total: number,
    { offsets, first, length }: Sorted,
    make: (length: number) => T,
  ): void {
    const width = total / (offsets.at(-1) as number);
    let left = total;
    let block = make(Math.min(SPILL_NUMBERS, left));
    let filled = 0;
    for (let stretch = 0; stretch < first.length; stretch++) {
      let at = (first[stretch] as number) * width;
      const end = at + (length[stretch] as number) * width;
      while (at < end) {
        const stop = Math.min(end, at + block.length - filled);
        while (at < stop) block[filled++] = from[at++] as number;
        if (filled < block.length) continue;
        this.#spill.appendLater(block);
        left -= filled;
        block = make(Math.min(SPILL_NUMBERS, left));
        filled = 0;
      }
    }
  }

  /** Makes the slices long enough for the latest sample, and for some frames. */
  #fitSlices(): void {
    let last = 0;
    for (const { count, t } of this.#logs) for (let i = 0; i < count; i++) if ((t[i] as number) > last) last = t[i] as number;
    const least = this.#frameMs * this.#sizes.sliceFrames;
    while (last / this.#sliceMs >= MOST_SLICES || this.#sliceMs < least) {
      this.#sliceMs *= 2;
      for (const run of this.#runs) run.offsets = everySecond(run.offsets);
    }
  }
}

/** Index after the stretch that begins at `i`, within the slice that begins at `start`, ms. */
function stretchEnd({ count, entity, t }: ChannelLog, i: number, start: number, sliceMs: number): number {
  const own = entity[i];
  const end = start + sliceMs;
  let at = i + 1;
  while (at < count && entity[at] === own && (t[at] as number) >= start && (t[at] as number) < end) at++;
  return at;
}

/** A slice that became longer may begin with samples that are in a chunk already. Returns how many are left. */
function dropBefore(t0: number, count: number, entity: Int32Array, t: Int32Array, values: Float64Array, width: number): number {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    if ((t[i] as number) < t0) continue;
    entity[kept] = entity[i] as number;
    t[kept] = t[i] as number;
    values.copyWithin(kept * width, i * width, (i + 1) * width);
    kept++;
  }
  return kept;
}

/** Offsets of slices of twice the length. */
function everySecond(offsets: Int32Array): Int32Array {
  const slices = offsets.length - 1;
  return Int32Array.from({ length: Math.ceil(slices / 2) + 1 }, (_, i) => offsets[Math.min(2 * i, slices)] as number);
}

/** By EntityId: 0 when it existed neither at the chunk's start nor within. */
function presence(segment: ChannelLog, samples: Samples): Uint8Array {
  const { carryT, carryValue } = segment;
  const isPresent = new Uint8Array(carryT.length);
  for (let entity = 0; entity < carryT.length; entity++) isPresent[entity] = carryT[entity] === -1 || carryValue[entity] !== 0 ? 1 : 0;
  for (let i = 0; i < samples.count; i++) isPresent[samples.entity[i] as number] = 1;
  return isPresent;
}
