/** Writes a session to a file: on the desktop to where the save dialog says, in a browser into the downloads. */
import type { ConversionTarget, EngineClient, SessionRow } from '../../shared/engine-api.ts';
import { desktop } from '../app/desktop.ts';
import { sentenceOf } from '../engine/api-error.ts';
import { fetchDownload } from '../engine/download.ts';
import { formatBytes } from '../ui/format.ts';
import { notify } from '../ui/notices.tsx';

/** What the person does not see happen is told: the end, what the format could not hold, and why it failed. */
export async function exportSession(
  client: EngineClient,
  row: SessionRow,
  { id: format, extension }: Pick<ConversionTarget, 'id' | 'extension'>,
): Promise<void> {
  const name = `${fileName(row.title)}${extension}`;
  try {
    const place = desktop === null ? null : await desktop.saveFile(name);
    if (desktop !== null && place === null) return; // thought better of it
    notify({ text: `Exporting ${row.title}.` });
    const { bytes, warnings, download } = await client.call('export.session', { id: row.id, format, handle: place?.handle ?? null });
    if (download !== null) fetchDownload(download, name);
    const [warning] = warnings;
    const left = warning === undefined ? '' : ` ${warning.first}${warnings.length > 1 ? ` And ${warnings.length - 1} more.` : ''}`;
    notify({ text: `Exported ${row.title} as ${place?.name ?? name}, ${formatBytes(bytes)}.${left}` });
  } catch (error) {
    notify({ text: `${row.title} not exported: ${sentenceOf(error)}`, failed: true });
  }
}

/** Without what some file system does not take. */
function fileName(title: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is replaced
  return title.replaceAll(/[\u0000-\u001f\\/:*?"<>|]+/g, '_').slice(0, 120) || 'Session';
}
