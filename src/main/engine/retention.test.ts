/** What is kept when a person set an age or a size, and that favourites are. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PARAMS, type RetentionRules } from '../../shared/engine-api.ts';
import { Library } from './library/library.ts';
import { addSession } from './library/testing.ts';
import { Retention } from './retention.ts';

const DAY = 86_400_000;
// One session of library/testing.ts has 1234 bytes, and 7 of its original.
const NOW = Date.parse('2026-06-01T00:00:00Z');
let dir = '';
let library: Library;
let retention: Retention;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sandtable-retention-'));
  library = await Library.open(dir, null);
  retention = new Retention(library, 1000);
});
afterEach(async () => {
  await retention.close();
  await library.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Of these ages in days, the oldest first. */
async function sessions(...ages: readonly number[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const age of ages) ids.push((await addSession(library, { info: { startedAt: new Date(NOW - age * DAY).toISOString() } })).id);
  return ids;
}

/** As `set` does, but nothing is looked after by today's date. */
async function keep(rules: RetentionRules): Promise<void> {
  await library.write('setSetting', { name: 'retention', value: JSON.stringify(rules) });
}

async function left(): Promise<readonly string[]> {
  const { sessions: all } = await library.read('keptSessions', { game: 'chess' });
  return all.map(({ id, deletedAt }) => (deletedAt === null ? id : `${id} binned`));
}

describe('retention', () => {
  test('nothing goes while nobody said so', async () => {
    const ids = await sessions(5000, 1);
    await retention.tidy(NOW);
    expect(await left()).toEqual(ids);
  });

  test('what is too old goes to the bin, and a week later for good; favourites and other games stay', async () => {
    const [oldest = '', favourite = '', young = ''] = await sessions(40, 35, 10);
    await library.write('updateSession', { id: favourite, favourite: true });
    await keep({ draughts: { days: 1, gigabytes: null } });
    await retention.tidy(NOW);
    expect(await left()).toEqual([oldest, favourite, young]);
    await keep({ chess: { days: 30, gigabytes: null } });
    await retention.tidy(NOW);
    expect(await left()).toEqual([`${oldest} binned`, favourite, young]);
    await retention.tidy(NOW);
    expect(await left()).toEqual([`${oldest} binned`, favourite, young]);
    await retention.tidy(Date.now() + 8 * DAY);
    expect(await left()).not.toContain(`${oldest} binned`);
    expect(await left()).toContain(favourite);
  });

  test('what is too much goes, the oldest first, and what lies in the bin before', async () => {
    const [first = '', second = '', third = '', fourth = ''] = await sessions(4, 3, 2, 1);
    await library.write('binSessions', { ids: [third] });
    await library.write('updateSession', { id: first, favourite: true });
    await keep({ chess: { days: null, gigabytes: 4 } });
    await retention.tidy(NOW);
    expect(await left()).toEqual([first, second, fourth]);
    await keep({ chess: { days: null, gigabytes: 2 } });
    await retention.tidy(NOW);
    expect(await left()).toEqual([first]);
    await keep({ chess: { days: null, gigabytes: 1 } });
    await retention.tidy(NOW);
    expect(await left()).toEqual([first]);
  });

  test('says what each game takes, what goes next and what then', async () => {
    await sessions(40, 35, 10, 5);
    const [only] = await retention.outlook(NOW);
    expect(only).toMatchObject({ game: 'chess', days: null, gigabytes: null, due: 0, next: null });
    expect(only?.bytes).toBe(4 * 1241);
    await keep({ chess: { days: 30, gigabytes: null } });
    expect(await retention.outlook(NOW)).toMatchObject([{ days: 30, due: 2, next: new Date(NOW + 20 * DAY).toISOString() }]);
    await keep({ chess: { days: null, gigabytes: 2 } });
    expect(await retention.outlook(NOW)).toMatchObject([{ gigabytes: 2, due: 3, next: null }]);
    await retention.tidy(NOW);
    expect(await retention.outlook(NOW)).toMatchObject([{ bytes: 1241, due: 0 }]);
  });

  test('what is set is kept, and looked after at once', async () => {
    await sessions(400);
    await retention.set({ chess: { days: 30, gigabytes: null } });
    expect(await retention.rules()).toEqual({ chess: { days: 30, gigabytes: null } });
    await expect.poll(left).toEqual([expect.stringMatching(/ binned$/)]);
  });

  test('an answer of a page is checked', () => {
    const { 'retention.set': schema } = PARAMS;
    expect(schema.safeParse({ rules: { chess: { days: 30, gigabytes: null } } }).success).toBe(true);
    for (const rule of [{ days: 0, gigabytes: null }, { days: null, gigabytes: -1 }, { days: '30', gigabytes: null }, {}])
      expect(schema.safeParse({ rules: { chess: rule } }).success).toBe(false);
  });
});
