/** Who plays: what a player is, and the names and counters the game knows of one. */
import type { Side } from './truth.ts';
import type { Chance, Vector } from './vector.ts';

export interface Stats {
  possession_time: number;
  points: number;
  saves: number;
  goals: number;
  stuns: number;
  passes: number;
  catches: number;
  steals: number;
  blocks: number;
  interceptions: number;
  assists: number;
  shots_taken: number;
}

export interface Player {
  readonly name: string;
  readonly userid: string;
  readonly number: number;
  readonly level: number;
  slot: number;
  /** 0 blue, 1 orange, 2 spectator. */
  team: number;
  position: Vector;
  velocity: Vector;
  forward: Vector;
  up: Vector;
  /** Seconds of being stunned that are left, and of being safe from it after that. */
  stunned: number;
  invulnerable: number;
  /** Seconds until the disc may be caught again. */
  cooldown: number;
  emote: number;
  blocking: boolean;
  /** ms; `lag` are the seconds of a bad connection that are left, which adds to it. */
  ping: number;
  lag: number;
  /** Frame since which the ping is in trouble; -1 when it is not. */
  troubleFrom: number;
  /** Where it likes to be, drawn anew now and then. */
  wish: Vector;
  wishLeft: number;
  /** Phase of the hands' motion. */
  phase: number;
  grip: boolean;
  stats: Stats;
}

export const NAMES = [
  'Astra',
  'Kestrel',
  'Nimbus',
  'Orbital',
  'Tern',
  'Vex',
  'Solace',
  'Brandy',
  'Quill',
  'Juno',
  'Wren',
  'Halcyon',
  'Pike',
  'Ember',
] as const;

const LAG = 160;

/** Ping as the game shows it, ms. */
export const shownPing = (player: Player): number => player.ping + (player.lag > 0 ? LAG : 0);

export const sideOf = (team: number): Side => (team === 0 ? 'blue' : 'orange');

/** +1 for blue, which attacks +z. */
export const attackOf = (player: Player): number => (player.team === 0 ? 1 : -1);

export function newPlayer(chance: Chance, name: string, team: number, slot: number): Player {
  return {
    name,
    userid: String(3_900_000_000_000_000 + Math.floor(chance.next() * 1e12)),
    number: chance.whole(100),
    level: 1 + chance.whole(50),
    slot,
    team,
    position: [0, 0, 0],
    velocity: [0, 0, 0],
    forward: [0, 0, team === 0 ? 1 : -1],
    up: [0, 1, 0],
    stunned: 0,
    invulnerable: 0,
    cooldown: 0,
    emote: 0,
    blocking: false,
    ping: 20 + chance.whole(70),
    lag: 0,
    troubleFrom: -1,
    wish: [0, 0, 0],
    wishLeft: 0,
    phase: chance.between(0, 6),
    grip: false,
    stats: {
      possession_time: 0,
      points: 0,
      saves: 0,
      goals: 0,
      stuns: 0,
      passes: 0,
      catches: 0,
      steals: 0,
      blocks: 0,
      interceptions: 0,
      assists: 0,
      shots_taken: 0,
    },
  };
}
