/** What a recording can become: what its game converts to without a session between, and everything that a session of that game can be written as. */
import type { ConversionTarget } from '../../../shared/engine-api.ts';
import { exportTargets, extensionOf } from '../export/export-targets.ts';
import type { FileFormat } from '../game-adapter.ts';
import type { Sniffed } from '../sniff.ts';

/** Behind a file's name. */
export const ONLY_SESSION = 'holds the session without its recording; only from that can it become this.';

export interface Target extends ConversionTarget {
  /** convert: from format to format, frame by frame; session: read as an import reads it, and written as an export is. */
  readonly by: 'convert' | 'session';
}

/** Other formats of the game first, then the recording's own, what Sandtable keeps, and what every game's sessions become. */
export function targetsOf({ adapter, format }: Sniffed): readonly Target[] {
  const converted = format.holdsStored === true ? [] : (adapter.converter?.writes ?? []);
  const own = adapter.formats
    .filter(({ id }) => converted.includes(id))
    .map((one): Target => ({ id: one.id, label: one.label, extension: extensionOf(one), by: 'convert' }));
  const written = exportTargets(adapter.formats)
    .filter(({ id }) => !converted.includes(id))
    .map(({ id, label, extension }): Target => ({ id, label, extension, by: 'session' }));
  const rank = ({ id }: Target): number => {
    const found = adapter.formats.find((one) => one.id === id);
    if (found === undefined) return 3;
    return found.holdsStored === true ? 2 : found.id === format.id ? 1 : 0;
  };
  return [...own, ...written].toSorted((a, b) => rank(a) - rank(b));
}

/** Whether a file holds only the session, and it is its recording that could become a format that `isMeant`. */
export function needsRecording({ adapter, format }: Sniffed, isMeant: (format: FileFormat) => boolean): boolean {
  const converted = adapter.converter?.writes ?? [];
  return format.holdsStored === true && adapter.formats.some((other) => converted.includes(other.id) && isMeant(other));
}

/** As pages see them. */
export function conversionTargets(recording: Sniffed): readonly ConversionTarget[] {
  return targetsOf(recording).map(({ id, label, extension }) => ({ id, label, extension }));
}
