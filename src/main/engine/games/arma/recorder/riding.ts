/** Who rides in which vehicle, as the stream goes: a vehicle's crew list wins over what the unit says of itself, as in files. */
import type { EntityId } from '../../../../../shared/session/model.ts';
import type { SessionSink } from '../../../session-sink.ts';
import type { Member } from './mission.ts';

interface Rider {
  member: Member | null;
  /** Vehicles that list it, in the order of their ids. */
  listed: Member[];
  /** The vehicle that it says it is in. */
  claimed: Member | null;
  written: EntityId;
}

export class Riding {
  readonly #sink: SessionSink;
  readonly #parent: number;
  /** By the recorder's id of the unit, which may be listed before it is created. */
  readonly #riders = new Map<number, Rider>();
  /** By vehicle: whom it lists, and who claims to be in it. */
  readonly #crews = new Map<Member, readonly number[]>();
  readonly #claims = new Map<Member, Set<number>>();

  constructor(sink: SessionSink, parent: number) {
    this.#sink = sink;
    this.#parent = parent;
  }

  created(unit: Member, t: number): void {
    const rider = this.#rider(unit.nativeId);
    rider.member = unit;
    this.#write(rider, t);
  }

  lists(vehicle: Member, crew: readonly number[], t: number): void {
    const before = this.#crews.get(vehicle) ?? [];
    this.#crews.set(vehicle, crew);
    for (const id of before) {
      if (crew.includes(id)) continue;
      const rider = this.#rider(id);
      rider.listed = rider.listed.filter((one) => one !== vehicle);
      this.#write(rider, t);
    }
    for (const id of crew) {
      const rider = this.#rider(id);
      if (rider.listed.includes(vehicle)) continue;
      rider.listed = [...rider.listed, vehicle].toSorted((a, b) => a.nativeId - b.nativeId);
      this.#write(rider, t);
    }
  }

  claims(unit: Member, vehicle: Member | null, t: number): void {
    const rider = this.#rider(unit.nativeId);
    if (rider.claimed === vehicle) return;
    if (rider.claimed !== null) this.#claims.get(rider.claimed)?.delete(unit.nativeId);
    rider.claimed = vehicle;
    if (vehicle !== null) {
      const claims = this.#claims.get(vehicle) ?? new Set();
      this.#claims.set(vehicle, claims.add(unit.nativeId));
    }
    this.#write(rider, t);
  }

  /** Nobody rides in what is gone. */
  gone(vehicle: Member, t: number): void {
    this.lists(vehicle, [], t);
    for (const id of this.#claims.get(vehicle) ?? []) {
      const rider = this.#rider(id);
      rider.claimed = null;
      this.#write(rider, t);
    }
    this.#claims.delete(vehicle);
  }

  #rider(id: number): Rider {
    const known = this.#riders.get(id);
    if (known !== undefined) return known;
    const rider: Rider = { member: null, listed: [], claimed: null, written: 0 };
    this.#riders.set(id, rider);
    return rider;
  }

  #write(rider: Rider, t: number): void {
    const { member } = rider;
    const vehicle = (rider.listed[0] ?? rider.claimed)?.id ?? 0;
    if (member === null || member.gone !== Infinity || vehicle === rider.written) return;
    this.#sink.number(member.id, this.#parent, t, vehicle);
    rider.written = vehicle;
  }
}
