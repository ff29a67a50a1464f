/** Where everything of a library lies on disk. */
import { join } from 'node:path';

export interface LibraryFolder {
  readonly dir: string;
  readonly database: string;
  readonly lock: string;
  /** Originals by hash: originals/<first 2 hex>/<sha256>. */
  readonly originals: string;
  /** Originals of sessions that are being recorded, each by the session's id. */
  readonly captures: string;
  /** Pictures and height maps of worlds (ground/grounds.ts). */
  readonly ground: string;
  /** Uploads, copies and exports under way; emptied at each start. */
  readonly tmp: string;
}

export function libraryFolder(dir: string): LibraryFolder {
  return {
    dir,
    database: join(dir, 'library.db'),
    lock: join(dir, 'library.lock'),
    originals: join(dir, 'originals'),
    captures: join(dir, 'captures'),
    ground: join(dir, 'ground'),
    tmp: join(dir, 'tmp'),
  };
}

export function originalPath(originals: string, sha256: string): string {
  return join(originals, sha256.slice(0, 2), sha256);
}
