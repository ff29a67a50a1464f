/** Whoever takes down an operation as it happens. Frames count from 0. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface UnitHead {
  readonly id: number;
  readonly name: string;
  readonly group: string;
  readonly side: string;
  readonly isPlayer: 0 | 1;
  readonly role: string;
}

export interface VehicleHead {
  readonly id: number;
  readonly name: string;
  readonly side: string;
  readonly class: string;
}

export interface MissionHead {
  readonly missionName: string;
  readonly missionAuthor: string;
  readonly worldName: string;
  readonly captureDelay: number;
  readonly tags: string;
}

/** [place, direction, life, vehicle or 0, name, player 0 or 1, role, group, side], as files have it. */
export type UnitState = readonly [readonly number[], number, 0 | 1 | 2, number, string, 0 | 1, string, string, string];
/** [place, direction, alive 0 or 1, crew] */
export type VehicleState = readonly [readonly number[], number, 0 | 1, readonly number[]];

/** What only the command stream says of a unit. */
export interface UnitDetail {
  readonly vehicle: number;
  readonly seat: string;
  readonly stance: string;
  /** Infantry, vehicles, armour, aircraft, deaths, total. */
  readonly scores: readonly number[];
}

export interface VehicleDetail {
  readonly fuel: number;
  readonly damage: number;
  readonly engineOn: boolean;
  readonly side: string;
}

/** A projectile from the muzzle to its end. */
export interface Flight {
  readonly frame: number;
  readonly firer: number;
  /** Id of the vehicle it is fired from, -1 for none. */
  readonly vehicle: number;
  /** "Vehicle: Weapon [Magazine]", the vehicle only where there is one. */
  readonly weapon: string;
  readonly simulation: 'shotBullet' | 'shotRocket' | 'shotSmoke';
  readonly icon: string;
  readonly points: readonly { readonly frame: number; readonly place: readonly number[] }[];
  readonly hit: { readonly target: number; readonly metres: number } | null;
}

export interface OperationTaker {
  begin(mission: MissionHead): void;
  unit(head: UnitHead, frame: number): void;
  vehicle(head: VehicleHead, frame: number): void;
  unitState(id: number, frame: number, state: UnitState, detail: UnitDetail): void;
  /** Not there any more from this frame on. */
  unitGone(id: number, frame: number): void;
  vehicleState(id: number, frame: number, state: VehicleState, detail: VehicleDetail): void;
  flight(flight: Flight): void;
  event(frame: number, type: string, ...rest: readonly Json[]): void;
  time(entry: { readonly frameNum: number; readonly [key: string]: Json }): void;
  /** Returns a handle for its further states. */
  marker(
    type: string,
    text: string,
    start: number,
    side: number,
    size: readonly [number, number],
    shape: string,
    brush: string,
    colour: string,
  ): number;
  /** [frame, place, direction, alpha(, text, colour, size, type, brush, shape)] */
  markerState(marker: number, state: readonly Json[]): void;
  endMarker(marker: number, frame: number): void;
  chat(frame: number, sender: number, channel: number, name: string, text: string): void;
  radio(frame: number, sender: number, isStart: boolean, frequency: number): void;
  unconscious(frame: number, id: number, isDown: boolean): void;
  /** Units, alive, dead and groups of each side. */
  telemetry(frame: number, rates: readonly [number, number], sides: readonly (readonly number[])[], players: readonly Json[]): void;
  /** Everything of this frame has been said. */
  frameDone(frame: number): void;
}
