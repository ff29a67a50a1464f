/** The manifest and the chunks of a recording, wherever they come from, and the frames in a chunk. */
import protobuf from 'protobufjs/minimal.js';
import { type ByteSource, RefusedInput } from '../../../game-adapter.ts';
import type { SessionSink } from '../../../session-sink.ts';
import { DamagedPart, type ZipPart, zipParts } from '../../../zip-parts.ts';

/** FileFormat.id */
export const CHUNK_FORMAT = 'ocap-chunks';
export const INDEX = 'manifest.pb';
export const PARTS = /^chunks\/\d{4,9}\.pb$/;
const NAME = /(?:^|\/)chunks\/(\d{4,9})\.pb$/;
/** More than hours of hundreds of units have. */
const MOST_MANIFEST_BYTES = 64 * 2 ** 20;
const MOST_CHUNK_BYTES = 256 * 2 ** 20;
/** Warned of one by one; the manifest's count may be anything. */
const MOST_TOLD = 10_000;
/** Field of a chunk that holds a frame. */
const FRAME = 4;
const LENGTH_DELIMITED = 2;

export interface ChunkFiles {
  readonly manifest: Uint8Array;
  /** By their numbers, ascending. */
  readonly chunks: readonly { readonly index: number; readonly part: ZipPart }[];
}

/** The recording may lie in a folder of the ZIP. Throws RefusedInput when there is none. */
export async function chunkFiles(source: ByteSource): Promise<ChunkFiles> {
  const head = await source.read(0, 4);
  if (head[0] !== 0x50 || head[1] !== 0x4b)
    throw new RefusedInput(
      'This is one part of a recording in chunks; choose the folder that holds manifest.pb and chunks, or a ZIP of it.',
    );
  const parts = await zipParts(source);
  const manifests = parts
    .filter(({ name }) => name === INDEX || name.endsWith(`/${INDEX}`))
    .toSorted((a, b) => a.name.length - b.name.length);
  const [manifest] = manifests;
  if (manifest === undefined) throw new RefusedInput('This ZIP holds chunks of a recording, but not its manifest.pb.');
  const folder = manifest.name.slice(0, -INDEX.length);
  const chunks = parts.flatMap((part) => {
    const index = NAME.exec(part.name)?.[1];
    return index !== undefined && part.name.startsWith(`${folder}chunks/`) ? [{ index: Number(index), part }] : [];
  });
  const bytes = await manifest.read(MOST_MANIFEST_BYTES).catch((error: unknown) => {
    throw error instanceof DamagedPart ? new RefusedInput(`The manifest of this recording is damaged: ${error.message}.`) : error;
  });
  return { manifest: withoutVersion(bytes), chunks: chunks.toSorted((a, b) => a.index - b.index) };
}

/** Throws DamagedPart. */
export async function chunkBytes(part: ZipPart): Promise<Uint8Array> {
  return withoutVersion(await part.read(MOST_CHUNK_BYTES));
}

/** Some builds put the version in front, as four bytes; no message begins so. */
export function withoutVersion(bytes: Uint8Array): Uint8Array {
  const isVersion = (bytes[0] === 1 || bytes[0] === 2) && bytes[1] === 0 && bytes[2] === 0 && bytes[3] === 0;
  return isVersion ? bytes.subarray(4) : bytes;
}

/** The frames of a chunk one by one. Throws DamagedPart where the bytes are no message, after all frames before. */
export function* framesOf<T>(chunk: Uint8Array, decode: (reader: protobuf.Reader, length: number) => T): Generator<T> {
  const reader = protobuf.Reader.create(chunk);
  while (reader.pos < reader.len) {
    let frame: T;
    try {
      const tag = reader.uint32();
      if (tag >>> 3 !== FRAME || (tag & 7) !== LENGTH_DELIMITED) {
        reader.skipType(tag & 7);
        continue;
      }
      frame = decode(reader, reader.uint32());
    } catch {
      throw new DamagedPart('it breaks off or is no message');
    }
    yield frame;
  }
}

/** Warns of each chunk that the manifest counts and that is not there. True when there is one. */
export function missingChunks(sink: SessionSink, { chunks }: ChunkFiles, count: number): boolean {
  const there = new Set(chunks.map(({ index }) => index));
  let missing = 0;
  for (let index = 0; index < Math.min(count, MOST_TOLD); index++) {
    if (there.has(index)) continue;
    missing++;
    sink.warn('missing-chunk', `Chunk ${index} is missing; what happened in it is not known.`);
  }
  return missing > 0;
}
