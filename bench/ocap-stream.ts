/** The recorder of ArmA 3: commands over TCP until all are on disk, load included, and how far the live picture is behind the extension's stream. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { streamCommands } from '../simulators/arma/stream-commands.ts';
import { ENGINE_V8_FLAG } from '../src/main/engine/v8-flags.ts';
import type { CaptureInput, CaptureReport } from './children/capture-child.ts';
import type { Bench, Measure } from './result.ts';
import { inTemporaryFolder } from './workspace.ts';

const SECRET = 'bench';
/** State commands a second that are wanted. */
const WANTED = 50_000;
const UNITS = 1000;
/** Units of the live stream, ms between frames, and how long it lasts. */
const STREAM = { units: 200, frameMs: 300, seconds: 30 };
/** A capture interval and 200 ms. */
const MOST_BEHIND_MS = STREAM.frameMs + 200;
const HALF_A_CORE_MS = 500;

export const ocapStreamBench: Bench = {
  name: 'ocap-stream',
  run: async ({ long }) => ({
    measures: [
      await inTemporaryFolder('ocap-tcp', async (folder) => await commands(folder, long ? 10 : 4)),
      ...(await inTemporaryFolder('ocap-live', async (folder) => await liveStream(folder))),
    ],
    skipped: [],
  }),
};

interface Capturing {
  readonly address: string;
  report(): Promise<CaptureReport>;
  close(): Promise<void>;
}

async function capturing(input: CaptureInput): Promise<Capturing> {
  const script = fileURLToPath(new URL('./children/capture-child.ts', import.meta.url));
  const child = spawn(process.execPath, [ENGINE_V8_FLAG, script, JSON.stringify(input)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => JSON.parse((await lines.next()).value ?? 'null');
  const { address } = (await next()) as { address: string };
  return {
    address,
    report: async () => {
      child.stdin.write('report\n');
      return (await next()) as CaptureReport;
    },
    close: async () => {
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
    },
  };
}

/** Every unit moves each second, `minutes` of it, as fast as it is taken. */
async function commands(folder: string, minutes: number): Promise<Measure> {
  const parts: Uint8Array[] = [];
  const report = { lines: 0, states: 0, changed: 0 };
  for await (const part of streamCommands({ minutes, units: UNITS, changeRate: 1 }, () => {}, report)) parts.push(part);
  const commandsPort = 20_000 + Math.floor(Math.random() * 20_000);
  const engine = await capturing({ libraryDir: folder, settings: { port: 0, secret: SECRET, commandsPort }, watches: false });
  const socket = connect(commandsPort, '127.0.0.1');
  await once(socket, 'connect');
  let rest = '';
  let committed = 0;
  socket.on('data', (data) => {
    const text = rest + data.toString('latin1');
    const at = text.lastIndexOf('{"committed":');
    if (at >= 0) committed = Number(/\d+/.exec(text.slice(at, at + 40))?.[0] ?? committed);
    rest = text.slice(-40);
  });
  const before = await engine.report();
  const start = performance.now();
  // Its last line saves the mission, which is not what is measured.
  for (const part of parts.slice(0, -1)) if (!socket.write(part)) await once(socket, 'drain');
  await until(() => committed >= report.lines - 1);
  const ms = performance.now() - start;
  const { cpuMs, peakMB } = await engine.report();
  socket.destroy();
  await engine.close();
  return {
    name: 'ocap.commands',
    kind: 'time',
    value: (ms / report.changed) * WANTED,
    unit: 'ms',
    limit: 1000,
    figures: { states: report.changed, perSecond: (report.changed / ms) * 1000, engineCores: (cpuMs - before.cpuMs) / ms, peakMB },
  };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(5);
}

/** A real game's pace: what is told on the stream, and when a viewer has it. */
async function liveStream(folder: string): Promise<Measure[]> {
  const engine = await capturing({ libraryDir: folder, settings: { port: 0, secret: SECRET }, watches: true });
  const socket = new WebSocket(`ws://${engine.address}/api/v1/stream?secret=${SECRET}`);
  await once(socket, 'open');
  const say = (type: string, payload: unknown): void => socket.send(JSON.stringify({ type, payload }));
  say('start_mission', start());
  await once(socket, 'message');
  for (let id = 0; id < STREAM.units; id++)
    say('add_soldier', { ID: id, JoinFrame: 1, UnitName: `Unit ${id}`, GroupID: 'A', Side: 'WEST', IsPlayer: id % 8 === 0 });
  await sleep(1000);
  const frames = Math.round((STREAM.seconds * 1000) / STREAM.frameMs);
  const sentAt: number[] = [];
  const before = await engine.report();
  const began = performance.now();
  for (let frame = 1; frame <= frames; frame++) {
    for (let id = 0; id < STREAM.units; id++) say('soldier_state', state(id, frame));
    sentAt.push(Date.now());
    await sleep(Math.max(0, began + frame * STREAM.frameMs - performance.now()));
  }
  await sleep(1000);
  const wall = performance.now() - began;
  const { cpuMs, peakMB, told } = await engine.report();
  socket.terminate();
  await engine.close();
  const behind = sentAt
    .map((at, i) => (told.find(([t, when]) => t >= i * STREAM.frameMs && when >= at)?.[1] ?? Number.POSITIVE_INFINITY) - at)
    .toSorted((a, b) => a - b);
  const share = ((cpuMs - before.cpuMs) / wall) * 1000;
  const figures = { frames, medianMs: behind[Math.floor(behind.length / 2)] ?? 0, peakMB };
  return [
    {
      name: 'ocap.live-lag',
      kind: 'time',
      value: behind[Math.floor(behind.length * 0.99)] ?? 0,
      unit: 'ms',
      limit: MOST_BEHIND_MS,
      figures,
    },
    {
      name: 'ocap.live-cpu',
      kind: 'time',
      value: share,
      unit: 'ms',
      limit: HALF_A_CORE_MS,
      figures: { ofEach: '1 s', cores: share / 1000 },
    },
  ];
}

function start(): object {
  const names = {
    MissionName: 'Bench',
    BriefingName: 'Bench',
    MissionNameSource: 'bench',
    OnLoadName: '',
    Author: 'x',
    ServerName: 'x',
    ServerProfile: 'x',
  };
  const mission = { ...names, StartTime: '2026-01-01T00:00:00Z', CaptureDelay: STREAM.frameMs / 1000, Tag: 'Bench', Addons: [] };
  const rest = { PlayableSlots: {}, SideFriendly: {} };
  return { mission: { ...mission, ...rest }, world: { WorldName: 'altis', WorldSize: 30_720 } };
}

function state(id: number, frame: number): object {
  const angle = frame / 20 + id;
  return {
    SoldierID: id,
    Time: new Date().toISOString(),
    CaptureFrame: frame,
    Position: { x: 10_000 + id * 10 + Math.sin(angle) * 50, y: 10_000 + Math.cos(angle) * 50, z: 20 },
    Bearing: Math.round(angle * 57) % 360,
    Lifestate: 1,
    InVehicle: false,
    InVehicleObjectID: null,
    VehicleRole: '',
    UnitName: `Unit ${id}`,
    IsPlayer: id % 8 === 0,
    CurrentRole: 'Man',
    HasStableVitals: true,
    IsDraggedCarried: false,
    Stance: 'STAND',
    GroupID: 'A',
    Side: 'WEST',
    Scores: { infantryKills: 0, vehicleKills: 0, armorKills: 0, airKills: 0, deaths: 0, totalScore: 0 },
  };
}
