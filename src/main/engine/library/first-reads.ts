/** What the first window asks of a library that is in order, read in this very thread: the library's own threads are still starting. */
import type { LibraryFolder } from './folder.ts';
import { LibraryReads } from './reads.ts';
import { openCurrentLibrary } from './schema.ts';

interface FirstReads {
  readonly reads: LibraryReads;
  close(): void;
}

/** Null when there is no library yet, or one that must be brought up to date, looked after or refused first. */
export function firstReads({ database }: LibraryFolder): FirstReads | null {
  const db = openCurrentLibrary(database);
  return db === null ? null : { reads: new LibraryReads(db), close: () => db.close() };
}
