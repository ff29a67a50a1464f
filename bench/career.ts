/**
 * Career statistics over a library of many matches: ten million events with `--long`, else a tenth of that. A few matches of the simulator are read and counted as an import
 * does it; copies of them, with other people, places and days, go through the library's real writer. Then: bytes, how fast matches go in against a library that
 * has none, and how long each question takes.
 */
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeMohaaLog } from '../simulators/mohaa/write-log.ts';
import { MemorySource } from '../src/main/engine/byte-source.ts';
import type { CareerQuestion } from '../src/main/engine/career/career-handlers.ts';
import { CareerReads } from '../src/main/engine/career/career-reads.ts';
import type { SessionPerson, SessionRows } from '../src/main/engine/career/rows.ts';
import { packCareer, unpackRows, type NewCareer } from '../src/main/engine/career/session-career.ts';
import { mohaaAdapter } from '../src/main/engine/games/mohaa/adapter.ts';
import { mohaaCareer } from '../src/main/engine/games/mohaa/career/provider.ts';
import { finishedSession } from '../src/main/engine/library/finished-session.ts';
import { Library } from '../src/main/engine/library/library.ts';
import { openLibraryReader } from '../src/main/engine/library/schema.ts';
import { readRecording } from '../src/main/engine/read-recording.ts';
import type { SessionPart } from '../src/main/engine/session-target.ts';
import { SessionWriter } from '../src/main/engine/session-writer.ts';
import { zstd } from '../src/main/engine/zstd.ts';
import { mohaaRouteTimes } from './mohaa-routes.ts';
import { percentile, randomNumbers, timed } from './numbers.ts';
import type { Bench, BenchOptions, Measure, Result } from './result.ts';
import { inTemporaryFolder } from './workspace.ts';

const EVENTS = 10_000_000;
const MB_OF_TEN_MILLION = 2500;
const PEOPLE = 3000;
/** Of ten people one is a guest, somebody else in every match. */
const GUESTS = 0.1;
const MAPS = 12;
const SERVERS = 8;
const DAYS = 730;
const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 5, 30, 18);
/** Matches in a batch whose time is taken, and batches. */
const BATCH = 10;
const TURNS = 20;
const ROUNDS = 40;

interface Template {
  readonly parts: readonly Extract<SessionPart, { kind: 'chunk' | 'events' }>[];
  readonly whole: Parameters<typeof finishedSession>[0];
  readonly rows: SessionRows;
  readonly career: NewCareer;
  readonly bytes: number;
}

export const careerBench: Bench = { name: 'career', run: (options) => inTemporaryFolder('career', (folder) => run(folder, options)) };

async function run(folder: string, { long }: BenchOptions): Promise<Result> {
  const wanted = long ? EVENTS : EVENTS / 10;
  const library = await Library.open(folder, null);
  try {
    const templates = await playedMatches();
    const matches = await fill(library, templates, wanted);
    await library.write('settle', {});
    const { libraryBytes } = await library.read('stats', {});
    const questions = ask(library.folder.database);
    const heat = heatTime(library.folder.database);
    const rates = await inTurns(library, templates, join(folder, 'empty'));
    const [empty, full] = [percentile(rates.empty, 0.5), percentile(rates.full, 0.5)];
    const megabytes = libraryBytes / 1e6;
    const measures: Measure[] = [
      {
        name: 'career.size',
        kind: 'size',
        value: megabytes,
        unit: 'MB',
        limit: (MB_OF_TEN_MILLION * wanted) / EVENTS,
        figures: { events: wanted, bytesPerEvent: libraryBytes / wanted, people: PEOPLE },
      },
      {
        name: 'career.ingest',
        kind: 'ratio',
        // Time of the same matches: the other way round than the rate.
        value: full / empty,
        unit: 'x',
        limit: 1 / 0.8,
        figures: { emptyMs: empty, fullMs: full, matches, eventsPerSecond: (rates.events / full) * 1000 },
      },
      ...questions,
      heat,
      ...mohaaRouteTimes(library.folder.database, NOW),
    ];
    return { measures, skipped: long ? [] : ['ten million events (one million here): --long'] };
  } finally {
    await library.close();
  }
}

