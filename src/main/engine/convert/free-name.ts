/** Names in a folder that nothing has yet: "match.nevrcap", then "match (2).nevrcap" and so on. */
import { access, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { RefusedInput } from '../game-adapter.ts';
import { writeRefusal } from '../write-refusal.ts';

const MOST_TRIES = 10_000;

export interface ClaimedName {
  /** To be written; it holds the name while it is there. */
  readonly part: string;
  /** Gives the complete file its name, or the next free one when the name was taken meanwhile; that name. */
  settle(): Promise<string>;
}

/** Throws RefusedInput when nothing can be written in the folder. */
export async function claimName(dir: string, stem: string, extension: string): Promise<ClaimedName> {
  for (let n = 1; n <= MOST_TRIES; n++) {
    const name = numbered(stem, extension, n);
    const part = join(dir, `${name}.part`);
    if ((await exists(join(dir, name))) || !(await create(part))) continue;
    return {
      part,
      settle: async () => {
        let free = n;
        while (await exists(join(dir, numbered(stem, extension, free)))) free++;
        const settled = numbered(stem, extension, free);
        await rename(part, join(dir, settled));
        return settled;
      },
    };
  }
  throw new RefusedInput(`There are too many files called ${stem}${extension} in this folder; choose another one.`);
}

function numbered(stem: string, extension: string, n: number): string {
  return n === 1 ? `${stem}${extension}` : `${stem} (${n})${extension}`;
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

/** False when it is there already. */
async function create(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o644);
    await file.close();
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return false;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new RefusedInput('The folder is no longer there; choose it again.');
    const message = writeRefusal(error);
    throw message === null ? error : new RefusedInput(message);
  }
}
