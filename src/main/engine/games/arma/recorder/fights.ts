/** Projectiles and kills. A bullet becomes a line of fire, everything else a track on the map, and every hit an event, as in the recorder's own files. */
import type { JsonObject } from '../../../../../shared/session/model.ts';
import { BadCommand } from './arguments.ts';
import type { Drawings } from './drawings.ts';
import type { Member, Mission } from './mission.ts';

const MAX_POINTS = 10_000;

export interface Flight {
  readonly frame: number;
  readonly firer: number;
  /** Id of the vehicle that it was fired from, -1 for none. */
  readonly vehicle: number;
  /** What people call them. */
  readonly weapon: string;
  readonly magazine: string;
  /** shotBullet, shotGrenade, … */
  readonly simulation: string;
  /** Path of the magazine's icon. */
  readonly icon: string;
  readonly points: readonly { readonly frame: number; readonly place: readonly number[] }[];
  readonly hits: readonly {
    readonly id: number;
    readonly components: readonly string[];
    readonly place: readonly number[];
    readonly frame: number;
  }[];
  /** Everything else that was said. */
  readonly more: JsonObject;
}

export interface Kill {
  readonly frame: number;
  readonly victim: number;
  /** -1 when nobody is to blame. */
  readonly killer: number;
  readonly weapon: string;
  /** m */
  readonly distance: number;
}

export function fly(mission: Mission, drawings: Drawings, flight: Flight): void {
  const firer = mission.member(flight.firer);
  if (flight.points.length > MAX_POINTS) throw new BadCommand(`more than ${MAX_POINTS} places of a projectile`);
  const frame = mission.frame(flight.frame);
  const weapon = weaponText(vehicleName(mission, flight, firer), flight.weapon, flight.magazine);
  const points = placesByFrame(mission, flight);
  const first = points[0];
  const last = points.at(-1);
  if (flight.simulation === 'shotBullet') {
    if (points.length > 0 && last !== undefined && flight.points.length >= 2) {
      const shot = { t: mission.time(frame), type: 'shot', nativeType: 'framesFired', actor: firer.id, frame } as const;
      mission.sink.event({ ...shot, ...(weapon === '' ? {} : { weapon }), targetPosition: last.place, data: { flight: flight.more } });
    }
  } else if (first !== undefined) {
    drawings.track(
      {
        type: `magIcons/${/[^\\/]*$/.exec(flight.icon)?.[0] ?? ''}`,
        text: flight.magazine,
        owner: flight.firer,
        color: flight.simulation.startsWith('shotSmoke') ? 'ColorWhite' : 'ColorRed',
        size: [1, 1],
        side: '',
        shape: 'ICON',
        brush: 'Solid',
      },
      points,
    );
  }
  for (const hit of flight.hits) {
    if (mission.find(hit.id) === undefined) continue;
    const [x = 0, y = 0] = flight.points[0]?.place ?? hit.place;
    const [hx = 0, hy = 0] = hit.place;
    const metres = Math.round(Math.hypot(hx - x, hy - y) * 10) / 10;
    const more = hit.components.length === 0 ? {} : { components: hit.components };
    mission.tell(known(mission, hit.frame, frame), 'hit', [hit.id, [flight.firer, weapon], metres], more);
  }
}

/** Somebody whom the recording does not know is warned of, and the event is kept. */
export function kill(mission: Mission, type: 'killed' | 'hit', { frame, victim, killer, weapon, distance }: Kill): void {
  const by = killer < 0 ? ['null'] : [killer, weapon];
  mission.tell(mission.frame(frame), type, [victim, by, distance]);
}

/** "Vehicle: Weapon [Magazine]", without what is empty. */
export function weaponText(vehicle: string, weapon: string, magazine: string): string {
  const arm = magazine === '' ? weapon : weapon === '' ? `[${magazine}]` : `${weapon} [${magazine}]`;
  return vehicle === '' ? arm : arm === '' ? vehicle : `${vehicle}: ${arm}`;
}

function vehicleName(mission: Mission, { vehicle, firer }: Flight, member: Member): string {
  const ride = vehicle < 0 || vehicle === firer ? undefined : mission.members.get(vehicle);
  return ride?.vehicle === true ? ride.name : member.vehicle ? member.name : '';
}

/** In order of frames; of several places at one frame the last. Those at impossible frames are left out. */
function placesByFrame(mission: Mission, flight: Flight): Flight['points'] {
  const places = new Map<number, readonly number[]>();
  for (const { frame, place } of flight.points) {
    const at = known(mission, frame, -1);
    if (at >= 0) places.set(at, place);
  }
  return Array.from(places, ([frame, place]) => ({ frame, place })).toSorted((a, b) => a.frame - b.frame);
}

function known(mission: Mission, named: number, otherwise: number): number {
  try {
    return mission.frame(named);
  } catch (error) {
    if (error instanceof BadCommand) return otherwise;
    throw error;
  }
}
