/** A library with the bench's recording in it, for the benches that look at a session. */
import { join } from 'node:path';
import { runChild } from './child.ts';
import type { ImportAnswer, ImportInput } from './children/import-child.ts';
import { benchRecording, type Recording } from './recording.ts';

export interface BenchLibrary {
  readonly libraryDir: string;
  /** Id of its one session. */
  readonly session: string;
  readonly recording: Recording;
}

export async function libraryWithRecording(folder: string): Promise<BenchLibrary> {
  const recording = await benchRecording(folder);
  return { ...(await libraryWith(recording.path, folder)), recording };
}

/** The same with any file. */
export async function libraryWith(path: string, folder: string): Promise<Pick<BenchLibrary, 'libraryDir' | 'session'>> {
  const input: ImportInput = { path, libraryDir: join(folder, 'library'), remove: false };
  const { session } = await runChild<ImportAnswer>(new URL('./children/import-child.ts', import.meta.url), input);
  return { libraryDir: input.libraryDir, session };
}
