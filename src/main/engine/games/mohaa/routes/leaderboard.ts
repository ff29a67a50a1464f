/** A page of a leaderboard, the most first. */
import { careerOf, filterOf, Numbers, type Filters } from './career.ts';
import type { LibraryContext } from './context.ts';
import { ALL_STATS, countersOf, isBetterLow, STATS, valueOf, type StatName } from './stats.ts';

export interface Asked extends Filters {
  readonly stat: StatName;
  readonly limit: number;
  readonly page: number;
}

/** `stats`: what else is said of each. */
function pageOf(context: LibraryContext, { stat, limit, page, ...rest }: Asked, stats: readonly string[]) {
  const { columns, rows, total } = careerOf(context).leaderboard({
    filter: filterOf(context, rest),
    stat: STATS[stat],
    columns: [...stats],
    reverse: isBetterLow(STATS[stat]),
    offset: (page - 1) * limit,
    limit,
  });
  return {
    total,
    rows: rows.map(({ rank, player, values }) => {
      const numbers = new Numbers(columns, values, rest.weapon !== undefined);
      return { standing: { rank, player_id: player.id, player_name: player.name, value: valueOf(stat, numbers) }, numbers };
    }),
  };
}

export function wholePage(context: LibraryContext, asked: Asked) {
  const { rows, total } = pageOf(context, asked, ALL_STATS);
  return {
    players: rows.map(({ standing, numbers }) => ({ ...standing, ...countersOf(numbers) })),
    total,
    page: asked.page,
    stat: asked.stat,
  };
}

/** Without what else is counted of them. */
export function first(context: LibraryContext, asked: Asked) {
  const { rows, total } = pageOf(context, asked, []);
  return { leaderboard: rows.map(({ standing }) => standing), total };
}

/** The first of several leaderboards, the most first. */
export function topsOf<N extends StatName>(context: LibraryContext, stats: readonly N[], limit: number, filters: Filters) {
  const boards = careerOf(context).tops(
    filterOf(context, filters),
    stats.map((stat) => STATS[stat]),
    limit,
  );
  const standings = boards.map(({ columns, rows }, index) =>
    rows.map(({ rank, player, values }) => ({
      rank,
      player_id: player.id,
      player_name: player.name,
      value: valueOf(stats[index] as N, new Numbers(columns, values)),
    })),
  );
  return (stat: N): (typeof standings)[number] => standings[stats.indexOf(stat)] ?? [];
}
