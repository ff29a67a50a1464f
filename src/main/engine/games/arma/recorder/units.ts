/** Soldiers: who they are, and their states. The stream says only what changed; what it does not say stays. */
import type { EntityId } from '../../../../../shared/session/model.ts';
import { asJson } from '../native.ts';
import { FOOT_LIMIT, isTeam, LIFE_CODES, VEHICLE_LIMIT } from '../session-shape.ts';
import { BadCommand } from './arguments.ts';
import type { Member, Mission } from './mission.ts';

export interface NewSoldier {
  /** As the command names it; the same for all frames below. */
  readonly frame: number;
  readonly id: number;
  readonly name: string;
  readonly group: string;
  readonly side: string;
  readonly isPlayer: boolean;
  /** "Rifleman@Alpha" */
  readonly role: string;
  readonly className: string;
  /** What the config calls the class. */
  readonly displayName: string;
  /** Steam id, "" for the game's own people. */
  readonly playerUid: string;
  readonly squad: unknown;
}

/** Everything of a state but where and when. Fields that the sender does not know are null. */
export interface SoldierState {
  /** 0 dead, 1 alive, 2 unconscious. */
  readonly life: number;
  readonly inVehicle: boolean;
  /** Id of the vehicle, -1 for none. */
  readonly vehicle: number;
  /** "" keeps the last. */
  readonly name: string;
  readonly isPlayer: boolean;
  readonly role: string | null;
  readonly stableVitals: boolean | null;
  readonly carried: boolean | null;
  readonly scores: readonly number[] | null;
  readonly seat: string | null;
  readonly stance: string | null;
  readonly group: string | null;
  readonly side: string | null;
}

export interface Unit extends Member {
  readonly vehicle: false;
  /** Frame of the last state, -1 before the first. */
  last: number;
  x: number;
  y: number;
  z: number;
  bearing: number;
  life: number;
  inVehicle: number;
  isPlayer: boolean;
  /** What it was created with; a state without a group or side means these. */
  group: number;
  team: number;
  /** Bytes of the last state behind its bearing, without its frame: when they come again, nothing but the place has changed. */
  tail: Uint8Array | null;
}

export class Units {
  readonly #mission: Mission;
  readonly #place = new Float64Array(3);

  constructor(mission: Mission) {
    this.#mission = mission;
  }

  get(id: number): Unit {
    const member = this.#mission.member(id);
    if (member.vehicle) throw new BadCommand(`entity ${id} is a vehicle`);
    return member as Unit;
  }

  /** Whether an id is that of a vehicle which is there. */
  isKnownVehicle(id: number): boolean {
    const member = this.#mission.members.get(id);
    return member?.vehicle === true && member.gone === Infinity;
  }

  /** The same id again is the same unit, which may have been away. */
  create(soldier: NewSoldier): void {
    const mission = this.#mission;
    const { sink } = mission;
    const { id, name } = soldier;
    const known = mission.members.get(id);
    if (known !== undefined && known.vehicle) throw new BadCommand(`entity ${id} is a vehicle`);
    const first = mission.frame(soldier.frame);
    const t = mission.time(first);
    const team = mission.team(soldier.side);
    const fields = {
      kind: soldier.isPlayer ? ('player' as const) : ('ai' as const),
      name,
      team: isTeam(soldier.side) ? soldier.side : null,
      group: soldier.group === '' ? null : soldier.group,
      data: {
        tuple: 9,
        type: 'unit',
        isPlayer: soldier.isPlayer ? 1 : 0,
        startFrameNum: known?.first ?? first,
        ...(soldier.role === '' ? {} : { role: soldier.role }),
        ...(soldier.side === '' || isTeam(soldier.side) ? {} : { side: soldier.side }),
        recorder: {
          className: soldier.className,
          displayName: soldier.displayName,
          playerUid: soldier.playerUid,
          squad: asJson(soldier.squad ?? null),
        },
      },
    };
    if (known !== undefined) {
      const unit = known as Unit;
      sink.updateEntity(unit.id, unit.isPlayer ? { ...fields, kind: 'player' } : fields);
      unit.isPlayer ||= soldier.isPlayer;
      unit.group = sink.intern(soldier.group);
      unit.team = team;
      unit.tail = null;
      this.#return(unit, first);
      mission.called(unit, name);
      return;
    }
    const entity: EntityId = sink.entity({ ...fields, nativeId: String(id), className: null });
    const unit: Unit = {
      id: entity,
      nativeId: id,
      vehicle: false,
      first,
      name,
      className: soldier.className,
      gone: Number.POSITIVE_INFINITY,
      teams: [first, team],
      last: -1,
      x: Number.NaN,
      y: Number.NaN,
      z: Number.NaN,
      bearing: Number.NaN,
      life: -1,
      inVehicle: 0,
      isPlayer: soldier.isPlayer,
      group: sink.intern(soldier.group),
      team,
      tail: null,
    };
    mission.members.set(id, unit);
    sink.appear(entity, t);
    mission.called(unit, name);
    mission.riding.created(unit, t);
  }

