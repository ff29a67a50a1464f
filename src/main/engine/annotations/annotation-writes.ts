/** Changes of what people added to sessions, as operations of the library's writer. */
import { type Annotation, momentOf, MOST_ANNOTATION_CHARS, MOST_ANNOTATIONS, type SessionNotes } from '../../../shared/annotations.ts';
import { MOST_TAGS, tidyTags } from '../../../shared/tags.ts';
import { RefusedInput } from '../game-adapter.ts';
import type { Db } from '../library/schema.ts';

export class AnnotationWrites {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Adds them, or puts them in the place of those with the same ids. Throws RefusedInput when the session would have too many. */
  put(key: number, annotations: readonly Annotation[]): void {
    const put = this.#db.prepare(
      'INSERT INTO annotations (session, id, t, body) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET t = excluded.t, body = excluded.body',
    );
    for (const annotation of annotations) put.run(key, annotation.id, momentOf(annotation), JSON.stringify(annotation));
    const { count, chars } = this.#db
      .prepare<[number], { count: number; chars: number }>(
        'SELECT count(*) AS count, coalesce(sum(length(body)), 0) AS chars FROM annotations WHERE session = ?',
      )
      .get(key) ?? { count: 0, chars: 0 };
    if (count > MOST_ANNOTATIONS || chars > MOST_ANNOTATION_CHARS)
      throw new RefusedInput('A session can hold no more bookmarks, comments and drawings than this one has; remove some first.');
  }

  /** Answers those that were there. */
  remove(key: number, ids: readonly string[]): readonly Annotation[] {
    const remove = this.#db
      .prepare<[number, string], string>('DELETE FROM annotations WHERE session = ? AND id = ? RETURNING body')
      .pluck();
    return ids.flatMap((id) => remove.all(key, id).map((body) => JSON.parse(body) as Annotation));
  }

  setTags(key: number, tags: readonly string[]): void {
    this.#db.prepare('DELETE FROM session_tags WHERE session = ?').run(key);
    const add = this.#db.prepare('INSERT INTO session_tags (session, tag) VALUES (?, ?)');
    for (const tag of tidyTags(tags)) add.run(key, tag);
  }

  setNotes(key: number, notes: string): void {
    this.#db.prepare('UPDATE sessions SET notes = ? WHERE key = ?').run(notes.trim(), key);
  }

  /** Adds what a session does not have yet; what it has stays as it is. Answers how many annotations are new. */
  merge(key: number, { tags, notes, annotations }: SessionNotes): number {
    const known = new Set(this.#db.prepare<[number], string>('SELECT id FROM annotations WHERE session = ?').pluck().all(key));
    const added = annotations.filter(({ id }) => !known.has(id));
    this.put(key, added);
    const before = this.#db.prepare<[number], string>('SELECT tag FROM session_tags WHERE session = ?').pluck().all(key);
    this.setTags(key, [...before, ...tags].slice(0, Math.max(before.length, MOST_TAGS)));
    this.#db.prepare("UPDATE sessions SET notes = ? WHERE key = ? AND notes = ''").run(notes.trim(), key);
    return added.length;
  }

  /** What was added to one session belongs to another one from now on: the same recording, read again. */
  move(from: number, to: number): void {
    this.#db.prepare('DELETE FROM annotations WHERE session = ?').run(to);
    this.#db.prepare('DELETE FROM session_tags WHERE session = ?').run(to);
    this.#db.prepare('UPDATE annotations SET session = ? WHERE session = ?').run(to, from);
    this.#db.prepare('UPDATE session_tags SET session = ? WHERE session = ?').run(to, from);
    this.#db
      .prepare('UPDATE sessions SET (notes, origin) = (SELECT notes, origin FROM sessions WHERE key = ?) WHERE key = ?')
      .run(from, to);
  }
}
