/** Writes sessions to files: on the desktop to where a dialog says, in a browser into the downloads. */
import type { ConversionTarget, EngineClient, ExportReport, SessionRow } from '../../shared/engine-api.ts';
import { desktop } from '../app/desktop.ts';
import { sentenceOf } from '../engine/api-error.ts';
import { fetchDownload } from '../engine/download.ts';
import { formatBytes } from '../ui/format.ts';
import { notify } from '../ui/notices.tsx';
import { words } from '../words/words.ts';
import { exportEach } from './exports.ts';
import { sessionCount } from './session-words.ts';

type Target = Pick<ConversionTarget, 'id' | 'extension'>;

/** A session with its notes, drawings and camera paths, for somebody else's Sandtable. */
export const SHARED: Target = { id: 'sandtable', extension: '.sandtable' };

/** What the person does not see happen is told: the end, what the format could not hold, and why it failed. */
export async function exportSession(client: EngineClient, row: SessionRow, target: Target): Promise<void> {
  const says = words().library.exports;
  const name = fileName(row, target);
  try {
    const place = desktop === null ? null : await desktop.saveFile(name);
    if (desktop !== null && place === null) return; // thought better of it
    const [report] = await exportEach([row], () => write(client, row, target, place?.handle ?? null));
    if (report === undefined) return;
    const text = says.done(row.title, place?.name ?? name, formatBytes(report.bytes));
    notify({ text: `${text}${left([report])}${target.id === SHARED.id ? await groundLeft(client, [row]) : ''}` });
  } catch (error) {
    notify({ text: says.failed(row.title, sentenceOf(error)), failed: true });
  }
}

/** Several go into one folder, each under its own name. */
export async function exportSessions(client: EngineClient, rows: readonly SessionRow[], target: Target): Promise<void> {
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) return await exportSession(client, only, target);
  const says = words().library.exports;
  let current = '';
  try {
    const folder = desktop === null ? null : await desktop.chooseOutputFolder();
    if (desktop !== null && folder === null) return;
    const reports = await exportEach(rows, async (row) => {
      current = row.title;
      return await write(client, row, target, folder?.handle ?? null);
    });
    const bytes = reports.reduce((sum, report) => sum + report.bytes, 0);
    const text = says.doneMany(sessionCount(reports.length), folder?.name ?? says.downloads, formatBytes(bytes));
    notify({ text: `${text}${left(reports)}${target.id === SHARED.id ? await groundLeft(client, rows) : ''}` });
  } catch (error) {
    notify({ text: says.failed(current, sentenceOf(error)), failed: true });
  }
}

async function write(client: EngineClient, row: SessionRow, target: Target, handle: string | null): Promise<ExportReport> {
  const { download, ...report } = await client.call('export.session', { id: row.id, format: target.id, handle });
  if (download !== null) fetchDownload(download, fileName(row, target));
  return report;
}

/** What the format could not hold: the first in full. */
function left(reports: readonly ExportReport[]): string {
  const warnings = reports.flatMap((report) => report.warnings);
  const [first] = warnings;
  return first === undefined ? '' : ` ${first.first}${warnings.length > 1 ? words().library.exports.more(warnings.length - 1) : ''}`;
}

/** The ground belongs to the world and mostly to the game's makers, so it does not go along: said where there is one. */
async function groundLeft(client: EngineClient, rows: readonly SessionRow[]): Promise<string> {
  const worlds = new Map(rows.map(({ game, world }) => [`${game} ${world}`, { game, world }]));
  const grounds = await Promise.all([...worlds.values()].map((world) => client.call('ground.get', world)));
  const found = grounds.some(({ picture, heights, mesh }) => picture !== null || heights !== null || mesh !== null);
  return found ? ` ${words().notes.said.withoutGround}` : '';
}

/** Without what some file system does not take. */
export function fileName({ title }: Pick<SessionRow, 'title'>, { extension }: Target): string {
  // oxlint-disable-next-line no-control-regex -- they are what is replaced
  return `${title.replaceAll(/[\u0000-\u001f\\/:*?"<>|]+/g, '_').slice(0, 120) || 'Session'}${extension}`;
}
