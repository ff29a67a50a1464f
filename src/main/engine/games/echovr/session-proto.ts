/** The messages of .nevrcap, both schema families at once, from their bytes into an EchoFrame. Field numbers: docs of the format, merged. */
import * as F from './frame.ts';
import type { EchoFrame } from './frame.ts';
import { BYTES, NOT_PROTOBUF, ProtoCursor } from './proto-cursor.ts';
import type { StringPool } from './string-pool.ts';

/** What the header of a capture says. */
interface CaptureHeader {
  captureId: string;
  /** Unix ms, null when absent. */
  createdAt: number | null;
  metadata: Record<string, string>;
}

export class SessionProto {
  readonly #proto: ProtoCursor;
  readonly #pool: StringPool;
  readonly #whole: boolean;
  /** Events that frames carried; they are found anew from the frames. */
  events = 0;

  /** Time stamps that had more than ms, so far. */
  get finer(): number {
    return this.#proto.finer;
  }

  /** `whole`: also what no channel is made of, for conversion. */
  constructor(pool: StringPool, whole = false) {
    this.#pool = pool;
    this.#whole = whole;
    this.#proto = new ProtoCursor(pool);
  }

  /** TelemetryHeader, or null when the message is none. */
  header(bytes: Uint8Array, start: number, end: number): CaptureHeader | null {
    const proto = this.#proto;
    proto.start(bytes, start, end);
    const header: CaptureHeader = { captureId: '', createdAt: null, metadata: {} };
    try {
      while (proto.field()) {
        if (proto.wire !== BYTES || proto.number > 3) return null;
        if (proto.number === 1) {
          header.captureId = this.#pool.text(proto.string());
        } else if (proto.number === 2) {
          header.createdAt = proto.timestamp();
        } else {
          proto.mapEntry(header.metadata);
        }
      }
      return header;
    } catch (error) {
      if (error === NOT_PROTOBUF) return null;
      throw error;
    }
  }

  /** LobbySessionStateFrame. Throws NOT_PROTOBUF when it is none; the frame is then half filled. */
  frame(bytes: Uint8Array, start: number, end: number, frame: EchoFrame): void {
    const proto = this.#proto;
    proto.start(bytes, start, end);
    frame.index = 0;
    while (proto.field()) {
      switch (proto.number) {
        case 1:
          frame.index = proto.scalar();
          break;
        case 2:
          frame.stamp = proto.timestamp();
          break;
        case 3:
          this.events++;
          proto.skip();
          break;
        case 4: {
          const outer = proto.enter();
          this.#session(frame);
          proto.leave(outer);
          break;
        }
        case 5: {
          const outer = proto.enter();
          frame.hasBones = true;
          this.#bones(frame);
          proto.leave(outer);
          break;
        }
        default:
          proto.skip();
      }
    }
  }

