/** The compressor's two pieces: what goes in comes out, in order, whatever asks for it when. */
import { createZstdCompress, zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PackStream } from './pack-stream.ts';

const MB = 1024 * 1024;

/** Bytes that tell where they belong. */
function piece(n: number, length: number): Buffer {
  return Buffer.alloc(length, `${n},`);
}

test('pieces of any size come out as they went in, though drained and flushed at the same time', async () => {
  const out: Uint8Array[] = [];
  const pack = new PackStream(createZstdCompress(), (bytes) => Promise.resolve(void out.push(bytes)));
  const expected: Buffer[] = [];
  const pending: Promise<void>[] = [];
  for (let n = 0; n < 40; n++) {
    const bytes = piece(n, n % 7 === 0 ? 3 * MB : (n % 5) * 300_000 + 1);
    expected.push(Buffer.from(bytes));
    pack.push(bytes);
    // What was pushed is a copy.
    bytes.fill(0);
    if (n % 3 === 0) pending.push(pack.flush());
    const drained = pack.drain();
    if (n % 4 === 0) await drained;
    else pending.push(drained);
  }
  await Promise.all(pending);
  await pack.end();
  expect(pack.packed).toBe(out.reduce((sum, { length }) => sum + length, 0));
  expect(zstdDecompressSync(Buffer.concat(out)).equals(Buffer.concat(expected))).toBe(true);
});

test('what goes wrong with the output is told to whoever drains or ends', async () => {
  const pack = new PackStream(createZstdCompress(), () => Promise.reject(new Error('disk full')));
  const filled = async (): Promise<void> => {
    for (let n = 0; n < 100; n++) {
      pack.push(piece(n, MB));
      await pack.drain();
      await pack.flush();
    }
  };
  await expect(filled()).rejects.toThrow('disk full');
  await expect(pack.end()).rejects.toThrow('disk full');
});
