/**
 * The messages of .tape into EchoFrames. A frame holds places and flags; names, loadout, holds, counters and the last goal are told by events and remembered here.
 * Field numbers: the published schema of telemetry v2, all versions at once.
 */
import {
  BODY,
  BONE_ORIENTATIONS,
  BONE_POSITIONS,
  BONES,
  DISC_VELOCITY,
  type EchoFrame,
  FLAG_POSSESSION,
  FLAGS,
  FORWARD,
  HAS,
  HAS_BODY,
  HAS_HEAD,
  HAS_LHAND,
  HAS_RHAND,
  HAS_STATS,
  HAS_VELOCITY,
  HEAD,
  HOLDING_LEFT,
  HOLDING_RIGHT,
  LEFT,
  LEVEL,
  LHAND,
  MAX_PLAYERS,
  MAX_TEAMS,
  NAME,
  NUMBER,
  ORDNANCE,
  PACKET_LOSS,
  PING,
  PLAYER_FLOATS,
  PLAYER_INTS,
  POSITION,
  RHAND,
  SLOT,
  STAT_NAMES,
  STATS,
  TAC_MOD,
  TEAM,
  TEAM_HAS_PLAYERS,
  TEAM_HAS_STATS,
  TEAM_POSSESSION,
  UP,
  USER,
  VELOCITY,
  WEAPON,
} from './frame.ts';
import { ProtoCursor } from './proto-cursor.ts';
import type { StringPool } from './string-pool.ts';

const GAME_STATUS = [
  '',
  'pre_match',
  'round_start',
  'playing',
  'score',
  'round_over',
  'post_match',
  'pre_sudden_death',
  'sudden_death',
  'post_sudden_death',
];
const PAUSE_STATE = ['', 'unpaused', 'paused', 'unpausing', 'autopause_replay', 'none', 'paused_requested'];
const MATCH_TYPE = [
  '',
  'Social_2.0',
  'Social_2.0_Private',
  'Echo_Arena',
  'Echo_Combat',
  'Echo_Pass',
  'Echo_Arena_FFA',
  'Echo_Arena_Private',
  'Echo_Arena_Tournament',
];
const GOAL_TYPE = [
  '',
  'INSIDE SHOT',
  'LONG SHOT',
  'BOUNCE SHOT',
  'LONG BOUNCE SHOT',
  'SELF GOAL',
  '[NO GOAL]',
  'SLAM DUNK',
  'HEADBUTT',
  'LONG HEADBUTT',
  'BUMPER SHOT',
  'LONG BUMPER SHOT',
];
/** Files from before July 2026 kept only five goal types: of the others it is known that it was a goal. */
const SOME_GOAL = 'GOAL';
const TEAM_OF_ROLE = ['', 'blue', 'orange'];
/** Offsets in `stats` of the totals that events 41 and 50 … 57 carry. */
const TOTAL_OF_EVENT: ReadonlyMap<number, number> = new Map([
  [41, statIndex('goals')],
  [50, statIndex('saves')],
  [51, statIndex('stuns')],
  [52, statIndex('passes')],
  [53, statIndex('steals')],
  [54, statIndex('blocks')],
  [55, statIndex('interceptions')],
  [56, statIndex('assists')],
  [57, statIndex('shots_taken')],
]);

function statIndex(name: (typeof STAT_NAMES)[number]): number {
  return STAT_NAMES.indexOf(name);
}

/** What is known of a slot beyond its frames. Strings by number. */
interface Slot {
  user: number;
  name: number;
  number: number;
  level: number;
  weapon: number;
  ordnance: number;
  tacMod: number;
  holdingLeft: number;
  holdingRight: number;
  /** In the schema's order; the first, possession_time, is in the frames. */
  readonly stats: Float64Array;
  /** The engine's own counters came; the totals of single events are no longer believed. */
  engineStats: boolean;
}

/** The header of a tape, for whoever describes the file. */
interface TapeHeader {
  readonly captureId: string;
  readonly version: number;
  readonly metadata: Record<string, string>;
}

