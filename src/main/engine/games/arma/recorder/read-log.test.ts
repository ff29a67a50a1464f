/** Command logs as recordings: the same operation as a v1 file gives the same session; several missions are several sessions. */
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { streamCommands, type StreamOptions } from '../../../../../../simulators/arma/stream-commands.ts';
import { writeOcap } from '../../../../../../simulators/arma/write-ocap.ts';
import { decodeChunk } from '../../../../../shared/session/chunk.ts';
import { latestValue } from '../../../../../shared/session/sampler.ts';
import { MemorySource } from '../../../byte-source.ts';
import { eventLines } from '../../../export/event-lines.ts';
import { statesAt } from '../../../export/state-lines.ts';
import { MemorySession } from '../../../memory-session.ts';
import { readRecording } from '../../../read-recording.ts';
import { SessionWriter } from '../../../session-writer.ts';
import { zstd } from '../../../zstd.ts';
import { armaAdapter } from '../adapter.ts';
import { writeOcap as exportOcap } from '../ocap/write.ts';
import { Dispatcher } from './dispatcher.ts';
import { line, missionArgs } from './drive.ts';
import { LineSplitter } from './line-splitter.ts';

const SYNTHETIC = join(import.meta.dirname, '../../../../../../../shared/data/arma/synthetic_callext_seed.jsonl');
const here = existsSync(SYNTHETIC);
if (!here) console.warn(`Skipped: the made-up command log (no ${SYNTHETIC}).`);

function writerInto(session: MemorySession): SessionWriter {
  return new SessionWriter({ target: session, compression: zstd, signal: new AbortController().signal, tempDir: tmpdir() });
}

async function read(bytes: Uint8Array, name = 'x.ocaplog'): Promise<MemorySession[]> {
  const sessions: MemorySession[] = [];
  let writer: SessionWriter | null = null;
  await readRecording(new MemorySource(name, bytes), {
    adapters: [armaAdapter],
    signal: new AbortController().signal,
    openSession: () => {
      const session = new MemorySession();
      sessions.push(session);
      return Promise.resolve((writer = writerInto(session)));
    },
    closeSession: async () => void (await writer?.finish()),
  });
  return sessions;
}

async function readOne(bytes: Uint8Array, name?: string): Promise<MemorySession> {
  const [session, ...more] = await read(bytes, name);
  if (session === undefined || more.length > 0) throw new Error('not one session');
  return session;
}

async function commands(options: StreamOptions = {}): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of streamCommands(options)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function file(): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  await writeOcap((bytes) => Promise.resolve(void pieces.push(bytes.slice())));
  return Buffer.concat(pieces);
}

