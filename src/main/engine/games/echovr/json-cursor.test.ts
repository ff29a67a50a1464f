import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonCursor, keyHash, KeyOrder, NOT_JSON } from './json-cursor.ts';
import { StringPool } from './string-pool.ts';

function cursor(text: string, pool = new StringPool()): JsonCursor {
  const json = new JsonCursor(pool);
  json.start(Buffer.from(`${text}\0`), 0);
  return json;
}

function accepts(text: string): boolean {
  const json = cursor(text);
  try {
    json.skip();
    return json.peek() === 0 && json.pos === Buffer.byteLength(text);
  } catch (error) {
    if (error !== NOT_JSON) throw error;
    return false;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('numbers are the doubles of JSON.parse', () => {
  const texts = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => JSON.stringify(x)),
    fc.float({ noNaN: true, noDefaultInfinity: true }).map((x) => String(Number(x.toPrecision(8)))),
    fc.tuple(fc.integer(), fc.stringMatching(/^\d{1,25}$/), fc.integer({ min: -330, max: 320 })).map(([a, b, e]) => `${a}.${b}e${e}`),
    fc.constantFrom('-0', '-0.0', '0e5', '9007199254740993', '123456789012345678901234567890', '5e-324', '1e400', '0.1', '1E+2'),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(cursor(text).number()).toBe(JSON.parse(text));
      const out = new Float64Array(3);
      expect(cursor(`[${text}, ${text},${text}]`).numbers(out, 0, 3)).toBe(3);
      expect([...out]).toEqual(Array.from({ length: 3 }, () => JSON.parse(text) as number));
    }),
    { numRuns: 2000 },
  );
});

test('accepts what JSON.parse accepts, whole or damaged', () => {
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 5 }),
      fc.nat(),
      fc.constantFrom('', '"', '{', ']', ',', '0', 'e', '\\', '\u0001', '-', '.', ' '),
      (text, at, put) => {
        expect(accepts(text)).toBe(true);
        const place = at % (text.length + 1);
        const damaged = text.slice(0, place) + put + text.slice(place + 1);
        expect({ damaged, accepted: accepts(damaged) }).toEqual({ damaged, accepted: isJson(damaged) });
      },
    ),
    { numRuns: 2000 },
  );
});

test('strings come back as JSON.parse reads them, and repeat their number', () => {
  const pool = new StringPool();
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'Z', '"', '\\', 'ø', '漢', '😀', '\n', '\u0001', '\ud800', '/'), maxLength: 40 }),
      (text) => {
        const id = cursor(JSON.stringify(text), pool).string();
        expect(pool.text(id)).toBe(text.toWellFormed());
        expect(cursor(JSON.stringify(text), pool).string()).toBe(id);
      },
    ),
  );
});

test('a number may come as a boolean, a string or null', () => {
  expect(['true', 'false', 'null', '"12"', '"x"', '{"a":[1]}'].map((text) => cursor(text).number())).toEqual([1, 0, 0, 12, 0, 0]);
});

test('account numbers keep their 64 bits', () => {
  const pool = new StringPool();
  const digits = ['5014214969992528485', '"18446744073709551615"', '3900000000000001', '0', '"0"'].map((text) =>
    pool.text(cursor(text, pool).digits()),
  );
  expect(digits).toEqual(['5014214969992528485', '18446744073709551615', '3900000000000001', '', '']);
});

test('a key that is expected is told from all others, however much alike', () => {
  // Different in one letter, anywhere; of all lengths around the words that are compared at once.
  const key = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(30), fc.constantFrom('b', 'c')).map(([length, at, letter]) => {
    const text = 'a'.repeat(length);
    return text.slice(0, at) + (at < length ? letter : '') + text.slice(at + 1);
  });
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 30 }), fc.array(fc.nat(29), { minLength: 1, maxLength: 60 }), (keys, order) => {
      const met = new KeyOrder(keys);
      for (const round of [order, order, order.toReversed()]) {
        const names = round.map((at) => keys[at % keys.length]!);
        const json = cursor(`{${names.map((name, i) => `"${name}"${i % 7 === 3 ? ' ' : ''}:${i}`).join()}}`);
        expect(json.object(met)).toBe(true);
        for (const [i, name] of names.entries()) {
          expect(json.key(met)).toBe(keyHash(name));
          expect(keys[met.at.index]).toBe(name);
          expect(json.number()).toBe(i);
          expect(json.more(125)).toBe(i < names.length - 1);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('keys that are empty or escaped are none of those that are expected', () => {
  const keys = new KeyOrder(['name']);
  for (let round = 0; round < 3; round++) {
    const json = cursor(String.raw`{"":1,"name":2,"n\u0061me":3,"name":4}`);
    json.object(keys);
    const indices = [];
    do {
      json.key(keys);
      indices.push(keys.at.index);
      json.skip();
    } while (json.more(125));
    expect(indices).toEqual([-1, 0, -1, 0]);
  }
});
