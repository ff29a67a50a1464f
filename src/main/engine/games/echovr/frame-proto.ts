/** Frames as messages of .nevrcap: family V4, each with its length before it. The frame by hand, as it is read; what is rare by the generated code. */
import type { CaptureEvent } from './frame-events.ts';
import * as F from './frame.ts';
import type { EchoFrame } from './frame.ts';
import { nevrcap } from './nevrcap-messages.js';
import { ProtoWriter, varintOf } from './proto-writer.ts';
import type { StringPool } from './string-pool.ts';

export class FrameProto {
  readonly #wire = new ProtoWriter();
  readonly #pool: StringPool;
  /** Strings of the pool as they are written, by number: in UTF-8, and, of accounts, as varints. */
  readonly #texts: Uint8Array[] = [];
  readonly #varints: Uint8Array[] = [];

  constructor(pool: StringPool) {
    this.#pool = pool;
  }

  /** Numbers whose fraction or size the schema has no room for, so far. */
  get cut(): number {
    return this.#wire.cut;
  }

  /** All messages since the last time; valid until another is written. */
  take(): Buffer<ArrayBuffer> {
    return this.#wire.take();
  }

  /** Writes the first message. `createdAt`: Unix ms, NaN when unknown. */
  header(captureId: string, createdAt: number, metadata: Readonly<Record<string, string>>): void {
    const wire = this.#wire;
    const message = wire.begin(0);
    wire.bytes(1, Buffer.from(captureId));
    this.#timestamp(2, createdAt);
    for (const [key, value] of Object.entries(metadata)) {
      const entry = wire.begin(3);
      wire.bytes(1, Buffer.from(key));
      wire.bytes(2, Buffer.from(value));
      wire.end(entry);
    }
    wire.end(message);
  }

  frame(frame: EchoFrame, index: number, events: readonly CaptureEvent[]): void {
    const wire = this.#wire;
    const message = wire.begin(0, 2);
    wire.uint32(1, index);
    this.#timestamp(2, frame.stamp);
    for (const event of events) wire.bytes(3, nevrcap.LobbySessionEvent.encode(event).finish());
    const session = wire.begin(4, 2);
    this.#session(frame);
    wire.end(session, 2);
    if (frame.hasBones) this.#bones(frame);
    wire.end(message, 2);
  }

