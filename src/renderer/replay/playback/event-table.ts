/** Puts the event blocks of a session together into one table of typed arrays, in Session metres. */
import type { EventColumns } from '../../../shared/session/event-block.ts';
import type { Space } from '../../../shared/session/model.ts';
import { words } from '../../words/words.ts';
import type { EventTable } from './types.ts';

export function createEventTable(count: number): EventTable {
  const ints = (): Int32Array => new Int32Array(count);
  return {
    count,
    t: ints(),
    type: new Uint8Array(count),
    nativeType: ints(),
    actor: ints(),
    target: ints(),
    weapon: ints(),
    frame: ints(),
    position: new Float32Array(count * 3),
    targetPosition: new Float32Array(count * 3),
  };
}

export class EventTableBuilder {
  readonly #table: EventTable;
  readonly #space: Space;
  #count = 0;

  /** `count`: events of all blocks together. */
  constructor(count: number, space: Space) {
    this.#table = createEventTable(count);
    this.#space = space;
  }

  /** Blocks come in order. */
  add(block: EventColumns): void {
    const table = this.#table;
    const at = this.#count;
    if (at + block.count > table.count) throw new RangeError(words().panels.errors.moreEvents);
    table.t.set(block.t, at);
    table.type.set(block.type, at);
    table.nativeType.set(block.nativeType, at);
    table.actor.set(block.actor, at);
    table.target.set(block.target, at);
    table.weapon.set(block.weapon, at);
    table.frame.set(block.frame, at);
    toSession(this.#space, block.position, table.position, at);
    toSession(this.#space, block.targetPosition, table.targetPosition, at);
    this.#count += block.count;
  }

  finish(): EventTable {
    if (this.#count !== this.#table.count) throw new RangeError(words().panels.errors.fewerEvents);
    return this.#table;
  }
}

function toSession(space: Space, native: Float64Array, out: Float32Array, at: number): void {
  for (let i = 0; i < native.length; i += 3) {
    for (let axis = 0; axis < 3; axis++) {
      const value = native[i + (space.axis[axis] as number)] as number;
      out[at * 3 + i + axis] = value * (space.sign[axis] as number) * space.metresPerUnit;
    }
  }
}