/** Counted and packed as an import does. */
async function playedMatches(): Promise<readonly Template[]> {
  const templates: Template[] = [];
  for (const [seed, dialect] of (['seed', 'json', 'lines'] as const).entries()) {
    const bytes: Uint8Array[] = [];
    const out = (piece: Uint8Array): Promise<void> => {
      bytes.push(piece);
      return Promise.resolve();
    };
    await writeMohaaLog(out, { seed: seed + 1, dialect, minutes: 4, players: 14, bots: 2, matches: 2 });
    let parts: SessionPart[] = [];
    let writer: SessionWriter | null = null;
    const { signal } = new AbortController();
    await readRecording(new MemorySource('bench.ndjson', Buffer.concat(bytes)), {
      adapters: [mohaaAdapter],
      signal,
      openSession: () => {
        parts = [];
        const own = parts;
        const target = { put: (part: SessionPart): Promise<void> => Promise.resolve(void own.push(part)) };
        writer = new SessionWriter({ target, signal, compression: zstd, tempDir: tmpdir(), career: mohaaCareer });
        return Promise.resolve(writer);
      },
      closeSession: async () => {
        const info = await writer?.finish();
        const career = writer?.career();
        if (info === undefined || career === undefined) throw new Error('nothing was counted');
        const last = <K extends SessionPart['kind']>(kind: K) =>
          parts.findLast((part): part is Extract<SessionPart, { kind: K }> => part.kind === kind);
        const stored = parts.filter((part): part is Template['parts'][number] => part.kind === 'chunk' || part.kind === 'events');
        templates.push({
          parts: stored,
          whole: {
            info,
            entities: last('entities')?.entities ?? [],
            strings: last('strings')?.strings ?? [],
            overview: last('overview')?.data ?? null,
            spark: Array.from({ length: 64 }, () => 1),
          },
          rows: unpackRows(career.packed),
          career,
          bytes: stored.reduce(
            (sum, part) => sum + (part.kind === 'chunk' ? part.data.length : part.columns.length + part.payloads.length),
            0,
          ),
        });
      },
    });
  }
  return templates;
}

/** How many matches. */
async function fill(library: Library, templates: readonly Template[], wanted: number): Promise<number> {
  const random = randomNumbers(7);
  const perMatch = templates.reduce((sum, { whole }) => sum + whole.info.eventCount, 0) / templates.length;
  const matches = Math.ceil(wanted / perMatch);
  for (let n = 0; n < matches; n += BATCH) await store(library, batchOf(templates, n, n / matches, random));
  return matches;
}

/** ms of each batch in a library without matches and in the one that is full, one after the other, so that whatever else the machine does falls on both. */
async function inTurns(
  full: Library,
  templates: readonly Template[],
  folder: string,
): Promise<{ empty: number[]; full: number[]; events: number }> {
  const random = randomNumbers(8);
  const empty = await Library.open(folder, null);
  const times = { empty: [] as number[], full: [] as number[], events: 0 };
  try {
    for (let round = 0; round < TURNS; round++) {
      const batch = batchOf(templates, round * BATCH, 1, random);
      times.events = batch.reduce((sum, { template }) => sum + template.whole.info.eventCount, 0);
      for (const [kind, library] of [['empty', empty] as const, ['full', full] as const]) {
        const start = performance.now();
        await store(library, batch);
        times[kind].push(performance.now() - start);
      }
    }
  } finally {
    await empty.close();
  }
  return times;
}

type Copy = ReturnType<typeof batchOf>[number];

/** `when`: 0 (two years ago) to 1. */
function batchOf(templates: readonly Template[], n: number, when: number, random: () => number) {
  return Array.from({ length: BATCH }, (_, i) => {
    const template = templates[(n + i) % templates.length] as Template;
    const startedAt = new Date(NOW - DAYS * DAY_MS + Math.round(when * DAYS * DAY_MS) - 3_600_000 + i * 1000).toISOString();
    const map = `dm/map${Math.floor(random() ** 2 * MAPS)}`;
    const server = `server-${Math.floor(random() ** 2 * SERVERS)}`;
    const rows = { ...template.rows, map, server, people: peopleOf(template.rows.people, random) };
    const career = { ...packCareer(template.career.version, rows, []), points: template.career.points };
    const info = { ...template.whole.info, startedAt, world: map, data: { ...template.whole.info.data, server } };
    return { template, session: { ...finishedSession({ ...template.whole, info }, template.bytes), career } };
  });
}

async function store(library: Library, batch: readonly Copy[]): Promise<void> {
  for (const { template, session } of batch) {
    const importId = randomUUID();
    const id = randomUUID();
    const sha256 = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
    await Promise.all([
      library.write('beginImport', { import: importId, sha256, name: 'bench.ndjson', bytes: 1, again: false }),
      library.write('beginSession', { import: importId, id, game: 'mohaa', format: 'mohaa-events' }),
      ...template.parts.map((part) => library.write('addPart', { import: importId, id, part })),
      library.write('finishSession', { import: importId, id, session }),
      library.write('completeImport', { import: importId }),
    ]);
  }
}

/** Others in every match, some much more often. */
function peopleOf(people: readonly SessionPerson[], random: () => number): readonly SessionPerson[] {
  const taken = new Set<number>();
  return people.map((person) => {
    if (person.bot) return person;
    let n = Math.floor(random() ** 2.5 * PEOPLE);
    while (taken.has(n)) n = Math.floor(random() * PEOPLE);
    taken.add(n);
    if (random() < GUESTS) return { ...person, scheme: 'guest', value: `unauth_${n % 64}/Guest ${n}`, isScoped: true, name: `Guest ${n}` };
    const isMember = n % 2 === 0;
    return {
      ...person,
      scheme: isMember ? 'smf' : 'name',
      value: isMember ? String(1000 + n) : `Player ${n}`,
      isScoped: false,
      name: `Player ${n}`,
    };
  });
}

