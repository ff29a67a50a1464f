/** Finds people by their ids and names. */
import type { CareerAlias, CareerPerson, CareerPlayerRef } from '../../../shared/career.ts';
import { fold } from '../library/fold.ts';
import type { Db } from '../library/schema.ts';
import type { CareerModel } from './model.ts';
import { marks } from './sources.ts';

const MOST_NAMES = 20;
const MOST_SUGGESTIONS = 10;

interface Known {
  readonly person: number;
  readonly id: string;
  readonly scheme: string;
  readonly value: string;
  readonly name: string;
  readonly matches: number;
}

export class PeopleReads {
  readonly #db: Db;
  readonly #model: CareerModel;

  constructor(db: Db, model: CareerModel) {
    this.#db = db;
    this.#model = model;
  }

  /** The player of an id, also of an alias; null when there is none. */
  find(id: string): number | null {
    return (
      this.#db
        .prepare<[string, string], number>('SELECT player FROM career_people WHERE game = ? AND id = ?')
        .pluck()
        .get(this.#model.game, id) ?? null
    );
  }

  /** The player that somebody outside may mean: by id, by what the game knows people by, or by a name that only one has; null when nobody is meant, or more than one. */
  resolve(text: string): number | null {
    const found = this.find(text);
    if (found !== null) return found;
    const one = (condition: string, value: string): number | null => {
      const players = this.#db
        .prepare<[string, string], number>(`SELECT DISTINCT player FROM career_people WHERE game = ? AND ${condition} LIMIT 2`)
        .pluck()
        .all(this.#model.game, value);
      return players.length === 1 ? (players[0] ?? null) : null;
    };
    return one("value = ? AND scope = ''", text) ?? one('folded = ? AND bot = 0', fold(text));
  }

  refs(players: readonly number[]): ReadonlyMap<number, CareerPlayerRef> {
    if (players.length === 0) return new Map();
    const rows = this.#db
      .prepare<number[], { person: number; id: string; name: string; bot: number }>(
        `SELECT person, id, name, bot FROM career_people WHERE person IN (${marks(players)})`,
      )
      .all(...players);
    return new Map(rows.map(({ person, id, name, bot }) => [person, { id, name, bot: bot === 1 }]));
  }

  search(text: string, bots: boolean, limit: number): readonly CareerPlayerRef[] {
    const words = fold(text).trim();
    const rows = this.#db
      .prepare<(string | number)[], { player: number }>(
        `SELECT player, sum(coalesce((SELECT n0 FROM career_totals AS t WHERE t.game = p.game AND scope = '' AND value = '' AND period = 0 AND t.person = p.person), 0)) AS matches
         FROM career_people AS p WHERE game = ? AND instr(folded, ?) > 0 ${bots ? '' : 'AND bot = 0'} GROUP BY player HAVING matches > 0 ORDER BY matches DESC, player LIMIT ?`,
      )
      .all(this.#model.game, words, limit);
    const refs = this.refs(rows.map(({ player }) => player));
    return rows.flatMap(({ player }) => refs.get(player) ?? []);
  }

  /** Null when nothing of this player is counted any more. */
  page(player: number, people: readonly number[]): CareerPerson | null {
    const ref = this.refs([player]).get(player);
    const seen = this.#db
      .prepare<number[], { first: number | null; last: number | null }>(
        `SELECT min(started) AS first, max(started) AS last FROM career_rows WHERE person IN (${marks(people)})`,
      )
      .get(...people);
    if (ref === undefined || seen === undefined || seen.first === null || seen.last === null) return null;
    const names = this.#db
      .prepare<number[], { name: string; matches: number }>(
        `SELECT name, count(*) AS matches FROM career_rows WHERE person IN (${marks(people)}) GROUP BY name ORDER BY matches DESC, name LIMIT ${MOST_NAMES}`,
      )
      .all(...people);
    const all = this.#known(`player = ?`, [player]);
    const own = all.find(({ person }) => person === player);
    const alike = this.#known(
      `game = ? AND folded IN (SELECT folded FROM career_people WHERE player = ?) AND player <> ? AND bot = ? AND player = person ORDER BY person LIMIT ${MOST_SUGGESTIONS}`,
      [this.#model.game, player, player, ref.bot ? 1 : 0],
    );
    return {
      player: ref,
      known: own === undefined ? '' : this.#words(own),
      names,
      aliases: all.filter(({ person }) => person !== player).map((known) => this.#alias(known)),
      suggestions: alike.filter(({ matches }) => matches > 0).map((known) => this.#alias(known)),
      firstSeen: new Date(seen.first).toISOString(),
      lastSeen: new Date(seen.last).toISOString(),
    };
  }

  #known(condition: string, values: readonly (string | number)[]): readonly Known[] {
    return this.#db
      .prepare<(string | number)[], Known>(
        `SELECT person, id, scheme, value, name,
           coalesce((SELECT n0 FROM career_totals AS t WHERE t.game = p.game AND scope = '' AND t.value = '' AND period = 0 AND t.person = p.person), 0) AS matches
         FROM career_people AS p WHERE ${condition}`,
      )
      .all(...values);
  }

  #alias(known: Known): CareerAlias {
    return { id: known.id, name: known.name, known: this.#words(known), matches: known.matches };
  }

  #words({ scheme, value }: Known): string {
    return (this.#model.known[scheme] ?? '{value}').replace('{value}', value);
  }
}
