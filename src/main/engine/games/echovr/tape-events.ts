/** What a tape tells by events and not in its frames: who is in a slot, what they hold and count, the round scores, the last goal and the last throw. */
import { LAST_THROW_NAMES, type LastScore, STAT_NAMES } from './frame.ts';
import type { ProtoCursor } from './proto-cursor.ts';

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
export const TEAM_OF_ROLE = ['', 'blue', 'orange'];
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

export class TapeEvents {
  /** Events that were read; they are found anew from the frames. */
  count = 0;
  blueRounds = 0;
  orangeRounds = 0;
  hasScore = false;
  readonly score: LastScore = { discSpeed: 0, points: 0, distance: 0, team: 0, goalType: 0, person: 0, assist: 0 };
  hasThrow = false;
  readonly lastThrow = new Float64Array(LAST_THROW_NAMES.length);
  readonly slots = new Map<number, Slot>();
  readonly #proto: ProtoCursor;
  readonly #word: (text: string) => number;

  /** `word`: the number of a word of the game. */
  constructor(proto: ProtoCursor, word: (text: string) => number) {
    this.#proto = proto;
    this.#word = word;
  }

  /** The event that the cursor is at. */
  read(): void {
    const proto = this.#proto;
    const outer = proto.enter();
    while (proto.field()) {
      if (proto.wire !== 2) {
        proto.skip();
        continue;
      }
      this.count++;
      switch (proto.number) {
        case 15:
          this.#scoreboard();
          break;
        case 20:
          this.joined();
          break;
        case 21: {
          const values = this.#integers(1);
          const known = this.slots.get(values[0] as number);
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

  /** PlayerInfo of the roster and the event player_joined, which have the same fields. */
  joined(): void {
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

  #slot(slot: number): Slot {
    let known = this.slots.get(slot);
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
      if (this.slots.size < 1000) this.slots.set(slot, known);
    }
    return known;
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
    this.blueRounds = values[2] as number;
    this.orangeRounds = values[3] as number;
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
    this.hasThrow = true;
    while (proto.field()) {
      if (proto.number === 2) {
        this.lastThrow.fill(0);
        proto.numbered(this.lastThrow, 0, this.lastThrow.length);
      } else proto.skip();
    }
    proto.leave(outer);
  }

  #goal(): void {
    const proto = this.#proto;
    const { score } = this;
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
    this.hasScore = true;
    score.goalType = this.#word(GOAL_TYPE[goalType] ?? '');
    if (goalType === 0 && score.points > 0) score.goalType = this.#word(SOME_GOAL);
    // Files from before July 2026 name nobody, only slots.
    if (score.person === 0) score.person = this.slots.get(scorer)?.name ?? 0;
    if (score.assist === 0 && assistant >= 0) score.assist = this.slots.get(assistant)?.name ?? 0;
  }
}
