/** What a session can be written as: what its game writes, and what every game's sessions become. */
import type { ConversionTarget } from '../../../shared/engine-api.ts';
import type { FileFormat } from '../game-adapter.ts';
import type { SessionSource } from '../session-source.ts';
import { writeNdjson } from './ndjson.ts';
import { eventJson, eventRows, trackJson, trackRows } from './tables.ts';
import { writeLines } from './write-lines.ts';

export interface ExportTarget extends ConversionTarget {
  readonly write: NonNullable<FileFormat['write']>;
}

/** The one of EVERY_GAME in which several sessions may follow each other. */
export const NDJSON = 'ndjson';

const EVERY_GAME: readonly ExportTarget[] = [
  lines('events-csv', 'Events as a table', '.events.csv', eventRows),
  lines('tracks-csv', 'Tracks as a table', '.tracks.csv', trackRows),
  lines('events-ndjson', 'Events as lines of JSON', '.events.ndjson', eventJson),
  lines('tracks-ndjson', 'Tracks as lines of JSON', '.tracks.ndjson', trackJson),
  { id: NDJSON, label: 'The whole session as lines of JSON', extension: '.ndjson', write: writeNdjson },
];

/** `formats`: of the session's game, which come first. */
export function exportTargets(formats: readonly FileFormat[]): readonly ExportTarget[] {
  const own = formats.flatMap((format): ExportTarget[] => {
    const write = format.write?.bind(format);
    return write === undefined ? [] : [{ id: format.id, label: format.label, extension: extensionOf(format), write }];
  });
  return [...own, ...EVERY_GAME];
}

/** What a new file of a format is called at its end; what may be packed is. */
export function extensionOf({ extensions }: FileFormat): string {
  const endings = extensions.map((ending) => (ending.startsWith('.') ? ending : `.${ending}`).toLowerCase());
  return endings.find((ending) => ending.endsWith('.gz') && ending !== '.gz') ?? endings[0] ?? '';
}

/** Which of some targets a file's name asks for; "events.csv" and "op.events.csv.gz" are both a table of events. */
export function targetOfName<T extends ConversionTarget>(targets: readonly T[], name: string): T | undefined {
  const plain = withoutGz(name.toLowerCase());
  return targets.find(({ extension }) => {
    const ending = withoutGz(extension).slice(1);
    return plain.endsWith(ending) && !/[\p{L}\p{N}]$/u.test(plain.slice(0, -ending.length));
  });
}

export function withoutGz(name: string): string {
  return name.replace(/\.gz$/, '');
}

function lines(id: string, label: string, extension: string, of: (session: SessionSource) => AsyncGenerator<string>): ExportTarget {
  return {
    id,
    label,
    extension,
    write: async (session, out) => {
      await writeLines(of(session), out);
      return { warnings: [] };
    },
  };
}
