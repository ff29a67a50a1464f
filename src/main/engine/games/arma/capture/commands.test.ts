/** The command stream over real sockets: what is live equals what the log gives, what was committed outlives the process, and nothing that is sent ends the stream. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { LineSender } from '../../../../../../simulators/arma/line-sender.ts';
import { streamCommands } from '../../../../../../simulators/arma/stream-commands.ts';
import { freePort } from '../../../../../../test/free-port.ts';
import type { Engine } from '../../../engine.ts';
import { missionArgs } from '../recorder/drive.ts';
import { gameLine } from './game-line.ts';
import { addressOf, capturing, fileState, libraryState, liveState, readBytes, reopened, rows, SECRET, until } from './testing.ts';

const LONG = process.env['SANDTABLE_LONG'] === '1';
const KILLS = LONG ? 20 : 2;
const MOMENTS = 200;
const CLI = new URL('../../../../cli/sandtable.ts', import.meta.url).pathname;

/** A sender whose answers are kept. */
type Game = LineSender & { readonly answers: readonly string[]; readonly callbacks: readonly string[] };

let dir = '';
let port = 0;
let engine: Engine | null = null;
let child: ChildProcess | null = null;
let senders: Game[] = [];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sandtable-commands-'));
  port = await freePort();
});
afterEach(async () => {
  for (const sender of senders) sender.destroy();
  child?.kill('SIGKILL');
  await engine?.close();
  [child, engine, senders] = [null, null, []];
  rmSync(dir, { recursive: true, force: true });
});

async function open(): Promise<Engine> {
  return (engine = await capturing(join(dir, 'library'), 'ocap', { port: 0, secret: SECRET, commandsPort: port }));
}

async function sender(): Promise<Game> {
  const heard = { answers: [] as string[], callbacks: [] as string[] };
  const line = await LineSender.overTcp(
    '127.0.0.1',
    port,
    (text) => void (text.startsWith('{') ? heard.callbacks : heard.answers).push(text),
  );
  const one = Object.assign(line, heard);
  senders.push(one);
  return one;
}

