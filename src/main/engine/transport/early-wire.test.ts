/** What is answered before the engine is there, and that nothing else is lost or overtaken. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstReads, type EarlyReads } from '../library/first-reads.ts';
import { libraryFolder } from '../library/folder.ts';
import { Library } from '../library/library.ts';
import { addSession } from '../library/testing.ts';
import { earlyWire } from './early-wire.ts';
import type { Wire } from './wire.ts';

const LIST = { filter: {}, sort: 'newest', offset: 0, limit: 10 };
let dir = '';
let library: Library;
const reads: EarlyReads = { list: (args) => library.read('list', args), stats: (args) => library.read('stats', args) };

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sandtable-early-'));
  library = await Library.open(dir, null);
});
afterEach(async () => {
  await library.close();
  rmSync(dir, { recursive: true, force: true });
});

function page(): { readonly wire: Wire; readonly sent: unknown[]; readonly say: (message: unknown) => void } {
  let listener: (message: unknown) => void = () => undefined;
  const sent: unknown[] = [];
  const wire: Wire = {
    send: (message) => void sent.push(message),
    onMessage: (taken) => {
      listener = taken;
    },
    onClose: () => undefined,
    close: () => undefined,
  };
  return { wire, sent, say: (message) => listener(message) };
}

test('lists and counts at once, the rest in order when the engine listens', async () => {
  const { id } = await addSession(library);
  const { wire, sent, say } = page();
  let soon = 0;
  const early = earlyWire(wire, reads, { now: () => expect.unreachable(), soon: () => soon++ });
  say({ id: 1, method: 'hello', params: {} });
  say({ id: 2, method: 'sessions.list', params: LIST });
  say({ id: 3, method: 'library.stats', params: {} });
  say({ id: 4, method: 'sessions.list', params: { ...LIST, limit: 0 } });
  await expect.poll(() => sent.length).toBe(2);
  expect(sent).toMatchObject([
    { id: 2, result: { total: 1, rows: [{ id }] } },
    { id: 3, result: { sessions: 1 } },
  ]);
  expect(soon).toBe(2);
  const heard: unknown[] = [];
  early.onMessage((message) => heard.push(message));
  say({ id: 5, method: 'sessions.list', params: LIST });
  expect(heard).toEqual([]);
  await expect.poll(() => heard).toMatchObject([{ id: 1 }, { id: 4 }, { id: 5 }]);
  say({ id: 6, method: 'hello', params: {} });
  expect(heard).toHaveLength(4);
});

test('a replay waits for the engine, and asks for it', () => {
  const { wire, say } = page();
  let answered = 0;
  earlyWire(wire, reads, { now: () => answered++, soon: () => expect.unreachable() });
  say('nonsense');
  expect(answered).toBe(0);
  say({ id: 1, method: 'sessions.get', params: { id: 'x' } });
  expect(answered).toBe(1);
});

test('a library that is in order is read past its threads; one that is not, is not', async () => {
  const { id } = await addSession(library);
  const first = firstReads(library.folder);
  expect(first?.reads.list({ filter: {}, sort: 'newest', offset: 0, limit: 10 })).toMatchObject({ total: 1, rows: [{ id }] });
  first?.close();
  await addSession(library, { complete: false });
  expect(firstReads(library.folder)).toBeNull();
  expect(firstReads(libraryFolder(join(dir, 'nowhere')))).toBeNull();
});
