/** Reads a recording into memory, its chunks compressed: for the command line and for tests. */
import { tmpdir } from 'node:os';
import type { ByteSource, GameAdapter } from './game-adapter.ts';
import { MemorySession } from './memory-session.ts';
import { readRecording } from './read-recording.ts';
import { SessionWriter } from './session-writer.ts';
import { zstd } from './zstd.ts';

/** All its sessions, in order. Throws RefusedInput with one sentence when nothing of it can be read. */
export async function readIntoMemory(source: ByteSource, adapters: readonly GameAdapter[]): Promise<readonly MemorySession[]> {
  const sessions: MemorySession[] = [];
  const { signal } = new AbortController();
  let writer: SessionWriter | null = null;
  await readRecording(source, {
    adapters,
    signal,
    openSession: () => {
      const session = new MemorySession();
      sessions.push(session);
      writer = new SessionWriter({ target: session, signal, compression: zstd, tempDir: tmpdir() });
      return Promise.resolve(writer);
    },
    closeSession: async () => {
      await writer?.finish();
    },
  });
  return sessions;
}
