/**
 * How fast the listener for game servers takes events, against a bare HTTP server that reads the body and answers 202, under the same load on the same cores. What is
 * taken is written before it is answered. Bare and ours take turns, so that whatever else the machine does falls on both; what is measured is how they run once they are warm.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { simulateBodies, type MohaaSimulation } from '../simulators/mohaa/bodies.ts';
import { ENGINE_V8_FLAG } from '../src/main/engine/v8-flags.ts';
import { load, type LoadReport } from './http-load.ts';
import type { Bench, Measure, Result } from './result.ts';
import { inTemporaryFolder } from './workspace.ts';

const ROUNDS = 3;
const ROUND_MS = 3000;
const WARM_MS = 4000;
const KEPT = 64;
const PER_ARRAY = 20;
/** Events that may wait where more are sent, so that most are turned away. */
const FULL_QUEUE = 100;
const MOST_GROWTH_MB = 60;
/** Committed, a second. */
const ARRAY_EVENTS = 20_000;

export const mohaaIngestBench: Bench = { name: 'mohaa-ingest', run: () => inTemporaryFolder('mohaa-ingest', run) };

async function run(folder: string): Promise<Result> {
  const measures: Measure[] = [];
  const single = { contentType: 'application/x-www-form-urlencoded', bodies: bodiesOf({ dialect: 'seed' }) };
  measures.push(await against('mohaa-ingest.keep-alive', `${folder}/kept`, 1 / 0.5, { ...single, connections: KEPT }));
  measures.push(await against('mohaa-ingest.one-client', `${folder}/one`, 1 / 0.4, { ...single, connections: 0 }));
  const server = await started('engine', `${folder}/arrays`);
  const arrays = { ...server, path: PATH, contentType: 'application/json', bodies: arraysOf(), connections: KEPT };
  await load({ ...arrays, ms: WARM_MS });
  const report = await load({ ...arrays, ms: ROUNDS * ROUND_MS });
  await server.stop();
  const rate = (report.accepted * PER_ARRAY) / report.seconds;
  measures.push({
    name: 'mohaa-ingest.arrays',
    kind: 'time',
    value: ARRAY_EVENTS / rate,
    unit: 'x',
    limit: 1,
    figures: { eventsPerSecond: rate, p50Ms: report.p50Ms, p99Ms: report.p99Ms, refused: report.others },
  });
  measures.push(await fullQueue(`${folder}/full`, arrays.bodies));
  return { measures, skipped: [] };
}

/** More than it can take: what it answers is 429 at once, and its memory does not grow with what it turns away. */
async function fullQueue(libraryDir: string, bodies: readonly Uint8Array[]): Promise<Measure> {
  const server = await started('engine', libraryDir, FULL_QUEUE);
  const sent = { ...server, path: PATH, contentType: 'application/json', bodies, connections: KEPT };
  await load({ ...sent, ms: 2 * WARM_MS });
  const before = server.memory();
  const report = await load({ ...sent, ms: ROUNDS * ROUND_MS });
  const after = server.memory();
  await server.stop();
  return {
    name: 'mohaa-ingest.full-queue',
    kind: 'memory',
    value: after - before,
    unit: 'MB',
    limit: MOST_GROWTH_MB,
    figures: { taken: report.accepted, refused: report.others, p99Ms: report.p99Ms, before, after },
  };
}

const PATH = '/api/v1/ingest/events';

interface Sent {
  readonly contentType: string;
  readonly bodies: readonly Uint8Array[];
  readonly connections: number;
}

/** How many times faster the bare server is. */
async function against(name: string, libraryDir: string, limit: number, sent: Sent): Promise<Measure> {
  const servers = [await started('bare', ''), await started('engine', libraryDir)] as const;
  const reports: [LoadReport[], LoadReport[]] = [[], []];
  const cpu: [number, number] = [0, 0];
  for (const server of servers) await load({ ...server, ...sent, path: PATH, ms: WARM_MS });
  for (let round = 0; round < ROUNDS; round++) {
    for (const i of [0, 1] as const) {
      const before = await servers[i].cpu();
      reports[i].push(await load({ ...servers[i], ...sent, path: PATH, ms: ROUND_MS }));
      cpu[i] += (await servers[i].cpu()) - before;
    }
  }
  for (const server of servers) await server.stop();
  const accepted = reports.map((rounds) => sum(rounds, (one) => one.accepted));
  const [bare = 0, ours = 0] = reports.map((rounds, i) => (accepted[i] ?? 0) / sum(rounds, ({ seconds }) => seconds));
  const [bareCpu = 0, oursCpu = 0] = cpu.map((time, i) => time / (accepted[i] ?? 0));
  const [last] = reports[1].slice(-1);
  return {
    name,
    kind: 'ratio',
    value: bare / ours,
    unit: 'x',
    limit,
    figures: {
      barePerSecond: bare,
      oursPerSecond: ours,
      share: ours / bare,
      bareCpuPerPostUs: bareCpu,
      oursCpuPerPostUs: oursCpu,
      p50Ms: last?.p50Ms ?? Number.NaN,
      p99Ms: last?.p99Ms ?? Number.NaN,
      refused: sum(reports[1], ({ others }) => others),
    },
  };
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}

/** An hour of a busy server. */
function bodiesOf(options: MohaaSimulation): readonly Uint8Array[] {
  return Array.from(simulateBodies({ minutes: 10, players: 16, bots: 8, ...options }), ({ body }) => body);
}

function arraysOf(): readonly Uint8Array[] {
  const events = bodiesOf({ dialect: 'json' }).flatMap((body) => JSON.parse(Buffer.from(body).toString()) as readonly object[]);
  const arrays: Uint8Array[] = [];
  for (let i = 0; i + PER_ARRAY <= events.length; i += PER_ARRAY) arrays.push(Buffer.from(JSON.stringify(events.slice(i, i + PER_ARRAY))));
  return arrays;
}

interface Started {
  readonly address: string;
  /** Resident, MB. */
  memory(): number;
  /** Of the processor, all threads together, microseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** As `serve` runs the engine. */
async function started(what: 'bare' | 'engine', libraryDir: string, queue?: number): Promise<Started> {
  const script = fileURLToPath(new URL('./children/mohaa-ingest-child.ts', import.meta.url));
  const flags = what === 'engine' ? [ENGINE_V8_FLAG] : [];
  const words = [script, what, libraryDir, ...(queue === undefined ? [] : [String(queue)])];
  const child = spawn(process.execPath, [...flags, ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const [address] = (await once(lines, 'line')) as [string];
  return {
    address,
    cpu: async () => {
      child.stdin.write('\n');
      const [time] = (await once(lines, 'line')) as [string];
      return Number(time);
    },
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    stop: async () => {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
