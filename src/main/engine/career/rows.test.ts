/** Rows added and taken away: whatever comes in whatever order, the library's sums are those of what is counted, and changes add up to the whole. */
import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { CareerPlayer } from '../../../shared/career.ts';
import { Library } from '../library/library.ts';
import { emptyFolder, madeInfo, madeSession } from '../library/testing.ts';
import { packPoints, unpackPoints } from './points.ts';
import { difference, type SessionDetail, type SessionRows } from './rows.ts';
import { packCareer } from './session-career.ts';

const amount = fc.integer({ min: 0, max: 50 });
const rows: fc.Arbitrary<SessionRows> = fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 }).chain((ids) =>
  fc.record({
    map: fc.constantFrom('attic', 'cellar'),
    server: fc.constantFrom('', 'one'),
    people: fc.constant(
      ids.map((id) => ({
        scheme: 'name',
        value: `P${id}`,
        isScoped: id === 5,
        bot: id === 4,
        name: `P${id}`,
        entity: id + 1,
        team: '',
        claims: [],
      })),
    ),
    counts: fc.tuple(...ids.map(() => fc.tuple(fc.constant(1), amount, amount).map((counts) => [...counts]))),
    details: fc
      .uniqueArray(fc.record({ person: fc.nat(ids.length - 1), key: fc.constantFrom('pawn', 'rook') }), {
        selector: ({ person, key }) => `${person} ${key}`,
      })
      .chain((keys) =>
        fc.tuple(
          ...keys.map((key) => amount.map((count): SessionDetail => ({ ...key, kind: 'weapon', ofPeople: false, counts: [count + 1, 2] }))),
        ),
      )
      .map((details): SessionDetail[] => [
        ...details,
        ...ids.map((_, person): SessionDetail => ({
          person,
          kind: 'opponent',
          key: (person + 1) % ids.length,
          ofPeople: true,
          counts: [1],
        })),
      ]),
  }),
);

function flat({ people, counts, details }: SessionRows): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const put = (key: string, count: number): void => {
    if (count !== 0) numbers.set(key, (numbers.get(key) ?? 0) + count);
  };
  const name = (index: number): string => people[index]?.value ?? '';
  for (const [index, own] of counts.entries()) for (const [i, count] of own.entries()) put(`${name(index)} ${i}`, count);
  for (const { person, kind, key, ofPeople, counts: own } of details)
    for (const [i, count] of own.entries()) put(`${name(person)} ${kind} ${ofPeople ? name(key as number) : key} ${i}`, count);
  return numbers;
}

test('a change is what is between two states', () => {
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const same = { ...after, map: before.map, server: before.server };
      const change = difference(before, same);
      if (change === null) throw new Error('no change');
      const sum = new Map(flat(before));
      for (const [key, count] of flat(change)) sum.set(key, (sum.get(key) ?? 0) + count);
      for (const [key, count] of sum) if (count === 0) sum.delete(key);
      expect(sum).toEqual(flat(same));
    }),
    { numRuns: 200 },
  );
  const [one] = fc.sample(rows, 1) as [SessionRows];
  expect(difference(one, { ...one, map: 'elsewhere' })).toBeNull();
});

