/** The session in a .sandtable file. Everything in it is checked before it is handed on: it came from somebody else. */
import { zstdDecompressSync } from 'node:zlib';
import type { z } from 'zod';
import { decodeChunk } from '../../../shared/session/chunk.ts';
import { decodeEvents } from '../../../shared/session/event-block.ts';
import { EVENT_TYPES } from '../../../shared/session/event-types.ts';
import type { EntityInfo, SessionInfo } from '../../../shared/session/model.ts';
import { type ByteSource, RefusedInput } from '../game-adapter.ts';
import type { ChunkRef, EventBlockRef, SessionSource, StoredNotes } from '../session-source.ts';
import { DamagedPart, type ZipPart, zipParts } from '../zip-parts.ts';
import { zstd } from '../zstd.ts';
import { faultOfChunk, faultOfEvents, nestsTooDeep, type Referred } from './check-parts.ts';
import {
  chunkName,
  entitiesSchema,
  eventsName,
  infoSchema,
  type Manifest,
  manifestSchema,
  notesSchema,
  SHARED_VERSION,
  stringsSchema,
} from './manifest.ts';

const MOST_MANIFEST = 16 * 1024 * 1024;
/** As it is stored, and unpacked: chunks of real sessions stay below a tenth of it. */
const MOST_BLOCK = 64 * 1024 * 1024;
const MOST_JSON = 256 * 1024 * 1024;

export class SharedSession implements SessionSource {
  readonly #parts: ReadonlyMap<string, ZipPart>;
  readonly #manifest: Manifest;
  readonly #info: SessionInfo;
  readonly #entities: readonly EntityInfo[];
  readonly #strings: readonly string[];
  readonly #notes: StoredNotes | null;
  readonly #referred: Referred;
  /** Events that were read so far, by type. */
  readonly #counted = new Map<string, number>();
  readonly #seen = new Set<number>();
  /** The block that was read last. */
  #block: { readonly index: number; readonly columns: Uint8Array; readonly payloads: Uint8Array } | null = null;

