/** What the games' simulate verbs share: the files that they write, and an option. */
import { open } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import { RefusedInput } from '../engine/game-adapter.ts';
import { writeWhole } from '../engine/write-whole.ts';
import { print } from './output.ts';

export interface CommonOptions {
  readonly seed: number;
  readonly truth?: string;
}

interface Simulation {
  write(out: (bytes: Uint8Array) => Promise<void>, tell: (act: object) => void): Promise<unknown>;
}

/** Writes a simulation to a file, and its truth log to another when one is wanted. */
export async function run(out: string, { truth }: CommonOptions, simulation: Simulation): Promise<void> {
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

export async function create(path: string): Promise<Awaited<ReturnType<typeof open>>> {
  try {
    return await open(path, 'w');
  } catch {
    throw new RefusedInput(`${path} cannot be written.`);
  }
}

export function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('A positive number is expected.');
  return value;
}
