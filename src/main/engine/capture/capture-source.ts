/** What a game brings to record by itself: listeners and pollers. Each runs in a thread of its own, owns its sockets, and writes live sessions. */
import type { z } from 'zod';
import type { SessionSink } from '../session-sink.ts';

/** What a person typed, by CaptureField.name. */
export type CaptureSettings = Readonly<Record<string, string | number | boolean>>;

export interface CaptureSource<S = unknown> {
  /** CaptureProfile.id */
  readonly id: string;
  /** Validates what people typed; its messages are sentences for them. Fields that were never set get their defaults here. */
  readonly settings: z.ZodType<S>;
  /** Its senders may show named tokens, which people make and revoke. */
  readonly tokens?: true;
  /**
   * Listens or polls until `context.signal` aborts, then ends its recordings and resolves (recordings that it leaves open are ended for it).
   * Rejects with RefusedInput, one sentence, when it cannot begin (a taken port: with the next free one). It runs as soon as it says `context.state`, which must come.
   */
  run(settings: S, context: CaptureContext): Promise<void>;
}

export interface CaptureContext {
  readonly signal: AbortSignal;
  /**
   * Begins a live session; `format`: FileFormat.id of the format that reads the original; `name`: file name of the original, for people. `packed`: the original is
   * kept as gzip when it is complete, for a format that reads that too.
   */
  begin(recording: { readonly format: string; readonly name: string; readonly packed?: boolean }): Promise<LiveRecording>;
  /** Hands a finished file to the ordinary importer (uploads, folder watch); the file is the caller's to remove. Resolves with what became of it. */
  importFile(path: string, name: string): Promise<ImportedFile>;
  /** What the capture is doing, one sentence for a person. */
  state(state: { readonly phase: 'waiting' | 'recording' | 'trouble'; readonly message: string }): void;
  /** Where it can be reached, when it listens ("127.0.0.1:5000"): shown and copied by people. */
  address(address: string): void;
  /** Adds to a counter, shown on the page and on /metrics. */
  count(name: string, by?: number): void;
  readonly tokens: CaptureTokens;
  /** A line of the log that whoever runs the engine reads; never with a secret. `event`: what happened, "match_begun". */
  log(event: string, fields?: LogFields): void;
  /** A code that joins whoever shows it in the game to this player of its statistics. Rejects with RefusedInput when there is no such player. */
  claimPlayer(player: string, prefix: string): Promise<{ readonly code: string; readonly expiresAt: number }>;
  /** Rejects when the library cannot be written. */
  checkLibrary(): Promise<void>;
  /** Of the library, to be read only. */
  readonly databasePath: string;
  /** Folder for files on their way. */
  readonly tmpDir: string;
  /** Folder for files that were accepted and have to outlive this process: whatever lies here at the next start is imported then, under its name. */
  readonly inboxDir: string;
}

export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** Of a source with `tokens`. */
export interface CaptureTokens {
  /** The token that this is; null when it is none, or was revoked. */
  find(secret: string): { readonly id: string; readonly name: string } | null;
  /** Of the token with this id; null when there is none. */
  nameOf(id: string): string | null;
  /** For a sender that asks by itself; `key`: who it is, for it gets another in the place of the one before. Rejects with RefusedInput when there are too many. */
  make(name: string, key: string): Promise<{ readonly id: string; readonly secret: string }>;
}

export interface ImportedFile {
  readonly state: 'done' | 'duplicate' | 'refused' | 'failed';
  /** Ids of the sessions that it is in the library. */
  readonly sessions: readonly string[];
  /** One sentence, when it is not done. */
  readonly message?: string;
}

export interface LiveRecording {
  /** Of the session. */
  readonly id: string;
  /** What is written here is watched live. Call `settled` as time goes on, so that chunks can be sealed; `drain` is called by the recording itself. */
  readonly sink: SessionSink;
  /**
   * Appends to the original; resolves when the write is done, from when on the bytes survive the end of this process. Several may be under way: they keep
   * their order, and those that wait are one write. The bytes must stay as they are until then.
   */
  append(bytes: Uint8Array): Promise<void>;
  /** For a source that writes the original itself: here, and without `append`. */
  readonly originalPath: string;
  /** Ends the session: resolves when it is an ordinary one of the library, or is gone because nothing was recorded. */
  end(): Promise<void>;
}
