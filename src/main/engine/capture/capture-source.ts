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
  /**
   * Listens or polls until `context.signal` aborts, then ends its recordings and resolves (recordings that it leaves open are ended for it).
   * Rejects with RefusedInput, one sentence, when it cannot begin (a taken port: with the next free one). It runs as soon as it says `context.state`, which must come.
   */
  run(settings: S, context: CaptureContext): Promise<void>;
}

export interface CaptureContext {
  readonly signal: AbortSignal;
  /** Begins a live session; `format`: FileFormat.id of the format that reads the original; `name`: file name of the original, for people. */
  begin(recording: { readonly format: string; readonly name: string }): Promise<LiveRecording>;
  /** Hands a finished file to the ordinary importer (uploads, folder watch); the file is the caller's to remove. Resolves with what became of it. */
  importFile(path: string, name: string): Promise<ImportedFile>;
  /** What the capture is doing, one sentence for a person. */
  state(state: { readonly phase: 'waiting' | 'recording' | 'trouble'; readonly message: string }): void;
  /** Where it can be reached, when it listens ("127.0.0.1:5000"): shown and copied by people. */
  address(address: string): void;
  /** Adds to a counter, shown on the page and on /metrics. */
  count(name: string, by?: number): void;
  /** Folder for files on their way. */
  readonly tmpDir: string;
  /** Folder for files that were accepted and have to outlive this process: whatever lies here at the next start is imported then, under its name. */
  readonly inboxDir: string;
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