  /** A state that differs from the last one in place and direction at most. */
  moves(unit: Unit, named: number, place: Float64Array, bearing: number): void {
    const t = this.#at(unit, named);
    this.#moveTo(unit, t, place, bearing, false);
  }

  state(unit: Unit, named: number, place: Float64Array, bearing: number, state: SoldierState): void {
    const mission = this.#mission;
    const { sink, channels, live } = mission;
    const isFirst = unit.last < 0;
    const t = this.#at(unit, named);
    const id = unit.id;
    const life = LIFE_CODES[state.life] ?? 0;
    const inVehicle = state.inVehicle ? (state.vehicle >= 0 ? state.vehicle : 1) : 0;
    const isFast = unit.inVehicle > 0 || inVehicle > 0;
    if (unit.life === LIFE_CODES[0] && life === LIFE_CODES[1]) sink.gap(id, t);
    unit.life = life;
    this.#moveTo(unit, t, place, bearing, isFast);
    sink.number(id, channels.life, t, life);
    sink.number(id, channels.inVehicle, t, inVehicle);
    unit.inVehicle = inVehicle;
    const vehicle = state.inVehicle && this.isKnownVehicle(state.vehicle) ? mission.members.get(state.vehicle) : undefined;
    mission.riding.claims(unit, vehicle ?? null, t);

    if (state.isPlayer && !unit.isPlayer) {
      unit.isPlayer = true;
      unit.name = state.name === '' ? unit.name : state.name;
      sink.updateEntity(id, { kind: 'player', name: unit.name });
    }
    const name = state.name === '' ? (isFirst ? unit.name : '') : state.name;
    if (name !== '') {
      sink.number(id, channels.name, t, sink.intern(name));
      mission.called(unit, name);
    }
    sink.number(id, channels.human, t, state.isPlayer ? 1 : 0);
    if (state.role !== null) sink.number(id, channels.role, t, sink.intern(state.role));
    sink.number(id, channels.group, t, state.group === null ? unit.group : sink.intern(state.group));
    const team = state.side === null ? unit.team : mission.team(state.side);
    sink.number(id, channels.team, t, team);
    if (unit.teams.at(-1) !== team) unit.teams.push(unit.last, team);
    if (state.stance !== null) sink.number(id, live.stance, t, sink.intern(state.stance));
    if (state.seat !== null) sink.number(id, live.seat, t, sink.intern(state.seat));
    if (state.stableVitals !== null) sink.number(id, live.vitals, t, state.stableVitals ? 1 : 0);
    if (state.carried !== null) sink.number(id, live.carried, t, state.carried ? 1 : 0);
    if (state.scores !== null && state.isPlayer) sink.vector(id, live.scores, t, state.scores);
  }

  /** ms of a frame that is not before the unit's last. */
  #at(unit: Unit, named: number): number {
    const frame = this.#mission.frame(named);
    if (frame < unit.last) throw new BadCommand(`frame ${named} of entity ${unit.nativeId} comes after a later one`);
    if (frame >= unit.gone) this.#return(unit, frame);
    unit.last = frame;
    return this.#mission.time(frame);
  }

  #return(unit: Unit, frame: number): void {
    if (unit.gone === Infinity) return;
    unit.gone = Number.POSITIVE_INFINITY;
    this.#mission.sink.appear(unit.id, this.#mission.time(frame));
  }

  #moveTo(unit: Unit, t: number, place: Float64Array, bearing: number, isFast: boolean): void {
    const { sink, channels, header } = this.#mission;
    const [x, y, z] = place as unknown as [number, number, number];
    if (x !== unit.x || y !== unit.y || !Object.is(z, unit.z)) {
      // What was held until one frame ago is where it was then.
      const limit = (isFast || unit.inVehicle > 0 ? VEHICLE_LIMIT : FOOT_LIMIT) * header.captureDelay;
      const dx = x - unit.x;
      const dy = y - unit.y;
      const dz = z - unit.z;
      if (dx * dx + dy * dy + (Number.isNaN(dz) ? 0 : dz * dz) > limit * limit) sink.gap(unit.id, t);
      this.#place.set(place);
      unit.x = x;
      unit.y = y;
      unit.z = z;
      sink.vector(unit.id, channels.position, t, this.#place);
    }
    if (bearing !== unit.bearing) sink.number(unit.id, channels.heading, t, (unit.bearing = bearing));
  }
}
