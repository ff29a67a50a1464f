/** simulate mohaa: a made-up game server, as a log of what it sends or posted to whoever listens. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { MohaaSimulation } from '../../../simulators/mohaa/bodies.ts';
import { FAULTS, type Fault } from '../../../simulators/mohaa/faults.ts';
import { RefusedInput } from '../engine/game-adapter.ts';
import { print } from './output.ts';
import { wholeNumber } from './reading-verbs.ts';
import { create, positive, run, type CommonOptions } from './simulation-files.ts';

interface MohaaOptions extends CommonOptions {
  readonly dialect: NonNullable<MohaaSimulation['dialect']>;
  readonly minutes: number;
  readonly matches: number;
  readonly players: number;
  readonly bots: number;
  readonly rounds: number;
  readonly faults: readonly Fault[];
  readonly server: string;
  readonly token?: string;
  readonly post?: string;
  readonly connections: number;
  readonly speed: number;
  readonly rate?: number;
}

export function addMohaaSimulation(game: (usage: string, does: string) => Command): void {
  game('mohaa [out]', 'a server on which people and bots fight, as a log of what its tracker sends (.ndjson), or posted')
    .addOption(
      new Option('--dialect <dialect>', 'of the tracker: the first, the one in between, or the one of today')
        .choices(['seed', 'lines', 'json'])
        .default('json'),
    )
    .option('--minutes <n>', 'length of each map', positive, 5)
    .option('--matches <n>', 'maps, one after another', wholeNumber, 1)
    .option('--players <n>', 'people', wholeNumber, 8)
    .option('--bots <n>', 'bots', wholeNumber, 4)
    .option('--rounds <n>', 'rounds of each map', wholeNumber, 2)
    .option('--faults <list>', `what goes wrong, with commas between: ${Object.keys(FAULTS).join(', ')}`, faults, [])
    .option('--server <id>', 'what the server calls itself', 'dev-server-01')
    .option('--token <token>', 'what it shows')
    .option('--post <url>', 'where to post, instead of a file')
    .option('--connections <n>', 'that stay open; 0 posts one body after another over a connection each, as the game does', wholeNumber, 0)
    .option('--speed <x>', 'so many times as fast, when posting', positive, 1)
    .option('--rate <n>', 'so many events a second instead, when posting', positive)
    .action(async (out: string | undefined, options: MohaaOptions, command: Command) => {
      const { post, truth } = options;
      if ((out === undefined) === (post === undefined)) command.error('error: a file to write or --post is expected, and not both');
      if (out !== undefined) {
        const { writeMohaaLog } = await import('../../../simulators/mohaa/write-log.ts');
        await run(out, options, { write: (write, tell) => writeMohaaLog(write, options, tell) });
      } else if (post !== undefined) await postTo(address(post), options, truth);
    });
}

async function postTo(url: string, options: MohaaOptions, truth: string | undefined): Promise<void> {
  const { paced, simulateBodies } = await import('../../../simulators/mohaa/bodies.ts');
  const { postBodies } = await import('../../../simulators/mohaa/post.ts');
  const { connections, rate, speed } = options;
  await using log = truth === undefined ? null : await create(truth);
  const acts: string[] = [];
  const bodies = simulateBodies(options, (act) => void acts.push(`${JSON.stringify(act)}\n`));
  const { events, answers } = await postBodies(paced(bodies, rate === undefined ? { speed } : { eventsPerSecond: rate }), url, connections);
  if (log !== null) await log.writeFile(acts.join(''));
  const answered = Object.entries(answers).map(([status, count]) => `${count} times ${status === '0' ? 'no answer' : status}`);
  await print(`${events} events posted; ${answered.join(', ')}\n`);
}

function address(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new RefusedInput(`${text} is no address to post to.`);
}

function faults(text: string): readonly Fault[] {
  return text.split(',').map((name) => {
    if (Object.hasOwn(FAULTS, name.trim())) return name.trim() as Fault;
    throw new InvalidArgumentError(`There is no fault ${name}.`);
  });
}
