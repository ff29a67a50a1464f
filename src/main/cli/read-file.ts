/** Reads a recording into memory (chunks stay compressed) for the verbs that look at one file. */
import { RefusedInput } from '../engine/game-adapter.ts';
import { ADAPTERS } from '../engine/games/registry.ts';
import type { MemorySession } from '../engine/memory-session.ts';
import { openSource } from '../engine/open-source.ts';
import { readIntoMemory } from '../engine/read-into-memory.ts';

/** All sessions of the file, in order. Throws RefusedInput with one sentence when nothing of it can be read. */
export async function readFile(path: string): Promise<readonly MemorySession[]> {
  const source = await openSource(path, ADAPTERS).catch((error: unknown) => {
    if (error instanceof RefusedInput) throw error;
    throw new RefusedInput(`${path} cannot be opened: ${reasonOf(error)}.`);
  });
  try {
    return await readIntoMemory(source, ADAPTERS);
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
