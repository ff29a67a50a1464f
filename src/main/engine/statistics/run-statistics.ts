/**
 * Runs a game's statistics over a session: chunk by chunk, samples merged by time over all channels and entities, events in between. What is kept in memory is one
 * chunk, one block of events and what the run counts, however long the session is.
 */
import { decodeChunk, type Chunk, type Column } from '../../../shared/session/chunk.ts';
import { decodeEvents, decodePayloads, type EventColumns } from '../../../shared/session/event-block.ts';
import { EVENT_TYPES, eventCode, type EventType } from '../../../shared/session/event-types.ts';
import type { JsonObject, Space } from '../../../shared/session/model.ts';
import type { Statistics } from '../../../shared/statistics.ts';
import type { SessionSource } from '../session-source.ts';
import { zstd } from '../zstd.ts';
import { Words } from './moments-builder.ts';
import type { StatisticsEvent, StatisticsProvider, StatisticsRun } from './provider.ts';

export async function runStatistics(session: SessionSource, provider: StatisticsProvider): Promise<Statistics> {
  const info = session.info();
  const words = new Words();
  const entities: ReturnType<SessionSource['entities']>[number][] = [];
  for (const entity of session.entities()) entities[entity.id] = entity;
  const run = provider.begin({ info, entities, strings: session.strings() }, words);
  const channels = run.channels.map((name) => info.channels.find((channel) => channel.name === name && channel.layer === 0)?.id ?? -1);
  const events = new EventCursor(session, run);
  const chunks = session
    .chunks()
    .filter(({ layer }) => layer === 0)
    .toSorted((a, b) => a.t0 - b.t0);
  await events.next();
  for (const { index } of chunks) {
    const samples = new ChunkSamples(decodeChunk(await session.chunk(0, index), zstd), channels);
    while (samples.next()) {
      while (events.t < samples.t) {
        events.tell();
        await events.next();
      }
      run.sample(samples.channel, samples.entity, samples.t, samples.values, samples.at);
    }
  }
  while (events.t !== Number.POSITIVE_INFINITY) {
    events.tell();
    await events.next();
  }
  const sections = run.finish();
  return { durationMs: info.durationMs, words: words.all, sections };
}

/** The samples of some channels that were recorded within a chunk, in order of t, then of channels, then of entities. */
class ChunkSamples {
  t = 0;
  channel = 0;
  entity = 0;
  values: Float64Array | Int32Array = new Int32Array(0);
  /** Where its numbers start. */
  at = 0;
  readonly #columns: readonly (Column | undefined)[];
  readonly #t0: number;
  /** Per sample: which channel, whose, which one of its column. */
  readonly #channels: Uint8Array;
  readonly #entities: Int32Array;
  readonly #indices: Int32Array;
  /** (t - t0) * count + number, so that sorting numbers sorts samples. */
  readonly #order: Float64Array;
  #next = 0;

  constructor(chunk: Chunk, channels: readonly number[]) {
    this.#columns = channels.map((id) => (id < 0 ? undefined : chunk.columns[id]));
    this.#t0 = chunk.t0;
    const most = this.#columns.reduce((sum, column) => sum + (column?.times.length ?? 0), 0);
    this.#channels = new Uint8Array(most);
    this.#entities = new Int32Array(most);
    this.#indices = new Int32Array(most);
    const order = new Float64Array(most);
    let count = 0;
    for (const [channel, column] of this.#columns.entries()) {
      if (column === undefined) continue;
      const { entities, starts, times } = column;
      for (let row = 0; row < entities.length; row++) {
        const end = starts[row + 1] as number;
        for (let index = starts[row] as number; index < end; index++) {
          const t = times[index] as number;
          if (t < chunk.t0) continue; // the state at its start was told with an earlier chunk
          this.#channels[count] = channel;
          this.#entities[count] = entities[row] as number;
          this.#indices[count] = index;
          order[count] = (t - chunk.t0) * most + count;
          count++;
        }
      }
    }
    this.#order = order.subarray(0, count).toSorted();
  }

  next(): boolean {
    const key = this.#order[this.#next++];
    if (key === undefined) return false;
    const most = this.#channels.length;
    const sample = key % most;
    this.t = this.#t0 + (key - sample) / most;
    this.channel = this.#channels[sample] as number;
    this.entity = this.#entities[sample] as number;
    const column = this.#columns[this.channel] as Column;
    this.values = column.values;
    this.at = (this.#indices[sample] as number) * column.width;
    return true;
  }
}

/** Steps through the events of all blocks; it is itself the event that the run is told of. */
class EventCursor implements StatisticsEvent {
  /** Infinity after the last one. */
  t = Number.NEGATIVE_INFINITY;
  type: EventType = 'custom';
  actor = 0;
  target = 0;
  x = Number.NaN;
  y = Number.NaN;
  z = Number.NaN;
  readonly #session: SessionSource;
  readonly #run: StatisticsRun;
  readonly #strings: readonly string[];
  readonly #space: Space;
  readonly #wanted: ReadonlySet<number>;
  readonly #blocks: readonly number[];
  #block = 0;
  #events: EventColumns | null = null;
  #payloads: readonly (JsonObject | null)[] = [];
  #i = -1;

  constructor(session: SessionSource, run: StatisticsRun) {
    this.#session = session;
    this.#run = run;
    this.#strings = session.strings();
    this.#space = session.info().space;
    this.#wanted = new Set(run.payloads.map(eventCode));
    this.#blocks = session
      .eventBlocks()
      .toSorted((a, b) => a.firstSeq - b.firstSeq)
      .map(({ index }) => index);
  }

  get weapon(): string {
    return this.#strings[this.#events?.weapon[this.#i] ?? 0] ?? '';
  }

  get data(): JsonObject | null {
    return this.#payloads[this.#i] ?? null;
  }

  tell(): void {
    this.#run.event(this);
  }

  async next(): Promise<void> {
    this.#i++;
    while (this.#events === null || this.#i >= this.#events.count) {
      const block = this.#blocks[this.#block++];
      if (block === undefined) {
        this.t = Number.POSITIVE_INFINITY;
        return;
      }
      this.#events = decodeEvents(await this.#session.eventColumns(block), zstd);
      const wanted = this.#events.type.some((type) => this.#wanted.has(type));
      this.#payloads = wanted ? decodePayloads(await this.#session.eventPayloads(block), zstd) : [];
      this.#i = 0;
    }
    const events = this.#events;
    const i = this.#i;
    this.t = events.t[i] as number;
    this.type = EVENT_TYPES[events.type[i] as number] ?? 'custom';
    this.actor = events.actor[i] as number;
    this.target = events.target[i] as number;
    this.x = this.#metres(events.position, 0);
    this.y = this.#metres(events.position, 1);
    this.z = this.#metres(events.position, 2);
  }

  #metres(position: Float64Array, axis: 0 | 1 | 2): number {
    const { axis: axes, sign, metresPerUnit } = this.#space;
    return (position[this.#i * 3 + axes[axis]] as number) * sign[axis] * metresPerUnit;
  }
}
