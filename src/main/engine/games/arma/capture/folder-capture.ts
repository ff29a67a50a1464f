import { join } from 'node:path';
/** Imports the recordings that a recorder puts into a folder, those that are there already and those that come; the folder itself may come and go. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { CaptureContext, CaptureSource } from '../../../capture/capture-source.ts';
import { isWhole, recordingsIn, type SeenFile } from './recordings-folder.ts';

const settings = z.object({
  folder: z.string('Choose the folder to watch.').trim().min(1, 'Choose the folder to watch.').max(4000, 'This path is too long.'),
});
type FolderSettings = z.infer<typeof settings>;

/** Between two looks at the folder, ms. */
const LOOK_MS = 1000;
/** A file that stayed as it is for so many looks and ends as a recording does is complete. */
const STILL_LOOKS = 2;
/** One that ends in the middle of something may yet be going to grow; after so many looks that is how it is. */
const BROKEN_LOOKS = 60;

interface Watched extends SeenFile {
  looks: number;
  isDone: boolean;
}

export const ocapFolderCapture: CaptureSource<FolderSettings> = { id: 'ocap-folder', settings, run };

async function run({ folder }: FolderSettings, context: CaptureContext): Promise<void> {
  const { signal } = context;
  const watched = new Map<string, Watched>();
  let last = '';
  while (!signal.aborted) {
    const files = await recordingsIn(folder);
    if (files === null)
      context.state({ phase: 'trouble', message: `The folder ${folder} is not there or cannot be read; it is watched for.` });
    else {
      context.state({ phase: 'waiting', message: `Watching ${folder}.${last === '' ? '' : ` ${last}`}` });
      for (const file of files) {
        if (signal.aborted) return;
        last = (await look(folder, file, watched, context)) ?? last;
      }
      forget(watched, files);
    }
    await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined); // aborted
  }
}

/** What became of a file that is complete, one sentence. */
async function look(folder: string, file: SeenFile, watched: Map<string, Watched>, context: CaptureContext): Promise<string | null> {
  const before = watched.get(file.name);
  if (before === undefined || before.size !== file.size || before.mtimeMs !== file.mtimeMs) {
    watched.set(file.name, { ...file, looks: 1, isDone: false });
    return null;
  }
  if (before.isDone) return null;
  before.looks++;
  const path = join(folder, file.name);
  if (before.looks < STILL_LOOKS || (before.looks < BROKEN_LOOKS && !(await isWhole(path)))) return null;
  const { state, message } = await context.importFile(path, file.name);
  if (context.signal.aborted || (state === 'failed' && before.looks < BROKEN_LOOKS)) return null; // the next look tries again
  before.isDone = true;
  if (state === 'duplicate') return null;
  context.count(state === 'done' ? 'files_imported' : 'files_refused');
  return state === 'done' ? `${file.name} has been imported.` : `${file.name} could not be imported: ${message ?? 'it cannot be read.'}`;
}

function forget(watched: Map<string, Watched>, files: readonly SeenFile[]): void {
  const there = new Set(files.map(({ name }) => name));
  for (const name of watched.keys()) if (!there.has(name)) watched.delete(name);
}
