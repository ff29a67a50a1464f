/** A moment of a match as the game's API answers it: numbers rounded as the engine prints them, in plain objects that both writers share. */
import { type Player, shownPing, type Stats } from './player.ts';
import { cross, thousandth, type Vector } from './vector.ts';
import type { Pause, Score, World } from './world.ts';

/** Numbers that the engine prints with three decimals: their text by thousandths, made once each. */
const TEXTS = new Map<number, string>();

/** A float32 with eight significant digits, as the engine prints it. */
export function engineNumber(value: number): string {
  const thousandths = Math.round(value * 1000);
  const rounded = thousandths / 1000 === value;
  const known = rounded ? TEXTS.get(thousandths) : undefined;
  if (known !== undefined) return known;
  let text = String(Number(Math.fround(value).toPrecision(8)));
  if (!/[.e]/.test(text)) text += '.0';
  if (rounded && TEXTS.size < 400_000) TEXTS.set(thousandths, text);
  return text;
}

/** The double that a reader gets from that text. */
export function engineValue(value: number): number {
  return Number(engineNumber(value));
}

const rounded = (v: Vector): Vector => [thousandth(v[0]), thousandth(v[1]), thousandth(v[2])];

export interface Part {
  readonly position: Vector;
  readonly forward: Vector;
  readonly left: Vector;
  readonly up: Vector;
}

export interface ApiPlayer {
  readonly name: string;
  readonly slot: number;
  readonly userid: string;
  readonly number: number;
  readonly level: number;
  readonly ping: number;
  readonly packetLoss: number;
  readonly stunned: boolean;
  readonly invulnerable: boolean;
  readonly blocking: boolean;
  readonly possession: boolean;
  readonly emote: boolean;
  readonly holdingLeft: string;
  readonly holdingRight: string;
  readonly head: Part;
  readonly body: Part;
  readonly lhand: Part;
  readonly rhand: Part;
  readonly velocity: Vector;
  readonly stats: Stats;
}

export interface ApiTeam {
  readonly name: string;
  readonly possession: boolean;
  readonly players: readonly ApiPlayer[];
}

export interface Bones {
  readonly slot: number;
  /** 23 positions, then 23 quaternions. */
  readonly positions: readonly number[];
  readonly orientations: readonly number[];
}

export interface ApiFrame {
  readonly sessionId: string;
  readonly clock: number;
  readonly status: string;
  readonly clientName: string;
  readonly disc: Part & { readonly velocity: Vector; readonly bounces: number };
  readonly points: readonly [number, number];
  readonly roundScores: readonly [number, number];
  readonly rounds: number;
  readonly pause: Readonly<Pause>;
  /** arm_speed, total_speed, rot_per_sec. */
  readonly lastThrow: { readonly arm: number; readonly total: number; readonly spin: number };
  readonly lastScore: Score;
  /** The recorder's headset; its position is not rounded. */
  readonly camera: Part;
  readonly possession: readonly [number, number];
  readonly teams: readonly ApiTeam[];
  readonly bones: readonly Bones[];
}

function part(position: Vector, forward: Vector, up: Vector): Part {
  return { position: rounded(position), forward: rounded(forward), left: rounded(cross(up, forward)), up: rounded(up) };
}

/** A hand: out to its side, swinging as the player pushes along. */
function hand(player: Player, side: 1 | -1): Part {
  const { position, forward, up, phase } = player;
  const left = cross(up, forward);
  const swing = Math.sin(phase + (side > 0 ? 0 : Math.PI)) * 0.22;
  const at = (i: 0 | 1 | 2): number => position[i] + left[i] * 0.32 * side + up[i] * (swing * 0.6 - 0.28) + forward[i] * (0.32 + swing);
  const palm: Vector = [
    forward[0] * 0.8 + up[0] * 0.6 * swing,
    forward[1] * 0.8 + up[1] * 0.6 * swing,
    forward[2] * 0.8 + up[2] * 0.6 * swing,
  ];
  const l = Math.hypot(...palm) || 1;
  return part([at(0), at(1), at(2)], [palm[0] / l, palm[1] / l, palm[2] / l], up);
}

