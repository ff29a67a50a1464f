/** Where people stood on their own feet, out of stored chunks: what relief is inferred from. */
import type { Chunk } from '../../../shared/session/chunk.ts';
import { LIFE, type Space } from '../../../shared/session/model.ts';
import { latestIndex } from '../../../shared/session/sampler.ts';

/** What is needed of a session to find them. */
export interface WalkerSubject {
  readonly space: Space;
  /** Ids of the people. */
  readonly people: Int32Array;
  /** Ids of the channels, -1 where the session has none. */
  readonly position: number;
  readonly parent: number;
  readonly life: number;
}

/** One sample of a person in so many ms is enough: who stands still says nothing new. */
const EVERY_MS = 2_000;
const DEAD = LIFE.indexOf('dead');

/** Adds x, y, z in Session metres to `out`, at most `most` numbers in all. */
export function addWalkers(chunk: Chunk, subject: WalkerSubject, out: number[], most: number): void {
  const column = chunk.columns[subject.position];
  if (column === undefined || column.width < 3) return;
  const { axis, sign, metresPerUnit } = subject.space;
  const people = new Set(subject.people);
  for (const [row, entity] of column.entities.entries()) {
    if (!people.has(entity)) continue;
    let before = -Infinity;
    for (let i = column.starts[row] as number; i < (column.starts[row + 1] as number); i++) {
      const t = column.times[i] as number;
      if (t - before < EVERY_MS || isElsewhere(chunk, subject, entity, t)) continue;
      const at = i * column.width;
      const along = (n: 0 | 1 | 2): number => sign[n] * (column.values[at + axis[n]] as number) * metresPerUnit;
      const [x, y, z] = [along(0), along(1), along(2)];
      if (!Number.isFinite(x + y + z)) continue;
      if (out.length + 3 > most) return;
      out.push(x, y, z);
      before = t;
    }
  }
}

/** In a vehicle, or dead: thrown about, or lying on a roof. */
function isElsewhere(chunk: Chunk, { parent, life }: WalkerSubject, entity: number, t: number): boolean {
  return latest(chunk, parent, entity, t) > 0 || latest(chunk, life, entity, t) === DEAD;
}

function latest(chunk: Chunk, channel: number, entity: number, t: number): number {
  const column = channel < 0 ? undefined : chunk.columns[channel];
  const index = column === undefined ? -1 : latestIndex(column, entity, t);
  return column === undefined || index < 0 ? 0 : (column.values[index * column.width] as number);
}
