/** Frames as lines of .echoreplay: the game's own keys, in its order and spelling. */
import * as F from './frame.ts';
import type { EchoFrame } from './frame.ts';
import { JsonWriter } from './json-writer.ts';
import type { StringPool } from './string-pool.ts';

const THROW_KEYS = F.LAST_THROW_NAMES.map((name, i) => `${i === 0 ? '{' : ','}"${name}":`);
/** The game lists a player's counters in the schema's order, a team's in another: [offset, key] of each. */
const PLAYER_STATS = statKeys(F.STAT_NAMES);
const TEAM_STATS = statKeys([
  'points',
  'possession_time',
  'interceptions',
  'blocks',
  'steals',
  'catches',
  'passes',
  'saves',
  'goals',
  'stuns',
  'assists',
  'shots_taken',
]);

function statKeys(names: readonly (typeof F.STAT_NAMES)[number][]): readonly (readonly [offset: number, key: string])[] {
  return names.map((name, i) => [F.STAT_NAMES.indexOf(name), `${i === 0 ? '{' : ','}"${name}":`]);
}

export class FrameLine {
  readonly #json: JsonWriter;
  readonly #pool: StringPool;
  /** The second that the last time stamp was of, spelled. */
  #second = Number.NaN;
  #spelled = '';

  /** `single`: the frames' numbers are float32, as those of a .tape. */
  constructor(pool: StringPool, single: boolean) {
    this.#pool = pool;
    this.#json = new JsonWriter(pool, single);
  }

  /** Numbers that JSON has no spelling for, so far. */
  get notNumbers(): number {
    return this.#json.notNumbers;
  }

  /** The line, valid until the next one is asked for. */
  line(frame: EchoFrame): Buffer<ArrayBuffer> {
    const json = this.#json;
    this.#stamp(frame.stamp);
    json.raw('\t');
    this.#session(frame);
    if (frame.hasBones) {
      json.raw('\t');
      this.#bones(frame);
    }
    json.raw('\r\n');
    return json.take();
  }

