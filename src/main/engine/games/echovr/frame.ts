/**
 * One frame of the game's API, /session and /player_bones together, as flat numbers: filled in place by both file formats, read by the event detector and the
 * session writer. Units are the game's own: metres, m/s, seconds, ms of ping. Strings are numbers of the reader's StringPool, 0 for "" and absent.
 */

/** More than any server takes; the rest of a longer list is left out with a warning. */
export const MAX_PLAYERS = 32;
/** Blue, orange, spectators, and what else a file may list. */
export const MAX_TEAMS = 4;

/** Floats of a player, from `player * PLAYER_FLOATS`. A part (head, body, hand) is 12 numbers: position, forward, left, up. */
export const HEAD = 0;
export const BODY = 12;
export const LHAND = 24;
export const RHAND = 36;
export const VELOCITY = 48;
export const PACKET_LOSS = 51;
/** Stats in the schema's order: possession_time, then the eleven counters. */
export const STATS = 52;
export const PLAYER_FLOATS = 64;

/** Offsets within a part. */
export const POSITION = 0;
export const FORWARD = 3;
export const LEFT = 6;
export const UP = 9;

/** Order of the stats, as in the schema; also the names of their channels. */
export const STAT_NAMES = [
  'possession_time',
  'points',
  'saves',
  'goals',
  'stuns',
  'passes',
  'catches',
  'steals',
  'blocks',
  'interceptions',
  'assists',
  'shots_taken',
] as const;

/** Integers of a player, from `player * PLAYER_INTS`. */
export const SLOT = 0;
export const NUMBER = 1;
export const LEVEL = 2;
export const PING = 3;
/** Index in teams[]: 0 blue, 1 orange, 2 and above spectators. */
export const TEAM = 4;
/** Bits FLAG_*. */
export const FLAGS = 5;
/** Bits HAS_*: what this dialect says about the player. */
export const HAS = 6;
/** String numbers from here on. */
export const NAME = 7;
/** Account id in decimal digits, all 64 bits; 0 when absent or "0". */
export const USER = 8;
export const HOLDING_LEFT = 9;
export const HOLDING_RIGHT = 10;
export const WEAPON = 11;
export const ORDNANCE = 12;
export const TAC_MOD = 13;
export const ARM = 14;
export const PLAYER_INTS = 16;

export const FLAG_STUNNED = 1;
export const FLAG_INVULNERABLE = 2;
export const FLAG_BLOCKING = 4;
export const FLAG_POSSESSION = 8;
export const FLAG_EMOTE = 16;

/** A part has a position, and an orientation. */
export const HAS_HEAD = 1;
export const HAS_HEAD_AXES = 2;
export const HAS_BODY = 4;
export const HAS_BODY_AXES = 8;
export const HAS_LHAND = 16;
export const HAS_LHAND_AXES = 32;
export const HAS_RHAND = 64;
export const HAS_RHAND_AXES = 128;
export const HAS_VELOCITY = 256;
export const HAS_STATS = 512;

/** Bits of a team. */
export const TEAM_POSSESSION = 1;
export const TEAM_HAS_STATS = 2;
export const TEAM_HAS_PLAYERS = 4;

/** Bones of one player: 23 positions, then 23 quaternions. */
export const BONE_POSITIONS = 69;
export const BONE_ORIENTATIONS = 92;
export const BONES = BONE_POSITIONS + BONE_ORIENTATIONS;

/** Disc: position, forward, left, up, velocity. */
export const DISC_VELOCITY = 12;

export const LAST_THROW_NAMES = [
  'arm_speed',
  'total_speed',
  'off_axis_spin_deg',
  'wrist_throw_penalty',
  'rot_per_sec',
  'pot_speed_from_rot',
  'speed_from_arm',
  'speed_from_movement',
  'speed_from_wrist',
  'wrist_align_to_throw_deg',
  'throw_align_to_movement_deg',
  'off_axis_penalty',
  'throw_move_penalty',
] as const;

export interface LastScore {
  discSpeed: number;
  points: number;
  distance: number;
  team: number;
  goalType: number;
  person: number;
  assist: number;
}

export interface Pause {
  state: number;
  unpausedTeam: number;
  requestedTeam: number;
  unpausedTimer: number;
  pausedTimer: number;
}

export class EchoFrame {
  /** Time stamp of the line, Unix ms; NaN when the source has none. */
  stamp = Number.NaN;
  /** The source's own frame number; -1 when it has none. */
  index = -1;

