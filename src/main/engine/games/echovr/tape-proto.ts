/**
 * The messages of .tape into EchoFrames. A frame holds places and flags; what is told by events is put into every frame from there on.
 * Field numbers: the published schema of telemetry v2, all versions at once.
 */
import * as F from './frame.ts';
import type { EchoFrame } from './frame.ts';
import { ProtoCursor } from './proto-cursor.ts';
import type { StringPool } from './string-pool.ts';
import { TapeEvents, TEAM_OF_ROLE } from './tape-events.ts';

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

/** The header of a tape, for whoever describes the file. */
interface TapeHeader {
  readonly captureId: string;
  readonly version: number;
  readonly metadata: Record<string, string>;
}

export class TapeProto {
  /** frame_count of the footer; -1 before it. */
  frameCount = -1;
  readonly #pool: StringPool;
  readonly #proto: ProtoCursor;
  readonly #events: TapeEvents;
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
  readonly #vector = new Float64Array(7);
  readonly #words = new Map<string, number>();

  constructor(pool: StringPool) {
    this.#pool = pool;
    this.#proto = new ProtoCursor(pool);
    this.#events = new TapeEvents(this.#proto, (text) => this.#word(text));
  }

  /** Events that frames carried; they are found anew from the frames. */
  get events(): number {
    return this.#events.count;
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
          this.#events.joined();
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
          this.#events.read();
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
    const events = this.#events;
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
    frame.blueRoundScore = events.blueRounds;
    frame.orangeRoundScore = events.orangeRounds;
    frame.hasLastScore = events.hasScore;
    Object.assign(frame.lastScore, events.score);
    frame.hasLastThrow = events.hasThrow;
    frame.lastThrow.set(events.lastThrow);
    if (frame.hasDisc) frame.clockDisplay = clockDisplay(frame.gameClock);
    if (frame.hasPause) {
      const { pause } = frame;
      if (pause.unpausedTeam === 0) pause.unpausedTeam = this.#word('none');
      if (pause.requestedTeam === 0) pause.requestedTeam = this.#word('none');
    }
    this.#hold(frame, holder);
    const { ints, floats } = frame;
    let last = this.#teamNames.length;
    for (let player = 0; player < frame.players; player++) last = Math.max(last, (ints[player * F.PLAYER_INTS + F.TEAM] as number) + 1);
    frame.teams = Math.min(last, F.MAX_TEAMS);
    for (let team = 0; team < frame.teams; team++) frame.teamNames[team] = this.#teamNames[team] ?? 0;
    for (let player = 0; player < frame.players; player++) {
      const at = player * F.PLAYER_INTS;
      const team = ints[at + F.TEAM] as number;
      if (team >= frame.teams) continue;
      let flags = (frame.teamFlags[team] as number) | F.TEAM_HAS_PLAYERS;
      if (((ints[at + F.FLAGS] as number) & F.FLAG_POSSESSION) !== 0) flags |= F.TEAM_POSSESSION;
      if (((ints[at + F.HAS] as number) & F.HAS_STATS) !== 0) {
        flags |= F.TEAM_HAS_STATS;
        for (let i = 0; i < F.STAT_NAMES.length; i++) {
          const sum = team * F.STAT_NAMES.length + i;
          frame.teamStats[sum] = (frame.teamStats[sum] as number) + (floats[player * F.PLAYER_FLOATS + F.STATS + i] as number);
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
    const at = player * F.PLAYER_INTS;
    ints[at + F.FLAGS] = (ints[at + F.FLAGS] as number) | F.FLAG_POSSESSION;
    let index = 0;
    for (let i = 0; i < player; i++) if (ints[i * F.PLAYER_INTS + F.TEAM] === ints[at + F.TEAM]) index++;
    frame.possession[0] = ints[at + F.TEAM] as number;
    frame.possession[1] = index;
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
    const f = player * F.PLAYER_FLOATS;
    const i = player * F.PLAYER_INTS;
    let has = 0;
    while (proto.field()) {
      switch (proto.number) {
        case 1:
          ints[i + F.SLOT] = proto.scalar();
          break;
        case 2:
          has |= this.#pose(floats, f + F.HEAD) * F.HAS_HEAD;
          break;
        case 3:
          has |= this.#pose(floats, f + F.BODY) * F.HAS_BODY;
          break;
        case 4:
          has |= this.#pose(floats, f + F.LHAND) * F.HAS_LHAND;
          break;
        case 5:
          has |= this.#pose(floats, f + F.RHAND) * F.HAS_RHAND;
          break;
        case 6:
          proto.numbered(floats, f + F.VELOCITY, 3);
          has |= F.HAS_VELOCITY;
          break;
        case 7:
          ints[i + F.FLAGS] = proto.scalar() & 31;
          break;
        case 8:
          ints[i + F.PING] = proto.scalar();
          break;
        case 9:
          floats[f + F.PACKET_LOSS] = proto.scalar();
          break;
        case 10:
          floats[f + F.STATS] = proto.scalar();
          break;
        default:
          proto.skip();
      }
    }
    const slot = ints[i + F.SLOT] as number;
    const known = this.#events.slots.get(slot);
    if (known !== undefined) {
      ints[i + F.NAME] = known.name;
      ints[i + F.USER] = known.user;
      ints[i + F.NUMBER] = known.number;
      ints[i + F.LEVEL] = known.level;
      ints[i + F.WEAPON] = known.weapon;
      ints[i + F.ORDNANCE] = known.ordnance;
      ints[i + F.TAC_MOD] = known.tacMod;
      ints[i + F.HOLDING_LEFT] = known.holdingLeft;
      ints[i + F.HOLDING_RIGHT] = known.holdingRight;
      for (let n = 1; n < F.STAT_NAMES.length; n++) floats[f + F.STATS + n] = known.stats[n] as number;
    }
    if ((ints[i + F.NAME] as number) === 0) ints[i + F.NAME] = this.#word(`slot ${slot}`);
    if (frame.hasDisc) has |= F.HAS_STATS;
    ints[i + F.HAS] = has;
  }

  #disc(frame: EchoFrame): void {
    const proto = this.#proto;
    const outer = proto.enter();
    while (proto.field()) {
      if (proto.number === 1) {
        const has = this.#pose(frame.disc, 0);
        frame.hasDisc = (has & 1) !== 0;
        frame.hasDiscAxes = (has & 2) !== 0;
      } else if (proto.number === 2) proto.numbered(frame.disc, F.DISC_VELOCITY, 3);
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
        proto.numbered(out, offset + F.POSITION, 3);
        has |= 1;
      } else if (proto.number === 2) {
        proto.numbered(q, 0, 4);
        has |= 2;
      } else proto.skip();
    }
    proto.leave(outer);
    return (has & 2) !== 0 && axes(q, out, offset) ? has : has & 1;
  }

  #bones(frame: EchoFrame): void {
    const proto = this.#proto;
    const outer = proto.enter();
    if (frame.bones < F.MAX_PLAYERS) {
      const offset = frame.bones * F.BONES;
      let slot = 0;
      let positions = 0;
      let orientations = 0;
      while (proto.field()) {
        if (proto.number === 1) slot = proto.scalar();
        else if (proto.number === 2) positions = proto.floats(frame.boneValues, offset, positions, F.BONE_POSITIONS);
        else if (proto.number === 3)
          orientations = proto.floats(frame.boneValues, offset + F.BONE_POSITIONS, orientations, F.BONE_ORIENTATIONS);
        else proto.skip();
      }
      if (positions === F.BONE_POSITIONS && orientations === F.BONE_ORIENTATIONS) frame.boneSlots[frame.bones++] = slot;
    }
    proto.leave(outer);
  }

  #payload(frame: EchoFrame): void {
    frame.hasPayload = true;
    this.#proto.numbered(frame.payload, 1, 5);
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
  set(F.LEFT, 1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y));
  set(F.UP, 2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x));
  set(F.FORWARD, 2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y));
  return true;
}

/** "MM:SS.cc", as the game shows it. */
function clockDisplay(clock: number): string {
  const hundredths = Math.max(0, Math.trunc(clock * 100));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(hundredths / 6000))}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}
