/** Fetching recordings from a server, whatever that server does. */
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeOcap } from '../../../../simulators/arma/write-ocap.ts';
import type { ImportProgress } from '../../../shared/engine-api.ts';
import { createEngine, type Engine } from '../engine.ts';
import { serverAddress } from './remote-fetch.ts';

let dir = '';
let engine: Engine;
let servers: Server[] = [];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sandtable-remote-'));
  engine = await createEngine({ libraryDir: join(dir, 'library'), desktop: false });
});
afterEach(async () => {
  await engine.close();
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
  servers = [];
  rmSync(dir, { recursive: true, force: true });
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const OPERATIONS = [
  { id: 1, world_name: 'Altis', mission_name: 'Old', mission_duration: 1800.5, filename: 'old', date: '2025-01-02', tag: 'COOP' },
  {
    id: 2,
    world_name: 'stratis',
    mission_name: 'New & loud',
    mission_duration: 0.06,
    filename: 'new #1?.json.gz',
    date: '2026-03-07T18:00:00Z',
    tag: null,
  },
  { id: 3, mission_name: 'broken' },
];

async function ocapServer(file: Buffer): Promise<string> {
  return await serve((request, response) => {
    if (request.url === '/api/v1/operations') response.end(JSON.stringify(OPERATIONS));
    else if (request.url === `/data/${encodeURIComponent('new #1?.json.gz')}`) response.end(file);
    else if (request.url === '/data/old.json.gz') response.writeHead(302, { location: '/elsewhere/old' }).end();
    else if (request.url === '/elsewhere/old') response.end(file.subarray(0, 100));
    else response.writeHead(404).end();
  });
}

async function recording(): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await writeOcap((part) => Promise.resolve(void parts.push(Buffer.from(part))), { seed: 1, minutes: 1, units: 12 });
  return gzipSync(Buffer.concat(parts));
}

const list = (address: string) => engine.client.call('remote.list', { game: 'arma3', address });

async function fetched(address: string, id: string): Promise<readonly ImportProgress[]> {
  const items: ImportProgress[] = [];
  await engine.client.stream('remote.import', { game: 'arma3', address, id, name: 'It' }, (item) => void items.push(item));
  return items;
}

describe('recordings on a server', { timeout: 60_000 }, () => {
  test('are listed, newest first, and imported with progress', async () => {
    const address = await ocapServer(await recording());
    expect(await list(` http://${address}/ `)).toEqual([
      {
        id: 'new #1?.json.gz',
        title: 'New & loud',
        world: 'stratis',
        date: '2026-03-07T18:00:00Z',
        durationMs: null,
        players: null,
        tag: '',
      },
      { id: 'old', title: 'Old', world: 'altis', date: '2025-01-02', durationMs: 1_800_500, players: null, tag: 'COOP' },
    ]);
    const items = await fetched(address, 'new #1?.json.gz');
    expect(items[0]).toMatchObject({ file: 'It', step: 'Downloading', state: 'reading' });
    expect(items.at(-1)).toMatchObject({ state: 'done' });
    expect((await fetched(address, 'new #1?.json.gz')).at(-1)).toMatchObject({ state: 'duplicate' });
    // A redirect within the server is followed; what comes is cut short.
    expect((await fetched(address, 'old')).at(-1)?.state).toMatch(/refused|done/);
    await expect(fetched(address, '../../etc/passwd')).rejects.toThrow('not on this server');
    expect(readdirSync(join(dir, 'library', 'tmp'))).toEqual([]);
  });

  test('a server that is none, sends elsewhere or sends too much gets one sentence', async () => {
    const inner = await serve((_request, response) => response.end('[]'));
    const answers: Record<string, RequestListener> = {
      'not as such a server does': (_request, response) => response.end('<html>'),
      'not as such a server does (500)': (_request, response) => response.writeHead(500).end(),
      'has no list of operations': (_request, response) => response.end('{"a":1}'),
      // Another name of the same machine is another host: what a server may reach is not for it to choose.
      'sends on to another server': (_request, response) =>
        response.writeHead(302, { location: `http://${inner.replace('127.0.0.1', 'localhost')}/` }).end(),
      'sends on to another server; write': (_request, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'without end': (_request, response) => response.writeHead(302, { location: '/again' }).end(),
      'sends more than Sandtable takes': (_request, response) => {
        const much = Buffer.alloc(1024 * 1024, ' ');
        const more = (): void => {
          while (!response.destroyed && response.write(much));
        };
        response.on('drain', more);
        more();
      },
      'broke off': (_request, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('[');
        setTimeout(() => response.destroy(), 50);
      },
    };
    for (const [sentence, answer] of Object.entries(answers)) await expect(list(await serve(answer))).rejects.toThrow(sentence);
    const gone = await serve(() => undefined);
    servers.at(-1)?.close();
    await expect(list(gone)).rejects.toThrow(`${gone} gives no answer: nothing listens there.`);
    await expect(engine.client.call('remote.list', { game: 'chess', address: inner })).rejects.toThrow('not kept on servers');
  });

  test('addresses are those of the web', () => {
    expect(serverAddress('ocap.example.org').href).toBe('https://ocap.example.org/');
    expect(serverAddress('localhost:5000').href).toBe('http://localhost:5000/');
    expect(serverAddress(' http://a.example/ocap?x=1#y ').href).toBe('http://a.example/ocap/');
    for (const bad of ['', 'file:///etc/passwd', 'ftp://a.example', 'javascript:alert(1)', 'http://', 'http://me:secret@a.example'])
      expect(() => serverAddress(bad)).toThrow(/address/);
  });
});
