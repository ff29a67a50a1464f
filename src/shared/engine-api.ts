/**
 * What the engine answers to: one typed map of methods, over MessagePort (desktop) or WebSocket (serve). Parameters are validated here, at the edge.
 * Messages: {id, method, params} -> {id, result} | {id, error}; streams: {id, item}* then {id, result} | {id, error}, with {id, cancel: true} from the caller
 * and {id, ack: n} after every n items that it consumed (the engine keeps at most STREAM_WINDOW unacknowledged items under way).
 * Binary values are Uint8Array everywhere.
 */
import { z } from 'zod';
import { annotation, type Annotation, MOST_ANNOTATIONS_AT_ONCE, notes, type SessionNotes } from './annotations.ts';
import { mapPlan, presentation, type BroadcastState } from './broadcast.ts';
import { CAREER_PARAMS, type CareerResults } from './career.ts';
import { calibration, type GroundInfo } from './ground.ts';
import { LIBRARY_PARAMS, sessionFilter } from './library-questions.ts';
import type { EntityInfo, SessionInfo } from './session/model.ts';
import { tags } from './tags.ts';

export const STREAM_WINDOW = 16;

const sessionId = z.string().regex(/^[0-9a-f-]{8,36}$/);
const index = z.int().min(0).max(10_000_000);
/** Of one 'file.write'. */
export const MOST_WRITTEN_BYTES = 4 * 1024 * 1024;
const text = z.string().max(400);
/** Which world a ground is of. */
const world = { game: text, world: text };

/** A row of the library. */
export interface SessionRow {
  readonly id: string;
  readonly game: string;
  readonly format: string;
  readonly title: string;
  readonly world: string;
  readonly startedAt: string | null;
  readonly importedAt: string;
  readonly durationMs: number;
  readonly frames: number;
  readonly entities: number;
  readonly players: number;
  readonly events: number;
  readonly result: string | null;
  readonly status: 'importing' | 'ready' | 'partial' | 'live' | 'recovered';
  readonly warnings: number;
  readonly favourite: boolean;
  readonly deletedAt: string | null;
  readonly originalName: string;
  readonly originalBytes: number;
  readonly libraryBytes: number;
  /** 64 counts of events of importance 1 and more over the session's duration. */
  readonly spark: readonly number[];
  /** In order of the alphabet. */
  readonly tags: readonly string[];
  /** The first few of those players whom the search means; absent without one. */
  readonly found?: readonly string[];
}

/** Somebody whom a search means, and in how many of its sessions. */
export interface PersonFound {
  readonly name: string;
  readonly sessions: number;
}

export interface SessionDetail {
  readonly row: SessionRow;
  readonly info: SessionInfo;
  readonly entities: readonly EntityInfo[];
  readonly strings: readonly string[];
  readonly chunks: readonly { layer: 0 | 1; index: number; t0: number; t1: number; bytes: number }[];
  readonly eventBlocks: readonly { index: number; firstSeq: number; count: number; t0: number; t1: number }[];
}

export interface ImportProgress {
  readonly file: string;
  /** What is being done, in words. */
  readonly step: string;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  /** Set once the session exists in the library (it can be opened when done). */
  readonly sessions: readonly string[];
  /** New overview chunk, when there is a better one than last time. */
  readonly overview?: Uint8Array;
  /** What the overview is drawn with. */
  readonly preview?: { readonly info: SessionInfo; readonly entities: readonly EntityInfo[]; readonly strings: readonly string[] };
  readonly state: 'reading' | 'done' | 'duplicate' | 'refused' | 'failed' | 'cancelled';
  /** One sentence when refused or failed; for a duplicate, which session it is. */
  readonly message?: string;
}

export interface LibraryStats {
  readonly sessions: number;
  readonly binned: number;
  readonly byGame: Readonly<Record<string, number>>;
  readonly worlds: readonly { game: string; world: string; sessions: number }[];
  readonly tags: readonly { tag: string; sessions: number }[];
  readonly libraryBytes: number;
  readonly originalBytes: number;
}

