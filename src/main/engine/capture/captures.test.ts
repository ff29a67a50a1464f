import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { STREAM_WINDOW, type CaptureState, type LiveItem, type SessionRow } from '../../../shared/engine-api.ts';
import { decodeChunk, type Chunk } from '../../../shared/session/chunk.ts';
import { decodeEvents, decodePayloads } from '../../../shared/session/event-block.ts';
import { latestIndex } from '../../../shared/session/sampler.ts';
import type { Engine } from '../engine.ts';
import { zstd } from '../zstd.ts';
import type { CaptureOfRun } from './captures.ts';
import { FAKE_CAPTURE, fakeEngine, LineClient } from './fake-engine.ts';

// Threads and processes start slowly on a busy machine; nothing here depends on how fast.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const open: Engine[] = [];
const clients: LineClient[] = [];

function emptyDir(): string {
  return mkdtempSync(join(tmpdir(), 'sandtable-capture-'));
}

async function started(dir = emptyDir(), captures: readonly CaptureOfRun[] | null = [FAKE_CAPTURE]): Promise<Engine> {
  const engine = await fakeEngine(dir, captures);
  open.push(engine);
  return engine;
}

async function stopped(engine: Engine): Promise<void> {
  open.splice(open.indexOf(engine), 1);
  await engine.close();
}

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const engine of Array.from(open)) await stopped(engine);
});

async function capture(engine: Engine): Promise<CaptureState> {
  const [state] = await engine.client.call('capture.list', {});
  if (state === undefined) throw new Error('there is no capture');
  return state;
}

async function lines(engine: Engine): Promise<LineClient> {
  const client = await LineClient.to((await capture(engine)).address ?? '');
  clients.push(client);
  return client;
}

async function rows(engine: Engine): Promise<readonly SessionRow[]> {
  return (await engine.client.call('sessions.list', { filter: {}, sort: 'oldest', offset: 0, limit: 100 })).rows;
}

/** Tries until it holds, for as long as the test may take. */
async function until<T>(what: () => Promise<T | false | null | undefined> | T | false | null | undefined): Promise<T> {
  for (;;) {
    const value = await what();
    if (value !== false && value !== null && value !== undefined) return value;
    await new Promise((resolve) => void setTimeout(resolve, 20));
  }
}

/** One who watches: what they were sent, and its end. */
function watched(engine: Engine, id: string): { items: LiveItem[]; ended: Promise<null>; stop: () => void } {
  const items: LiveItem[] = [];
  const abort = new AbortController();
  const ended = engine.client.stream('sessions.follow', { id }, (item) => void items.push(item), abort.signal);
  return { items, ended, stop: () => abort.abort() };
}

function eventsOf(items: readonly LiveItem[]): string[] {
  const from = items.findLastIndex(({ kind }) => kind === 'opening');
  return items.slice(Math.max(0, from)).flatMap(({ events }) => {
    if (events === undefined) return [];
    const { t } = decodeEvents(events.columns, zstd);
    return decodePayloads(events.payloads, zstd).map((data, i) => `${t[i]} ${JSON.stringify(data)}`);
  });
}

async function storedEvents(engine: Engine, id: string): Promise<string[]> {
  const { eventBlocks } = await engine.client.call('sessions.get', { id });
  const events: string[] = [];
  for (const { index } of eventBlocks) {
    const { t } = decodeEvents(await engine.client.call('events.columns', { id, index }), zstd);
    const data = decodePayloads(await engine.client.call('events.payloads', { id, index }), zstd);
    for (const [i, payload] of data.entries()) events.push(`${t[i]} ${JSON.stringify(payload)}`);
  }
  return events;
}

