/** Conversion from file to file: what is put where, what is left when it fails, and what is refused. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { simulateEcho } from '../../../../simulators/echovr/simulate.ts';
import { ADAPTERS } from '../games/registry.ts';
import { convertFile } from './convert-file.ts';
import type { ConversionResult } from './convert-recording.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandtable-convert-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const convert = async (from: string, to: string, signal = new AbortController().signal): Promise<ConversionResult> =>
  await convertFile(join(folder, from), join(folder, to), ADAPTERS, signal, () => {});

async function simulated(name: string, seconds = 2): Promise<void> {
  const parts: Uint8Array[] = [];
  await simulateEcho((bytes) => void parts.push(Buffer.from(bytes)), { format: 'zip', seconds, seed: 8, name });
  writeFileSync(join(folder, name), Buffer.concat(parts));
}

describe('convertFile', () => {
  test('puts the whole file in its place, and counts', async () => {
    await simulated('a.echoreplay');
    const report = await convert('a.echoreplay', 'b.nevrcap');
    expect(report).toEqual({
      framesIn: 60,
      framesOut: 60,
      bytesIn: readFileSync(join(folder, 'a.echoreplay')).length,
      bytesOut: readFileSync(join(folder, 'b.nevrcap')).length,
      warnings: [],
    });
    expect(await convert('b.nevrcap', 'c.echoreplay')).toMatchObject({ framesIn: 60, framesOut: 60 });
    expect(readdirSync(folder).toSorted()).toEqual(['a.echoreplay', 'b.nevrcap', 'c.echoreplay']);
  });

  test('leaves what was there when it is stopped or fails', async () => {
    await simulated('a.echoreplay', 30);
    writeFileSync(join(folder, 'b.nevrcap'), 'before');
    const stop = new AbortController();
    const stopped = convertFile(join(folder, 'a.echoreplay'), join(folder, 'b.nevrcap'), ADAPTERS, stop.signal, () =>
      stop.abort(new Error('stopped')),
    );
    await expect(stopped).rejects.toThrow('stopped');
    writeFileSync(join(folder, 'bad.echoreplay'), 'no frames at all\n');
    await expect(convert('bad.echoreplay', 'b.nevrcap')).rejects.toThrow(/no frame/);
    expect(readFileSync(join(folder, 'b.nevrcap')).toString()).toBe('before');
    expect(existsSync(join(folder, 'b.nevrcap.part'))).toBe(false);
  });

  test('refuses by name what it does not convert', async () => {
    await simulated('a.echoreplay');
    await expect(convert('a.echoreplay', 'a.echoreplay')).rejects.toThrow(/into itself/);
    await expect(convert('a.echoreplay', 'b.tape')).rejects.toThrow(/\.nevrcap, \.echoreplay, .*\.events\.csv, .* or \.ndjson/);
    await expect(convert('nothing.echoreplay', 'b.nevrcap')).rejects.toThrow(/cannot be opened/);
    writeFileSync(
      join(folder, 'x.json'),
      '{"missionName":"m","worldName":"altis","endFrame":1,"captureDelay":1,"entities":[],"events":[]}',
    );
    await expect(convert('x.json', 'b.nevrcap')).rejects.toThrow(/\.json\.gz, .*\.events\.csv, .* or \.ndjson/);
    expect(readdirSync(folder).toSorted()).toEqual(['a.echoreplay', 'x.json']);
  });

  test.each(['.butter', '.milk'])('refuses %s by its name', async (extension) => {
    // A header as such files have it, and a chunk that nobody reads.
    writeFileSync(join(folder, `x${extension}`), Buffer.from([3, 0, 1, 4, 0xfe, 0xfc, ...Buffer.from('Player'), 0xfe, 0xfe, 0, 0]));
    await expect(convert(`x${extension}`, 'b.nevrcap')).rejects.toThrow(
      `This is a ${extension} replay, which Sandtable does not read; convert it to .echoreplay first.`,
    );
    expect(readdirSync(folder)).toEqual([`x${extension}`]);
  });

  test('reads and writes a session where formats do not convert into each other', async () => {
    const fixture = join(import.meta.dirname, '../../../../test/fixtures/arma/ocap-v5.json');
    copyFileSync(fixture, join(folder, 'a.json'));
    const packed = await convert('a.json', 'b.json.gz');
    expect(packed).toMatchObject({ framesIn: packed.framesOut, bytesIn: readFileSync(fixture).length });
    const recording = JSON.parse(gunzipSync(readFileSync(join(folder, 'b.json.gz'))).toString()) as { missionName: string };
    expect(recording.missionName).toBe('Full');
    await convert('a.json', 'c.json');
    expect(JSON.parse(readFileSync(join(folder, 'c.json')).toString())).toEqual(recording);
    await convert('b.json.gz', 'd.json');
    expect(JSON.parse(readFileSync(join(folder, 'd.json')).toString())).toEqual(recording);
  });

  test('writes the part of a session that the name of the new file asks for, as an export does', async () => {
    copyFileSync(join(import.meta.dirname, '../../../../test/fixtures/arma/ocap-v5.json'), join(folder, 'a.json'));
    await convert('a.json', 'b.events.ndjson');
    await convert('a.json', 'b.tracks.csv.gz');
    await convert('a.json', 'b.ndjson');
    const lines = (name: string): string[] => readFileSync(join(folder, name)).toString().trimEnd().split('\n');
    expect(lines('b.events.ndjson').length).toBeGreaterThan(3);
    for (const line of lines('b.events.ndjson')) expect(JSON.parse(line)).toHaveProperty('nativeType');
    const kinds = new Set(lines('b.ndjson').map((line) => (JSON.parse(line) as { kind: string }).kind));
    expect(kinds).toEqual(new Set(['session', 'entity', 'event', 'track']));
    expect(gunzipSync(readFileSync(join(folder, 'b.tracks.csv.gz'))).toString()).toMatch(/^t_ms,/);
    expect(readdirSync(folder)).toHaveLength(4);
  });

  test('writes every session of a recording as lines of JSON, one after the other', async () => {
    copyFileSync(join(import.meta.dirname, '../../../../test/fixtures/echovr/two-sessions.echoreplay'), join(folder, 'a.echoreplay'));
    const report = await convert('a.echoreplay', 'b.ndjson');
    const lines = readFileSync(join(folder, 'b.ndjson'))
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; frames?: number });
    const sessions = lines.filter(({ kind }) => kind === 'session');
    expect(sessions).toHaveLength(2);
    expect(report.framesOut).toBe(sessions.reduce((sum, { frames }) => sum + (frames ?? 0), 0));
  });
});
