/** The game's /session and /player_bones JSON, in every dialect seen, from its bytes into an EchoFrame. Keys are told apart by hash, so their order is free. */
import * as F from './frame.ts';
import type { EchoFrame } from './frame.ts';
import { JsonCursor, KeyOrder, NOT_JSON } from './json-cursor.ts';
import { K } from './session-keys.ts';
import type { StringPool } from './string-pool.ts';

/** Where a skipped player of a full frame is read to. */
const NOWHERE = F.MAX_PLAYERS;

export class SessionJson {
  readonly #json: JsonCursor;
  readonly #spareFloats = new Float64Array(F.PLAYER_FLOATS);
  readonly #spareInts = new Int32Array(F.PLAYER_INTS);
  readonly #whole: boolean;
  /** By kind of object: the order that its keys came in. */
  readonly #keys = {
    session: new KeyOrder(),
    bones: new KeyOrder(),
    skeleton: new KeyOrder(),
    disc: new KeyOrder(),
    part: new KeyOrder(),
    hand: new KeyOrder(),
    camera: new KeyOrder(),
    pause: new KeyOrder(),
    lastThrow: new KeyOrder(F.LAST_THROW_NAMES),
    lastScore: new KeyOrder(),
    team: new KeyOrder(),
    teamStats: new KeyOrder(F.STAT_NAMES),
    player: new KeyOrder(),
    stats: new KeyOrder(F.STAT_NAMES),
  };
  /** Keys that no frame has a place for, and how often they came; only for whole frames. */
  readonly unknown = new Map<string, number>();

  /** `whole`: also what no channel is made of, for conversion. */
  constructor(pool: StringPool, whole = false) {
    this.#json = new JsonCursor(pool);
    this.#whole = whole;
  }

  /** A value that channels have no use for. */
  #other(): void {
    const json = this.#json;
    if (this.#whole) {
      const key = json.lastKey();
      this.unknown.set(key, (this.unknown.get(key) ?? 0) + 1);
    }
    json.skip();
  }

  /** The third axis, which follows from the other two. */
  #left(out: Float64Array, offset: number): void {
    if (this.#whole) this.#json.numbers(out, offset, 3);
    else this.#json.skip();
  }

  /** Reads one /session object at `pos`; returns the position after it. Throws NOT_JSON when it is none; the frame is then half filled. */
  session(bytes: Uint8Array, pos: number, frame: EchoFrame): number {
    const json = this.#json;
    json.start(bytes, pos);
    if (json.peek() !== 123) throw NOT_JSON;
    const keys = this.#keys.session;
    if (!json.object(keys)) return json.pos;
    do {
      switch (json.key(keys)) {
        case K.disc:
          this.#disc(frame);
          break;
        case K.sessionid:
          frame.sessionId = json.string();
          break;
        case K.game_status:
          frame.gameStatus = json.string();
          break;
        case K.game_clock:
          frame.gameClock = json.number();
          break;
        case K.teams:
          this.#teams(frame);
          break;
        case K.sessionip:
          frame.sessionIp = json.string();
          break;
        case K.match_type:
          frame.matchType = json.string();
          break;
        case K.map_name:
          frame.mapName = json.string();
          break;
        case K.client_name:
          frame.clientName = json.string();
          break;
        case K.blue_points:
          frame.bluePoints = json.number();
          break;
        case K.orange_points:
          frame.orangePoints = json.number();
          break;
        case K.blue_round_score:
          frame.blueRoundScore = json.number();
          break;
        case K.orange_round_score:
          frame.orangeRoundScore = json.number();
          break;
        case K.total_round_count:
          frame.totalRounds = json.number();
          break;
        case K.blue_team_restart_request:
          frame.blueRestart = json.number();
          break;
        case K.orange_team_restart_request:
          frame.orangeRestart = json.number();
          break;
        case K.private_match:
          frame.privateMatch = json.flag();
          break;
        case K.tournament_match:
          frame.tournamentMatch = json.flag();
          break;
        case K.left_shoulder_pressed:
          frame.shoulders[0] = json.number();
          break;
        case K.right_shoulder_pressed:
          frame.shoulders[1] = json.number();
          break;
        case K.left_shoulder_pressed2:
          frame.shoulders[2] = json.number();
          break;
        case K.right_shoulder_pressed2:
          frame.shoulders[3] = json.number();
          break;
        case K.rules_changed_by:
          frame.rulesChangedBy = json.string();
          break;
        case K.rules_changed_at:
          frame.rulesChangedAt = json.digits();
          break;
        case K.err_code:
          frame.errCode = json.integer();
          break;
        case K.pause:
          this.#pause(frame);
          break;
        case K.last_throw:
          frame.hasLastThrow = json.peek() === 123;
          this.#named(frame.lastThrow, 0, this.#keys.lastThrow);
          break;
        case K.last_score:
          this.#lastScore(frame);
          break;
        case K.player:
          this.#camera(frame);
          break;
        case K.contested:
          this.#payload(frame, 0);
          break;
        case K.payload_multiplier:
          this.#payload(frame, 1);
          break;
        case K.payload_checkpoint:
          this.#payload(frame, 2);
          break;
        case K.payload_distance:
          this.#payload(frame, 3);
          break;
        case K.payload_defenders:
          this.#payload(frame, 4);
          break;
        case K.payload_speed:
          this.#payload(frame, 5);
          break;
        case K.game_clock_display:
          if (this.#whole) frame.clockDisplay = json.text();
          else json.skip();
          break;
        case K.possession:
          if (this.#whole) this.#possession(frame);
          else json.skip();
          break;
        default:
          this.#other();
      }
    } while (json.more(125));
    return json.pos;
  }

  /** Reads one /player_bones object at `pos`; returns the position after it. */
  bones(bytes: Uint8Array, pos: number, frame: EchoFrame): number {
    const json = this.#json;
    const keys = this.#keys.bones;
    json.start(bytes, pos);
    frame.hasBones = json.peek() === 123;
    if (!json.object(keys)) return json.pos;
    do {
      const key = json.key(keys);
      if (key !== K.user_bones) {
        if (key === K.err_code) frame.bonesErrCode = json.integer();
        else this.#other();
        continue;
      }
      frame.bones = 0;
      if (!json.array()) continue;
      let entry = 0;
      do {
        this.#skeleton(frame, entry++);
      } while (json.more(93));
    } while (json.more(125));
    return json.pos;
  }

  #skeleton(frame: EchoFrame, entry: number): void {
    const json = this.#json;
    const keys = this.#keys.skeleton;
    if (entry >= F.MAX_PLAYERS || !json.object(keys)) {
      if (entry >= F.MAX_PLAYERS) json.skip();
      return;
    }
    // Old Spark files have no playerid: entries are then in the order of slots.
    let slot = entry;
    let complete = 0;
    const offset = frame.bones * F.BONES;
    do {
      switch (json.key(keys)) {
        case K.bone_t:
          if (json.numbers(frame.boneValues, offset, F.BONE_POSITIONS) === F.BONE_POSITIONS) complete |= 1;
          break;
        case K.bone_o:
          if (json.numbers(frame.boneValues, offset + F.BONE_POSITIONS, F.BONE_ORIENTATIONS) === F.BONE_ORIENTATIONS) complete |= 2;
          break;
        case K.playerid:
          slot = json.integer();
          break;
        default:
          this.#other();
      }
    } while (json.more(125));
    if (complete === 3) frame.boneSlots[frame.bones++] = slot;
    else frame.bonesDropped++;
  }

  #camera(frame: EchoFrame): void {
    const has = this.#part(frame.camera, 0, this.#keys.camera);
    frame.hasCamera = (has & 1) !== 0;
    frame.hasCameraAxes = (has & 2) !== 0;
  }

  #possession(frame: EchoFrame): void {
    const out = this.#spareFloats;
    frame.hasPossession = this.#json.numbers(out, 0, 2) >= 2;
    frame.possession[0] = out[0] as number;
    frame.possession[1] = out[1] as number;
  }

  #payload(frame: EchoFrame, index: number): void {
    frame.hasPayload = true;
    frame.payload[index] = this.#json.number();
  }

  #disc(frame: EchoFrame): void {
    const json = this.#json;
    const keys = this.#keys.disc;
    if (!json.object(keys)) return;
    const { disc } = frame;
    do {
      switch (json.key(keys)) {
        case K.position:
          frame.hasDisc = json.numbers(disc, F.POSITION, 3) >= 3;
          break;
        case K.forward:
          frame.hasDiscAxes = json.numbers(disc, F.FORWARD, 3) >= 3;
          break;
        case K.left:
          this.#left(disc, F.LEFT);
          break;
        case K.up:
          json.numbers(disc, F.UP, 3);
          break;
        case K.velocity:
          json.numbers(disc, F.DISC_VELOCITY, 3);
          break;
        case K.bounce_count:
          frame.bounceCount = json.integer();
          break;
        default:
          this.#other();
      }
    } while (json.more(125));
  }

  /** A part of a body into 12 numbers; bit 0 when it has a position, bit 1 when it has axes. In 2018 a hand was a bare position. */
  #part(out: Float64Array, offset: number, keys: KeyOrder): number {
    const json = this.#json;
    if (json.peek() === 91) return json.numbers(out, offset, 3) >= 3 ? 1 : 0;
    if (!json.object(keys)) return 0;
    let has = 0;
    do {
      switch (json.key(keys)) {
        case K.pos:
        case K.position:
        case K.vr_position:
          if (json.numbers(out, offset + F.POSITION, 3) >= 3) has |= 1;
          break;
        case K.forward:
        case K.vr_forward:
          if (json.numbers(out, offset + F.FORWARD, 3) >= 3) has |= 2;
          break;
        case K.left:
        case K.vr_left:
          this.#left(out, offset + F.LEFT);
          break;
        case K.up:
        case K.vr_up:
          json.numbers(out, offset + F.UP, 3);
          break;
        default:
          this.#other();
      }
    } while (json.more(125));
    return has;
  }

  #pause(frame: EchoFrame): void {
    const json = this.#json;
    const keys = this.#keys.pause;
    frame.hasPause = json.peek() === 123;
    if (!json.object(keys)) return;
    const { pause } = frame;
    do {
      switch (json.key(keys)) {
        case K.paused_state:
          pause.state = json.string();
          break;
        case K.unpaused_team:
          pause.unpausedTeam = json.string();
          break;
        case K.paused_requested_team:
          pause.requestedTeam = json.string();
          break;
        case K.unpaused_timer:
          pause.unpausedTimer = json.number();
          break;
        case K.paused_timer:
          pause.pausedTimer = json.number();
          break;
        default:
          this.#other();
      }
    } while (json.more(125));
  }

  #lastScore(frame: EchoFrame): void {
    const json = this.#json;
    const keys = this.#keys.lastScore;
    frame.hasLastScore = json.peek() === 123;
    if (!json.object(keys)) return;
    const score = frame.lastScore;
    do {
      switch (json.key(keys)) {
        case K.disc_speed:
          score.discSpeed = json.number();
          break;
        case K.team:
          score.team = json.string();
          break;
        case K.goal_type:
          score.goalType = json.string();
          break;
        case K.point_amount:
          score.points = json.number();
          break;
        case K.distance_thrown:
          score.distance = json.number();
          break;
        case K.person_scored:
          score.person = json.string();
          break;
        case K.assist_scored:
          score.assist = json.string();
          break;
        default:
          this.#other();
      }
    } while (json.more(125));
  }

  /** An object of numbers with known names, into out[offset + index of the name]. */
  #named(out: Float64Array, offset: number, keys: KeyOrder): void {
    const json = this.#json;
    if (!json.object(keys)) return;
    do {
      json.key(keys);
      const { index } = keys.at;
      if (index < 0) this.#other();
      else out[offset + index] = json.number();
    } while (json.more(125));
  }

  #teams(frame: EchoFrame): void {
    const json = this.#json;
    const keys = this.#keys.team;
    frame.clearTeams();
    if (!json.array()) return;
    do {
      const team = frame.teams++;
      if (!json.object(keys)) continue;
      do {
        switch (json.key(keys)) {
          case K.players:
            if (team < F.MAX_TEAMS) frame.teamFlags[team] = (frame.teamFlags[team] as number) | F.TEAM_HAS_PLAYERS;
            if (!json.array()) break;
            do {
              this.#player(frame, team);
            } while (json.more(93));
            break;
          case K.team: {
            const name = json.string();
            if (team < F.MAX_TEAMS) frame.teamNames[team] = name;
            break;
          }
          case K.possession:
            if (this.#whole && team < F.MAX_TEAMS) {
              if (json.flag()) frame.teamFlags[team] = (frame.teamFlags[team] as number) | F.TEAM_POSSESSION;
            } else json.skip();
            break;
          case K.stats:
            if (this.#whole && team < F.MAX_TEAMS) {
              if (json.peek() === 123) frame.teamFlags[team] = (frame.teamFlags[team] as number) | F.TEAM_HAS_STATS;
              this.#named(frame.teamStats, team * F.STAT_NAMES.length, this.#keys.teamStats);
            } else json.skip();
            break;
          default:
            this.#other();
        }
      } while (json.more(125));
    } while (json.more(93));
  }

  #player(frame: EchoFrame, team: number): void {
    const json = this.#json;
    const keys = this.#keys.player;
    if (!json.object(keys)) return;
    const index = frame.addPlayer(team);
    const player = index < 0 ? NOWHERE : index;
    const floats = player === NOWHERE ? this.#spareFloats : frame.floats;
    const ints = player === NOWHERE ? this.#spareInts : frame.ints;
    const f = player === NOWHERE ? 0 : player * F.PLAYER_FLOATS;
    const i = player === NOWHERE ? 0 : player * F.PLAYER_INTS;
    let flags = 0;
    let has = 0;
    do {
      switch (json.key(keys)) {
        case K.name:
          ints[i + F.NAME] = json.string();
          break;
        case K.rhand:
          has |= this.#part(floats, f + F.RHAND, this.#keys.hand) * F.HAS_RHAND;
          break;
        case K.playerid:
          ints[i + F.SLOT] = json.number();
          break;
        case K.stats:
          this.#named(floats, f + F.STATS, this.#keys.stats);
          has |= F.HAS_STATS;
          break;
        case K.userid:
          ints[i + F.USER] = json.digits();
          break;
        case K.number:
          ints[i + F.NUMBER] = json.number();
          break;
        case K.level:
          ints[i + F.LEVEL] = json.number();
          break;
        case K.stunned:
          if (json.flag()) flags |= F.FLAG_STUNNED;
          break;
        case K.ping:
          ints[i + F.PING] = json.number();
          break;
        case K.packetlossratio:
          floats[f + F.PACKET_LOSS] = json.number();
          break;
        case K.invulnerable:
          if (json.flag()) flags |= F.FLAG_INVULNERABLE;
          break;
        case K.holding_left:
          ints[i + F.HOLDING_LEFT] = json.string();
          break;
        case K.possession:
          if (json.flag()) flags |= F.FLAG_POSSESSION;
          break;
        case K.head:
          has |= this.#part(floats, f + F.HEAD, this.#keys.part) * F.HAS_HEAD;
          break;
        case K.body:
          has |= this.#part(floats, f + F.BODY, this.#keys.part) * F.HAS_BODY;
          break;
        case K.holding_right:
          ints[i + F.HOLDING_RIGHT] = json.string();
          break;
        case K.lhand:
          has |= this.#part(floats, f + F.LHAND, this.#keys.hand) * F.HAS_LHAND;
          break;
        case K.blocking:
          if (json.flag()) flags |= F.FLAG_BLOCKING;
          break;
        case K.velocity:
          if (json.numbers(floats, f + F.VELOCITY, 3) >= 3) has |= F.HAS_VELOCITY;
          break;
        case K.is_emote_playing:
          if (json.flag()) flags |= F.FLAG_EMOTE;
          break;
        // 2018: the head's place and axes stood on the player itself
        case K.position:
          if (json.numbers(floats, f + F.HEAD + F.POSITION, 3) >= 3) has |= F.HAS_HEAD;
          break;
        case K.forward:
          if (json.numbers(floats, f + F.HEAD + F.FORWARD, 3) >= 3) has |= F.HAS_HEAD_AXES;
          break;
        case K.left:
          this.#left(floats, f + F.HEAD + F.LEFT);
          break;
        case K.up:
          json.numbers(floats, f + F.HEAD + F.UP, 3);
          break;
        case K.Weapon:
          ints[i + F.WEAPON] = json.string();
          break;
        case K.Ordnance:
          ints[i + F.ORDNANCE] = json.string();
          break;
        case K.TacMod:
          ints[i + F.TAC_MOD] = json.string();
          break;
        case K.Arm:
          ints[i + F.ARM] = json.string();
          break;
        default:
          this.#other();
      }
    } while (json.more(125));
    ints[i + F.FLAGS] = flags;
    ints[i + F.HAS] = has;
  }
}
