/** The SessionWriter against a naive reference that keeps every sample. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeChunk, type Chunk, type Column } from '../../shared/session/chunk.ts';
import { decodeEvents, decodePayloads } from '../../shared/session/event-block.ts';
import { EVENT_TYPES } from '../../shared/session/event-types.ts';
import { latestIndex } from '../../shared/session/sampler.ts';
import { MemorySession } from './memory-session.ts';
import { SessionWriter, type SessionWriterOptions } from './session-writer.ts';
import { zstd } from './zstd.ts';

const tempDir = mkdtempSync(join(tmpdir(), 'session-writer-'));
afterAll(() => rmSync(tempDir, { recursive: true }));

function open(options: Partial<SessionWriterOptions> = {}): { session: MemorySession; writer: SessionWriter } {
  const session = new MemorySession();
  const writer = new SessionWriter({ target: session, compression: zstd, signal: new AbortController().signal, tempDir, ...options });
  writer.header({ game: 'test', format: 'test', adapterVersion: 1, framePeriodMs: 1000, maxInterpolateMs: 5000 });
  return { session, writer };
}

async function chunksOf(session: MemorySession, layer: 0 | 1): Promise<Chunk[]> {
  const refs = session.chunks().filter((ref) => ref.layer === layer);
  return Promise.all(refs.map(async ({ index }) => decodeChunk(await session.chunk(layer, index), zstd)));
}

/** Latest-at from the stored chunks. */
function read(chunks: readonly Chunk[], channel: number, entity: number, t: number): number[] | null {
  const chunk = chunks.find(({ t0, t1 }) => t >= t0 && t < t1);
  if (chunk === undefined) throw new Error(`no chunk answers for ${t}`);
  const column = chunk.columns[channel];
  const index = column === undefined ? -1 : latestIndex(column, entity, t);
  return column === undefined || index < 0 ? null : Array.from(column.values.subarray(index * column.width, (index + 1) * column.width));
}

function isSame(a: readonly number[] | null, b: readonly number[] | null): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every((number, i) => Object.is(number, b[i]));
}

/** Times ascend within an entity, and only its first sample may be older than the chunk. */
function isInOrder({ t0, columns }: Chunk): boolean {
  return columns.every((column) => {
    if (column === undefined) return true;
    const { entities, starts, times } = column;
    return entities.every((_, row) => {
      const own = Array.from(times.subarray((starts[row] as number) + 1, starts[row + 1]));
      const first = times[starts[row] as number] as number;
      return own.every((t, i) => t >= t0 && t > (own[i - 1] ?? first));
    });
  });
}

interface Sample {
  t: number;
  value: number[];
}

/** Every accepted sample of each channel of each entity; the latest at or before t holds, of equal ones the last. */
class Reference {
  readonly #tracks = new Map<string, Sample[]>();

  /** False when it came after a later one. */
  add(entity: number, channel: number, sample: Sample): boolean {
    const track = this.#track(entity, channel);
    if ((track.at(-1)?.t ?? 0) > sample.t) return false;
    track.push(sample);
    return true;
  }

  last(entity: number, channel: number): number {
    return this.at(entity, channel, Infinity)?.[0] ?? 0;
  }

  at(entity: number, channel: number, t: number): number[] | null {
    return this.#track(entity, channel).findLast((sample) => sample.t <= t)?.value ?? null;
  }

  /** ms of all samples but those of `channel`. */
  times(except: number): number[] {
    return [...this.#tracks].flatMap(([key, track]) => (key.endsWith(`/${except}`) ? [] : track.map(({ t }) => t)));
  }

  #track(entity: number, channel: number): Sample[] {
    const key = `${entity}/${channel}`;
    const track = this.#tracks.get(key) ?? [];
    this.#tracks.set(key, track);
    return track;
  }
}

const WIDTHS = [1, 3, 1, 5];
const UNITS = 6;
const number = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 2, arbitrary: fc.integer({ min: -30_000_000, max: 30_000_000 }).map((int) => int / 1000) },
  fc.double({ noDefaultInfinity: true }),
  fc.constantFrom(-0, Number.NaN, 1e-300),
);
const step = fc.record({
  entity: fc.integer({ min: 0, max: UNITS }),
  what: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.constantFrom('appear', 'vanish', 'gap')),
  dt: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 400 }) }, fc.integer({ min: -50, max: 20_000 })),
  values: fc.array(number, { minLength: 5, maxLength: 5 }),
  drain: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
