/** Lines do not depend on how their bytes come, and a long one is passed over without being kept. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineSplitter } from './line-splitter.ts';

function take(splitter: LineSplitter, pieces: readonly Uint8Array[]): string[] {
  const lines: string[] = [];
  const found = (): void => {
    lines.push(splitter.isTooLong ? '(too long)' : Buffer.from(splitter.bytes.subarray(splitter.start, splitter.end)).toString());
  };
  for (const piece of pieces) {
    splitter.push(piece);
    while (splitter.next()) found();
  }
  if (splitter.last()) found();
  return lines;
}

test('any text in any pieces', () => {
  const text = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'ä'), maxLength: 12 }), { maxLength: 12 });
  fc.assert(
    fc.property(text, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (lines, cuts) => {
      const bytes = Buffer.from(lines.join('\n'));
      const pieces: Uint8Array[] = [];
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const size = cuts[i % cuts.length] ?? 1;
        pieces.push(bytes.subarray(at, at + size));
        at += size;
      }
      const expected = lines.map((one) => (Buffer.byteLength(one) > 8 ? '(too long)' : one));
      if (expected.at(-1) === '') expected.pop();
      expect(take(new LineSplitter(8), pieces)).toEqual(expected);
    }),
  );
});

test('100 MB without an end take no memory', () => {
  const piece = Buffer.alloc(2 ** 20, 0x61);
  const pieces = [Buffer.from('first\n'), ...Array.from({ length: 100 }, () => piece), Buffer.from('\nsecond\n')];
  const splitter = new LineSplitter();
  const before = process.memoryUsage().arrayBuffers;
  expect(take(splitter, pieces)).toEqual(['first', '(too long)', 'second']);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(12 * 2 ** 20);
});
