/** Commands about soldiers and vehicles: their creation, their states, their end. States are most of a stream: what came before is compared before anything is decoded. */
import { BadCommand, type Arguments } from './arguments.ts';
import type { Parts } from './parts.ts';
import type { Unit } from './units.ts';
import { remove } from './vehicles.ts';

const MAX_NAME = 1024;
const MAX_CREW = 512;
const MAX_SQUAD = 64 * 1024;
/** Where the frame stands among the arguments of a soldier's state; what lies around it is its tail. */
const FRAME = 8;
const FIRST_OF_TAIL = 3;

const place = new Float64Array(3);
const forward = new Float64Array(3);
const up = new Float64Array(3);
const turret = new Float64Array(2);
const NOBODY: readonly number[] = [];

/** frame, id, name, group, side, isPlayer, role, class, display name, uid, squad */
export function createSoldier({ units }: Parts, args: Arguments): void {
  args.atLeast(6);
  units.create({
    frame: args.frame(0),
    id: args.id(1),
    name: args.text(2, MAX_NAME),
    group: args.text(3, MAX_NAME),
    side: args.text(4, MAX_NAME),
    isPlayer: args.flag(5),
    role: args.text(6, MAX_NAME),
    className: args.text(7, MAX_NAME),
    displayName: args.text(8, MAX_NAME),
    playerUid: args.text(9, MAX_NAME),
    squad: args.count > 10 ? squadOf(args) : null,
  });
}

function squadOf(args: Arguments): unknown {
  if (args.text(10, MAX_SQUAD) === '') return null;
  return args.value(10);
}

/** id, place, bearing, life, in vehicle, name, isPlayer, role, FRAME, stable vitals, carried, scores, seat, vehicle, stance, group, side */
export function soldierState({ units }: Parts, args: Arguments): void {
  args.atLeast(FRAME + 1);
  const unit = units.get(args.id(0));
  args.point(1, place);
  const bearing = args.number(2);
  const frame = args.frame(FRAME);
  if (isSameTail(unit, args)) {
    units.moves(unit, frame, place, bearing);
    return;
  }
  const life = args.number(3);
  if (life !== 0 && life !== 1 && life !== 2) throw new BadCommand(`argument 3 is no life state`);
  const has = (i: number): boolean => i < args.count;
  const vehicle = has(13) ? args.idOrNone(13) : -1;
  const state = {
    life,
    inVehicle: args.flag(4),
    vehicle,
    name: args.text(5, MAX_NAME),
    isPlayer: args.flag(6),
    role: args.text(7, MAX_NAME),
    stableVitals: has(9) ? args.flag(9) : null,
    carried: has(10) ? args.flag(10) : null,
    scores: has(11) ? scoresOf(args) : null,
    seat: has(12) ? args.text(12, MAX_NAME) : null,
    stance: has(14) ? args.text(14, MAX_NAME) : null,
    group: has(15) ? args.text(15, MAX_NAME) : null,
    side: has(16) ? args.text(16, MAX_NAME) : null,
  };
  units.state(unit, frame, place, bearing, state);
  // A unit that is in a vehicle which is not there yet has to be asked again.
  if (!state.inVehicle || vehicle < 0 || units.isKnownVehicle(vehicle)) keepTail(unit, args);
  else unit.tail = null;
}

/** Six numbers, as the recorder keeps them: whole, up to 255. Anything else is no score. */
function scoresOf(args: Arguments): readonly number[] | null {
  const parts = args
    .text(11, 256)
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map(Number);
  if (parts.length < 6 || !parts.every((part) => Number.isFinite(part))) return null;
  return parts.slice(0, 6).map((part) => Math.trunc(part) & 0xff);
}

function isSameTail(unit: Unit, args: Arguments): boolean {
  const { tail } = unit;
  const last = args.count - 1;
  if (tail === null) return false;
  const before = args.span(FIRST_OF_TAIL, FRAME - 1);
  const behind = last > FRAME ? args.span(FRAME + 1, last) : 0;
  if (tail.length !== before + behind) return false;
  return args.same(FIRST_OF_TAIL, FRAME - 1, tail, 0) && (behind === 0 || args.same(FRAME + 1, last, tail, before));
}

function keepTail(unit: Unit, args: Arguments): void {
  const last = args.count - 1;
  const before = args.span(FIRST_OF_TAIL, FRAME - 1);
  const behind = last > FRAME ? args.span(FRAME + 1, last) : 0;
  if (unit.tail?.length !== before + behind) unit.tail = new Uint8Array(before + behind);
  args.copy(FIRST_OF_TAIL, FRAME - 1, unit.tail, 0);
  if (behind > 0) args.copy(FRAME + 1, last, unit.tail, before);
}

/** frame, id, kind, display name, class, customization, side */
export function createVehicle({ vehicles }: Parts, args: Arguments): void {
  args.atLeast(4);
  const customization = args.count > 5 && args.text(5) !== '' ? args.value(5) : null;
  vehicles.create({
    frame: args.frame(0),
    id: args.id(1),
    kind: args.text(2, MAX_NAME),
    displayName: args.text(3, MAX_NAME),
    className: args.text(4, MAX_NAME),
    customization,
    side: args.text(6, MAX_NAME),
  });
}

/** id, place, bearing, alive, crew, FRAME, fuel, damage, engine, locked, side, forward, up, turret azimuth, turret elevation */
export function vehicleState({ vehicles }: Parts, args: Arguments): void {
  args.atLeast(6);
  const vehicle = vehicles.get(args.id(0));
  args.point(1, place);
  const has = (i: number): boolean => i < args.count;
  if (has(11)) args.point(11, forward);
  if (has(12)) args.point(12, up);
  if (has(14)) {
    turret[0] = args.number(13);
    turret[1] = args.number(14);
  }
  vehicles.state(vehicle, args.frame(5), place, args.number(2), {
    isAlive: args.flag(3),
    crew: crewOf(args, 4),
    fuel: has(6) ? args.number(6) : null,
    damage: has(7) ? args.number(7) : null,
    engineOn: has(8) ? args.flag(8) : null,
    locked: has(9) ? args.text(9, MAX_NAME) : null,
    side: has(10) ? args.text(10, MAX_NAME) : null,
    forward: has(11) ? forward : null,
    up: has(12) ? up : null,
    turret: has(14) ? turret : null,
  });
}

export function crewOf(args: Arguments, i: number): readonly number[] {
  if ((args.ends[i] as number) - (args.starts[i] as number) === 2) return NOBODY;
  const list = args.list(i);
  if (list.length > MAX_CREW) throw new BadCommand(`a crew of ${list.length}`);
  const crew = list.map(Number);
  if (!crew.every((id) => Number.isInteger(id) && id >= 0 && id <= 65_535)) throw new BadCommand(`argument ${i} lists what is no id`);
  return crew;
}

/** id, frame */
export function deleteEntity({ mission }: Parts, args: Arguments): void {
  args.atLeast(2);
  remove(mission, args.id(0), args.frame(1));
}
