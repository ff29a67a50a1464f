/** Writes frames into a Session, one after another: entities, channels (only what changed), gaps and events. The one place where the game's words become ours. */
import type { EventType } from '../../../../shared/session/event-types.ts';
import { LIFE, SESSION_ENTITY, type EntityId, type JsonObject } from '../../../../shared/session/model.ts';
import type { SessionSink } from '../../session-sink.ts';
import { EventDetector, type NativeEvent, roleName } from './event-detector.ts';
import * as F from './frame.ts';
import type { EchoFrame } from './frame.ts';
import {
  type Channels,
  declareChannels,
  FLAG_NAMES,
  INTS,
  SESSION_NUMBERS,
  SESSION_STRINGS,
  STRINGS,
  UP_INDEX,
  VECTOR_BITS,
  VECTOR_OFFSETS,
  VECTORS,
  VELOCITY_INDEX,
} from './session-channels.ts';
import type { StringPool } from './string-pool.ts';

const ADAPTER_VERSION = 1;
/** Recorders that keep only frames with events leave holes: longer ones, ms, are not interpolated across. */
const MAX_INTERPOLATE = 1000;
/** Faster than anything flies, m per ms: beyond it (and a little for rounding) a move is a respawn or a reset of the disc. */
const TELEPORT_SPEED = 0.1;
const TELEPORT_METRES = 2;
const ALIVE = LIFE.indexOf('alive');
const AXES = { axis: [0, 1, 2], sign: [1, 1, 1], metresPerUnit: 1 } as const;

/** What was written last for a player. */
interface Player {
  readonly entity: EntityId;
  readonly floats: Float64Array;
  readonly ints: Int32Array;
  /** Nothing written since it was new: everything is written once. */
  fresh: boolean;
  present: boolean;
  /** Number of the last frame that listed it. */
  seen: number;
}

export class SessionMapper {
  readonly #pool: StringPool;
  readonly #sink: SessionSink;
  readonly #title: string;
  readonly #origin: JsonObject;
  readonly #detector: EventDetector;
  readonly #channels: Channels;
  /** Number in the session's string table + 1, by number in the pool. */
  readonly #interned: number[] = [];
  readonly #teams: readonly number[];
  /** By account, or by slot where there is none. */
  readonly #players = new Map<string, Player>();
  #present: Player[] = [];
  /** Who stood at each place of the roster last, and by which account and slot. */
  readonly #places: Player[] = [];
  readonly #placeUser = new Int32Array(F.MAX_PLAYERS);
  readonly #placeSlot = new Int32Array(F.MAX_PLAYERS);
  readonly #sessionNumbers = new Float64Array(SESSION_NUMBERS.length).fill(Number.NaN);
  readonly #sessionStrings = new Int32Array(SESSION_STRINGS.length).fill(-1);
  readonly #payload = new Float64Array(6).fill(Number.NaN);
  readonly #camera = new Float64Array(12).fill(Number.NaN);
  readonly #shoulders = new Float64Array(4).fill(Number.NaN);
  #holder = -1;
  #discEntity: EntityId = -1;
  #discPresent = false;
  readonly #disc = new Float64Array(15).fill(Number.NaN);
  #bounces = -1;
  #firstStamp = Number.NaN;
  #t = 0;
  /** Time of the frame before. */
  #before = 0;
  #frames = 0;
  #index = -1;
  #last: EchoFrame | null = null;

  /** `title`: the session's name when its teams have none; `origin`: what the file says about itself. */
  constructor(pool: StringPool, sink: SessionSink, format: string, title: string, origin: JsonObject) {
    this.#pool = pool;
    this.#sink = sink;
    this.#title = title;
    this.#origin = origin;
    this.#detector = new EventDetector(pool, (native, type, actor, target, data) => this.#event(native, type, actor, target, data));
    sink.header({
      game: 'echovr',
      format,
      adapterVersion: ADAPTER_VERSION,
      framePeriodMs: 0,
      maxInterpolateMs: MAX_INTERPOLATE,
      space: AXES,
    });
    this.#channels = declareChannels(sink);
    this.#teams = [0, 1, 2].map((team) => sink.intern(roleName(team)));
  }

