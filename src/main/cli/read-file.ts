/** Reads a recording into memory (chunks stay compressed) for the verbs that look at one file. */
import { tmpdir } from 'node:os';
import { RefusedInput } from '../engine/game-adapter.ts';
import { ADAPTERS } from '../engine/games/registry.ts';
import { MemorySession } from '../engine/memory-session.ts';
import { openSource } from '../engine/open-source.ts';
import { readRecording } from '../engine/read-recording.ts';
import { SessionWriter } from '../engine/session-writer.ts';
import { zstd } from '../engine/zstd.ts';

/** All sessions of the file, in order. Throws RefusedInput with one sentence when nothing of it can be read. */
export async function readFile(path: string): Promise<readonly MemorySession[]> {
  const source = await openSource(path, ADAPTERS).catch((error: unknown) => {
    if (error instanceof RefusedInput) throw error;
    throw new RefusedInput(`${path} cannot be opened: ${reasonOf(error)}.`);
  });
  try {
    const sessions: MemorySession[] = [];
    const { signal } = new AbortController();
    let writer: SessionWriter | null = null;
    await readRecording(source, {
      adapters: ADAPTERS,
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
  } finally {
    await source.close();
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'reading it is not allowed',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
