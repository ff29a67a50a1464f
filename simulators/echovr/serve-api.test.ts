/** The served API is the game's: its frames are the file's, and its errors are those of the real one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from 'vitest';
import { apiFrame } from './api-frame.ts';
import { type Fault, FAULTS, FaultSchedule } from './faults.ts';
import { bonesJson, sessionJson } from './replay-line.ts';
import { type ServedGame, serveEcho, type ServeOptions } from './serve-api.ts';
import { simulateFrames } from './simulate.ts';
import type { ServedTruth, TruthLine } from './truth.ts';

const LOBBY = '{"err_description":"Endpoint is restricted in this match type","err_code":-6}';

let game: ServedGame | null = null;
afterEach(async () => {
  await game?.close();
  game = null;
});

async function start(options: Omit<ServeOptions, 'port'>): Promise<{ game: ServedGame; truth: TruthLine[] }> {
  const truth: TruthLine[] = [];
  game = await serveEcho({ ...options, port: 0 }, (line) => truth.push(line));
  return { game, truth };
}

async function ask(address: string, path = 'session'): Promise<{ status: number; type: string | null; body: string }> {
  const response = await fetch(`${address}/${path}`);
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
}

async function until<T>(what: string, get: () => Promise<T | null>): Promise<T> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const got = await get();
    if (got !== null) return got;
    if (performance.now() > deadline) throw new Error(`${what} did not come`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const isServed = (line: TruthLine): line is ServedTruth => line.kind === 'served';

describe('the served game', () => {
  test('lobby, nothing, a match, nothing, another one, nothing, off; every frame as a file has it', async () => {
    const options = { seconds: 12, seed: 6, hz: 30, sessions: 2, playersPerTeam: 2 } as const;
    const { game: served, truth } = await start({ ...options, speed: 10, lobby: 0.2 });
    const states: string[] = [];
    const answers: string[] = [];
    const ended = served.ended.then(() => 'ended');
    while ((await Promise.race([ended, Promise.resolve('goes on')])) !== 'ended') {
      for (const path of ['session', 'player_bones']) {
        const { status, type, body } = await ask(served.address, path);
        const isFrame = status === 200 && body !== LOBBY;
        const state = body === LOBBY ? 'lobby' : isFrame ? 'match' : `${status}`;
        if (state !== states.at(-1)) states.push(state);
        expect(type).toBe(status === 200 ? 'application/json' : 'text/html');
        if (isFrame) answers.push(body);
      }
    }
    expect(states).toEqual(['lobby', '404', 'match', '404', 'match', '404']);

    const lines = truth.filter(isServed);
    expect(lines).toHaveLength(answers.length);
    expect(answers.length).toBeGreaterThan(20);
    const file = new Map<string, string>();
    for (const { world, session, frame } of simulateFrames(options)) {
      const api = apiFrame(world, true);
      file.set(`${session} ${frame} session`, sessionJson(api));
      file.set(`${session} ${frame} player_bones`, bonesJson(api));
    }
    for (const [i, { session, id, frame, t, path, camera }] of lines.entries()) {
      expect(answers[i]).toBe(file.get(`${session} ${frame} ${path}`));
      expect(t).toBe(Math.round((frame * 1000) / 30));
      if (path !== 'session') continue;
      expect(JSON.parse(answers[i]!)).toMatchObject({ sessionid: id, player: { vr_position: camera } });
    }
    // What happened is told in full, whoever asked.
    const events: TruthLine[] = [];
    const rest = simulateFrames(options, { event: (line) => events.push(line), measure: (line) => events.push(line) });
    while (rest.next().done !== true);
    expect(truth.filter((line) => !isServed(line))).toEqual(events);

    await served.close();
    game = null;
    await expect(fetch(`${served.address}/session`)).rejects.toThrow(/fetch failed|terminated/);
  }, 60_000);

  test('anything else is not found', async () => {
    const { game: served } = await start({ seconds: 5 });
    expect(await ask(served.address, 'frame')).toMatchObject({ status: 404, type: 'text/html' });
    expect((await fetch(`${served.address}/session`, { method: 'POST' })).status).toBe(404);
  });

  test('a taken port is said', async () => {
    const { game: served } = await start({ seconds: 5 });
    const port = Number(new URL(served.address).port);
    await expect(serveEcho({ seconds: 5, port }, () => {})).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('faults', () => {
  test('every one is what it says, and is told', async () => {
    let fault: Fault | null = null;
    let part = 0;
    const { game: served, truth } = await start({ seconds: 60, faults: { at: () => fault, delay: () => 80, part: () => part } });
    await until('the match', async () => ((await ask(served.address)).status === 200 ? true : null));
    truth.length = 0;

    fault = 'not-found';
    expect(await ask(served.address)).toMatchObject({ status: 404, type: 'text/html' });
    fault = 'failed';
    expect(await ask(served.address)).toMatchObject({ status: 500, type: 'text/html' });
    fault = 'lobby';
    expect(await ask(served.address, 'player_bones')).toEqual({ status: 200, type: 'application/json', body: LOBBY });
    fault = 'dropped';
    await expect(ask(served.address)).rejects.toThrow(/fetch failed|terminated/);
    part = 0.5;
    await expect(ask(served.address)).rejects.toThrow(/fetch failed|terminated/);
    expect(truth.flatMap((line) => (line.kind === 'fault' ? [`${line.fault} ${line.path}`] : isServed(line) ? ['served'] : []))).toEqual([
      'not-found session',
      'failed session',
      'lobby player_bones',
      'dropped session',
      'dropped session',
    ]);

    fault = 'slow';
    const asked = performance.now();
    expect((await ask(served.address)).status).toBe(200);
    expect(performance.now() - asked).toBeGreaterThan(70);
    expect(truth.filter(isServed)).toHaveLength(1);
  });

  test('the schedule has every kind and calm between, the same for the same seed', () => {
    const seen = (seed: number): (Fault | null)[] => {
      const schedule = new FaultSchedule(seed);
      return Array.from({ length: 600 }, (_, i) => schedule.at(i / 20));
    };
    expect(new Set(seen(1))).toEqual(new Set([null, ...FAULTS]));
    expect(seen(1)).toEqual(seen(1));
    expect(seen(1)).not.toEqual(seen(2));
    expect(seen(1).filter((fault) => fault === null).length).toBeGreaterThan(300);
  });
});

describe('sandtable simulate echovr --serve', () => {
  test('prints its address, appends its truth line by line, and ends by SIGTERM', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandtable-simulate-'));
    const log = join(folder, 'truth.ndjson');
    const cli = new URL('../../src/main/cli/sandtable.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [cli, 'simulate', 'echovr', '--serve', '0', '--seconds', '60', '--speed', '20', '--truth', log], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [address] = (await once(createInterface(child.stdout), 'line')) as [string];
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      await until('a frame', async () => ((await ask(address)).status === 200 ? true : null));
      const lines = (): TruthLine[] =>
        readFileSync(log, 'utf8')
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line) as TruthLine);
      await until('a possession', async () => {
        await ask(address);
        return lines().some((line) => line.kind === 'event' && line.type === 'disc_caught') ? true : null;
      });
      expect(lines().some(isServed)).toBe(true);
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([0, null]);
      expect(readFileSync(log, 'utf8').endsWith('\n')).toBe(true);
    } finally {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    }
  });
});
