import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberReader } from './json-number.ts';

function read(text: string): { value: number; at: number } {
  const reader = new NumberReader();
  const value = reader.read(Buffer.from(`${text}\0`), 0);
  return { value, at: reader.at };
}

const digits = (min: number, max: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));
/** Any spelling that JSON allows. */
const spelling = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(
      fc.constant('0'),
      fc.tuple(fc.integer({ min: 1, max: 9 }), digits(0, 22)).map(([first, rest]) => `${first}${rest}`),
    ),
    fc.oneof(
      fc.constant(''),
      digits(1, 24).map((text) => `.${text}`),
    ),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      fc.tuple(fc.constantFrom('e', 'E', 'e-', 'e+'), digits(1, 3)).map((parts) => parts.join('')),
    ),
  )
  .map((parts) => parts.join(''));

test('gives exactly the double of JSON.parse', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        spelling,
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => JSON.stringify(n)),
      ),
      (text) => {
        expect(read(text)).toEqual({ value: JSON.parse(text), at: text.length });
      },
    ),
    { numRuns: 5000 },
  );
});

test('positions as recorders write them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -4_000_000, max: 4_000_000 }), fc.constantFrom(1, 10, 100, 1000), (n, scale) => {
      const text = JSON.stringify(n / scale);
      expect(Object.is(read(text).value, JSON.parse(text))).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test.each(['', '-', '01', '.5', '1.', '1.e3', '1e', '1e+', 'NaN', '-Infinity', '+1', '"1"'])('%j is no number', (text) => {
  expect(read(text).at).toBe(-1);
});

test('stops where the number ends', () => {
  expect(read('12.5,3')).toEqual({ value: 12.5, at: 4 });
  expect(read('-0]')).toEqual({ value: -0, at: 2 });
});
