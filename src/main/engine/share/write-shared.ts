/** Writes a session as a .sandtable file: its parts as they are stored, and what people added to it. */
import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import manifest from '../../../../package.json' with { type: 'json' };
import { RefusedInput } from '../game-adapter.ts';
import { packJson } from '../library/packed-json.ts';
import type { SessionSource } from '../session-source.ts';
import { directory, localHeader, MOST_ZIPPED_BYTES, MOST_ZIPPED_FILES, type ZippedFile } from '../zip-layout.ts';
import { chunkName, eventsName, type Manifest, SHARED_VERSION } from './manifest.ts';

/** Throws RefusedInput, one sentence, when it is too large for one file. */
export async function writeShared(
  session: SessionSource,
  out: (bytes: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): Promise<{ readonly warnings: readonly [] }> {
  const zip = new StoredZip(out);
  const info = session.info();
  const notes = (await session.notes?.()) ?? null;
  const about: Manifest = {
    sandtable: SHARED_VERSION,
    game: info.game,
    origin: notes?.origin ?? randomUUID(),
    writer: `Sandtable ${manifest.version}`,
    chunks: session.chunks().map(({ layer, index, t0, t1 }) => ({ layer, index, t0, t1 })),
    events: session.eventBlocks().map(({ index, firstSeq, count, t0, t1 }) => ({ index, firstSeq, count, t0, t1 })),
  };
  await zip.add('manifest.json', Buffer.from(JSON.stringify(about)));
  await zip.add('info.json.zst', packJson(info));
  await zip.add('entities.json.zst', packJson(session.entities()));
  await zip.add('strings.json.zst', packJson(session.strings()));
  const overview = await session.overview();
  if (overview !== null) await zip.add('overview', overview);
  if (notes !== null) {
    const { ownTitle, tags, notes: text, annotations } = notes;
    await zip.add('notes.json.zst', packJson({ ownTitle, tags, notes: text, annotations }));
  }
  for (const { layer, index } of about.chunks) {
    signal.throwIfAborted();
    await zip.add(chunkName(layer, index), await session.chunk(layer, index));
  }
  for (const { index } of about.events) {
    signal.throwIfAborted();
    await zip.add(eventsName(index, 'columns'), await session.eventColumns(index));
    await zip.add(eventsName(index, 'payloads'), await session.eventPayloads(index));
  }
  await zip.end();
  return { warnings: [] };
}

/** A ZIP that packs nothing, written from its first byte to its last. */
class StoredZip {
  readonly #out: (bytes: Uint8Array) => Promise<void>;
  readonly #files: ZippedFile[] = [];
  readonly #offsets: number[] = [];
  #size = 0;

  constructor(out: (bytes: Uint8Array) => Promise<void>) {
    this.#out = out;
  }

  async add(name: string, content: Uint8Array): Promise<void> {
    const file = { name, size: content.length, crc: crc32(content) };
    this.#files.push(file);
    this.#offsets.push(this.#size);
    await this.#write(localHeader(file));
    await this.#write(content);
  }

  async end(): Promise<void> {
    await this.#write(directory(this.#files, this.#offsets, this.#size));
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#size += bytes.length;
    if (this.#size > MOST_ZIPPED_BYTES || this.#files.length > MOST_ZIPPED_FILES)
      throw new RefusedInput('This session is larger than 4 GB, which one file to share cannot be.');
    await this.#out(bytes);
  }
}
