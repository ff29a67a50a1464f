/** For tests: an engine that captures, and the state of a session as something that can be compared. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionDetail, SessionRow } from '../../../../../shared/engine-api.ts';
import { decodeChunk, type Chunk } from '../../../../../shared/session/chunk.ts';
import type { EntityInfo, SessionInfo } from '../../../../../shared/session/model.ts';
import { MemorySource } from '../../../byte-source.ts';
import { createEngine, type Engine } from '../../../engine.ts';
import type { MemorySession } from '../../../memory-session.ts';
import { readIntoMemory } from '../../../read-into-memory.ts';
import { zstd } from '../../../zstd.ts';
import { ocapFormat } from '../ocap/format.ts';
import { ocapCommands, ocapStream } from '../recorder/read-log.ts';

export const SECRET = 'correct horse';

export async function capturing(
  libraryDir: string,
  id: string,
  settings: Readonly<Record<string, string | number | boolean>>,
): Promise<Engine> {
  return await createEngine({ libraryDir, desktop: false, captures: [{ id, settings }] });
}

/** Nothing is captured: only what is there, recovered. */
export async function reopened(libraryDir: string): Promise<Engine> {
  const engine = await createEngine({ libraryDir, desktop: false, captures: [] });
  await engine.recovered();
  return engine;
}

export async function addressOf({ client }: Engine, id: string): Promise<string> {
  return (await client.call('capture.list', {})).find((capture) => capture.id === id)?.address ?? '';
}

export async function rows({ client }: Engine): Promise<readonly SessionRow[]> {
  return (await client.call('sessions.list', { filter: {}, sort: 'oldest', offset: 0, limit: 500 })).rows;
}

export async function until<T>(what: string, get: () => Promise<T | null> | T | null, ms = 60_000): Promise<T> {
  const deadline = performance.now() + ms;
  for (;;) {
    const got = await get();
    if (got !== null) return got;
    if (performance.now() > deadline) throw new Error(`${what} did not come`);
    await sleep(5);
  }
}

/** The sessions of a recording, read as a file. */
export async function readBytes(name: string, bytes: Uint8Array): Promise<readonly MemorySession[]> {
  return await readIntoMemory(new MemorySource(name, bytes), [{ id: 'arma3', formats: [ocapFormat, ocapCommands, ocapStream] }]);
}

interface Stored {
  readonly info: SessionInfo;
  readonly entities: readonly EntityInfo[];
  readonly strings: readonly string[];
}

/** Everything at the end of a session, by native id and channel: latest values, texts and people by what they are called. */
export type EndState = Readonly<Record<string, readonly (number | string | null)[]>>;

function endState({ info, entities, strings }: Stored, chunks: readonly (Chunk | null)[]): EndState {
  const state: Record<string, readonly (number | string | null)[]> = {};
  const nameOf = (id: number): string => (id === 0 ? 'session' : (entities[id]?.nativeId ?? `#${id}`));
  for (const chunk of chunks) {
    for (const column of chunk?.columns ?? []) {
      if (column === undefined) continue;
      const channel = info.channels[column.channel];
      // Which stretch it is counts on from the start; whether it exists is what is compared.
      const isSegment = channel?.name === 'segment';
      for (const [row, entity] of column.entities.entries()) {
        const last = (column.starts[row + 1] as number) - 1;
        const values = [...column.values.subarray(last * column.width, (last + 1) * column.width)];
        state[`${nameOf(entity)} ${channel?.name}`] = values.map((value) => {
          if (channel?.type === 'string') return strings[value] ?? null;
          if (channel?.name === 'parent') return value < 0 ? null : nameOf(value);
          if (isSegment) return value > 0 ? 1 : 0;
          return Number.isNaN(value) ? null : value;
        });
      }
    }
  }
  return state;
}

/** Of a session that was read as a file. */
export async function fileState(session: MemorySession): Promise<EndState> {
  const chunks = await Promise.all(
    ([0, 1] as const).map(async (layer) => {
      const last = session.chunks().findLast((chunk) => chunk.layer === layer);
      return last === undefined ? null : decodeChunk(await session.chunk(layer, last.index), zstd);
    }),
  );
  return endState({ info: session.info(), entities: session.entities(), strings: session.strings() }, chunks);
}

/** Of a session of the library. */
export async function libraryState({ client }: Engine, id: string): Promise<EndState> {
  const detail = await client.call('sessions.get', { id });
  return endState(detail, await lastChunks(client, detail));
}

async function lastChunks(client: Engine['client'], { row, chunks }: SessionDetail): Promise<readonly (Chunk | null)[]> {
  return await Promise.all(
    ([0, 1] as const).map(async (layer) => {
      const last = chunks.findLast((chunk) => chunk.layer === layer);
      return last === undefined ? null : decodeChunk(await client.call('chunks.read', { id: row.id, layer, index: last.index }), zstd);
    }),
  );
}

/** Of a session that is being recorded, as somebody sees it who begins to watch now. */
export async function liveState({ client }: Engine, id: string): Promise<{ readonly state: EndState; readonly durationMs: number }> {
  const abort = new AbortController();
  let found: { state: EndState; durationMs: number } | null = null;
  await client.stream(
    'sessions.follow',
    { id },
    (item) => {
      if (item.kind !== 'opening' || found !== null) return;
      const tail = item.tail.map((bytes) => (bytes === null ? null : decodeChunk(bytes, zstd)));
      found = { state: endState(item.detail, tail), durationMs: item.detail.info.durationMs };
      abort.abort();
    },
    abort.signal,
  );
  if (found === null) throw new Error('the session is not live');
  return found;
}
