/** Kills, deaths and rounds of a match in their order, kept in columns: what its timeline and its heatmap are told from. */
import type { JsonObject } from '../../../../../shared/session/model.ts';
import type { SessionMoments } from '../../../career/rows.ts';
import type { NativeEvent, Place } from '../dialect/native-event.ts';

const MOMENT_TYPES = ['kill', 'death', 'round_start', 'round_end'] as const;
export type MomentType = (typeof MOMENT_TYPES)[number];

export interface Moment {
  /** ms since the match began */
  readonly t: number;
  readonly type: MomentType;
  /** EntityId, 0 for nobody. */
  readonly actor: number;
  readonly target: number;
  readonly weapon: string;
  /** As the tracker writes it: torso_upper; "" when not said. */
  readonly hitLocation: string;
  /** Game units; null when not said. */
  readonly from: Place | null;
  readonly to: Place | null;
}

/** One value each per moment, places three; texts are indices of `words`. */
interface Columns extends JsonObject {
  readonly t: number[];
  readonly type: number[];
  readonly actor: number[];
  readonly target: number[];
  readonly weapon: number[];
  readonly hit: number[];
  readonly from: (number | null)[];
  readonly to: (number | null)[];
  readonly words: string[];
}

const NOWHERE = [null, null, null] as const;

export class MatchMoments {
  readonly #columns: Columns = { t: [], type: [], actor: [], target: [], weapon: [], hit: [], from: [], to: [], words: [''] };
  readonly #indexes = new Map([['', 0]]);
  #revision = 0;

  /** Returns its place in the list. `read`: null for rounds. */
  add(
    type: MomentType,
    {
      t,
      actor = 0,
      target = 0,
      weapon = '',
    }: { readonly t: number; readonly actor?: number; readonly target?: number; readonly weapon?: string },
    read: NativeEvent | null,
  ): number {
    const { from, to, ...own } = this.#columns;
    this.#revision++;
    own.type.push(MOMENT_TYPES.indexOf(type));
    own.actor.push(actor);
    own.target.push(target);
    own.weapon.push(this.#word(weapon));
    own.hit.push(this.#word(read?.hitLocation ?? ''));
    from.push(...(read?.actor?.place ?? NOWHERE));
    to.push(...(read?.target?.place ?? NOWHERE));
    return own.t.push(t) - 1;
  }

  /** It turned out later. */
  setHit(index: number, hitLocation: string): void {
    this.#revision++;
    this.#columns.hit[index] = this.#word(hitLocation);
  }

  all(): SessionMoments {
    return { revision: this.#revision, columns: this.#columns };
  }

  #word(text: string): number {
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    const index = this.#columns.words.push(text) - 1;
    this.#indexes.set(text, index);
    return index;
  }
}

/** In their order; `columns` are what MatchMoments made. */
export function readMoments(columns: JsonObject): readonly Moment[] {
  const { t, type, actor, target, weapon, hit, from, to, words } = columns as Columns;
  return t.map((time, i) => ({
    t: time,
    type: MOMENT_TYPES[type[i] ?? 0] ?? 'kill',
    actor: actor[i] ?? 0,
    target: target[i] ?? 0,
    weapon: words[weapon[i] ?? 0] ?? '',
    hitLocation: words[hit[i] ?? 0] ?? '',
    from: placeAt(from, i),
    to: placeAt(to, i),
  }));
}

function placeAt(places: readonly (number | null)[], index: number): Place | null {
  const [x = null, y = null, z = null] = places.slice(index * 3, index * 3 + 3);
  return x === null || y === null || z === null ? null : [x, y, z];
}