/** One measure per kind of question: the 95th percentile over many different ones. */
function ask(database: string): readonly Measure[] {
  const db = openLibraryReader(database);
  const random = randomNumbers(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const { model } = mohaaCareer;
  const base = new CareerReads(db, model, NOW);
  const { maps, servers, weapons } = base.game();
  const ranked = model.stats.filter(({ unranked }) => unranked !== true).map(({ id }) => id);
  const ofWeapon = model.stats.filter(({ ofWeapon: formula }) => formula !== undefined).map(({ id }) => id);
  const best = base
    .leaderboard({ filter: { game: 'mohaa' }, stat: 'playtime', columns: [], offset: 0, limit: 500 })
    .rows.map(({ player }) => player.id);
  const matches = base.matches({ filter: { game: 'mohaa' }, offset: 0, limit: 500 })?.rows.map(({ id }) => id) ?? [];
  const game = { game: 'mohaa' };
  const filters = [
    () => game,
    () => ({ ...game, period: pick(['all', 'month', 'week', 'day'] as const) }),
    () => ({ ...game, from: '2025-03-10', to: '2026-02-20' }),
    () => ({ ...game, map: pick(maps).id }),
    () => ({ ...game, server: pick(servers).id, period: 'month' as const }),
    () => ({ ...game, map: pick(maps).id, server: pick(servers).id }),
    () => ({ ...game, bots: true }),
  ];
  const page = { offset: 0, limit: 100 };
  const questions: Readonly<Record<string, () => CareerQuestion>> = {
    leaderboard: () => ({ method: 'career.leaderboard', params: { filter: pick(filters)(), stat: pick(ranked), ...page } }),
    'weapon-board': () => ({
      method: 'career.leaderboard',
      params: {
        filter: { ...pick(filters)(), weapon: pick(weapons).id },
        stat: pick(ofWeapon),
        columns: ['kills', 'headshots', 'accuracy'],
        ...page,
      },
    }),
    player: () => ({ method: 'career.player', params: { filter: pick(filters)(), id: pick(best) } }),
    matches: () => ({ method: 'career.matches', params: { filter: pick(filters)(), player: pick(best), offset: 0, limit: 50 } }),
    match: () => ({ method: 'career.match', params: { id: pick(matches) } }),
    server: () => ({
      method: 'career.server',
      params: { filter: { ...game, server: pick(servers).id, period: pick(['all', 'month'] as const) } },
    }),
    overview: () => ({ method: 'career.overview', params: { filter: pick(filters)() } }),
    table: () => ({ method: 'career.table', params: { filter: pick(filters)(), dimension: pick(['weapon', 'map', 'body']) } }),
    compare: () => ({ method: 'career.compare', params: { filter: game, players: [best[0] ?? '', pick(best.slice(1))] } }),
    query: () => ({ method: 'career.query', params: { filter: pick(filters)(), dimension: 'map', stat: 'kills', limit: 50 } }),
    search: () => ({ method: 'career.search', params: { game: 'mohaa', text: `player ${Math.floor(random() * 300)}`, limit: 20 } }),
  };
  const measures = Object.entries(questions).map(([name, make]): Measure => {
    const times: number[] = [];
    const before = process.threadCpuUsage();
    for (let round = 0; round < ROUNDS + 3; round++) {
      const question = make();
      const ms = timed(() => new CareerReads(db, model, NOW).answer(question));
      if (round >= 3) times.push(ms);
    }
    const { user, system } = process.threadCpuUsage(before);
    // What it takes by itself, however busy the machine is.
    const cpuMs = (user + system) / 1000 / (ROUNDS + 3);
    return {
      name: `career.${name}`,
      kind: 'time',
      value: percentile(times, 0.95),
      unit: 'ms',
      limit: 10,
      figures: { median: percentile(times, 0.5), cpuMs },
    };
  });
  db.close();
  return measures;
}

/** Of the map with the most shots, brought to a million points. */
function heatTime(database: string): Measure {
  const db = openLibraryReader(database);
  const count = db.prepare<[], number>("SELECT sum(count) FROM career_points WHERE kind = 'movement'").pluck().get() ?? 0;
  const maps = db
    .prepare<[], { map: string; points: number }>(
      "SELECT map, sum(count) AS points FROM career_points JOIN career_sessions USING (session) WHERE kind = 'movement' GROUP BY map ORDER BY abs(sum(count) - 1000000)",
    )
    .all();
  const [best] = maps;
  const times: number[] = [];
  for (let round = 0; round < 7; round++) {
    const question = { filter: { game: 'mohaa', map: best?.map ?? '' }, kind: 'movement', team: 'allies' };
    times.push(timed(() => new CareerReads(db, mohaaCareer.model, NOW).heat(question)));
  }
  db.close();
  const points = best?.points ?? 0;
  // Of a million, however many there are.
  const value = percentile(times, 0.5) * (1_000_000 / Math.max(points, 1));
  return { name: 'career.heat', kind: 'time', value, unit: 'ms', limit: 100, figures: { points, all: count } };
}
