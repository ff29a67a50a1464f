/** What the parts of one OCAP file share while it is read: its clock, channels, entities by their own ids, and who was where in which vehicle. */
import type { EntityId } from '../../../../../shared/session/model.ts';
import type { SessionSink } from '../../../session-sink.ts';
import type { Cast } from '../event-tuple.ts';
import { declareChannels, MAX_FRAME, type Channels } from '../session-shape.ts';
import { StateRows } from './states.ts';

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

export class Recording implements Cast<Known> {
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

  find(nativeId: unknown): Known | undefined {
    if (typeof nativeId !== 'number') return undefined;
    const known = this.entities.get(nativeId);
    if (known === undefined && nativeId >= 0)
      this.sink.warn('unknown-entity', `An event names entity ${nativeId}, which the recording does not have.`);
    return known;
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