  #session(frame: EchoFrame): void {
    const proto = this.#proto;
    let possession = 0;
    let exactBlue = Number.NaN;
    let exactOrange = Number.NaN;
    while (proto.field()) {
      switch (proto.number) {
        case 1:
          frame.orangeRestart = proto.scalar();
          break;
        case 2:
          frame.sessionId = proto.string();
          break;
        case 3:
          if (this.#whole) frame.clockDisplay = proto.text();
          else proto.skip();
          break;
        case 4:
          frame.gameStatus = proto.string();
          break;
        case 5:
          frame.sessionIp = proto.string();
          break;
        case 6:
          frame.matchType = proto.string();
          break;
        case 7:
          frame.mapName = proto.string();
          break;
        case 8:
          this.#disc(frame);
          break;
        case 11:
          frame.blueRoundScore = proto.scalar();
          break;
        case 12:
          frame.orangePoints = proto.scalar();
          break;
        case 14:
          frame.privateMatch = proto.scalar() !== 0;
          break;
        case 15:
          frame.blueRestart = proto.scalar();
          break;
        case 16:
          frame.tournamentMatch = proto.scalar() !== 0;
          break;
        case 17:
          frame.orangeRoundScore = proto.scalar();
          break;
        case 18:
          frame.totalRounds = proto.scalar();
          break;
        case 19:
          frame.bluePoints = proto.scalar();
          break;
        case 20:
          frame.hasLastThrow = true;
          proto.numbered(frame.lastThrow, 0, F.LAST_THROW_NAMES.length);
          break;
        case 21:
          this.#camera(frame);
          break;
        case 22:
          frame.hasPause = true;
          this.#pause(frame);
          break;
        case 23:
          possession = proto.integers(frame.possession, possession, 2);
          break;
        case 24:
        case 25:
        case 26:
        case 27:
          frame.shoulders[proto.number - 24] = proto.scalar();
          break;
        case 28:
          frame.rulesChangedBy = proto.string();
          break;
        case 29:
          frame.rulesChangedAt = proto.digits();
          break;
        case 30:
          frame.clientName = proto.string();
          break;
        case 31:
          frame.hasLastScore = true;
          this.#lastScore(frame);
          break;
        case 32:
          this.#team(frame);
          break;
        case 33:
        case 34:
        case 35:
        case 36:
        case 37:
        case 38:
          frame.hasPayload = true;
          frame.payload[proto.number - 33] = proto.scalar();
          break;
        case 39:
          frame.gameClock = proto.scalar();
          break;
        case 40:
          frame.errCode = proto.scalar();
          break;
        case 1012:
          exactOrange = proto.scalar();
          break;
        case 1019:
          exactBlue = proto.scalar();
          break;
        default:
          proto.skip();
      }
    }
    frame.hasPossession = possession >= 2;
    // Our own fields, beside the whole points that other readers see.
    if (!Number.isNaN(exactBlue)) frame.bluePoints = exactBlue;
    if (!Number.isNaN(exactOrange)) frame.orangePoints = exactOrange;
    // proto3 leaves out zeros; only combat, which has no disc, has no clock.
    if (frame.hasDisc && Number.isNaN(frame.gameClock)) frame.gameClock = 0;
  }

