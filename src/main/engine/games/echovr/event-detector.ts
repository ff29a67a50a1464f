/**
 * What happened between two frames: every event kind of the schema, found by comparing them. The same rules for all formats, whatever events a file carries itself.
 * Events come in the schema's order, then by slot; nothing is allocated when nothing happens.
 */
import type { EventType } from '../../../../shared/session/event-types.ts';
import type { JsonObject } from '../../../../shared/session/model.ts';
import {
  type EchoFrame,
  FLAG_EMOTE,
  FLAG_STUNNED,
  FLAGS,
  HEAD,
  LAST_THROW_NAMES,
  MAX_PLAYERS,
  NAME,
  PLAYER_FLOATS,
  PLAYER_INTS,
  SLOT,
  STAT_NAMES,
  STATS,
  TEAM,
  USER,
} from './frame.ts';
import type { StringPool } from './string-pool.ts';

/** Name in the schema, and what it is in the vocabulary that all games share. */
export const NATIVE_EVENTS = {
  round_started: 'round_start',
  round_paused: 'pause',
  round_unpaused: 'resume',
  round_ended: 'round_end',
  match_ended: 'match_end',
  scoreboard_updated: 'score',
  player_joined: 'join',
  player_left: 'leave',
  player_switched_team: 'team_change',
  emote_played: 'emote',
  disc_possession_changed: 'possession',
  disc_thrown: 'throw',
  disc_caught: 'catch',
  goal_scored: 'goal',
  // The scorer's own counter, which the game rarely moves: goal_scored is the goal.
  player_goal: 'custom',
  player_save: 'save',
  player_stun: 'stun',
  player_pass: 'pass',
  player_steal: 'steal',
  player_block: 'block',
  player_interception: 'interception',
  player_assist: 'assist',
  player_shot_taken: 'shot_on_goal',
} as const satisfies Record<string, EventType>;

/** `generic_event` carries its kind in data.event_type: catch or turnover. */
export type NativeEvent = keyof typeof NATIVE_EVENTS | 'generic_event';

/** Receives an event of the current frame. Slots are -1 for nobody; a slot may be one that only the frame before had (player_left). */
export type OnEvent = (native: NativeEvent, type: EventType, actor: number, target: number, data: JsonObject) => void;

/** Counters that make events, in their order within a player, with the key of nothing but the running total. */
const COUNTERS: readonly { readonly stat: number; readonly native: NativeEvent }[] = [
  { stat: statOffset('goals'), native: 'player_goal' },
  { stat: statOffset('saves'), native: 'player_save' },
  { stat: statOffset('stuns'), native: 'player_stun' },
  { stat: statOffset('passes'), native: 'player_pass' },
  { stat: statOffset('catches'), native: 'generic_event' },
  { stat: statOffset('steals'), native: 'player_steal' },
  { stat: statOffset('blocks'), native: 'player_block' },
  { stat: statOffset('interceptions'), native: 'player_interception' },
  { stat: statOffset('assists'), native: 'player_assist' },
  { stat: statOffset('shots_taken'), native: 'player_shot_taken' },
];
const POINTS = statOffset('points');
/** A counter that jumps by more comes of a damaged line, which must not become a million events. */
const MAX_RISE = 1000;
/** A stun counts up to this long after the player was hit, ms. */
const STUN_MEMORY = 4000;

function statOffset(name: (typeof STAT_NAMES)[number]): number {
  return STATS + STAT_NAMES.indexOf(name);
}

/** Whether any counter of a player (those after the time of possession) is larger than it was. */
function anyRise(from: Float64Array, a: number, to: Float64Array, b: number): boolean {
  for (let n = 0; n < STAT_NAMES.length - 1; n++) if ((to[b + n] as number) > (from[a + n] as number)) return true;
  return false;
}

export function roleName(team: number): 'blue' | 'orange' | 'spectator' {
  return team === 0 ? 'blue' : team === 1 ? 'orange' : 'spectator';
}

const ROUND_STATUS: ReadonlySet<string> = new Set(['round_start', 'playing', 'score', 'sudden_death', 'pre_sudden_death']);

