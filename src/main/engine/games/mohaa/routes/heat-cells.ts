/** Where things happened on a map, counted in squares of 100 game units. */
import type { z } from 'zod';
import { decodeHeatPoints } from '../../../../../shared/career-heat.ts';
import { METRES_PER_UNIT } from '../session/channels.ts';
import type { heatmap } from './answers/players.ts';
import { careerOf, filterOf, type Filters } from './career.ts';
import type { LibraryContext } from './context.ts';
import type { Found } from './people.ts';
import { Refusal } from './refusal.ts';

const CELL = 100;

type Kind = 'kills' | 'deaths';

/** kills: where killers stood. */
const POINTS: Readonly<Record<Kind, string>> = { kills: 'killers', deaths: 'deaths' };

/** Of all players when `person` is left out. */
export function cellsOf(
  context: LibraryContext,
  type: Kind,
  filters: Filters & { readonly map: string },
  person?: Found,
): z.input<typeof heatmap> {
  const bytes = careerOf(context).heat({
    filter: filterOf(context, filters),
    kind: POINTS[type],
    ...(person === undefined ? {} : { player: person.id }),
  });
  if (bytes === null) throw new Refusal(404, 'Player not found.');
  const { count, position } = decodeHeatPoints(bytes);
  const cells = new Map<string, { readonly x: number; readonly y: number; count: number }>();
  for (let i = 0; i < count; i++) {
    // Session x and -z are the game's x and y.
    const x = cellAt(position[i * 3] ?? 0);
    const y = cellAt(-(position[i * 3 + 2] ?? 0));
    const key = `${x} ${y}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { x, y, count: 1 });
    else cell.count++;
  }
  return { map_name: filters.map, type, points: [...cells.values()].toSorted((a, b) => b.count - a.count) };
}

/** The middle of the square. */
function cellAt(metres: number): number {
  return Math.round(metres / METRES_PER_UNIT / CELL) * CELL + 0; // no -0
}
