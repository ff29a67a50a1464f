/** What every ArmA session has in common, whatever it was read from: its axes, its channels, and how native codes become Session ones. */
import { LIFE, type Space } from '../../../../shared/session/model.ts';
import type { SessionSink } from '../../session-sink.ts';

/** X east, Y north, Z up -> x east, y up, z south. */
export const SPACE: Space = { axis: [0, 2, 1], sign: [1, 1, -1], metresPerUnit: 1 };

/** Frames beyond this are damage. */
export const MAX_FRAME = 50_000_000;

/** Faster than this, averaged over one frame, nobody goes: a respawn or teleport. m/s. */
export const FOOT_LIMIT = 150;
export const VEHICLE_LIMIT = 500;

/** By the recorder's own code: 0 dead, 1 alive, 2 unconscious. */
export const LIFE_CODES = [LIFE.indexOf('dead'), LIFE.indexOf('alive'), LIFE.indexOf('unconscious')] as const;

export function isTeam(side: string): boolean {
  return side !== '' && side !== 'UNKNOWN';
}

export type Channels = ReturnType<typeof declareChannels>;

export function declareChannels(sink: SessionSink) {
  const declare = (name: string, type: 'number' | 'int' | 'string' | 'entity', width = 1, unit = ''): number =>
    sink.channel({ name, type, width, layer: 0, unit });
  return {
    position: declare('position', 'number', 3, 'm'),
    heading: sink.channel({
      name: 'heading',
      type: 'number',
      width: 1,
      layer: 0,
      unit: 'deg',
      toSession: { scale: Math.PI / 180, offset: 0 },
    }),
    life: declare('life', 'int'),
    parent: declare('parent', 'entity'),
    name: declare('name', 'string'),
    human: declare('human', 'int'),
    role: declare('role', 'string'),
    group: declare('group', 'string'),
    team: declare('team', 'string'),
    /** On vehicles: the crew as the file lists it, JSON text of entity ids. */
    crew: declare('crew', 'string'),
    /** The file's own flag: 0 or 1, or the vehicle's id. */
    inVehicle: declare('inVehicle', 'int'),
    /** On markers: how it is drawn, JSON (see marker-shape.ts). */
    shape: declare('shape', 'string'),
    /** On the session: the file's own entries of `times`, JSON. */
    times: sink.channel({ name: 'times', type: 'string', width: 1, layer: 1, unit: '' }),
  };
}
