/** How long each path of MOHAA's REST API takes to be read and written as JSON, without HTTP: the 95th percentile over many different questions. */
import { CareerReads } from '../src/main/engine/career/career-reads.ts';
import { mohaaCareerModel } from '../src/main/engine/games/mohaa/career/model.ts';
import { ROUTES } from '../src/main/engine/games/mohaa/routes/routes.ts';
import { STAT_NAMES } from '../src/main/engine/games/mohaa/routes/stats.ts';
import { openLibraryReader } from '../src/main/engine/library/schema.ts';
import { percentile, randomNumbers, timed } from './numbers.ts';
import type { Measure } from './result.ts';

const ROUNDS = 40;
const WARM = 3;
const MOST_MS = 10;
const MOST_HEAT_MS = 100;

/** `now`: Unix ms, from which periods count back. */
export function mohaaRouteTimes(database: string, now: number): readonly Measure[] {
  const db = openLibraryReader(database);
  const random = randomNumbers(13);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const reads = new CareerReads(db, mohaaCareerModel, now);
  const { maps, servers, weapons } = reads.game();
  const filter = { game: 'mohaa' };
  const people = reads.leaderboard({ filter, stat: 'playtime', columns: [], offset: 0, limit: 500 }).rows.map(({ player }) => player.id);
  const matches = reads.matches({ filter, offset: 0, limit: 500 })?.rows.map(({ id }) => id) ?? [];
  const values: Readonly<Record<string, () => string>> = {
    guid: () => pick(people),
    match: () => pick(matches),
    map: () => pick(maps).id,
    server: () => pick(servers).id,
    weapon: () => pick(weapons).id,
    stat: () => pick(STAT_NAMES),
    id: () => 'centurion',
  };
  const measures = ROUTES.filter(({ method, fromLibrary }) => method === 'GET' && fromLibrary !== null).map(
    ({ path, parameters, fromLibrary }): Measure => {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS + WARM; round++) {
        const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
        const asked = parameters.parse(Object.fromEntries(names.map((name) => [name, values[name]?.()])));
        const ms = timed(() => JSON.stringify(fromLibrary?.(asked, { db, now })));
        if (round >= WARM) times.push(ms);
      }
      const limit =
        path.includes('heatmap/{map}') || path.includes('deaths/{map}') || path.includes('map/{map}/heatmap') ? MOST_HEAT_MS : MOST_MS;
      return {
        name: `routes ${path}`,
        kind: 'time',
        value: percentile(times, 0.95),
        unit: 'ms',
        limit,
        figures: { median: percentile(times, 0.5) },
      };
    },
  );
  db.close();
  return measures;
}
