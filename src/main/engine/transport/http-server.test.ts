import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { decode, encode } from '@msgpack/msgpack';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startServing, type Serving } from '../entry-node.ts';
import { receiveUpload, UploadTooLarge } from './upload.ts';

// Threads and processes start slowly on a busy machine; nothing here depends on how fast.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let serving: Serving;
let port: number;
let home: string;
let cookie: string;

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A raw request: unlike fetch it may lie about Host and Origin, as an attacker's proxy or an old browser may. */
function ask(path: string, options: RequestOptions = {}, body?: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, agent: false, ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** 101 when the upgrade was accepted, else the status of its refusal. */
function upgrade(headers: Record<string, string>, path = '/api'): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('error', () => undefined);
  });
}

beforeAll(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'sandtable-serve-'));
  const rendererDir = join(dir, 'renderer');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Sandtable</title>');
  writeFileSync(join(rendererDir, 'assets', 'main-abc.js'), 'export {};');
  writeFileSync(join(dir, 'secret.txt'), 'not yours');
  serving = await startServing({ libraryDir: join(dir, 'library'), port: 0, rendererDir });
  port = Number(new URL(serving.address).port);
  home = `http://127.0.0.1:${port}`;
  const { headers } = await ask(new URL(serving.address).pathname + new URL(serving.address).search);
  cookie = (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
});

afterAll(async () => {
  await serving.close();
});

describe('the person who started it', () => {
  it('exchanges the printed address for a cookie that only this page gets, and a clean address', async () => {
    const { pathname, search } = new URL(serving.address);
    const reply = await ask(pathname + search);
    expect([reply.status, reply.headers.location]).toEqual([303, '/']);
    expect(reply.headers['set-cookie']?.[0]).toMatch(/^sandtable-\d+=[\w-]{32}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(reply.headers['set-cookie']?.[0]).not.toContain(new URL(serving.address).searchParams.get('secret'));
  });

  it('gets the app, with its policies', async () => {
    const page = await ask('/', { headers: { cookie } });
    expect([page.status, page.body]).toEqual([200, '<!doctype html><title>Sandtable</title>']);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(page.headers['access-control-allow-origin']).toBeUndefined();
    expect((await ask('/assets/main-abc.js', { headers: { cookie } })).headers['content-type']).toBe('text/javascript; charset=utf-8');
    for (const path of ['/none', '/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/assets/', '//secret.txt']) {
      expect((await ask(path, { headers: { cookie } })).status).toBe(404);
    }
    expect((await ask('/', { method: 'DELETE', headers: { cookie, origin: home } })).status).toBe(405);
  });

  it('talks to the engine', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/api`, { headers: { cookie, origin: home } });
    const answers: unknown[] = [];
    await new Promise<void>((resolve) => {
      socket.on('open', () => {
        socket.send(encode({ id: 1, method: 'hello', params: {} }));
        socket.send(encode({ id: 2, method: 'sessions.get', params: { id: 'deadbeef' } }));
      });
      socket.on('message', (data: Buffer) => {
        answers.push(decode(data));
        if (answers.length === 2) resolve();
      });
    });
    expect(answers[0]).toMatchObject({ id: 1, result: { library: 'library', desktop: false } });
    expect(answers[1]).toMatchObject({ id: 2, error: { code: 'missing' } });
    socket.terminate();
  });

  it('uploads a file and imports it by its handle', async () => {
    const reply = await ask(
      `/upload?name=${encodeURIComponent('../../shopping list.txt')}`,
      { method: 'POST', headers: { cookie, origin: home } },
      'eggs',
    );
    expect(reply.status).toBe(200);
    const { handle, name } = JSON.parse(reply.body) as { handle: string; name: string };
    expect(name).toBe('shopping list.txt');
    const items: unknown[] = [];
    await serving.engine.client.stream('import.files', { handles: [handle] }, (item) => items.push(item));
    expect(items.at(-1)).toMatchObject({
      file: 'shopping list.txt',
      state: 'refused',
      message: expect.stringMatching(/^This is a text file/),
    });
    expect(readdirSync(serving.engine.tmpDir)).toEqual([]);
  });
});

describe('a hostile web page', () => {
  const evil = 'http://evil.example';

  it('cannot read anything, whatever it sends along', async () => {
    for (const path of ['/', '/assets/main-abc.js', '/download/0b6e6f4e-0000-4000-8000-000000000000', '/api', '/none']) {
      expect((await ask(path)).status).toBe(401); // no cookie
      expect((await ask(path, { headers: { cookie: `sandtable-${port}=guessed` } })).status).toBe(401);
      expect((await ask(path, { headers: { cookie, origin: evil } })).status).toBe(403);
      expect((await ask(path, { headers: { cookie, origin: 'null' } })).status).toBe(403); // sandboxed frame
      expect((await ask(path, { headers: { cookie, origin: `http://127.0.0.1:${port + 1}` } })).status).toBe(403); // another server of this machine
      expect((await ask(path, { headers: { cookie, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' } })).status).toBe(403); // <img> there
      for (const host of [
        'rebound.evil.example',
        `rebound.evil.example:${port}`,
        `localhost:${port}`,
        '127.0.0.1',
        `127.0.0.1:${port + 1}`,
      ]) {
        expect((await ask(path, { headers: { cookie, host } })).status).toBe(421); // DNS rebinding
      }
    }
  });

  it('cannot guess the secret', async () => {
    for (const secret of ['', 'x', new URL(serving.address).searchParams.get('secret')?.slice(1) ?? '']) {
      const reply = await ask(`/?secret=${secret}`);
      expect([reply.status, reply.headers['set-cookie']]).toEqual([401, undefined]);
    }
    const { search } = new URL(serving.address);
    expect((await ask(`/${search}`, { headers: { origin: evil } })).status).toBe(403);
    expect((await ask(`/assets/main-abc.js${search}`)).status).toBe(401);
  });

  it('cannot upload by a form or a script', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const post = async (headers: Record<string, string>): Promise<number> =>
      (await ask('/upload?name=a.json', { method: 'POST', headers }, 'a=b')).status;
    expect(await post({ ...form, origin: evil })).toBe(403);
    expect(await post({ ...form, origin: evil, cookie })).toBe(403);
    expect(await post({ ...form, cookie })).toBe(403); // no Origin at all: no browser of today
    expect(await post({ ...form, origin: home })).toBe(401);
    expect((await ask('/upload', { method: 'OPTIONS', headers: { origin: evil, 'access-control-request-method': 'POST' } })).status).toBe(
      403,
    );
    expect(readdirSync(serving.engine.tmpDir)).toEqual([]);
  });

  it('cannot open a socket', async () => {
    expect(await upgrade({ origin: evil, cookie })).toBe(403);
    expect(await upgrade({ cookie })).toBe(403);
    expect(await upgrade({ origin: home })).toBe(401);
    expect(await upgrade({ origin: home, cookie, host: `rebound.evil.example:${port}` })).toBe(421);
    expect(await upgrade({ origin: home, cookie }, '/other')).toBe(404);
    expect(await upgrade({ origin: home, cookie })).toBe(101);
  });
});

describe('a page gone wrong', () => {
  it('ends its own connection and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, text) => {
        const socket = new WebSocket(`ws://127.0.0.1:${port}/api`, { headers: { cookie, origin: home } });
        socket.on('error', () => undefined);
        await new Promise<void>((resolve) => {
          socket.on('open', () => {
            socket.send(text ? 'hello' : bytes);
            socket.close();
          });
          socket.on('close', () => resolve());
        });
      }),
      { numRuns: 30 },
    );
    const deep = new WebSocket(`ws://127.0.0.1:${port}/api`, { headers: { cookie, origin: home } });
    deep.on('error', () => undefined);
    deep.on('open', () => deep.send(Buffer.alloc(900_000, 0x91)));
    await new Promise<void>((resolve) => void deep.on('close', () => resolve()));
    expect((await ask('/', { headers: { cookie } })).status).toBe(200);
  });
});