  /** Takes the next frame; `previous` is the one given before, unchanged, or null at first. */
  frame(previous: EchoFrame | null, frame: EchoFrame): void {
    const sink = this.#sink;
    this.#last = frame;
    this.#before = this.#t;
    const hole = this.#time(frame);
    const t = this.#t;
    if (previous === null) this.#header(frame);
    this.#index = frame.index > this.#index && frame.index <= MAX_INT ? frame.index : this.#index + 1;
    sink.number(SESSION_ENTITY, this.#channels.frame, t, this.#index);
    if (!Number.isNaN(frame.stamp)) sink.number(SESSION_ENTITY, this.#channels.stamp, t, frame.stamp);
    this.#writePlayers(previous, frame, t, hole);
    this.#writeDisc(frame, t, hole);
    this.#writeSession(frame, t);
    if (frame.dropped > 0) {
      sink.warn('too-many-players', `A frame lists ${frame.players + frame.dropped} players; the first ${frame.players} were taken.`);
    }
    if (previous === null) this.#detector.first(frame);
    else this.#detector.next(previous, frame, t);
    this.#frames++;
    sink.settled(t);
  }

  /** The last frame was given. */
  finish(): void {
    const frame = this.#last;
    if (frame === null) return;
    this.#sink.header({ result: `${points(frame.bluePoints)} : ${points(frame.orangePoints)}` });
    if (!Number.isNaN(this.#firstStamp)) this.#sink.clock({ id: 'utc', kind: 'utc', t: [0], value: [this.#firstStamp], rate: [1] });
  }

  /** Sets t from the stamp; true after a hole in the recording. */
  #time(frame: EchoFrame): boolean {
    const { stamp } = frame;
    if (Number.isNaN(stamp)) return false;
    if (Number.isNaN(this.#firstStamp)) this.#firstStamp = stamp;
    const t = Math.round(stamp - this.#firstStamp);
    const step = t - this.#t;
    if (step < 0) {
      this.#sink.warn('time-backwards', `Frame ${this.#frames} is ${-step} ms older than the one before it and stands at the same moment.`);
      return false;
    }
    if (t > MAX_INT) {
      this.#sink.warn(
        'time-too-far',
        `Frame ${this.#frames} is more than 24 days after the first and stands at the moment of the one before it.`,
      );
      return false;
    }
    this.#t = t;
    return step > MAX_INTERPOLATE;
  }

  #header(frame: EchoFrame): void {
    const pool = this.#pool;
    const blue = pool.text(frame.teamNames[0] as number);
    const orange = pool.text(frame.teamNames[1] as number);
    this.#sink.header({
      title: blue === '' && orange === '' ? this.#title : `${teamLabel(blue, 'Blue')} v ${teamLabel(orange, 'Orange')}`,
      world: pool.text(frame.mapName),
      worldSize: null,
      startedAt: Number.isNaN(frame.stamp) ? null : new Date(frame.stamp).toISOString(),
      data: {
        sessionId: pool.text(frame.sessionId),
        sessionIp: pool.text(frame.sessionIp),
        matchType: pool.text(frame.matchType),
        recordedBy: pool.text(frame.clientName),
        privateMatch: frame.privateMatch,
        tournamentMatch: frame.tournamentMatch,
        teamNames: { blue, orange },
        ...this.#origin,
      },
    });
  }

  #string(id: number): number {
    const known = this.#interned[id];
    if (known !== undefined) return known;
    const interned = this.#sink.intern(this.#pool.text(id));
    this.#interned[id] = interned;
    return interned;
  }

  #writeSession(frame: EchoFrame, t: number): void {
    const sink = this.#sink;
    const channels = this.#channels;
    for (let i = 0; i < SESSION_NUMBERS.length; i++) {
      const value = (SESSION_NUMBERS[i] as (typeof SESSION_NUMBERS)[number])[2](frame);
      if (value === this.#sessionNumbers[i] || Number.isNaN(value)) continue;
      this.#sessionNumbers[i] = value;
      sink.number(SESSION_ENTITY, channels.sessionNumbers[i] as number, t, value);
    }
    for (let i = 0; i < SESSION_STRINGS.length; i++) {
      const value = (SESSION_STRINGS[i] as (typeof SESSION_STRINGS)[number])[1](frame);
      if (value === this.#sessionStrings[i]) continue;
      this.#sessionStrings[i] = value;
      sink.number(SESSION_ENTITY, channels.sessionStrings[i] as number, t, this.#string(value));
    }
    const slot = frame.possessor();
    const holder = slot < 0 ? SESSION_ENTITY : this.#entityOf(slot);
    if (holder !== this.#holder) {
      this.#holder = holder;
      sink.number(SESSION_ENTITY, channels.discHolder, t, holder);
    }
    if (frame.hasPayload && changed(this.#payload, 0, frame.payload, 0, 6)) sink.vector(SESSION_ENTITY, channels.payload, t, this.#payload);
    if (changed(this.#shoulders, 0, frame.shoulders, 0, 4)) sink.vector(SESSION_ENTITY, channels.shoulders, t, this.#shoulders);
    if (!frame.hasCamera) return;
    if (changed(this.#camera, F.POSITION, frame.camera, F.POSITION, 3))
      sink.vector(SESSION_ENTITY, channels.cameraPosition, t, this.#camera, F.POSITION);
    if (changed(this.#camera, F.FORWARD, frame.camera, F.FORWARD, 3))
      sink.vector(SESSION_ENTITY, channels.cameraForward, t, this.#camera, F.FORWARD);
    if (changed(this.#camera, F.UP, frame.camera, F.UP, 3)) sink.vector(SESSION_ENTITY, channels.cameraUp, t, this.#camera, F.UP);
  }

  #writeDisc(frame: EchoFrame, t: number, hole: boolean): void {
    const sink = this.#sink;
    const channels = this.#channels;
    if (!frame.hasDisc || !finite(frame.disc, 0)) {
      if (this.#discPresent) sink.vanish(this.#discEntity, t);
      this.#discPresent = false;
      return;
    }
    if (this.#discEntity < 0) this.#discEntity = sink.entity({ kind: 'disc', nativeId: 'disc', name: 'Disc' });
    const entity = this.#discEntity;
    const disc = this.#disc;
    if (!this.#discPresent) {
      sink.appear(entity, t);
      sink.number(entity, channels.life, t, ALIVE);
      disc.fill(Number.NaN);
      this.#bounces = -1;
      this.#discPresent = true;
    } else if (hole || this.#jumped(disc, 0, frame.disc, 0)) {
      sink.gap(entity, t);
    }
    if (changed(disc, 0, frame.disc, 0, 3)) sink.vector(entity, channels.position, t, disc, 0);
    if (frame.hasDiscAxes) {
      if (changed(disc, F.FORWARD, frame.disc, F.FORWARD, 3)) sink.vector(entity, channels.forward, t, disc, F.FORWARD);
      if (changed(disc, F.UP, frame.disc, F.UP, 3)) sink.vector(entity, channels.vectors[UP_INDEX] as number, t, disc, F.UP);
    }
    if (changed(disc, F.DISC_VELOCITY, frame.disc, F.DISC_VELOCITY, 3))
      sink.vector(entity, channels.vectors[VELOCITY_INDEX] as number, t, disc, F.DISC_VELOCITY);
    if (frame.bounceCount !== this.#bounces) {
      this.#bounces = frame.bounceCount;
      sink.number(entity, channels.bounces, t, this.#bounces);
    }
  }

  /** Whether a place is out of reach from the one of the frame before. */
  #jumped(from: Float64Array, a: number, to: Float64Array, b: number): boolean {
    const reach = TELEPORT_METRES + TELEPORT_SPEED * (this.#t - this.#before);
    const x = (to[b] as number) - (from[a] as number);
    const y = (to[b + 1] as number) - (from[a + 1] as number);
    const z = (to[b + 2] as number) - (from[a + 2] as number);
    return x * x + y * y + z * z > reach * reach;
  }

  #writePlayers(previous: EchoFrame | null, frame: EchoFrame, t: number, hole: boolean): void {
    for (let i = 0; i < frame.players; i++) {
      const player = this.#playerAt(frame, i);
      const appears = !player.present;
      player.seen = this.#frames;
      if (appears) {
        player.present = true;
        this.#present.push(player);
        this.#sink.appear(player.entity, t);
      }
      // Before the slot is taken over.
      if (frame.bones > 0) this.#writeBones(player, previous, frame, i, t, appears);
      this.#writePlayer(player, frame, i, t, hole, appears);
    }
    if (this.#present.length === frame.players) return;
    this.#present = this.#present.filter((player) => {
      if (player.seen === this.#frames) return true;
      player.present = false;
      this.#sink.vanish(player.entity, t);
      return false;
    });
  }

  /** The entity of the player at a place of the roster. Someone who returns in another slot is the same one. */
  #playerAt(frame: EchoFrame, index: number): Player {
    const at = index * F.PLAYER_INTS;
    const user = frame.ints[at + F.USER] as number;
    const slot = frame.ints[at + F.SLOT] as number;
    const known = this.#places[index];
    if (known !== undefined && this.#placeUser[index] === user && this.#placeSlot[index] === slot && known.seen !== this.#frames)
      return known;
    let nativeId = user === 0 ? String(slot) : this.#pool.text(user);
    let player = this.#players.get(user === 0 ? `slot ${slot}` : nativeId);
    for (let twin = 2; player !== undefined && player.seen === this.#frames; twin++) {
      // Two places with one account or slot: the second is someone else, whatever the file says.
      nativeId = `${nativeId}#${twin}`;
      player = this.#players.get(nativeId);
    }
    if (player === undefined) {
      const team = roleName(frame.ints[at + F.TEAM] as number);
      player = {
        entity: this.#sink.entity({
          kind: 'player',
          nativeId,
          name: this.#pool.text(frame.ints[at + F.NAME] as number),
          team,
          data: { slot },
        }),
        floats: new Float64Array(F.PLAYER_FLOATS).fill(Number.NaN),
        ints: new Int32Array(F.PLAYER_INTS),
        fresh: true,
        present: false,
        seen: -1,
      };
      this.#players.set(user === 0 && !nativeId.includes('#') ? `slot ${slot}` : nativeId, player);
    }
    this.#places[index] = player;
    this.#placeUser[index] = user;
    this.#placeSlot[index] = slot;
    return player;
  }

  #writePlayer(player: Player, frame: EchoFrame, index: number, t: number, hole: boolean, appears: boolean): void {
    const sink = this.#sink;
    const channels = this.#channels;
    const { entity, floats, ints, fresh } = player;
    const f = index * F.PLAYER_FLOATS;
    const i = index * F.PLAYER_INTS;
    const has = frame.ints[i + F.HAS] as number;
    if (fresh) {
      player.fresh = false;
      sink.number(entity, channels.life, t, ALIVE);
      sink.number(entity, channels.human, t, 1);
    }
    const place = (has & F.HAS_HEAD) !== 0 ? F.HEAD : (has & F.HAS_BODY) !== 0 ? F.BODY : -1;
    if (place >= 0 && finite(frame.floats, f + place)) {
      if (!appears && (hole || this.#jumped(floats, F.HEAD, frame.floats, f + place))) sink.gap(entity, t);
      if (changed(floats, F.HEAD, frame.floats, f + place, 3)) sink.vector(entity, channels.position, t, floats, F.HEAD);
    } else if (hole && !appears) sink.gap(entity, t);
    if ((has & F.HAS_HEAD_AXES) !== 0 && changed(floats, F.HEAD + F.FORWARD, frame.floats, f + F.HEAD + F.FORWARD, 3)) {
      sink.vector(entity, channels.forward, t, floats, F.HEAD + F.FORWARD);
      const angle = Math.atan2(floats[F.HEAD + F.FORWARD] as number, -(floats[F.HEAD + F.FORWARD + 2] as number));
      sink.number(entity, channels.heading, t, angle < 0 ? angle + 2 * Math.PI : angle + 0);
    }
    for (let v = 0; v < VECTORS.length; v++) {
      const offset = VECTOR_OFFSETS[v] as number;
      if ((has & (VECTOR_BITS[v] as number)) !== 0 && changed(floats, offset, frame.floats, f + offset, 3))
        sink.vector(entity, channels.vectors[v] as number, t, floats, offset);
    }
    if (fresh || !same(ints, 0, frame.ints, i, F.PLAYER_INTS)) this.#writeWords(player, frame, i, t, fresh);
    if (changed(floats, F.PACKET_LOSS, frame.floats, f + F.PACKET_LOSS, 1))
      sink.number(entity, channels.packetLoss, t, floats[F.PACKET_LOSS] as number);
    if ((has & F.HAS_STATS) !== 0) {
      for (let n = 0; n < F.STAT_NAMES.length; n++) {
        const value = frame.floats[f + F.STATS + n] as number;
        if (floats[F.STATS + n] === value) continue;
        floats[F.STATS + n] = value;
        sink.number(entity, channels.stats[n] as number, t, value);
      }
    }
  }

  /** Too many to keep a copy of: compared with those of the frame before, where the player stood in the same slot. */
  #writeBones({ entity, ints }: Player, previous: EchoFrame | null, frame: EchoFrame, index: number, t: number, appears: boolean): void {
    const slot = frame.ints[index * F.PLAYER_INTS + F.SLOT] as number;
    const bones = frame.findBones(slot, index);
    if (bones < 0) return;
    if (previous !== null && !appears && ints[F.SLOT] === slot) {
      const before = previous.findBones(slot, bones);
      if (before >= 0 && same(previous.boneValues, before * F.BONES, frame.boneValues, bones * F.BONES, F.BONES)) return;
    }
    this.#sink.vector(entity, this.#channels.bones, t, frame.boneValues, bones * F.BONES);
  }

  /** Slot, flags, names and the like, some of which changed. */
  #writeWords({ entity, ints }: Player, frame: EchoFrame, i: number, t: number, fresh: boolean): void {
    const sink = this.#sink;
    const channels = this.#channels;
    for (const [n, [, offset]] of INTS.entries()) {
      const value = frame.ints[i + offset] as number;
      if (fresh || ints[offset] !== value) sink.number(entity, channels.ints[n] as number, t, value);
    }
    const flags = frame.ints[i + F.FLAGS] as number;
    const turned = fresh ? -1 : flags ^ (ints[F.FLAGS] as number);
    for (let n = 0; n < FLAG_NAMES.length; n++) {
      if ((turned & (1 << n)) !== 0) sink.number(entity, channels.flags[n] as number, t, (flags >> n) & 1);
    }
    for (const [n, [, offset]] of STRINGS.entries()) {
      const value = frame.ints[i + offset] as number;
      if (ints[offset] !== value) sink.number(entity, channels.strings[n] as number, t, this.#string(value));
    }
    const name = frame.ints[i + F.NAME] as number;
    if (fresh || name !== ints[F.NAME]) sink.number(entity, channels.name, t, this.#string(name));
    const team = Math.min(frame.ints[i + F.TEAM] as number, 2);
    if (fresh || team !== Math.min(ints[F.TEAM] as number, 2)) sink.number(entity, channels.team, t, this.#teams[team] as number);
    for (let n = 0; n < F.PLAYER_INTS; n++) ints[n] = frame.ints[i + n] as number;
  }

  #entityOf(slot: number): EntityId {
    for (const player of this.#present) if (player.ints[F.SLOT] === slot) return player.entity;
    return SESSION_ENTITY;
  }

  /** Entity of a slot now, or of the one who left it in this frame. */
  #actor(slot: number): EntityId | undefined {
    if (slot < 0) return undefined;
    const entity = this.#entityOf(slot);
    if (entity !== SESSION_ENTITY) return entity;
    for (const player of this.#players.values()) if (player.ints[F.SLOT] === slot && player.seen === this.#frames - 1) return player.entity;
    return undefined;
  }

  #event(native: NativeEvent, type: EventType, actorSlot: number, targetSlot: number, data: JsonObject): void {
    const frame = this.#last;
    if (frame === null) return;
    const actor = native === 'player_left' ? this.#left(actorSlot) : this.#actor(actorSlot);
    // Possession names who had the disc in data; a target would read as "from".
    const target = native === 'disc_possession_changed' ? undefined : this.#actor(targetSlot);
    const position = this.#place(frame, type, actor);
    this.#sink.event({
      t: this.#t,
      type,
      nativeType: native,
      frame: this.#index,
      data,
      ...(actor === undefined ? {} : { actor }),
      ...(target === undefined ? {} : { target }),
      ...(position === undefined ? {} : { position }),
    });
  }

  #left(slot: number): EntityId | undefined {
    for (const player of this.#players.values())
      if (!player.present && player.ints[F.SLOT] === slot && player.seen === this.#frames - 1) return player.entity;
    return this.#actor(slot);
  }

  /** Where it happened: at the disc for what is done with it, else where the actor was. */
  #place(frame: EchoFrame, type: EventType, actor: EntityId | undefined): number[] | undefined {
    if (DISC_EVENTS.has(type) && frame.hasDisc && finite(frame.disc, 0)) return [...frame.disc.subarray(0, 3)];
    if (actor === undefined) return undefined;
    for (const player of this.#players.values()) {
      if (player.entity === actor) return Number.isNaN(player.floats[F.HEAD]) ? undefined : [...player.floats.subarray(F.HEAD, F.HEAD + 3)];
    }
    return undefined;
  }
}

const DISC_EVENTS: ReadonlySet<EventType> = new Set<EventType>(['goal', 'throw', 'catch', 'possession', 'turnover']);
const MAX_INT = 0x7fffffff;

/** Copies `count` numbers when any differs; whether it did. */
function changed(to: Float64Array, a: number, from: Float64Array, b: number, count: number): boolean {
  for (let i = 0; i < count; i++) {
    if (to[a + i] === from[b + i]) continue;
    for (let n = i; n < count; n++) to[a + n] = from[b + n] as number;
    return true;
  }
  return false;
}

/** Whether `count` numbers of one are those of the other. */
function same<T extends Float64Array | Int32Array>(one: T, a: number, other: T, b: number, count: number): boolean {
  for (let i = 0; i < count; i++) if (one[a + i] !== other[b + i]) return false;
  return true;
}

function finite(values: Float64Array, at: number): boolean {
  return Number.isFinite(values[at]) && Number.isFinite(values[at + 1]) && Number.isFinite(values[at + 2]);
}

/** Combat's points have fractions that nobody counts by. */
function points(value: number): string {
  return String(Math.floor(value));
}

/** "BLUE TEAM" and the like are no names. */
function teamLabel(name: string, otherwise: string): string {
  return name === '' || /^(blue|orange) team$/i.test(name) ? otherwise : name;
}
