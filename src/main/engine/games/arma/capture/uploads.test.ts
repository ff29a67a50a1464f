/** Uploads as the extensions of all years send them, and who is turned away. */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postUpload, type UploadPart } from '../../../../../../simulators/arma/upload.ts';
import { writeOcap } from '../../../../../../simulators/arma/write-ocap.ts';
import { freePort } from '../../../../../../test/free-port.ts';
import type { Engine } from '../../../engine.ts';
import { addressOf, capturing, reopened, rows, SECRET, until } from './testing.ts';

let dir = '';
let libraryDir = '';
let engine: Engine | null = null;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sandtable-uploads-'));
  libraryDir = join(dir, 'library');
});
afterEach(async () => {
  await engine?.close();
  engine = null;
  rmSync(dir, { recursive: true, force: true });
});

async function open(settings: Readonly<Record<string, string | number | boolean>> = {}): Promise<string> {
  engine = await capturing(libraryDir, 'ocap', { port: 0, secret: SECRET, ...settings });
  return await addressOf(engine, 'ocap');
}

async function recording(seed: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await writeOcap((part) => Promise.resolve(void parts.push(Buffer.from(part))), { seed, minutes: 1, units: 12 });
  return Buffer.concat(parts);
}

async function send(address: string, parts: readonly UploadPart[], path = '/api/v1/operations/add') {
  return await postUpload(`http://${address}${path}`, parts);
}

const about: readonly UploadPart[] = [
  ['worldName', 'stratis'],
  ['missionName', 'Cold Harbour'],
  ['missionDuration', '60.000000'],
];

async function names(count: number): Promise<readonly string[]> {
  const found = await until(`${count} sessions`, async () => {
    const all = await rows(engine as Engine);
    return all.length >= count && all.every(({ status }) => status === 'ready') ? all : null;
  });
  return found.map(({ originalName }) => originalName);
}

