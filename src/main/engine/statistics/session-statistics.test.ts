/** Statistics by the engine's API, counted in their own thread. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { simulateEcho } from '../../../../simulators/echovr/simulate.ts';
import { decodeStatistics } from '../../../shared/statistics-codec.ts';
import { createEngine, type Engine } from '../engine.ts';
import { zstd } from '../zstd.ts';
import { CountedSession } from './testing.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'sandtable-statistics-'));
let engine: Engine | null = null;

afterEach(async () => {
  await engine?.close();
  engine = null;
});

it('are those of the session, once counted kept, and refused for a session that is not there', async () => {
  const parts: Uint8Array[] = [];
  await simulateEcho((bytes) => void parts.push(bytes), { format: 'text', seconds: 40, hz: 10, seed: 5 });
  const path = join(folder, 'match.echoreplay');
  writeFileSync(path, Buffer.concat(parts));
  engine = await createEngine({ libraryDir: join(folder, 'library'), desktop: false });
  const { client } = engine;
  await client.stream('import.files', { handles: [engine.mint({ path, access: 'read', temporary: false })] }, () => undefined);
  const { rows } = await client.call('sessions.list', { filter: {}, sort: 'newest', offset: 0, limit: 1 });
  const id = rows[0]?.id ?? '';

  // Who asks at the same time waits for the same run.
  const [first, second] = await Promise.all([client.call('sessions.statistics', { id }), client.call('sessions.statistics', { id })]);
  expect(second).toBe(first);
  expect(await client.call('sessions.statistics', { id })).toBe(first);
  const counted = await CountedSession.of('match.echoreplay', Buffer.concat(parts));
  expect(decodeStatistics(first, zstd)).toEqual(counted.statistics);
  expect(counted.statistics.sections.length).toBeGreaterThan(3);

  await expect(client.call('sessions.statistics', { id: '00000000-0000-0000-0000-000000000000' })).rejects.toThrow(
    'There is no such session',
  );
});
