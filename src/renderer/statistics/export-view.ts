/** What a page shows as a file: tables as CSV, or everything as JSON. */
import type { CareerStat } from '../../shared/career.ts';
import { saveBlob } from '../replay/heat/save-blob.ts';

export interface ExportTable {
  readonly title: string;
  /** Heads of the columns that say what a row is about. */
  readonly rowLabels: readonly string[];
  readonly columns: readonly CareerStat[];
  readonly rows: readonly { readonly labels: readonly string[]; readonly values: readonly (number | null)[] }[];
}

/** As spreadsheets read it: commas, CRLF, numbers as they are. Several tables follow each other, each under its title. */
export function csvOf(tables: readonly ExportTable[]): string {
  const blocks = tables.map(({ title, rowLabels, columns, rows }) => {
    const head = [...rowLabels, ...columns.map(({ label, unit, format }) => withUnit(label, format === 'duration' ? 'ms' : unit))];
    const lines = rows.map(({ labels, values }) => [...labels, ...values.map((value) => (value === null ? '' : String(value)))]);
    return [...(tables.length > 1 ? [[title]] : []), head, ...lines].map((cells) => cells.map(cell).join(',')).join('\r\n');
  });
  return `${blocks.join('\r\n\r\n')}\r\n`;
}

function withUnit(label: string, unit: string): string {
  return unit === '' ? label : `${label} (${unit})`;
}

/** Quoted where needed. A text that a spreadsheet would take for a formula gets an apostrophe: names are chosen by strangers. */
function cell(text: string): string {
  const isNumber = text !== '' && Number.isFinite(Number(text));
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function saveCsv(name: string, tables: readonly ExportTable[]): void {
  // The mark tells spreadsheets that it is UTF-8.
  saveBlob(new Blob(['\uFEFF', csvOf(tables)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}

export function saveJson(name: string, content: unknown): void {
  saveBlob(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }), `${name}.json`);
}
