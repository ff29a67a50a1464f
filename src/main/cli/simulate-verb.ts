/** simulate: writes made-up recordings with their truth log, for tests, benches and demonstrations. */
import { extname } from 'node:path';
import type { Command } from 'commander';
import { wholeNumber } from './reading-verbs.ts';
import { addArmaSimulation } from './simulate-arma.ts';
import { addMohaaSimulation } from './simulate-mohaa.ts';
import { positive, run, type CommonOptions } from './simulation-files.ts';

interface EchoOptions extends CommonOptions {
  readonly seconds: number;
  readonly hz: number;
  readonly players: number;
  readonly rounds: number;
  readonly restart?: true;
  readonly bones?: true;
  readonly serve?: number;
  readonly speed: number;
  readonly lobby: number;
  readonly faults?: true;
}

export function addSimulateVerb(program: Command): void {
  const simulate = program.command('simulate').description('writes a made-up recording of a game; the same for the same options');
  const game = (usage: string, does: string): Command =>
    simulate
      .command(usage)
      .description(does)
      .option('--seed <n>', 'another recording', wholeNumber, 1)
      .option('--truth <file>', 'where to write what happened, a line of JSON each');

  addArmaSimulation(game);

  game('echovr [out]', "a match, as .echoreplay or .nevrcap, or as the game's own HTTP API while it is played")
    .option('--seconds <n>', 'length', wholeNumber, 180)
    .option('--hz <n>', 'frames per second', positive, 30)
    .option('--players <n>', 'players per team', wholeNumber, 4)
    .option('--rounds <n>', 'rounds of a match', wholeNumber, 2)
    .option('--restart', 'a second match in the second half, with another session id')
    .option('--bones', 'with skeletons (the API has them in any case)')
    .option('--serve <port>', 'serve on this port of this machine until the match is over; 0 takes a free one', wholeNumber)
    .option('--speed <x>', 'so many times as fast, when serving', positive, 1)
    .option('--lobby <s>', 'seconds in the lobby before the match, when serving', wholeNumber, 0)
    .option('--faults', 'errors, late and broken answers now and then, when serving')
    .action(async (out: string | undefined, options: EchoOptions, command: Command) => {
      const { seed, seconds, hz, players, rounds, restart = false, bones = false, serve, truth, speed, lobby, faults = false } = options;
      const matches = { seconds, seed, hz, playersPerTeam: players, rounds, sessions: restart ? 2 : 1 } as const;
      if ((out === undefined) === (serve === undefined)) command.error('error: a file to write or --serve is expected, and not both');
      if (serve !== undefined) {
        const { serveSimulation } = await import('./serve-simulation.ts');
        const { FaultSchedule } = await import('../../../simulators/echovr/faults.ts');
        await serveSimulation({ ...matches, port: serve, speed, lobby, ...(faults ? { faults: new FaultSchedule(seed) } : {}) }, truth);
      } else if (out !== undefined) {
        const { simulateEcho } = await import('../../../simulators/echovr/simulate.ts');
        const simulation = { ...matches, format: extname(out) === '.nevrcap' ? 'nevrcap' : 'zip', bones } as const;
        await run(out, options, { write: (write, tell) => simulateEcho(write, simulation, tell, tell) });
      }
    });

  addMohaaSimulation(game);
}
