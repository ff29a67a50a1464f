/** The state of every real recording at random moments equals a naive reading of its JSON. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { MemorySource } from '../../../byte-source.ts';
import { naiveState, type NaiveRecording } from './naive.ts';
import { readOcap } from './read.ts';
import { SinkDouble } from './sink-double.ts';

const FOLDER = join(import.meta.dirname, '../../../../../../../shared/data/arma');
const here = existsSync(FOLDER);
if (!here) console.warn(`Skipped: real OCAP recordings (no ${FOLDER}).`);
const files = here ? readdirSync(FOLDER).filter((name) => /^(mission|synthetic_v5).*\.json(\.gz)?$/.test(name)) : [];

/** Reproducible numbers in [0, 1). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe.skipIf(!here)('real recordings', () => {
  test.each(files)('%s', { timeout: 120_000 }, async (name) => {
    const bytes = readFileSync(join(FOLDER, name));
    const sink = new SinkDouble();
    await readOcap(new MemorySource(name, bytes), sink, { signal: new AbortController().signal, nextSession: () => Promise.resolve(sink) });
    const naive = JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()) as NaiveRecording;

    expect(sink.isPartial).toBe(false);
    expect(sink.frames).toEqual({ first: 0, last: naive.endFrame });
    expect(sink.events.filter(({ nativeType }) => nativeType !== 'framesFired')).toHaveLength(naive.events.length);
    const next = random(7);
    const moments = [0, sink.durationMs, ...Array.from({ length: 50 }, () => Math.floor(next() * sink.durationMs))];
    let rows = 0;
    for (const t of moments) {
      const state = sink.stateAt(t);
      rows += state.length;
      expect(state, `at ${t}`).toEqual(naiveState(naive, t));
    }
    expect(rows).toBeGreaterThan(moments.length);
  });
});
