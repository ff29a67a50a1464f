import { once } from 'node:events';
/** The command stream of OCAP into a session, against splitting and parsing its lines alone; each in a process of its own, turn about. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { streamCommands } from '../simulators/arma/stream-commands.ts';
import { runChild } from './child.ts';
import type { CommandsAnswer, CommandsInput } from './children/ocap-commands-child.ts';
import { median } from './numbers.ts';
import type { Bench, Measure, Result } from './result.ts';
import { inTemporaryFolder } from './workspace.ts';

const ROUNDS = 3;
const UNITS = 1000;
const MINUTES = 10;
/** Every unit moves in every frame: what a stream costs at most. And what a usual operation has. */
const ALL = 1;
const USUAL = 0.05;

export const ocapCommandsBench: Bench = { name: 'ocap-commands', run: () => inTemporaryFolder('ocap-commands', run) };

async function run(folder: string): Promise<Result> {
  const all = join(folder, 'all.ocaplog');
  const usual = join(folder, 'usual.ocaplog');
  const changed = await writeLog(all, ALL);
  await writeLog(usual, USUAL);
  const sessions: CommandsAnswer[] = [];
  const baselines: CommandsAnswer[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    baselines.push(await pass({ path: all, way: 'json' }));
    sessions.push(await pass({ path: all, way: 'session' }));
  }
  const cpuMs = median(sessions.map((one) => one.cpuMs));
  const baselineCpuMs = median(baselines.map((one) => one.cpuMs));
  const sessionMs = median(sessions.map(({ ms }) => ms));
  const bytes = sessions[0]?.bytes ?? 0;
  const usualBytes = (await pass({ path: usual, way: 'session' })).bytes;
  const figures = { statesPerSecond: changed / (sessionMs / 1000), states: changed, cpuMs, baselineCpuMs, sessionMs };
  const measures: Measure[] = [
    { name: 'ocap-commands.cpu', kind: 'ratio', value: cpuMs / baselineCpuMs, unit: 'x', limit: 4, figures },
    // 50,000 states a second are 20 ms for a thousand.
    { name: 'ocap-commands.thousand', kind: 'time', value: sessionMs / (changed / 1000), unit: 'ms', limit: 20, figures: {} },
    {
      name: 'ocap-commands.memory',
      kind: 'memory',
      value: Math.max(...sessions.map(({ peakMB }) => peakMB)),
      unit: 'MB',
      limit: 250,
      figures: { baselineMB: Math.max(...baselines.map(({ peakMB }) => peakMB)) },
    },
    size('ocap-commands.all-move', bytes, 90, { bytesPerState: bytes / changed }),
    size('ocap-commands.usual', usualBytes, 15, {}),
  ];
  return { measures, skipped: [] };
}

/** Of four hours of it, in chunks and events. */
function size(name: string, bytes: number, limit: number, figures: Measure['figures']): Measure {
  return { name, kind: 'size', value: (bytes / 1e6) * (240 / MINUTES), unit: 'MB', limit, figures };
}

function pass(input: CommandsInput): Promise<CommandsAnswer> {
  return runChild(new URL('./children/ocap-commands-child.ts', import.meta.url), input);
}

/** Resolves to the states that were sent. */
async function writeLog(path: string, changeRate: number): Promise<number> {
  const file = createWriteStream(path);
  const report = { lines: 0, states: 0, changed: 0 };
  for await (const lines of streamCommands({ units: UNITS, minutes: MINUTES, changeRate }, undefined, report)) {
    if (!file.write(lines)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
  return report.changed;
}
