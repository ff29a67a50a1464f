/** A folder that is one recording: the same bytes for the same files, kept once, and found as one among others. */
import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeChunks, type Recording } from '../../../simulators/arma/write-chunks.ts';
import { writeOcap } from '../../../simulators/arma/write-ocap.ts';
import type { ImportProgress } from '../../shared/engine-api.ts';
import { createEngine, type Engine } from './engine.ts';
import { FolderSource } from './folder-source.ts';
import type { FolderLayout, GameAdapter } from './game-adapter.ts';
import { ADAPTERS } from './games/registry.ts';
import { expandFolder } from './import/expand-folder.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const LAYOUT: FolderLayout = { index: 'index.bin', parts: /^parts\/\d+\.bin$/ };

let engine: Engine | null = null;
afterEach(async () => {
  await engine?.close();
  engine = null;
});

function folderOf(files: Readonly<Record<string, Uint8Array | string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandtable-folder-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

async function bytesOf(folder: string): Promise<Buffer> {
  const source = await FolderSource.open(folder, LAYOUT);
  const pieces: Uint8Array[] = [];
  for await (const piece of source.stream()) pieces.push(piece);
  await source.close();
  return Buffer.concat(pieces);
}

describe('a folder as a ZIP', () => {
  const files = { 'parts/2.bin': 'two', 'parts/1.bin': new Uint8Array(600_000).fill(7), 'index.bin': 'index', 'notes.txt': 'not a part' };

  it('holds its parts, what it is known by first', async () => {
    const unpacked = unzipSync(await bytesOf(folderOf(files)));
    expect(Object.keys(unpacked)).toEqual(['index.bin', 'parts/1.bin', 'parts/2.bin']);
    expect(unpacked['parts/1.bin']).toEqual(files['parts/1.bin']);
    expect(Buffer.from(unpacked['parts/2.bin'] ?? []).toString()).toBe('two');
  });

  it('is the same whenever it is made', async () => {
    const first = folderOf(files);
    const second = folderOf(Object.fromEntries(Object.entries(files).toReversed()));
    utimesSync(join(second, 'index.bin'), 1, 1);
    expect((await bytesOf(first)).equals(await bytesOf(second))).toBe(true);
  });

  it('can be read anywhere', async () => {
    const folder = folderOf(files);
    const whole = await bytesOf(folder);
    const source = await FolderSource.open(folder, LAYOUT);
    expect(source.size).toBe(whole.length);
    for (const [offset, length] of [
      [0, 10],
      [30, 5000],
      [whole.length - 40, 100],
      [599_990, 400],
      [whole.length, 5],
    ] as const)
      expect(Buffer.from(await source.read(offset, length)).equals(whole.subarray(offset, offset + length))).toBe(true);
    await source.close();
  });

  it('that changes meanwhile is refused', async () => {
    const folder = folderOf(files);
    const source = await FolderSource.open(folder, LAYOUT);
    writeFileSync(join(folder, 'parts/1.bin'), 'short');
    await expect(source.read(0, source.size)).rejects.toThrow('was changed while it was read');
    await source.close();
  });
});

describe('folders of recordings', () => {
  it('are found as one each, beside files', async () => {
    const adapter: GameAdapter = {
      id: 'x',
      formats: [{ id: 'x', label: 'X', extensions: ['.rec'], folder: LAYOUT, sniff: () => 0, read: () => Promise.resolve() }],
    };
    const folder = folderOf({
      'a.rec': '',
      'one/index.bin': '',
      'one/parts/1.bin': '',
      'one/inner.rec': '',
      'two/b.rec': '',
      'two/c.txt': '',
    });
    const names = async (dir: string): Promise<string[]> => (await expandFolder(dir, 'ops', [adapter])).map(({ name }) => name);
    expect(await names(folder)).toEqual(['ops/a.rec', 'ops/one', 'ops/two/b.rec']);
    expect(await names(join(folder, 'one'))).toEqual(['ops']);
  });

  it('are imported once, and read again from what is kept', async () => {
    const pieces: Uint8Array[] = [];
    await writeOcap(
      (piece) => {
        pieces.push(piece);
        return Promise.resolve();
      },
      { minutes: 1 },
    );
    const recording = JSON.parse(Buffer.concat(pieces).toString()) as Recording;
    const folder = folderOf(Object.fromEntries(writeChunks(recording, { version: 1 })));
    engine = await createEngine({ libraryDir: mkdtempSync(join(tmpdir(), 'sandtable-folder-')), desktop: false, adapters: ADAPTERS });
    const { client } = engine;
    const handle = engine.mint({ path: folder, access: 'read', temporary: false });
    const imported = async (): Promise<ImportProgress | undefined> => {
      let last: ImportProgress | undefined;
      await client.stream('import.files', { handles: [handle] }, (item) => (last = item));
      return last;
    };
    const first = await imported();
    expect(first).toMatchObject({ state: 'done' });
    expect(await imported()).toMatchObject({ state: 'duplicate', sessions: first?.sessions });
    const [id = ''] = first?.sessions ?? [];
    const { row } = await client.call('sessions.get', { id });
    expect(row).toMatchObject({ format: 'ocap-chunks', title: recording.missionName, status: 'ready' });
    expect(await engine.reread(id, new AbortController().signal, () => undefined)).toMatchObject({ state: 'done' });
    expect((await engine.verify(() => undefined)).problems).toEqual([]);
  });
});