/** Every value at some moments, of everybody who exists. */
async function statesOf(engine: Engine, id: string): Promise<string[]> {
  const { info, chunks, strings, entities } = await engine.client.call('sessions.get', { id });
  const states: string[] = [];
  for (let i = 0; i <= 20; i++) {
    const t = Math.round((info.durationMs * i) / 20);
    const at: (Chunk | undefined)[] = [];
    for (const { layer, index, t0, t1 } of chunks)
      if (t0 <= t && t < t1) at[layer] = decodeChunk(await engine.client.call('chunks.read', { id, layer, index }), zstd);
    for (const entity of entities) {
      for (const { id: channel, layer, type, width, name } of info.channels) {
        const column = at[layer]?.columns[channel];
        const sample = column === undefined ? -1 : latestIndex(column, entity.id, t);
        if (column === undefined || sample < 0) continue;
        const values = Array.from(column.values.slice(sample * width, (sample + 1) * width));
        states.push(`${t} ${entity.nativeId} ${name} ${type === 'string' ? strings[values[0] ?? 0] : values.join()}`);
      }
    }
  }
  return states;
}

const MATCH = ['player Anna', 'player Bo', 'at 0 1 1', 'name 100 2 Bobby', 'hurt 200 1 70', 'at 1000 2 5'];

