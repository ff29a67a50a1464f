/** Conversion as a page asks for it: what files are, where new ones go, stopping, refusals and one-time downloads. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { simulateEcho } from '../../../../simulators/echovr/simulate.ts';
import type { ConversionProgress, FileConversion } from '../../../shared/engine-api.ts';
import { createEngine, type Engine } from '../engine.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const FIXTURES = join(import.meta.dirname, '../../../../test/fixtures');

let folder = '';
let out = '';
let engine: Engine;
let desktop: Engine;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sandtable-conversions-'));
  out = join(folder, 'out');
  mkdirSync(out);
  engine = await createEngine({ libraryDir: join(folder, 'library'), desktop: false });
  desktop = await createEngine({ libraryDir: join(folder, 'desk'), desktop: true });
});
afterEach(async () => {
  await Promise.all([engine.close(), desktop.close()]);
  rmSync(folder, { recursive: true });
});

const minted = (path: string, of = desktop): string => of.mint({ path, access: 'read', temporary: false });
const outFolder = (): string => desktop.mint({ path: out, access: 'folder', temporary: false });

async function convert(
  path: string,
  to: string,
  onItem: (item: ConversionProgress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<FileConversion> {
  return await desktop.client.stream('convert.file', { handle: minted(path), to, folder: outFolder() }, onItem, signal);
}

async function simulated(name: string, seconds: number): Promise<string> {
  const parts: Uint8Array[] = [];
  await simulateEcho((bytes) => void parts.push(Buffer.from(bytes)), { format: 'zip', seconds, seed: 8, name });
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat(parts));
  return path;
}

describe('files.describe', () => {
  it('says what a recording is and what it can become, the natural first', async () => {
    const echo = await desktop.client.call('files.describe', { handle: minted(join(FIXTURES, 'echovr', 'game.echoreplay')) });
    expect(echo).toMatchObject({ game: 'echovr', format: 'echoreplay' });
    expect(echo.targets.map(({ id, extension }) => [id, extension])).toEqual([
      ['nevrcap', '.nevrcap'],
      ['echoreplay', '.echoreplay'],
      ['sandtable', '.sandtable'],
      ['events-csv', '.events.csv'],
      ['tracks-csv', '.tracks.csv'],
      ['events-ndjson', '.events.ndjson'],
      ['tracks-ndjson', '.tracks.ndjson'],
      ['ndjson', '.ndjson'],
    ]);
    const arma = await desktop.client.call('files.describe', { handle: minted(join(FIXTURES, 'arma', 'plain.json.gz')) });
    expect(arma.targets.map(({ id, extension }) => [id, extension])).toEqual([
      ['ocap-v1', '.json.gz'],
      ['sandtable', '.sandtable'],
      ['events-csv', '.events.csv'],
      ['tracks-csv', '.tracks.csv'],
      ['events-ndjson', '.events.ndjson'],
      ['tracks-ndjson', '.tracks.ndjson'],
      ['ndjson', '.ndjson'],
    ]);
  });

  it('refuses by name what is no recording', async () => {
    const refusal = async (name: string, content: string): Promise<string> => {
      writeFileSync(join(folder, name), content);
      return await desktop.client.call('files.describe', { handle: minted(join(folder, name)) }).then(
        () => 'taken',
        (error: unknown) => (error as Error).message,
      );
    };
    expect(await refusal('shopping.txt', 'milk, eggs')).toBe('This is a text file that is not a recording.');
    expect(await refusal('match.milk', 'anything')).toMatch(/\.milk replay.*convert it to \.echoreplay first/);
    expect(await refusal('empty.json', '')).toBe('This is an empty file.');
    await expect(desktop.client.call('files.describe', { handle: minted(folder) })).rejects.toThrow('This is a folder, not a file.');
    await expect(desktop.client.call('files.describe', { handle: minted(join(folder, 'gone')) })).rejects.toThrow(/cannot be read/);
    await expect(desktop.client.call('files.describe', { handle: 'made up' })).rejects.toThrow(/no longer at hand/);
  });

  it('needs no more than the head of an upload, and removes it', async () => {
    const head = join(folder, 'upload-1');
    writeFileSync(head, readFileSync(await simulated('a.echoreplay', 20)).subarray(0, 64 * 1024));
    const handle = engine.mint({ path: head, name: 'a.echoreplay', access: 'read', temporary: true });
    expect(await engine.client.call('files.describe', { handle })).toMatchObject({ format: 'echoreplay' });
    expect(readdirSync(folder)).not.toContain('upload-1');
    await expect(engine.client.call('files.describe', { handle })).rejects.toThrow(/no longer at hand/);
  });
});

describe('files.list', () => {
  it('looks through folders', async () => {
    mkdirSync(join(folder, 'evening', 'arma'), { recursive: true });
    copyFileSync(join(FIXTURES, 'echovr', 'game.echoreplay'), join(folder, 'evening', 'game.echoreplay'));
    copyFileSync(join(FIXTURES, 'arma', 'ocap-v5.json'), join(folder, 'evening', 'arma', 'ocap-v5.json'));
    writeFileSync(join(folder, 'evening', 'notes.txt'), 'x');
    const files = await desktop.client.call('files.list', { handle: minted(join(folder, 'evening')) });
    expect(files.map(({ name }) => name)).toEqual(['evening/arma/ocap-v5.json', 'evening/game.echoreplay']);
    const [first] = files;
    expect(await desktop.client.call('files.describe', { handle: first?.handle ?? '' })).toMatchObject({ format: 'ocap-v1' });
    const one = minted(join(folder, 'evening', 'notes.txt'));
    expect(await desktop.client.call('files.list', { handle: one })).toEqual([{ handle: one, name: 'notes.txt', bytes: 1 }]);
    await expect(desktop.client.call('files.list', { handle: minted(out) })).rejects.toThrow('There is no recording in the folder out.');
  });
});

describe('convert.file', () => {
  it('puts the new file into the folder under a name that nothing has, and counts', async () => {
    const path = await simulated('a.echoreplay', 2);
    const items: ConversionProgress[] = [];
    const first = await convert(path, 'nevrcap', (item) => items.push(item));
    expect(first).toMatchObject({ framesIn: 60, framesOut: 60, name: 'a.nevrcap', download: null, warnings: [] });
    expect(first.bytesIn).toBe(readFileSync(path).length);
    expect(first.bytesOut).toBe(readFileSync(join(out, 'a.nevrcap')).length);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ bytesTotal, bytesDone }) => bytesTotal === first.bytesIn && bytesDone <= bytesTotal)).toBe(true);

    const both = await Promise.all([convert(path, 'nevrcap'), convert(path, 'nevrcap')]);
    expect(both.map(({ name }) => name).toSorted()).toEqual(['a (2).nevrcap', 'a (3).nevrcap']);
    expect(readdirSync(out).toSorted()).toEqual(['a (2).nevrcap', 'a (3).nevrcap', 'a.nevrcap']);
    expect(await convert(join(out, 'a (2).nevrcap'), 'echoreplay')).toMatchObject({ framesOut: 60, name: 'a (2).echoreplay' });
  });

  it('reads a session where formats do not convert into each other', async () => {
    const report = await convert(join(FIXTURES, 'arma', 'ocap-v5.json'), 'ocap-v1');
    expect(report.name).toBe('ocap-v5.json.gz');
    expect(await convert(join(out, 'ocap-v5.json.gz'), 'ndjson')).toMatchObject({ framesIn: report.framesIn, name: 'ocap-v5.ndjson' });
  });

  it('stopped half-way, leaves nothing and can be done again', async () => {
    const path = await simulated('long.echoreplay', 90);
    const stop = new AbortController();
    const stopped = convert(path, 'nevrcap', () => stop.abort(new Error('stopped')), stop.signal);
    await expect(stopped).rejects.toThrow('stopped');
    expect(readdirSync(out)).toEqual([]);
    const { framesIn, framesOut, name } = await convert(path, 'nevrcap');
    expect([framesOut, name]).toEqual([framesIn, 'long.nevrcap']);
    expect(framesIn).toBeGreaterThan(2000);
  });

  it('ends with the engine, and leaves nothing', async () => {
    const path = await simulated('long.echoreplay', 90);
    const other = await createEngine({ libraryDir: join(folder, 'third'), desktop: true });
    const place = other.mint({ path: out, access: 'folder', temporary: false });
    const running = other.client
      .stream('convert.file', { handle: minted(path, other), to: 'nevrcap', folder: place }, () => void other.close())
      .catch((error: unknown) => String(error));
    expect(await running).toMatch(/nothing was written/);
    expect(readdirSync(out)).toEqual([]);
  });

  it('refuses in one sentence, and leaves nothing', async () => {
    writeFileSync(join(folder, 'bad.echoreplay'), 'no frames at all\n');
    await expect(convert(join(folder, 'bad.echoreplay'), 'nevrcap')).rejects.toThrow(/no frame/);
    await expect(convert(join(FIXTURES, 'arma', 'ocap-v5.json'), 'nevrcap')).rejects.toThrow('ocap-v5.json cannot become that.');
    await expect(convert(join(FIXTURES, 'echovr', 'two-sessions.echoreplay'), 'ocap-v1')).rejects.toThrow(/cannot become that/);
    expect(readdirSync(out)).toEqual([]);
    rmSync(out, { recursive: true });
    await expect(convert(join(FIXTURES, 'echovr', 'game.echoreplay'), 'nevrcap')).rejects.toThrow(/folder is no longer there/);
    const handle = minted(join(FIXTURES, 'echovr', 'game.echoreplay'));
    await expect(desktop.client.stream('convert.file', { handle, to: 'nevrcap', folder: null }, () => {})).rejects.toThrow(
      /Choose a folder/,
    );
    await expect(desktop.client.stream('convert.file', { handle, to: 'nevrcap', folder: handle }, () => {})).rejects.toThrow(
      /no longer at hand/,
    );
  });

  it('gives a browser one download, and keeps nothing of the upload', async () => {
    const upload = join(engine.tmpDir, 'upload-1');
    copyFileSync(join(FIXTURES, 'echovr', 'game.echoreplay'), upload);
    const handle = engine.mint({ path: upload, name: 'game.echoreplay', access: 'read', temporary: true });
    const { download, bytesOut } = await engine.client.stream('convert.file', { handle, to: 'nevrcap', folder: null }, () => {});
    const taken = engine.takeDownload(download ?? '');
    expect(taken?.name).toBe('game.nevrcap');
    expect(readFileSync(taken?.path ?? '').length).toBe(bytesOut);
    expect(engine.takeDownload(download ?? '')).toBeNull();
    expect(readdirSync(engine.tmpDir)).toEqual([basename(taken?.path ?? '')]);
  });
});
