/** Opens what a person points at: a file, or a folder that is one recording. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileSource } from './byte-source.ts';
import { FolderSource } from './folder-source.ts';
import { type FolderLayout, type GameAdapter, RefusedInput } from './game-adapter.ts';

/** `name`: as in FileSource.open. Throws RefusedInput for a folder that is no recording, and what the file system says of a path that cannot be read. */
export async function openSource(path: string, adapters: readonly GameAdapter[], name?: string): Promise<FileSource | FolderSource> {
  if (!(await stat(path)).isDirectory()) return await FileSource.open(path, name);
  for (const layout of folderLayouts(adapters)) {
    const index = await stat(join(path, layout.index)).catch(() => null);
    if (index?.isFile() === true) return await FolderSource.open(path, layout, name);
  }
  throw new RefusedInput('This is a folder, not a file.');
}

export function folderLayouts(adapters: readonly GameAdapter[]): readonly FolderLayout[] {
  return adapters.flatMap(({ formats }) => formats.flatMap(({ folder }) => (folder === undefined ? [] : [folder])));
}