describe('in a library', () => {
  let library: Library | null = null;
  afterEach(async () => {
    await library?.close();
    library = null;
  });

  const imported = async (own: SessionRows): Promise<string> => {
    const [importId, id] = [randomUUID(), randomUUID()];
    const open = library as Library;
    await open.write('beginImport', {
      import: importId,
      sha256: `${randomUUID()}${randomUUID()}`.replaceAll('-', ''),
      name: 'x',
      bytes: 1,
      again: false,
    });
    await open.write('beginSession', { import: importId, id, game: 'chess', format: 'pgn' });
    const session = { ...madeSession(madeInfo(), ['Anna']), career: packCareer(1, own, []) };
    await open.write('finishSession', { import: importId, id, session });
    await open.write('completeImport', { import: importId });
    return id;
  };

  test('who types a code in the chat is merged into whom it was made for, once', async () => {
    library = await Library.open(emptyFolder(), null);
    const open = library;
    const person = (value: string, claims: readonly string[]): SessionRows['people'][number] => {
      return { scheme: 'name', value, isScoped: false, bot: false, name: value, entity: 1, team: '', claims };
    };
    const played = (value: string, claims: readonly string[]): Promise<string> =>
      imported({ map: 'attic', server: '', people: [person(value, claims)], counts: [[1]], details: [] });
    const playerOf = async (id: string): Promise<string | undefined> => {
      const question = { method: 'career.player', params: { filter: { game: 'chess' }, id } } as const;
      return ((await open.read('career', { model: { ...emptyModel, firstStat: 'm', stats: [matches] }, question })) as CareerPlayer | null)
        ?.person.player.id;
    };
    await played('Anna', []);
    const { code } = await open.write('claimPlayer', { game: 'chess', player: 'name:Anna', prefix: 'CHS' });
    await played('Annika', [code]);
    await played('Bert', [code, 'CHS-WRONG1']);
    expect(await playerOf('name:Annika')).toBe('name:Anna');
    expect(await playerOf('name:Bert')).toBe('name:Bert');
    await open.write('splitPerson', { game: 'chess', alias: 'name:Annika' });
    expect(await playerOf('name:Annika')).toBe('name:Annika');
    await expect(open.write('mergePeople', { game: 'chess', into: 'name:Anna', from: 'name:Nobody' })).rejects.toThrow('nobody of this id');
  });

  test('sums stay those of their parts, and nothing is left when everything is gone', { timeout: 60_000 }, async () => {
    library = await Library.open(emptyFolder(), null);
    const open = library;
    const problems = async (): Promise<readonly string[]> => {
      await open.write('settle', {});
      return await open.read('careerProblems', {});
    };
    const ids: string[] = [];
    for (const own of fc.sample(rows, { numRuns: 12, seed: 5 })) ids.push(await imported(own));
    expect(await problems()).toEqual([]);
    await open.write('binSessions', { ids: ids.slice(0, 6) });
    expect(await problems()).toEqual([]);
    await open.write('restoreSessions', { ids: ids.slice(2, 4) });
    expect(await problems()).toEqual([]);
    await open.write('purgeSessions', { ids: ids.slice(5, 9) });
    const [other] = fc.sample(rows, { numRuns: 1, seed: 9 }) as [SessionRows];
    expect(await open.write('putCareer', { id: ids[10] as string, career: packCareer(2, other, []) })).toBe(true);
    expect(await problems()).toEqual([]);
    const live = randomUUID();
    await open.write('beginLive', { id: live, name: 'live', session: madeSession(madeInfo(), []) });
    let before: SessionRows | null = null;
    for (const own of fc.sample(rows, { numRuns: 5, seed: 3 })) {
      const here = { ...own, map: 'attic', server: '' };
      const change = before === null ? null : difference(before, here);
      await open.write('addLiveCareer', {
        id: live,
        career: { version: 1, rows: change ?? here, replaces: change === null, moments: null, points: null },
      });
      before = here;
      expect(await problems()).toEqual([]);
      const stored = await open.read('sessionCareer', { id: live });
      expect(stored?.rows.people.map(({ value }) => value).toSorted()).toEqual(here.people.map(({ value }) => value).toSorted());
    }
    await open.write('dropLive', { id: live });
    await open.write('purgeSessions', { ids });
    expect(await problems()).toEqual([]);
    expect((await open.read('careerGame', { model: emptyModel })).people).toBe(0);
  });
});

const matches = {
  id: 'm',
  label: 'Matches',
  short: 'M',
  unit: '',
  format: 'whole',
  about: '',
  group: '',
  from: { sum: { of: ['matches'] } },
} as const;

const emptyModel = {
  game: 'chess',
  counters: ['matches'],
  details: [],
  stats: [],
  firstStat: '',
  columns: [],
  figures: [],
  trend: [],
  matchColumns: [],
  scoreboard: [],
  tableColumns: [],
  overview: [],
  tops: [],
  heat: [],
  achievements: [],
  mapNames: {},
  teams: [],
  hasBots: true,
  known: {},
} as const;

test('points come back within a centimetre, or a 32,767th of the way', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          t: fc.nat(1e9),
          x: fc.double({ min: -20_000, max: 20_000, noNaN: true }),
          entity: fc.nat(65_535),
          weapon: fc.string(),
          team: fc.string(),
        }),
        { minLength: 1 },
      ),
      (points) => {
        const packed = packPoints({
          kind: 'kills',
          t: points.map(({ t }) => t),
          position: points.flatMap(({ x }) => [x, -x, x / 2]),
          entity: points.map(({ entity }) => entity),
          weapon: points.map(({ weapon }) => weapon),
          team: points.map(({ team }) => team),
        });
        const columns = unpackPoints(packed.data, packed.count);
        const step = Math.max(0.01, Math.max(...points.map(({ x }) => Math.abs(x))) / 32_767);
        for (const [i, { t, x, entity, weapon, team }] of points.entries()) {
          expect(columns.t[i]).toBe(t);
          expect(Math.abs((columns.x[i] as number) * columns.step - x)).toBeLessThanOrEqual(step);
          expect(columns.entity[i]).toBe(entity);
          expect(columns.weapons[columns.weapon[i] as number]).toBe(weapon);
          expect(columns.teams[columns.team[i] as number]).toBe(team);
        }
      },
    ),
    { numRuns: 50 },
  );
});
