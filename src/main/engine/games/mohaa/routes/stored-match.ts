/** A match as the library has it, and who played in it. */
import type { LibraryContext } from './context.ts';
import { Refusal } from './refusal.ts';

export interface StoredMatch {
  readonly key: number;
  readonly id: string;
  readonly map: string;
  readonly title: string;
  /** Unix ms, NaN when unknown. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly isLive: boolean;
}

interface Row {
  readonly key: number;
  readonly id: string;
  readonly map: string;
  readonly title: string;
  readonly startedAt: string | null;
  readonly durationMs: number;
  readonly status: string;
}

/** By the session's id. Throws Refusal 404. */
export function matchOf({ db }: LibraryContext, id: string): StoredMatch {
  const row = db
    .prepare<[string], Row>(
      `SELECT key, id, world AS map, coalesce(own_title, title) AS title, started_at AS startedAt, duration_ms AS durationMs, status
       FROM sessions WHERE id = ? AND game = 'mohaa' AND status NOT IN ('importing', 'purging') AND deleted_at IS NULL`,
    )
    .get(id);
  if (row === undefined) throw new Refusal(404, 'Match not found.');
  const { startedAt, status, ...rest } = row;
  return { ...rest, startedAt: startedAt === null ? Number.NaN : Date.parse(startedAt), isLive: status === 'live' };
}

/** Who played, by EntityId. */
export function peopleOf(
  { db }: LibraryContext,
  { key }: StoredMatch,
): ReadonlyMap<number, { readonly id: string; readonly name: string }> {
  const rows = db
    .prepare<[number], { entity: number; id: string; name: string }>(
      `SELECT entity, player.id, row.name FROM career_rows AS row JOIN career_people AS person ON person.person = row.person
       JOIN career_people AS player ON player.person = person.player WHERE session = ? AND entity >= 0`,
    )
    .all(key);
  return new Map(rows.map(({ entity, id, name }) => [entity, { id, name }]));
}

/** ISO 8601 UTC; null when unknown. */
export function isoTime(unixMs: number): string | null {
  return Number.isNaN(unixMs) ? null : new Date(unixMs).toISOString();
}