/** A recording on somebody's server. */
export interface RemoteRecording {
  /** What the server calls it. */
  readonly id: string;
  readonly title: string;
  readonly world: string;
  /** As the server writes it, mostly ISO 8601; "" when it does not say. */
  readonly date: string;
  readonly durationMs: number | null;
  readonly players: number | null;
  /** The server's own word for its kind, "" for none. */
  readonly tag: string;
}

/** What a sender shows to a capture so that it is let in. */
export interface CaptureToken {
  readonly id: string;
  readonly name: string;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  /** A sender asked for it by itself. */
  readonly byItself: boolean;
  /** ISO 8601 UTC; null when nobody has shown it since the engine began. */
  readonly heardAt: string | null;
}

/** What a capture is doing. */
export interface CaptureState {
  /** CaptureProfile.id */
  readonly id: string;
  /** Switched on, by a person or for this run. */
  readonly enabled: boolean;
  readonly phase: 'off' | 'waiting' | 'recording' | 'trouble';
  /** One sentence; "" when it is off. */
  readonly message: string;
  /** What a person set, by CaptureField.name; fields that are missing have their initial value. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** Of a capture whose senders have them. */
  readonly tokens: readonly CaptureToken[];
  /** Where it can be reached, when it listens. */
  readonly address: string | null;
  /** Being recorded now. `since`: ISO 8601 UTC. */
  readonly sessions: readonly { readonly id: string; readonly title: string; readonly since: string }[];
  readonly counters: Readonly<Record<string, number>>;
}

/** Events of a live session in order of arrival; t may be a little older than that of those before. */
export interface LiveEvents {
  /** encodeEvents; positions that the source does not say are where the entity was last seen. */
  readonly columns: Uint8Array;
  /** zstd JSON array: the payload of each event, null where none. */
  readonly payloads: Uint8Array;
}

/** Encoded chunks (session/chunk.ts) by layer, null where there is nothing. */
export type LiveTail = readonly [Uint8Array | null, Uint8Array | null];

/**
 * What a live session is followed with: an opening, then deltas, at most 10 a second. A follower that falls behind gets another opening, which replaces
 * all before it.
 */
export type LiveItem =
  | {
      readonly kind: 'opening';
      /** Everything so far; its chunks are those that are sealed, its event blocks are empty. */
      readonly detail: SessionDetail;
      readonly overview: Uint8Array | null;
      /** All events so far. */
      readonly events: LiveEvents;
      /** From the end of the last sealed chunk, with the full state at its start. */
      readonly tail: LiveTail;
    }
  | {
      readonly kind: 'delta';
      readonly durationMs: number;
      readonly frames: number;
      /** When anything else of it changed; what is only counted comes at most once a second. */
      readonly info?: SessionInfo;
      /** New and changed ones; lastT of one that still exists is that of when it was sent. */
      readonly entities?: readonly EntityInfo[];
      /** To be added to the string table. */
      readonly strings?: readonly string[];
      readonly events?: LiveEvents;
      /** New samples, without the state at the start. An entity's last sample may be replaced by a first one here of the same t. */
      readonly tail: LiveTail;
      /** These chunks can now be read by 'chunks.read': they hold what the tail held up to their ends, this delta included. */
      readonly sealed?: SessionDetail['chunks'];
    };

export interface ExportReport {
  readonly bytes: number;
  readonly warnings: readonly { code: string; count: number; first: string }[];
}

/** What a file can become, or a session be exported as. */
export interface ConversionTarget {
  /** A FileFormat.id, or "ndjson", or a table: "events-csv". */
  readonly id: string;
  /** For people. */
  readonly label: string;
  /** What the new file's name ends in: ".nevrcap". */
  readonly extension: string;
}

export interface FileDescription {
  readonly game: string;
  /** FileFormat.id and its label for people. */
  readonly format: string;
  readonly label: string;
  /** The most natural first; never empty. */
  readonly targets: readonly ConversionTarget[];
}

export interface ListedFile {
  readonly handle: string;
  /** With its folders below the one that was listed. */
  readonly name: string;
  readonly bytes: number;
}

export interface ConversionProgress {
  readonly step: string;
  /** Of the file that is read. */
  readonly bytesDone: number;
  readonly bytesTotal: number;
}

export interface GroundProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

