import type { EngineClient, SessionRow } from '../../shared/engine-api.ts';
/** What can be done with chosen sessions, with the notice and the undo that belong to it. */
import { sentenceOf } from '../engine/api-error.ts';
import { formatCountOf } from '../ui/format.ts';
import { notify } from '../ui/notices.tsx';

/** The engine takes this many at once. */
const MOST_AT_ONCE = 1000;

type Listed = 'sessions.delete' | 'sessions.restore' | 'sessions.purge';

async function inSteps(client: EngineClient, method: Listed, ids: readonly string[]): Promise<void> {
  for (let i = 0; i < ids.length; i += MOST_AT_ONCE) await client.call(method, { ids: ids.slice(i, i + MOST_AT_ONCE) });
}

function sessions(ids: readonly string[]): string {
  return formatCountOf(ids.length, 'session', 'sessions');
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

export async function moveToBin(client: EngineClient, ids: readonly string[]): Promise<void> {
  if (!(await attempt(() => inSteps(client, 'sessions.delete', ids), `${sessions(ids)} not moved to the bin`))) return;
  const undo = (): void => void attempt(() => inSteps(client, 'sessions.restore', ids), `${sessions(ids)} not restored`);
  notify({ text: `Moved ${sessions(ids)} to the bin.`, action: { label: 'Undo', run: undo } });
}

export async function restore(client: EngineClient, ids: readonly string[]): Promise<void> {
  if (!(await attempt(() => inSteps(client, 'sessions.restore', ids), `${sessions(ids)} not restored`))) return;
  const undo = (): void => void attempt(() => inSteps(client, 'sessions.delete', ids), `${sessions(ids)} not moved to the bin`);
  notify({ text: `Restored ${sessions(ids)}.`, action: { label: 'Undo', run: undo } });
}

export async function deleteForGood(client: EngineClient, ids: readonly string[]): Promise<void> {
  if (await attempt(() => inSteps(client, 'sessions.purge', ids), `${sessions(ids)} not deleted`))
    notify({ text: `Deleted ${sessions(ids)} for good.` });
}

export async function setFavourite(client: EngineClient, rows: readonly SessionRow[], favourite: boolean): Promise<void> {
  await attempt(async () => {
    for (const { id } of rows) await client.call('sessions.update', { id, favourite });
  }, 'Favourites not changed');
}

export async function rename(client: EngineClient, row: SessionRow, title: string): Promise<void> {
  if (!(await attempt(() => client.call('sessions.update', { id: row.id, title }), `${row.title} not renamed`))) return;
  const undo = (): void => void attempt(() => client.call('sessions.update', { id: row.id, title: row.title }), `${title} not renamed`);
  notify({ text: `Renamed ${row.title} to ${title}.`, action: { label: 'Undo', run: undo } });
}
