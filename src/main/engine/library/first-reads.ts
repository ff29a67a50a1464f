/** What the first window asks of a library that is in order, read in this very thread: the library's own threads are still starting. */
import type { LibraryFolder } from './folder.ts';
import { libraryStats, listSessions } from './list-reads.ts';
import type { ReaderOperations } from './operations.ts';
import { openCurrentLibrary } from './schema.ts';

type Read<K extends keyof ReaderOperations> = (
  args: Parameters<ReaderOperations[K]>[0],
) => ReturnType<ReaderOperations[K]> | Promise<ReturnType<ReaderOperations[K]>>;

/** Of the library itself, or read past it. */
export interface EarlyReads {
  readonly list: Read<'list'>;
  readonly stats: Read<'stats'>;
}

interface FirstReads {
  readonly reads: EarlyReads;
  close(): void;
}

/** Null when there is no library yet, or one that must be brought up to date, looked after or refused first. */
export function firstReads({ database }: LibraryFolder): FirstReads | null {
  const db = openCurrentLibrary(database);
  return db === null ? null : { reads: { list: (args) => listSessions(db, args), stats: () => libraryStats(db) }, close: () => db.close() };
}