export interface FileConversion {
  readonly framesIn: number;
  readonly framesOut: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** What the new file cannot hold, and what of the old one was unreadable; counted by code, the first as one sentence. */
  readonly warnings: readonly { readonly code: string; readonly count: number; readonly first: string }[];
  /** Of the new file. */
  readonly name: string;
  /** Id of the one-time download, null when it went into a folder. */
  readonly download: string | null;
}

/** Most that is kept of a game: days, and bytes / 10^9; null for no such limit. */
const retentionRule = z.object({
  days: z.number('Write the days as a number.').min(1, 'Keep a day at least.').max(36_500, 'Keep at most a hundred years.').nullable(),
  gigabytes: z.number('Write the size as a number.').min(0.1, 'Keep 0.1 GB at least.').max(1_000_000, 'No disk is that large.').nullable(),
});
/** What the library holds of a game, and what of it will go. */
export interface StorageOutlook {
  readonly game: string;
  /** Originals and sessions, those in the bin included. */
  readonly bytes: number;
  /** Its limits; null for none. */
  readonly days: number | null;
  readonly gigabytes: number | null;
  /** Sessions beyond them that go when they are looked after next, within minutes. */
  readonly due: number;
  /** ISO 8601 UTC: when the next one is too old; null when none will be. */
  readonly next: string | null;
}

/** By game; those that are missing keep everything. */
export const retentionRules = z.record(z.string().max(64), retentionRule);
export type RetentionRules = Readonly<z.infer<typeof retentionRules>>;

