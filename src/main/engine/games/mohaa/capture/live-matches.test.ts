/** Matches while they are played: what is on the live page, that a live session equals the import of its log, and that nothing is lost when the engine dies. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from 'vitest';
import { paced, simulateBodies, type MohaaSimulation } from '../../../../../../simulators/mohaa/bodies.ts';
import { postBodies } from '../../../../../../simulators/mohaa/post.ts';
import type { LiveItem } from '../../../../../shared/engine-api.ts';
import type { JsonObject } from '../../../../../shared/session/model.ts';
import { createEngine, type Engine } from '../../../engine.ts';
import { parseBody } from '../dialect/body.ts';
import { allPayloads, ended, EVENTS_PATH, linesOf, listening, rows, until, type Listening } from './testing.ts';

const JSON_TYPE = 'application/json';
const dirs: string[] = [];
const engines: Engine[] = [];

afterEach(async () => {
  await Promise.all(engines.splice(0).map(async (engine) => await engine.close()));
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
});

function emptyDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'sandtable-mohaa-'));
  dirs.push(dir);
  return dir;
}

async function open(): Promise<Listening & { readonly library: string }> {
  const library = join(emptyDir(), 'library');
  const listener = await listening(library, { open: true });
  engines.push(listener.engine);
  return { ...listener, library };
}

function upwards(a: number, b: number): number {
  return a - b;
}

async function idle(libraryDir: string): Promise<Engine> {
  const engine = await createEngine({ libraryDir, desktop: false, captures: [] });
  engines.push(engine);
  await engine.recovered();
  return engine;
}

interface Compared {
  readonly head: object;
  readonly entities: readonly object[];
  readonly events: readonly object[];
  /** By entity and channel: what was sampled, however it was cut into chunks. */
  readonly tracks: Readonly<Record<string, readonly unknown[]>>;
}

interface Track {
  readonly entity: number;
  readonly channel: string;
  readonly t: readonly number[];
  readonly values: readonly unknown[];
}

/** What is the same of a session wherever it is kept. */
function comparable(lines: string): Compared {
  const objects = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonObject & { readonly kind: string });
  const tracks: Record<string, unknown[]> = {};
  for (const track of objects.filter(({ kind }) => kind === 'track') as unknown as readonly Track[]) {
    const all = (tracks[`${track.entity} ${track.channel}`] ??= []);
    for (const [i, time] of track.t.entries()) all.push([time, track.values[i]]);
  }
  const [head = {}] = objects.filter(({ kind }) => kind === 'session');
  return {
    head,
    entities: objects.filter(({ kind }) => kind === 'entity'),
    events: objects.filter(({ kind }) => kind === 'event'),
    tracks,
  };
}

