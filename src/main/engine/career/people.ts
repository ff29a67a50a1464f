/** Who is who over all sessions: people by how they are known, merged into players by what is sure, by a code in the chat, or by somebody who says so. */
import { randomInt } from 'node:crypto';
import { RefusedInput } from '../game-adapter.ts';
import { fold } from '../library/fold.ts';
import type { Db } from '../library/schema.ts';
import type { SessionPerson } from './rows.ts';

/** How long a code holds, ms. */
const CLAIM_MS = 10 * 60_000;
/** Without those that look like others. */
const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 6;
/** In the table: longer values are cut, so that ids stay fit for addresses. */
const MOST_VALUE = 120;

interface Known {
  readonly person: number;
  readonly player: number;
  readonly merged_into: number | null;
}

export class People {
  readonly #find;
  readonly #make;
  readonly #next;
  readonly #newest;
  readonly #rename;
  readonly #forget;
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
    this.#find = db
      .prepare<[string, string, string, string], number>(
        'SELECT person FROM career_people WHERE game = ? AND scheme = ? AND value = ? AND scope = ?',
      )
      .pluck();
    this.#make = db
      .prepare<(string | number)[], number>(
        'INSERT INTO career_people (game, scheme, value, scope, id, bot, name, folded, person, player) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING person',
      )
      .pluck();
    this.#next = {
      person: db.prepare<[], number>('SELECT max(0, coalesce(max(person), 0)) + 1 FROM career_people').pluck(),
      bot: db.prepare<[], number>('SELECT min(-1, coalesce(min(person), 0)) - 1 FROM career_people').pluck(),
    };
    this.#newest = db
      .prepare<[number], string>('SELECT name FROM career_rows WHERE person = ? ORDER BY started DESC, session DESC LIMIT 1')
      .pluck();
    this.#rename = db.prepare('UPDATE career_people SET name = ?, folded = ? WHERE person = ? AND name <> ?');
    this.#forget = db.prepare(
      `DELETE FROM career_people WHERE person = :person AND merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM career_people AS other WHERE other.player = :person AND other.person <> :person)
         AND NOT EXISTS (SELECT 1 FROM career_claims WHERE player = :person OR career_claims.person = :person)`,
    );
  }

  /** `session`: id of the session in which somebody was seen, to whom it may be scoped. */
  personOf(game: string, { scheme, value: whole, isScoped, bot, name }: SessionPerson, session: string): number {
    const value = whole.slice(0, MOST_VALUE);
    const scope = isScoped ? session : '';
    const known = this.#find.get(game, scheme, value, scope);
    if (known !== undefined) return known;
    const id = `${scheme}:${value}${scope === '' ? '' : `@${scope}`}`;
    const person = (bot ? this.#next.bot : this.#next.person).get() as number;
    return this.#make.get(game, scheme, value, scope, id, bot ? 1 : 0, name, fold(name), person, person) as number;
  }

  /** The name is that of the newest session; who is in none any more and stands for nobody is forgotten. */
  settle(person: number): void {
    const name = this.#newest.get(person);
    if (name === undefined) this.#forget.run({ person });
    else this.#rename.run(name, fold(name), person, name);
  }

  merge(game: string, into: string, from: string): void {
    const target = this.#known(game, into).player;
    const source = this.#known(game, from).player;
    if (target === source) throw new RefusedInput('They are one person already.');
    this.#mergePlayers(target, source);
  }

  split(game: string, alias: string): void {
    const { person, merged_into } = this.#known(game, alias);
    if (merged_into === null) throw new RefusedInput('This one was not merged into another.');
    this.#db.prepare('UPDATE career_people SET merged_into = NULL WHERE person = ?').run(person);
    this.#db
      .prepare(
        `WITH RECURSIVE own (person) AS (SELECT :person UNION SELECT other.person FROM career_people AS other JOIN own ON other.merged_into = own.person)
         UPDATE career_people SET player = :person WHERE person IN own`,
      )
      .run({ person });
  }

  /** `player`: id of whom the one who types the code is merged into; null: whoever types it is known by it. */
  claim(game: string, player: string | null, prefix: string): { code: string; expiresAt: number } {
    const target = player === null ? null : this.#known(game, player).player;
    const now = Date.now();
    this.#db.prepare('DELETE FROM career_claims WHERE expires_at < ? AND person IS NULL').run(now);
    const code = `${prefix}-${Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')}`;
    const expiresAt = now + CLAIM_MS;
    this.#db.prepare('INSERT INTO career_claims (code, game, player, expires_at) VALUES (?, ?, ?, ?)').run(code, game, target, expiresAt);
    return { code, expiresAt };
  }

  /** Somebody typed a code. False when it is none, is too old or was used by another. */
  useClaim(game: string, code: string, person: number): boolean {
    const claim = this.#db
      .prepare<[string, string], { player: number | null; expires_at: number; person: number | null }>(
        'SELECT player, expires_at, person FROM career_claims WHERE game = ? AND code = ?',
      )
      .get(game, code);
    if (claim === undefined) return false;
    if (claim.person !== null) return claim.person === person;
    if (claim.expires_at < Date.now()) return false;
    this.#db.prepare('UPDATE career_claims SET person = ? WHERE code = ?').run(person, code);
    const own = this.#playerOf(person);
    const target = claim.player === null ? own : this.#playerOf(claim.player);
    if (own !== target) this.#mergePlayers(target, own);
    return true;
  }

  /** As `useClaim`, of somebody by the id in addresses. */
  useClaimBy(game: string, code: string, id: string): boolean {
    return this.useClaim(game, code, this.#known(game, id).person);
  }

  #mergePlayers(into: number, from: number): void {
    this.#db.prepare('UPDATE career_people SET merged_into = ? WHERE person = ?').run(into, from);
    this.#db.prepare('UPDATE career_people SET player = ? WHERE player = ?').run(into, from);
  }

  #playerOf(person: number): number {
    return this.#db.prepare<[number], number>('SELECT player FROM career_people WHERE person = ?').pluck().get(person) ?? person;
  }

  #known(game: string, id: string): Known {
    const known = this.#db
      .prepare<[string, string], Known>('SELECT person, player, merged_into FROM career_people WHERE game = ? AND id = ?')
      .get(game, id);
    if (known === undefined) throw new RefusedInput('There is nobody of this id in the statistics.');
    return known;
  }
}