async function linesOf(options: Parameters<typeof streamCommands>[0]): Promise<string[]> {
  const parts: Buffer[] = [];
  for await (const part of streamCommands(options)) parts.push(Buffer.from(part));
  return Buffer.concat(parts)
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${line}\n`);
}

async function only(library: Engine): Promise<string> {
  const all = await rows(library);
  expect(all).toHaveLength(1);
  return all[0]?.id ?? '';
}

/** The lines of the original of the only session. */
function original(): string[] {
  const folder = join(dir, 'library', 'originals');
  const [path = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 60);
  return readFileSync(join(folder, path), 'utf8').split('\n').slice(0, -1);
}

/** Numbers that look random and are the same each time. */
function* chances(seed: number): Generator<number> {
  for (let state = seed; ;) yield (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

describe('commands over TCP', { timeout: 60_000 }, () => {
  test(`the live state at ${MOMENTS} moments is that of the same lines read as a file`, { timeout: 300_000 }, async () => {
    const library = await open();
    const lines = await linesOf({ seed: 5, minutes: 2, units: 12 });
    const game = await sender();
    const chance = chances(7);
    const moments = Array.from({ length: MOMENTS }, () => 60 + Math.floor((chance.next().value as number) * (lines.length - 62)));
    let sent = 0;
    for (const moment of moments.toSorted((a, b) => a - b)) {
      await game.send(lines.slice(sent, moment).join(''));
      sent = moment;
      await game.safe(sent);
      const [row] = await rows(library);
      const live = await liveState(library, row?.id ?? '');
      const [file] = await readBytes('a.ocaplog', Buffer.from(lines.slice(0, sent).join('')));
      if (file === undefined) throw new Error('the log has no session');
      expect(live.durationMs).toBe(file.info().durationMs);
      expect(Object.keys(live.state).length).toBeGreaterThan(30);
      expect(live.state).toEqual(await fileState(file));
    }
    await game.send(lines.slice(sent).join(''));
    await game.safe(lines.length);
    await until('the end of the mission', async () => ((await rows(library))[0]?.status === 'ready' ? true : null));
    const [file] = await readBytes('a.ocaplog', Buffer.from(lines.join('')));
    if (file === undefined) throw new Error('the log has no session');
    expect(await libraryState(library, await only(library))).toEqual(await fileState(file));
    expect((await rows(library))[0]).toMatchObject({
      events: file.info().eventCount,
      entities: file.info().entityCount,
      format: 'ocap-commands',
    });
    // Whatever stands before the mission is not of it; what counts is said at its start.
    expect(original().slice(1)).toEqual(lines.slice(3).map((line) => line.trimEnd()));
  });

  test('answers each line, says what is on disk, and calls back as the recorder does', async () => {
    const library = await open();
    const game = await sender();
    const [world, mission] = missionArgs();
    const state = gameLine(':SOLDIER:STATE:', [1, [1, 2, 3], 0, 1, false, 'Anna', true, 'Man', 2]);
    // What needs the storage waits for it.
    await game.send(gameLine(':SYS:INIT:', []) + gameLine(':MISSION:START:', [world, mission]) + state);
    await until('the answers', () => (game.answers.length === 3 ? true : null));
    expect(game.answers).toEqual(['["ok"]', '["ok","queued"]', '["ok","queued"]']);
    expect(game.committed).toBeLessThanOrEqual(1);
    await game.send(gameLine(':STORAGE:INIT:', []));
    await game.safe(4);
    await game.send(
      gameLine(':SOLDIER:CREATE:', [1, 1, 'Anna', 'Alpha', 'WEST', true, '', '', '', '', '']) + state.replace(',2]]', ',3]]'),
    );
    await game.safe(6);
    expect(game.answers.slice(3)).toEqual(['["ok"]', '["ok"]', '["ok","queued"]']);
    expect(game.callbacks.map((line) => (JSON.parse(line) as { callback: string }).callback)).toEqual([
      ':SYS:READY:',
      ':SYS:VERSION:',
      ':STORAGE:OK:',
      ':MISSION:OK:',
    ]);
    // It goes on saying so: a sender that waits knows that somebody is there.
    const told = game.reports;
    await until('further reports', () => (game.reports >= told + 3 ? true : null));
    expect(game.committed).toBe(6);
    // A second mission ends the first, and a game that goes away ends the second.
    await game.send(gameLine(':MISSION:START:', [world, mission]) + gameLine(':EVENT:GENERAL:', [5, 'generalEvent', 'second', '']));
    await game.safe(8);
    game.end();
    await until('two sessions', async () =>
      (await rows(library)).filter(({ status }) => status === 'partial').length === 2 ? true : null,
    );
  });

  test('hostile lines get an error each, and the stream goes on', { timeout: 120_000 }, async () => {
    await open();
    const game = await sender();
    const [world, mission] = missionArgs();
    await game.send(gameLine(':STORAGE:INIT:', []) + gameLine(':MISSION:START:', [world, mission]));
    await game.safe(2);
    const soldier = gameLine(':SOLDIER:CREATE:', [1, 1, 'Anna', 'Alpha', 'WEST', true, '', '', '', '', '']);
    const hostile = [
      'nothing',
      '[]',
      '[":SOLDIER:CREATE:"]',
      '[":SOLDIER:CREATE:",[]]',
      '[":SOLDIER:CREATE:",["1"]]',
      '[":NO:SUCH:",[]]',
      `[":SOLDIER:STATE:",["70000","[1,2,3]","0","1","0","x","0","Man","2"]]`,
      `[":SOLDIER:STATE:",["-1","[1,2,3]","0","1","0","x","0","Man","2"]]`,
      `[":SOLDIER:STATE:",["1","[1,2,3]","0","1","0","x","0","Man","999999999"]]`,
      `[":VEHICLE:STATE:",["1","${'['.repeat(5000)}"]]`,
      `[":EVENT:GENERAL:",["1","x","${'\\"\\"'.repeat(200_000)}"]]`,
      `[":MISSION:START:",["{","}"]]`,
      `[":SOLDIER:CREATE:",[${'"1",'.repeat(100_000)}"1"]]`,
      '\u0000\u0001\u0002',
      '["'.repeat(50_000),
    ];
    const before = game.answers.length;
    await game.send(hostile.map((line) => `${line}\n`).join(''));
    // 100 MB without an end, then its end.
    const much = Buffer.alloc(1024 * 1024, 'x');
    for (let i = 0; i < 100; i++) await game.send(much);
    await game.send(`\n${soldier}`);
    await until('the answers', () => (game.answers.length === before + hostile.length + 2 ? true : null));
    const answers = game.answers.slice(before);
    expect(answers.slice(0, -1).map((answer) => answer.slice(0, 9))).toEqual(Array.from({ length: hostile.length + 1 }, () => '["error",'));
    expect(answers.at(-1)).toBe('["ok"]');
    await game.safe(2 + hostile.length + 2);
  });

  test('a web page cannot get lines in', async () => {
    await open();
    const body = gameLine(':STORAGE:INIT:', []) + gameLine(':MISSION:START:', [...missionArgs()]);
    const page = request({ port, host: '127.0.0.1', method: 'POST', path: '/', headers: { 'content-type': 'text/plain' } });
    const failed = once(page, 'error');
    page.end(body);
    await failed;
    const secure = connect(port, '127.0.0.1');
    secure.on('error', () => undefined);
    secure.write(Buffer.concat([Buffer.of(0x16, 3, 1), Buffer.from(`\n${body}`)]));
    await once(secure, 'close');
    expect(await rows(engine as Engine)).toEqual([]);
  });

  test(`the engine is killed ${KILLS} times: what was committed is there, once`, { timeout: 900_000 }, async () => {
    const libraryDir = join(dir, 'library');
    const lines = await linesOf({ seed: 3, minutes: 6, units: 60 });
    // The version of the addon stands first in each log and says which it is.
    const linesOfRun = (run: number): readonly string[] => [
      ...lines.slice(0, 1),
      gameLine(':SYS:ADDON_VERSION:', [`run ${run}`]),
      ...lines.slice(2),
    ];
    const flags = ['--ocap-port', String(await freePort()), '--ocap-secret', SECRET, '--ocap-commands-port', String(port)];
    const chance = chances(11);
    const committed: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      child = spawn(process.execPath, [CLI, 'serve', '--library', libraryDir, '--port', '0', ...flags], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const game = await until('the port', async () => await sender().catch(() => null), 120_000);
      const mine = linesOfRun(kill);
      const enough = 100 + Math.floor((chance.next().value as number) * (lines.length - 600));
      for (let sent = 0; sent < lines.length - 1 && game.committed < enough && !game.isClosed; sent += 50) {
        await game.send(mine.slice(sent, Math.min(sent + 50, mine.length - 1)).join(''));
      }
      await until('some commits', () => (game.committed >= enough ? true : null));
      const dead = once(child, 'exit');
      child.kill('SIGKILL');
      await dead;
      committed.push(game.committed);
    }
    const library = (engine = await reopened(libraryDir));
    const sessions = await rows(library);
    expect(sessions.map(({ status }) => status)).toEqual(Array.from({ length: KILLS }, () => 'recovered'));
    for (const [i, { id }] of sessions.entries()) {
      const { info } = await library.client.call('sessions.get', { id });
      const count = committed[i] ?? 0;
      const [least] = await readBytes('a.ocaplog', Buffer.from(lines.slice(0, count).join('')));
      if (least === undefined) throw new Error('the log has no session');
      expect(info.durationMs).toBeGreaterThanOrEqual(least.info().durationMs);
      expect(info.eventCount).toBeGreaterThanOrEqual(least.info().eventCount);
    }
    const folder = join(libraryDir, 'originals');
    const originals = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 60);
    expect(originals).toHaveLength(KILLS);
    for (const name of originals) {
      const [version = '', ...kept] = readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1);
      const run = Number(/run (\d+)/.exec(version)?.[1]);
      expect(kept).toEqual(lines.slice(3, 3 + kept.length).map((line) => line.trimEnd()));
      expect(kept.length + 3).toBeGreaterThanOrEqual(committed[run] ?? Number.POSITIVE_INFINITY);
    }
  });
});

describe('commands over WebSocket', { timeout: 60_000 }, () => {
  test('need the secret and no Origin, and are answered as over TCP', async () => {
    const library = await open();
    const address = await addressOf(library, 'ocap');
    const refused = async (path: string, headers: Record<string, string> = {}): Promise<number> => {
      const socket = new WebSocket(`ws://${address}${path}`, { headers });
      const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
      socket.on('error', () => undefined);
      return response.statusCode;
    };
    const secret = encodeURIComponent(SECRET);
    expect(await refused('/api/v1/commands')).toBe(403);
    expect(await refused('/api/v1/commands?secret=wrong')).toBe(403);
    expect(await refused(`/api/v1/commands?secret=${secret}`, { origin: 'http://example.org' })).toBe(403);
    expect(await refused(`/api/v1/commands?secret=${secret}`, { host: 'example.org' })).toBe(421);
    expect(await refused(`/other?secret=${secret}`)).toBe(404);

    const socket = new WebSocket(`ws://${address}/api/v1/commands?secret=${secret}`);
    const got: string[] = [];
    socket.on('message', (data: Buffer) => got.push(...data.toString().split('\n').slice(0, -1)));
    await once(socket, 'open');
    const lines = await linesOf({ seed: 2, minutes: 1, units: 20 });
    socket.send(lines.slice(0, 5).join(''));
    for (const line of lines.slice(5)) socket.send(line.trimEnd());
    await until('the last commit', () => (got.includes(`{"committed":${lines.length}}`) ? true : null));
    expect(got.filter((line) => line.startsWith('["ok"'))).toHaveLength(lines.length);
    await until('the session', async () => ((await rows(library))[0]?.status === 'ready' ? true : null));
    socket.terminate();
  });
});

