/**
 * Tables as RFC 4180 has them: commas, CRLF, quotes where they are needed, UTF-8. A text that a spreadsheet would take for a formula, or that begins with an
 * apostrophe, gets an apostrophe in front; so whoever takes one apostrophe off the front of a text has what it was.
 */

/** Also the wide forms, which some spreadsheets take for the narrow ones. */
const FORMULA = /^['=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const QUOTED = /[",\r\n]|^\s|\s$/;

/** Null is an empty field. */
export type CsvField = string | number | null;

/** With its line end. Numbers stand as they are: what begins with a minus there is a number. */
export function csvRow(fields: readonly CsvField[]): string {
  let row = '';
  for (let i = 0; i < fields.length; i++) row += i === 0 ? csvField(fields[i] ?? null) : `,${csvField(fields[i] ?? null)}`;
  return `${row}\r\n`;
}

function csvField(field: CsvField): string {
  if (field === null) return '';
  if (typeof field === 'number') return String(field);
  const safe = FORMULA.test(field) ? `'${field}` : field;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
