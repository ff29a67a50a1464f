/** Puts a file that stays where it is among the originals too, so that there is no moment at which it is at neither place. */
import { copyFileSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A second name of the file where the disk knows such, else a copy. */
export function linkOriginal(file: string, original: string): void {
  const { size } = statSync(file);
  if (statSync(original, { throwIfNoEntry: false })?.size === size) return;
  rmSync(original, { force: true });
  mkdirSync(dirname(original), { recursive: true });
  try {
    linkSync(file, original);
  } catch {
    copyFileSync(file, original);
  }
}
