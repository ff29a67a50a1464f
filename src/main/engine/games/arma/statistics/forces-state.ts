/** Who fights for which side at a moment of an operation: filled from channel samples. */
import { LIFE, type Space } from '../../../../../shared/session/model.ts';
import type { StatisticsSession } from '../../../statistics/provider.ts';

/** `life` comes last, so that who dies stands where the same frame says. */
export const CHANNELS = ['segment', 'team', 'group', 'parent', 'position', 'life'] as const;

const ALIVE = LIFE.indexOf('alive');
const UNCONSCIOUS = LIFE.indexOf('unconscious');
const DEAD = LIFE.indexOf('dead');

/** Arrays are by EntityId. */
export class ForcesState {
  readonly entities: StatisticsSession['entities'];
  readonly #strings: readonly string[];
  readonly #space: Space;
  readonly #here: Uint8Array;
  readonly #life: Uint8Array;
  readonly #team: string[];
  readonly #group: string[];
  /** Of vehicles without a side of their own: the side of who boarded last. */
  readonly #crewTeam: string[] = [];

  /** Native, 3 each. */
  readonly #position: Float64Array;

  constructor({ entities, strings, info }: StatisticsSession) {
    this.entities = entities;
    this.#space = info.space;
    this.#position = new Float64Array(entities.length * 3).fill(Number.NaN);
    this.#strings = strings;
    this.#here = new Uint8Array(entities.length);
    this.#life = new Uint8Array(entities.length);
    this.#team = Array.from(entities, (entity) => entity?.team ?? '');
    this.#group = Array.from(entities, (entity) => entity?.group ?? '');
  }

  /** A soldier, driven by a human or not. */
  isSoldier(entity: number): boolean {
    const kind = this.entities[entity]?.kind;
    return kind === 'player' || kind === 'ai';
  }

  /** A vehicle that counts when it is lost: a parachute does not. */
  isVehicle(entity: number): boolean {
    const info = this.entities[entity];
    return info?.kind === 'vehicle' && info.className !== 'parachute';
  }

  /** Recorded at the moment, and alive or unconscious. */
  stands(entity: number): boolean {
    const life = this.#life[entity];
    return this.#here[entity] === 1 && (life === ALIVE || life === UNCONSCIOUS);
  }

  isDead(entity: number): boolean {
    return this.#life[entity] === DEAD;
  }

  /** Side, "" when unknown. */
  team(entity: number): string {
    return this.#team[entity] || this.#crewTeam[entity] || '';
  }

  /** "" for none. */
  group(entity: number): string {
    return this.#group[entity] ?? '';
  }

  /** Where it is, in Session metres; NaN where unknown. */
  place(entity: number): readonly [number, number, number] {
    const { axis, sign, metresPerUnit } = this.#space;
    const metres = (i: 0 | 1 | 2): number => (this.#position[entity * 3 + axis[i]] ?? Number.NaN) * sign[i] * metresPerUnit;
    return [metres(0), metres(1), metres(2)];
  }

  sample(channel: (typeof CHANNELS)[number], entity: number, values: Float64Array | Int32Array, at: number): void {
    const value = values[at] as number;
    switch (channel) {
      case 'segment':
        this.#here[entity] = value === 0 ? 0 : 1;
        break;
      case 'team':
        this.#team[entity] = this.#strings[value] ?? '';
        break;
      case 'group':
        this.#group[entity] = this.#strings[value] ?? '';
        break;
      case 'parent':
        if (value !== 0) this.#crewTeam[value] = this.team(entity);
        break;
      case 'position':
        for (let i = 0; i < 3; i++) this.#position[entity * 3 + i] = values[at + i] as number;
        break;
      case 'life':
        this.#life[entity] = value;
        break;
    }
  }
}