/** Reproducible moments, ascending. */
function moments(durationMs: number): number[] {
  let state = 7;
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return Array.from({ length: 200 }, () => Math.floor(next() * (durationMs + 1))).toSorted((a, b) => a - b);
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** State lines without the session's own numbering, which follows the order of the source. */
async function states(session: MemorySession): Promise<unknown[]> {
  const names = new Map(session.entities().map(({ id, nativeId }) => [id, nativeId]));
  const lines = await collect(statesAt(session, moments(session.info().durationMs)));
  return lines.map(({ t, entities }) => ({
    t,
    entities: entities
      // Rockets are told when they have landed, in another order.
      .map(({ parent, ...rest }) => ({
        ...rest,
        id: 0,
        nativeId: rest.kind === 'projectile' ? '' : rest.nativeId,
        parent: parent === null ? null : names.get(parent),
      }))
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  }));
}

/** Events that a v1 file has, without what it leaves out of them. */
async function events(session: MemorySession): Promise<unknown[]> {
  const streamed = new Set(['chat', 'radio', 'ace3_unconscious']);
  return (await collect(eventLines(session)))
    .filter(({ nativeType }) => !streamed.has(nativeType))
    .map(({ actor, target, data, weapon, ...rest }) => {
      const { native, distance, ...more } = data ?? {};
      const { components: _components, flight: _flight, ...kept } = { native, distance, ...more } as Record<string, unknown>;
      const shot = rest.type === 'shot';
      return JSON.stringify({
        ...rest,
        actor: actor?.nativeId,
        target: target?.nativeId,
        weapon: shot ? null : weapon,
        data: shot ? null : kept,
      });
    })
    .toSorted();
}

/** Every change of what is drawn: name, time, place, direction, shape. */
async function drawn(session: MemorySession): Promise<unknown[]> {
  const { channels } = session.info();
  const index = (name: string): number => channels.findIndex((channel) => channel.name === name);
  const found = new Set<string>();
  for (const ref of session.chunks().filter(({ layer }) => layer === 0)) {
    const chunk = decodeChunk(await session.chunk(0, ref.index), zstd);
    for (const entity of session.entities().filter(({ kind }) => kind === 'marker' || kind === 'projectile')) {
      for (let t = ref.t0; t < ref.t1; t += 1000) {
        if ((latestValue(chunk, index('segment'), entity.id, t) ?? 0) === 0) continue;
        const shape = session.strings()[latestValue(chunk, index('shape'), entity.id, t) ?? 0];
        const heading = latestValue(chunk, index('heading'), entity.id, t);
        found.add([t, entity.kind, entity.name, entity.team, entity.className, heading, shape].join('|'));
      }
    }
  }
  return [...found].toSorted();
}

describe('the same operation as a v1 file and as commands', () => {
  test.each(['json', 'sqf'] as const)('%s quotes: states, events, markers and header', async (quotes) => {
    const [expected, actual] = [await readOne(await file(), 'op.json'), await readOne(await commands({ quotes }))];
    expect(actual.info().warnings).toEqual([]);
    expect(actual.info().partial).toBe(false);
    const { title, world, startedAt, durationMs, frames, entityCount, playerCount, result, clocks, space } = expected.info();
    expect(actual.info()).toMatchObject({ title, world, startedAt, durationMs, frames, entityCount, playerCount, result, clocks, space });
    expect(await states(actual)).toEqual(await states(expected));
    expect(await events(actual)).toEqual(await events(expected));
    expect(await drawn(actual)).toEqual(await drawn(expected));
    const channels = (session: MemorySession): string[] => session.info().channels.map(({ name }) => name);
    expect(channels(actual)).toEqual(expect.arrayContaining(channels(expected)));
  });

  test('the names of February 2026: units, vehicles and events', async () => {
    const [expected, actual] = [await readOne(await file(), 'op.json'), await readOne(await commands({ names: 'seed', quotes: 'sqf' }))];
    expect(actual.info().warnings).toEqual([]);
    expect(await events(actual)).toEqual(await events(expected));
    // That addon never said that somebody was gone.
    const gone = expected.entities().flatMap(({ nativeId, kind, lastT }) => (kind === 'player' && lastT < 500_000 ? [nativeId] : []));
    expect(gone).toHaveLength(1);
    const without = async (session: MemorySession): Promise<string> =>
      JSON.stringify(await states(session), (_key, value: unknown) =>
        typeof value === 'object' && value !== null && 'nativeId' in value && gone.includes(String(value.nativeId)) ? null : value,
      ).replaceAll(/null,|,null(?=\])/g, '');
    expect(await without(actual)).toBe(await without(expected));
  });

  test('exported as v1 and read again', async () => {
    const live = await readOne(await commands());
    const pieces: Uint8Array[] = [];
    const report = await exportOcap(live, (bytes) => Promise.resolve(void pieces.push(bytes)), new AbortController().signal);
    expect(report.warnings).toEqual([]);
    const again = await readOne(Buffer.concat(pieces), 'again.json');
    expect(await states(again)).toEqual(await states(live));
    expect(await events(again)).toEqual(await events(live));
    expect(await drawn(again)).toEqual(await drawn(live));
    expect(again.info().eventsByType).toEqual(live.info().eventsByType);
  });
});