describe('/metrics', { timeout: 60_000 }, () => {
  test('counts commands, bytes and sessions in the text format of Prometheus', async () => {
    const library = await open();
    const game = await sender();
    const lines = await linesOf({ seed: 2, minutes: 1, units: 20 });
    await game.send(lines.slice(0, -1).join(''));
    await game.safe(lines.length - 1);
    const answer = await fetch(`http://${await addressOf(library, 'ocap')}/metrics`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await answer.text();
    const sample = /^[a-z_]+(?:\{[a-z_]+="(?:[^"\\\n]|\\.)*"(?:,[a-z_]+="(?:[^"\\\n]|\\.)*")*\})? [\d.e+-]+$/;
    for (const line of text.trimEnd().split('\n'))
      expect(line.startsWith('# HELP ') || line.startsWith('# TYPE ') || sample.test(line) || line === '').toBe(true);
    const value = (name: string): number =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')
          .at(-1),
      );
    const states = lines.filter((line) => line.startsWith('[":SOLDIER:STATE:"')).length;
    expect(value('sandtable_ocap_commands_processed_total{command=":SOLDIER:STATE:"}')).toBe(states);
    expect(value('sandtable_ocap_commands_dropped_total{command=":SOLDIER:STATE:"}')).toBe(0);
    expect(value('sandtable_ocap_bytes_total{route="tcp"}')).toBe(Buffer.byteLength(lines.slice(0, -1).join('')));
    expect(value('sandtable_ocap_live_sessions')).toBe(1);
    expect(value('sandtable_ocap_commit_lag_seconds_count')).toBeGreaterThan(0);
  });
});
