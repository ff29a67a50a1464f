/** Reading a finished session: the same interface over the library, over memory (command line) and, later, over a live tail. */
import type { SessionNotes } from '../../shared/annotations.ts';
import type { EntityInfo, SessionInfo } from '../../shared/session/model.ts';

export interface ChunkRef {
  readonly layer: 0 | 1;
  readonly index: number;
  /** First ms that the chunk answers for, inclusive. */
  readonly t0: number;
  /** First ms that it no longer answers for (t0 of the next chunk); Infinity is never used: the last chunk ends at durationMs + 1. */
  readonly t1: number;
  readonly bytes: number;
}

export interface EventBlockRef {
  readonly index: number;
  /** Sequence number of the block's first event: events are numbered 0… in order of t. */
  readonly firstSeq: number;
  readonly count: number;
  readonly t0: number;
  readonly t1: number;
}

/** What a session has beside its recording. */
export interface StoredNotes extends SessionNotes {
  /** The id that it is known by wherever it is shared: its own in the library that it was recorded or imported in first. */
  readonly origin: string;
  /** What a person called it, null while it has the recording's title. */
  readonly ownTitle: string | null;
}

export interface SessionSource {
  info(): SessionInfo;
  entities(): readonly EntityInfo[];
  /** The string table; index 0 is "". */
  strings(): readonly string[];
  chunks(): readonly ChunkRef[];
  /** The encoded chunk, as the codec wrote it (src/shared/session/chunk.ts). */
  chunk(layer: 0 | 1, index: number): Promise<Uint8Array>;
  eventBlocks(): readonly EventBlockRef[];
  /** The encoded event columns (src/shared/session/event-block.ts). */
  eventColumns(index: number): Promise<Uint8Array>;
  /** zstd JSON array: the payload of each event of the block, null where none. */
  eventPayloads(index: number): Promise<Uint8Array>;
  /** The encoded overview: one small chunk of the whole session with positions, life and segment at a coarse step. */
  overview(): Promise<Uint8Array | null>;
  /** Missing, or null, where nobody could add anything to it. */
  notes?(): Promise<StoredNotes | null>;
}