test('a live stream in any pieces equals the import of its log', async () => {
  const bytes = await commands({ minutes: 4 });
  const live = new MemorySession();
  const writer = writerInto(live);
  const dispatcher = new Dispatcher({
    openStorage: () => Promise.resolve('memory'),
    beginMission: () => Promise.resolve(writer),
    endMission: () => Promise.resolve(''),
    callback: () => {},
  });
  const splitter = new LineSplitter();
  for (let at = 0, size = 1; at < bytes.length; at += size, size = (size * 7 + 3) % 9000) {
    splitter.push(bytes.subarray(at, at + size));
    while (splitter.next())
      await dispatcher.dispatch(splitter.bytes, splitter.start, splitter.end, (answer) => expect(answer).toMatch(/^\["ok"/));
    await writer.drain();
  }
  await writer.finish();
  const imported = await readOne(bytes);
  expect(await collect(statesAt(live, moments(240_000)))).toEqual(await collect(statesAt(imported, moments(240_000))));
  expect(await collect(eventLines(live))).toEqual(await collect(eventLines(imported)));
  expect(live.info()).toEqual(imported.info());
});

describe('logs', () => {
  const start = line('json', ':NEW:MISSION:', ...missionArgs());
  const ann = line('json', ':NEW:SOLDIER:', 1, 0, 'Ann', 'Alpha', '<WEST>', 1);
  const state = (frame: number): string => line('json', ':NEW:SOLDIER:STATE:', 0, [frame, 2, 3], 90, 1, 0, 'Ann', 1, 'Man', frame);
  const save = '[":SAVE:MISSION:",[]]';

  test('several missions, the last without an end', async () => {
    const log = [start, ann, state(1), save, start, ann, state(1), state(9), save, start, ann, state(4)].join('\n');
    for (const bytes of [Buffer.from(log), gzipSync(log)]) {
      const sessions = await read(bytes);
      expect(sessions.map((session) => [session.info().durationMs, session.info().partial])).toEqual([
        [0, false],
        [4000, false],
        [1500, true],
      ]);
    }
  });

  test('a log of the game, with other lines between', async () => {
    const printed = (name: string, list: string): string =>
      `18:00:01 "[OCAP] [EXT] >> Calling extension 'ocap_recorder' with command=${name}, args=${list.replaceAll('"', '""')}"`;
    const log = [
      'Exe timestamp: 2026/02/16 18:00:00',
      `18:00:00 ${start}`,
      '18:00:00 Server: ["x"] connected',
      printed(':NEW:SOLDIER:', '[1,0,"Ann","Alpha",WEST,1]'),
      printed(':NEW:SOLDIER:STATE:', '[0,[1,2,3],90,1,0,"Ann",1,"Man",2]'),
    ].join('\r\n');
    const session = await readOne(Buffer.from(log), 'server.rpt');
    expect(session.info()).toMatchObject({ title: 'Test "one"', warnings: [], frames: 2 });
    expect(session.entities()[1]).toMatchObject({ name: 'Ann', team: 'WEST', kind: 'player' });
  });

  test('refused, by name: no mission, no command', async () => {
    await expect(read(Buffer.from(`${ann}\n${state(1)}`))).rejects.toThrow(
      'x.ocaplog is a log of the recorder in which no mission begins (the first line that was refused: no mission is being recorded).',
    );
    await expect(read(Buffer.from('hello\nworld'))).rejects.toThrow('a text file that is not a recording');
  });

  test('a file that is cut anywhere is read up to there', async () => {
    const log = [start, ann, state(1), state(2), state(3)].join('\n');
    for (let cut = start.length + 1; cut < log.length; cut += 17) {
      const session = await readOne(Buffer.from(log.slice(0, cut)));
      expect(session.info().partial).toBe(true);
    }
  });
});

test.skipIf(!here)('the made-up log plays through: every command of it is in the session', async () => {
  const session = await readOne(readFileSync(SYNTHETIC), 'synthetic_callext_seed.jsonl');
  expect(session.info()).toMatchObject({
    title: 'synthetic_small',
    world: 'stratis',
    worldSize: 8192,
    startedAt: '2026-03-07T18:00:00.123Z',
    durationMs: 99_000,
    frames: 100,
    playerCount: 1,
    partial: false,
  });
  const lines = await collect(eventLines(session));
  expect(lines.map(({ t, type, actor, target, weapon }) => [t, type, actor?.name, target?.name, weapon])).toEqual([
    [0, 'join', 'Alpha Lead', undefined, null],
    [19_000, 'chat', 'Alpha Lead', undefined, null],
    [20_000, 'radio', 'Alpha Lead', undefined, null],
    [29_000, 'shot', 'Alpha Lead', undefined, 'MX 6.5 mm [6.5 mm 30Rnd]'],
    // Its victims were never created.
    [40_000, 'incapacitated', undefined, undefined, null],
    [62_000, 'kill', 'Alpha Lead', undefined, 'MX [6.5 mm 30Rnd]'],
    [62_000, 'note', 'Alpha Lead', undefined, null],
  ]);
  expect(session.info().warnings.map(({ code }) => code)).toEqual(['unknown-entity']);
  const [line1] = await collect(statesAt(session, [1000]));
  expect(line1?.entities).toMatchObject([
    { nativeId: '0', kind: 'player', nativePosition: [3002.1, 3001.4, 12.02], life: 'alive', team: 'WEST' },
    { nativeId: '6', kind: 'vehicle', nativePosition: [2508, 2604, 60] },
  ]);
  const marker = session.entities().find(({ kind }) => kind === 'marker');
  expect(marker).toMatchObject({
    name: 'OBJ Alpha',
    className: 'mil_objective',
    firstT: 0,
    data: { native: ['mil_objective', 'OBJ Alpha', 0, 99, -1, '004D99', -1, null, [1, 1], 'ICON', 'Solid'] },
  });
  expect(session.info().clocks.map(({ id }) => id)).toEqual(['utc', 'mission_date', 'mission_time']);
  expect(session.info().channels.map(({ name }) => name)).toEqual(expect.arrayContaining(['fps', 'stance', 'fuel']));
});