describe('uploads', { timeout: 120_000 }, () => {
  test('the current extension: gzip, secret first, file last', async () => {
    const address = await open();
    expect(await (await fetch(`http://${address}/api/healthcheck`)).json()).toEqual({ status: 'ok' });
    const file = gzipSync(await recording(1));
    const parts: UploadPart[] = [
      ['secret', SECRET],
      ['filename', 'op_20260307_180000.json.gz'],
      ...about,
      ['tag', 'TvT'],
      ['file', file, 'op.json.gz'],
    ];
    expect(await send(address, parts)).toMatchObject({ status: 200, text: '' });
    expect(await names(1)).toEqual(['op_20260307_180000.json.gz']);
    // The same again is no second session.
    expect((await send(address, parts)).status).toBe(200);
    await until('the duplicate', async () => {
      const [capture] = (await (engine as Engine).client.call('capture.list', {})).filter(({ id }) => id === 'ocap');
      return capture?.message.includes('already') === true ? true : null;
    });
    expect(await rows(engine as Engine)).toHaveLength(1);
    expect(readdirSync(join(libraryDir, 'captures'))).toEqual([]);
  });

  test('the same file several times at once is one session', async () => {
    const address = await open();
    const parts: UploadPart[] = [
      ['secret', SECRET],
      ['filename', 'op.json'],
      ['file', await recording(6), 'op.json'],
    ];
    const answers = await Promise.all(Array.from({ length: 4 }, async () => await send(address, parts)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await until('no file that waits', () => (readdirSync(join(libraryDir, 'captures')).length === 0 ? true : null));
    expect(await rows(engine as Engine)).toHaveLength(1);
  });

  test('the older extension: plain JSON, file first, secret last', async () => {
    const address = await open();
    const file = await recording(2);
    const parts: UploadPart[] = [['file', file, 'op.gz'], ['filename', 'op.gz'], ...about, ['type', 'TvT'], ['secret', SECRET]];
    expect(await send(address, parts)).toMatchObject({ status: 200, text: '' });
    // What it is called does not say what it is.
    expect(await names(1)).toEqual(['op.json']);
  });

  test('any order, any spelling of the address, a path before it', async () => {
    const address = await open({ prefix: '/ocap/' });
    const paths = ['/ocap/api/v1/operations/add', '/ocap/v1/operations/add', '/ocap/api/api/v1/operations/add'];
    for (const [i, path] of paths.entries()) {
      const parts: UploadPart[] = [['secret', SECRET], ['filename', 'op.json'], ['file', await recording(10 + i), 'x'], ...about];
      const turned = [...parts.slice(i), ...parts.slice(0, i)];
      expect((await send(address, turned, path)).status).toBe(200);
    }
    expect((await send(address, [], '/api/v1/operations/add')).status).toBe(404);
    expect((await names(3)).length).toBe(3);
  });

  test('names are safe, and those of one name stay apart', async () => {
    const address = await open();
    const wild = ['../../etc/passwd', 'C:\\Windows\\a.json.gz', '..', `${'x'.repeat(500)}.json`, 'a\u0000b\n.json', 'unreadable-a.json'];
    for (const [i, filename] of wild.entries()) {
      expect(
        (
          await send(address, [
            ['secret', SECRET],
            ['filename', filename],
            ['file', await recording(20 + i), 'f'],
          ])
        ).status,
      ).toBe(200);
    }
    for (const name of await names(wild.length)) expect(name).toMatch(/^[\w][\w .-]{0,140}\.json$/);
  });

  test('a wrong secret, no file, no recording and no upload are refused, and leave nothing', async () => {
    const address = await open();
    const file = await recording(3);
    const wrong = ['', 'correct hors', 'correct horsf'];
    for (const secret of wrong) {
      expect(
        (
          await send(address, [
            ['secret', secret],
            ['file', file, 'a.json'],
          ])
        ).status,
      ).toBe(403);
      expect(
        (
          await send(address, [
            ['file', file, 'a.json'],
            ['secret', secret],
          ])
        ).status,
      ).toBe(403);
    }
    expect((await send(address, [['file', file, 'a.json']])).status).toBe(403);
    expect(
      (
        await send(address, [
          ['secret', SECRET],
          ['filename', 'a.json'],
        ])
      ).status,
    ).toBe(400);
    expect(
      (
        await send(address, [
          ['secret', SECRET],
          ['file', 'PNG', 'a.json'],
        ])
      ).status,
    ).toBe(400);
    expect((await fetch(`http://${address}/api/v1/operations/add`, { method: 'POST', body: 'x' })).status).toBe(400);
    // What came is thrown away after the answer.
    await until('an empty folder', () => (readdirSync(join(libraryDir, 'tmp')).length === 0 ? true : null));
    expect(readdirSync(join(libraryDir, 'captures'))).toEqual([]);
    expect(await rows(engine as Engine)).toEqual([]);
  });

  test('an upload that breaks off leaves nothing', async () => {
    const address = await open();
    const [host = '', port = ''] = address.split(':');
    const socket = connect(Number(port), host);
    const head =
      'POST /api/v1/operations/add HTTP/1.1\r\nHost: HOST\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n';
    socket.write(head.replace('HOST', address));
    const piece = `--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n{${'x'.repeat(10_000)}`;
    socket.write(`${piece.length.toString(16)}\r\n${piece}\r\n`);
    await until('the spooled file', () => (readdirSync(join(libraryDir, 'tmp')).length > 0 ? true : null));
    socket.destroy();
    await until('nothing', () => (readdirSync(join(libraryDir, 'tmp')).length === 0 ? true : null));
    expect(await rows(engine as Engine)).toEqual([]);
  });

  test('what was acknowledged and not imported yet is imported at the next start', async () => {
    const file = await recording(4);
    mkdirSync(join(libraryDir, 'captures'), { recursive: true });
    writeFileSync(join(libraryDir, 'captures', 'op.json'), file);
    engine = await reopened(libraryDir);
    expect(await names(1)).toEqual(['op.json']);
    expect(readdirSync(join(libraryDir, 'captures'))).toEqual([]);
  });

  test('a file that is no recording after all is kept for a person to look at', async () => {
    const address = await open();
    expect(
      (
        await send(address, [
          ['secret', SECRET],
          ['filename', 'a.json'],
          ['file', '{"broken": ', 'a.json'],
        ])
      ).status,
    ).toBe(200);
    const kept = join(libraryDir, 'captures', 'unreadable-a.json');
    await until('the file', () => (readdirSync(join(libraryDir, 'captures')).includes('unreadable-a.json') ? true : null));
    expect(readFileSync(kept, 'utf8')).toBe('{"broken": ');
    await until('a sentence', async () => {
      const [capture] = (await (engine as Engine).client.call('capture.list', {})).filter(({ id }) => id === 'ocap');
      return capture?.phase === 'trouble' && capture.message.startsWith('a.json could not be imported') ? true : null;
    });
  });
});

describe('strangers', { timeout: 120_000 }, () => {
  /** As a page of the web would ask: with the headers that browsers add by themselves. */
  async function ask(address: string, path: string, headers: Record<string, string>, method = 'GET') {
    const [host = '', port = ''] = address.split(':');
    const call = request({ host, port, path, method, headers });
    call.end();
    const [response] = (await once(call, 'response')) as [IncomingMessage];
    response.resume();
    return { status: response.statusCode, headers: response.headers };
  }

  test('a web page gets nothing from any route, and no leave to read', async () => {
    const address = await open();
    const port = address.split(':')[1] ?? '';
    const paths = ['/', '/api/healthcheck', '/metrics', '/api/v1/operations/add', '/api/v1/stream', '/nothing'];
    for (const path of paths) {
      for (const [method, headers, status] of [
        ['GET', { origin: 'https://example.org' }, 403],
        ['GET', { origin: `http://${address}` }, 403],
        ['GET', { origin: 'null' }, 403],
        ['POST', { origin: 'https://example.org', 'content-type': 'text/plain' }, 403],
        ['OPTIONS', { origin: 'https://example.org', 'access-control-request-method': 'POST' }, 403],
        ['GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
        ['GET', { host: 'rebound.example.org' }, 421],
        ['GET', { host: `rebound.example.org:${port}` }, 421],
        ['GET', { host: `127.0.0.1.example.org:${port}` }, 421],
        ['GET', { host: '127.0.0.1:1' }, 421],
      ] as const) {
        const answer = await ask(address, path, headers, method);
        expect([path, method, headers, answer.status]).toEqual([path, method, headers, status]);
        expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
    }
    expect((await ask(address, '/api/healthcheck', { host: `localhost:${port}` })).status).toBe(200);
  });

  test('without a secret it does not begin, unless somebody says so; a taken port is one sentence', async () => {
    await expect(capturing(libraryDir, 'ocap', { port: 0 })).rejects.toThrow(/^Make a secret first/);
    const address = await open({ secret: '', unsecured: true });
    expect((await send(address, [['file', await recording(5), 'a.json']])).status).toBe(200);
    const taken = Number(address.split(':')[1]);
    await expect(capturing(join(dir, 'other'), 'ocap', { port: taken, secret: SECRET })).rejects.toThrow(`Port ${taken} is taken; port `);
    await expect(capturing(join(dir, 'other'), 'ocap', { port: await freePort(), secret: SECRET, commandsPort: taken })).rejects.toThrow(
      `Port ${taken} is taken; port `,
    );
  });
});