/** Parameters of each method; the keys are the methods. */
export const PARAMS = {
  hello: z.object({}),
  ...LIBRARY_PARAMS,
  /** Those whom the search of this filter means in all sessions that it leaves, at most ten, most sessions first. */
  'sessions.people': z.object({ filter: sessionFilter }),
  'sessions.get': z.object({ id: sessionId }),
  'sessions.overview': z.object({ id: sessionId }),
  /** `notes`: free text. What is left out stays. */
  'sessions.update': z.object({
    id: sessionId,
    title: text.optional(),
    favourite: z.boolean().optional(),
    tags: tags.optional(),
    notes: notes.optional(),
  }),
  'sessions.delete': z.object({ ids: z.array(sessionId).max(1000) }),
  'sessions.restore': z.object({ ids: z.array(sessionId).max(1000) }),
  'sessions.purge': z.object({ ids: z.array(sessionId).max(1000) }),
  'retention.get': z.object({}),
  /** Of every game that the library has sessions of. */
  'retention.outlook': z.object({}),
  /** Looked after at once, and again and again: what is beyond the limits goes to the bin, and later for good. */
  'retention.set': z.object({ rules: retentionRules }),
  /** What people added to a session (annotations.ts). */
  'annotations.list': z.object({ session: sessionId }),
  /** Adds them, or puts them in the place of those with the same ids. Refused with a sentence when the session would have too many. */
  'annotations.put': z.object({ session: sessionId, annotations: z.array(annotation).min(1).max(MOST_ANNOTATIONS_AT_ONCE) }),
  /** Answers those that were there, so that they can be put back. */
  'annotations.remove': z.object({ session: sessionId, ids: z.array(z.uuid()).min(1).max(MOST_ANNOTATIONS_AT_ONCE) }),
  'chunks.read': z.object({ id: sessionId, layer: z.union([z.literal(0), z.literal(1)]), index }),
  'events.columns': z.object({ id: sessionId, index }),
  'events.payloads': z.object({ id: sessionId, index }),
  /** Counted anew when the session changed (statistics-codec.ts reads the answer). */
  'sessions.statistics': z.object({ id: sessionId }),
  /** Handles: minted by Electron main for paths, or by an upload (POST /upload). Streams ImportProgress. */
  'import.files': z.object({ handles: z.array(text).min(1).max(1000) }),
  /** Makes a session with the game's simulator and imports it. Streams ImportProgress. */
  'import.sample': z.object({ game: text }),
  /** The recordings of a game on a server that a person names, newest first. Refused with a sentence. */
  'remote.list': z.object({ game: text, address: text }),
  /** Fetches one of them and imports it; `name` is what it is called meanwhile. Streams ImportProgress. */
  'remote.import': z.object({ game: text, address: text, id: text.min(1), name: text }),
  /** Streams a LibraryChange whenever the library changed. */
  'library.follow': z.object({}),
  'capture.list': z.object({}),
  /** Switches a capture on or off with these settings, and keeps that. Folders are named by handles. Refused with a sentence when they do not fit or it cannot begin. */
  'capture.set': z.object({
    id: text,
    enabled: z.boolean(),
    settings: z.record(z.string().max(64), z.union([z.string().max(4000), z.number(), z.boolean()])),
  }),
  /** A new token for a sender of this capture: told this once. Refused with a sentence. */
  'capture.token.make': z.object({ id: text, name: z.string().trim().min(1, 'Give it a name.').max(100, 'This name is too long.') }),
  /** Who shows it is turned away from now on. */
  'capture.token.revoke': z.object({ id: text, token: text }),
  /** Streams the state of all captures: at once, then whenever it changed, at most 4 times a second. */
  'capture.follow': z.object({}),
  /** Streams a session that is being recorded (missing: any other); ends when its recording ends, and the session can then be had by sessions.get. */
  'sessions.follow': z.object({ id: sessionId }),
  /** To a handle minted by main (save dialog), into a folder that main minted under a name that nothing has there yet, or to a one-time download address. */
  'export.session': z.object({ id: sessionId, format: text, handle: text.nullable() }),
  /** The recordings of a folder, or the file itself. */
  'files.list': z.object({ handle: text }),
  /** From the file's first 64 KB, so a browser need not send more; refused when it is no recording. An upload is gone afterwards. */
  'files.describe': z.object({ handle: text }),
  /** Into a folder that main minted (directory dialog), under a name that nothing has there yet, or to a one-time download. Streams ConversionProgress. An upload is gone afterwards. */
  'convert.file': z.object({ handle: text, to: text, folder: text.nullable() }),
  /**
   * Writes a file piece by piece to a place that main minted (save dialog): streams its id, and ends when 'file.end' says that it is complete. What was there before
   * is replaced only then.
   */
  'file.save': z.object({ handle: text }),
  'file.write': z.object({
    file: z.uuid(),
    position: z
      .int()
      .min(0)
      .max(2 ** 42),
    bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= MOST_WRITTEN_BYTES),
  }),
  'file.end': z.object({ file: z.uuid() }),
  /** Streams the state of the overlays' listener: at once, then whenever it changed. */
  'broadcast.follow': z.object({}),
  'broadcast.set': z.object({ on: z.boolean(), port: z.int().min(0).max(65_535) }),
  /** Another token for the addresses of overlays; the one before is good no more. */
  'broadcast.renew': z.object({}),
  'broadcast.revoke': z.object({}),
  /** What overlays show from now on, null for nothing; `plan` when the map has another ground than before. */
  'broadcast.publish': z.object({ shown: presentation.nullable(), plan: mapPlan.nullable() }),
  'ground.get': z.object(world),
  /**
   * Copies a picture, a height map or the shape of the world into the library, in the place of the one before. A file, a folder (of tiles, or the game's), or
   * the files of one with their paths in it (uploads of tiles). Streams GroundProgress.
   */
  'ground.set': z.object({
    ...world,
    kind: z.enum(['tiles', 'image', 'heights', 'mesh']),
    from: z.union([
      text,
      z
        .array(z.object({ path: z.string().max(64), handle: text }))
        .min(1)
        .max(10_000),
    ]),
  }),
  'ground.calibrate': z.object({ ...world, version: z.uuid(), calibration: calibration.nullable() }),
  'ground.remove': z.object({ ...world, part: z.enum(['picture', 'heights', 'mesh']) }),
  /** Null where the map has no such tile. */
  'ground.tile': z.object({ ...world, version: z.uuid(), zoom: z.int().min(0).max(12), column: index, row: index }),
  'ground.image': z.object({ ...world, version: z.uuid() }),
  /** As decodeHeights takes it. */
  'ground.heights': z.object({ ...world, version: z.uuid() }),
  /** As decodeWorldMesh takes it. */
  'ground.mesh': z.object({ ...world, version: z.uuid() }),
  /** Statistics of people over all sessions (career.ts). */
  ...CAREER_PARAMS,
} as const;

