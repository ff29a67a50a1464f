/** The state of a match: what the game's API shows of it, what play remembers, and where everything that happens is told. */
import { newPlayer, NAMES, type Player, sideOf, type Stats } from './player.ts';
import type { Act, Measure } from './truth.ts';
import { Chance, type Vector } from './vector.ts';

export interface Score {
  disc_speed: number;
  team: string;
  goal_type: string;
  point_amount: number;
  distance_thrown: number;
  person_scored: string;
  assist_scored: string;
}

/** Between rounds the status of a private match is empty for a moment. */
export type Status =
  | ''
  | 'pre_match'
  | 'round_start'
  | 'playing'
  | 'score'
  | 'round_over'
  | 'pre_sudden_death'
  | 'sudden_death'
  | 'post_sudden_death'
  | 'post_match';

export interface Pause {
  state: 'unpaused' | 'paused_requested' | 'paused' | 'unpausing';
  requestedTeam: 'none' | 'blue' | 'orange';
  unpausedTeam: 'none' | 'blue' | 'orange';
  /** Seconds, of being paused and of starting again. */
  pausedTimer: number;
  unpausedTimer: number;
}

export interface MatchOptions {
  readonly seed: number;
  readonly playersPerTeam: number;
  /** How long the recording is at most; the match is planned to end in it. */
  readonly seconds: number;
  readonly rounds: number;
  readonly sessionId: string;
  /** ms since the session's first frame, of a frame. */
  readonly time: (frame: number) => number;
}

export interface Teller {
  act(act: Act): void;
  measure(measure: Measure): void;
}

/** A counter that makes an event. */
export type Counted = Exclude<keyof Stats, 'possession_time' | 'points'>;

export const GOAL = 36;
export const GOAL_RADIUS = 1.6;
/** Half of the arena, m. */
export const HALF: Vector = [15, 9, 39];

const TEAM_NAMES = ['Vanguard', 'Halcyon', 'SPECTATORS'] as const;
const NO_SCORE: Score = {
  disc_speed: 0,
  team: 'blue',
  goal_type: '[NO GOAL]',
  point_amount: 0,
  distance_thrown: 0,
  person_scored: '[INVALID]',
  assist_scored: '[INVALID]',
};

export class World {
  readonly sessionId: string;
  readonly teamNames = TEAM_NAMES;
  readonly rounds: number;
  readonly chance: Chance;
  frame = 0;
  status: Status = 'pre_match';
  clock = 0;
  points: [number, number] = [0, 0];
  roundScores: [number, number] = [0, 0];
  pause: Pause = { state: 'unpaused', requestedTeam: 'none', unpausedTeam: 'none', pausedTimer: 0, unpausedTimer: 0 };
  disc: { position: Vector; velocity: Vector; spin: number; bounces: number } = {
    position: [0, 0, 0],
    velocity: [0, 0, 0],
    spin: 0,
    bounces: 0,
  };
  readonly players: Player[] = [];
  /** The first one records the match. */
  readonly spectators: Player[] = [];
  camera: Vector = [0, 0, 0];
  /** Who has the disc. */
  holder: Player | null = null;
  lastScore: Score = NO_SCORE;
  /** arm_speed, total_speed, rot_per_sec of the last throw. */
  lastThrow: { arm: number; total: number; spin: number } = { arm: 0, total: 0, spin: 0 };
  /** Seconds played, of all kinds of time. */
  elapsed = 0;

  // What play remembers
  heldFor = 0;
  heldFrom = 0;
  lastHolder: Player | null = null;
  thrower: Player | null = null;
  thrownFrom: Vector = [0, 0, 0];
  passer: Player | null = null;
  dropper: Player | null = null;
  shot = false;
  /** Passes in a row of the team that had the disc last. */
  chain = 0;
  chainTeam = -1;
  /** The last pass: who scores after it owes the goal to it. */
  lastPass: { from: Player; to: Player; at: number } | null = null;

  readonly #tell: Teller;
  readonly #time: (frame: number) => number;

  constructor(options: MatchOptions, tell: Teller) {
    this.chance = new Chance(options.seed);
    this.sessionId = options.sessionId;
    this.rounds = options.rounds;
    this.#tell = tell;
    this.#time = options.time;
    const perTeam = options.playersPerTeam;
    for (let i = 0; i < perTeam * 2; i++)
      this.players.push(newPlayer(this.chance, NAMES[i % NAMES.length] as string, i < perTeam ? 0 : 1, i));
    this.spectators.push(newPlayer(this.chance, NAMES[NAMES.length - 1] as string, 2, perTeam * 2));
  }

  act(type: string, slot: number, details: Readonly<Record<string, string | number>> = {}): void {
    this.#tell.act({ kind: 'event', type, slot, ...details });
  }

  measure(measure: Measure): void {
    this.#tell.measure(measure);
  }

  /** ms from a frame to this one. */
  since(frame: number): number {
    return this.#time(this.frame) - this.#time(frame);
  }

  count(player: Player, stat: Counted, type: string, details: Readonly<Record<string, string | number>> = {}): void {
    player.stats[stat]++;
    this.act(type, player.slot, { total: player.stats[stat], ...details });
  }

  /** The disc changes hands; each change is one of the game's possession changes. */
  take(player: Player | null): void {
    if (this.holder === player) return;
    this.tellPossession();
    this.act('disc_possession_changed', player?.slot ?? -1);
    if (player !== null) {
      this.act('disc_caught', player.slot);
      if (player.team !== this.chainTeam) this.chain = 0;
      this.chainTeam = player.team;
      this.lastHolder = player;
    }
    this.holder = player;
    this.heldFor = 0;
    this.heldFrom = this.frame;
  }

  /** Tells of the interval that ends now. */
  tellPossession(): void {
    const { holder, heldFrom } = this;
    if (holder === null || heldFrom === this.frame) return;
    this.measure({ kind: 'possession', slot: holder.slot, team: sideOf(holder.team), fromFrame: heldFrom, ms: this.since(heldFrom) });
  }

  /** Lets go of everyone who might still be thought of as having had the disc. */
  forget(player: Player): void {
    if (this.thrower === player) this.thrower = null;
    if (this.passer === player) this.passer = null;
    if (this.dropper === player) this.dropper = null;
    if (this.lastPass?.from === player || this.lastPass?.to === player) this.lastPass = null;
  }

  /** The first slot that nobody is in, and that is not `except`. */
  freeSlot(except = -1): number {
    const taken = new Set([...this.players, ...this.spectators].map(({ slot }) => slot)).add(except);
    let slot = 0;
    while (taken.has(slot)) slot++;
    return slot;
  }
}
