/** What a window asks of the library first. By itself, so that it can be checked while everything else of the API is still being loaded. */
import { z } from 'zod';
import { tag } from './tags.ts';

const text = z.string().max(400);

export const sessionFilter = z.object({
  /** Free text over title, world, file name, player names and tags. */
  search: text.optional(),
  game: text.optional(),
  world: text.optional(),
  player: text.optional(),
  /** ISO dates, inclusive. */
  from: text.optional(),
  to: text.optional(),
  /** Deleted sessions only (the bin). */
  bin: z.boolean().optional(),
  favourite: z.boolean().optional(),
  tag: tag.optional(),
  withWarnings: z.boolean().optional(),
});
export type SessionFilter = z.infer<typeof sessionFilter>;

export const LIBRARY_PARAMS = {
  'sessions.list': z.object({
    filter: sessionFilter,
    sort: z.enum(['newest', 'oldest', 'longest', 'title']),
    offset: z.int().min(0).max(10_000_000),
    limit: z.int().min(1).max(500),
  }),
  'library.stats': z.object({}),
};
