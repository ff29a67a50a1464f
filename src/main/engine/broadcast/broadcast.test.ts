import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type RequestOptions } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { freePort } from '../../../../test/free-port.ts';
import { presentation, type OverlayMessage, type Presentation } from '../../../shared/broadcast.ts';
import { Broadcast } from './broadcast.ts';

const dir = mkdtempSync(join(tmpdir(), 'sandtable-broadcast-'));
mkdirSync(join(dir, 'broadcast'));
mkdirSync(join(dir, 'assets'));
writeFileSync(join(dir, 'index.html'), '<!doctype html><title>the app</title>');
writeFileSync(join(dir, 'broadcast', 'overlay.html'), '<!doctype html><title>an overlay</title>');
writeFileSync(join(dir, 'assets', 'overlay-abc.js'), 'export {};');

const SHOWN: Presentation = presentation.parse({
  session: { id: '01234567', title: 'Final', game: 'Echo VR' },
  clock: { time: '1:02', total: '9:58', live: false, clocks: [{ label: 'Game', value: '04:18' }] },
  scoreboard: {
    left: { name: 'Orange', colour: 'orange', points: '4' },
    right: { name: 'Blue', colour: 'blue', points: '6' },
    clock: '04:18',
    status: 'playing',
  },
  tallies: [],
  feed: [{ seq: 3, icon: 'goal', parts: [{ text: 'Nova', colour: 'blue' }], detail: '' }],
  card: null,
  map: { id: 1, aspect: 2, dots: 'AAAA', colours: ['blue'] },
});

/** The library's settings, without a library. */
function shelf(): { readonly values: Map<string, string>; readonly library: ConstructorParameters<typeof Broadcast>[0] } {
  const values = new Map<string, string>();
  const library = {
    read: (_op: string, { name }: { name: string }) => Promise.resolve(values.get(name) ?? null),
    write: (_op: string, { name, value }: { name: string; value: string }) => Promise.resolve(void values.set(name, value)),
  } as unknown as ConstructorParameters<typeof Broadcast>[0];
  return { values, library };
}

const open: Broadcast[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((broadcast) => broadcast.close()));
});

async function onAir(): Promise<{ broadcast: Broadcast; values: Map<string, string>; port: number; token: string }> {
  const { values, library } = shelf();
  const broadcast = new Broadcast(library, dir);
  open.push(broadcast);
  await broadcast.start();
  expect(broadcast.state).toMatchObject({ on: false, address: null });
  const { address, token } = await broadcast.set(true, 0);
  return { broadcast, values, port: Number(new URL(address ?? '').port), token: token ?? '' };
}

function ask(port: number, path: string, options: RequestOptions = {}): Promise<{ status: number; body: string; csp: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, agent: false, ...options }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body, csp: String(response.headers['content-security-policy']) }),
      );
    });
    request.on('error', reject);
    request.end();
  });
}

/** What a page hears, or the status that it is refused with. */
function watch(port: number, path: string, origin = `http://127.0.0.1:${port}`, headers: Record<string, string> = {}) {
  const messages: OverlayMessage[] = [];
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { origin, headers });
  socket.on('message', (data: Buffer) => void messages.push(JSON.parse(data.toString()) as OverlayMessage));
  const status = new Promise<number>((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('error', () => undefined);
  });
  const closed = new Promise<number>((resolve) => void socket.on('close', resolve));
  return { socket, messages, status, closed };
}

