/** A session outside the library, as it is written: what is small lies in memory, its chunks and events wherever `Place` says. */
import type { EntityInfo, SessionInfo } from '../../shared/session/model.ts';
import type { ChunkRef, EventBlockRef, SessionSource, StoredNotes } from './session-source.ts';
import type { SessionPart, SessionTarget } from './session-target.ts';

export abstract class HeldSession<Place> implements SessionTarget, SessionSource {
  readonly #chunks: (ChunkRef & { readonly place: Place })[] = [];
  readonly #events: { readonly ref: EventBlockRef; readonly columns: Place; readonly payloads: Place }[] = [];
  #info: SessionInfo | null = null;
  #entities: readonly EntityInfo[] = [];
  #strings: readonly string[] = [''];
  #notes: StoredNotes | null = null;
  #overview: Uint8Array | null = null;

  protected abstract keep(data: Uint8Array): Place;
  protected abstract bytesAt(place: Place): Uint8Array;

  put(part: SessionPart): Promise<void> {
    switch (part.kind) {
      case 'chunk': {
        const { layer, index, t0, t1, data } = part;
        this.#chunks.push({ layer, index, t0, t1, bytes: data.length, place: this.keep(data) });
        break;
      }
      case 'events': {
        const { index, firstSeq, count, t0, t1, columns, payloads } = part;
        this.#events.push({ ref: { index, firstSeq, count, t0, t1 }, columns: this.keep(columns), payloads: this.keep(payloads) });
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
    return this.#chunks.map(({ layer, index, t0, t1, bytes }) => ({ layer, index, t0, t1, bytes }));
  }

  chunk(layer: 0 | 1, index: number): Promise<Uint8Array> {
    return this.#read(this.#chunks.find((chunk) => chunk.layer === layer && chunk.index === index)?.place);
  }

  eventBlocks(): readonly EventBlockRef[] {
    return this.#events.map(({ ref }) => ref);
  }

  eventColumns(index: number): Promise<Uint8Array> {
    return this.#read(this.#events[index]?.columns);
  }

  eventPayloads(index: number): Promise<Uint8Array> {
    return this.#read(this.#events[index]?.payloads);
  }

  notes(): Promise<StoredNotes | null> {
    return Promise.resolve(this.#notes);
  }

  overview(): Promise<Uint8Array | null> {
    return Promise.resolve(this.#overview);
  }

  #read(place: Place | undefined): Promise<Uint8Array> {
    return place === undefined ? Promise.reject(new RangeError('no such part of the session')) : Promise.resolve(this.bytesAt(place));
  }
}