function apiPlayer(world: World, player: Player): ApiPlayer {
  const holds = world.holder === player;
  const level: Vector = [player.forward[0], player.forward[1] * 0.2, player.forward[2]];
  const l = Math.hypot(...level) || 1;
  return {
    name: player.name,
    slot: player.slot,
    userid: player.userid,
    number: player.number,
    level: player.level,
    ping: shownPing(player),
    packetLoss: 0,
    stunned: player.stunned > 0,
    invulnerable: player.stunned === 0 && player.invulnerable > 0,
    blocking: player.blocking,
    possession: holds,
    emote: player.emote > 0,
    holdingLeft: player.grip ? 'geo' : 'none',
    holdingRight: holds ? 'disc' : 'none',
    head: part(player.position, player.forward, player.up),
    body: part(player.position, [level[0] / l, level[1] / l, level[2] / l], player.up),
    lhand: hand(player, 1),
    rhand: hand(player, -1),
    velocity: rounded(player.velocity),
    stats: player.stats,
  };
}

/** Where the joints of a flying body's left side and middle are, in its own axes: left, up, forward. Arms are 3, 5, 7, legs 15, 17, 19, 21; right ones lie between. */
const LEFT: Readonly<Record<number, Vector>> = {
  3: [0.31, -0.3, 0.27],
  5: [0.3, -0.42, 0.04],
  7: [0.18, -0.22, -0.1],
  15: [0.11, -0.64, -0.26],
  17: [0.14, -0.86, -0.56],
  19: [0.13, -0.98, -0.96],
  21: [0.13, -1, -1.12],
};
const HIPS: Vector = [0, -0.52, -0.18];
const MIDDLE: Readonly<Record<number, Vector>> = {
  1: [0, -0.08, -0.04],
  8: [0, -0.19, -0.09],
  9: [0, -0.13, -0.06],
  11: [0, -0.43, -0.15],
  12: [0, -0.32, -0.11],
  14: [0, -0.6, -0.22],
};
const JOINTS: readonly Vector[] = Array.from({ length: 23 }, (_, i) => {
  const [x, y, z] = LEFT[i < 8 ? i + 1 : i - 1] ?? [0, 0, 0];
  return LEFT[i] ?? MIDDLE[i] ?? (x === 0 ? HIPS : [-x, y, z]);
});

function bonesOf(player: Player): Bones {
  const positions: number[] = [];
  const orientations: number[] = [];
  for (const [i, joint] of JOINTS.entries()) {
    const sway = Math.sin(player.phase + i * 0.4) * 0.03;
    positions.push(thousandth(joint[0] + sway), thousandth(joint[1] + sway * 0.5), thousandth(joint[2] - sway));
    const angle = sway * 4;
    orientations.push(thousandth(Math.sin(angle / 2)), 0, 0, thousandth(Math.cos(angle / 2)));
  }
  return { slot: player.slot, positions, orientations };
}

export function apiFrame(world: World, withBones: boolean): ApiFrame {
  const { holder, disc, pause } = world;
  const teams: ApiTeam[] = [0, 1, 2].map((team) => ({
    name: world.teamNames[team as 0 | 1 | 2],
    possession: holder?.team === team,
    players: (team === 2 ? world.spectators : world.players)
      .filter((player) => player.team === team)
      .map((player) => apiPlayer(world, player)),
  }));
  const team = holder?.team ?? -1;
  return {
    sessionId: world.sessionId,
    clock: Math.fround(world.clock),
    status: world.status,
    clientName: world.spectators[0]?.name ?? '',
    disc: {
      ...part(disc.position, [Math.sin(disc.spin), 0, Math.cos(disc.spin)], [0, 1, 0]),
      velocity: rounded(disc.velocity),
      bounces: disc.bounces,
    },
    points: world.points,
    roundScores: world.roundScores,
    rounds: world.rounds,
    pause: { ...pause, pausedTimer: thousandth(pause.pausedTimer), unpausedTimer: thousandth(pause.unpausedTimer) },
    lastThrow: world.lastThrow,
    lastScore: world.lastScore,
    camera: { ...part(world.camera, [-1, 0, 0], [0, 1, 0]), position: world.camera },
    possession: holder === null ? [-1, -1] : [team, teams[team]?.players.findIndex((player) => player.slot === holder.slot) ?? -1],
    teams,
    bones: withBones ? world.players.map(bonesOf) : [],
  };
}

/** Sums of a team's players, which is what the API gives for it. */
export function teamStats(team: ApiTeam): Stats {
  const total: Record<keyof Stats, number> = {
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
  };
  for (const player of team.players) for (const key of Object.keys(total) as (keyof Stats)[]) total[key] += player.stats[key];
  return total;
}

export function clockDisplay(clock: number): string {
  const hundredths = Math.trunc(clock * 100);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(hundredths / 6000))}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}
