/** Reads what people added to sessions; runs in the library's reader threads. */
import type { Annotation } from '../../../shared/annotations.ts';
import type { Db } from '../library/schema.ts';
import type { StoredNotes } from '../session-source.ts';

/** Of one session. */
export function readNotes(db: Db, key: number): StoredNotes | null {
  const session = db
    .prepare<[number], { id: string; origin: string | null; ownTitle: string | null; notes: string }>(
      'SELECT id, origin, own_title AS ownTitle, notes FROM sessions WHERE key = ?',
    )
    .get(key);
  if (session === undefined) return null;
  const { id, origin, ...rest } = session;
  const tags = db.prepare<[number], string>('SELECT tag FROM session_tags WHERE session = ? ORDER BY tag').pluck().all(key);
  const bodies = db.prepare<[number], string>('SELECT body FROM annotations WHERE session = ? ORDER BY t, id').pluck().all(key);
  return { ...rest, origin: origin ?? id, tags, annotations: bodies.map((body) => JSON.parse(body) as Annotation) };
}

/** Every tag, and how many sessions that are not in the bin have it. */
export function readTags(db: Db): readonly { readonly tag: string; readonly sessions: number }[] {
  return db
    .prepare<[], { tag: string; sessions: number }>(
      `SELECT tag, count(*) AS sessions FROM session_tags JOIN sessions ON key = session
       WHERE status NOT IN ('importing', 'purging') AND deleted_at IS NULL GROUP BY tag ORDER BY tag`,
    )
    .all();
}
