/** How the ground of a world is shown: kept by this window, per game and world. */
import { z } from 'zod';

/** Metres between contour lines that can be chosen. */
export const INTERVALS = [1, 2, 5, 10, 20, 50, 100] as const;

const groundLook = z.object({
  /** Hills are hills; without it everything lies on one plane. */
  relief: z.boolean().catch(true),
  picture: z.boolean().catch(true),
  /** Of the picture, 0 to 1. */
  opacity: z.number().min(0.1).max(1).catch(0.8),
  /** Metres, 0 for no contour lines, or as it fits the distance. */
  contours: z.union([z.literal('auto'), z.literal([0, ...INTERVALS])]).catch('auto'),
  /** The shape of the world. */
  mesh: z.boolean().catch(true),
  /** Where that is cut open: above what the camera looks at, above the floor at a height, or nowhere. */
  cut: z.union([z.enum(['auto', 'none']), z.number()]).catch('auto'),
});
export type GroundLook = Readonly<z.infer<typeof groundLook>>;

type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

export function readLook(shelf: Shelf, game: string, world: string): GroundLook {
  let value: unknown = {};
  try {
    value = JSON.parse(shelf.getItem(key(game, world)) ?? '{}');
  } catch {
    // not ours
  }
  return groundLook.catch(groundLook.parse({})).parse(value);
}

export function keepLook(shelf: Shelf, game: string, world: string, look: GroundLook): void {
  shelf.setItem(key(game, world), JSON.stringify(look));
}

function key(game: string, world: string): string {
  return `ground ${game} ${world.toLowerCase()}`;
}
