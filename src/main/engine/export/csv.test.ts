/** What is written as a table is read as the same table, and by no spreadsheet as a formula. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRow } from './csv.ts';

/** RFC 4180 by the letter, character by character; fields of the rows of a whole text. */
function* parsed(text: string): Generator<string[]> {
  let fields: string[] = [];
  let field = '';
  let at = 0;
  while (at < text.length) {
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (at >= text.length) throw new Error('a quote is not closed');
        if (text[at] !== '"') field += text[at];
        else if (text[at + 1] === '"') field += text[++at];
        else break;
      }
      at++;
      if (text[at] !== ',' && text[at] !== '\r') throw new Error('something follows a quote');
    }
    const letter = text[at++];
    if (letter === ',') {
      fields.push(field);
      field = '';
    } else if (letter === '\r') {
      if (text[at++] !== '\n') throw new Error('a lone carriage return');
      yield [...fields, field];
      fields = [];
      field = '';
    } else if (letter === '"' || letter === '\n') throw new Error('a quote or line end within a plain field');
    else field += letter;
  }
}

/** As a person reads a text: one apostrophe is taken off the front. */
function plain(field: string): string {
  return field.replace(/^'/, '');
}

const NASTY = ['"', ',', '\r', '\n', '\r\n', "'", '=', '+', '-', '@', '\t', ' ', '""', '=cmd|', 'Å', '日', '😀', 'x', '7', '＝', ';', '\\'];
const text = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...NASTY), { maxLength: 8 }).map((parts) => parts.join('')),
);

describe('a table', () => {
  it('comes back as it was', () => {
    const rows = fc.array(fc.array(fc.oneof(text, fc.double({ noNaN: true }), fc.constant(null)), { minLength: 2, maxLength: 5 }));
    fc.assert(
      fc.property(rows, (table) => {
        const read = [...parsed(table.map(csvRow).join(''))];
        const expected = table.map((row) => row.map((field) => (field === null ? '' : typeof field === 'number' ? String(field) : field)));
        expect(read.map((row, i) => row.map((field, k) => (typeof table[i]?.[k] === 'string' ? plain(field) : field)))).toEqual(expected);
      }),
    );
  });

  it('of a million rows, too', { timeout: 60_000 }, () => {
    let state = 1;
    const next = (below: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const wrong: unknown[] = [];
    let rows = 0;
    for (let block = 0; block < 1000; block++) {
      const table = Array.from({ length: 1000 }, () =>
        Array.from({ length: 3 }, () => Array.from({ length: next(4) }, () => NASTY[next(NASTY.length)]).join('')),
      );
      let i = 0;
      for (const row of parsed(table.map(csvRow).join(''))) {
        const wanted = table[i++] as string[];
        // Without the test's own machinery: a million times it would take minutes.
        if (row.length !== 3 || row.some((field, k) => plain(field) !== wanted[k])) wrong.push({ row, wanted });
      }
      rows += i;
    }
    expect({ rows, wrong }).toEqual({ rows: 1_000_000, wrong: [] });
  });

  it('has no field that a spreadsheet calculates', () => {
    fc.assert(
      fc.property(text, (field) => {
        const [[read = ''] = []] = [...parsed(csvRow([field, 0]))];
        expect(read).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
    expect(csvRow(['=1+1', -3, "O'Neill", "'quoted'", null, 'a "b"'])).toBe(`'=1+1,-3,O'Neill,''quoted',,"a ""b"""\r\n`);
  });
});