export class TapeProto {
  /** Events that frames carried; they are found anew from the frames. */
  events = 0;
  /** frame_count of the footer; -1 before it. */
  frameCount = -1;
  readonly #pool: StringPool;
  readonly #proto: ProtoCursor;
  readonly #slots = new Map<number, Slot>();
  /** Unix ms of the first frame. */
  #createdAt = Number.NaN;
  #sessionId = 0;
  #sessionIp = 0;
  #mapName = 0;
  #matchType = 0;
  #clientName = 0;
  #rulesChangedBy = 0;
  #rulesChangedAt = 0;
  #privateMatch = false;
  #tournamentMatch = false;
  #totalRounds = 0;
  readonly #teamNames: number[] = [];
  #blueRounds = 0;
  #orangeRounds = 0;
  #hasScore = false;
  readonly #score = { discSpeed: 0, points: 0, distance: 0, team: 0, goalType: 0, person: 0, assist: 0 };
  #hasThrow = false;
  readonly #throw = new Float64Array(13);
  readonly #vector = new Float64Array(7);
  readonly #words = new Map<string, number>();

  constructor(pool: StringPool) {
    this.#pool = pool;
    this.#proto = new ProtoCursor(pool);
  }

  /** Number of a word of the game, which the pool is asked for once. */
  #word(text: string): number {
    let id = this.#words.get(text);
    if (id === undefined) {
      id = this.#pool.fromText(text);
      this.#words.set(text, id);
    }
    return id;
  }

  /** Whether the next message is an envelope of a header (1), a frame (2) or the footer (3); 0 for anything else. The cursor is then inside it. */
  envelope(bytes: Uint8Array, start: number, end: number): number {
    const proto = this.#proto;
    proto.start(bytes, start, end);
    while (proto.field()) {
      if (proto.number >= 1 && proto.number <= 3 && proto.wire === 2) {
        proto.enter();
        return proto.number;
      }
      proto.skip();
    }
    return 0;
  }

  /** After `envelope` found a header. */
  header(): TapeHeader {
    const proto = this.#proto;
    let captureId = '';
    let version = 0;
    const metadata: Record<string, string> = {};
    let gameType = '';
    while (proto.field()) {
      switch (proto.number) {
        case 1:
          captureId = this.#pool.text(proto.string());
          break;
        case 2:
          this.#createdAt = proto.timestamp();
          break;
        case 3:
          version = proto.scalar();
          break;
        case 4:
          proto.mapEntry(metadata);
          break;
        case 8:
          gameType = this.#pool.text(proto.string());
          break;
        case 10: {
          const outer = proto.enter();
          this.#gameHeader();
          proto.leave(outer);
          break;
        }
        default:
          proto.skip();
      }
    }
    if (gameType !== '') {
      const segments = gameType.toLowerCase().split('_');
      this.#matchType = this.#word(gameType);
      this.#privateMatch = segments.includes('private');
      this.#tournamentMatch = segments.includes('tournament');
    }
    return { captureId, version, metadata };
  }

  #gameHeader(): void {
    const proto = this.#proto;
    while (proto.field()) {
      switch (proto.number) {
        case 1:
          this.#sessionId = proto.string();
          break;
        case 2:
          this.#mapName = proto.string();
          break;
        case 3:
          this.#matchType = this.#word(MATCH_TYPE[proto.scalar()] ?? '');
          break;
        case 4:
          this.#clientName = proto.string();
          break;
        case 5:
          this.#privateMatch = proto.scalar() !== 0;
          break;
        case 6:
          this.#tournamentMatch = proto.scalar() !== 0;
          break;
        case 7:
          this.#totalRounds = proto.scalar();
          break;
        case 8:
          this.#joined();
          break;
        case 10:
          this.#sessionIp = proto.string();
          break;
        case 11:
          this.#rulesChangedBy = proto.string();
          break;
        case 12:
          this.#rulesChangedAt = proto.digits();
          break;
        case 13:
          this.#teamNames.push(proto.string());
          break;
        default:
          proto.skip();
      }
    }
  }

  /** After `envelope` found the footer. */
  footer(): void {
    const proto = this.#proto;
    this.frameCount = 0;
    while (proto.field()) {
      if (proto.number === 1) this.frameCount = proto.scalar();
      else proto.skip();
    }
  }

  /** After `envelope` found a frame: false when it is none that is known (dense, or of another game). Throws NOT_PROTOBUF; the frame is then half filled. */
  frame(frame: EchoFrame): boolean {
    const proto = this.#proto;
    let offset = 0;
    let body = -1;
    let bodyEnd = -1;
    frame.index = 0;
    while (proto.field()) {
      if (proto.number === 1) frame.index = proto.scalar() >>> 0;
      else if (proto.number === 2) offset = proto.scalar() >>> 0;
      else if (proto.number === 10 && proto.wire === 2) {
        const outer = proto.enter();
        body = proto.pos;
        bodyEnd = proto.end;
        proto.leave(outer);
      } else proto.skip();
    }
    frame.stamp = this.#createdAt + offset;
    if (body < 0) return false;
    this.#readFrame(frame, body, bodyEnd);
    return true;
  }

  #readFrame(frame: EchoFrame, start: number, end: number): void {
    const proto = this.#proto;
    const players: { readonly start: number; readonly end: number; readonly team: number }[] = [];
    let holder = -1;
    proto.start(proto.bytes, start, end);
    while (proto.field()) {
      switch (proto.number) {
        case 1:
          frame.gameStatus = this.#word(GAME_STATUS[proto.scalar()] ?? '');
          break;
        case 2:
          frame.gameClock = proto.scalar();
          break;
        case 3: {
          const state = proto.scalar();
          frame.hasPause = state !== 0;
          frame.pause.state = this.#word(PAUSE_STATE[state] ?? '');
          break;
        }
        case 4:
          this.#disc(frame);
          break;
        case 5: {
          const outer = proto.enter();
          players.push({ start: proto.pos, end: proto.end, team: this.#teamOf() });
          proto.leave(outer);
          break;
        }
        case 6:
          frame.hasBones = true;
          this.#bones(frame);
          break;
        case 7:
          holder = proto.scalar();
          break;
        case 8: {
          const has = this.#pose(frame.camera, 0);
          frame.hasCamera = (has & 1) !== 0;
          frame.hasCameraAxes = (has & 2) !== 0;
          break;
        }
        case 9:
          frame.bluePoints = proto.scalar();
          break;
        case 10:
          frame.orangePoints = proto.scalar();
          break;
        case 12:
          this.#event();
          break;
        case 13:
          this.#payload(frame);
          break;
        case 14:
        case 15:
        case 16:
        case 17:
          frame.shoulders[proto.number - 14] = proto.scalar();
          break;
        case 18:
          frame.errCode = proto.scalar();
          break;
        case 19:
          frame.blueRestart = proto.scalar();
          break;
        case 20:
          frame.orangeRestart = proto.scalar();
          break;
        case 21:
          this.#pauseDetail(frame);
          break;
        default:
          proto.skip();
      }
    }
    if (frame.hasDisc && Number.isNaN(frame.gameClock)) frame.gameClock = 0;
    // Frames list players by team already; a stable sort puts right what does not.
    players.sort((a, b) => a.team - b.team);
    for (const player of players) {
      proto.start(proto.bytes, player.start, player.end);
      this.#player(frame, player.team);
    }
    this.#compose(frame, holder);
  }

  /** What the header and the events so far say, which every frame of the game's own API repeats. */
  #compose(frame: EchoFrame, holder: number): void {
    frame.sessionId = this.#sessionId;
    frame.sessionIp = this.#sessionIp;
    frame.clientName = this.#clientName;
    frame.matchType = this.#matchType;
    frame.mapName = this.#mapName;
    frame.rulesChangedBy = this.#rulesChangedBy;
    frame.rulesChangedAt = this.#rulesChangedAt;
    frame.privateMatch = this.#privateMatch;
    frame.tournamentMatch = this.#tournamentMatch;
    frame.totalRounds = this.#totalRounds;
    frame.blueRoundScore = this.#blueRounds;
    frame.orangeRoundScore = this.#orangeRounds;
    frame.hasLastScore = this.#hasScore;
    Object.assign(frame.lastScore, this.#score);
    frame.hasLastThrow = this.#hasThrow;
    frame.lastThrow.set(this.#throw);
    if (frame.hasDisc) frame.clockDisplay = this.#pool.fromText(clockDisplay(frame.gameClock));
    if (frame.hasPause) {
      const { pause } = frame;
      if (pause.unpausedTeam === 0) pause.unpausedTeam = this.#word('none');
      if (pause.requestedTeam === 0) pause.requestedTeam = this.#word('none');
    }
    this.#hold(frame, holder);
    const { ints, floats } = frame;
    let last = this.#teamNames.length;
    for (let player = 0; player < frame.players; player++) last = Math.max(last, (ints[player * PLAYER_INTS + TEAM] as number) + 1);
    frame.teams = Math.min(last, MAX_TEAMS);
    for (let team = 0; team < frame.teams; team++) frame.teamNames[team] = this.#teamNames[team] ?? 0;
    for (let player = 0; player < frame.players; player++) {
      const at = player * PLAYER_INTS;
      const team = ints[at + TEAM] as number;
      if (team >= frame.teams) continue;
      let flags = (frame.teamFlags[team] as number) | TEAM_HAS_PLAYERS;
      if (((ints[at + FLAGS] as number) & FLAG_POSSESSION) !== 0) flags |= TEAM_POSSESSION;
      if (((ints[at + HAS] as number) & HAS_STATS) !== 0) {
        flags |= TEAM_HAS_STATS;
        for (let i = 0; i < STAT_NAMES.length; i++) {
          const sum = team * STAT_NAMES.length + i;
          frame.teamStats[sum] = (frame.teamStats[sum] as number) + (floats[player * PLAYER_FLOATS + STATS + i] as number);
        }
      }
      frame.teamFlags[team] = flags;
    }
  }

  /** Who has the disc, by team and place in it: the frame's holder, else the first whose flag says so. */
  #hold(frame: EchoFrame, holder: number): void {
    frame.hasPossession = frame.hasDisc;
    frame.possession[0] = frame.possession[1] = -1;
    const player = holder >= 0 ? frame.findSlot(holder, 0) : frame.findSlot(frame.possessor(), 0);
    if (player < 0) return;
    const { ints } = frame;
    const at = player * PLAYER_INTS;
    ints[at + FLAGS] = (ints[at + FLAGS] as number) | FLAG_POSSESSION;
    let index = 0;
    for (let i = 0; i < player; i++) if (ints[i * PLAYER_INTS + TEAM] === ints[at + TEAM]) index++;
    frame.possession[0] = ints[at + TEAM] as number;
    frame.possession[1] = index;
  }

  #slot(slot: number): Slot {
    let known = this.#slots.get(slot);
    if (known === undefined) {
      known = {
        user: 0,
        name: 0,
        number: 0,
        level: 0,
        weapon: 0,
        ordnance: 0,
        tacMod: 0,
        holdingLeft: 0,
        holdingRight: 0,
        stats: new Float64Array(STAT_NAMES.length),
        engineStats: false,
      };
      // A made-up slot number must not cost memory for ever.
      if (this.#slots.size < 1000) this.#slots.set(slot, known);
    }
    return known;
  }

  /** Bits 5 and 6 of the flags in the player message that the cursor is in. */
  #teamOf(): number {
    const proto = this.#proto;
    let team = 0;
    while (proto.field()) {
      if (proto.number === 7) team = (proto.scalar() >> 5) & 3;
      else proto.skip();
    }
    return team;
  }

  #player(frame: EchoFrame, team: number): void {
    const proto = this.#proto;
    const player = frame.addPlayer(team);
    if (player < 0) return;
    const { floats, ints } = frame;
    const f = player * PLAYER_FLOATS;
    const i = player * PLAYER_INTS;
    let has = 0;
    while (proto.field()) {
      switch (proto.number) {
        case 1:
          ints[i + SLOT] = proto.scalar();
          break;
        case 2:
          has |= this.#pose(floats, f + HEAD) * HAS_HEAD;
          break;
        case 3:
          has |= this.#pose(floats, f + BODY) * HAS_BODY;
          break;
        case 4:
          has |= this.#pose(floats, f + LHAND) * HAS_LHAND;
          break;
        case 5:
          has |= this.#pose(floats, f + RHAND) * HAS_RHAND;
          break;
        case 6:
          this.#numbered(floats, f + VELOCITY, 3);
          has |= HAS_VELOCITY;
          break;
        case 7:
          ints[i + FLAGS] = proto.scalar() & 31;
          break;
        case 8:
          ints[i + PING] = proto.scalar();
          break;
        case 9:
          floats[f + PACKET_LOSS] = proto.scalar();
          break;
        case 10:
          floats[f + STATS] = proto.scalar();
          break;
        default:
          proto.skip();
      }
    }
    const slot = ints[i + SLOT] as number;
    const known = this.#slots.get(slot);
    if (known !== undefined) {
      ints[i + NAME] = known.name;
      ints[i + USER] = known.user;
      ints[i + NUMBER] = known.number;
      ints[i + LEVEL] = known.level;
      ints[i + WEAPON] = known.weapon;
      ints[i + ORDNANCE] = known.ordnance;
      ints[i + TAC_MOD] = known.tacMod;
      ints[i + HOLDING_LEFT] = known.holdingLeft;
      ints[i + HOLDING_RIGHT] = known.holdingRight;
      for (let n = 1; n < STAT_NAMES.length; n++) floats[f + STATS + n] = known.stats[n] as number;
    }
    if ((ints[i + NAME] as number) === 0) ints[i + NAME] = this.#word(`slot ${slot}`);
    if (frame.hasDisc) has |= HAS_STATS;
    ints[i + HAS] = has;
  }

  #disc(frame: EchoFrame): void {
    const proto = this.#proto;
    const outer = proto.enter();
    while (proto.field()) {
      if (proto.number === 1) {
        const has = this.#pose(frame.disc, 0);
        frame.hasDisc = (has & 1) !== 0;
        frame.hasDiscAxes = (has & 2) !== 0;
      } else if (proto.number === 2) this.#numbered(frame.disc, DISC_VELOCITY, 3);
      else if (proto.number === 3) frame.bounceCount = proto.scalar();
      else proto.skip();
    }
    proto.leave(outer);
  }

  /** A pose into a part's 12 numbers; bit 0 when it has a position, bit 1 when it has axes. */
  #pose(out: Float64Array, offset: number): number {
    const proto = this.#proto;
    const q = this.#vector;
    q.fill(0);
    let has = 0;
    const outer = proto.enter();
    while (proto.field()) {
      if (proto.number === 1) {
        this.#numbered(out, offset + POSITION, 3);
        has |= 1;
      } else if (proto.number === 2) {
        this.#numbered(q, 0, 4);
        has |= 2;
      } else proto.skip();
    }
    proto.leave(outer);
    return (has & 2) !== 0 && axes(q, out, offset) ? has : has & 1;
  }

  /** A message of floats with the numbers 1…; those that are missing are zero. */
  #numbered(out: Float64Array, offset: number, count: number): void {
    const proto = this.#proto;
    const outer = proto.enter();
    while (proto.field()) {
      if (proto.number <= count) out[offset + proto.number - 1] = proto.scalar();
      else proto.skip();
    }
    proto.leave(outer);
  }

  #bones(frame: EchoFrame): void {
    const proto = this.#proto;
    const outer = proto.enter();
    if (frame.bones < MAX_PLAYERS) {
      const offset = frame.bones * BONES;
      let slot = 0;
      let positions = 0;
      let orientations = 0;
      while (proto.field()) {
        if (proto.number === 1) slot = proto.scalar();
        else if (proto.number === 2) positions = proto.floats(frame.boneValues, offset, positions, BONE_POSITIONS);
        else if (proto.number === 3)
          orientations = proto.floats(frame.boneValues, offset + BONE_POSITIONS, orientations, BONE_ORIENTATIONS);
        else proto.skip();
      }
      if (positions === BONE_POSITIONS && orientations === BONE_ORIENTATIONS) frame.boneSlots[frame.bones++] = slot;
    }
    proto.leave(outer);
  }

  #payload(frame: EchoFrame): void {
    frame.hasPayload = true;
    this.#numbered(frame.payload, 1, 5);
  }

  #pauseDetail(frame: EchoFrame): void {
    const proto = this.#proto;
    const { pause } = frame;
    frame.hasPause = true;
    const outer = proto.enter();
    while (proto.field()) {
      if (proto.number === 1) pause.unpausedTeam = this.#word(TEAM_OF_ROLE[proto.scalar()] ?? '');
      else if (proto.number === 2) pause.requestedTeam = this.#word(TEAM_OF_ROLE[proto.scalar()] ?? '');
      else if (proto.number === 3) pause.unpausedTimer = proto.scalar();
      else if (proto.number === 4) pause.pausedTimer = proto.scalar();
      else proto.skip();
    }
    proto.leave(outer);
  }

  #event(): void {
    const proto = this.#proto;
    const outer = proto.enter();
    while (proto.field()) {
      if (proto.wire !== 2) {
        proto.skip();
        continue;
      }
      this.events++;
      switch (proto.number) {
        case 15:
          this.#scoreboard();
          break;
        case 20:
          this.#joined();
          break;
        case 21: {
          const values = this.#integers(1);
          const known = this.#slots.get(values[0] as number);
          if (known !== undefined) known.name = known.user = known.number = known.level = 0;
          break;
        }
        case 24:
        case 25:
          this.#strings(proto.number);
          break;
        case 26: {
          const values = this.#integers(3);
          const known = this.#slot(values[0] as number);
          known.number = values[1] as number;
          known.level = values[2] as number;
          break;
        }
        case 31:
          this.#thrown();
          break;
        case 40:
          this.#goal();
          break;
        case 58: {
          const values = this.#integers(12);
          const known = this.#slot(values[0] as number);
          known.engineStats = true;
          known.stats.set(values.subarray(1, 12), 1);
          break;
        }
        default:
          this.#total(proto.number);
      }
    }
    proto.leave(outer);
  }

  /** Fields 1 … count of a message of integers. */
  #integers(count: number): Int32Array {
    const proto = this.#proto;
    const values = new Int32Array(count);
    const outer = proto.enter();
    while (proto.field()) {
      if (proto.number <= count && proto.wire === 0) values[proto.number - 1] = proto.varint();
      else proto.skip();
    }
    proto.leave(outer);
    return values;
  }

  /** Files without the engine's counters have totals in single events. */
  #total(event: number): void {
    const stat = TOTAL_OF_EVENT.get(event);
    if (stat === undefined) {
      this.#proto.skip();
      return;
    }
    const values = this.#integers(2);
    const known = this.#slot(values[0] as number);
    if (!known.engineStats) known.stats[stat] = values[1] as number;
  }

  #scoreboard(): void {
    const values = this.#integers(4);
    this.#blueRounds = values[2] as number;
    this.#orangeRounds = values[3] as number;
  }

  /** PlayerInfo of the roster and the event player_joined, which have the same fields. */
  #joined(): void {
    const proto = this.#proto;
    const outer = proto.enter();
    let slot = 0;
    let user = 0;
    let name = 0;
    let number = 0;
    let level = 0;
    while (proto.field()) {
      if (proto.number === 1) slot = proto.scalar();
      else if (proto.number === 2) user = proto.digits();
      else if (proto.number === 3) name = proto.string();
      else if (proto.number === 5) number = proto.scalar();
      else if (proto.number === 6) level = proto.scalar();
      else proto.skip();
    }
    proto.leave(outer);
    Object.assign(this.#slot(slot), { user, name, number, level });
  }

  /** loadout_changed and grab_changed. */
  #strings(event: number): void {
    const proto = this.#proto;
    const outer = proto.enter();
    let slot = 0;
    const texts = [0, 0, 0];
    while (proto.field()) {
      if (proto.number === 1) slot = proto.scalar();
      else if (proto.number <= 4) texts[proto.number - 2] = proto.string();
      else proto.skip();
    }
    proto.leave(outer);
    const known = this.#slot(slot);
    const [first = 0, second = 0, third = 0] = texts;
    if (event === 24) Object.assign(known, { weapon: first, ordnance: second, tacMod: third });
    else Object.assign(known, { holdingLeft: first, holdingRight: second });
  }

  #thrown(): void {
    const proto = this.#proto;
    const outer = proto.enter();
    this.#hasThrow = true;
    while (proto.field()) {
      if (proto.number === 2) {
        this.#throw.fill(0);
        this.#numbered(this.#throw, 0, this.#throw.length);
      } else proto.skip();
    }
    proto.leave(outer);
  }

  #goal(): void {
    const proto = this.#proto;
    const score = this.#score;
    const outer = proto.enter();
    let goalType = 0;
    let scorer = 0;
    let assistant = -1;
    score.discSpeed = score.points = score.distance = score.team = score.person = score.assist = 0;
    while (proto.field()) {
      switch (proto.number) {
        case 1:
          score.discSpeed = proto.scalar();
          break;
        case 2:
          score.team = this.#word(TEAM_OF_ROLE[proto.scalar()] ?? '');
          break;
        case 3:
          goalType = proto.scalar();
          break;
        case 4:
          score.points = proto.scalar();
          break;
        case 5:
          score.distance = proto.scalar();
          break;
        case 6:
          scorer = proto.scalar();
          break;
        case 7:
          assistant = proto.scalar();
          break;
        case 8:
          score.person = proto.string();
          break;
        case 9:
          score.assist = proto.string();
          break;
        default:
          proto.skip();
      }
    }
    proto.leave(outer);
    this.#hasScore = true;
    score.goalType = this.#word(GOAL_TYPE[goalType] ?? '');
    if (goalType === 0 && score.points > 0) score.goalType = this.#word(SOME_GOAL);
    // Files from before July 2026 name nobody, only slots.
    if (score.person === 0) score.person = this.#slots.get(scorer)?.name ?? 0;
    if (score.assist === 0 && assistant >= 0) score.assist = this.#slots.get(assistant)?.name ?? 0;
  }
}

/** A unit quaternion's left, up and forward, as float32; false when it is none. */
function axes(q: Float64Array, out: Float64Array, offset: number): boolean {
  const [x = 0, y = 0, z = 0, w = 0] = q;
  const length = x * x + y * y + z * z + w * w;
  if (!(length >= 0.9 && length <= 1.1)) return false;
  const set = (at: number, a: number, b: number, c: number): void => {
    out[offset + at] = Math.fround(a);
    out[offset + at + 1] = Math.fround(b);
    out[offset + at + 2] = Math.fround(c);
  };
  set(LEFT, 1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y));
  set(UP, 2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x));
  set(FORWARD, 2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y));
  return true;
}

/** "MM:SS.cc", as the game shows it. */
function clockDisplay(clock: number): string {
  const hundredths = Math.max(0, Math.trunc(clock * 100));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(hundredths / 6000))}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}
