/** Live capture against the simulator's API: every frame that was served is recorded once, whatever happens to the game or to us. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FaultSchedule } from '../../../../../../simulators/echovr/faults.ts';
import { type ServedGame, serveEcho, type ServeOptions } from '../../../../../../simulators/echovr/serve-api.ts';
import type { TruthLine } from '../../../../../../simulators/echovr/truth.ts';
import type { SessionRow } from '../../../../../shared/engine-api.ts';
import { decodeChunk } from '../../../../../shared/session/chunk.ts';
import { createEngine, type Engine } from '../../../engine.ts';
import { zstd } from '../../../zstd.ts';
import { nevrcap } from '../nevrcap-messages.js';
import { unpackZstd } from '../zstd-frames.ts';

const LONG = process.env['SANDTABLE_LONG'] === '1';
const KILLS = LONG ? 10 : 2;
/** Frames served this long before a kill are safe, ms. */
const SAFE_MS = 500;
const CLI = new URL('../../../../cli/sandtable.ts', import.meta.url).pathname;

type Served = Extract<TruthLine, { kind: 'served' }>;

let dir = '';
let game: ServedGame | null = null;
let engine: Engine | null = null;
let child: ChildProcess | null = null;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sandtable-capture-'));
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await engine?.close();
  await game?.close();
  [child, engine, game] = [null, null, null];
  rmSync(dir, { recursive: true, force: true });
});

async function play(options: Omit<ServeOptions, 'port'>, port = 0): Promise<{ address: string; truth: TruthLine[]; ended: Promise<void> }> {
  const truth: TruthLine[] = [];
  game = await serveEcho({ ...options, port }, (line) => truth.push(line));
  return { address: game.address.replace('http://', ''), truth, ended: game.ended };
}

async function open(hosts: string, hz = 60): Promise<Engine> {
  engine = await createEngine({
    libraryDir: join(dir, 'library'),
    desktop: false,
    captures: [{ id: 'echovr-api', settings: { hosts, hz } }],
  });
  return engine;
}

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Without capturing: only what is there, recovered. */
async function reopen(): Promise<Engine> {
  engine = await createEngine({ libraryDir: join(dir, 'library'), desktop: false, captures: [] });
  await engine.recovered();
  return engine;
}

async function rows({ client }: Engine): Promise<readonly SessionRow[]> {
  return (await client.call('sessions.list', { filter: {}, sort: 'oldest', offset: 0, limit: 500 })).rows;
}

/** A frame by where its camera was, which no two of a match share; as float64 text. */
const cameraKey = (camera: ArrayLike<number>): string => Array.from({ length: 3 }, (_, i) => camera[i]).join(' ');

/** Frames whose /session answer was handed over whole, by session id. */
function servedFrames(truth: readonly TruthLine[], isCounted: (line: Served) => boolean = () => true): Map<string, string[]> {
  const frames = new Map<string, string[]>();
  for (const line of truth) {
    if (line.kind !== 'served' || line.path !== 'session' || !isCounted(line)) continue;
    const of = frames.get(line.id) ?? [];
    frames.set(line.id, of);
    const key = cameraKey(line.camera);
    if (!of.includes(key)) of.push(key);
  }
  return frames;
}

/** Frames of the library's sessions, from their chunks. */
async function libraryFrames({ client }: Engine, sessions: readonly SessionRow[]): Promise<Map<string, string[]>> {
  const frames = new Map<string, string[]>();
  for (const row of sessions) {
    const { info, chunks } = await client.call('sessions.get', { id: row.id });
    const id = info.data['sessionId'] as string;
    const of = frames.get(id) ?? [];
    frames.set(id, of);
    const channel = info.channels.find(({ name }) => name === 'camera_position')?.id ?? -1;
    let last = '';
    for (const { layer, index, t0 } of chunks) {
      if (layer !== 1) continue;
      const column = decodeChunk(await client.call('chunks.read', { id: row.id, layer, index }), zstd).columns[channel];
      if (column === undefined) continue;
      for (let i = 0; i < column.times.length; i++) {
        const key = cameraKey(column.values.subarray(i * 3, i * 3 + 3));
        // The state at a chunk's start repeats the last sample of the one before.
        if (i === 0 && key === last && (column.times[0] as number) <= t0) continue;
        of.push(key);
        last = key;
      }
    }
  }
  return frames;
}

/** Frames of the captures among the originals, decoded by the generated code. */
async function capturedFrames(): Promise<Map<string, string[]>> {
  const frames = new Map<string, string[]>();
  const folder = join(dir, 'library', 'originals');
  for (const part of readdirSync(folder)) {
    for (const name of readdirSync(join(folder, part))) {
      const parts: Uint8Array[] = [];
      try {
        for await (const bytes of unpackZstd(once1(readFileSync(join(folder, part, name))))) parts.push(bytes.slice());
      } catch {
        // It was being written when the process died: what came out before is whole.
      }
      const bytes = Buffer.concat(parts);
      let isFirst = true;
      for (let at = 0; at < bytes.length;) {
        let length = 0;
        let scale = 1;
        let byte: number;
        do {
          byte = bytes[at++] as number;
          length += (byte & 127) * scale;
          scale *= 128;
        } while (byte >= 128);
        if (at + length > bytes.length) break;
        if (!isFirst) {
          const { session } = nevrcap.LobbySessionStateFrame.decode(bytes.subarray(at, at + length));
          const id = session?.sessionId ?? '';
          const of = frames.get(id) ?? [];
          frames.set(id, of);
          of.push(cameraKey(session?.player?.vrPosition ?? []));
        }
        isFirst = false;
        at += length;
      }
    }
  }
  return frames;
}

