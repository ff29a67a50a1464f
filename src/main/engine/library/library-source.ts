/** A session of the library as a SessionSource, read through a reader thread. */
import type { EntityInfo, SessionInfo } from '../../../shared/session/model.ts';
import { RefusedInput } from '../game-adapter.ts';
import type { ChunkRef, EventBlockRef, SessionSource, StoredNotes } from '../session-source.ts';
import type { ReaderOperations, StoredSession } from './operations.ts';

/** One read; the library on the engine's main thread, a ThreadCaller in others. */
export type Read = <K extends keyof ReaderOperations>(
  op: K,
  args: Parameters<ReaderOperations[K]>[0],
) => Promise<ReturnType<ReaderOperations[K]>>;

export class LibrarySource implements SessionSource {
  readonly #read: Read;
  readonly #id: string;
  readonly #session: StoredSession;

  private constructor(read: Read, id: string, session: StoredSession) {
    this.#read = read;
    this.#id = id;
    this.#session = session;
  }

  /** Null when there is no such session. */
  static async open(read: Read, id: string): Promise<LibrarySource | null> {
    const session = await read('session', { id });
    return session === null ? null : new LibrarySource(read, id, session);
  }

  info(): SessionInfo {
    return this.#session.info;
  }

  entities(): readonly EntityInfo[] {
    return this.#session.entities;
  }

  strings(): readonly string[] {
    return this.#session.strings;
  }

  chunks(): readonly ChunkRef[] {
    return this.#session.chunks;
  }

  async chunk(layer: 0 | 1, index: number): Promise<Uint8Array> {
    return there(await this.#read('chunk', { id: this.#id, layer, index }));
  }

  eventBlocks(): readonly EventBlockRef[] {
    return this.#session.eventBlocks;
  }

  async eventColumns(index: number): Promise<Uint8Array> {
    return there(await this.#read('eventColumns', { id: this.#id, index }));
  }

  async eventPayloads(index: number): Promise<Uint8Array> {
    return there(await this.#read('eventPayloads', { id: this.#id, index }));
  }

  async overview(): Promise<Uint8Array | null> {
    return (await this.#read('overview', { id: this.#id }))?.overview ?? null;
  }

  async notes(): Promise<StoredNotes | null> {
    return await this.#read('notes', { id: this.#id });
  }
}

function there(bytes: Uint8Array | null): Uint8Array {
  if (bytes === null) throw new RefusedInput('The session was removed meanwhile.');
  return bytes;
}
