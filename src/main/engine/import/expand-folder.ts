/** The recordings in a folder and below it, by their extensions. */
import { opendir } from 'node:fs/promises';
import { join } from 'node:path';

const MOST_FILES = 10_000;
const DEEPEST = 16;

export interface FoundFile {
  readonly path: string;
  /** Relative to the folder, with its name in front. */
  readonly name: string;
}

/** Links are not followed, hidden files are left out. `extensions` as the formats name them, with or without the dot. */
export async function expandFolder(dir: string, name: string, extensions: readonly string[]): Promise<FoundFile[]> {
  const endings = extensions.map((extension) => (extension.startsWith('.') ? extension : `.${extension}`).toLowerCase());
  const found: FoundFile[] = [];
  await walk(dir, name, 0);
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));

  async function walk(folder: string, shown: string, depth: number): Promise<void> {
    for await (const entry of await opendir(folder)) {
      if (found.length >= MOST_FILES) return;
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < DEEPEST) await walk(path, `${shown}/${entry.name}`, depth + 1);
      const lower = entry.name.toLowerCase();
      if (entry.isFile() && endings.some((ending) => lower.endsWith(ending))) found.push({ path, name: `${shown}/${entry.name}` });
    }
  }
}
