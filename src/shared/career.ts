/**
 * Career statistics: what is counted of people over all sessions of a game. Every answer says what its numbers are called and measured in, for views know no game; words
 * are those of the game's career provider. Amounts are in the unit of their `CareerStat`; unknown is null, never 0.
 */
import { z } from 'zod';
import type { StatisticFormat } from './statistics.ts';

const text = z.string().max(400);
/** A calendar day of UTC: "2026-02-06". */
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const offset = z.int().min(0).max(10_000_000);
const limit = z.int().min(1).max(500);
const sessionId = z.string().regex(/^[0-9a-f-]{8,36}$/);

/**
 * Which sessions count. `period`: today (day), the last 7 or 30 days up to today (week, month), or all; `from` and `to` (days, both inclusive) take its place. A session belongs
 * to the day on which it began. `weapon`: only what was done with it; statistics that no weapon has are then null. `bots`: bots are listed, and fights against them count.
 */
const careerFilter = z.object({
  game: text,
  period: z.enum(['all', 'month', 'week', 'day']).optional(),
  from: day.optional(),
  to: day.optional(),
  /** As in `CareerChoice.id`. */
  map: text.optional(),
  server: text.optional(),
  weapon: text.optional(),
  bots: z.boolean().optional(),
});
export type CareerFilter = z.infer<typeof careerFilter>;

/** Parameters of the engine's career methods. */
export const CAREER_PARAMS = {
  'career.games': z.object({}),
  /** `stat`: CareerStat.id; `columns`: further ones to show (at most 20), else those of `CareerGame.columns`. `search`: only people with a name like it; ranks stay those of all. */
  'career.leaderboard': z.object({
    filter: careerFilter,
    stat: text,
    columns: z.array(text).max(20).optional(),
    /** Worst first. */
    reverse: z.boolean().optional(),
    search: text.optional(),
    offset,
    limit,
  }),
  /** `id`: CareerPerson.id, also of an alias. */
  'career.player': z.object({ filter: careerFilter, id: text }),
  'career.matches': z.object({ filter: careerFilter, player: text.optional(), offset, limit }),
  /** A session, also one that is being recorded. */
  'career.match': z.object({ id: sessionId }),
  'career.servers': z.object({ filter: careerFilter }),
  /** The server of `filter.server`. */
  'career.server': z.object({ filter: careerFilter }),
  'career.overview': z.object({ filter: careerFilter }),
  /** A table of everything of a kind: CareerDimension.id ("weapon", "map"). */
  'career.table': z.object({ filter: careerFilter, dimension: text, player: text.optional() }),
  'career.compare': z.object({ filter: careerFilter, players: z.array(text).min(2).max(4) }),
  /** One number per value of a dimension, greatest first. */
  'career.query': z.object({ filter: careerFilter, dimension: text, stat: text, player: text.optional(), limit }),
  /** Points for a heatmap, as decodeHeatPoints takes them. `kind`: CareerHeat.id. `fromT`, `toT`: ms since the session's start. `sessions`: these alone. */
  'career.heat': z.object({
    filter: careerFilter,
    kind: text,
    player: text.optional(),
    team: text.optional(),
    sessions: z.array(sessionId).max(1000).optional(),
    fromT: z.int().min(0).optional(),
    toT: z.int().min(0).optional(),
  }),
  /** People by any of their names, the most active first. */
  'career.search': z.object({ game: text, text, bots: z.boolean().optional(), limit }),
  /** Says that `from` is the same person as `into`; undone by career.split of `from`. */
  'career.merge': z.object({ game: text, into: text, from: text }),
  /** Takes an alias (CareerPerson.aliases) out of the person that it was merged into; undone by career.merge. */
  'career.split': z.object({ game: text, alias: text }),
  /** A code that somebody types in the game's chat within some minutes; who does is then merged into this person. */
  'career.claim': z.object({ game: text, player: text }),
} as const;

/** How a number is called and shown. */
export interface CareerStat {
  readonly id: string;
  readonly label: string;
  /** For narrow columns: "K/D". */
  readonly short: string;
  /** As shown to people: "m", "", "/min". */
  readonly unit: string;
  readonly format: StatisticFormat;
  /** Absent where neither is better. */
  readonly higherIsBetter?: boolean;
  /** What exactly is counted. */
  readonly about: string;
  /** Heading under which it is offered: "Fight", "Movement". */
  readonly group: string;
}

/** A value that one can filter by. */
export interface CareerChoice {
  readonly id: string;
  readonly label: string;
  /** Sessions in which it occurs. */
  readonly sessions: number;
}

export interface CareerDimension {
  readonly id: string;
  /** "Weapon" */
  readonly label: string;
  readonly plural: string;
}