describe('an upload', () => {
  it('is refused beyond its limit, said or sent, and leaves nothing', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'sandtable-upload-'));
    const receive = async (parts: readonly Buffer[], declared?: number): Promise<unknown> => {
      const request = Object.assign(Readable.from(parts), {
        headers: declared === undefined ? {} : { 'content-length': String(declared) },
      });
      return await receiveUpload(request as unknown as IncomingMessage, new URL('http://x/upload'), dir, 1000).catch(
        (error: unknown) => error,
      );
    };
    expect(await receive([], 1001)).toBeInstanceOf(UploadTooLarge);
    expect(await receive([Buffer.alloc(600), Buffer.alloc(600)])).toBeInstanceOf(UploadTooLarge);
    expect(readdirSync(dir)).toEqual([]);
    expect(await receive([Buffer.alloc(1000)])).toMatchObject({ name: 'upload' });
  });
});

describe('a taken port', () => {
  it('is one sentence with a free one', async () => {
    const libraryDir = mkdtempSync(join(tmpdir(), 'sandtable-serve-'));
    await expect(startServing({ libraryDir, port, rendererDir: libraryDir })).rejects.toThrow(
      new RegExp(`^Port ${port} is taken; port \\d+ is free\\.$`),
    );
    expect(readdirSync(libraryDir)).toEqual([]);
  });
});

describe('the lock of a served library', () => {
  it('names its port', () => {
    const lock = JSON.parse(readFileSync(join(serving.engine.tmpDir, '..', 'library.lock'), 'utf8')) as { port: number };
    expect(lock.port).toBe(port);
  });
});
