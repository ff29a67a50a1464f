/** The match at one recorded frame, as far as its statistics look at it: who plays where, who has the disc, whether the clock runs. Filled from channel samples. */
import type { StatisticsSession } from '../../../statistics/provider.ts';

/** Channels that are listened to. `frame` comes first: it says that the frame before is complete. */
export const CHANNELS = [
  'frame',
  'game_status',
  'pause_state',
  'disc_holder',
  'segment',
  'team',
  'position',
  'velocity',
  'stunned',
  'holding_left',
  'holding_right',
  'ping',
  'packet_loss',
] as const;

/** Index into TEAMS; -1 for spectators. */
export type TeamIndex = -1 | 0 | 1;
/** Blue attacks +z, orange -z. */
export const TEAMS = ['blue', 'orange'] as const;
/** The goal that a team attacks hangs at this z, m. */
export const goalOf = (team: TeamIndex): number => (team === 0 ? 36 : -36);

/** Statuses in which the disc is live. */
const IN_PLAY: ReadonlySet<string> = new Set(['playing', 'sudden_death']);

/** Arrays are by EntityId. */
export class MatchState {
  /** ms of the frame. */
  t = 0;
  status = '';
  /** Between a pause and the resumption of play. */
  paused = false;
  /** EntityId of who has possession, 0 for nobody. */
  holder = 0;
  readonly disc: number;
  readonly here: Uint8Array;
  readonly team: Int8Array;
  /** Session metres, 3 per entity, NaN where unknown. */
  readonly position: Float64Array;
  /** m/s, NaN where unknown. */
  readonly speed: Float64Array;
  readonly stunned: Uint8Array;
  /** ms */
  readonly ping: Float64Array;
  /** 0 to 1 */
  readonly packetLoss: Float64Array;
  /** EntityIds of players, ascending. */
  readonly players: readonly number[];
  readonly #strings: readonly string[];
  /** Bits: 1 left, 2 right hand has the disc. */
  readonly #hands: Uint8Array;
  /** Whether the recording says what hands hold at all. */
  readonly #saysHands: boolean;
  /** String index of "disc". */
  readonly #discWord: number;

  constructor({ entities, strings }: StatisticsSession) {
    const count = entities.length;
    this.#strings = strings;
    this.#discWord = strings.indexOf('disc');
    this.#saysHands = this.#discWord >= 0;
    this.players = entities.flatMap((entity) => (entity?.kind === 'player' ? [entity.id] : []));
    this.disc = entities.find((entity) => entity?.kind === 'disc')?.id ?? 0;
    this.here = new Uint8Array(count);
    this.team = new Int8Array(count).fill(-1);
    this.position = new Float64Array(count * 3).fill(Number.NaN);
    this.speed = new Float64Array(count).fill(Number.NaN);
    this.stunned = new Uint8Array(count);
    this.ping = new Float64Array(count).fill(Number.NaN);
    this.packetLoss = new Float64Array(count).fill(Number.NaN);
    this.#hands = new Uint8Array(count);
  }

  /** The status has the disc in play; it may be paused. */
  get live(): boolean {
    return IN_PLAY.has(this.status);
  }

  /** The disc is in play, and nobody paused the match. */
  get inPlay(): boolean {
    return this.live && !this.paused;
  }

  teamOf(entity: number): TeamIndex {
    return (this.team[entity] ?? -1) as TeamIndex;
  }

  /** Who has the disc in a hand; in a recording without hands, who has possession. 0 for nobody. */
  carrier(): number {
    if (!this.#saysHands) return this.holder;
    for (const player of this.players) if (this.here[player] === 1 && this.#hands[player] !== 0) return player;
    return 0;
  }

  place(entity: number): readonly number[] {
    return [...this.position.subarray(entity * 3, entity * 3 + 3)];
  }

  sample(channel: (typeof CHANNELS)[number], entity: number, values: Float64Array | Int32Array, at: number): void {
    const value = values[at] as number;
    switch (channel) {
      case 'frame':
        break;
      case 'game_status':
        this.status = this.#strings[value] ?? '';
        break;
      case 'pause_state':
        this.paused = ['paused', 'unpausing'].includes(this.#strings[value] ?? '');
        break;
      case 'disc_holder':
        this.holder = value;
        break;
      case 'segment':
        this.here[entity] = value === 0 ? 0 : 1;
        break;
      case 'team':
        this.team[entity] = TEAMS.findIndex((team) => team === this.#strings[value]);
        break;
      case 'position':
        for (let axis = 0; axis < 3; axis++) this.position[entity * 3 + axis] = values[at + axis] as number;
        break;
      case 'velocity':
        this.speed[entity] = Math.hypot(value, values[at + 1] as number, values[at + 2] as number);
        break;
      case 'stunned':
        this.stunned[entity] = value;
        break;
      case 'holding_left':
        this.#hold(entity, 1, value);
        break;
      case 'holding_right':
        this.#hold(entity, 2, value);
        break;
      case 'ping':
        this.ping[entity] = value;
        break;
      case 'packet_loss':
        this.packetLoss[entity] = value;
        break;
    }
  }

  #hold(entity: number, hand: 1 | 2, word: number): void {
    const hands = this.#hands[entity] ?? 0;
    this.#hands[entity] = word === this.#discWord ? hands | hand : hands & ~hand;
  }
}