async function* once1(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

async function until<T>(what: string, get: () => Promise<T | null> | T | null, ms = 20_000): Promise<T> {
  const deadline = performance.now() + ms;
  for (;;) {
    const got = await get();
    if (got !== null) return got;
    if (performance.now() > deadline) throw new Error(`${what} did not come`);
    await sleep(20);
  }
}

describe('capture of the game', () => {
  test('a lobby, two matches, the game goes: two sessions with every frame that was served, once', { timeout: 60_000 }, async () => {
    const port = await freePort();
    const address = `127.0.0.1:${port}`;
    const { client } = await open(address, 100);
    const { truth, ended } = await play({ seconds: 8, seed: 3, hz: 30, sessions: 2, playersPerTeam: 2, speed: 2, lobby: 2 }, port);
    await ended;
    await game?.close();
    game = null;
    await client.call('capture.set', { id: 'echovr-api', enabled: false, settings: { hosts: address } });
    const sessions = await rows(engine as Engine);
    expect(sessions.map(({ status, format }) => [status, format])).toEqual([
      ['ready', 'nevrcap'],
      ['ready', 'nevrcap'],
    ]);
    const served = servedFrames(truth);
    expect(served.size).toBe(2);
    expect(await libraryFrames(engine as Engine, sessions)).toEqual(served);
    expect(await capturedFrames()).toEqual(served);
    for (const { players, events } of sessions) {
      expect(players).toBeGreaterThanOrEqual(4);
      expect(events).toBeGreaterThan(4);
    }
  });

  test('what is kept live is what the file gives when it is read again', { timeout: 60_000 }, async () => {
    const port = await freePort();
    const address = `127.0.0.1:${port}`;
    const { client } = await open(address);
    const { ended } = await play({ seconds: 10, seed: 8, hz: 30, playersPerTeam: 3, speed: 2, lobby: 2 }, port);
    await ended;
    await client.call('capture.set', { id: 'echovr-api', enabled: false, settings: { hosts: address } });
    const own = engine as Engine;
    const [row] = await rows(own);
    const id = row?.id ?? '';
    const live = await everything(own, id);
    await own.reread(id, new AbortController().signal, () => undefined);
    const again = await everything(own, id);
    expect(again).toEqual(live);
  });

  test('wrong, late and cut answers cost no other frame', { timeout: 60_000 }, async () => {
    const faults = new FaultSchedule(5);
    const port = await freePort();
    const address = `127.0.0.1:${port}`;
    const { client } = await open(address);
    const { truth, ended } = await play({ seconds: 12, seed: 4, hz: 30, playersPerTeam: 2, speed: 2, faults, lobby: 2 }, port);
    await ended;
    await client.call('capture.set', { id: 'echovr-api', enabled: false, settings: { hosts: address } });
    expect(truth.some(({ kind }) => kind === 'fault')).toBe(true);
    const sessions = await rows(engine as Engine);
    expect(await libraryFrames(engine as Engine, sessions)).toEqual(servedFrames(truth));
  });

  test(`the engine is killed ${KILLS} times: frames served ${SAFE_MS} ms before are there once`, { timeout: 300_000 }, async () => {
    const { address, truth } = await play({ seconds: 600, seed: 9, hz: 30, playersPerTeam: 3 });
    const libraryDir = join(dir, 'library');
    const lost: { from: number; to: number }[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const before = truth.length;
      child = spawn(process.execPath, [CLI, 'serve', '--library', libraryDir, '--port', '0', '--echo', address], { stdio: 'ignore' });
      const mine = await until('a served frame', () => truth.slice(before).find(({ kind }) => kind === 'served') ?? null, 60_000);
      await sleep(1500 + ((kill * 377) % 1300));
      const dead = once(child, 'exit');
      const at = Date.now();
      child.kill('SIGKILL');
      await dead;
      expect(mine.kind).toBe('served');
      lost.push({ from: at - SAFE_MS, to: Date.now() + 50 });
    }
    const library = await reopen();
    const sessions = await rows(library);
    expect(sessions.map(({ status }) => status)).toEqual(Array.from({ length: KILLS }, () => 'recovered'));
    const safe = servedFrames(truth, ({ wall }) => !lost.some(({ from, to }) => wall > from && wall < to));
    for (const recorded of [await capturedFrames(), await libraryFrames(library, sessions)]) {
      for (const [id, frames] of safe) {
        const there = recorded.get(id) ?? [];
        expect(new Set(there).size).toBe(there.length);
        expect(frames.filter((frame) => !there.includes(frame))).toEqual([]);
        expect(frames.length).toBeGreaterThan(KILLS * 15);
      }
    }
  });
});

/** All that a session holds, chunk by chunk, and how it is described. */
async function everything({ client }: Engine, id: string): Promise<unknown> {
  const { info, entities, strings, chunks, eventBlocks } = await client.call('sessions.get', { id });
  const columns: unknown[] = [];
  const samples = new Map<string, string[]>();
  for (const { layer, index, t0 } of chunks) {
    const chunk = decodeChunk(await client.call('chunks.read', { id, layer, index }), zstd);
    for (const column of chunk.columns) {
      if (column === undefined) continue;
      const { channel, width, entities: ids, starts, times, values } = column;
      for (const [row, entity] of ids.entries()) {
        const key = `${channel}/${entity}`;
        const list = samples.get(key) ?? [];
        samples.set(key, list);
        for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
          if ((times[i] as number) < t0) continue;
          list.push(`${times[i]}: ${values.subarray(i * width, (i + 1) * width).join(' ')}`);
        }
      }
    }
  }
  for (const { index } of eventBlocks) {
    columns.push(Buffer.from(await client.call('events.columns', { id, index })).toString('hex'));
    columns.push(Buffer.from(await client.call('events.payloads', { id, index })).toString('hex'));
  }
  return { info, entities, strings, samples, columns };
}