export interface CareerHeat {
  readonly id: string;
  readonly label: string;
  /** What one point is: "kills". */
  readonly unit: string;
}

/** A game that has career statistics, and what can be asked of it. */
export interface CareerGame {
  readonly game: string;
  /** Sessions that are counted. */
  readonly sessions: number;
  readonly people: number;
  /** Sessions that wait to be counted: just imported, deleted or restored. */
  readonly pending: number;
  readonly stats: readonly CareerStat[];
  /** CareerStat.id: by which a leaderboard is sorted at first, and what it shows beside. */
  readonly firstStat: string;
  readonly columns: readonly string[];
  readonly dimensions: readonly CareerDimension[];
  readonly heat: readonly CareerHeat[];
  readonly maps: readonly CareerChoice[];
  readonly servers: readonly CareerChoice[];
  readonly weapons: readonly CareerChoice[];
  /** Empty where the game has none. */
  readonly teams: readonly CareerChoice[];
  readonly hasBots: boolean;
  /** Days of the first and the last session, null when there is none. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface CareerPlayerRef {
  /** Stands in addresses. */
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
}

export interface LeaderboardRow {
  /** From 1; equal values share one. */
  readonly rank: number;
  readonly player: CareerPlayerRef;
  /** Of `columns`. */
  readonly values: readonly (number | null)[];
}

export interface Leaderboard {
  /** The first is that which sorts. */
  readonly columns: readonly CareerStat[];
  /** People with a known value (that the search finds), of which `rows` is a page. */
  readonly total: number;
  readonly rows: readonly LeaderboardRow[];
}

/** A number with that of the span of the same length before, null when unknown or when all time is asked for. */
export interface CareerFigure {
  readonly stat: CareerStat;
  readonly value: number | null;
  readonly before: number | null;
}

/** What a row of a table leads to. */
export interface CareerLink {
  readonly kind: 'player' | 'match' | 'map' | 'server' | 'weapon';
  readonly id: string;
}

export interface CareerTableRow {
  readonly label: string;
  /** A quiet word behind the label: "nemesis". */
  readonly note?: string;
  /** The session's team word, for its colour; null for none. */
  readonly team: string | null;
  readonly link: CareerLink | null;
  readonly values: readonly (number | null)[];
}

export interface CareerTable {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Head of the first column. */
  readonly rowLabel: string;
  readonly columns: readonly CareerStat[];
  /** Greatest first by the first column. */
  readonly rows: readonly CareerTableRow[];
  /** Drawn beside the numbers. share: the first column as part of the greatest one. balance: the first column against the second. */
  readonly bar?: 'share' | 'balance';
}

/** Numbers over time: `values[stat][i]` belongs to the span that begins on day `at[i]`. Spans in which nothing was played are there, with null. */
export interface CareerTrend {
  readonly step: 'day' | 'week' | 'month';
  readonly at: readonly string[];
  readonly stats: readonly CareerStat[];
  readonly values: readonly (readonly (number | null)[])[];
  /** Sessions in each span. */
  readonly sessions?: readonly number[];
}

/** Numbers by part of the body, for a figure. `part`: head, helmet, neck, torso_upper, torso_mid, torso_lower, pelvis, r_arm_upper … l_foot, or another word. */
export interface CareerBody {
  readonly title: string;
  readonly about: string;
  readonly columns: readonly CareerStat[];
  readonly parts: readonly { readonly part: string; readonly label: string; readonly values: readonly (number | null)[] }[];
}

/** How often a number lay in each band; `edges` has one more entry than `counts`. */
export interface CareerHistogram {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly unit: string;
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  readonly median: number | null;
}

export interface CareerAchievement {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  /** Those of one set follow each other, the easiest first. */
  readonly set: string;
  readonly tier: 'bronze' | 'silver' | 'gold' | 'platinum' | 'diamond';
  readonly value: number;
  readonly target: number;
  /** value >= target. */
  readonly done: boolean;
  readonly stat: CareerStat;
}

export interface CareerMatchRow {
  /** Of the session. */
  readonly id: string;
  readonly title: string;
  readonly map: CareerChoice;
  readonly server: CareerChoice | null;
  /** ISO 8601 UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly live: boolean;
  readonly players: number;
  readonly result: string | null;
  /** Of `CareerMatches.columns`: of the player when one is asked for, else of all. */
  readonly values: readonly (number | null)[];
}

export interface CareerMatches {
  readonly total: number;
  readonly columns: readonly CareerStat[];
  readonly rows: readonly CareerMatchRow[];
}

/** One that was merged into a person: split it by its id. */
export interface CareerAlias {
  readonly id: string;
  readonly name: string;
  /** How it is known, in words: "Forum member 1003". */
  readonly known: string;
  readonly matches: number;
}

