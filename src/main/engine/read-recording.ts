/** Reads any recording: finds its format and runs it, session by session. Used by imports, by the command line and by tests. */
import type { ByteSource, FileFormat, GameAdapter } from './game-adapter.ts';
import type { SessionSink } from './session-sink.ts';
import { sniffFile } from './sniff.ts';

export interface RecordingReader {
  readonly adapters: readonly GameAdapter[];
  readonly signal: AbortSignal;
  /** A session begins: once at the start, and again for each further one in the same file. */
  openSession(adapter: GameAdapter, format: FileFormat): Promise<SessionSink>;
  /** The session that was opened last is complete. */
  closeSession(): Promise<void>;
}

/** Throws RefusedInput with one sentence when nothing of it can be read, and the signal's reason when aborted. */
export async function readRecording(source: ByteSource, reader: RecordingReader): Promise<void> {
  const { adapter, format } = await sniffFile(source, reader.adapters);
  reader.signal.throwIfAborted();
  const sink = await reader.openSession(adapter, format);
  await format.read(source, sink, {
    signal: reader.signal,
    nextSession: async () => {
      await reader.closeSession();
      return await reader.openSession(adapter, format);
    },
  });
  reader.signal.throwIfAborted();
  await reader.closeSession();
}
