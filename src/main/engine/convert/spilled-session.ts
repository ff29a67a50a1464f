/** A session between reading and writing: its chunks and events lie in a temporary file that has no name, so that memory does not grow with its length. */
import type { EntityInfo, SessionInfo } from '../../../shared/session/model.ts';
import type { ChunkRef, EventBlockRef, SessionSource, StoredNotes } from '../session-source.ts';
import type { SessionPart, SessionTarget } from '../session-target.ts';
import { SpillFile } from '../spill.ts';

/** Bytes in the temporary file. */
interface Place {
  readonly offset: number;
  readonly bytes: number;
}

export class SpilledSession implements SessionTarget, SessionSource {
  readonly #file: SpillFile;
  readonly #chunks: (ChunkRef & Place)[] = [];
  readonly #events: (EventBlockRef & { readonly columns: Place; readonly payloads: Place })[] = [];
  #info: SessionInfo | null = null;
  #entities: readonly EntityInfo[] = [];
  #strings: readonly string[] = [''];
  #notes: StoredNotes | null = null;

  constructor(tempDir: string) {
    this.#file = new SpillFile(tempDir);
  }

  put(part: SessionPart): Promise<void> {
    switch (part.kind) {
      case 'chunk': {
        const { layer, index, t0, t1, data } = part;
        this.#chunks.push({ layer, index, t0, t1, ...this.#keep(data) });
        break;
      }
      case 'events': {
        const { index, firstSeq, count, t0, t1, columns, payloads } = part;
        this.#events.push({ index, firstSeq, count, t0, t1, columns: this.#keep(columns), payloads: this.#keep(payloads) });
        break;
      }
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
      case 'overview': // nobody looks at it
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
    return this.#chunks;
  }

  chunk(layer: 0 | 1, index: number): Promise<Uint8Array> {
    return this.#bytesAt(this.#chunks.find((chunk) => chunk.layer === layer && chunk.index === index));
  }

  eventBlocks(): readonly EventBlockRef[] {
    return this.#events;
  }

  eventColumns(index: number): Promise<Uint8Array> {
    return this.#bytesAt(this.#events[index]?.columns);
  }

  eventPayloads(index: number): Promise<Uint8Array> {
    return this.#bytesAt(this.#events[index]?.payloads);
  }

  notes(): Promise<StoredNotes | null> {
    return Promise.resolve(this.#notes);
  }

  overview(): Promise<null> {
    return Promise.resolve(null);
  }

  close(): void {
    this.#file.close();
  }

  #keep(data: Uint8Array): Place {
    const offset = this.#file.size;
    if (data.length > 0) this.#file.append(data);
    return { offset, bytes: data.length };
  }

  #bytesAt(place: Place | undefined): Promise<Uint8Array> {
    if (place === undefined) return Promise.reject(new RangeError('no such part of the session'));
    const bytes = new Uint8Array(place.bytes);
    if (bytes.length > 0) this.#file.read(bytes, place.offset);
    return Promise.resolve(bytes);
  }
}