export interface CareerPerson {
  readonly player: CareerPlayerRef;
  /** How this one is known, in words: "Forum member 1003". */
  readonly known: string;
  /** All names that were seen, the most used first. */
  readonly names: readonly { readonly name: string; readonly matches: number }[];
  readonly aliases: readonly CareerAlias[];
  /** Others of the same name, that may be merged. */
  readonly suggestions: readonly CareerAlias[];
  /** ISO 8601 UTC, of the first and the last match that began. */
  readonly firstSeen: string;
  readonly lastSeen: string;
}

export interface CareerPlayer {
  readonly person: CareerPerson;
  /** By the game's first stat, within the filter; null when not ranked. */
  readonly rank: { readonly rank: number; readonly total: number; readonly stat: CareerStat } | null;
  readonly figures: readonly CareerFigure[];
  /** Everything that is counted, in groups. */
  readonly all: readonly CareerFigure[];
  readonly trend: CareerTrend;
  /** Weapons, maps, servers, opponents …, as the game has them. */
  readonly tables: readonly CareerTable[];
  readonly bodies: readonly CareerBody[];
  readonly histograms: readonly CareerHistogram[];
  /** Over all time, whatever the filter says. */
  readonly achievements: readonly CareerAchievement[];
  /** The newest 20. */
  readonly matches: CareerMatches;
}

export interface CareerMatch {
  readonly row: CareerMatchRow;
  readonly columns: readonly CareerStat[];
  /** Sorted by the first column, bots too. */
  readonly scoreboard: readonly {
    readonly player: CareerPlayerRef;
    /** EntityId within the session. */
    readonly entity: number;
    readonly team: string | null;
    readonly values: readonly (number | null)[];
  }[];
  /** Who killed whom how often: rows and columns are those of the scoreboard, `counts[row * n + column]`. */
  readonly versus: { readonly stat: CareerStat; readonly counts: readonly number[] };
  readonly tables: readonly CareerTable[];
}

export interface CareerServerRow {
  readonly server: CareerChoice;
  readonly live: boolean;
  /** ISO 8601 UTC. */
  readonly lastSeen: string;
  readonly values: readonly (number | null)[];
}

/** People on a server over time: the most of each step, as the mean of ten minutes. */
export interface CareerPopulation {
  readonly stepMs: number;
  /** Unix ms of the first step. */
  readonly start: number;
  readonly players: readonly number[];
  readonly bots: readonly number[];
}

export interface CareerServer {
  readonly row: CareerServerRow;
  readonly columns: readonly CareerStat[];
  readonly figures: readonly CareerFigure[];
  readonly population: CareerPopulation;
  /** By each of some stats. */
  readonly tops: readonly Leaderboard[];
  readonly tables: readonly CareerTable[];
  readonly matches: CareerMatches;
}

export interface CareerOverview {
  readonly figures: readonly CareerFigure[];
  readonly trend: CareerTrend;
  readonly tops: readonly Leaderboard[];
  readonly tables: readonly CareerTable[];
  readonly matches: CareerMatches;
}

export interface CareerComparison {
  readonly players: readonly CareerPlayerRef[];
  readonly stats: readonly CareerStat[];
  /** `values[stat][player]` */
  readonly values: readonly (readonly (number | null)[])[];
  /** Who killed whom how often, where there are two or more: `counts[actor * players.length + target]`. */
  readonly versus: { readonly stat: CareerStat; readonly counts: readonly number[] };
  /** Of the first stats; `values[player]` of each. */
  readonly trends: readonly CareerTrend[];
}

export interface CareerQueryAnswer {
  readonly dimension: CareerDimension;
  readonly stat: CareerStat;
  readonly rows: readonly { readonly label: string; readonly link: CareerLink | null; readonly value: number | null }[];
}

interface CareerClaim {
  readonly code: string;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
  /** What to type, in words. */
  readonly message: string;
}

/** Answers of the engine's career methods. */
export interface CareerResults {
  'career.games': readonly CareerGame[];
  'career.leaderboard': Leaderboard;
  'career.player': CareerPlayer;
  'career.matches': CareerMatches;
  'career.match': CareerMatch;
  'career.servers': { readonly columns: readonly CareerStat[]; readonly rows: readonly CareerServerRow[] };
  'career.server': CareerServer;
  'career.overview': CareerOverview;
  'career.table': CareerTable;
  'career.compare': CareerComparison;
  'career.query': CareerQueryAnswer;
  'career.heat': Uint8Array;
  'career.search': readonly CareerPlayerRef[];
  'career.merge': null;
  'career.split': null;
  'career.claim': CareerClaim;
}
