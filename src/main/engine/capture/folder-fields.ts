/** Folders among a capture's settings: a page names one by its handle, never by a path; the one that is set already may stay. */
import type { CaptureField } from '../../../shared/games/profile.ts';
import { RefusedInput } from '../game-adapter.ts';
import type { CaptureSettings } from './capture-source.ts';

/** The settings with paths in the place of handles. `pathOf`: of a handle, null when there is none. Throws RefusedInput. */
export function withFolders(
  fields: readonly CaptureField[],
  settings: CaptureSettings,
  before: CaptureSettings,
  pathOf: (handle: string) => string | null,
): CaptureSettings {
  const paths: Record<string, string> = {};
  for (const { name, label, type } of fields) {
    const value = settings[name];
    if (type !== 'folder' || typeof value !== 'string' || value === '' || value === before[name]) continue;
    const path = pathOf(value);
    if (path === null) throw new RefusedInput(`${label}: choose the folder again; it is no longer at hand.`);
    paths[name] = path;
  }
  return { ...settings, ...paths };
}