describe('overlays', () => {
  it('show what is published, each its own part, and only changes', async () => {
    const { broadcast, port, token } = await onAir();
    const board = watch(port, `/overlay/scoreboard/live?key=${token}`);
    const map = watch(port, `/overlay/map/live?key=${token}`);
    await vi.waitFor(() => expect(board.messages).toEqual([{ kind: 'part', part: null }]));
    await vi.waitFor(() => expect(broadcast.state.watching).toMatchObject({ scoreboard: 1, map: 1, card: 0 }));

    broadcast.publish(SHOWN, { id: 1, image: 'data:image/webp;base64,AAAA' });
    broadcast.publish(SHOWN, null);
    broadcast.publish({ ...SHOWN, feed: [] }, null);
    await vi.waitFor(() => expect(map.messages).toHaveLength(3));
    expect(map.messages.slice(1)).toEqual([
      { kind: 'plan', plan: { id: 1, image: 'data:image/webp;base64,AAAA' } },
      { kind: 'part', part: SHOWN.map },
    ]);
    await vi.waitFor(() => expect(board.messages).toHaveLength(2));
    expect(board.messages[1]).toEqual({ kind: 'part', part: { board: SHOWN.scoreboard, tallies: [] } });
    expect(JSON.stringify(board.messages)).not.toContain('01234567'); // nothing that names the library's sessions

    const late = watch(port, `/overlay/map/live?key=${token}`);
    await vi.waitFor(() => expect(late.messages).toHaveLength(2));
    broadcast.publish(null, null);
    await vi.waitFor(() => expect(board.messages.at(-1)).toEqual({ kind: 'part', part: null }));
    board.socket.close();
    await vi.waitFor(() => expect(broadcast.state.watching.scoreboard).toBe(0));
  });

  it('are pages for who has the token, under the policy, and nothing else is served', async () => {
    const { port, token } = await onAir();
    const page = await ask(port, `/overlay/card?key=${token}`);
    expect([page.status, page.body.includes('an overlay'), page.csp.includes("default-src 'none'")]).toEqual([200, true, true]);
    expect((await ask(port, '/assets/overlay-abc.js')).status).toBe(200);
    expect((await ask(port, '/overlay/card?key=wrong')).status).toBe(403);
    expect((await ask(port, '/overlay/card')).status).toBe(403);
    for (const path of [
      '/',
      '/index.html',
      '/broadcast/overlay.html',
      '/api',
      '/upload',
      `/overlay/library?key=${token}`,
      '/assets/../index.html',
    ])
      expect([path, (await ask(port, path)).status]).toEqual([path, 404]);
    expect((await ask(port, `/overlay/card?key=${token}`, { method: 'POST' })).status).toBe(405);
  });

  it('turn hostile pages away, whatever they know', async () => {
    const { port, token } = await onAir();
    const path = `/overlay/scoreboard/live?key=${token}`;
    const page = `/overlay/scoreboard?key=${token}`;
    expect(await watch(port, path, 'https://evil.example').status).toBe(403);
    expect(await watch(port, path, `http://127.0.0.1:${port + 1}`).status).toBe(403);
    expect(await watch(port, path, 'null').status).toBe(403);
    expect(await watch(port, path, `http://evil.example:${port}`, { host: `evil.example:${port}` }).status).toBe(421);
    expect((await ask(port, page, { headers: { host: `evil.example:${port}` } })).status).toBe(421);
    expect((await ask(port, page, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await ask(port, '/assets/overlay-abc.js', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await ask(port, page, { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } })).status).toBe(403);
    expect(await watch(port, '/overlay/scoreboard/live').status).toBe(403);
    expect(await watch(port, `/overlay/scoreboard?key=${token}`).status).toBe(404);
  });

  it('only listen: a page that says something is cut off', async () => {
    const { port, token } = await onAir();
    const page = watch(port, `/overlay/clock/live?key=${token}`);
    expect(await page.status).toBe(101);
    page.socket.send('{}');
    expect(await page.closed).toBe(1008);
  });

  it('close when their token is revoked or renewed; only its hash is kept', async () => {
    const { broadcast, values, port, token } = await onAir();
    expect(values.get('broadcast')).not.toContain(token);
    const page = watch(port, `/overlay/clock/live?key=${token}`);
    expect(await page.status).toBe(101);
    const renewed = await broadcast.renew();
    expect(await page.closed).toBe(1008);
    expect(await watch(port, `/overlay/clock/live?key=${token}`).status).toBe(403);
    expect(await watch(port, `/overlay/clock/live?key=${renewed.token ?? ''}`).status).toBe(101);
    expect(await broadcast.revoke()).toMatchObject({ token: null, madeAt: null, on: true });
    expect((await ask(port, `/overlay/clock?key=${renewed.token ?? ''}`)).status).toBe(403);
    expect((await ask(port, '/overlay/clock?key=')).status).toBe(403);
  });

  it('are there again after a restart at the same addresses, which are then known to whoever copied them', async () => {
    const { library } = shelf();
    const first = new Broadcast(library, dir);
    await first.start();
    const port = await freePort();
    const { token } = await first.set(true, port);
    await first.close();
    const second = new Broadcast(library, dir);
    open.push(second);
    await second.start();
    expect(second.state).toMatchObject({ on: true, port, token: null });
    expect(second.state.madeAt).not.toBeNull();
    expect((await ask(port, `/overlay/clock?key=${token ?? ''}`)).status).toBe(200);
  });

  it('offer a free port when theirs is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const { library } = shelf();
    const broadcast = new Broadcast(library, dir);
    open.push(broadcast);
    const state = await broadcast.set(true, port);
    expect(state).toMatchObject({ on: false, address: null });
    expect(state.trouble).toContain(`Port ${port} is taken`);
    expect((await broadcast.set(true, state.freePort ?? 0)).address).toBe(`http://127.0.0.1:${state.freePort}`);
    taken.close();
  });

  it('serve nothing where nothing is built to be served', async () => {
    const broadcast = new Broadcast(shelf().library, null);
    await expect(broadcast.set(true, 0)).rejects.toThrow('Nothing is served from here.');
  });
});

describe('a presentation', () => {
  it('has a shape, and limits', () => {
    const is = (change: object): boolean => presentation.safeParse({ ...SHOWN, ...change }).success;
    expect(is({})).toBe(true);
    expect(is({ more: 1 })).toBe(false);
    expect(is({ feed: Array.from({ length: 7 }, () => SHOWN.feed[0]) })).toBe(false);
    expect(is({ map: { id: 1, aspect: 2, dots: '<script>', colours: [] } })).toBe(false);
    expect(is({ card: { name: 'x'.repeat(500) } })).toBe(false);
  });
});
