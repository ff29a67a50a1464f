import type { Recording } from './recording.ts';
/** Who rode in which vehicle when: from the crew lists of vehicles, which come after most units in a file, to the `parent` of each unit. */
import { Rows, int32 } from './states.ts';

/** More stretches than any recording has. */
const MAX_STRETCHES = 4_000_000;
/** A unit that more vehicles list at the same time is damage. */
const MAX_AT_ONCE = 64;

interface Stretches {
  readonly unit: Rows<Int32Array>;
  readonly vehicle: Rows<Int32Array>;
  readonly from: Rows<Int32Array>;
  readonly to: Rows<Int32Array>;
}

function stretches(): Stretches {
  return { unit: new Rows(int32), vehicle: new Rows(int32), from: new Rows(int32), to: new Rows(int32) };
}

/** Native ids and frames, both ends included. */
export class Crews {
  /** By vehicles' crew lists. */
  readonly #listed = stretches();
  /** By the units' own inVehicle, where it is a vehicle's id. */
  readonly #claimed = stretches();
  #full = false;

  /** A vehicle's crew list from one frame to another. */
  listed(vehicle: number, crew: readonly number[], from: number, to: number): void {
    for (const unit of crew) this.#add(this.#listed, unit, vehicle, from, to);
  }

  claimed(unit: number, vehicle: number, from: number, to: number): void {
    this.#add(this.#claimed, unit, vehicle, from, to);
  }

  #add(list: Stretches, unit: number, vehicle: number, from: number, to: number): void {
    if (list.unit.length >= MAX_STRETCHES) {
      this.#full = true;
      return;
    }
    list.unit.push(unit);
    list.vehicle.push(vehicle);
    list.from.push(from);
    list.to.push(to);
  }

  /** Writes the `parent` channel of every unit. A crew list wins over the unit's own word, the lower id of two vehicles that both list it over the higher. */
  write(recording: Recording): void {
    if (this.#full) recording.sink.warn('crew-limit', `More than ${MAX_STRETCHES} changes of crews; the rest was left out.`);
    const listed = byUnit(this.#listed);
    const claimed = byUnit(this.#claimed);
    for (const [nativeId, known] of recording.entities) {
      const own = [listed.get(nativeId) ?? [], this.#whileThere(recording, claimed.get(nativeId) ?? [])];
      if (known.vehicle || own.every((layer) => layer.length === 0)) continue;
      let parent = 0;
      const write = (frame: number, vehicle: number): void => {
        if (vehicle === parent || frame > known.last) return;
        recording.sink.number(known.id, recording.channels.parent, recording.time(frame), vehicle);
        parent = vehicle;
      };
      for (const stretch of layered(own, known.first, known.last)) write(stretch.from, this.#vehicleId(recording, stretch.vehicle));
    }
  }

  /** Claims as far as the vehicle exists. */
  #whileThere(recording: Recording, claims: readonly Stretch[]): Stretch[] {
    const there: Stretch[] = [];
    for (const { from, to, vehicle } of claims) {
      const spans = recording.entities.get(vehicle)?.spans ?? [];
      for (let i = 0; i < spans.length; i += 2) {
        const start = Math.max(from, spans[i] as number);
        const end = Math.min(to, spans[i + 1] as number);
        if (start <= end) there.push({ from: start, to: end, vehicle });
      }
    }
    return there;
  }

  #vehicleId(recording: Recording, nativeId: number): number {
    const vehicle = nativeId < 0 ? undefined : recording.entities.get(nativeId);
    return vehicle?.vehicle === true ? vehicle.id : 0;
  }
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** -1 on foot. */
  readonly vehicle: number;
}

function byUnit(list: Stretches): Map<number, Stretch[]> {
  const units = new Map<number, Stretch[]>();
  for (let i = 0; i < list.unit.length; i++) {
    const unit = list.unit.at(i);
    const stretch = { from: list.from.at(i), to: list.to.at(i), vehicle: list.vehicle.at(i) };
    const own = units.get(unit);
    if (own === undefined) units.set(unit, [stretch]);
    else {
      // A crew that stays while the vehicle moves is one stretch.
      const last = own.at(-1);
      if (last?.vehicle === stretch.vehicle && last.to + 1 === stretch.from) own[own.length - 1] = { ...last, to: stretch.to };
      else own.push(stretch);
    }
  }
  return units;
}

/** Layers of stretches, the first on top, made into one sequence that covers first … last. */
function layered(layers: readonly (readonly Stretch[])[], first: number, last: number): Stretch[] {
  const flat = layers.flatMap((layer) => layer.toSorted((a, b) => a.vehicle - b.vehicle)).map((stretch, rank) => ({ ...stretch, rank }));
  const edges = new Set([first]);
  for (const { from, to } of flat) {
    edges.add(Math.max(first, from));
    edges.add(to + 1);
  }
  const sorted = [...edges].filter((frame) => frame >= first && frame <= last).toSorted((a, b) => a - b);
  const waiting = flat.toSorted((a, b) => a.from - b.from);
  const active: typeof flat = [];
  let next = 0;
  const result: Stretch[] = [];
  for (const [i, from] of sorted.entries()) {
    while (next < waiting.length && (waiting[next]?.from ?? 0) <= from) {
      const stretch = waiting[next++];
      if (stretch !== undefined && active.length < MAX_AT_ONCE) active.push(stretch);
    }
    for (let j = active.length - 1; j >= 0; j--) if ((active[j]?.to ?? 0) < from) active.splice(j, 1);
    let top = active[0];
    for (const stretch of active) if (top === undefined || stretch.rank < top.rank) top = stretch;
    result.push({ from, to: (sorted[i + 1] ?? last + 1) - 1, vehicle: top?.vehicle ?? -1 });
  }
  return result;
}
