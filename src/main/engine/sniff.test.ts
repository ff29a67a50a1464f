import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MemorySource } from './byte-source.ts';
import { RefusedInput, type Confidence, type FileFormat, type GameAdapter } from './game-adapter.ts';
import { sniffFile } from './sniff.ts';

/** Takes what begins with its name. */
function format(id: string, confidence: Confidence = 3): FileFormat {
  return {
    id,
    label: id,
    extensions: [id],
    sniff: (head) => (Buffer.from(head).toString('latin1').startsWith(id) ? confidence : 0),
    read: () => Promise.resolve(),
  };
}

const ADAPTERS: readonly GameAdapter[] = [
  { id: 'chess', formats: [format('pgn', 2), format('fen')] },
  { id: 'go', formats: [format('pgn-strict', 3), format('sgf')] },
];

async function sniffed(bytes: Uint8Array | string, name = 'x'): Promise<string> {
  try {
    return (await sniffFile(new MemorySource(name, Buffer.from(bytes)), ADAPTERS)).format.id;
  } catch (error) {
    if (error instanceof RefusedInput) return error.message;
    throw error;
  }
}

/** A ZIP's local entries; the directory at the end does not matter for sniffing. */
function zip(...entries: readonly (readonly [string, string])[]): Buffer {
  return Buffer.concat(
    entries.map(([name, content]) => {
      const data = deflateRawSync(Buffer.from(content));
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50, 0);
      head.writeUInt16LE(name.endsWith('/') ? 0 : 8, 8);
      head.writeUInt32LE(name.endsWith('/') ? 0 : data.length, 18);
      head.writeUInt16LE(name.length, 26);
      return Buffer.concat([head, Buffer.from(name), name.endsWith('/') ? Buffer.alloc(0) : data]);
    }),
  );
}

describe('sniffing', () => {
  it('takes the most confident format', async () => {
    expect(await sniffed('pgn 1')).toBe('pgn');
    expect(await sniffed('pgn-strict')).toBe('pgn-strict');
  });

  it('looks into gzip and ZIP, folders first', async () => {
    expect(await sniffed(gzipSync('sgf'))).toBe('sgf');
    expect(await sniffed(gzipSync('sgf' + 'x'.repeat(1e6)).subarray(0, 700))).toBe('sgf');
    expect(await sniffed(zip(['games/', ''], ['games/1.sgf', 'sgf!']))).toBe('sgf');
  });

  it('does not unpack a bomb', async () => {
    let longest = 0;
    const measuring = format('bomb', 0);
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    const adapters = [{ id: 'x', formats: [{ ...measuring, sniff: (head: Uint8Array) => ((longest = head.length), 0 as Confidence) }] }];
    await expect(sniffFile(new MemorySource('x', bomb), adapters)).rejects.toThrow(
      'This is a gzip file; what is inside is a file of nothing but zeros.',
    );
    expect(longest).toBe(65_536);
  });

  it.each([
    ['', 'x', 'an empty file'],
    ['\x89PNG\r\n\x1a\n', 'x', 'a PNG picture'],
    ['SQLite format 3\0', 'x', 'a SQLite database'],
    [' <!DOCTYPE html><p>', 'x.json', 'an HTML page'],
    ['{"a": 1}', 'x', 'a JSON file that is not a recording'],
    ['hello, world', 'x.txt', 'a text file that is not a recording'],
    ['\x00\x01\x02\x03', 'x', 'a binary file that is not a recording'],
    ['%PDF-1.7', 'x', 'a PDF document'],
    ['PK\x05\x06', 'x', 'an empty ZIP archive'],
    ['{"a":1}', 'match.milk', 'a .milk replay, which Sandtable does not read; convert it to .echoreplay first'],
  ])('names %j', async (content, name, what) => {
    expect(await sniffed(Buffer.from(content, 'latin1'), name)).toBe(`This is ${what}.`);
  });

  it('names archives without a recording', async () => {
    expect(await sniffed(zip(['a.txt', 'hello']))).toBe('This is a ZIP archive without a recording inside.');
    expect(await sniffed(gzipSync('hello'))).toBe('This is a gzip file; what is inside is a text file that is not a recording.');
    expect(await sniffed(Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]))).toBe('This is a gzip file that cannot be unpacked.');
  });
});