export type Method = keyof typeof PARAMS;
export type Params<M extends Method> = z.infer<(typeof PARAMS)[M]>;

export interface LibraryChange {
  /** New, changed or gone. */
  readonly sessions: readonly string[];
  /** Sessions whose annotations, tags or notes are others now. */
  readonly annotations: readonly string[];
}

/** Answer of each method. */
export interface Results extends CareerResults {
  hello: {
    readonly version: string;
    readonly library: string;
    readonly desktop: boolean;
    readonly games: readonly {
      id: string;
      name: string;
      /** What a session of this game can be exported as. */
      exports: readonly ConversionTarget[];
      formats: readonly {
        id: string;
        label: string;
        extensions: readonly string[];
        writable: boolean;
        /** What a file of this format can become. */
        targets: readonly ConversionTarget[];
      }[];
    }[];
  };
  'sessions.list': { readonly total: number; readonly rows: readonly SessionRow[] };
  'sessions.people': readonly PersonFound[];
  'sessions.get': SessionDetail;
  'sessions.overview': {
    readonly overview: Uint8Array | null;
    readonly info: SessionInfo;
    readonly entities: readonly EntityInfo[];
    readonly strings: readonly string[];
  };
  'sessions.update': null;
  'sessions.delete': null;
  'sessions.restore': null;
  'sessions.purge': null;
  'library.stats': LibraryStats;
  'retention.get': RetentionRules;
  'retention.outlook': readonly StorageOutlook[];
  'retention.set': null;
  'annotations.list': SessionNotes;
  'annotations.put': null;
  'annotations.remove': readonly Annotation[];
  'chunks.read': Uint8Array;
  'events.columns': Uint8Array;
  'events.payloads': Uint8Array;
  'sessions.statistics': Uint8Array;
  'import.files': null;
  'import.sample': null;
  'remote.list': readonly RemoteRecording[];
  'remote.import': null;
  'library.follow': null;
  'capture.list': readonly CaptureState[];
  'capture.set': CaptureState;
  'capture.token.make': { readonly token: CaptureToken; readonly secret: string };
  'capture.token.revoke': null;
  'capture.follow': null;
  'sessions.follow': null;
  'export.session': ExportReport & { readonly download: string | null };
  'files.list': readonly ListedFile[];
  'files.describe': FileDescription;
  'convert.file': FileConversion;
  'file.save': { readonly bytes: number };
  'file.write': null;
  'file.end': null;
  'broadcast.follow': null;
  'broadcast.set': BroadcastState;
  'broadcast.renew': BroadcastState;
  'broadcast.revoke': BroadcastState;
  'broadcast.publish': null;
  'ground.get': GroundInfo;
  'ground.set': GroundInfo;
  'ground.calibrate': GroundInfo;
  'ground.remove': GroundInfo;
  'ground.tile': Uint8Array | null;
  'ground.image': Uint8Array | null;
  'ground.heights': Uint8Array | null;
  'ground.mesh': Uint8Array | null;
}

/** Items of the streaming methods. */
export interface Items {
  'import.files': ImportProgress;
  'import.sample': ImportProgress;
  'remote.import': ImportProgress;
  'library.follow': LibraryChange;
  'capture.follow': { readonly captures: readonly CaptureState[] };
  'sessions.follow': LiveItem;
  'convert.file': ConversionProgress;
  'file.save': { readonly file: string };
  'broadcast.follow': BroadcastState;
  'ground.set': GroundProgress;
}
export type StreamMethod = keyof Items;

/** Codes: refused (one sentence for a person), invalid (parameters), missing (no such session), cancelled, internal. */
export interface ApiError {
  readonly code: 'refused' | 'invalid' | 'missing' | 'cancelled' | 'internal';
  readonly message: string;
}

/** What the renderer holds; the transport is the only difference between desktop and browser. */
export interface EngineClient {
  call<M extends Exclude<Method, StreamMethod>>(method: M, params: Params<M>): Promise<Results[M]>;
  stream<M extends StreamMethod>(method: M, params: Params<M>, onItem: (item: Items[M]) => void, signal?: AbortSignal): Promise<Results[M]>;
}
