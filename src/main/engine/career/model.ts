/** What a game says of its career statistics, as plain data: which counters there are, what is computed of them, and how all that is called. */
import type { CareerHeat, CareerStat } from '../../../shared/career.ts';

/** Stand in the tables for all who are not bots, and for all bots. */
export const EVERYBODY = 0;
export const BOTS = -1;

/** Columns n0 … of career_rows and career_totals, and of career_details. */
export const MOST_COUNTERS = 64;
export const MOST_DETAIL_COUNTERS = 8;

/** What a counter's kind says of somebody else than the player: counted only where bots are asked for. */
export interface Sum {
  /** Counters that are added. */
  readonly of: readonly string[];
  /** Added too where bots count. */
  readonly bots?: readonly string[];
}

/** How a statistic is computed. */
export type Formula =
  /** times `scale` */
  | { readonly sum: Sum; readonly scale?: number }
  /** One sum by another, times `scale`. Where nothing is to divide by: unknown, or as if it were one. */
  | { readonly ratio: Sum; readonly by: Sum; readonly scale?: number; readonly byAtLeastOne?: true }
  /** The greatest key of a detail. */
  | { readonly greatest: string }
  /** The key of a detail that half of the things counted lie below; the middle of its band. */
  | { readonly median: string };

export interface StatModel extends CareerStat {
  readonly from: Formula;
  /** Of what was done with one weapon: of the counters of the detail "weapon". Absent where no weapon has it. */
  readonly ofWeapon?: Formula;
  /** Not known by sum, only for figures: kept out of leaderboards. */
  readonly unranked?: true;
}

export interface DetailModel {
  /** `kind` of career_details. */
  readonly id: string;
  /** What its keys are: names, whole numbers, or other people. */
  readonly keys: 'text' | 'number' | 'person';
  readonly counters: readonly string[];
  /** "Weapon", "Weapons" */
  readonly label: string;
  readonly plural: string;
  /** What is counted, for the head of its table. */
  readonly about: string;
  readonly shownAs: 'table' | 'body' | 'histogram' | 'none';
  readonly bar?: 'share' | 'balance';
  /** What the greatest of the first columns is called, behind its label. */
  readonly notes?: readonly string[];
  /** Of tables and bodies: computed of its own counters. The first sorts. */
  readonly stats: readonly StatModel[];
  /** Of histograms. */
  readonly unit?: string;
  readonly edges?: readonly number[];
}

export interface AchievementModel {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly set: string;
  readonly tier: 'bronze' | 'silver' | 'gold' | 'platinum' | 'diamond';
  /** StatModel.id */
  readonly stat: string;
  readonly target: number;
}

export interface CareerModel {
  readonly game: string;
  /** The counter at index i is column n<i>; only ever added to at the end. The first counts matches: 1 in each row of a session. */
  readonly counters: readonly string[];
  readonly details: readonly DetailModel[];
  readonly stats: readonly StatModel[];
  /** StatModel.id each. */
  readonly firstStat: string;
  readonly columns: readonly string[];
  readonly figures: readonly string[];
  readonly trend: readonly string[];
  readonly matchColumns: readonly string[];
  readonly scoreboard: readonly string[];
  readonly tableColumns: readonly string[];
  readonly overview: readonly string[];
  readonly tops: readonly string[];
  readonly heat: readonly CareerHeat[];
  readonly achievements: readonly AchievementModel[];
  /** Detail by person: who killed whom, and which of its stats says how often. Absent where nobody fights. */
  readonly versus?: { readonly detail: string; readonly stat: string };
  /** The detail of the session itself that says who was there: [people x ms, bots x ms] by steps of Unix time. Absent where that is not counted. */
  readonly population?: { readonly detail: string; readonly stepMs: number };
  /** Words by map, for people. */
  readonly mapNames: Readonly<Record<string, string>>;
  readonly teams: readonly { readonly id: string; readonly label: string }[];
  readonly hasBots: boolean;
  /** How somebody is known, in words, by scheme: "Forum member {value}". */
  readonly known: Readonly<Record<string, string>>;
  /** What to type in the game to claim an identity: "!claim {code}", and the letters before the number; absent where it has no chat. */
  readonly claim?: { readonly message: string; readonly prefix: string };
}
