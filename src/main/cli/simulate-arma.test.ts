/** `sandtable simulate arma3` through each input of a real engine: what it prints, its truth log, and that the operation is in the library. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionRow } from '../../shared/engine-api.ts';
import { createEngine, type Engine } from '../engine/engine.ts';

const CLI = join(import.meta.dirname, 'sandtable.ts');
const SECRET = 'correct horse';
const SMALL = ['--minutes', '3', '--units', '12'];

let folder = '';
let watched = '';
let engine: Engine;
let http = '';
let commandsPort = 0;
let seed = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sandtable-simulate-'));
  watched = join(folder, 'recordings');
  mkdirSync(watched);
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  commandsPort = (free.address() as AddressInfo).port;
  await new Promise((resolve) => void free.close(resolve));
  engine = await createEngine({
    libraryDir: join(folder, 'library'),
    desktop: false,
    captures: [
      { id: 'ocap', settings: { port: 0, secret: SECRET, commandsPort } },
      { id: 'ocap-folder', settings: { folder: watched } },
    ],
  });
  const captures = await engine.client.call('capture.list', {});
  http = captures.find(({ id }) => id === 'ocap')?.address ?? '';
}, 60_000);
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ending {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function simulate(...flags: string[]): Promise<Ending> {
  return await new Promise((resolve) => {
    execFile(process.execPath, [CLI, 'simulate', 'arma3', ...SMALL, ...flags], (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

/** Sends an operation of its own; resolves to what was printed and its session. */
async function arrives(...flags: string[]): Promise<{ stdout: string; row: SessionRow; fights: number }> {
  const truth = join(folder, `truth-${++seed}.ndjson`);
  const before = new Set(
    (await engine.client.call('sessions.list', { filter: {}, sort: 'oldest', offset: 0, limit: 100 })).rows.map(({ id }) => id),
  );
  const { code, stdout, stderr } = await simulate('--seed', String(seed), '--truth', truth, '--secret', SECRET, '--speed', '600', ...flags);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const acts = readFileSync(truth, 'utf8').trimEnd().split('\n');
  const fights = acts.filter((act) => /"what":"(?:hit|kill|destroy)"/.test(act)).length;
  const deadline = performance.now() + 60_000;
  for (;;) {
    const { rows } = await engine.client.call('sessions.list', { filter: {}, sort: 'oldest', offset: 0, limit: 100 });
    const row = rows.find(({ id, status }) => !before.has(id) && status === 'ready');
    if (row !== undefined) return { stdout, row, fights };
    if (performance.now() > deadline) throw new Error('the session did not come');
    await sleep(20);
  }
}

test.each([
  ['commands over TCP', () => ['--tcp', `127.0.0.1:${commandsPort}`], /: (\d+) commands sent, \1 accepted, 0 refused, \1 on disk\n/],
  ['commands over WebSocket', () => ['--ws', `ws://${http}`], /: (\d+) commands sent, \1 accepted, 0 refused, \1 on disk\n/],
  [
    'the older commands',
    () => ['--tcp', String(commandsPort), '--names', 'seed'],
    /: (\d+) commands sent, \1 accepted, 0 refused, \1 on disk\n/,
  ],
  ['the live stream', () => ['--ws', `ws://${http}/api/v1/stream`], /: \d+ messages sent; start_mission and end_mission acknowledged\n/],
  ['an upload', () => ['--upload', `http://${http}`], /: \d+ bytes posted, accepted\n/],
  ['an upload of the oldest extensions', () => ['--upload', `http://${http}`, '--file-first'], /: \d+ bytes posted, accepted\n/],
  ['a file in the watched folder', () => [join(watched, 'operation.json')], /operation\.json: \d+ bytes, \d+ acts\n/],
])('%s', { timeout: 120_000 }, async (_what, flags, said) => {
  const { stdout, row, fights } = await arrives(...flags());
  expect(stdout).toMatch(said);
  expect(stdout).toMatch(/\n\d+\.\d % of \d+ states changed\n$/);
  expect(row).toMatchObject({ title: 'Operation Cold Harbour', world: 'stratis', durationMs: 180_000 });
  expect(fights).toBeGreaterThan(5);
  expect(row.events).toBeGreaterThan(fights);
  const captures = await engine.client.call('capture.list', {});
  expect(captures.find(({ id }) => id === 'ocap')?.counters['messages_refused'] ?? 0).toBe(0);
});

test('a wrong secret, nobody there and no address are one sentence each', async () => {
  const endings = await Promise.all([
    simulate('--ws', `ws://${http}`, '--secret', 'wrong'),
    simulate('--upload', `http://${http}`, '--secret', 'wrong'),
    simulate('--tcp', '127.0.0.1:1'),
    simulate('--ws', 'nonsense'),
  ]);
  expect(endings.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
  expect(endings.map(({ stderr }) => stderr.replaceAll(http, 'HOST'))).toEqual([
    'ws://HOST does not take it: Unexpected server response: 403.\n',
    'http://HOST refused the recording with 403: The secret is wrong.\n',
    '127.0.0.1:1 does not take it: connect ECONNREFUSED 127.0.0.1:1.\n',
    'nonsense is no address to send to.\n',
  ]);
});
