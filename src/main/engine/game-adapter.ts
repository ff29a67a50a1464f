/** What a game brings: formats that it reads and writes. A game is one folder under games/ plus one page of plain data (src/shared/games/<game>.ts). */
import type { CaptureSource } from './capture/capture-source.ts';
import type { CareerProvider } from './career/provider.ts';
import type { WorldSource } from './ground/world-source.ts';
import type { RemoteSource } from './remote/remote-source.ts';
import type { SessionSink } from './session-sink.ts';
import type { SessionSource } from './session-source.ts';
import type { StatisticsProvider } from './statistics/provider.ts';

/** A file or upload to read. Random access, because ZIP needs it; `stream` starts over at each call. */
export interface ByteSource {
  /** File name for sniffing by extension and for titles; never a path. */
  readonly name: string;
  readonly size: number;
  /** Bytes from `start` (default 0), in order. */
  stream(start?: number): AsyncIterable<Uint8Array>;
  /** Up to `length` bytes at `offset`; shorter at the end of the file. `into`: memory of at least `length` bytes that may be used for them. */
  read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array>;
  /** Real path on this machine, when it has one (yauzl and friends). */
  readonly path: string | null;
}

/** A folder that is one recording. It is read as the uncompressed ZIP that its files make (folder-source.ts). */
export interface FolderLayout {
  /** The file in it that it is known by; the first one of the ZIP. */
  readonly index: string;
  /** Which other files below it belong to it, by their paths in it with `/` between folders. */
  readonly parts: RegExp;
}

export interface ReadContext {
  readonly signal: AbortSignal;
  /** A further session found in the same file (several Echo session ids): ends the current sink's session and returns a new sink. */
  nextSession(): Promise<SessionSink>;
}

/** 0 not this format, 1 could be, 2 looks like it (by content), 3 certain (magic bytes and structure). */
export type Confidence = 0 | 1 | 2 | 3;

export interface FileFormat {
  readonly id: string;
  /** For people: "OCAP recording". */
  readonly label: string;
  readonly extensions: readonly string[];
  /** Set when recordings of this format may be folders. */
  readonly folder?: FolderLayout;
  /** Files of it hold sessions as they are stored, without the recording that they came of: nothing can be made of that frame by frame. */
  readonly holdsStored?: true;
  /** `head`: the first 64 KB of the file; when the file is gzip or a ZIP entry, of its unpacked content (see sniff.ts). */
  sniff(head: Uint8Array, name: string): Confidence;
  /**
   * Reads the whole source into the sink. Broken input: warn and go on, call sink.partial() when the end is missing; throw RefusedInput with one sentence
   * only when nothing of it could be read.
   */
  read(source: ByteSource, sink: SessionSink, context: ReadContext): Promise<void>;
  /** Writes a session in this format. */
  write?(
    session: SessionSource,
    out: (bytes: Uint8Array) => Promise<void>,
    signal: AbortSignal,
  ): Promise<{ warnings: readonly { code: string; count: number; first: string }[] }>;
}

export interface ConvertTask {
  readonly source: ByteSource;
  /** FileFormat.id of what the source is, and of what it is to become. */
  readonly from: string;
  readonly to: string;
  /** How hard the target's packer tries, on its own scale (zstd: 1 … 19); what the format does by itself when left out. */
  readonly level?: number | undefined;
  readonly out: (bytes: Uint8Array) => Promise<void>;
  readonly signal: AbortSignal;
  /** Bytes of the source that were taken so far, and what is being done. */
  readonly progress: (bytesDone: number, step: string) => void;
}

export interface ConvertReport {
  readonly framesIn: number;
  readonly framesOut: number;
  /** What the target cannot hold, and what of the source was unreadable; counted by code, the first as one sentence. */
  readonly warnings: readonly { readonly code: string; readonly count: number; readonly first: string }[];
}

/** Turns files of one format into another of the same game, without a session between: what both formats hold stays as it is. */
export interface Converter {
  /** FileFormat.id of what it writes. */
  readonly writes: readonly string[];
  /** Streams; throws RefusedInput when there is nothing to convert, and the signal's reason when aborted. */
  convert(task: ConvertTask): Promise<ConvertReport>;
}

export interface StreamTask {
  readonly source: ByteSource;
  /** FileFormat.id of what the source is. */
  readonly from: string;
  readonly url: string;
  /** Shown as bearer token, "" for none. */
  readonly token: string;
  /** Names of Streamer.parts. */
  readonly parts: ReadonlySet<string>;
  /** So many times as fast as it was recorded. */
  readonly speed: number;
  readonly signal: AbortSignal;
}

/** Sends recordings to programs that listen for the game. */
export interface Streamer {
  /** What can be sent. */
  readonly parts: readonly { readonly name: string; readonly about: string }[];
  /** Rejects with RefusedInput, one sentence, when nobody listens or nothing of it can be read. */
  stream(task: StreamTask): Promise<{ readonly frames: number }>;
}

export interface GameAdapter {
  readonly id: string;
  readonly formats: readonly FileFormat[];
  readonly converter?: Converter;
  readonly streamer?: Streamer;
  /** How it records by itself. */
  readonly captures?: readonly CaptureSource[];
  /** Where its people keep recordings for each other. */
  readonly remote?: RemoteSource;
  /** What it counts over a session. */
  readonly statistics?: StatisticsProvider;
  /** What it counts of people over all sessions. */
  readonly career?: CareerProvider;
  /** The shape of its worlds, out of its own files. */
  readonly worlds?: WorldSource;
}

/** The input cannot be used; the message is one clear sentence for a person. */
export class RefusedInput extends Error {
  override readonly name = 'RefusedInput';
}
