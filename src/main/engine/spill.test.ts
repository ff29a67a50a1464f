/** The temporary file: what is written at once and in the background comes back. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { SpillFile } from './spill.ts';

const dir = mkdtempSync(join(tmpdir(), 'spill-'));
afterAll(() => rmSync(dir, { recursive: true }));

it('keeps the order of appends, whether they wait or not', async () => {
  const spill = new SpillFile(dir);
  const blocks = Array.from({ length: 20 }, (_, i) => new Int32Array(10_000).fill(i));
  for (const [i, block] of blocks.entries()) {
    if (i % 3 === 0) spill.append(block);
    else spill.appendLater(block);
  }
  expect(spill.size).toBe(20 * 40_000);
  await spill.written();
  const read = new Int32Array(200_000);
  spill.read(read, 0);
  expect(read.every((value, i) => value === Math.floor(i / 10_000))).toBe(true);
  expect(readdirSync(dir)).toEqual([]);
  spill.close();
  spill.close();
});

it('may be closed while it still writes', async () => {
  const spill = new SpillFile(dir);
  spill.appendLater(new Float64Array(500_000));
  spill.close();
  await expect(spill.written()).resolves.toBeUndefined();
});
