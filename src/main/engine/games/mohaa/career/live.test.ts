/** A match that is counted while it is recorded is counted as if its log had been imported, at every moment and in the end. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { writeMohaaLog } from '../../../../../../simulators/mohaa/write-log.ts';
import { decodeHeatPoints } from '../../../../../shared/career-heat.ts';
import type { JsonObject } from '../../../../../shared/session/model.ts';
import { Recording } from '../../../capture/live-recording.ts';
import { differenceOf } from '../../../career/career-check.ts';
import { CareerCounter, countSession } from '../../../career/career-counter.ts';
import type { SessionRows } from '../../../career/rows.ts';
import { LibrarySource } from '../../../library/library-source.ts';
import { Library } from '../../../library/library.ts';
import type { WriterOperations } from '../../../library/operations.ts';
import { emptyFolder, madeInfo } from '../../../library/testing.ts';
import { ThreadCaller } from '../../../library/thread-call.ts';
import { parseRecord } from '../log/log-record.ts';
import { MatchSplitter } from '../matches/match-splitter.ts';
import { SessionBuilder } from '../session/session-builder.ts';
import { readLog } from '../test-sessions.ts';
import { COUNTERS } from './counters.ts';
import { readMoments } from './moments.ts';
import { mohaaCareer } from './provider.ts';

let library: Library | null = null;
afterEach(async () => {
  await library?.close();
  library = null;
});

const isOfPeople = (kind: string): boolean => kind === 'opponent';

/** Until what is stored is that; fails after a while with what is another. */
async function until(read: () => Promise<{ readonly rows: SessionRows } | null>, expected: SessionRows): Promise<void> {
  let other: string | null = 'nothing is counted';
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await pause(50)) {
    const stored = await read();
    other = stored === null ? 'nothing is counted' : differenceOf(stored.rows, expected, isOfPeople);
    if (other === null) return;
  }
  expect(other).toBeNull();
}

test('live equals import', { timeout: 90_000 }, async () => {
  const parts: Uint8Array[] = [];
  const out = (bytes: Uint8Array): Promise<void> => {
    parts.push(bytes);
    return Promise.resolve();
  };
  await writeMohaaLog(out, { dialect: 'json', minutes: 2, players: 6, bots: 2, matches: 1 });
  const log = Buffer.concat(parts);
  const [imported] = await readLog(log);
  if (imported === undefined) throw new Error('no session');
  const whole = (await countSession(imported, mohaaCareer)).rows(imported.info());

  const open = (library = await Library.open(emptyFolder(), null));
  const id = randomUUID();
  const recording = await Recording.begin({
    id,
    game: 'mohaa',
    format: 'mohaa-events',
    name: 'match.ndjson',
    packed: false,
    originalPath: join(open.folder.captures, id),
    tempDir: open.folder.tmp,
    writer: new ThreadCaller<WriterOperations>(open.portTo('writer')),
    career: mohaaCareer,
    onRefresh: () => undefined,
    onEnd: () => undefined,
    onFault: (error) => {
      throw error;
    },
  });
  const stored = (): Promise<{ readonly rows: SessionRows } | null> => open.read('sessionCareer', { id });
  const splitter = new MatchSplitter();
  let builder: SessionBuilder | null = null;
  const lines = log.toString('utf8').trim().split('\n');
  const half = Math.floor(lines.length / 2);
  const play = (some: readonly string[]): void => {
    for (const line of some) {
      const { events, receivedAt, server } = parseRecord(line);
      for (const event of events) {
        const placed = splitter.place(event, receivedAt, server);
        builder ??= new SessionBuilder(recording.sink, placed.match, 'mohaa-events');
        builder.add(placed);
      }
      builder?.settle();
    }
  };
  await recording.append(log);
  play(lines.slice(0, half));
  let seen: { readonly rows: SessionRows } | null = null;
  for (const deadline = Date.now() + 20_000; seen === null && Date.now() < deadline; await pause(50)) seen = await stored();
  expect(seen?.rows.people.length).toBeGreaterThan(0);
  expect(await open.read('careerProblems', {})).toEqual([]);
  // Where it happened is there too, for heatmaps.
  const question = { method: 'career.heat', params: { filter: { game: 'mohaa' }, kind: 'movement' } } as const;
  const places = (await open.read('career', { model: mohaaCareer.model, question })) as Uint8Array;
  expect(decodeHeatPoints(places).count).toBeGreaterThan(100);
  play(lines.slice(half));
  (builder as SessionBuilder | null)?.finish();
  await until(stored, whole);
  expect(await open.read('careerProblems', {})).toEqual([]);
  await recording.end();
  await until(stored, whole);
  const source = await LibrarySource.open((op, args) => open.read(op, args), id);
  if (source === null) throw new Error('the session is gone');
  await until(stored, (await countSession(source, mohaaCareer)).rows(source.info()));
  expect(await open.read('careerProblems', {})).toEqual([]);
});

/** Two people; counts what is told of them. */
function counting(): {
  readonly counter: CareerCounter;
  readonly tell: (t: number, nativeType: string, data?: JsonObject, by?: number) => void;
} {
  const people = new Map([
    [1, { kind: 'player', nativeId: 'A', name: 'A', data: { scheme: 'name' } }],
    [2, { kind: 'player', nativeId: 'B', name: 'B', data: { scheme: 'name' } }],
  ] as const);
  const counter = new CareerCounter(mohaaCareer, (id) => people.get(id as 1 | 2) ?? { kind: 'object', nativeId: '' });
  return {
    counter,
    tell: (t, nativeType, data = {}, by = 1) =>
      counter.event({
        t,
        type: nativeType === 'kill' ? 'kill' : 'custom',
        nativeType,
        actor: by,
        target: 3 - by,
        weapon: 'BAR',
        data: { type: nativeType, ...data },
      }),
  };
}

test('events that come too late are counted in their place at the end', () => {
  const { counter, tell } = counting();
  tell(1000, 'kill');
  tell(3000, 'kill');
  expect(counter.isOutOfOrder).toBe(false);
  tell(2000, 'kill', {}, 2);
  expect(counter.isOutOfOrder).toBe(true);
});

test('a headshot counts once, whether the kill says so, an event of its own, or both', () => {
  const { counter, tell } = counting();
  tell(1000, 'kill', { hit: 'head', hitloc: 'head' });
  tell(1000, 'headshot');
  tell(9000, 'kill');
  tell(9000, 'headshot');
  tell(9000, 'headshot');
  tell(20_000, 'kill', { hit: 'left leg', hitloc: 'l_leg' });
  tell(20_000, 'headshot');
  tell(30_000, 'kill');
  tell(35_000, 'headshot');
  const { people, counts, details } = counter.rows(madeInfo());
  const killer = people.findIndex(({ name }) => name === 'A');
  expect(counts[killer]?.[COUNTERS.indexOf('kills')]).toBe(4);
  expect(counts[killer]?.[COUNTERS.indexOf('headshots')]).toBe(2);
  expect(details.find(({ person, kind, key }) => person === killer && kind === 'weapon' && key === 'BAR')?.counts).toEqual([4, 0, 0, 2]);
  expect(readMoments(counter.moments()?.columns ?? {}).map(({ hitLocation }) => hitLocation)).toEqual(['head', 'head', 'l_leg', '']);
});
