/** simulate: writes made-up recordings with their truth log, for tests, benches and demonstrations. */
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { RefusedInput } from '../engine/game-adapter.ts';
import { writeWhole } from '../engine/write-whole.ts';
import { print } from './output.ts';
import { wholeNumber } from './reading-verbs.ts';

interface CommonOptions {
  readonly seed: number;
  readonly truth?: string;
}

interface Simulation {
  write(out: (bytes: Uint8Array) => Promise<void>, tell: (act: object) => void): Promise<unknown>;
}

export function addSimulateVerb(program: Command): void {
  const simulate = program.command('simulate').description('writes a made-up recording of a game; the same for the same options');
  const game = (name: string, does: string): Command =>
    simulate
      .command(`${name} <out>`)
      .description(does)
      .option('--seed <n>', 'another recording', wholeNumber, 1)
      .option('--truth <file>', 'where to write what happened, a line of JSON each');

  game('arma3', 'an operation of two sides, as an OCAP v1 recording (.json)')
    .option('--minutes <n>', 'length', wholeNumber, 10)
    .option('--units <n>', 'about so many soldiers', wholeNumber, 53)
    .option('--delay <s>', 'seconds between frames', positive, 1)
    .action(async (out: string, options: CommonOptions & { minutes: number; units: number; delay: number }) => {
      const { writeOcap } = await import('../../../simulators/arma/write-ocap.ts');
      const { seed, minutes, units, delay } = options;
      await run(out, options, { write: (write, tell) => writeOcap(write, { seed, minutes, units, captureDelay: delay }, tell) });
    });

  game('echovr', 'a match, as .echoreplay or .nevrcap')
    .option('--seconds <n>', 'length', wholeNumber, 180)
    .option('--hz <n>', 'frames per second', wholeNumber, 30)
    .option('--players <n>', 'players per team', wholeNumber, 4)
    .option('--sessions <n>', 'matches in a row, 1 or 2', wholeNumber, 1)
    .option('--bones', 'with skeletons')
    .action(
      async (out: string, options: CommonOptions & { seconds: number; hz: number; players: number; sessions: number; bones?: true }) => {
        const { simulateEcho } = await import('../../../simulators/echovr/simulate.ts');
        const { seed, seconds, hz, players, sessions, bones = false } = options;
        const format = extname(out) === '.nevrcap' ? 'nevrcap' : 'zip';
        const simulation = { format, seconds, seed, hz, playersPerTeam: players, bones, sessions: sessions === 2 ? 2 : 1 } as const;
        await run(out, options, { write: (write, tell) => simulateEcho(write, simulation, tell) });
      },
    );
}

async function run(out: string, { truth }: CommonOptions, simulation: Simulation): Promise<void> {
  await using file = await create(out);
  await using log = truth === undefined ? null : await create(truth);
  const acts: string[] = [];
  await simulation.write(
    async (bytes) => await writeWhole(file, bytes),
    (act) => void acts.push(`${JSON.stringify(act)}\n`),
  );
  if (log !== null) await log.writeFile(acts.join(''));
  await print(`${out}: ${(await file.stat()).size} bytes, ${acts.length} acts\n`);
}

async function create(path: string): Promise<Awaited<ReturnType<typeof open>>> {
  try {
    return await open(path, 'w');
  } catch {
    throw new RefusedInput(`${path} cannot be written.`);
  }
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('A positive number is expected.');
  return value;
}