export class EventDetector {
  readonly #pool: StringPool;
  readonly #on: OnEvent;
  /** Indices of a frame's players by ascending slot; kept from frame to frame because rosters rarely change. */
  readonly #order = new Int32Array(MAX_PLAYERS);
  #status = 0;
  #rounds: number[] = [];
  #roundOver = false;
  #matchOver = false;
  /** Last slot that had the disc, and its team. */
  #holder = -1;
  #holderTeam = -1;
  readonly #stunnedAt = new Float64Array(MAX_PLAYERS).fill(Number.NEGATIVE_INFINITY);
  readonly #stunnedSlot = new Int32Array(MAX_PLAYERS).fill(-1);
  #stunnedNext = 0;

  constructor(pool: StringPool, on: OnEvent) {
    this.#pool = pool;
    this.#on = on;
  }

  /** The first frame of a session: its roster, and nothing else. */
  first(frame: EchoFrame): void {
    this.#sort(frame);
    for (let n = 0; n < frame.players; n++) this.#joined(frame, this.#order[n] as number);
    this.#status = frame.gameStatus;
    const status = this.#pool.text(frame.gameStatus);
    this.#matchOver = status === 'post_match';
    this.#roundOver = status === 'round_over' || this.#matchOver;
    if (ROUND_STATUS.has(status)) this.#rounds.push(frame.blueRoundScore + frame.orangeRoundScore + 1);
    const possessor = frame.possessor();
    if (possessor >= 0) this.#hold(frame, possessor);
  }

  /** `t` in ms of session time. */
  next(previous: EchoFrame, frame: EchoFrame, t: number): void {
    const sameRoster = this.#sameRoster(previous, frame);
    if (!sameRoster) this.#rosters(previous, frame);
    this.#players(previous, frame, t);
    this.#scoreboard(previous, frame);
    this.#goal(previous, frame);
    this.#disc(previous, frame);
    this.#stats(previous, frame, t);
    this.#match(previous, frame);
    this.#pause(previous, frame);
  }