describe('a session that is recorded', () => {
  it('can be watched, and becomes an ordinary one that equals the import of its original', async () => {
    const dir = emptyDir();
    const engine = await started(dir);
    const client = await lines(engine);
    await client.send('begin Final', ...MATCH);
    const [row] = await until(async () => {
      const all = await rows(engine);
      return all[0]?.title === 'Final' && all;
    });
    expect(row).toMatchObject({ status: 'live', game: 'fake-live', originalName: 'Final.lines' });
    const id = row?.id ?? '';
    expect(await capture(engine)).toMatchObject({
      phase: 'recording',
      message: 'Recording Final.',
      sessions: [{ id, title: expect.any(String) }],
    });
    await expect(engine.client.call('sessions.delete', { ids: [id] })).rejects.toThrow(
      'Final is still being recorded; it can be deleted when',
    );
    await expect(engine.client.call('sessions.purge', { ids: [id] })).rejects.toThrow('still being recorded');
    await expect(engine.client.call('export.session', { id, format: 'ndjson', handle: null })).rejects.toThrow('still being recorded');
    await engine.client.call('sessions.update', { id, title: 'Grand final', favourite: true });

    const first = watched(engine, id);
    const [opening] = await until(() => first.items.length > 0 && first.items);
    expect(opening).toMatchObject({
      kind: 'opening',
      detail: { row: { id, status: 'live', title: 'Grand final' }, eventBlocks: [], chunks: [] },
    });
    // Enough for several chunks.
    await client.send('hurt 1100 2 40', 'run 2000 9000', 'gone 902000 1', 'at 903000 2 7');
    const second = watched(engine, id);
    await until(() => first.items.some((item) => item.kind === 'delta' && (item.sealed?.length ?? 0) > 0));
    await until(() => second.items.length > 0);
    const sealed = first.items.flatMap((item) => (item.kind === 'delta' ? (item.sealed ?? []) : []));
    for (const { layer, index, bytes } of sealed) expect(await engine.client.call('chunks.read', { id, layer, index })).toHaveLength(bytes);
    expect((await engine.verify(() => undefined)).sessions).toBe(0);

    await client.send('at 904000 2 8', 'end');
    await Promise.all([first.ended, second.ended]);
    await expect(watched(engine, id).ended).rejects.toThrow('no such session');
    const detail = await engine.client.call('sessions.get', { id });
    expect(detail.row).toMatchObject({
      status: 'ready',
      title: 'Grand final',
      favourite: true,
      events: 4,
      players: 2,
      durationMs: 904_000,
    });
    const events = await storedEvents(engine, id);
    expect(events).toHaveLength(4);
    expect(eventsOf(first.items)).toEqual(events);
    expect(eventsOf(second.items)).toEqual(events);
    expect(detail.chunks.slice(0, sealed.length).map(({ bytes }) => bytes)).toEqual(sealed.map(({ bytes }) => bytes));
    await until(async () => (await capture(engine)).counters['lines'] === MATCH.length + 7);
    expect(await capture(engine)).toMatchObject({ phase: 'waiting', sessions: [] });
    expect(readdirSync(join(dir, 'captures'))).toEqual([]);
    expect((await engine.verify(() => undefined)).problems).toEqual([]);

    const file = join(emptyDir(), 'Final.lines');
    const [sha = ''] = readdirSync(join(dir, 'originals'), { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 60);
    writeFileSync(file, readFileSync(join(dir, 'originals', sha)));
    const other = await started();
    const handle = other.mint({ path: file, access: 'read', temporary: false });
    await other.client.stream('import.files', { handles: [handle] }, () => undefined);
    const [imported] = await rows(other);
    expect(await storedEvents(other, imported?.id ?? '')).toEqual(events);
    expect(await statesOf(other, imported?.id ?? '')).toEqual(await statesOf(engine, id));
    // And it is known by its hash.
    const again = engine.mint({ path: file, access: 'read', temporary: false });
    const items: string[] = [];
    await engine.client.stream('import.files', { handles: [again] }, (item) => items.push(`${item.state} ${item.sessions.join()}`));
    expect(items.at(-1)).toBe(`duplicate ${id}`);
  });

  it('leaves nothing when nothing was recorded', async () => {
    const dir = emptyDir();
    const engine = await started(dir);
    const client = await lines(engine);
    await client.send('begin Nothing');
    const [row] = await rows(engine);
    expect(row).toMatchObject({ status: 'live', title: 'Nothing.lines' });
    const watching = watched(engine, row?.id ?? '');
    await client.send('end');
    await watching.ended;
    expect(await rows(engine)).toEqual([]);
    expect(readdirSync(join(dir, 'captures'))).toEqual([]);
    await expect(engine.client.call('sessions.get', { id: row?.id ?? '' })).rejects.toThrow('no such session');
  });

  it('is ended as it should be when the engine ends', async () => {
    const dir = emptyDir();
    const engine = await started(dir);
    await (await lines(engine)).send('begin Final', ...MATCH);
    await stopped(engine);
    const again = await started(dir);
    expect(await rows(again)).toMatchObject([{ status: 'ready', events: 2 }]);
  });

  it('goes on for all when one who watches falls behind or leaves', async () => {
    const engine = await started();
    const client = await lines(engine);
    await client.send('begin Final', ...MATCH);
    const id = (await rows(engine))[0]?.id ?? '';
    const page = fakePage(engine);
    page.send({ id: 1, method: 'sessions.follow', params: { id } });
    const leaving = watched(engine, id);
    const staying = watched(engine, id);
    await until(() => leaving.items.length > 0);
    leaving.stop();
    await leaving.ended;
    let t = 2000;
    // Until the page's window is full and the follower in the thread has noticed: it takes no more.
    await until(async () => {
      await client.send(`at ${(t += 10)} 1 ${t}`);
      return page.items.length === STREAM_WINDOW && staying.items.length > STREAM_WINDOW + 6;
    });
    expect(page.items.map(({ kind }) => kind)).toEqual(['opening', ...Array.from({ length: STREAM_WINDOW - 1 }, () => 'delta')]);
    page.send({ id: 1, ack: STREAM_WINDOW });
    await until(() => page.items.slice(1).some(({ kind }) => kind === 'opening'));
    await client.send('end');
    await until(() => {
      page.acknowledge();
      return page.ended;
    });
    await staying.ended;
    const events = await storedEvents(engine, id);
    expect(eventsOf(page.items)).toEqual(events);
    expect(eventsOf(staying.items)).toEqual(events);
    expect(leaving.items.length).toBeLessThan(staying.items.length);
  });
});

/** A page that acknowledges only when it is told to. */
function fakePage(engine: Engine): {
  items: LiveItem[];
  readonly ended: boolean;
  send: (message: unknown) => void;
  acknowledge: () => void;
} {
  const items: LiveItem[] = [];
  let hear: (message: unknown) => void = () => undefined;
  let ended = false;
  let acknowledged = 0;
  engine.connect({
    onMessage: (listener) => (hear = listener),
    onClose: () => undefined,
    send: (message) => {
      const reply = message as { item?: LiveItem; result?: null };
      if (reply.item !== undefined) items.push(reply.item);
      else ended = true;
    },
    close: () => undefined,
  });
  return {
    items,
    get ended() {
      return ended;
    },
    send: (message) => hear(message),
    acknowledge: () => {
      for (; acknowledged < items.length; acknowledged++) hear({ id: 1, ack: 1 });
    },
  };
}

describe('a capture', () => {
  it('is switched on and off by a person, who finds it as they left it', async () => {
    const dir = emptyDir();
    const engine = await started(dir, []);
    expect(await capture(engine)).toMatchObject({ enabled: false, phase: 'off', message: '', address: null, settings: {} });
    const abort = new AbortController();
    const phases: string[] = [];
    const following = engine.client.stream(
      'capture.follow',
      {},
      ({ captures }) => void phases.push(captures[0]?.phase ?? ''),
      abort.signal,
    );
    const on = await engine.client.call('capture.set', { id: 'fake-lines', enabled: true, settings: { port: 0 } });
    expect(on).toMatchObject({ enabled: true, phase: 'waiting', message: 'Waiting for lines.', settings: { port: 0 } });
    await until(() => phases.at(-1) === 'waiting');
    abort.abort();
    await following;
    expect(phases[0]).toBe('off');
    await stopped(engine);

    const none = await started(dir, null);
    expect(await capture(none)).toMatchObject({ phase: 'off' }); // the command line runs none
    await stopped(none);

    const again = await started(dir, []);
    await until(async () => (await capture(again)).address !== null);
    await (await lines(again)).send('begin Final', ...MATCH);
    const off = await again.client.call('capture.set', { id: 'fake-lines', enabled: false, settings: { port: 0 } });
    expect(off).toMatchObject({ enabled: false, phase: 'off', sessions: [], address: null });
    expect(await rows(again)).toMatchObject([{ status: 'ready' }]);
    await stopped(again);
    expect(await capture(await started(dir, []))).toMatchObject({ enabled: false, phase: 'off', settings: { port: 0 } });
  });

  it('says in a sentence what does not fit and what is taken', async () => {
    const dir = emptyDir();
    const engine = await started();
    const port = Number((await capture(engine)).address?.split(':')[1]);
    const other = await started(dir, []);
    const set = (settings: Record<string, string | number>) =>
      other.client.call('capture.set', { id: 'fake-lines', enabled: true, settings });
    await expect(set({ port: 70_000 })).rejects.toThrow('The port is at most 65535.');
    await expect(set({ port })).rejects.toThrow(`Port ${port} is taken.`);
    await expect(other.client.call('capture.set', { id: 'other', enabled: true, settings: {} })).rejects.toThrow(
      'There is no such capture.',
    );
    expect(await capture(other)).toMatchObject({ enabled: false, phase: 'off' });
    await expect(started(emptyDir(), [{ id: 'fake-lines', settings: { port } }])).rejects.toThrow(`Port ${port} is taken.`);
    await stopped(engine);
    await set({ port });
    await stopped(other);
    const taker = await started(emptyDir(), [{ id: 'fake-lines', settings: { port } }]);
    const late = await started(dir, []);
    await until(async () => (await capture(late)).phase === 'trouble');
    expect(await capture(late)).toMatchObject({ enabled: true, phase: 'trouble', message: `Port ${port} is taken.` });
    await stopped(taker);
    expect(await late.client.call('capture.set', { id: 'fake-lines', enabled: true, settings: { port } })).toMatchObject({
      phase: 'waiting',
    });
  });

  it.each(['throw', 'exit'])('that ends by a fault (%s) loses nothing, and can be switched on again', async (fault) => {
    const dir = emptyDir();
    const engine = await started(dir);
    const client = await lines(engine);
    await client.send('begin Final', ...MATCH, 'match Rematch', 'player Carl', 'at 500 1 9');
    const [row] = await rows(engine);
    const id = row?.id ?? '';
    const watching = watched(engine, id);
    client.post(fault);
    await watching.ended;
    await until(async () => (await capture(engine)).phase === 'trouble');
    expect(await capture(engine)).toMatchObject({
      enabled: true,
      sessions: [],
      message: expect.stringContaining('what it had recorded is kept'),
    });
    await engine.recovered();
    const after = await rows(engine);
    expect(after.map(({ title, status }) => `${title} ${status}`).toSorted()).toEqual(['Final recovered', 'Rematch recovered']);
    expect(after.find(({ title }) => title === 'Final')).toMatchObject({ id, events: 2, originalName: 'Final.lines' });
    expect((await engine.verify(() => undefined)).problems).toEqual([]);
    expect(readdirSync(join(dir, 'captures'))).toEqual([]);
    await engine.client.call('capture.set', { id: 'fake-lines', enabled: true, settings: {} });
    await (await lines(engine)).send('begin Third', ...MATCH, 'end');
    expect(await rows(engine)).toHaveLength(3);
  });

  it('hands files to the importer', async () => {
    const engine = await started();
    const client = await lines(engine);
    const path = join(emptyDir(), 'given');
    writeFileSync(path, ['LIVE Given', ...MATCH, ''].join('\n'));
    expect(await client.send(`import ${path}`)).toEqual([`import ${path} done 1`]);
    expect(await client.send(`import ${path}`)).toEqual([`import ${path} duplicate 1`]);
    expect(existsSync(path)).toBe(true);
    writeFileSync(path, 'nothing');
    expect(await client.send(`import ${path}`)).toEqual([`import ${path} refused 0`]);
  });
});

const ROUNDS = process.env['SANDTABLE_LONG'] === '1' ? 20 : 2;

describe('kill -9 while sessions are recorded', () => {
  it(
    'loses nothing that was answered, and keeps the ids',
    async () => {
      const dir = emptyDir();
      let sent = 0;
      const expected: string[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const child = spawn(process.execPath, [join(import.meta.dirname, 'fake-engine.ts'), dir], { stdio: ['ignore', 'pipe', 'inherit'] });
        const [address] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
        const first = await LineClient.to(address);
        const second = await LineClient.to(address);
        await first.send(`begin First${round}`, 'player Anna', 'run 0 8000');
        await second.send(`begin Second${round}`, 'player Bo');
        const stop = 300 + 200 * (round % 3);
        for (let t = 900_000; first.safe.length < stop; t++, sent++) {
          first.post(`at ${t} 1 ${sent}`);
          second.post(`at ${t - 900_000} 1 ${sent}`);
          await until(() => first.underWay < 40);
        }
        const kills = (client: LineClient): string[] => client.safe.filter((line) => line.startsWith('at '));
        child.kill('SIGKILL');
        await once(child, 'exit');
        expected.push(...kills(first), ...kills(second));
        first.close();
        second.close();
      }
      const engine = await started(dir, []);
      await engine.recovered();
      const all = await rows(engine);
      const titles = Array.from({ length: ROUNDS }, (_, round) => [`First${round} recovered`, `Second${round} recovered`]).flat();
      expect(all.map(({ title, status }) => `${title} ${status}`).toSorted()).toEqual(titles.toSorted());
      const kept: string[] = [];
      for (const { id } of all)
        for (const event of await storedEvents(engine, id))
          kept.push((JSON.parse(event.slice(event.indexOf('{'))) as { line: string }).line);
      expect(new Set(kept).size).toBe(kept.length);
      const there = new Set(kept);
      expect(expected.filter((line) => !there.has(line))).toEqual([]);
      expect(expected.length).toBeGreaterThan(1000);
      expect((await engine.verify(() => undefined)).problems).toEqual([]);
      expect(readdirSync(join(dir, 'captures'))).toEqual([]);
    },
    30_000 * ROUNDS,
  );

  it('keeps aside what cannot be read, and forgets what is empty', async () => {
    const dir = emptyDir();
    const child = spawn(process.execPath, [join(import.meta.dirname, 'fake-engine.ts'), dir], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [address] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const client = await LineClient.to(address);
    await client.send('begin Head');
    child.kill('SIGKILL');
    await once(child, 'exit');
    client.close();
    const [id = ''] = readdirSync(join(dir, 'captures'));
    // What a kill right after an end leaves: the file of a session that is stored already, or was never.
    writeFileSync(join(dir, 'captures', 'deadbeef'), ['LIVE Orphan', ...MATCH, ''].join('\n'));
    writeFileSync(join(dir, 'captures', 'deadbee2'), '');
    const engine = await started(dir, []);
    await engine.recovered();
    expect((await rows(engine)).map(({ title, status }) => `${title} ${status}`)).toEqual(['Orphan ready']);
    expect(readdirSync(join(dir, 'captures'))).toEqual([`unreadable-${id}`]);
  });
});