  private constructor(parts: ReadonlyMap<string, ZipPart>, manifest: Manifest, content: Content) {
    this.#parts = parts;
    this.#manifest = manifest;
    this.#info = content.info;
    this.#entities = content.entities;
    this.#strings = content.strings;
    this.#notes = content.notes;
    this.#referred = {
      channels: content.info.channels,
      entities: content.entities.length,
      strings: content.strings.length,
      endMs: Math.max(content.info.durationMs, manifest.events.at(-1)?.t1 ?? 0),
    };
  }

  /** Throws RefusedInput with one sentence when it is damaged, of a newer version, or no such file. */
  static async open(source: ByteSource, game: string): Promise<SharedSession> {
    const parts = new Map((await zipParts(source)).map((part) => [part.name, part]));
    const text = Buffer.from(await read(parts, 'manifest.json', MOST_MANIFEST)).toString('utf8');
    const version = /^\{"sandtable":(\d{1,9}),/.exec(text)?.[1];
    if (version !== undefined && Number(version) > SHARED_VERSION)
      throw new RefusedInput(
        `This file was written by a newer Sandtable (file version ${version}, this one reads up to ${SHARED_VERSION}).`,
      );
    const manifest = checked(parse(text, 'manifest.json'), manifestSchema, 'manifest.json');
    const content = await readContent(parts, manifest);
    const { info } = content;
    if (info.game !== game || manifest.game !== game) throw damaged('its game is not the one that it says');
    const counted = manifest.events.reduce((sum, { count }) => sum + count, 0);
    if (counted !== info.eventCount) throw damaged('it has another number of events than it says');
    return new SharedSession(parts, manifest, content);
  }

  info(): SessionInfo {
    return this.#info;
  }

  entities(): readonly EntityInfo[] {
    return this.#entities;
  }

  strings(): readonly string[] {
    return this.#strings;
  }

  chunks(): readonly ChunkRef[] {
    return this.#manifest.chunks.map((chunk) => ({ ...chunk, bytes: 0 }));
  }

  async chunk(layer: 0 | 1, index: number): Promise<Uint8Array> {
    const name = chunkName(layer, index);
    const bytes = await read(this.#parts, name, MOST_BLOCK);
    const ref = this.#manifest.chunks.find((chunk) => chunk.layer === layer && chunk.index === index);
    const chunk = decoded(name, () => decodeChunk(bytes, zstd, MOST_BLOCK));
    const fault = ref === undefined ? 'is not in its list' : faultOfChunk(chunk, ref.t0, ref.t1, this.#referred);
    if (fault !== null) throw damaged(`${name} ${fault}`);
    return bytes;
  }

  eventBlocks(): readonly EventBlockRef[] {
    return this.#manifest.events;
  }

  async eventColumns(index: number): Promise<Uint8Array> {
    return (await this.#events(index)).columns;
  }

  async eventPayloads(index: number): Promise<Uint8Array> {
    return (await this.#events(index)).payloads;
  }

  async overview(): Promise<Uint8Array | null> {
    if (!this.#parts.has('overview')) return null;
    const bytes = await read(this.#parts, 'overview', MOST_BLOCK);
    const chunk = decoded('overview', () => decodeChunk(bytes, zstd, MOST_BLOCK));
    const fault = faultOfChunk(chunk, chunk.t0, chunk.t1, this.#referred);
    if (fault !== null) throw damaged(`its overview ${fault}`);
    return bytes;
  }

  notes(): Promise<StoredNotes | null> {
    return Promise.resolve(this.#notes);
  }

  /** After all events were read: throws RefusedInput when they are not those that were counted. */
  checkCounts(): void {
    const { eventsByType } = this.#info;
    const isAsCounted = [...new Set([...this.#counted.keys(), ...Object.keys(eventsByType)])].every(
      (type) => (this.#counted.get(type) ?? 0) === (eventsByType[type] ?? 0),
    );
    if (!isAsCounted) throw damaged('its events are not those that it counts');
  }

  /** Both parts of a block, which are checked together. */
  async #events(index: number): Promise<{ readonly columns: Uint8Array; readonly payloads: Uint8Array }> {
    if (this.#block?.index === index) return this.#block;
    const name = eventsName(index, 'columns');
    const columns = await read(this.#parts, name, MOST_BLOCK);
    const payloads = await read(this.#parts, eventsName(index, 'payloads'), MOST_BLOCK);
    const ref = this.#manifest.events[index];
    const events = decoded(name, () => decodeEvents(columns, zstd, MOST_BLOCK));
    const list = unpacked(eventsName(index, 'payloads'), payloads, MOST_BLOCK);
    const fault = ref === undefined || !Array.isArray(list) ? 'is not in its list' : faultOfEvents(events, list, ref, this.#referred);
    if (fault !== null) throw damaged(`${name} ${fault}`);
    if (!this.#seen.has(index)) {
      this.#seen.add(index);
      for (const code of events.type) {
        const type = EVENT_TYPES[code] ?? '';
        this.#counted.set(type, (this.#counted.get(type) ?? 0) + 1);
      }
    }
    this.#block = { index, columns, payloads };
    return this.#block;
  }
}

interface Content {
  readonly info: SessionInfo;
  readonly entities: readonly EntityInfo[];
  readonly strings: readonly string[];
  readonly notes: StoredNotes | null;
}

async function readContent(parts: ReadonlyMap<string, ZipPart>, { origin }: Manifest): Promise<Content> {
  const json = async <T>(name: string, schema: z.ZodType<T>): Promise<T> =>
    checked(unpacked(name, await read(parts, name, MOST_BLOCK), MOST_JSON), schema, name);
  const info = await json('info.json.zst', infoSchema);
  if (Object.keys(info.eventsByType).some((type) => !(EVENT_TYPES as readonly string[]).includes(type)))
    throw damaged('info.json.zst is not what it should be');
  const notes = parts.has('notes.json.zst')
    ? await json('notes.json.zst', notesSchema)
    : { ownTitle: null, tags: [], notes: '', annotations: [] };
  return {
    info,
    entities: await json('entities.json.zst', entitiesSchema),
    strings: await json('strings.json.zst', stringsSchema),
    notes: { origin, ...notes },
  };
}

async function read(parts: ReadonlyMap<string, ZipPart>, name: string, most: number): Promise<Uint8Array> {
  const part = parts.get(name);
  if (part === undefined) throw damaged(`${name} is missing`);
  try {
    return await part.read(most);
  } catch (error) {
    if (error instanceof DamagedPart) throw damaged(`of ${name}, ${error.message}`);
    throw error;
  }
}

function decoded<T>(name: string, decode: () => T): T {
  try {
    return decode();
  } catch {
    throw damaged(`${name} cannot be read`);
  }
}

function unpacked(name: string, bytes: Uint8Array, most: number): unknown {
  let text: string;
  try {
    text = zstdDecompressSync(bytes, { maxOutputLength: most }).toString('utf8');
  } catch {
    throw damaged(`${name} cannot be unpacked`);
  }
  return parse(text, name);
}

function parse(text: string, name: string): unknown {
  if (nestsTooDeep(text)) throw damaged(`${name} is nested too deeply`);
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(`${name} is no JSON`);
  }
}

function checked<T>(value: unknown, schema: z.ZodType<T>, name: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw damaged(`${name} is not what it should be`);
}

function damaged(what: string): RefusedInput {
  return new RefusedInput(`This Sandtable file is damaged: ${what}.`);
}
