/** Merging and splitting of identities, with the notice and the undo that belong to them. */
import type { CareerPlayerRef } from '../../shared/career.ts';
import type { EngineClient } from '../../shared/engine-api.ts';
import { sentenceOf } from '../engine/api-error.ts';
import { notify } from '../ui/notices.tsx';
import { words } from '../words/words.ts';

type Named = Pick<CareerPlayerRef, 'id' | 'name'>;

export async function mergePeople(client: EngineClient, game: string, into: Named, from: Named, onDone: () => void): Promise<void> {
  const says = words().statistics.identity;
  const done = await attempt(() => client.call('career.merge', { game, into: into.id, from: from.id }), says.notMerged);
  if (!done) return;
  onDone();
  const undo = (): void => void attempt(() => client.call('career.split', { game, alias: from.id }), says.notSplit).then(onDone);
  notify({ text: says.merged(from.name, into.name), action: { label: says.undo, run: undo } });
}

export async function splitAlias(client: EngineClient, game: string, person: Named, alias: Named, onDone: () => void): Promise<void> {
  const says = words().statistics.identity;
  if (!(await attempt(() => client.call('career.split', { game, alias: alias.id }), says.notSplit))) return;
  onDone();
  const undo = (): void =>
    void attempt(() => client.call('career.merge', { game, into: person.id, from: alias.id }), says.notMerged).then(onDone);
  notify({ text: says.splitDone(alias.name), action: { label: says.undo, run: undo } });
}

async function attempt(work: () => Promise<unknown>, failed: string): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    notify({ text: `${failed}: ${sentenceOf(error)}`, failed: true });
    return false;
  }
}
