/** Vehicles: what they are, their states and crews. */
import { asJson } from '../native.ts';
import { isTeam, LIFE_CODES, VEHICLE_LIMIT } from '../session-shape.ts';
import { BadCommand } from './arguments.ts';
import type { Member, Mission } from './mission.ts';

export interface NewVehicle {
  readonly frame: number;
  readonly id: number;
  /** truck apc car tank static-mortar static-weapon parachute heli plane sea */
  readonly kind: string;
  readonly displayName: string;
  readonly className: string;
  readonly customization: unknown;
  /** "" when it was not said. */
  readonly side: string;
}

/** Everything of a state but where and when. Fields that the sender does not know are null. */
export interface VehicleState {
  readonly isAlive: boolean;
  /** Ids of units, driver first. */
  readonly crew: readonly number[];
  readonly fuel: number | null;
  readonly damage: number | null;
  readonly engineOn: boolean | null;
  readonly locked: string | null;
  readonly side: string | null;
  readonly forward: ArrayLike<number> | null;
  readonly up: ArrayLike<number> | null;
  readonly turret: ArrayLike<number> | null;
}

export interface Vehicle extends Member {
  readonly vehicle: true;
  last: number;
  x: number;
  y: number;
  z: number;
  life: number;
  team: number;
}

export class Vehicles {
  readonly #mission: Mission;

  constructor(mission: Mission) {
    this.#mission = mission;
  }

  get(id: number): Vehicle {
    const member = this.#mission.member(id);
    if (!member.vehicle) throw new BadCommand(`entity ${id} is a unit`);
    return member as Vehicle;
  }

  create(vehicle: NewVehicle): void {
    const mission = this.#mission;
    const { sink } = mission;
    const { id, side } = vehicle;
    const known = mission.members.get(id);
    if (known !== undefined && !known.vehicle) throw new BadCommand(`entity ${id} is a unit`);
    const first = mission.frame(vehicle.frame);
    const team = mission.team(side);
    const fields = {
      kind: 'vehicle' as const,
      name: vehicle.displayName,
      team: isTeam(side) ? side : null,
      className: vehicle.kind === '' ? null : vehicle.kind,
      data: {
        tuple: 5,
        ranged: true,
        type: 'vehicle',
        isPlayer: 0,
        startFrameNum: known?.first ?? first,
        ...(side === '' || isTeam(side) ? {} : { side }),
        recorder: { className: vehicle.className, customization: asJson(vehicle.customization ?? null) },
      },
    };
    if (known !== undefined) {
      sink.updateEntity(known.id, fields);
      (known as Vehicle).team = team;
      this.#return(known as Vehicle, first);
      return;
    }
    const entity = sink.entity({ ...fields, nativeId: String(id), group: null });
    const member: Vehicle = {
      id: entity,
      nativeId: id,
      vehicle: true,
      first,
      name: vehicle.displayName,
      className: vehicle.className,
      gone: Number.POSITIVE_INFINITY,
      teams: [first, team],
      last: -1,
      x: Number.NaN,
      y: Number.NaN,
      z: Number.NaN,
      life: -1,
      team,
    };
    mission.members.set(id, member);
    sink.appear(entity, mission.time(first));
  }

  state(vehicle: Vehicle, named: number, place: Float64Array, bearing: number, state: VehicleState): void {
    const mission = this.#mission;
    const { sink, channels, live } = mission;
    const frame = mission.frame(named);
    if (frame < vehicle.last) throw new BadCommand(`frame ${named} of entity ${vehicle.nativeId} comes after a later one`);
    if (frame >= vehicle.gone) this.#return(vehicle, frame);
    const isFirst = vehicle.last < 0;
    vehicle.last = frame;
    const t = mission.time(frame);
    const id = vehicle.id;
    const life = LIFE_CODES[state.isAlive ? 1 : 0];
    const [x, y, z] = place as unknown as [number, number, number];
    const limit = VEHICLE_LIMIT * mission.header.captureDelay;
    const dz = z - vehicle.z;
    const distance2 = (x - vehicle.x) ** 2 + (y - vehicle.y) ** 2 + (Number.isNaN(dz) ? 0 : dz * dz);
    if (distance2 > limit * limit || (vehicle.life === LIFE_CODES[0] && state.isAlive)) sink.gap(id, t);
    vehicle.x = x;
    vehicle.y = y;
    vehicle.z = z;
    vehicle.life = life;
    sink.vector(id, channels.position, t, place);
    sink.number(id, channels.heading, t, bearing);
    sink.number(id, channels.life, t, life);
    sink.number(id, channels.crew, t, sink.intern(JSON.stringify(state.crew)));
    mission.riding.lists(vehicle, state.crew, t);
    if (isFirst) sink.number(id, channels.name, t, sink.intern(vehicle.name));
    const team = state.side === null ? vehicle.team : mission.team(state.side);
    sink.number(id, channels.team, t, team);
    if (vehicle.teams.at(-1) !== team) vehicle.teams.push(frame, team);
    if (state.fuel !== null) sink.number(id, live.fuel, t, state.fuel);
    if (state.damage !== null) sink.number(id, live.damage, t, state.damage);
    if (state.engineOn !== null) sink.number(id, live.engine, t, state.engineOn ? 1 : 0);
    if (state.locked !== null) sink.number(id, live.locked, t, sink.intern(state.locked));
    if (state.forward !== null) sink.vector(id, live.forward, t, state.forward);
    if (state.up !== null) sink.vector(id, live.up, t, state.up);
    if (state.turret !== null) sink.vector(id, live.turret, t, state.turret);
  }

  #return(vehicle: Vehicle, frame: number): void {
    if (vehicle.gone === Infinity) return;
    vehicle.gone = Number.POSITIVE_INFINITY;
    this.#mission.sink.appear(vehicle.id, this.#mission.time(frame));
  }
}

/** A unit or vehicle is no more from a frame on. */
export function remove(mission: Mission, id: number, named: number): void {
  const now = mission.frame(named);
  const member = mission.member(id);
  const frame = Math.max(now, member.first);
  if (member.gone <= frame) return;
  const t = mission.time(frame);
  if (member.vehicle) mission.riding.gone(member, t);
  mission.sink.vanish(member.id, t);
  member.gone = frame;
}
