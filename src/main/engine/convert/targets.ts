/** What a recording can become: what its game converts to without a session between, and everything that a session of that game can be written as. */
import type { ConversionTarget } from '../../../shared/engine-api.ts';
import type { Sniffed } from '../sniff.ts';

export const NDJSON = 'ndjson';

export interface Target extends ConversionTarget {
  /** convert: from format to format, frame by frame; session: read as an import reads it, and written as an export is. */
  readonly by: 'convert' | 'session';
  /** All endings that name it, lower case, with the dot. */
  readonly endings: readonly string[];
}

/** Formats other than the recording's own first. */
export function targetsOf({ adapter, format }: Sniffed): readonly Target[] {
  const converted = adapter.converter?.writes ?? [];
  const own = adapter.formats.filter((candidate) => converted.includes(candidate.id) || candidate.write !== undefined);
  const targets = own.map(({ id, label, extensions }): Target => {
    const endings = extensions.map((extension) => (extension.startsWith('.') ? extension : `.${extension}`).toLowerCase());
    return {
      id,
      label,
      // What may be packed is.
      extension: endings.find((ending) => ending.endsWith('.gz')) ?? endings[0] ?? '',
      endings,
      by: converted.includes(id) ? 'convert' : 'session',
    };
  });
  return [
    ...targets.filter(({ id }) => id !== format.id),
    ...targets.filter(({ id }) => id === format.id),
    { id: NDJSON, label: 'Events and tracks as lines of JSON', extension: '.ndjson', endings: ['.ndjson', '.ndjson.gz'], by: 'session' },
  ];
}

/** As pages see them. */
export function conversionTargets(recording: Sniffed): readonly ConversionTarget[] {
  return targetsOf(recording).map(({ id, label, extension }) => ({ id, label, extension }));
}
