import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileSource, MemorySource } from './byte-source.ts';

const CONTENT = Buffer.from(Array.from({ length: 600_000 }, (_, i) => (i * 31 + (i >> 9)) & 255));

async function whole(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

describe('a file and memory', () => {
  it('give the same bytes, from anywhere', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'sandtable-source-')), 'a.bin');
    writeFileSync(path, CONTENT);
    const file = await FileSource.open(path, 'shown.bin');
    const memory = new MemorySource('shown.bin', CONTENT);
    expect([file.name, file.size, file.path]).toEqual(['shown.bin', CONTENT.length, path]);
    const place = fc.nat(CONTENT.length + 10);
    await fc.assert(
      fc.asyncProperty(place, place, async (offset, length) => {
        const expected = CONTENT.subarray(offset, offset + length);
        for (const source of [file, memory]) {
          expect(expected.equals(await source.read(offset, length))).toBe(true);
          expect(expected.equals(await source.read(offset, length, new Uint8Array(length + 1)))).toBe(true);
        }
      }),
    );
    for (const source of [file, memory]) {
      for (const start of [0, 1, 262_144, 599_999, 600_000])
        expect(CONTENT.subarray(start).equals(await whole(source.stream(start)))).toBe(true);
    }
    await file.close();
  });
});