describe('live matches', { timeout: 60_000 }, () => {
  const play: Readonly<Record<string, MohaaSimulation>> = {
    'the first tracker': { dialect: 'seed', matches: 2 },
    'lines, one id for all': { dialect: 'lines', matches: 2, faults: ['same', 'aliases'] },
    'of today, with everything that goes wrong': { matches: 3, faults: ['swap', 'garbage', 'crash', 'nul', 'strings'] },
  };

  test('three servers at once: each match equals the import of its log', async () => {
    const { engine, base, library } = await open();
    let least = 0;
    const playing = Object.entries(play).map(async ([server, options], i) => {
      least += options.matches ?? 1;
      const simulation = { minutes: 0.5, players: 3, bots: 1, seed: i + 1, server, token: `token ${i}`, ...options };
      for (const { body, contentType, token } of simulateBodies(simulation)) {
        const headers = { 'content-type': contentType, 'x-server-token': token };
        const { status } = await fetch(base + EVENTS_PATH, { method: 'POST', body: Buffer.from(body), headers });
        expect([202, 400]).toContain(status);
      }
    });
    await Promise.all(playing);
    await ended(engine);
    const live = await rows(engine);
    expect(live.length).toBeGreaterThanOrEqual(least);
    for (const { id, originalName } of live) {
      expect(originalName).toMatch(/\.ndjson\.gz$/);
      const { stored, original } = await linesOf(library, id);
      const compared = comparable(stored);
      expect(compared.events.length).toBeGreaterThan(0);
      expect(comparable(original)).toEqual(compared);
    }
    expect((await engine.verify(() => undefined)).problems).toEqual([]);
  });

  test('all are on the live page, and who watches sees what has been played so far, and what comes', async () => {
    const { engine, base } = await open();
    const played: number[] = [];
    const play = async (dialect: 'seed' | 'lines' | 'json', server: string): Promise<void> => {
      const simulation = { dialect, server, token: `token of ${server}`, minutes: 0.5, players: 3, bots: 1 };
      const { answers, events } = await postBodies(paced(simulateBodies(simulation), { speed: Infinity }), base, 0);
      expect(Object.keys(answers)).toEqual(['202']);
      played.push(events);
    };
    await play('json', 'one');
    const [watched] = await rows(engine);
    await Promise.all([play('seed', 'two'), play('lines', 'three')]);
    const [capture] = (await engine.client.call('capture.list', {})).filter(({ id }) => id === 'mohaa');
    expect(capture).toMatchObject({ phase: 'recording', message: '3 matches are being recorded.' });
    expect(capture?.sessions).toHaveLength(3);
    const all = await rows(engine);
    expect(all.map(({ status }) => status)).toEqual(['live', 'live', 'live']);
    expect(await (await fetch(`${base}/api/v1/stats/live`)).json()).toHaveLength(3);

    const abort = new AbortController();
    const items: LiveItem[] = [];
    const watching = engine.client
      .stream('sessions.follow', { id: watched?.id ?? '' }, (item) => void items.push(item), abort.signal)
      .catch(() => undefined);
    const opening = await until('an opening', () => items.find((item) => item.kind === 'opening') ?? null);
    expect(opening.kind === 'opening' && opening.detail.info.eventCount).toBeGreaterThan(50);
    const more = { type: 'chat', player_name: 'Watcher', message: 'hello', timestamp: 40, server_id: '' };
    const body = JSON.stringify([more, { ...more, timestamp: 45 }]);
    await fetch(base + EVENTS_PATH, { method: 'POST', body, headers: { 'x-server-token': 'token of one' } });
    await until('the chat', () => (items.some((item) => item.kind === 'delta' && item.events !== undefined) ? true : null));
    abort.abort();
    await watching;
    await ended(engine);
    const [own = 0, ...others] = played;
    expect((await rows(engine)).map((row) => row.events).toSorted(upwards)).toEqual([own + 2, ...others].toSorted(upwards));
  });
});

const LONG = process.env['SANDTABLE_LONG'] === '1';
const KILLS = LONG ? 20 : 2;

describe('kill -9 while servers post', () => {
  test(
    'everything that was answered is there, once',
    async () => {
      const dir = join(emptyDir(), 'library');
      const answered = new Set<string>();
      let unique = 0;
      for (let round = 0; round < KILLS; round++) {
        const child = spawn(process.execPath, [join(import.meta.dirname, 'testing.ts'), dir], { stdio: ['ignore', 'pipe', 'inherit'] });
        const [base] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
        const bodies = simulateBodies({ seed: round + 1, minutes: 60, players: 8, bots: 4, dialect: round % 2 === 0 ? 'json' : 'seed' });
        const most = 150 + 100 * (round % 5);
        let taken = 0;
        const send = async (): Promise<void> => {
          for (const { body, contentType, token } of bodies) {
            const marked = mark(body, contentType, () => `${round}-${unique++}`);
            const headers = { 'content-type': contentType, ...(token === '' ? {} : { 'x-server-token': token }) };
            const answer = await fetch(base + EVENTS_PATH, { method: 'POST', body: marked.body, headers }).catch(() => null);
            if (answer === null) return;
            expect(answer.status).toBe(202);
            for (const id of marked.ids) answered.add(id);
            if (++taken === most) child.kill('SIGKILL');
          }
        };
        await Promise.all(Array.from({ length: 8 }, send));
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      }
      const engine = await idle(dir);
      const all = await rows(engine);
      expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['recovered']));
      const kept = (await allPayloads(engine)).map(({ mark: id }) => id as string);
      expect(new Set(kept).size).toBe(kept.length);
      const there = new Set(kept);
      expect([...answered].filter((id) => !there.has(id))).toEqual([]);
      expect(answered.size).toBeGreaterThan(200 * KILLS);
      expect((await engine.verify(() => undefined)).problems).toEqual([]);
      expect(readdirSync(join(dir, 'captures'))).toEqual([]);
    },
    30_000 + 15_000 * KILLS,
  );
});

