/** The state of every real recording at random moments equals a naive reading of its JSON. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { MemorySource } from '../../../byte-source.ts';
import { statesAt } from '../../../export/state-lines.ts';
import { MemorySession } from '../../../memory-session.ts';
import { SessionWriter } from '../../../session-writer.ts';
import { zstd } from '../../../zstd.ts';
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

function degrees(radians: number): number {
  return Math.round((radians * 180) / Math.PI) % 360;
}

async function readSession(bytes: Uint8Array): Promise<MemorySession> {
  const session = new MemorySession();
  const { signal } = new AbortController();
  const sink = new SessionWriter({ target: session, compression: zstd, signal, tempDir: tmpdir() });
  await readOcap(new MemorySource('x', bytes), sink, { signal, nextSession: () => Promise.resolve(sink) });
  await sink.finish();
  return session;
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
      // As text, for deep comparison of 50 times 500 rows takes long.
      expect(JSON.stringify(state), `at ${t}`).toBe(JSON.stringify(naiveState(naive, t)));
    }
    expect(rows).toBeGreaterThan(moments.length);

    // And once more as `sandtable state` answers: through chunks.
    const session = await readSession(bytes);
    const entities = session.entities();
    let i = 0;
    for await (const line of statesAt(session, moments)) {
      const shown = line.entities.filter(({ kind }) => kind !== 'marker' && kind !== 'projectile');
      const got = shown.map(({ nativeId, kind, name, team, nativePosition, heading, life, parent }) => {
        const vehicle = parent === null ? null : entities[parent]?.nativeId;
        return { nativeId, kind, name, team, nativePosition, heading: degrees(heading ?? Number.NaN), life, parent: vehicle };
      });
      const expected = naiveState(naive, moments[i]!).map(({ role: _role, group: _group, human: _human, ...row }) => ({
        ...row,
        heading: row.heading % 360,
      }));
      expect(JSON.stringify(got), `at ${line.t}`).toBe(JSON.stringify(expected));
      i++;
    }
    expect(i).toBe(moments.length);
  });
});