  #timestamp(field: number, ms: number): void {
    if (Number.isNaN(ms)) return;
    const wire = this.#wire;
    const at = wire.begin(field);
    const seconds = Math.floor(ms / 1000);
    wire.uint64(1, seconds);
    wire.int(2, Math.round((ms - seconds * 1000) * 1e6));
    wire.end(at);
  }

  #text(field: number, id: number): void {
    if (id === 0) return;
    let text = this.#texts[id];
    if (text === undefined) {
      // Memory of its own: a part of Buffer's common pool would keep all of that.
      text = new Uint8Array(Buffer.from(this.#pool.text(id)));
      this.#texts[id] = text;
    }
    this.#wire.bytes(field, text);
  }

  /** A uint64 that came in digits; what is no such number is left out. */
  #digits(field: number, id: number): void {
    if (id === 0) return;
    let varint = this.#varints[id];
    if (varint === undefined) {
      varint = varintOf(this.#pool.text(id));
      this.#varints[id] = varint;
    }
    this.#wire.spelled(field, varint);
  }

  #session(frame: EchoFrame): void {
    const wire = this.#wire;
    wire.int(1, frame.orangeRestart);
    this.#text(2, frame.sessionId);
    if (frame.clockDisplay !== '') wire.bytes(3, Buffer.from(frame.clockDisplay));
    this.#text(4, frame.gameStatus);
    this.#text(5, frame.sessionIp);
    this.#text(6, frame.matchType);
    this.#text(7, frame.mapName);
    if (frame.hasDisc) this.#disc(frame);
    wire.int(11, frame.blueRoundScore);
    wire.int(12, frame.orangePoints | 0);
    wire.bool(14, frame.privateMatch);
    wire.int(15, frame.blueRestart);
    wire.bool(16, frame.tournamentMatch);
    wire.int(17, frame.orangeRoundScore);
    wire.int(18, frame.totalRounds);
    wire.int(19, frame.bluePoints | 0);
    if (frame.hasLastThrow) {
      const at = wire.begin(20);
      for (let i = 0; i < F.LAST_THROW_NAMES.length; i++) wire.double(i + 1, frame.lastThrow[i] as number);
      wire.end(at);
    }
    if (frame.hasCamera) {
      const at = wire.begin(21);
      if (frame.hasCameraAxes) wire.doubles(1, frame.camera, F.LEFT, 3);
      wire.doubles(2, frame.camera, F.POSITION, 3);
      if (frame.hasCameraAxes) {
        wire.doubles(3, frame.camera, F.FORWARD, 3);
        wire.doubles(4, frame.camera, F.UP, 3);
      }
      wire.end(at);
    }
    if (frame.hasPause) {
      const { pause } = frame;
      const at = wire.begin(22);
      this.#text(1, pause.state);
      this.#text(2, pause.unpausedTeam);
      this.#text(3, pause.requestedTeam);
      wire.double(4, pause.unpausedTimer);
      wire.double(5, pause.pausedTimer);
      wire.end(at);
    }
    if (frame.hasPossession) wire.ints(23, frame.possession, 2);
    for (let i = 0; i < 4; i++) wire.double(24 + i, frame.shoulders[i] as number);
    this.#text(28, frame.rulesChangedBy);
    this.#digits(29, frame.rulesChangedAt);
    this.#text(30, frame.clientName);
    if (frame.hasLastScore) {
      const { lastScore } = frame;
      const at = wire.begin(31);
      wire.double(1, lastScore.discSpeed);
      this.#text(2, lastScore.team);
      this.#text(3, lastScore.goalType);
      wire.int(4, lastScore.points);
      wire.double(5, lastScore.distance);
      this.#text(6, lastScore.person);
      this.#text(7, lastScore.assist);
      wire.end(at);
    }
    for (let team = 0, player = 0; team < frame.teams; team++) {
      const at = wire.begin(32, 2);
      while (player < frame.players && frame.ints[player * F.PLAYER_INTS + F.TEAM] === team) this.#player(frame, player++);
      if (team < F.MAX_TEAMS) {
        const flags = frame.teamFlags[team] as number;
        this.#text(2, frame.teamNames[team] as number);
        wire.bool(3, (flags & F.TEAM_POSSESSION) !== 0);
        if ((flags & F.TEAM_HAS_STATS) !== 0) this.#stats(4, frame.teamStats, team * F.STAT_NAMES.length);
      }
      wire.end(at, 2);
    }
    if (frame.hasPayload) {
      const { payload } = frame;
      wire.bool(33, payload[0] !== 0);
      wire.presentDouble(34, payload[1] as number);
      wire.int(35, payload[2] as number);
      wire.double(36, payload[3] as number);
      wire.int(37, payload[4] as number);
      wire.double(38, payload[5] as number);
    }
    // Zero is written too: a clock that is missing is combat's.
    if (!Number.isNaN(frame.gameClock)) wire.presentDouble(39, frame.gameClock);
    wire.int(40, frame.errCode);
    if ((frame.orangePoints | 0) !== frame.orangePoints) wire.double(1012, frame.orangePoints);
    if ((frame.bluePoints | 0) !== frame.bluePoints) wire.double(1019, frame.bluePoints);
  }

  #disc(frame: EchoFrame): void {
    const wire = this.#wire;
    const { disc } = frame;
    const at = wire.begin(8);
    wire.doubles(1, disc, F.POSITION, 3);
    if (frame.hasDiscAxes) {
      wire.doubles(2, disc, F.FORWARD, 3);
      wire.doubles(3, disc, F.LEFT, 3);
      wire.doubles(4, disc, F.UP, 3);
    }
    wire.doubles(5, disc, F.DISC_VELOCITY, 3);
    wire.int(6, frame.bounceCount);
    wire.end(at);
  }

  #stats(field: number, values: Float64Array, offset: number): void {
    const wire = this.#wire;
    const at = wire.begin(field);
    wire.double(1, values[offset] as number);
    for (let i = 1; i < F.STAT_NAMES.length; i++) wire.int(i + 1, values[offset + i] as number);
    wire.end(at);
  }

  /** A part; `has` are its two bits of HAS, `place` the number of its position: 1 in hands, 2 in heads and bodies. */
  #part(field: number, place: 1 | 2, has: number, values: Float64Array, offset: number): void {
    if (has === 0) return;
    const wire = this.#wire;
    const at = wire.begin(field);
    if ((has & 1) !== 0) wire.doubles(place, values, offset + F.POSITION, 3);
    if ((has & 2) !== 0) {
      wire.doubles(3, values, offset + F.FORWARD, 3);
      wire.doubles(4, values, offset + F.LEFT, 3);
      wire.doubles(5, values, offset + F.UP, 3);
    }
    wire.end(at);
  }

  #player(frame: EchoFrame, player: number): void {
    const wire = this.#wire;
    const { floats, ints } = frame;
    const f = player * F.PLAYER_FLOATS;
    const i = player * F.PLAYER_INTS;
    const flags = ints[i + F.FLAGS] as number;
    const has = ints[i + F.HAS] as number;
    const at = wire.begin(1, 2);
    this.#text(1, ints[i + F.WEAPON] as number);
    this.#text(2, ints[i + F.ORDNANCE] as number);
    this.#text(3, ints[i + F.TAC_MOD] as number);
    this.#text(4, ints[i + F.ARM] as number);
    this.#part(5, 2, (has / F.HAS_HEAD) & 3, floats, f + F.HEAD);
    this.#part(6, 2, (has / F.HAS_BODY) & 3, floats, f + F.BODY);
    this.#digits(7, ints[i + F.USER] as number);
    this.#text(8, ints[i + F.NAME] as number);
    wire.int(9, ints[i + F.SLOT] as number);
    wire.int(10, ints[i + F.NUMBER] as number);
    wire.int(11, ints[i + F.LEVEL] as number);
    wire.int(12, ints[i + F.PING] as number);
    wire.double(13, floats[f + F.PACKET_LOSS] as number);
    wire.bool(14, (flags & F.FLAG_STUNNED) !== 0);
    wire.bool(15, (flags & F.FLAG_INVULNERABLE) !== 0);
    this.#text(16, ints[i + F.HOLDING_LEFT] as number);
    this.#text(17, ints[i + F.HOLDING_RIGHT] as number);
    wire.bool(18, (flags & F.FLAG_BLOCKING) !== 0);
    wire.bool(19, (flags & F.FLAG_EMOTE) !== 0);
    wire.bool(20, (flags & F.FLAG_POSSESSION) !== 0);
    this.#part(21, 1, (has / F.HAS_LHAND) & 3, floats, f + F.LHAND);
    this.#part(22, 1, (has / F.HAS_RHAND) & 3, floats, f + F.RHAND);
    if ((has & F.HAS_VELOCITY) !== 0) wire.doubles(23, floats, f + F.VELOCITY, 3);
    if ((has & F.HAS_STATS) !== 0) this.#stats(24, floats, f + F.STATS);
    wire.end(at, 2);
  }

  #bones(frame: EchoFrame): void {
    const wire = this.#wire;
    const at = wire.begin(5, 2);
    for (let n = 0; n < frame.bones; n++) {
      const entry = wire.begin(1, 2);
      wire.floats(1, frame.boneValues, n * F.BONES, F.BONE_POSITIONS);
      wire.int(2, frame.boneSlots[n] as number);
      wire.floats(3, frame.boneValues, n * F.BONES + F.BONE_POSITIONS, F.BONE_ORIENTATIONS);
      wire.end(entry, 2);
    }
    wire.int(2, frame.bonesErrCode);
    wire.end(at, 2);
  }
}
