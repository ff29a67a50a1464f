/** A mission with the parts that write what its commands say. */
import type { SessionSink } from '../../../session-sink.ts';
import { Drawings } from './drawings.ts';
import type { MissionHeader } from './mission-header.ts';
import { Mission } from './mission.ts';
import { Units } from './units.ts';
import { Vehicles } from './vehicles.ts';

export class Parts {
  readonly mission: Mission;
  readonly units: Units;
  readonly vehicles: Vehicles;
  readonly drawings: Drawings;
  /** Placed mines by the recorder's id: what they are called, and the marker that they are drawn as. */
  readonly placed = new Map<number, { readonly name: string; readonly marker: string; readonly owner: number }>();
  /** By the recorder's id of the victim: frame of the last kill that was told. */
  readonly killed = new Map<number, number>();
  /** Readings of the clocks so far. */
  times = 0;
  /** Frame of the last one. */
  lastTime = -1;
  /** With the older recorder: states so far by the id of the unit or vehicle, for it sends one for each frame without saying which. */
  readonly updates = new Map<number, number>();

  constructor(sink: SessionSink, header: MissionHeader) {
    this.mission = new Mission(sink, header);
    this.units = new Units(this.mission);
    this.vehicles = new Vehicles(this.mission);
    this.drawings = new Drawings(this.mission);
  }
}