/** The body with a field in each event by which it is found again. */
function mark(body: Uint8Array, contentType: string, next: () => string): { readonly body: string; readonly ids: readonly string[] } {
  const ids: string[] = [];
  const text = Buffer.from(body).toString();
  const id = (): string => {
    ids.push(next());
    return ids.at(-1) ?? '';
  };
  if (!contentType.includes('json')) return { body: `${text}&mark=${id()}`, ids };
  return { body: JSON.stringify((JSON.parse(text) as readonly object[]).map((event) => ({ ...event, mark: id() }))), ids };
}

const BODIES = LONG ? 10_000 : 500;
/** Memory of everything, the test with its own copies too. In the short form matches are still being begun, each with buffers of its own. */
const MOST_GROWTH_MB = LONG ? 64 : 128;

describe('bodies that nobody meant', () => {
  test(
    `${BODIES} of them get the right status, and the listener lives and does not grow`,
    async () => {
      const { engine, base } = await open();
      const random = seeded(7);
      const seeds = [
        ...Array.from(simulateBodies({ dialect: 'seed', minutes: 0.2 }), ({ body }) => Buffer.from(body)).slice(0, 40),
        ...Array.from(simulateBodies({ dialect: 'lines', minutes: 0.5, faults: ['awkward'] }), ({ body }) => Buffer.from(body)).slice(
          0,
          20,
        ),
        ...Array.from(simulateBodies({ minutes: 0.5, faults: ['awkward', 'nul'] }), ({ body }) => Buffer.from(body)).slice(0, 20),
      ];
      const wrong: string[] = [];
      let sent = 0;
      let processed = 0;
      const memory: number[] = [];
      const send = async (): Promise<void> => {
        while (sent++ < BODIES) {
          if (sent % 10 === 0) memory.push(process.memoryUsage.rss() / 2 ** 20);
          const body = damaged(seeds[Math.floor(random() * seeds.length)] ?? Buffer.alloc(0), random);
          const headers = { 'content-type': random() < 0.5 ? JSON_TYPE : 'application/x-www-form-urlencoded', 'x-server-token': 'fuzz' };
          const answer = await fetch(base + EVENTS_PATH, { method: 'POST', body: new Uint8Array(body), headers });
          const text = await answer.text();
          const { events, isBatch, isDamaged } = parseBody(body);
          const isTaken = events.length > 0 || (isBatch && !isDamaged);
          const expected = isBatch ? { status: 'accepted', processed: events.length } : { status: 'accepted', type: events[0]?.nativeType };
          const isRight = isTaken
            ? answer.status === 202 && text === JSON.stringify(expected)
            : answer.status === 400 && /^\{"error":"(Missing event type|Invalid JSON)/.test(text);
          // Bodies that name another match each begin one each, and of those there may not be too many at once.
          if (answer.status === 429) continue;
          if (!isRight) wrong.push(`${answer.status} ${text} to ${body.toString('latin1').slice(0, 300)}`);
          processed += events.length;
        }
      };
      await Promise.all(Array.from({ length: 4 }, send));
      expect(wrong).toEqual([]);
      expect(processed).toBeGreaterThan(BODIES);
      // The least of the last quarter against that of the second: what was asked for is not given back at once.
      const quarter = Math.floor(memory.length / 4);
      const [before, after] = [quarter, 3 * quarter].map((from) => Math.min(...memory.slice(from, from + quarter))) as [number, number];
      expect(after - before).toBeLessThan(MOST_GROWTH_MB);
      await ended(engine);
      expect(await allPayloads(engine)).toHaveLength(processed);
      expect((await engine.verify(() => undefined)).problems).toEqual([]);
    },
    LONG ? 1_200_000 : 60_000,
  );
});

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** A body with bytes changed, cut, doubled, put in or left out. */
function damaged(body: Buffer, random: () => number): Buffer {
  const at = (): number => Math.floor(random() * (body.length + 1));
  const changed = Buffer.from(body);
  switch (Math.floor(random() * 7)) {
    case 0:
      for (let i = 0; i < 4 && changed.length > 0; i++) changed[at() % changed.length] = Math.floor(random() * 256);
      return changed;
    case 1:
      return changed.subarray(0, at());
    case 2:
      return changed.subarray(at());
    case 3:
      return Buffer.concat([changed, changed.subarray(at())]);
    case 4: {
      const place = at();
      return Buffer.concat([changed.subarray(0, place), Buffer.from('\0"}]&=%{[\n'), changed.subarray(place)]);
    }
    case 5:
      return Buffer.from(Array.from({ length: Math.floor(random() * 200) }, () => Math.floor(random() * 256)));
    default:
      return changed;
  }
}
