/** What the engine may ask of the library's threads: the writer's operations and the readers'. Both sides are held to these types. */
import type { Annotation } from '../../../shared/annotations.ts';
import type { CareerGame, CareerResults } from '../../../shared/career.ts';
import type { LibraryStats, PersonFound, SessionRow } from '../../../shared/engine-api.ts';
import type { SessionFilter } from '../../../shared/library-questions.ts';
import type { EntityInfo, SessionInfo } from '../../../shared/session/model.ts';
import type { StoredCareer } from '../career/career-check.ts';
import type { CareerQuestion, CareerRead } from '../career/career-handlers.ts';
import type { CareerModel } from '../career/model.ts';
import type { LiveCareer, NewCareer } from '../career/session-career.ts';
import type { ChunkRef, EventBlockRef, StoredNotes } from '../session-source.ts';

export type Sort = 'newest' | 'oldest' | 'longest' | 'title';

export interface StoredChunk {
  readonly kind: 'chunk';
  readonly layer: 0 | 1;
  readonly index: number;
  readonly t0: number;
  readonly t1: number;
  readonly data: Uint8Array;
}

export interface StoredEvents {
  readonly kind: 'events';
  readonly index: number;
  readonly firstSeq: number;
  readonly count: number;
  readonly t0: number;
  readonly t1: number;
  readonly columns: Uint8Array;
  readonly payloads: Uint8Array;
}

/** Everything of a session that is known only when it was read to its end. */
export interface FinishedSession {
  readonly info: SessionInfo;
  /** zstd JSON, see packed-json.ts. */
  readonly packedInfo: Uint8Array;
  readonly packedEntities: Uint8Array;
  readonly packedStrings: Uint8Array;
  readonly overview: Uint8Array | null;
  readonly players: readonly { readonly entity: number; readonly name: string; readonly nativeId: string }[];
  /** 64 counts of events. */
  readonly spark: readonly number[];
  readonly libraryBytes: number;
  /** What was counted of its people; absent where its game counts nothing, and while it is recorded. */
  readonly career?: NewCareer;
}

export interface SessionName {
  readonly id: string;
  readonly title: string;
}

/** A session that is in the library already, and how many annotations are new to it. */
export interface KnownSession extends SessionName {
  readonly added: number;
}

/** Each is one short transaction, or part of one that is shared with others that came meanwhile. `import` is the import's own random id. */
export interface WriterOperations {
  /**
   * Takes the original into the library unless its sessions are there already (then nothing is begun). `again`: on purpose, to replace them. `captured`: it is
   * the original of this live session, whose place its first session will take.
   */
  beginImport(args: { import: string; sha256: string; name: string; bytes: number; again: boolean; captured?: string }): {
    duplicates: readonly SessionName[];
    underWay: boolean;
  };
  beginSession(args: { import: string; id: string; game: string; format: string }): null;
  addPart(args: { import: string; id: string; part: StoredChunk | StoredEvents }): null;
  finishSession(args: { import: string; id: string; session: FinishedSession }): null;
  /**
   * What people added to a session of the import where it was shared. Is that session in the library already, then it gets what it does not have yet, and is
   * answered; null otherwise. Nothing is added to one that is read again.
   */
  adoptNotes(args: { import: string; id: string; notes: StoredNotes }): KnownSession | null;
  /** Makes all sessions of the import visible at once; with `again` they take the places (id, title, favourite) of those that were there. Answers their ids. */
  completeImport(args: { import: string }): readonly string[];
  /** Forgets an import that will not end: its sessions, and its original when nothing else needs it. Does nothing when it was completed. */
  dropImport(args: { import: string }): null;
  /** A session that is being recorded. */
  beginLive(args: { id: string; name: string; session: FinishedSession }): null;
  addLiveChunk(args: { id: string; chunk: StoredChunk }): null;
  /** Replaces what is known of it as a whole. */
  refreshLive(args: { id: string; session: FinishedSession }): null;
  /** Its recording ended: it becomes an ordinary session of this original, which lies where originals do, with the event blocks that `addLiveEvents` added. */
  addLiveEvents(args: { id: string; events: StoredEvents }): null;
  finishLive(args: { id: string; name?: string; sha256: string; bytes: number; session: FinishedSession }): null;
  /** What was counted of a live session since the last time. */
  addLiveCareer(args: { id: string; career: LiveCareer }): null;
  /** Forgets a live session. */
  dropLive(args: { id: string }): null;
  /** Keeps a setting of the engine; `value`: JSON. */
  setSetting(args: { name: string; value: string }): null;
  updateSession(args: {
    id: string;
    title?: string | undefined;
    favourite?: boolean | undefined;
    tags?: readonly string[] | undefined;
    notes?: string | undefined;
  }): boolean;
  /** False when there is no such session. */
  putAnnotations(args: { id: string; annotations: readonly Annotation[] }): boolean;
  /** Those that were removed; null when there is no such session. */
  removeAnnotations(args: { id: string; ids: readonly string[] }): readonly Annotation[] | null;
  /** What was counted of a session, in the place of what was before. False when it is gone. */
  putCareer(args: { id: string; career: NewCareer }): boolean;
  /** See the career methods of engine-api.ts. Refused with a sentence. */
  mergePeople(args: { game: string; into: string; from: string }): null;
  splitPerson(args: { game: string; alias: string }): null;
  /** `player` null: whoever types the code is known by it. */
  claimPlayer(args: { game: string; player: string | null; prefix: string }): { code: string; expiresAt: number };
  /** Somebody showed a code elsewhere than in a session's chat. False when it holds no more, or never did. */
  useClaim(args: { game: string; code: string; player: string }): boolean;
  /** To the bin, or back. Answers the ids that were moved. */
  binSessions(args: { ids: readonly string[] }): readonly string[];
  restoreSessions(args: { ids: readonly string[] }): readonly string[];
  /** For good: gone from sight at once, from disk soon after. */
  purgeSessions(args: { ids: readonly string[] }): readonly string[];
  /** Resolves when nothing is left to remove and the log is folded into the database. */
  settle(args: Record<string, never>): null;
}

