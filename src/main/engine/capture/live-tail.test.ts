import { tmpdir } from 'node:os';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decodeChunk, type Chunk } from '../../../shared/session/chunk.ts';
import { decodeEvents, decodePayloads, type EventColumns } from '../../../shared/session/event-block.ts';
import type { EntityInfo, SessionInfo } from '../../../shared/session/model.ts';
import { latestIndex } from '../../../shared/session/sampler.ts';
import { appendToChunk, dropBefore } from '../../../shared/session/tail.ts';
import { MemorySession } from '../memory-session.ts';
import type { SessionSink } from '../session-sink.ts';
import { SessionWriter } from '../session-writer.ts';
import { zstd } from '../zstd.ts';
import { LiveTail, type Delta, type Opening } from './live-tail.ts';

const CHANNELS = [
  { name: 'position', type: 'number', width: 3, layer: 0, unit: 'm' },
  { name: 'name', type: 'string', width: 1, layer: 0, unit: '' },
  { name: 'health', type: 'int', width: 1, layer: 1, unit: '' },
] as const;
const STEP_MS = 100;

/** What the made-up source may do at a moment; entities are chosen by a number that is taken modulo how many there are. */
const act = fc.oneof(
  { weight: 2, arbitrary: fc.record({ what: fc.constant('entity' as const) }) },
  { weight: 12, arbitrary: fc.record({ what: fc.constant('position' as const), entity: fc.nat(20), value: fc.nat(5) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('name' as const), entity: fc.nat(20), value: fc.nat(3) }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('health' as const), entity: fc.nat(20), value: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom('appear' as const, 'vanish' as const, 'gap' as const), entity: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('event' as const), entity: fc.nat(20), value: fc.nat(9) }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constant('time' as const) }) },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** Writes the acts into a sink, the same way each time. */
class MadeSource {
  readonly #sink: SessionSink;
  readonly #channels: readonly number[];
  #entities = 0;
  t = 0;

  constructor(sink: SessionSink) {
    this.#sink = sink;
    sink.header({
      game: 'made',
      format: 'made',
      adapterVersion: 1,
      framePeriodMs: STEP_MS,
      space: { axis: [0, 1, 2], sign: [1, 1, 1], metresPerUnit: 1 },
    });
    this.#channels = CHANNELS.map((def) => sink.channel(def));
  }

