/**
 * What the engine answers to: one typed map of methods, over MessagePort (desktop) or WebSocket (serve). Parameters are validated here, at the edge.
 * Messages: {id, method, params} -> {id, result} | {id, error}; streams: {id, item}* then {id, result} | {id, error}, with {id, cancel: true} from the caller
 * and {id, ack: n} after every n items that it consumed (the engine keeps at most STREAM_WINDOW unacknowledged items under way).
 * Binary values are Uint8Array everywhere.
 */
import { z } from 'zod';
import type { EntityInfo, SessionInfo } from './session/model.ts';

export const STREAM_WINDOW = 16;

const sessionId = z.string().regex(/^[0-9a-f-]{8,36}$/);
const index = z.int().min(0).max(10_000_000);
const text = z.string().max(400);

const sessionFilter = z.object({
  /** Free text over title, world, file name and player names. */
  search: text.optional(),
  game: text.optional(),
  world: text.optional(),
  player: text.optional(),
  /** ISO dates, inclusive. */
  from: text.optional(),
  to: text.optional(),
  /** Deleted sessions only (the bin). */
  bin: z.boolean().optional(),
  favourite: z.boolean().optional(),
  withWarnings: z.boolean().optional(),
});
export type SessionFilter = z.infer<typeof sessionFilter>;

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
  readonly libraryBytes: number;
  readonly originalBytes: number;
}

export interface ExportReport {
  readonly bytes: number;
  readonly warnings: readonly { code: string; count: number; first: string }[];
}

/** Parameters of each method; the keys are the methods. */
export const PARAMS = {
  hello: z.object({}),
  'sessions.list': z.object({
    filter: sessionFilter,
    sort: z.enum(['newest', 'oldest', 'longest', 'title']),
    offset: index,
    limit: z.int().min(1).max(500),
  }),
  'sessions.get': z.object({ id: sessionId }),
  'sessions.overview': z.object({ id: sessionId }),
  'sessions.update': z.object({ id: sessionId, title: text.optional(), favourite: z.boolean().optional() }),
  'sessions.delete': z.object({ ids: z.array(sessionId).max(1000) }),
  'sessions.restore': z.object({ ids: z.array(sessionId).max(1000) }),
  'sessions.purge': z.object({ ids: z.array(sessionId).max(1000) }),
  'library.stats': z.object({}),
  'chunks.read': z.object({ id: sessionId, layer: z.union([z.literal(0), z.literal(1)]), index }),
  'events.columns': z.object({ id: sessionId, index }),
  'events.payloads': z.object({ id: sessionId, index }),
  /** Handles: minted by Electron main for paths, or by an upload (POST /upload). Streams ImportProgress. */
  'import.files': z.object({ handles: z.array(text).min(1).max(1000) }),
  /** Makes a session with the game's simulator and imports it. Streams ImportProgress. */
  'import.sample': z.object({ game: text }),
  /** Streams a LibraryChange whenever the library changed. */
  'library.follow': z.object({}),
  /** To a handle minted by main (save dialog), or to a one-time download address. */
  'export.session': z.object({ id: sessionId, format: text, handle: text.nullable() }),
} as const;

export type Method = keyof typeof PARAMS;
export type Params<M extends Method> = z.infer<(typeof PARAMS)[M]>;

export interface LibraryChange {
  readonly sessions: readonly string[];
}

/** Answer of each method. */
export interface Results {
  hello: {
    readonly version: string;
    readonly library: string;
    readonly desktop: boolean;
    readonly games: readonly {
      id: string;
      name: string;
      formats: readonly { id: string; label: string; extensions: readonly string[]; writable: boolean }[];
    }[];
  };
  'sessions.list': { readonly total: number; readonly rows: readonly SessionRow[] };
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
  'chunks.read': Uint8Array;
  'events.columns': Uint8Array;
  'events.payloads': Uint8Array;
  'import.files': null;
  'import.sample': null;
  'library.follow': null;
  'export.session': ExportReport & { readonly download: string | null };
}

/** Items of the streaming methods. */
export interface Items {
  'import.files': ImportProgress;
  'import.sample': ImportProgress;
  'library.follow': LibraryChange;
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
