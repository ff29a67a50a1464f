/** Sessions whose recording did not end (a crash, a kill): each is read from its original as any file is, and keeps its id. */
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Importer } from '../import/importer.ts';
import type { Library } from '../library/library.ts';
import type { LiveSession } from '../library/operations.ts';

/** Originals that no reader takes are kept, under this name. */
const UNREADABLE = 'unreadable-';

/** What the last run of the engine left: to be asked for before a capture begins. */
export async function leftSessions(library: Library): Promise<readonly LiveSession[]> {
  return await library.read('liveSessions', {});
}

/** Of those that were left: files that have no session any more, because the engine ended right after it was stored. */
export async function leftFiles(library: Library, sessions: readonly LiveSession[]): Promise<readonly string[]> {
  const names = await readdir(library.folder.captures);
  return names.filter((name) => !name.startsWith(UNREADABLE) && !sessions.some(({ id }) => id === name));
}

/** Reads one from its original. It stays as it is, for the next start, when that could not be done now. */
export async function recoverSession(library: Library, importer: Importer, { id, name }: LiveSession, signal: AbortSignal): Promise<void> {
  const path = join(library.folder.captures, id);
  if (!(await isEmpty(path))) {
    const { state, message } = await importer.run({ kind: 'capture', path, name, session: id }, signal, () => undefined);
    if (state === 'done') return await rm(path, { force: true });
    if (state !== 'refused') return;
    console.error(`capture: the recording ${name} cannot be read, its file stays in captures: ${message ?? ''}`);
    await rename(path, join(library.folder.captures, `${UNREADABLE}${id}`));
  }
  await library.write('dropLive', { id });
  await rm(path, { force: true });
  library.settleSoon();
  library.announce([id]);
}

/** It is among the originals already, unless the session was never stored; then it is imported. */
export async function recoverFile(library: Library, importer: Importer, name: string, signal: AbortSignal): Promise<void> {
  const path = join(library.folder.captures, name);
  if (await isEmpty(path)) return await rm(path, { force: true });
  const { state } = await importer.run({ kind: 'file', path, name, temporary: false }, signal, () => undefined);
  if (state === 'done' || state === 'duplicate') await rm(path, { force: true });
  else if (state === 'refused') await rename(path, join(library.folder.captures, `${UNREADABLE}${name}`));
}

/** Also when it is not there. */
async function isEmpty(path: string): Promise<boolean> {
  return await stat(path).then(
    ({ size }) => size === 0,
    () => true,
  );
}