const plan = fc.record({
  steps: fc.array(step, { maxLength: 150, size: 'max' }),
  order: fc.constantFrom('entity-major', 'time-major', 'settled'),
  memoryBudget: fc.constantFrom(0, 500, 1e9),
  sliceMs: fc.constantFrom(1, 100, 1000, 60_000),
  sliceFrames: fc.constantFrom(0, 0, 8),
  leastNumbers: fc.constantFrom(1, 20, 300),
  moments: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 10 }),
});

describe('SessionWriter', () => {
  it('stores what a naive reference of all samples knows, whatever the order, the budget and the chunk sizes', async () => {
    let manyChunks = 0;
    await fc.assert(
      fc.asyncProperty(plan, async ({ steps, order, memoryBudget, sliceMs, sliceFrames, leastNumbers, moments }) => {
        const { session, writer } = open({
          memoryBudget,
          chunkSizes: { sliceMs, sliceFrames, leastNumbers, timesStart: 1, leastFrames: 0 },
        });
        const channels = WIDTHS.map((width, i) =>
          writer.channel({ name: `c${i}`, type: i === 2 ? 'int' : 'number', width, layer: i === 3 ? 1 : 0, unit: '' }),
        );
        for (let i = 1; i <= UNITS; i++) writer.entity({ kind: 'ai', nativeId: String(i) });
        const reference = new Reference();
        const stretches = new Int32Array(UNITS + 1);
        const now = new Int32Array(UNITS + 1);
        let refused = 0;
        const sorted = order === 'entity-major' ? steps.toSorted((a, b) => a.entity - b.entity) : steps;
        for (const { entity, what, dt, values, drain } of sorted) {
          const clock = order === 'entity-major' ? entity : 0;
          const t = Math.max(0, (now[clock] as number) + (order === 'settled' ? Math.abs(dt) : dt));
          now[clock] = t;
          const note = (channel: number, value: number[]): boolean => {
            const taken = reference.add(entity, channel, { t, value });
            if (!taken) refused++;
            return taken;
          };
          if (typeof what === 'number') {
            const channel = channels[what] as number;
            const value = values.slice(0, WIDTHS[what]).map((v) => (what === 2 ? Math.trunc(v) | 0 : v));
            if (value.length === 1) writer.number(entity, channel, t, value[0] as number);
            else writer.vector(entity, channel, t, [99, ...value], 1);
            note(channel, value);
          } else if (entity > 0) {
            writer[what](entity, t);
            const exists = reference.last(entity, 0) > 0;
            if (what === 'appear' || (what === 'gap' && exists)) {
              if (note(0, [(stretches[entity] as number) + 1])) (stretches[entity] as number)++;
            } else if (what === 'vanish' && exists) note(0, [0]);
          }
          if (order === 'settled') writer.settled(t);
          if (drain) await writer.drain();
        }
        const info = await writer.finish();
        const end = Math.max(0, ...reference.times(0));
        expect(info.durationMs).toBe(end);
        expect(info.warnings.reduce((sum, { code, count }) => sum + (code === 'out-of-order' ? count : 0), 0)).toBe(refused);
        const layers = [await chunksOf(session, 0), await chunksOf(session, 1)] as const;
        for (const chunks of layers) {
          expect(chunks[0]?.t0).toBe(0);
          expect(chunks.at(-1)?.t1).toBeGreaterThan(end);
          for (let i = 1; i < chunks.length; i++) expect(chunks[i]?.t0).toBe(chunks[i - 1]?.t1);
          if (chunks.length > 2) manyChunks++;
          expect(chunks.every(isInOrder)).toBe(true);
        }
        const times = [...moments.map((share) => Math.floor(share * end)), ...reference.times(-1).flatMap((t) => [t, Math.max(0, t - 1)])];
        const wrong: unknown[] = [];
        for (const t of new Set(times.filter((t) => t <= end))) {
          for (let entity = 0; entity <= UNITS; entity++) {
            const stretch = reference.at(entity, 0, t)?.[0] ?? null;
            // Of what does not exist nothing need be known, and its absence itself may be left out.
            const stored = read(layers[0], 0, entity, t)?.[0] ?? null;
            if ((stored || null) !== (stretch || null)) wrong.push({ t, entity, stored, known: stretch });
            if (stretch === 0) continue;
            for (const [i, channel] of channels.entries()) {
              const [stored, known] = [read(layers[i === 3 ? 1 : 0], channel, entity, t), reference.at(entity, channel, t)];
              if (!isSame(stored, known)) wrong.push({ t, entity, channel, stored, known });
            }
          }
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: process.env['SANDTABLE_LONG'] === '1' ? 3000 : 60 },
    );
    expect(manyChunks).toBeGreaterThan(10);
  });

  it('seals settled chunks as it goes, carries states on and drops those of entities that are gone', async () => {
    const parts: string[] = [];
    const session = new MemorySession();
    const target = { put: (part: Parameters<MemorySession['put']>[0]) => (parts.push(part.kind), session.put(part)) };
    const { writer } = open({ target });
    const position = writer.channel({ name: 'position', type: 'number', width: 3, layer: 0, unit: 'm' });
    const name = writer.channel({ name: 'name', type: 'string', width: 1, layer: 0, unit: '' });
    const units = Array.from({ length: 200 }, (_, i) => writer.entity({ kind: 'player', nativeId: String(i) }));
    const gone = writer.entity({ kind: 'marker', nativeId: 'x' });
    writer.appear(gone, 0);
    writer.vector(gone, position, 0, [1, 2, 3]);
    writer.vanish(gone, 1500);
    const first = units[0] as number;
    for (const unit of units) {
      writer.appear(unit, 0);
      writer.number(unit, name, 0, writer.intern(`unit ${unit}`));
    }
    for (let t = 0; t <= 900_000; t += 1000) {
      for (const unit of units) writer.vector(unit, position, t, [unit, t / 1000, 0]);
      writer.settled(t);
      if (t === 500_000) writer.event({ t: 499_500, type: 'kill', nativeType: 'killed', actor: first, data: { n: 1 } });
      if (t % 50_000 === 0) await writer.drain();
    }
    expect(parts.filter((kind) => kind === 'chunk').length).toBeGreaterThan(2);
    expect(parts).toContain('overview');
    const info = await writer.finish();
    expect(info).toMatchObject({
      durationMs: 900_000,
      entityCount: 200,
      playerCount: 200,
      eventCount: 1,
      eventsByType: { kill: 1 },
      warnings: [],
    });
    const chunks = await chunksOf(session, 0);
    expect(chunks.length).toBeGreaterThan(3);
    for (const t of [0, 1499, 1500, 333_333, 720_001, 900_000]) {
      expect(read(chunks, position, first, t)).toEqual([1, Math.floor(t / 1000), 0]);
      expect(read(chunks, name, first, t)).toEqual([1]);
    }
    expect(read(chunks, position, gone, 1499)).toEqual([1, 2, 3]);
    expect(read(chunks, position, gone, 900_000)).toBeNull();
    const events = decodeEvents(await session.eventColumns(0), zstd);
    expect(Array.from(events.position)).toEqual([1, 499, 0]);
    expect(session.entities()[gone]).toMatchObject({ firstT: 0, lastT: 1499 });
    expect(session.entities()[first]).toMatchObject({ firstT: 0, lastT: 900_000, name: 'unit 1' });
  });

  it('orders events by t and arrival, keeps payloads beyond the budget, and places events at their target, else their actor', async () => {
    const { session, writer } = open({ memoryBudget: 0 });
    const position = writer.channel({ name: 'position', type: 'number', width: 3, layer: 0, unit: 'm' });
    const a = writer.entity({ kind: 'ai', nativeId: 'a' });
    const b = writer.entity({ kind: 'ai', nativeId: 'b' });
    for (const [entity, x] of [
      [a, 10],
      [b, 20],
    ] as const) {
      writer.appear(entity, 0);
      writer.vector(entity, position, 0, [x, 0, Number.NaN]);
      writer.vector(entity, position, 60_000, [x + 1, 0, Number.NaN]);
    }
    const expected: { t: number; data: { n: number } | null; x: number }[] = [];
    for (let n = 0; n < 5000; n++) {
      const t = (n * 7919) % 70_000;
      const data = n % 3 === 0 ? null : { n };
      writer.event({
        t,
        type: EVENT_TYPES[n % EVENT_TYPES.length] as (typeof EVENT_TYPES)[number],
        nativeType: `é${n % 5}`,
        actor: a,
        ...(n % 2 === 0 ? { target: b } : {}),
        ...(n % 7 === 0 ? { position: [n + 0.1, 1, 2], weapon: 'w' } : {}),
        ...(data === null ? {} : { data }),
      });
      expected.push({ t, data, x: n % 7 === 0 ? n + 0.1 : (n % 2 === 0 ? 20 : 10) + (t >= 60_000 ? 1 : 0) });
      if (n % 1000 === 500) await writer.drain();
    }
    await writer.finish();
    expected.sort((x, y) => x.t - y.t);
    const seen: typeof expected = [];
    for (const { index, firstSeq, count } of session.eventBlocks()) {
      const columns = decodeEvents(await session.eventColumns(index), zstd);
      const payloads = decodePayloads(await session.eventPayloads(index), zstd);
      expect([firstSeq, columns.count, payloads.length]).toEqual([seen.length, count, count]);
      for (let i = 0; i < count; i++) {
        seen.push({ t: columns.t[i] as number, data: payloads[i] as { n: number } | null, x: columns.position[i * 3] as number });
      }
    }
    expect(seen).toEqual(expected);
  });

  it('counts existence in stretches', async () => {
    const { session, writer } = open();
    const unit = writer.entity({ kind: 'player', nativeId: '7' });
    writer.gap(unit, 0); // does not exist yet
    writer.appear(unit, 1000);
    writer.gap(unit, 3000);
    writer.vanish(unit, 5000);
    writer.vanish(unit, 5500);
    writer.appear(unit, 8000);
    writer.vanish(unit, 9001);
    writer.regularFrames(3, 12, (frame) => (frame - 3) * 1000);
    const info = await writer.finish();
    expect(info).toMatchObject({ frames: 10, durationMs: 9000 });
    const chunks = await chunksOf(session, 0);
    const stretches = [0, 1000, 2999, 3000, 4999, 5000, 7999, 8000, 9000].map((t) => read(chunks, 0, unit, t)?.[0] ?? null);
    expect(stretches).toEqual([null, 1, 1, 2, 2, 0, 0, 3, 3]);
    expect(session.entities()[unit]).toMatchObject({ firstT: 1000, lastT: 9000 });
  });

  it('refuses impossible times and values with counted warnings', async () => {
    const { writer } = open();
    const height = writer.channel({ name: 'height', type: 'number', width: 1, layer: 0, unit: 'm' });
    const life = writer.channel({ name: 'life', type: 'int', width: 1, layer: 0, unit: '' });
    for (const t of [-1, 0.5, Number.NaN, 2 ** 31]) writer.number(0, height, t, 1);
    for (const value of [Infinity, -Infinity]) writer.number(0, height, 5, value);
    writer.vector(0, height, 5, [Infinity]);
    writer.number(0, life, 5, 1.5);
    writer.event({ t: -5, type: 'note', nativeType: 'n' });
    const info = await writer.finish();
    expect(info.warnings.map(({ code, count }) => [code, count])).toEqual([
      ['bad-time', 5],
      ['bad-value', 4],
    ]);
    expect(() => writer.number(5, height, 0, 0)).toThrow(RangeError);
    expect(() => writer.number(0, 77, 0, 0)).toThrow(RangeError);
  });

  it('takes what a channel asks to be shown over the whole length, such as a score, into the overview', async () => {
    const parts: Parameters<MemorySession['put']>[0][] = [];
    const target = { put: (part: (typeof parts)[number]) => Promise.resolve(void parts.push(part)) };
    const { writer } = open({ target });
    const score = writer.channel({ name: 'blue_points', type: 'number', width: 1, layer: 0, unit: '', overview: true });
    const clock = writer.channel({ name: 'game_clock', type: 'number', width: 1, layer: 0, unit: 's' });
    for (let second = 0; second < 100; second++) writer.number(0, clock, second * 1000, 100 - second);
    for (const [t, points] of [
      [0, 0],
      [20_000, 2],
      [70_000, 5],
    ] as const)
      writer.number(0, score, t, points);
    await writer.finish();
    const [overview] = parts.flatMap((part) => (part.kind === 'overview' ? [decodeChunk(part.data, zstd)] : [])).slice(-1);
    expect(overview?.columns[clock]).toBeUndefined();
    expect([...(overview?.columns[score]?.times ?? [])]).toEqual([0, 20_000, 70_000]);
    expect([...(overview?.columns[score]?.values ?? [])]).toEqual([0, 2, 5]);
  });

  it('gives a coarse overview early, again as it gets better, and at the end, each time with the lists that it is drawn with', async () => {
    const parts: Parameters<MemorySession['put']>[0][] = [];
    const target = { put: (part: (typeof parts)[number]) => Promise.resolve(void parts.push(part)) };
    const { writer } = open({ target, bytesTotal: 300 });
    const position = writer.channel({ name: 'position', type: 'number', width: 3, layer: 0, unit: 'm' });
    const life = writer.channel({ name: 'life', type: 'int', width: 1, layer: 0, unit: '' });
    for (let n = 1; n <= 300; n++) {
      const unit = writer.entity({ kind: n % 100 === 0 ? 'marker' : 'ai', nativeId: String(n) });
      writer.appear(unit, n);
      for (let second = 0; second < 400; second++) writer.vector(unit, position, n + second * 1000, [n, second, 0]);
      writer.number(unit, life, n, 1);
      writer.number(unit, life, 200_000, 3);
      writer.vanish(unit, 300_000 + n);
      writer.progress(n, 'reading');
      await writer.drain();
    }
    await writer.finish();
    const kinds = parts.map(({ kind }) => kind).filter((kind) => kind !== 'chunk');
    // At 30 (a tenth of the bytes), 60, 120, 240, and at the end.
    expect(kinds).toEqual(Array.from({ length: 5 }, () => ['entities', 'strings', 'info', 'overview']).flat());
    const overviews = parts.flatMap((part) => (part.kind === 'overview' ? [decodeChunk(part.data, zstd)] : []));
    const entities = overviews.map((chunk) => chunk.columns[position]?.entities.length);
    expect(entities).toEqual([30, 60, 119, 238, 297]);
    for (const chunk of overviews) {
      expect(chunk.columns.reduce((sum, column) => sum + (column?.times.length ?? 0), 0)).toBeLessThanOrEqual(30_000);
    }
    const last = overviews.at(-1) as Chunk;
    const track = last.columns[position] as Column;
    expect(last).toMatchObject({ t0: 0, t1: 399_301 });
    for (let row = 0; row < track.entities.length; row++) {
      const entity = track.entities[row] as number;
      const [from, end] = [track.starts[row] as number, track.starts[row + 1] as number];
      expect(end - from).toBeLessThanOrEqual(200);
      expect(end - from).toBeGreaterThan(30);
      // The first sample and the last one are there, and all are real ones.
      expect([track.times[from], track.times[end - 1]]).toEqual([entity, entity + 399_000]);
      for (let i = from; i < end; i++) expect(track.values[i * 3 + 1]).toBe(((track.times[i] as number) - entity) / 1000);
    }
    expect([0, 250_000, 399_000].map((t) => read([last], life, 1, t)?.[0])).toEqual([undefined, 3, 3]);
    expect([1, 299_999, 399_000].map((t) => read([last], 0, 1, t)?.[0])).toEqual([1, 1, 0]);
  });

  it('does not repeat what is in a chunk when its slices get longer', async () => {
    const { session, writer } = open({
      memoryBudget: 0,
      chunkSizes: { sliceMs: 1, sliceFrames: 0, leastNumbers: 1, timesStart: 0, leastFrames: 0 },
    });
    const height = writer.channel({ name: 'height', type: 'number', width: 1, layer: 0, unit: 'm' });
    for (let t = 0; t <= 10; t++) writer.number(0, height, t, t);
    await writer.drain();
    writer.settled(7);
    writer.number(0, height, 11, 11);
    await writer.drain();
    writer.number(0, height, 40_000, 12);
    await writer.finish();
    const chunks = await chunksOf(session, 0);
    expect(chunks.slice(0, 9).map(({ t0 }) => t0)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(chunks.every(isInOrder)).toBe(true);
    for (let t = 0; t <= 11; t++) expect(read(chunks, height, 0, t)).toEqual([t]);
  });

  it('takes no more frames than a recording can have', async () => {
    const { writer } = open();
    writer.regularFrames(0, 2 ** 31, (frame) => frame);
    const info = await writer.finish();
    expect(info.frames).toBeLessThan(10_000_000);
    expect(info.warnings).toMatchObject([{ code: 'too-many-frames', count: 1 }]);
  });

  it('makes its slices longer when times are far apart', async () => {
    const { session, writer } = open({ memoryBudget: 0, chunkSizes: { sliceMs: 1, leastNumbers: 1 } });
    const height = writer.channel({ name: 'height', type: 'number', width: 1, layer: 0, unit: 'm' });
    for (let i = 0; i < 31; i++) {
      writer.number(0, height, 2 ** i, i);
      await writer.drain();
    }
    await writer.finish();
    const chunks = await chunksOf(session, 0);
    for (let i = 0; i < 31; i++) expect(read(chunks, height, 0, 2 ** i)).toEqual([i]);
  });

  it('stops when it is cancelled, and leaves no temporary file behind', async () => {
    const controller = new AbortController();
    const { writer } = open({ memoryBudget: 0, signal: controller.signal });
    const height = writer.channel({ name: 'height', type: 'number', width: 1, layer: 0, unit: 'm' });
    writer.number(0, height, 0, 1);
    await writer.drain();
    controller.abort(new Error('cancelled'));
    await expect(writer.drain()).rejects.toThrow('cancelled');
    await expect(writer.finish()).rejects.toThrow('cancelled');
    expect(readdirSync(tempDir)).toHaveLength(0);
  });
});