  /** `YYYY/MM/DD HH:mm:ss.fff`, UTC. A frame without a time gets that of 1970. */
  #stamp(stamp: number): void {
    const ms = Number.isNaN(stamp) ? 0 : Math.max(0, Math.floor(stamp));
    const second = Math.floor(ms / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#spelled = new Date(second * 1000).toISOString().slice(0, 20).replaceAll('-', '/').replace('T', ' ');
    }
    this.#json.raw(this.#spelled);
    this.#json.raw(String(ms - second * 1000).padStart(3, '0'));
  }

  #session(frame: EchoFrame): void {
    const json = this.#json;
    const combat = frame.hasPayload;
    json.raw('{');
    if (frame.hasDisc) {
      const { disc } = frame;
      json.raw('"disc":{"position":');
      json.numbers(disc, F.POSITION, 3);
      if (frame.hasDiscAxes) this.#axes(disc, 0, ',');
      json.raw(',"velocity":');
      json.numbers(disc, F.DISC_VELOCITY, 3);
      json.raw(',"bounce_count":');
      json.int(frame.bounceCount);
      json.raw('},');
    }
    json.raw('"orange_team_restart_request":');
    json.int(frame.orangeRestart);
    this.#text(',"sessionid":', frame.sessionId);
    if (frame.clockDisplay !== '') {
      json.raw(',"game_clock_display":');
      json.passing(frame.clockDisplay);
    }
    if (!combat || frame.gameStatus !== 0) this.#text(',"game_status":', frame.gameStatus);
    this.#text(',"sessionip":', frame.sessionIp);
    this.#text(',"match_type":', frame.matchType);
    this.#text(',"map_name":', frame.mapName);
    this.#number(',"right_shoulder_pressed2":', frame.shoulders[3] as number);
    if (combat) this.#payload(frame);
    this.#teams(frame);
    this.#int(',"blue_round_score":', frame.blueRoundScore);
    this.#points(',"orange_points":', frame.orangePoints, combat);
    if (frame.hasCamera) {
      json.raw(',"player":{');
      if (frame.hasCameraAxes) {
        json.raw('"vr_left":');
        json.numbers(frame.camera, F.LEFT, 3);
        json.raw(',');
      }
      json.raw('"vr_position":');
      json.numbers(frame.camera, F.POSITION, 3);
      if (frame.hasCameraAxes) {
        json.raw(',"vr_forward":');
        json.numbers(frame.camera, F.FORWARD, 3);
        json.raw(',"vr_up":');
        json.numbers(frame.camera, F.UP, 3);
      }
      json.raw('}');
    }
    this.#bool(',"private_match":', frame.privateMatch);
    this.#int(',"blue_team_restart_request":', frame.blueRestart);
    this.#bool(',"tournament_match":', frame.tournamentMatch);
    this.#int(',"orange_round_score":', frame.orangeRoundScore);
    const rules = frame.rulesChangedBy !== 0 || frame.rulesChangedAt !== 0;
    if (rules) this.#text(',"rules_changed_by":', frame.rulesChangedBy);
    this.#int(',"total_round_count":', frame.totalRounds);
    this.#number(',"left_shoulder_pressed2":', frame.shoulders[2] as number);
    this.#number(',"left_shoulder_pressed":', frame.shoulders[0] as number);
    if (frame.hasPause) {
      const { pause } = frame;
      this.#text(',"pause":{"paused_state":', pause.state);
      this.#text(',"unpaused_team":', pause.unpausedTeam);
      this.#text(',"paused_requested_team":', pause.requestedTeam);
      this.#number(',"unpaused_timer":', pause.unpausedTimer);
      this.#number(',"paused_timer":', pause.pausedTimer);
      json.raw('}');
    }
    if (combat) this.#bool(',"contested":', frame.payload[0] !== 0);
    this.#number(',"right_shoulder_pressed":', frame.shoulders[1] as number);
    this.#points(',"blue_points":', frame.bluePoints, combat);
    if (frame.hasLastThrow) {
      json.raw(',"last_throw":');
      for (let i = 0; i < THROW_KEYS.length; i++) this.#number(THROW_KEYS[i] as string, frame.lastThrow[i] as number);
      json.raw('}');
    }
    if (frame.clientName !== 0) this.#text(',"client_name":', frame.clientName);
    if (!Number.isNaN(frame.gameClock)) this.#number(',"game_clock":', frame.gameClock);
    if (frame.hasPossession) json.raw(`,"possession":[${frame.possession[0]},${frame.possession[1]}]`);
    if (frame.hasLastScore) {
      const { lastScore } = frame;
      this.#number(',"last_score":{"disc_speed":', lastScore.discSpeed);
      this.#text(',"team":', lastScore.team);
      this.#text(',"goal_type":', lastScore.goalType);
      this.#int(',"point_amount":', lastScore.points);
      this.#number(',"distance_thrown":', lastScore.distance);
      this.#text(',"person_scored":', lastScore.person);
      this.#text(',"assist_scored":', lastScore.assist);
      json.raw('}');
    }
    if (rules) {
      json.raw(',"rules_changed_at":');
      this.#digits(frame.rulesChangedAt);
    }
    this.#int(',"err_code":', frame.errCode);
    json.raw('}');
  }

  /** What only some of combat's modes have is written when there is any of it. */
  #payload({ payload }: EchoFrame): void {
    if (!payload.subarray(1).some((value) => value !== 0)) return;
    this.#number(',"payload_multiplier":', payload[1] as number);
    this.#int(',"payload_checkpoint":', payload[2] as number);
    this.#number(',"payload_distance":', payload[3] as number);
    this.#int(',"payload_defenders":', payload[4] as number);
    this.#number(',"payload_speed":', payload[5] as number);
  }

  #teams(frame: EchoFrame): void {
    const json = this.#json;
    json.raw(',"teams":[');
    for (let team = 0, player = 0; team < frame.teams; team++) {
      json.raw(team === 0 ? '{' : ',{');
      const first = player;
      while (player < frame.players && frame.ints[player * F.PLAYER_INTS + F.TEAM] === team) {
        json.raw(player === first ? '"players":[' : ',');
        this.#player(frame, player++);
      }
      if (player > first) json.raw('],');
      const flags = team < F.MAX_TEAMS ? (frame.teamFlags[team] as number) : 0;
      this.#text('"team":', team < F.MAX_TEAMS ? (frame.teamNames[team] as number) : 0);
      this.#bool(',"possession":', (flags & F.TEAM_POSSESSION) !== 0);
      if ((flags & F.TEAM_HAS_STATS) !== 0) {
        json.raw(',"stats":');
        this.#stats(TEAM_STATS, frame.teamStats, team * F.STAT_NAMES.length);
      }
      json.raw('}');
    }
    json.raw(']');
  }

  #player(frame: EchoFrame, player: number): void {
    const json = this.#json;
    const { floats, ints } = frame;
    const f = player * F.PLAYER_FLOATS;
    const i = player * F.PLAYER_INTS;
    const flags = ints[i + F.FLAGS] as number;
    const has = ints[i + F.HAS] as number;
    // Combat has no such thing as a stun or a hold; it is written there only when a file says so.
    const arena = !frame.hasPayload || flags !== 0 || (ints[i + F.HOLDING_LEFT] as number) !== 0;
    this.#text('{"name":', ints[i + F.NAME] as number);
    this.#part(',"rhand":{', '"pos":', (has / F.HAS_RHAND) & 3, floats, f + F.RHAND);
    this.#int(',"playerid":', ints[i + F.SLOT] as number);
    if ((has & F.HAS_STATS) !== 0) {
      json.raw(',"stats":');
      this.#stats(PLAYER_STATS, floats, f + F.STATS);
    }
    json.raw(',"userid":');
    this.#digits(ints[i + F.USER] as number);
    this.#int(',"number":', ints[i + F.NUMBER] as number);
    this.#loadout(',"Weapon":', ints[i + F.WEAPON] as number);
    this.#int(',"level":', ints[i + F.LEVEL] as number);
    if (arena) this.#bool(',"stunned":', (flags & F.FLAG_STUNNED) !== 0);
    this.#int(',"ping":', ints[i + F.PING] as number);
    this.#number(',"packetlossratio":', floats[f + F.PACKET_LOSS] as number);
    this.#loadout(',"TacMod":', ints[i + F.TAC_MOD] as number);
    if (arena) {
      this.#bool(',"invulnerable":', (flags & F.FLAG_INVULNERABLE) !== 0);
      this.#loadout(',"holding_left":', ints[i + F.HOLDING_LEFT] as number);
      this.#bool(',"possession":', (flags & F.FLAG_POSSESSION) !== 0);
    }
    this.#part(',"head":{', '"position":', (has / F.HAS_HEAD) & 3, floats, f + F.HEAD);
    this.#loadout(',"Arm":', ints[i + F.ARM] as number);
    this.#part(',"body":{', '"position":', (has / F.HAS_BODY) & 3, floats, f + F.BODY);
    this.#loadout(',"holding_right":', ints[i + F.HOLDING_RIGHT] as number);
    this.#part(',"lhand":{', '"pos":', (has / F.HAS_LHAND) & 3, floats, f + F.LHAND);
    if (arena) this.#bool(',"blocking":', (flags & F.FLAG_BLOCKING) !== 0);
    if ((has & F.HAS_VELOCITY) !== 0) {
      json.raw(',"velocity":');
      json.numbers(floats, f + F.VELOCITY, 3);
    }
    this.#bool(',"is_emote_playing":', (flags & F.FLAG_EMOTE) !== 0);
    this.#loadout(',"Ordnance":', ints[i + F.ORDNANCE] as number);
    json.raw('}');
  }

  /** A part of a body; `has` are its two bits of HAS. */
  #part(key: string, place: string, has: number, values: Float64Array, offset: number): void {
    if (has === 0) return;
    const json = this.#json;
    json.raw(key);
    if ((has & 1) !== 0) {
      json.raw(place);
      json.numbers(values, offset + F.POSITION, 3);
    }
    if ((has & 2) !== 0) this.#axes(values, offset, (has & 1) !== 0 ? ',' : '');
    json.raw('}');
  }

  #axes(values: Float64Array, offset: number, before: string): void {
    const json = this.#json;
    json.raw(before);
    json.raw('"forward":');
    json.numbers(values, offset + F.FORWARD, 3);
    json.raw(',"left":');
    json.numbers(values, offset + F.LEFT, 3);
    json.raw(',"up":');
    json.numbers(values, offset + F.UP, 3);
  }

  #stats(keys: typeof PLAYER_STATS, values: Float64Array, offset: number): void {
    for (const [index, key] of keys) {
      // The first of the schema is a time, the others are counters.
      if (index === 0) this.#number(key, values[offset] as number);
      else this.#int(key, values[offset + index] as number);
    }
    this.#json.raw('}');
  }

  #bones(frame: EchoFrame): void {
    const json = this.#json;
    json.raw('{"user_bones":[');
    for (let n = 0; n < frame.bones; n++) {
      json.raw(n === 0 ? '{"bone_t":' : ',{"bone_t":');
      json.numbers(frame.boneValues, n * F.BONES, F.BONE_POSITIONS, true);
      this.#int(',"playerid":', frame.boneSlots[n] as number);
      json.raw(',"bone_o":');
      json.numbers(frame.boneValues, n * F.BONES + F.BONE_POSITIONS, F.BONE_ORIENTATIONS, true);
      json.raw('}');
    }
    this.#int('],"err_code":', frame.bonesErrCode);
    json.raw('}');
  }

  #text(key: string, id: number): void {
    this.#json.raw(key);
    this.#json.text(id);
  }

  /** A text that is not written when it is empty. */
  #loadout(key: string, id: number): void {
    if (id !== 0) this.#text(key, id);
  }

  #int(key: string, value: number): void {
    this.#json.raw(key);
    this.#json.int(value);
  }

  #bool(key: string, value: boolean): void {
    this.#json.raw(key);
    this.#json.bool(value);
  }

  #number(key: string, value: number): void {
    this.#json.raw(key);
    this.#json.number(value);
  }

  /** Whole in the arena, with fractions in combat. */
  #points(key: string, value: number, combat: boolean): void {
    if (combat || !Number.isInteger(value)) this.#number(key, value);
    else this.#int(key, value);
  }

  #digits(id: number): void {
    const digits = this.#pool.text(id);
    if (id === 0) this.#json.raw('0');
    else if (/^-?[1-9]\d{0,19}$/.test(digits)) this.#json.raw(digits);
    else this.#json.text(id);
  }
}
