/** What the parts of one OCAP file share while it is read: its clock, channels, entities by their own ids, and who was where in which vehicle. */
import type { EntityId } from '../../../../../shared/session/model.ts';
import type { SessionSink } from '../../../session-sink.ts';
import { MAX_FRAME, StateRows } from './states.ts';

/** An entity that was read. Frames are the recording's own. */
export interface Known {
  readonly id: EntityId;
  readonly nativeId: number;
  readonly vehicle: boolean;
  readonly first: number;
  /** Last recorded frame; below `first` when it was never recorded. */
  readonly last: number;
  /** Where it exists in between: first, last, first, last, …: ascending. */
  readonly spans: readonly number[];
  /** frame, team id, frame, team id, …: ascending. */
  readonly teams: readonly number[];
}

/** Longest session that fits the clock of 32-bit milliseconds. */
const MAX_MS = 2 ** 31 - 1;

export class Recording {
  readonly sink: SessionSink;
  /** Seconds between frames. */
  captureDelay: number;
  readonly channels: Channels;
  /** In the order of the file. */
  readonly all: Known[] = [];
  /** By the file's own id; the first of those that share one. */
  readonly entities = new Map<number, Known>();
  /** By interned name: units that ever had it. */
  readonly byName = new Map<number, Known[]>();
  /** Of the entity that is being read. */
  readonly rows = new StateRows();
  firstFrame = Number.POSITIVE_INFINITY;
  lastFrame = -1;

  constructor(sink: SessionSink, captureDelay: number) {
    this.sink = sink;
    this.captureDelay = captureDelay;
    this.channels = declareChannels(sink);
  }

  /** ms of a frame. */
  readonly time = (frame: number): number => Math.round(frame * this.captureDelay * 1000);

  /** Whether a frame number can be on the clock at all. */
  plausible(frame: unknown): frame is number {
    return typeof frame === 'number' && frame >= 0 && frame <= MAX_FRAME && this.time(frame) < MAX_MS;
  }

  teamAt(known: Known, frame: number): number {
    let team = known.teams[1] ?? 0;
    for (let i = 2; i < known.teams.length && (known.teams[i] as number) <= frame; i += 2) team = known.teams[i + 1] as number;
    return team;
  }

  /** The unit called `name` at a frame: one that exists then, else the next to come, else the last that was. */
  named(name: string, frame: number): EntityId | undefined {
    const units = this.byName.get(this.sink.intern(name));
    if (name === '' || units === undefined) return undefined;
    const now = units.find((unit) => unit.first <= frame && frame <= unit.last);
    const next = now ?? units.toSorted((a, b) => a.first - b.first).find((unit) => unit.first > frame);
    return (next ?? units.at(-1))?.id;
  }
}

export type Channels = ReturnType<typeof declareChannels>;

function declareChannels(sink: SessionSink) {
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
    /** On markers: how it is drawn, JSON (see markers.ts). */
    shape: declare('shape', 'string'),
    /** On the session: the file's own entries of `times`, JSON. */
    times: sink.channel({ name: 'times', type: 'string', width: 1, layer: 1, unit: '' }),
  };
}
