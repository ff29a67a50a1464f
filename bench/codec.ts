/** Chunks against the plain way to store the same samples: JSON and zstd. */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { createEngine } from '../src/main/engine/engine.ts';
import { zstd } from '../src/main/engine/zstd.ts';
import { decodeChunk, encodeChunk, type Chunk } from '../src/shared/session/chunk.ts';
import { libraryWithRecording } from './library.ts';
import { median, timed } from './numbers.ts';
import type { Bench, Result } from './result.ts';
import { inTemporaryFolder } from './workspace.ts';

const ROUNDS = 5;

export const codecBench: Bench = { name: 'codec', run: () => inTemporaryFolder('codec', run) };

async function run(folder: string): Promise<Result> {
  const { libraryDir, session, recording } = await libraryWithRecording(folder);
  const stored = await chunksOf(libraryDir, session);
  const chunks = stored.map((bytes) => decodeChunk(bytes, zstd));
  const packed = chunks.map((chunk) => zstdCompressSync(plainJson(chunk)));
  const samples = chunks.reduce((sum, chunk) => sum + samplesIn(chunk), 0);

  const times = { encode: [] as number[], encodePlain: [] as number[], decode: [] as number[], decodePlain: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.encode.push(timed(() => chunks.forEach((chunk) => encodeChunk(chunk, zstd))));
    times.encodePlain.push(timed(() => chunks.forEach((chunk) => zstdCompressSync(plainJson(chunk)))));
    times.decode.push(timed(() => stored.forEach((bytes) => decodeChunk(bytes, zstd))));
    times.decodePlain.push(timed(() => packed.forEach((bytes) => JSON.parse(zstdDecompressSync(bytes).toString()) as unknown)));
  }
  const [encodeMs, encodePlainMs, decodeMs, decodePlainMs] = [times.encode, times.encodePlain, times.decode, times.decodePlain].map(
    median,
  ) as [number, number, number, number];
  const bytes = total(stored);
  const plainBytes = total(packed);
  const more = { chunks: chunks.length, samples };
  return {
    measures: [
      {
        name: 'codec.encode',
        kind: 'ratio',
        value: encodeMs / encodePlainMs,
        unit: 'x',
        limit: 1,
        figures: { encodeMs, plainMs: encodePlainMs, ...more },
      },
      {
        name: 'codec.decode',
        kind: 'ratio',
        value: decodeMs / decodePlainMs,
        unit: 'x',
        limit: 1,
        figures: { decodeMs, plainMs: decodePlainMs },
      },
      {
        name: 'codec.size',
        kind: 'size',
        value: bytes / plainBytes,
        unit: 'x',
        limit: 1,
        figures: { KB: bytes / 1024, plainKB: plainBytes / 1024, bytesPerSample: bytes / samples },
      },
    ],
    skipped: recording.skipped === null ? [] : [recording.skipped],
  };
}

async function chunksOf(libraryDir: string, session: string): Promise<Uint8Array[]> {
  const engine = await createEngine({ libraryDir, desktop: false });
  try {
    const { chunks } = await engine.client.call('sessions.get', { id: session });
    const read = chunks.map(async ({ layer, index }) => await engine.client.call('chunks.read', { id: session, layer, index }));
    return await Promise.all(read);
  } finally {
    await engine.close();
  }
}

/** As somebody would write it down first: columns of numbers, in JSON. */
function plainJson(chunk: Chunk): string {
  return JSON.stringify(chunk, (_key, value: unknown) =>
    value instanceof Int32Array || value instanceof Float64Array ? [...value] : value,
  );
}

function samplesIn(chunk: Chunk): number {
  return chunk.columns.reduce((sum, column) => sum + (column?.times.length ?? 0), 0);
}

function total(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
