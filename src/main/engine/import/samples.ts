/** Recordings for a first look, made by the games' simulators: the same one each time, so that a second one is found to be there already. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { RefusedInput } from '../game-adapter.ts';
import { writeWhole } from '../write-whole.ts';

interface Sample {
  /** File name, as people see it. */
  readonly name: string;
  write(out: (bytes: Uint8Array) => Promise<void>): Promise<void>;
}

// A simulator is loaded only when it is wanted.
const SAMPLES: Readonly<Record<string, Sample>> = {
  arma3: {
    name: 'Sample operation.json',
    write: async (out) => await (await import('../../../../simulators/arma/write-ocap.ts')).writeOcap(out),
  },
  echovr: {
    name: 'Sample match.echoreplay',
    write: async (out) => {
      const { simulateEcho } = await import('../../../../simulators/echovr/simulate.ts');
      await simulateEcho(out, { format: 'zip', seconds: 180, name: 'Sample match.echoreplay' });
    },
  },
  mohaa: {
    name: 'Sample server.ndjson',
    write: async (out) => await (await import('../../../../simulators/mohaa/write-log.ts')).writeMohaaLog(out, { minutes: 6 }),
  },
};

/** Name of the game's sample. Throws RefusedInput when there is none. */
export function sampleName(game: string): string {
  return sampleOf(game).name;
}

/** Writes the game's sample into `dir`, under a random name; its path. */
export async function writeSample(game: string, dir: string): Promise<string> {
  const sample = sampleOf(game);
  const path = join(dir, `sample-${crypto.randomUUID()}`);
  await using file = await open(path, 'wx', 0o600);
  await sample.write((bytes) => writeWhole(file, bytes));
  return path;
}

function sampleOf(game: string): Sample {
  const sample = Object.hasOwn(SAMPLES, game) ? SAMPLES[game] : undefined;
  if (sample === undefined) throw new RefusedInput('There is no sample of this game.');
  return sample;
}
