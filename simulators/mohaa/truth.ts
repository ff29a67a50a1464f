/**
 * The truth log: what a simulated server did, told as it is done, a line of JSON each. Nothing in it is computed by a reader.
 *
 * `match` counts from 0; `time` is seconds since the map was loaded, as the game's own clock shows it; people go by `name`, which nobody shares at the same time;
 * places are [x, y, z] in inches; `metres` is between the two places.
 *
 *     match   map, rounds                           a map is loaded and played from now on
 *     join, leave                                   name, isBot, slot
 *     team    name, from, to
 *     spawn   name, place
 *     shot    name, weapon, place
 *     hit     name, target, weapon, hitloc, damage, metres
 *     kill    name, target, weapon, means, hitloc, from, to, metres, friendly      name is "" when nobody is to blame (a fall), and the target's own for a suicide
 *     place   name, place                           once a second for everybody alive
 *     round   number, event: start or end, winner
 *     score   allies, axis                          at the end of the match: what was shown last
 *     end     why: over, or crash (the server died, and nothing says that the match ended)
 *     lost    bodies, events                        of a match, on purpose (see faults.ts)
 */
import type { Side } from './map.ts';

export type TruthPlace = readonly [number, number, number];

/** Kinds that say the same. */
type Each<K extends string, T> = K extends string ? { readonly kind: K } & T : never;

export type Truth = { readonly match: number; readonly time: number } & (
  | { readonly kind: 'match'; readonly map: string; readonly rounds: number }
  | Each<'join' | 'leave', { readonly name: string; readonly isBot: boolean; readonly slot: number }>
  | { readonly kind: 'team'; readonly name: string; readonly from: Side; readonly to: Side }
  | Each<'spawn' | 'place', { readonly name: string; readonly place: TruthPlace }>
  | { readonly kind: 'shot'; readonly name: string; readonly weapon: string; readonly place: TruthPlace }
  | {
      readonly kind: 'hit';
      readonly name: string;
      readonly target: string;
      readonly weapon: string;
      readonly hitloc: string;
      readonly damage: number;
      readonly metres: number;
    }
  | {
      readonly kind: 'kill';
      readonly name: string;
      readonly target: string;
      readonly weapon: string;
      readonly means: string;
      readonly hitloc: string;
      readonly from: TruthPlace | null;
      readonly to: TruthPlace;
      readonly metres: number;
      readonly friendly: boolean;
    }
  | { readonly kind: 'round'; readonly number: number; readonly event: 'start' | 'end'; readonly winner: Side | 'draw' | '' }
  | { readonly kind: 'score'; readonly allies: number; readonly axis: number }
  | { readonly kind: 'end'; readonly why: 'over' | 'crash' }
  | { readonly kind: 'lost'; readonly bodies: number; readonly events: number }
);

export type Tell = (truth: Truth) => void;
