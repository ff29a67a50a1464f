/** The recordings in a folder and below it: files by their extensions, and folders that are one recording each. */
import type { Dirent } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { GameAdapter } from '../game-adapter.ts';
import { folderLayouts } from '../open-source.ts';

const MOST_FILES = 10_000;
const DEEPEST = 16;

/** A file, or a folder that is one recording. */
export interface FoundFile {
  readonly path: string;
  /** Relative to the folder, with its name in front. */
  readonly name: string;
}

/** Links are not followed, hidden files are left out. A folder that is one recording is not looked into, and may be the given one itself. */
export async function expandFolder(dir: string, name: string, adapters: readonly GameAdapter[]): Promise<FoundFile[]> {
  const extensions = adapters.flatMap(({ formats }) => formats.flatMap((format) => format.extensions));
  const endings = extensions.map((extension) => (extension.startsWith('.') ? extension : `.${extension}`).toLowerCase());
  const indices = new Set(folderLayouts(adapters).map(({ index }) => index));
  const found: FoundFile[] = [];
  await walk(dir, name, 0);
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));

  async function walk(folder: string, shown: string, depth: number): Promise<void> {
    const folders: Dirent[] = [];
    const files: FoundFile[] = [];
    for await (const entry of await opendir(folder)) {
      if (found.length + files.length >= MOST_FILES) break;
      if (entry.name.startsWith('.')) continue;
      if (entry.isFile() && indices.has(entry.name)) return void found.push({ path: folder, name: shown });
      if (entry.isDirectory() && depth < DEEPEST) folders.push(entry);
      const lower = entry.name.toLowerCase();
      if (entry.isFile() && endings.some((ending) => lower.endsWith(ending)))
        files.push({ path: join(folder, entry.name), name: `${shown}/${entry.name}` });
    }
    found.push(...files);
    for (const { name: below } of folders) await walk(join(folder, below), `${shown}/${below}`, depth + 1);
    return undefined;
  }
}
