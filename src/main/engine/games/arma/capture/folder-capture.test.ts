/** The watched folder: files that are there, that come, that grow slowly; a folder that vanishes. */
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeOcap } from '../../../../../../simulators/arma/write-ocap.ts';
import type { CaptureState } from '../../../../../shared/engine-api.ts';
import type { Engine } from '../../../engine.ts';
import { capturing, rows, until } from './testing.ts';

let dir = '';
let watched = '';
let engine: Engine | null = null;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sandtable-folder-'));
  watched = join(dir, 'recordings');
});
afterEach(async () => {
  await engine?.close();
  engine = null;
  rmSync(dir, { recursive: true, force: true });
});

async function recording(seed: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await writeOcap((part) => Promise.resolve(void parts.push(Buffer.from(part))), { seed, minutes: 1, units: 12 });
  return Buffer.concat(parts);
}

async function names(count: number): Promise<readonly string[]> {
  const found = await until(`${count} sessions`, async () => {
    const all = await rows(engine as Engine);
    return all.length >= count && all.every(({ status }) => status === 'ready') ? all : null;
  });
  return found.map(({ originalName }) => originalName).toSorted((a, b) => a.localeCompare(b));
}

async function phase(wanted: CaptureState['phase']): Promise<void> {
  await until(wanted, async () => {
    const capture = (await (engine as Engine).client.call('capture.list', {})).find(({ id }) => id === 'ocap-folder');
    return capture?.phase === wanted ? true : null;
  });
}

describe('the watched folder', { timeout: 120_000 }, () => {
  test('what is there and what comes is imported once; a file that still grows waits', async () => {
    mkdirSync(watched);
    writeFileSync(join(watched, 'before.json.gz'), gzipSync(await recording(1)));
    writeFileSync(join(watched, 'notes.txt'), 'not for us');
    engine = await capturing(join(dir, 'library'), 'ocap-folder', { folder: watched });
    expect(await names(1)).toEqual(['before.json.gz']);
    // Written in place, with pauses that are longer than it takes to look twice.
    const slow = gzipSync(await recording(2));
    const half = Math.floor(slow.length / 2);
    writeFileSync(join(watched, 'slow.json.gz'), slow.subarray(0, half));
    await sleep(3500);
    expect(await rows(engine)).toHaveLength(1);
    appendFileSync(join(watched, 'slow.json.gz'), slow.subarray(half));
    writeFileSync(join(watched, 'plain.json'), await recording(3));
    writeFileSync(join(watched, 'again.json.gz'), gzipSync(await recording(1)));
    expect(await names(3)).toEqual(['before.json.gz', 'plain.json', 'slow.json.gz']);
    await engine.close();
    engine = await capturing(join(dir, 'library'), 'ocap-folder', { folder: watched });
    await sleep(3500);
    expect(await rows(engine)).toHaveLength(3);
  });

  test('the folder may come, vanish and come back', async () => {
    engine = await capturing(join(dir, 'library'), 'ocap-folder', { folder: watched });
    await phase('trouble');
    mkdirSync(watched);
    writeFileSync(join(watched, 'one.json'), await recording(4));
    expect(await names(1)).toEqual(['one.json']);
    renameSync(watched, join(dir, 'elsewhere'));
    await phase('trouble');
    renameSync(join(dir, 'elsewhere'), watched);
    writeFileSync(join(watched, 'two.json'), await recording(5));
    expect(await names(2)).toEqual(['one.json', 'two.json']);
    await phase('waiting');
  });

  test('a folder has to be named', async () => {
    await expect(capturing(join(dir, 'library'), 'ocap-folder', { folder: ' ' })).rejects.toThrow('Choose the folder to watch.');
  });
});
