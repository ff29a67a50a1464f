/** What a file is and what it can become, from its first bytes. */
import { type GameAdapter, RefusedInput } from '../game-adapter.ts';
import { openSource } from '../open-source.ts';
import { sniffFile, type Sniffed } from '../sniff.ts';
import { type Target, targetsOf } from './targets.ts';

export interface Looked extends Sniffed {
  readonly bytes: number;
  readonly targets: readonly Target[];
}

/** Throws RefusedInput with one sentence when it is no recording or cannot be read. */
export async function lookAtFile(path: string, name: string, adapters: readonly GameAdapter[]): Promise<Looked> {
  const source = await openSource(path, adapters, name).catch((error: unknown) => {
    throw error instanceof RefusedInput ? error : new RefusedInput('This file cannot be read.');
  });
  try {
    if (source.size === 0) throw new RefusedInput('This is an empty file.');
    const sniffed = await sniffFile(source, adapters);
    return { ...sniffed, bytes: source.size, targets: targetsOf(sniffed) };
  } finally {
    await source.close();
  }
}
