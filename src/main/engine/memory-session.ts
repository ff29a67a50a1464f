/** A session held in memory, its chunks as they are stored: for the command line and for tests. */
import type { EntityInfo, SessionInfo } from '../../shared/session/model.ts';
import type { ChunkRef, EventBlockRef, SessionSource, StoredNotes } from './session-source.ts';
import type { SessionPart, SessionTarget } from './session-target.ts';

type ChunkPart = Extract<SessionPart, { kind: 'chunk' }>;
type EventsPart = Extract<SessionPart, { kind: 'events' }>;

export class MemorySession implements SessionTarget, SessionSource {
  readonly #chunks: ChunkPart[] = [];
  readonly #events: EventsPart[] = [];
  #info: SessionInfo | null = null;
  #entities: readonly EntityInfo[] = [];
  #strings: readonly string[] = [''];
  #notes: StoredNotes | null = null;
  #overview: Uint8Array | null = null;

  put(part: SessionPart): Promise<void> {
    switch (part.kind) {
      case 'chunk':
        this.#chunks.push(part);
        break;
      case 'events':
        this.#events.push(part);
        break;
      case 'info':
        this.#info = part.info;
        break;
      case 'entities':
        this.#entities = part.entities;
        break;
      case 'strings':
        this.#strings = part.strings;
        break;
      case 'notes':
        this.#notes = part.notes;
        break;
      case 'overview':
        this.#overview = part.data;
        break;
    }
    return Promise.resolve();
  }

  info(): SessionInfo {
    if (this.#info === null) throw new Error('the session is not written yet');
    return this.#info;
  }

  entities(): readonly EntityInfo[] {
    return this.#entities;
  }

  strings(): readonly string[] {
    return this.#strings;
  }

  chunks(): readonly ChunkRef[] {
    return this.#chunks.map(({ layer, index, t0, t1, data }) => ({ layer, index, t0, t1, bytes: data.length }));
  }

  chunk(layer: 0 | 1, index: number): Promise<Uint8Array> {
    return found(this.#chunks.find((part) => part.layer === layer && part.index === index)?.data);
  }

  eventBlocks(): readonly EventBlockRef[] {
    return this.#events.map(({ index, firstSeq, count, t0, t1 }) => ({ index, firstSeq, count, t0, t1 }));
  }

  eventColumns(index: number): Promise<Uint8Array> {
    return found(this.#events[index]?.columns);
  }

  eventPayloads(index: number): Promise<Uint8Array> {
    return found(this.#events[index]?.payloads);
  }

  notes(): Promise<StoredNotes | null> {
    return Promise.resolve(this.#notes);
  }

  overview(): Promise<Uint8Array | null> {
    return Promise.resolve(this.#overview);
  }
}

function found(bytes: Uint8Array | undefined): Promise<Uint8Array> {
  return bytes === undefined ? Promise.reject(new RangeError('no such part of the session')) : Promise.resolve(bytes);
}
