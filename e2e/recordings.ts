/** Recordings for end-to-end tests: real ones from a folder beside the project when it is there, else only what the simulators made. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', 'shared', 'data');

/** Path of a real recording; null, said aloud, when this machine does not have it. */
export function realRecording(name: string): string | null {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  console.warn(`SKIPPED what needs ${name}: the folder of real recordings is not beside the project.`);
  return null;
}
