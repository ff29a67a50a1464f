/** For tests: a library with matches of simulated servers, and the REST API over it on a real socket. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MohaaSimulation } from '../../../../../../simulators/mohaa/bodies.ts';
import type { Truth } from '../../../../../../simulators/mohaa/truth.ts';
import { STARTED_AT, writeMohaaLog } from '../../../../../../simulators/mohaa/write-log.ts';
import type { JsonObject } from '../../../../../shared/session/model.ts';
import { IngestServer } from '../../../capture/ingest-server.ts';
import { createEngine, type Engine } from '../../../engine.ts';
import { libraryFolder } from '../../../library/folder.ts';
import type { LiveMatch, RouteContext } from './context.ts';
import { mohaaRoutes } from './plugin.ts';

const DAY_MS = 86_400_000;

/** One log: `daysAgo` its server was started. */
export interface Played extends MohaaSimulation {
  readonly daysAgo: number;
}

export interface MatchTruth {
  readonly played: Played;
  readonly map: string;
  /** Unix ms at which its first event arrived or so. */
  readonly about: number;
  readonly lines: readonly Truth[];
}

interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

export interface TestApi {
  readonly engine: Engine;
  readonly truth: readonly MatchTruth[];
  readonly address: string;
  /** What a tracker was taken to have said. */
  readonly taken: JsonObject[];
  live: readonly LiveMatch[];
  /** `path` below /api/v1. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>, method?: 'POST' | 'PUT'): Promise<Answered>;
  close(): Promise<void>;
}

export const TOKEN = 'a good token';

export async function playedApi(plays: readonly Played[]): Promise<TestApi> {
  const dir = mkdtempSync(join(tmpdir(), 'sandtable-routes-'));
  const engine = await createEngine({ libraryDir: join(dir, 'library'), desktop: false, captures: [] });
  const truth: MatchTruth[] = [];
  const handles: string[] = [];
  for (const [index, played] of plays.entries()) {
    const path = join(dir, `${index}.ndjson`);
    truth.push(...(await writeLog(path, played)));
    handles.push(engine.mint({ path, access: 'read', temporary: false }));
  }
  await engine.client.stream('import.files', { handles }, () => undefined);
  await counted(engine);
  return await served(engine, join(dir, 'library'), truth);
}

async function writeLog(path: string, played: Played): Promise<readonly MatchTruth[]> {
  const parts: Uint8Array[] = [];
  const lines: Truth[][] = [];
  await writeMohaaLog(
    (bytes) => {
      parts.push(bytes);
      return Promise.resolve();
    },
    played,
    (line) => (lines[line.match] ??= []).push(line),
  );
  // At the begin of a day of UTC, which is what periods go by: of today also when it is a minute old.
  const startedAt = Math.floor(Date.now() / DAY_MS - played.daysAgo) * DAY_MS;
  const log = Buffer.concat(parts).toString('utf8');
  writeFileSync(
    path,
    log.replace(/"receivedAt":(\d+)/g, (_, at: string) => `"receivedAt":${Number(at) - STARTED_AT + startedAt}`),
  );
  return lines.map((own) => {
    const begin = own.find((line) => line.kind === 'match');
    return { played, map: begin?.kind === 'match' ? begin.map : '', about: startedAt, lines: own };
  });
}

/** Statistics are counted a moment after an import. */
async function counted({ client }: Engine): Promise<void> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const games = await client.call('career.games', {});
    const game = games.find(({ game }) => game === 'mohaa');
    if (game !== undefined && game.pending === 0 && game.sessions > 0) return;
    if (performance.now() > deadline) throw new Error('the matches were not counted');
    await sleep(20);
  }
}

async function served(engine: Engine, libraryDir: string, truth: readonly MatchTruth[]): Promise<TestApi> {
  const taken: JsonObject[] = [];
  const context: RouteContext = {
    databasePath: libraryFolder(libraryDir).database,
    live: () => api.live,
    mayWrite: ({ headers }) => headers['x-server-token'] === TOKEN,
    claim: async (player) => {
      const { code, expiresAt } = await engine.client.call('career.claim', { game: 'mohaa', player });
      return { code, expiresAt: Date.parse(expiresAt) };
    },
    take: (_request, event) => {
      taken.push(event);
      return Promise.resolve();
    },
  };
  const server = await IngestServer.listen({ host: '127.0.0.1', port: 0, bodyLimit: 1024 * 1024 });
  await server.routes.register((app) => mohaaRoutes(app, context), { prefix: '/api/v1' });
  await server.open();
  const ask = async (method: string, path: string, headers: Readonly<Record<string, string>>, body?: string): Promise<Answered> => {
    const answer = await fetch(`http://${server.address}/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await answer.text();
    const type = answer.headers.get('content-type') ?? '';
    return { status: answer.status, type, body: type.startsWith('application/json') ? JSON.parse(text) : text };
  };
  const api: TestApi = {
    engine,
    truth,
    address: server.address,
    taken,
    live: [],
    get: (path, headers = {}) => ask('GET', path, headers),
    post: (path, body, headers = {}, method = 'POST') =>
      ask(method, path, { 'Content-Type': 'application/json', ...headers }, JSON.stringify(body)),
    close: async () => {
      await server.close();
      await engine.close();
    },
  };
  return api;
}
