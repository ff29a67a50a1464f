/** `sandtable convert`: what it prints, how hard it packs, and with what code it ends. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulateEcho } from '../../../simulators/echovr/simulate.ts';

const CLI = join(import.meta.dirname, 'sandtable.ts');

interface Ending {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sandtable-convert-verb-'));
  const parts: Uint8Array[] = [];
  await simulateEcho((bytes) => void parts.push(Buffer.from(bytes)), { format: 'zip', seconds: 4, seed: 2 });
  writeFileSync(join(folder, 'a.echoreplay'), Buffer.concat(parts));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function convert(from: string, to: string, ...options: string[]): Promise<Ending> {
  return await new Promise((resolve) => {
    execFile(process.execPath, [CLI, 'convert', join(folder, from), join(folder, to), ...options], (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

test('prints the report; a higher level makes a smaller file of the same messages', async () => {
  const files: Buffer[] = [];
  for (const level of ['1', '19']) {
    const { code, stdout, stderr } = await convert('a.echoreplay', `${level}.nevrcap`, '--level', level);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const file = readFileSync(join(folder, `${level}.nevrcap`));
    expect(JSON.parse(stdout)).toMatchObject({ framesIn: 120, framesOut: 120, bytesOut: file.length, warnings: [] });
    files.push(file);
  }
  const [quick = Buffer.alloc(0), small = Buffer.alloc(0)] = files;
  expect(small.length).toBeLessThan(quick.length);
  expect(zstdDecompressSync(small).equals(zstdDecompressSync(quick))).toBe(true);
}, 60_000);

test.each(['20', '2.5'])(
  '--level %s is a mistake of usage',
  async (level) => {
    const { code, stderr } = await convert('a.echoreplay', 'none.nevrcap', '--level', level);
    expect(code).toBe(2);
    expect(stderr).toContain('whole number from 1 to 19');
    expect(existsSync(join(folder, 'none.nevrcap'))).toBe(false);
  },
  60_000,
);

test('a refusal is one sentence', async () => {
  const { code, stdout, stderr } = await convert('a.echoreplay', 'a.wav');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^The name of the new file [^\n]+\.\n$/);
}, 60_000);