  #disc(frame: EchoFrame): void {
    const proto = this.#proto;
    const outer = proto.enter();
    const { disc } = frame;
    let position = 0;
    let forward = 0;
    let left = 0;
    let up = 0;
    let velocity = 0;
    while (proto.field()) {
      switch (proto.number) {
        case 1:
          position = proto.doubles(disc, F.POSITION, position, 3);
          break;
        case 2:
          forward = proto.doubles(disc, F.FORWARD, forward, 3);
          break;
        case 3:
          left = proto.doubles(disc, F.LEFT, left, 3);
          break;
        case 4:
          up = proto.doubles(disc, F.UP, up, 3);
          break;
        case 5:
          velocity = proto.doubles(disc, F.DISC_VELOCITY, velocity, 3);
          break;
        case 6:
          frame.bounceCount = proto.scalar();
          break;
        default:
          proto.skip();
      }
    }
    proto.leave(outer);
    frame.hasDisc = position >= 3;
    frame.hasDiscAxes = forward >= 3;
  }

  /** BodyPart and HandPart: 1 pos (hands) or 2 position, 3 forward, 4 left, 5 up; bits as in the text reader. */
  #part(out: Float64Array, offset: number): number {
    const proto = this.#proto;
    const outer = proto.enter();
    let position = 0;
    let forward = 0;
    let left = 0;
    let up = 0;
    while (proto.field()) {
      switch (proto.number) {
        case 1:
        case 2:
          position = proto.doubles(out, offset + F.POSITION, position, 3);
          break;
        case 3:
          forward = proto.doubles(out, offset + F.FORWARD, forward, 3);
          break;
        case 4:
          left = proto.doubles(out, offset + F.LEFT, left, 3);
          break;
        case 5:
          up = proto.doubles(out, offset + F.UP, up, 3);
          break;
        default:
          proto.skip();
      }
    }
    proto.leave(outer);
    return (position >= 3 ? 1 : 0) | (forward >= 3 ? 2 : 0);
  }

  #camera(frame: EchoFrame): void {
    const proto = this.#proto;
    const outer = proto.enter();
    const { camera } = frame;
    let left = 0;
    let position = 0;
    let forward = 0;
    let up = 0;
    while (proto.field()) {
      switch (proto.number) {
        case 1:
          left = proto.doubles(camera, F.LEFT, left, 3);
          break;
        case 2:
          position = proto.doubles(camera, F.POSITION, position, 3);
          break;
        case 3:
          forward = proto.doubles(camera, F.FORWARD, forward, 3);
          break;
        case 4:
          up = proto.doubles(camera, F.UP, up, 3);
          break;
        default:
          proto.skip();
      }
    }
    proto.leave(outer);
    frame.hasCamera = position >= 3;
    frame.hasCameraAxes = forward >= 3;
  }

  #pause(frame: EchoFrame): void {
    const proto = this.#proto;
    const outer = proto.enter();
    const { pause } = frame;
    while (proto.field()) {
      switch (proto.number) {
        case 1:
          pause.state = proto.string();
          break;
        case 2:
          pause.unpausedTeam = proto.string();
          break;
        case 3:
          pause.requestedTeam = proto.string();
          break;
        case 4:
          pause.unpausedTimer = proto.scalar();
          break;
        case 5:
          pause.pausedTimer = proto.scalar();
          break;
        default:
          proto.skip();
      }
    }
    proto.leave(outer);
  }

  #lastScore(frame: EchoFrame): void {
    const proto = this.#proto;
    const outer = proto.enter();
    const score = frame.lastScore;
    while (proto.field()) {
      switch (proto.number) {
        case 1:
          score.discSpeed = proto.scalar();
          break;
        case 2:
          score.team = proto.string();
          break;
        case 3:
          score.goalType = proto.string();
          break;
        case 4:
          score.points = proto.scalar();
          break;
        case 5:
          score.distance = proto.scalar();
          break;
        case 6:
          score.person = proto.string();
          break;
        case 7:
          score.assist = proto.string();
          break;
        default:
          proto.skip();
      }
    }
    proto.leave(outer);
  }

  #team(frame: EchoFrame): void {
    const proto = this.#proto;
    const outer = proto.enter();
    const team = frame.teams++;
    while (proto.field()) {
      if (proto.number === 1) {
        if (team < F.MAX_TEAMS) frame.teamFlags[team] = (frame.teamFlags[team] as number) | F.TEAM_HAS_PLAYERS;
        this.#player(frame, team);
      } else if (proto.number === 2) {
        const name = proto.string();
        if (team < F.MAX_TEAMS) frame.teamNames[team] = name;
      } else if (proto.number === 3 && team < F.MAX_TEAMS) {
        if (proto.scalar() !== 0) frame.teamFlags[team] = (frame.teamFlags[team] as number) | F.TEAM_POSSESSION;
      } else if (proto.number === 4 && team < F.MAX_TEAMS) {
        frame.teamFlags[team] = (frame.teamFlags[team] as number) | F.TEAM_HAS_STATS;
        proto.numbered(frame.teamStats, team * F.STAT_NAMES.length, F.STAT_NAMES.length);
      } else proto.skip();
    }
    proto.leave(outer);
  }

  #player(frame: EchoFrame, team: number): void {
    const proto = this.#proto;
    const player = frame.addPlayer(team);
    if (player < 0) {
      proto.skip();
      return;
    }
    const outer = proto.enter();
    const { floats, ints } = frame;
    const f = player * F.PLAYER_FLOATS;
    const i = player * F.PLAYER_INTS;
    let flags = 0;
    let has = 0;
    let velocity = 0;
    while (proto.field()) {
      switch (proto.number) {
        case 1:
          ints[i + F.WEAPON] = proto.string();
          break;
        case 2:
          ints[i + F.ORDNANCE] = proto.string();
          break;
        case 3:
          ints[i + F.TAC_MOD] = proto.string();
          break;
        case 4:
          ints[i + F.ARM] = proto.string();
          break;
        case 5:
          has |= this.#part(floats, f + F.HEAD) * F.HAS_HEAD;
          break;
        case 6:
          has |= this.#part(floats, f + F.BODY) * F.HAS_BODY;
          break;
        case 7:
          ints[i + F.USER] = proto.digits();
          break;
        case 8:
          ints[i + F.NAME] = proto.string();
          break;
        case 9:
          ints[i + F.SLOT] = proto.scalar();
          break;
        case 10:
          ints[i + F.NUMBER] = proto.scalar();
          break;
        case 11:
          ints[i + F.LEVEL] = proto.scalar();
          break;
        case 12:
          ints[i + F.PING] = proto.scalar();
          break;
        case 13:
          floats[f + F.PACKET_LOSS] = proto.scalar();
          break;
        case 14:
          if (proto.scalar() !== 0) flags |= F.FLAG_STUNNED;
          break;
        case 15:
          if (proto.scalar() !== 0) flags |= F.FLAG_INVULNERABLE;
          break;
        case 16:
          ints[i + F.HOLDING_LEFT] = proto.string();
          break;
        case 17:
          ints[i + F.HOLDING_RIGHT] = proto.string();
          break;
        case 18:
          if (proto.scalar() !== 0) flags |= F.FLAG_BLOCKING;
          break;
        case 19:
          if (proto.scalar() !== 0) flags |= F.FLAG_EMOTE;
          break;
        case 20:
          if (proto.scalar() !== 0) flags |= F.FLAG_POSSESSION;
          break;
        case 21:
          has |= this.#part(floats, f + F.LHAND) * F.HAS_LHAND;
          break;
        case 22:
          has |= this.#part(floats, f + F.RHAND) * F.HAS_RHAND;
          break;
        case 23:
          velocity = proto.doubles(floats, f + F.VELOCITY, velocity, 3);
          break;
        case 24:
          proto.numbered(floats, f + F.STATS, F.STAT_NAMES.length);
          has |= F.HAS_STATS;
          break;
        default:
          proto.skip();
      }
    }
    proto.leave(outer);
    if (velocity >= 3) has |= F.HAS_VELOCITY;
    ints[i + F.FLAGS] = flags;
    ints[i + F.HAS] = has;
  }

  #bones(frame: EchoFrame): void {
    const proto = this.#proto;
    while (proto.field()) {
      if (proto.number !== 1 || frame.bones === F.MAX_PLAYERS) {
        if (proto.number === 2) frame.bonesErrCode = proto.scalar();
        else proto.skip();
        continue;
      }
      const outer = proto.enter();
      const offset = frame.bones * F.BONES;
      let positions = 0;
      let orientations = 0;
      let slot = 0;
      while (proto.field()) {
        if (proto.number === 1) positions = this.#boneNumbers(frame.boneValues, offset, positions, F.BONE_POSITIONS);
        else if (proto.number === 2) slot = proto.scalar();
        else if (proto.number === 3)
          orientations = this.#boneNumbers(frame.boneValues, offset + F.BONE_POSITIONS, orientations, F.BONE_ORIENTATIONS);
        else proto.skip();
      }
      proto.leave(outer);
      if (positions === F.BONE_POSITIONS && orientations === F.BONE_ORIENTATIONS) frame.boneSlots[frame.bones++] = slot;
      else frame.bonesDropped++;
    }
  }

  /**
   * V4: packed floats. S3: a message { 1: packed doubles }. A V4 body has exactly `max` floats; an S3 body of that length is impossible (8k + 2 or 3 bytes).
   */
  #boneNumbers(out: Float64Array, offset: number, count: number, max: number): number {
    const proto = this.#proto;
    if (proto.wire !== BYTES) return proto.floats(out, offset, count, max);
    const start = proto.pos;
    const outer = proto.enter();
    const nested = proto.end - proto.pos !== max * 4 && proto.bytes[proto.pos] === 0x0a;
    if (nested) {
      while (proto.field()) count = proto.doubles(out, offset, count, max);
      proto.leave(outer);
      return count;
    }
    proto.leave(outer);
    proto.pos = start;
    return proto.floats(out, offset, count, max);
  }
}