  sessionId = 0;
  sessionIp = 0;
  clientName = 0;
  matchType = 0;
  mapName = 0;
  gameStatus = 0;
  rulesChangedBy = 0;
  /** Decimal digits, as those of an account. */
  rulesChangedAt = 0;
  /** Seconds; NaN when absent (combat). */
  gameClock = Number.NaN;
  bluePoints = 0;
  orangePoints = 0;
  blueRoundScore = 0;
  orangeRoundScore = 0;
  totalRounds = 0;
  blueRestart = 0;
  orangeRestart = 0;
  privateMatch = false;
  tournamentMatch = false;
  errCode = 0;
  /** The blocks that are there at all; only conversion asks. */
  hasLastThrow = false;
  hasLastScore = false;
  hasPause = false;
  hasBones = false;
  bonesErrCode = 0;
  /** What only conversion carries over: filled by readers of whole frames, and empty otherwise. The clock as text, another one in each frame; [team, index in team], or nothing. */
  clockDisplay = '';
  hasPossession = false;
  readonly possession = new Int32Array(2);
  /** Bits TEAM_*, by team. */
  readonly teamFlags = new Int32Array(MAX_TEAMS);
  readonly teamStats = new Float64Array(MAX_TEAMS * STAT_NAMES.length);
  /** left, right, left 2, right 2 of the recorder's controllers, 0 … 1. */
  readonly shoulders = new Float64Array(4);
  readonly lastThrow = new Float64Array(LAST_THROW_NAMES.length);
  readonly lastScore: LastScore = { discSpeed: 0, points: 0, distance: 0, team: 0, goalType: 0, person: 0, assist: 0 };
  readonly pause: Pause = { state: 0, unpausedTeam: 0, requestedTeam: 0, unpausedTimer: 0, pausedTimer: 0 };
  hasDisc = false;
  readonly disc = new Float64Array(15);
  hasDiscAxes = false;
  bounceCount = 0;
  /** The recorder's headset: position, forward, left, up. */
  hasCamera = false;
  hasCameraAxes = false;
  readonly camera = new Float64Array(12);
  /** Combat: contested, multiplier, checkpoint, distance, defenders, speed. */
  hasPayload = false;
  readonly payload = new Float64Array(6);

  teams = 0;
  readonly teamNames = new Int32Array(MAX_TEAMS);
  players = 0;
  /** Players of the source beyond MAX_PLAYERS. */
  dropped = 0;
  /** Skeletons of another number of bones than the game's. */
  bonesDropped = 0;
  readonly floats = new Float64Array(MAX_PLAYERS * PLAYER_FLOATS);
  readonly ints = new Int32Array(MAX_PLAYERS * PLAYER_INTS);

  bones = 0;
  readonly boneSlots = new Int32Array(MAX_PLAYERS);
  readonly boneValues = new Float64Array(MAX_PLAYERS * BONES);

  reset(): void {
    this.stamp = Number.NaN;
    this.index = -1;
    this.sessionId = this.sessionIp = this.clientName = this.matchType = this.mapName = this.gameStatus = 0;
    this.rulesChangedBy = this.rulesChangedAt = 0;
    this.gameClock = Number.NaN;
    this.bluePoints = this.orangePoints = this.blueRoundScore = this.orangeRoundScore = this.totalRounds = 0;
    this.blueRestart = this.orangeRestart = this.errCode = 0;
    this.privateMatch = this.tournamentMatch = false;
    this.shoulders.fill(0);
    this.lastThrow.fill(0);
    const score = this.lastScore;
    score.discSpeed = score.points = score.distance = score.team = score.goalType = score.person = score.assist = 0;
    const pause = this.pause;
    pause.state = pause.unpausedTeam = pause.requestedTeam = pause.unpausedTimer = pause.pausedTimer = 0;
    this.hasDisc = this.hasDiscAxes = this.hasCamera = this.hasCameraAxes = this.hasPayload = false;
    this.hasLastThrow = this.hasLastScore = this.hasPause = this.hasBones = this.hasPossession = false;
    this.clockDisplay = '';
    this.bonesErrCode = 0;
    this.teamFlags.fill(0);
    this.teamStats.fill(0);
    this.disc.fill(0);
    this.camera.fill(0);
    this.payload.fill(0);
    this.bounceCount = 0;
    this.bones = this.bonesDropped = 0;
    this.clearTeams();
    this.teamNames.fill(0);
  }

  clearTeams(): void {
    this.floats.fill(0, 0, this.players * PLAYER_FLOATS);
    this.ints.fill(0, 0, this.players * PLAYER_INTS);
    this.teams = this.players = this.dropped = 0;
  }

  /** Starts the next player of a team; returns its index, or -1 when the frame is full. */
  addPlayer(team: number): number {
    if (this.players === MAX_PLAYERS) {
      this.dropped++;
      return -1;
    }
    const player = this.players++;
    this.ints[player * PLAYER_INTS + TEAM] = team;
    return player;
  }

  /** Index of the player in a slot, -1 for none. `hint` is looked at first: rosters rarely change. */
  findSlot(slot: number, hint: number): number {
    const { ints, players } = this;
    if (hint < players && ints[hint * PLAYER_INTS + SLOT] === slot) return hint;
    for (let i = 0; i < players; i++) if (ints[i * PLAYER_INTS + SLOT] === slot) return i;
    return -1;
  }

  /** Index of the bones of a slot, -1 for none. */
  findBones(slot: number, hint: number): number {
    const { boneSlots, bones } = this;
    if (hint < bones && boneSlots[hint] === slot) return hint;
    for (let i = 0; i < bones; i++) if (boneSlots[i] === slot) return i;
    return -1;
  }

  /** Slot of the first player (in team order) that has possession, -1 when the disc is free. */
  possessor(): number {
    const { ints, players } = this;
    for (let i = 0; i < players; i++) {
      if (((ints[i * PLAYER_INTS + FLAGS] as number) & FLAG_POSSESSION) !== 0) return ints[i * PLAYER_INTS + SLOT] as number;
    }
    return -1;
  }
}
