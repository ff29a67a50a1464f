import type { EngineClient, SessionRow } from '../../shared/engine-api.ts';
/** What can be done with chosen sessions, with the notice and the undo that belong to it. */
import { tidyTags } from '../../shared/tags.ts';
import { remember } from '../app/undo.ts';
import { sentenceOf } from '../engine/api-error.ts';
import { formatCount } from '../ui/format.ts';
import { notify } from '../ui/notices.tsx';
import { words } from '../words/words.ts';
import { sessionCount } from './session-words.ts';

/** The engine takes this many at once. */
const MOST_AT_ONCE = 1000;

type Listed = 'sessions.delete' | 'sessions.restore' | 'sessions.purge';

async function inSteps(client: EngineClient, method: Listed, ids: readonly string[]): Promise<void> {
  for (let i = 0; i < ids.length; i += MOST_AT_ONCE) await client.call(method, { ids: ids.slice(i, i + MOST_AT_ONCE) });
}

/** As in "Added 3 sessions to the favourites." */
function counted(rows: readonly { readonly title: string }[] | readonly string[]): string {
  const [only] = rows;
  return rows.length === 1 && typeof only === 'object' ? only.title : words().notes.sessions(rows.length, formatCount(rows.length));
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
  const bin = (): Promise<void> => inSteps(client, 'sessions.delete', ids);
  if (!(await attempt(bin, words().library.failed.bin(sessionCount(ids.length))))) return;
  remember({ said: words().notes.said.binned(counted(ids)), undo: () => inSteps(client, 'sessions.restore', ids), redo: bin });
}

export async function restore(client: EngineClient, ids: readonly string[]): Promise<void> {
  const bringBack = (): Promise<void> => inSteps(client, 'sessions.restore', ids);
  if (!(await attempt(bringBack, words().library.failed.restore(sessionCount(ids.length))))) return;
  remember({ said: words().notes.said.restored(counted(ids)), undo: () => inSteps(client, 'sessions.delete', ids), redo: bringBack });
}

export async function deleteForGood(client: EngineClient, ids: readonly string[]): Promise<void> {
  if (await attempt(() => inSteps(client, 'sessions.purge', ids), words().library.failed.delete(sessionCount(ids.length))))
    notify({ text: words().library.deleted(sessionCount(ids.length)) });
}

export async function setFavourite(client: EngineClient, rows: readonly SessionRow[], favourite: boolean): Promise<void> {
  const changed = rows.filter((row) => row.favourite !== favourite);
  const set = async (to: boolean): Promise<void> => {
    for (const { id } of changed) await client.call('sessions.update', { id, favourite: to });
  };
  if (!(await attempt(() => set(favourite), words().library.failed.favourites))) return;
  const { said } = words().notes;
  remember({
    said: favourite ? said.favourite(counted(changed)) : said.notFavourite(counted(changed)),
    undo: () => set(!favourite),
    redo: () => set(favourite),
  });
}

export async function rename(client: EngineClient, row: SessionRow, title: string): Promise<void> {
  const call = (to: string): Promise<null> => client.call('sessions.update', { id: row.id, title: to });
  if (!(await attempt(() => call(title), words().library.failed.rename(row.title)))) return;
  remember({ said: words().notes.said.renamed(row.title, title), undo: () => call(row.title), redo: () => call(title) });
}

/** Each keeps the tags that are not spoken of. */
export async function changeTags(
  client: EngineClient,
  rows: readonly SessionRow[],
  added: readonly string[],
  removed: readonly string[],
): Promise<void> {
  const gone = new Set(removed.map((tag) => tag.toLowerCase()));
  const changes = rows
    .map(({ id, title, tags }) => ({
      id,
      title,
      before: tags,
      after: tidyTags([...tags.filter((tag) => !gone.has(tag.toLowerCase())), ...added]),
    }))
    .filter(({ before, after }) => before.toSorted().join('\n') !== after.toSorted().join('\n'));
  if (changes.length === 0) return;
  const set = async (which: 'before' | 'after'): Promise<void> => {
    for (const { id, [which]: tags } of changes) await client.call('sessions.update', { id, tags: [...tags] });
  };
  const { said, notKept } = words().notes;
  if (await attempt(() => set('after'), notKept))
    remember({ said: said.tagged(counted(changes)), undo: () => set('before'), redo: () => set('after') });
}

export async function changeNotes(client: EngineClient, { id, title }: SessionRow, before: string, after: string): Promise<void> {
  if (before === after.trim()) return;
  const set = (notes: string): Promise<null> => client.call('sessions.update', { id, notes });
  const { said, notKept } = words().notes;
  if (await attempt(() => set(after), notKept)) remember({ said: said.noted(title), undo: () => set(before), redo: () => set(after) });
}
