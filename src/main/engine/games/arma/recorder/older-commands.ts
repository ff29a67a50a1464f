/** Commands of the older recorder (2017 to 2023) that are spelled in a way of their own. It numbers frames from 0 and does not say them in most states. */
import { BadCommand, type Arguments } from './arguments.ts';
import { crewOf } from './entity-commands.ts';
import type { Parts } from './parts.ts';

const MAX_NAME = 1024;
const place = new Float64Array(3);

/** frame, id, name, group, side, isPlayer, role */
export function newUnit({ units }: Parts, args: Arguments): void {
  args.atLeast(6);
  units.create({
    frame: args.frame(0),
    id: args.id(1),
    name: args.text(2, MAX_NAME),
    group: args.text(3, MAX_NAME),
    side: args.text(4, MAX_NAME),
    isPlayer: args.flag(5),
    role: args.text(6, MAX_NAME),
    className: '',
    displayName: '',
    playerUid: '',
    squad: null,
  });
}

/** frame, id, kind, name */
export function newVehicle({ vehicles }: Parts, args: Arguments): void {
  args.atLeast(4);
  const [kind, displayName] = [args.text(2, MAX_NAME), args.text(3, MAX_NAME)];
  vehicles.create({ frame: args.frame(0), id: args.id(1), kind, displayName, className: '', customization: null, side: '' });
}

/** id, place, direction, life, in vehicle, name, isPlayer, role */
export function updateUnit(parts: Parts, args: Arguments): void {
  args.atLeast(7);
  const unit = parts.units.get(args.id(0));
  args.point(1, place);
  const life = args.number(3);
  if (life !== 0 && life !== 1 && life !== 2) throw new BadCommand(`argument 3 is no life state`);
  const state = {
    life,
    inVehicle: args.flag(4),
    vehicle: -1,
    name: args.text(5, MAX_NAME),
    isPlayer: args.flag(6),
    role: args.count > 7 ? args.text(7, MAX_NAME) : null,
    stableVitals: null,
    carried: null,
    scores: null,
    seat: null,
    stance: null,
    group: null,
    side: null,
  };
  parts.units.state(unit, nextFrame(parts, unit.nativeId, unit.first), place, args.number(2), state);
}

/** id, place, direction, alive, crew, frame */
export function updateVehicle(parts: Parts, args: Arguments): void {
  args.atLeast(5);
  const vehicle = parts.vehicles.get(args.id(0));
  args.point(1, place);
  const frame = args.count > 5 ? args.frame(5) : nextFrame(parts, vehicle.nativeId, vehicle.first);
  const unsaid = { fuel: null, damage: null, engineOn: null, locked: null, side: null, forward: null, up: null, turret: null };
  parts.vehicles.state(vehicle, frame, place, args.number(2), { isAlive: args.flag(3), crew: crewOf(args, 4), ...unsaid });
}

/** The states of an entity are one for each frame from its first on. */
function nextFrame({ updates }: Parts, id: number, first: number): number {
  const count = updates.get(id) ?? 0;
  updates.set(id, count + 1);
  return first + count;
}

/** frame, type, data…: as it is to stand in the file. */
export function event({ mission }: Parts, args: Arguments): void {
  args.atLeast(2);
  const type = args.text(1, MAX_NAME);
  if (type === '') throw new BadCommand('the event has no type');
  const rest: unknown[] = [];
  for (let i = 2; i < args.count; i++) rest.push(/^(\[|[-+]?\d[\d.e+-]*$|true$|false$)/.test(args.raw(i)) ? args.value(i) : args.text(i));
  mission.tell(mission.frame(args.frame(0)), type, rest);
}
