/** Broken files: whatever is done to a recording, reading ends in a session, a partial session or one clear sentence. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writeOcap } from '../../../../../../simulators/arma/write-ocap.ts';
import { MemorySource } from '../../../byte-source.ts';
import { RefusedInput } from '../../../game-adapter.ts';
import { readOcap } from './read.ts';
import { SinkDouble } from './sink-double.ts';

const LONG = process.env['SANDTABLE_LONG'] === '1';
const VARIANTS = LONG ? 2000 : 60;
const FIXTURES = join(import.meta.dirname, '../../../../../../test/fixtures/arma');
const REAL = join(import.meta.dirname, '../../../../../../../shared/data/arma');
const LARGE = join(REAL, 'mission_1_aaocaptesting.json.gz');

function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Things that a broken recorder or disk puts into a file. */
const SPLINTERS = [
  '"',
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  '\\',
  '\0',
  'null',
  'NaN',
  '-Infinity',
  '1e999',
  '-1',
  '99999999999',
  '""',
  '[]',
  '{}',
  '[[',
  ']]',
  '\uFFFD',
  '/**/',
];

function damaged(original: Buffer, seed: number): Buffer {
  const roll = dice(seed);
  let bytes = Buffer.from(original);
  const times = 1 + roll(4);
  for (let i = 0; i < times && bytes.length > 0; i++) {
    const at = roll(bytes.length);
    switch (roll(6)) {
      case 0:
        bytes[at] = roll(256);
        break;
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 1 + roll(200)))]);
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(SPLINTERS[roll(SPLINTERS.length)]!), bytes.subarray(at + roll(3))]);
        break;
      case 3:
        bytes = bytes.subarray(0, at);
        break;
      case 4: {
        // A piece of the file once more at another place.
        const from = roll(bytes.length);
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, from + roll(2000)), bytes.subarray(at)]);
        break;
      }
      default:
        bytes.fill(0, at, Math.min(bytes.length, at + roll(600)));
    }
  }
  return bytes;
}

type Outcome = 'whole' | 'partial' | 'refused';

/** What became of it. SinkDouble throws on anything that a sink must not be given. */
async function outcome(bytes: Buffer): Promise<{ result: Outcome; why: string }> {
  const sink = new SinkDouble();
  try {
    await readOcap(new MemorySource('broken.json.gz', bytes), sink, {
      signal: AbortSignal.timeout(20_000),
      nextSession: () => Promise.resolve(sink),
    });
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    if (!/^broken\.json\.gz .*\.$/.test(error.message)) throw new Error('no clear sentence', { cause: error });
    return { result: 'refused', why: error.message };
  }
  expect(sink.frames).not.toBeNull();
  expect(sink.isPartial && sink.warnings.size === 0).toBe(false);
  for (const { first } of sink.warnings.values()) expect(first).toMatch(/\.$/);
  return { result: sink.isPartial ? 'partial' : 'whole', why: [...sink.warnings.keys()].join() };
}

async function simulated(): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const keep = (bytes: Uint8Array): Promise<void> => {
    pieces.push(bytes);
    return Promise.resolve();
  };
  await writeOcap(keep, { minutes: 1.5, units: 53, seed: 3 });
  return Buffer.concat(pieces);
}

async function originals(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>([['simulated', await simulated()]]);
  for (const name of readdirSync(FIXTURES).filter((file) => file.startsWith('ocap-'))) files.set(name, readFileSync(join(FIXTURES, name)));
  if (existsSync(REAL)) {
    for (const name of ['mission_10_aaocaptesting.json', 'synthetic_v5_small.json']) files.set(name, readFileSync(join(REAL, name)));
  } else console.warn(`Skipped: damage to real OCAP recordings (no ${REAL}).`);
  return files;
}

describe('damage', async () => {
  const files = await originals();
  const share = Math.ceil(VARIANTS / files.size);

  test.each([...files.keys()])('%s in many ways', async (name) => {
    const original = files.get(name)!;
    const seen = { whole: 0, partial: 0, refused: 0 };
    for (let seed = 0; seed < share; seed++) {
      const text = damaged(original, seed * 7919 + original.length);
      const form = seed % 4 === 0 ? gzipSync(text) : seed % 4 === 1 ? damaged(gzipSync(original), seed) : text;
      try {
        const { result } = await outcome(form);
        seen[result]++;
      } catch (error) {
        throw new Error(`variant ${seed} of ${name}`, { cause: error });
      }
    }
    expect(seen.whole + seen.partial).toBeGreaterThan(0);
  });

  test('cut at every place of a small file', async () => {
    const original = Buffer.from(files.get('ocap-v5.json')!.toString().trimEnd());
    const kept: number[] = [];
    for (let length = 0; length < original.length; length++) {
      const { result } = await outcome(original.subarray(0, length));
      expect(result, `cut at ${length}`).not.toBe('whole');
      if (result === 'partial') kept.push(length);
    }
    // From the first tuple on, something is kept.
    expect(kept[0]).toBeLessThan(original.indexOf('"positions":[[') + 200);
    expect(kept.length).toBe(original.length - kept[0]!);
  });

  test('one changed byte at every place never loses the other entities', async () => {
    const original = files.get('ocap-2023.json')!;
    const start = original.indexOf('"positions"');
    const end = original.indexOf('"role"');
    for (let at = start; at < end; at++) {
      const bytes = Buffer.from(original);
      bytes[at] = 0x7e;
      const sink = new SinkDouble();
      await readOcap(new MemorySource('x.json', bytes), sink, {
        signal: AbortSignal.timeout(20_000),
        nextSession: () => Promise.resolve(sink),
      });
      expect(
        sink.entities.some((entity) => entity?.nativeId === '456'),
        `byte ${at}`,
      ).toBe(true);
      expect(sink.events.length, `byte ${at}`).toBeGreaterThanOrEqual(4);
    }
  });

  test.skipIf(!existsSync(LARGE))('cuts of the large recording, without growing memory', { timeout: 600_000 }, async () => {
    const packed = readFileSync(LARGE);
    const roll = dice(5);
    const sizes: number[] = [];
    for (let i = 0; i < (LONG ? 20 : 2); i++) {
      const cut = Buffer.from(packed.subarray(0, 100_000 + roll(packed.length - 100_000)));
      const sink = new Light();
      await readOcap(new MemorySource('cut.json.gz', cut), sink, {
        signal: AbortSignal.timeout(60_000),
        nextSession: () => Promise.resolve(sink),
      });
      expect(sink.isPartial).toBe(true);
      sizes.push(process.memoryUsage().rss);
    }
    // Nothing like the 155 MB of its text.
    expect(sizes.at(-1)! - sizes[0]!).toBeLessThan(120 * 2 ** 20);
  });
});

/** Keeps no samples. */
class Light extends SinkDouble {
  override number(): void {}
  override vector(): void {}
  override event(): void {}
}
