/** Commands about fights: projectiles, kills, and what the medical system of ACE3 says. */
import type { JsonValue } from '../../../../../shared/session/model.ts';
import { asJson } from '../native.ts';
import { BadCommand, pointOfText, type Arguments } from './arguments.ts';
import { fly, kill, weaponText } from './fights.ts';
import type { Parts } from './parts.ts';

const MAX_NAME = 1024;
/** Frames within which a death of the medical system is that of a kill. */
const SAME_DEATH = 5;

/** frame, time, firer, vehicle, seat, remote controller, weapon, its name, muzzle, its name, magazine, its name, ammo, mode, places, velocity, hits, simulation, submunition, icon */
export function projectile({ mission, drawings }: Parts, args: Arguments): void {
  args.atLeast(20);
  const text = (i: number): string => args.text(i, MAX_NAME);
  const points: { frame: number; place: readonly number[] }[] = [];
  for (const entry of args.list(14)) {
    const [, frame, where] = listOf(entry);
    const place = placeOf(where);
    if (typeof frame === 'number' && frame >= 0 && place !== undefined) points.push({ frame: Math.trunc(frame), place });
    else mission.sink.warn('bad-projectile', 'A place of a projectile could not be read.');
  }
  const hits: { id: number; components: readonly string[]; place: readonly number[]; frame: number }[] = [];
  for (const entry of args.list(16)) {
    const [id, component, where, frame] = listOf(entry);
    const place = placeOf(where);
    const components = (Array.isArray(component) ? (component as unknown[]) : [component]).filter((one) => typeof one === 'string');
    if (typeof id === 'number' && typeof frame === 'number' && frame >= 0 && place !== undefined)
      hits.push({ id, components, place, frame: Math.trunc(frame) });
    else mission.sink.warn('bad-projectile', 'A hit of a projectile could not be read.');
  }
  fly(mission, drawings, {
    frame: args.frame(0),
    firer: args.id(2),
    vehicle: args.idOrNone(3),
    weapon: text(7),
    magazine: text(11),
    simulation: text(17),
    icon: text(19),
    points,
    hits,
    more: {
      seat: text(4),
      remoteController: args.idOrNone(5),
      weapon: text(6),
      muzzle: text(8),
      magazine: text(10),
      ammo: text(12),
      mode: text(13),
      velocity: asJson(args.value(15)),
      simulation: text(17),
      submunition: args.flag(18),
      places: asJson(points.map(({ frame, place }) => [frame, ...place])),
    },
  });
}

/** frame, victim, killer, [vehicle, weapon, magazine] or text, distance */
export function killed(parts: Parts, args: Arguments): void {
  args.atLeast(5);
  const victim = args.id(1);
  const frame = args.frame(0);
  kill(parts.mission, 'killed', { frame, victim, killer: args.idOrNone(2), weapon: weaponOf(args, 3), distance: args.number(4) });
  parts.killed.set(victim, frame);
}

/** The same of a hit, as recorders sent it until 2026. */
export function hit({ mission }: Parts, args: Arguments): void {
  args.atLeast(5);
  const by = { frame: args.frame(0), victim: args.id(1), killer: args.idOrNone(2), weapon: weaponOf(args, 3), distance: args.number(4) };
  kill(mission, 'hit', by);
}

/** id, frame, end of the line of fire; as recorders sent it until 2026. */
export function fired({ mission }: Parts, args: Arguments): void {
  args.atLeast(3);
  const firer = mission.member(args.id(0));
  const frame = mission.frame(args.frame(1));
  const end = new Float64Array(3);
  args.point(2, end);
  const targetPosition = Number.isNaN(end[2]) ? [...end.subarray(0, 2)] : [...end];
  mission.sink.event({ t: mission.time(frame), type: 'shot', nativeType: 'framesFired', actor: firer.id, targetPosition, frame });
}

/** frame, victim, reason, last damage source or -1 */
export function ace3Death({ mission, killed: kills }: Parts, args: Arguments): void {
  args.atLeast(4);
  const victim = args.id(1);
  const named = args.frame(0);
  const isTold = Math.abs((kills.get(victim) ?? -Infinity) - named) <= SAME_DEATH;
  mission.tell(mission.frame(named), 'ace3_death', [victim, args.text(2, MAX_NAME), args.idOrNone(3), ...(isTold ? [true] : [])]);
}

/** frame, id, true or false */
export function ace3Unconscious({ mission }: Parts, args: Arguments): void {
  args.atLeast(3);
  mission.tell(mission.frame(args.frame(0)), 'ace3_unconscious', [args.id(1), args.flag(2)]);
}

function weaponOf(args: Arguments, i: number): string {
  if (!args.raw(i).startsWith('[')) return args.text(i, MAX_NAME);
  const [vehicle, weapon, magazine] = args.list(i).map((part) => (typeof part === 'string' ? part.slice(0, MAX_NAME) : ''));
  if (weapon === undefined) throw new BadCommand(`argument ${i} is no weapon`);
  return weaponText(vehicle ?? '', weapon, magazine ?? '');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function placeOf(value: unknown): readonly number[] | undefined {
  if (typeof value === 'string') return pointOfText(value);
  const [x, y, z] = listOf(value) as readonly JsonValue[];
  if (typeof x !== 'number' || typeof y !== 'number') return undefined;
  return typeof z === 'number' ? [x, y, z] : [x, y];
}
