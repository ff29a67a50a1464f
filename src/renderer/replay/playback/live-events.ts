/** The events of a live session: a table that grows, kept in order of t, and the payload of each. */
import type { EventColumns } from '../../../shared/session/event-block.ts';
import type { JsonObject, Space } from '../../../shared/session/model.ts';
import { createEventTable, EventTableBuilder } from './event-table.ts';
import type { EventTable } from './types.ts';

type ListName = Exclude<keyof EventTable, 'count'>;

/** Numbers per event of each list. */
const WIDTHS: Readonly<Record<ListName, number>> = {
  t: 1,
  type: 1,
  nativeType: 1,
  actor: 1,
  target: 1,
  weapon: 1,
  frame: 1,
  position: 3,
  targetPosition: 3,
};
const NAMES = Object.keys(WIDTHS) as readonly ListName[];
const FIRST_ROOM = 256;

export class LiveEvents {
  readonly #space: Space;
  /** With room for more; what was handed out are views of the part that is filled, which never changes. */
  #lists = createEventTable(FIRST_ROOM);
  #count = 0;
  #payloads: (JsonObject | null)[] = [];

  constructor(space: Space) {
    this.#space = space;
  }

  payload(seq: number): JsonObject | null {
    return this.#payloads[seq] ?? null;
  }

  table(): EventTable {
    const view = <T extends Int32Array | Uint8Array | Float32Array>(list: T, width = 1): T => list.subarray(0, this.#count * width) as T;
    const { t, type, nativeType, actor, target, weapon, frame, position, targetPosition } = this.#lists;
    return {
      count: this.#count,
      t: view(t),
      type: view(type),
      nativeType: view(nativeType),
      actor: view(actor),
      target: view(target),
      weapon: view(weapon),
      frame: view(frame),
      position: view(position, 3),
      targetPosition: view(targetPosition, 3),
    };
  }

  /** Takes events in order of arrival. Returns what became of the sequence numbers before, null when they stay as they are. */
  add(columns: EventColumns, payloads: readonly (JsonObject | null)[]): ((seq: number) => number) | null {
    const builder = new EventTableBuilder(columns.count, this.#space);
    builder.add(columns);
    const batch = builder.finish();
    const order = Array.from({ length: batch.count }, (_, i) => i).toSorted((a, b) => timeOf(batch, a) - timeOf(batch, b) || a - b);
    const [first] = order;
    if (first === undefined) return null;
    const before = this.#lists;
    const count = this.#count;
    // Those after this one are older than all that is added.
    let from = count;
    while (from > 0 && (before.t[from - 1] as number) > timeOf(batch, first)) from--;
    const needed = count + batch.count;
    // What was handed out must not change: late events go into new lists.
    const room = before.count;
    if (needed > room || from < count) {
      this.#lists = createEventTable(needed > room ? Math.max(needed, room * 2) : room);
      for (let seq = 0; seq < from; seq++) copyEvent(before, seq, this.#lists, seq);
    }
    this.#count = needed;
    const moved = this.#payloads.splice(from);
    let next = 0;
    for (let to = from, old = from; to < needed; to++) {
      const event = order[next];
      if (event === undefined || (old < count && (before.t[old] as number) <= timeOf(batch, event))) {
        this.#payloads.push(moved[old - from] ?? null);
        copyEvent(before, old++, this.#lists, to);
      } else {
        next++;
        this.#payloads.push(payloads[event] ?? null);
        copyEvent(batch, event, this.#lists, to);
      }
    }
    if (from === count) return null;
    const times = order.map((event) => timeOf(batch, event));
    return (seq) => seq + (seq < from ? 0 : times.filter((t) => t < (before.t[seq] as number)).length);
  }
}

function timeOf(table: EventTable, event: number): number {
  return table.t[event] as number;
}

function copyEvent(from: EventTable, event: number, to: EventTable, seq: number): void {
  for (const name of NAMES) {
    const width = WIDTHS[name];
    for (let i = 0; i < width; i++) to[name][seq * width + i] = from[name][event * width + i] as number;
  }
}