  do(act: Act): void {
    const sink = this.#sink;
    const [position = 0, name = 0, health = 0] = this.#channels;
    if (act.what === 'time') {
      this.t += STEP_MS;
      sink.settled(this.t);
      return;
    }
    if (act.what === 'entity' || this.#entities === 0) {
      this.#entities++;
      sink.appear(sink.entity({ kind: 'player', nativeId: String(this.#entities) }), this.t);
      return;
    }
    const entity = 1 + (act.entity % this.#entities);
    if (act.what === 'position') sink.vector(entity, position, this.t, [act.value, 1, this.t]);
    else if (act.what === 'name') sink.number(entity, name, this.t, sink.intern(`name ${act.value}`));
    else if (act.what === 'health') sink.number(entity, health, this.t, act.value);
    else if (act.what === 'event')
      sink.event({ t: this.t, type: 'kill', nativeType: 'killed', target: entity, data: { value: act.value } });
    else sink[act.what](entity, this.t);
  }
}

function writerTo(target: MemorySession, live?: LiveTail): SessionWriter {
  return new SessionWriter({
    target,
    compression: zstd,
    signal: new AbortController().signal,
    tempDir: tmpdir(),
    chunkSizes: { sliceMs: STEP_MS, sliceFrames: 1, leastNumbers: 20, timesStart: 1, leastFrames: 1, mostNumbers: 100 },
    ...(live === undefined ? {} : { live }),
  });
}

/** What a follower makes of an opening and the deltas after it. */
class Follower {
  readonly #target: MemorySession;
  #info: SessionInfo;
  readonly entities: EntityInfo[];
  readonly strings: string[];
  readonly types: string[] = [];
  #tail: [Chunk | null, Chunk | null];
  #chunks: MemorySession['chunks'] extends () => infer R ? R : never;

  constructor(opening: Opening, target: MemorySession) {
    this.#target = target;
    this.#info = opening.info;
    this.entities = [...opening.entities];
    this.strings = [...opening.strings];
    this.#chunks = target.chunks();
    this.#tail = opening.tail.map((bytes) => bytes && decodeChunk(bytes, zstd)) as [Chunk | null, Chunk | null];
    this.#addEvents(decodeEvents(opening.events.columns, zstd), opening.events.payloads);
  }

  take(delta: Delta): void {
    if (delta.info !== undefined) this.#info = delta.info;
    this.#info = { ...this.#info, durationMs: delta.durationMs };
    for (const entity of delta.entities ?? []) this.entities[entity.id] = entity;
    this.strings.push(...(delta.strings ?? []));
    if (delta.events !== undefined) this.#addEvents(decodeEvents(delta.events.columns, zstd), delta.events.payloads);
    for (const layer of [0, 1] as const) {
      const bytes = delta.tail[layer];
      if (bytes === null) continue;
      const added = decodeChunk(bytes, zstd);
      const tail = this.#tail[layer];
      if (tail !== null && added.t0 !== tail.t0) throw new Error('a delta has another start than the tail');
      this.#tail[layer] = tail === null ? added : appendToChunk(tail, added);
    }
    this.#chunks = this.#target.chunks();
    for (const { layer, t1 } of this.#chunks) {
      const tail = this.#tail[layer];
      if (tail !== null && tail.t0 < t1) this.#tail[layer] = dropBefore(tail, t1);
    }
  }

  get durationMs(): number {
    return this.#info.durationMs;
  }

  get channels(): SessionInfo['channels'] {
    return this.#info.channels;
  }

  async chunkAt(layer: 0 | 1, t: number): Promise<Chunk | null> {
    const ref = this.#chunks.find((chunk) => chunk.layer === layer && chunk.t0 <= t && t < chunk.t1);
    return ref === undefined ? this.#tail[layer] : decodeChunk(await this.#target.chunk(layer, ref.index), zstd);
  }

  #addEvents(columns: EventColumns, payloads: Uint8Array): void {
    const data = decodePayloads(payloads, zstd);
    for (let i = 0; i < columns.count; i++) this.types.push(`${columns.t[i]} ${columns.target[i]} ${JSON.stringify(data[i])}`);
  }
}

/** By channel and entity: the value at t; of those that exist only, for the state of others is nobody's business. */
function stateOf(chunks: readonly (Chunk | null)[], channels: SessionInfo['channels'], strings: readonly string[], t: number): string[] {
  const lines: string[] = [];
  const valueOf = (channel: SessionInfo['channels'][number], entity: number): string | null => {
    const column = chunks[channel.layer]?.columns[channel.id];
    const at = column === undefined ? -1 : latestIndex(column, entity, t);
    if (column === undefined || at < 0) return null;
    const values = Array.from(column.values.slice(at * column.width, (at + 1) * column.width));
    return channel.type === 'string' ? (strings[values[0] ?? 0] ?? '?') : values.join();
  };
  const segment = channels.find(({ name }) => name === 'segment');
  if (segment === undefined) return [];
  for (let entity = 1; entity < 60; entity++) {
    const exists = valueOf(segment, entity);
    if (exists === null || exists === '0') continue;
    for (const channel of channels) lines.push(`${entity} ${channel.name} ${valueOf(channel, entity)}`);
  }
  return lines;
}

async function imported(acts: readonly Act[]): Promise<MemorySession> {
  const session = new MemorySession();
  const writer = writerTo(session);
  const source = new MadeSource(writer);
  for (const act of acts) source.do(act);
  await writer.finish();
  return session;
}

/** Some of its time, the start and the end among them. */
function momentsOf(session: MemorySession): number[] {
  const { durationMs } = session.info();
  return Array.from({ length: 9 }, (_, i) => Math.round((durationMs * i) / 8));
}

async function chunksAt(session: MemorySession, t: number): Promise<(Chunk | null)[]> {
  const chunks: (Chunk | null)[] = [null, null];
  for (const { layer, index, t0, t1 } of session.chunks())
    if (t0 <= t && t < t1) chunks[layer] = decodeChunk(await session.chunk(layer, index), zstd);
  return chunks;
}

// Finding the smallest failure takes long; passing does not.
vi.setConfig({ testTimeout: 100_000 });

describe('a session that is watched while it is recorded', () => {
  it('is at every moment what the same stream is when it is imported', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 1, maxLength: 600, size: 'max' }),
        fc.integer({ min: 0, max: 400 }),
        fc.array(fc.integer({ min: 5, max: 90 }), { minLength: 1, maxLength: 10 }),
        async (acts, joinAt, pauses) => {
          const tail = new LiveTail(zstd);
          const target = new MemorySession();
          const writer = writerTo(target, tail);
          const source = new MadeSource(writer);
          let follower: Follower | null = null;
          let done = 0;
          for (let round = 0; done < acts.length; round++) {
            const next = Math.min(acts.length, done + (pauses[round % pauses.length] ?? 1));
            const draining = writer.drain();
            for (; done < next; done++) source.do(acts[done] as Act); // a live source does not wait for it
            await draining;
            if (follower === null && done >= joinAt) {
              tail.watch(writer.held());
              follower = new Follower(tail.opening(writer.held()), target);
            } else {
              const delta = follower === null ? null : tail.delta(writer.held(), round * 500);
              if (delta !== null) follower?.take(delta);
            }
          }
          if (follower === null) return;
          const last = tail.delta(writer.held(), 1e9);
          if (last !== null) follower.take(last);
          const whole = await imported(acts);
          expect(follower.durationMs).toBe(whole.info().durationMs);
          expect(follower.entities).toEqual(whole.entities().map((entity) => ({ ...entity, lastT: expect.any(Number) as number })));
          expect(follower.types).toHaveLength(whole.info().eventCount);
          for (const t of momentsOf(whole)) {
            const live = [await follower.chunkAt(0, t), await follower.chunkAt(1, t)];
            expect(stateOf(live, follower.channels, follower.strings, t)).toEqual(
              stateOf(await chunksAt(whole, t), whole.info().channels, whole.strings(), t),
            );
          }
          // And what the recording itself becomes is that too.
          await writer.finish();
          for (const t of momentsOf(whole)) {
            expect(stateOf(await chunksAt(target, t), follower.channels, follower.strings, t)).toEqual(
              stateOf(await chunksAt(whole, t), whole.info().channels, whole.strings(), t),
            );
          }
        },
      ),
      { numRuns: process.env['SANDTABLE_LONG'] === '1' ? 1000 : 40, interruptAfterTimeLimit: 90_000 },
    );
  });

  it('says nothing when nothing is new', async () => {
    const tail = new LiveTail(zstd);
    const writer = writerTo(new MemorySession(), tail);
    const source = new MadeSource(writer);
    expect(tail.isEmpty).toBe(true);
    source.do({ what: 'entity' });
    expect(tail.isEmpty).toBe(false);
    await writer.drain();
    tail.watch(writer.held());
    expect(tail.delta(writer.held(), 0)).toMatchObject({ info: { playerCount: 1 } }); // what is counted was not told yet
    expect(tail.delta(writer.held(), 5000)).toBeNull();
    source.do({ what: 'position', entity: 0, value: 3 });
    expect(tail.delta(writer.held(), 5001)).toMatchObject({ tail: [expect.any(Uint8Array), null] });
    expect(tail.delta(writer.held(), 5002)).toBeNull();
    writer.discard();
  });
});