  #emit(native: keyof typeof NATIVE_EVENTS, actor: number, target: number, data: JsonObject): void {
    this.#on(native, NATIVE_EVENTS[native], actor, target, data);
  }

  /** The same people in the same order; `#order` then still holds. */
  #sameRoster(previous: EchoFrame, frame: EchoFrame): boolean {
    if (previous.players !== frame.players) return false;
    for (let i = 0, at = 0; i < frame.players; i++, at += PLAYER_INTS) {
      if (previous.ints[at + SLOT] !== frame.ints[at + SLOT] || previous.ints[at + USER] !== frame.ints[at + USER]) return false;
      if (previous.ints[at + TEAM] !== frame.ints[at + TEAM]) return false;
    }
    return true;
  }

  #sort(frame: EchoFrame): void {
    const order = this.#order;
    for (let i = 0; i < frame.players; i++) {
      const slot = frame.ints[i * PLAYER_INTS + SLOT] as number;
      let at = i;
      while (at > 0 && (frame.ints[(order[at - 1] as number) * PLAYER_INTS + SLOT] as number) > slot) {
        order[at] = order[at - 1] as number;
        at--;
      }
      order[at] = i;
    }
  }

  #joined(frame: EchoFrame, player: number): void {
    const at = player * PLAYER_INTS;
    const slot = frame.ints[at + SLOT] as number;
    this.#emit('player_joined', slot, -1, {
      slot,
      name: this.#pool.text(frame.ints[at + NAME] as number),
      role: roleName(frame.ints[at + TEAM] as number),
    });
  }

  /** Joins, then leaves, then switches, each by slot. Another account in the same slot is a leave and a join. */
  #rosters(previous: EchoFrame, frame: EchoFrame): void {
    const order = this.#order;
    const before = [...order.subarray(0, previous.players)];
    this.#sort(frame);
    for (let n = 0; n < frame.players; n++) {
      const player = order[n] as number;
      if (this.#same(frame, player, previous) < 0) this.#joined(frame, player);
    }
    for (const player of before) {
      if (this.#same(previous, player, frame) >= 0) continue;
      const at = player * PLAYER_INTS;
      const slot = previous.ints[at + SLOT] as number;
      this.#emit('player_left', slot, -1, {
        slot,
        name: this.#pool.text(previous.ints[at + NAME] as number),
        role: roleName(previous.ints[at + TEAM] as number),
      });
    }
    for (let n = 0; n < frame.players; n++) {
      const player = order[n] as number;
      const old = this.#same(frame, player, previous);
      if (old < 0) continue;
      const from = roleName(previous.ints[old * PLAYER_INTS + TEAM] as number);
      const to = roleName(frame.ints[player * PLAYER_INTS + TEAM] as number);
      const slot = frame.ints[player * PLAYER_INTS + SLOT] as number;
      if (from !== to) this.#emit('player_switched_team', slot, -1, { slot, from, to });
    }
  }

  /** Index in `other` of the player in the same slot with the same account; -1 when there is none. */
  #same(frame: EchoFrame, player: number, other: EchoFrame): number {
    const at = player * PLAYER_INTS;
    const found = other.findSlot(frame.ints[at + SLOT] as number, player);
    if (found < 0) return -1;
    const user = frame.ints[at + USER] as number;
    const otherUser = other.ints[found * PLAYER_INTS + USER] as number;
    return user === otherUser || user === 0 || otherUser === 0 ? found : -1;
  }

  /** Emotes; remembers who was stunned when. */
  #players(previous: EchoFrame, frame: EchoFrame, t: number): void {
    for (let n = 0; n < frame.players; n++) {
      const player = this.#order[n] as number;
      const at = player * PLAYER_INTS;
      const flags = frame.ints[at + FLAGS] as number;
      if ((flags & (FLAG_EMOTE | FLAG_STUNNED)) === 0) continue;
      const old = this.#same(frame, player, previous);
      if (old < 0) continue;
      const risen = flags & ~(previous.ints[old * PLAYER_INTS + FLAGS] as number);
      const slot = frame.ints[at + SLOT] as number;
      if ((risen & FLAG_EMOTE) !== 0) this.#emit('emote_played', slot, -1, { slot, emote: 'PRIMARY' });
      if ((risen & FLAG_STUNNED) !== 0) {
        this.#stunnedAt[this.#stunnedNext] = t;
        this.#stunnedSlot[this.#stunnedNext] = slot;
        this.#stunnedNext = (this.#stunnedNext + 1) % MAX_PLAYERS;
      }
    }
  }

  #scoreboard(previous: EchoFrame, frame: EchoFrame): void {
    if (
      previous.bluePoints === frame.bluePoints &&
      previous.orangePoints === frame.orangePoints &&
      previous.blueRoundScore === frame.blueRoundScore &&
      previous.orangeRoundScore === frame.orangeRoundScore
    )
      return;
    this.#emit('scoreboard_updated', -1, -1, {
      slot: -1,
      blue: frame.bluePoints,
      orange: frame.orangePoints,
      blueRounds: frame.blueRoundScore,
      orangeRounds: frame.orangeRoundScore,
    });
  }

  #goal(previous: EchoFrame, frame: EchoFrame): void {
    const before = previous.lastScore;
    const score = frame.lastScore;
    if (
      before.person === score.person &&
      before.discSpeed === score.discSpeed &&
      before.distance === score.distance &&
      before.points === score.points
    )
      return;
    const pool = this.#pool;
    const goalType = pool.text(score.goalType);
    const by = pool.text(score.person);
    if (goalType === '' || goalType === '[NO GOAL]' || by === '[INVALID]') return;
    const team = pool.text(score.team);
    const assist = pool.text(score.assist);
    this.#emit('goal_scored', slotOf(frame, score.person, team), -1, {
      slot: -1,
      by,
      assist: assist === '' || assist === '[INVALID]' ? null : assist,
      team,
      points: score.points,
      goalType,
      // as it stands in a sentence
      goal: goalType.toLowerCase(),
      discSpeed: score.discSpeed,
      distance: score.distance,
      speed: Math.abs(score.discSpeed) < 200 ? Math.round(score.discSpeed * 10) / 10 : null,
    });
  }

  #disc(previous: EchoFrame, frame: EchoFrame): void {
    const before = previous.possessor();
    const now = frame.possessor();
    if (before !== now) this.#emit('disc_possession_changed', now, before, { slot: now, previous: before });
    const last = previous.lastThrow;
    const current = frame.lastThrow;
    if (last[0] !== current[0] || last[1] !== current[1] || last[4] !== current[4]) {
      const thrower = before >= 0 ? before : this.#holder >= 0 ? this.#holder : now;
      const data: Record<string, number> = { slot: thrower, speed: Math.round((current[1] as number) * 10) / 10 };
      for (let i = 0; i < LAST_THROW_NAMES.length; i++) data[LAST_THROW_NAMES[i] as string] = current[i] as number;
      this.#emit('disc_thrown', thrower, -1, data);
    }
    if (now >= 0 && now !== before) this.#emit('disc_caught', now, -1, { slot: now });
  }

  #hold(frame: EchoFrame, slot: number): void {
    this.#holder = slot;
    const player = frame.findSlot(slot, 0);
    this.#holderTeam = player < 0 ? -1 : (frame.ints[player * PLAYER_INTS + TEAM] as number);
  }

  #stats(previous: EchoFrame, frame: EchoFrame, t: number): void {
    for (let n = 0; n < frame.players; n++) {
      const player = this.#order[n] as number;
      const old = this.#same(frame, player, previous);
      if (old < 0) continue;
      const a = old * PLAYER_FLOATS;
      const b = player * PLAYER_FLOATS;
      if (!anyRise(previous.floats, a + STATS + 1, frame.floats, b + STATS + 1)) continue;
      for (let c = 0; c < COUNTERS.length; c++) {
        const counter = COUNTERS[c] as (typeof COUNTERS)[number];
        const from = previous.floats[a + counter.stat] as number;
        const to = frame.floats[b + counter.stat] as number;
        if (to > from)
          this.#rise(
            previous,
            frame,
            t,
            player,
            counter.native,
            from,
            to,
            (frame.floats[b + POINTS] as number) - (previous.floats[a + POINTS] as number),
          );
      }
    }
    const possessor = frame.possessor();
    if (possessor >= 0) this.#hold(frame, possessor);
  }

  #rise(
    previous: EchoFrame,
    frame: EchoFrame,
    t: number,
    player: number,
    native: NativeEvent,
    from: number,
    to: number,
    points: number,
  ): void {
    const rise = Math.min(Math.floor(to - from), MAX_RISE);
    const slot = frame.ints[player * PLAYER_INTS + SLOT] as number;
    const team = frame.ints[player * PLAYER_INTS + TEAM] as number;
    for (let i = 1; i <= rise; i++) {
      const total = to - rise + i;
      switch (native) {
        case 'generic_event':
          this.#on('generic_event', 'catch', slot, -1, { slot, event_type: 'catch', total });
          if (i === 1 && this.#holderTeam >= 0 && this.#holderTeam !== team && this.#holder !== slot) {
            this.#on('generic_event', 'turnover', slot, this.#holder, { slot, event_type: 'turnover', previous: this.#holder });
          }
          break;
        case 'player_goal':
          this.#emit(native, slot, -1, { slot, total, points: points > 0 ? points / rise : 2 });
          break;
        case 'player_stun': {
          const victim = this.#victim(frame, player, team, t);
          this.#emit(native, slot, victim, { slot, total, victim });
          break;
        }
        case 'player_steal': {
          const victim = previous.possessor();
          this.#emit(native, slot, victim, { slot, total, victim });
          break;
        }
        case 'player_save':
        case 'player_interception':
          this.#emit(native, slot, this.#holderTeam === team ? -1 : this.#holder, { slot, total });
          break;
        case 'player_pass': {
          const receiver = frame.possessor();
          this.#emit(native, slot, receiver === slot ? -1 : receiver, { slot, total });
          break;
        }
        default:
          this.#emit(native, slot, -1, { slot, total });
      }
    }
  }

  /** The nearest opponent who was stunned within the last seconds and whom nobody was credited with yet; -1 for none. */
  #victim(frame: EchoFrame, player: number, team: number, t: number): number {
    let best = -1;
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < MAX_PLAYERS; i++) {
      if ((this.#stunnedAt[i] as number) < t - STUN_MEMORY) continue;
      const other = frame.findSlot(this.#stunnedSlot[i] as number, 0);
      if (other < 0 || other === player || frame.ints[other * PLAYER_INTS + TEAM] === team) continue;
      const a = player * PLAYER_FLOATS + HEAD;
      const b = other * PLAYER_FLOATS + HEAD;
      const { floats } = frame;
      const distance = Math.hypot(
        (floats[a] as number) - (floats[b] as number),
        (floats[a + 1] as number) - (floats[b + 1] as number),
        (floats[a + 2] as number) - (floats[b + 2] as number),
      );
      if (distance >= nearest) continue;
      nearest = distance;
      best = i;
    }
    if (best < 0) return -1;
    this.#stunnedAt[best] = Number.NEGATIVE_INFINITY;
    return this.#stunnedSlot[best] as number;
  }

  /** Rounds and the match, by the last status that is not empty. */
  #match(previous: EchoFrame, frame: EchoFrame): void {
    const roundsBefore = previous.blueRoundScore + previous.orangeRoundScore;
    const rounds = frame.blueRoundScore + frame.orangeRoundScore;
    const changed = frame.gameStatus !== 0 && frame.gameStatus !== this.#status;
    if (!changed && rounds === roundsBefore) return;
    const before = this.#pool.text(this.#status);
    const status = changed ? this.#pool.text(frame.gameStatus) : before;
    if (changed) this.#status = frame.gameStatus;
    // A rematch in the same lobby counts its rounds from one again.
    if (rounds < roundsBefore || status === 'pre_match') this.#rounds = [];
    if (changed && (status === 'round_start' || (status === 'playing' && !ROUND_STATUS.has(before)))) {
      this.#matchOver = false;
      this.#roundOver = false;
      const round = rounds + 1;
      if (!this.#rounds.includes(round)) {
        this.#rounds.push(round);
        this.#emit('round_started', -1, -1, { slot: -1, round });
      }
    }
    if (!this.#roundOver && ((changed && status === 'round_over') || (rounds !== roundsBefore && before === 'playing'))) {
      this.#roundOver = true;
      const winner =
        frame.blueRoundScore > previous.blueRoundScore ? 'blue' : frame.orangeRoundScore > previous.orangeRoundScore ? 'orange' : 'none';
      this.#emit('round_ended', -1, -1, { slot: -1, round: roundsBefore + 1, winner });
    }
    if (changed && status === 'post_match' && !this.#matchOver) {
      this.#matchOver = true;
      const { bluePoints, orangePoints } = frame;
      const winner = bluePoints > orangePoints ? 'blue' : orangePoints > bluePoints ? 'orange' : 'none';
      this.#emit('match_ended', -1, -1, { slot: -1, winner, blue: bluePoints, orange: orangePoints });
    }
  }

  #pause(previous: EchoFrame, frame: EchoFrame): void {
    if (previous.pause.state === frame.pause.state) return;
    const before = isPaused(this.#pool.text(previous.pause.state));
    const state = this.#pool.text(frame.pause.state);
    const now = isPaused(state);
    if (now && !before) {
      this.#emit('round_paused', -1, -1, { slot: -1, state, team: this.#pool.text(frame.pause.requestedTeam) });
    } else if (before && !now) {
      this.#emit('round_unpaused', -1, -1, { slot: -1, state, team: this.#pool.text(frame.pause.unpausedTeam) });
    }
  }
}

function isPaused(state: string): boolean {
  return state === 'paused' || state === 'paused_requested';
}

/** Slot of the player with a name; of two with the same name, the one on the team. */
function slotOf(frame: EchoFrame, name: number, team: string): number {
  let found = -1;
  for (let i = 0; i < frame.players; i++) {
    const at = i * PLAYER_INTS;
    if (name === 0 || frame.ints[at + NAME] !== name) continue;
    const slot = frame.ints[at + SLOT] as number;
    if (roleName(frame.ints[at + TEAM] as number) === team) return slot;
    found = slot;
  }
  return found;
}