export interface StoredSession {
  readonly row: SessionRow;
  readonly info: SessionInfo;
  readonly entities: readonly EntityInfo[];
  readonly strings: readonly string[];
  readonly chunks: readonly ChunkRef[];
  readonly eventBlocks: readonly EventBlockRef[];
}

/** What is known of a session by which it may be kept or not. */
export interface KeptSession {
  readonly id: string;
  /** When it began, else when it was imported: ISO 8601. */
  readonly at: string;
  readonly deletedAt: string | null;
  readonly isFavourite: boolean;
  /** In the database, and its share of its original. */
  readonly bytes: number;
}

export interface LiveSession {
  readonly id: string;
  /** File name of its original, for people. */
  readonly name: string;
}

export interface OriginalFile {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
}

/** Null answers: there is no such session (or chunk, or block). */
export interface ReaderOperations {
  list(args: { filter: SessionFilter; sort: Sort; offset: number; limit: number }): { total: number; rows: readonly SessionRow[] };
  people(args: { filter: SessionFilter }): readonly PersonFound[];
  session(args: { id: string }): StoredSession | null;
  overview(args: { id: string }): {
    overview: Uint8Array | null;
    info: SessionInfo;
    entities: readonly EntityInfo[];
    strings: readonly string[];
  } | null;
  chunk(args: { id: string; layer: 0 | 1; index: number }): Uint8Array | null;
  eventColumns(args: { id: string; index: number }): Uint8Array | null;
  eventPayloads(args: { id: string; index: number }): Uint8Array | null;
  notes(args: { id: string }): StoredNotes | null;
  stats(args: Record<string, never>): LibraryStats;
  originals(args: Record<string, never>): readonly OriginalFile[];
  /** The original of a session, and the sessions that came of it, in order. */
  originalOf(args: { id: string }): (OriginalFile & { sessions: readonly SessionName[] }) | null;
  /** Sessions that are, or were when the engine last ended, being recorded. */
  liveSessions(args: Record<string, never>): readonly LiveSession[];
  /** Sessions of a game, the oldest first, those in the bin too; not those that are being imported or recorded. `bytes`: of them together. */
  keptSessions(args: { game: string }): { readonly bytes: number; readonly sessions: readonly KeptSession[] };
  /** Bytes of each game: its sessions and its share of the originals. */
  storage(args: Record<string, never>): readonly { readonly game: string; readonly bytes: number }[];
  /** Null when it was never set. */
  setting(args: { name: string }): string | null;
  /** Ids of all sessions that are not being imported, recorded or removed, those in the bin too. */
  sessionIds(args: Record<string, never>): readonly string[];
  /** Null when what is asked for is not there. */
  career(args: { model: CareerModel; question: CareerQuestion }): CareerResults[CareerRead] | null;
  careerGame(args: { model: CareerModel }): CareerGame;
  /** Sessions of a game that were not counted by this version of its provider. */
  uncounted(args: { game: string; version: number }): readonly string[];
  /** How a session is counted now, null when it is not. */
  sessionCareer(args: { id: string }): StoredCareer | null;
  /** One sentence for each sum that is not that of its parts. */
  careerProblems(args: Record<string, never>): readonly string[];
  /** SQLite's own check of the whole file: "ok", else what is wrong. */
  quickCheck(args: Record<string, never>): string;
}
