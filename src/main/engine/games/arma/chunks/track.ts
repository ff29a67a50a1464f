/** One entity of a recording in chunks, frame after frame: writes what changed, as the reader of v1 files does for a whole list of positions. */
import type { EntityId } from '../../../../../shared/session/model.ts';
import type { Crews } from '../ocap/crews.ts';
import type { Known, Recording } from '../ocap/recording.ts';
import { FOOT_LIMIT, isTeam, LIFE_CODES, VEHICLE_LIMIT } from '../session-shape.ts';
import type { chunks1 } from './chunk-messages.js';
import { decimal } from './decimal.ts';

/** Units that ever had one name, by which joins and leaves are matched. */
const MAX_NAMESAKES = 256;

/** What is known of an entity beside its states. */
export interface Statics {
  readonly id: EntityId;
  readonly nativeId: number;
  readonly vehicle: boolean;
  readonly isPlayer: boolean;
  readonly start: number;
  readonly name: string;
  readonly role: string;
  readonly group: string;
  readonly side: string;
}

/** What the states of a recording say at all: older ones have neither. */
export interface Traits {
  heights: boolean;
  /** Of each state; where they are said, a unit's vehicle is an id even when it is 1. */
  sides: boolean;
}

export class Track {
  readonly #traits: Traits;
  readonly #statics: Statics;
  readonly #recording: Recording;
  readonly #crews: Crews;
  /** Interned. */
  readonly #names = new Set<number>();
  readonly #teams: number[] = [];
  readonly #spans: number[] = [];
  readonly #place = new Float64Array(3);
  /** As the chunks have it, to see quickly that nothing moved. */
  #raw = { x: Number.NaN, y: Number.NaN, z: Number.NaN };
  #first = -1;
  #last = -1;
  #heading = -1;
  #life = -1;
  #inVehicle = -1;
  #human = -1;
  #wasHuman = false;
  #name = '';
  #group = '';
  #side = '';
  #team = -1;
  #crew = '';
  #crewIds: readonly number[] = [];
  /** Frame since which crew or vehicle are what they are. */
  #since = 0;

  constructor(statics: Statics, recording: Recording, crews: Crews, traits: Traits) {
    this.#statics = statics;
    this.#traits = traits;
    this.#recording = recording;
    this.#crews = crews;
    this.#names.add(recording.sink.intern(statics.name));
  }

  /** `before`: the last frame that was read before this one, below `frame - 1` when frames between are missing. */
  take(frame: number, before: number, state: chunks1.State): void {
    if (frame <= this.#last) return;
    const { sink, channels, time } = this.#recording;
    const { id, vehicle } = this.#statics;
    const t = time(frame);
    const isFirst = this.#first < 0;
    const wasThere = !isFirst && this.#last >= before;
    if (isFirst) {
      this.#first = frame;
      sink.appear(id, t);
      this.#spans.push(frame);
    } else if (!wasThere) {
      this.#rode();
      this.#since = frame;
      sink.vanish(id, time(this.#last + 1));
      sink.appear(id, t);
      this.#spans.push(this.#last, frame);
    }
    const ride = state.vehicle > 0 ? state.vehicle : state.inVehicle ? 1 : 0;
    const life = LIFE_CODES[state.alive as 0 | 1 | 2] ?? 0;
    const isHole = wasThere && frame > this.#last + 1;
    const limit = vehicle || this.#inVehicle > 0 || ride > 0 ? VEHICLE_LIMIT : FOOT_LIMIT;
    const isNew = this.#life === LIFE_CODES[0] && life === LIFE_CODES[1];
    if (wasThere && (isHole || isNew || this.#distance(state) > limit * this.#recording.captureDelay)) sink.gap(id, t);
    this.#moveTo(t, state);
    if (state.direction !== this.#heading) sink.number(id, channels.heading, t, (this.#heading = state.direction));
    if (life !== this.#life) sink.number(id, channels.life, t, (this.#life = life));
    if (vehicle) this.#manned(frame, t, state.crew);
    else this.#unit(frame, t, ride, state);
    if (isFirst || (state.name !== '' && state.name !== this.#name)) {
      this.#name = state.name === '' || vehicle ? this.#statics.name : state.name;
      const text = sink.intern(this.#name);
      sink.number(id, channels.name, t, text);
      this.#names.add(text);
    }
    const side = state.side === '' || vehicle ? (isFirst ? this.#statics.side : this.#side) : state.side;
    if (isFirst || side !== this.#side) {
      this.#side = side;
      const team = isTeam(side) ? sink.intern(side) : 0;
      if (team !== this.#team) {
        sink.number(id, channels.team, t, (this.#team = team));
        this.#teams.push(frame, team);
      }
    }
    this.#last = frame;
  }

  /** `last`: of the recording, which knows the entity from now on. */
  end(last: number): void {
    this.#rode();
    const { id, nativeId, vehicle, start, isPlayer } = this.#statics;
    const recording = this.#recording;
    const isEmpty = this.#first < 0;
    const known: Known = isEmpty
      ? { id, nativeId, vehicle, first: start, last: start - 1, spans: [], teams: [] }
      : { id, nativeId, vehicle, first: this.#first, last: this.#last, spans: [...this.#spans, this.#last], teams: this.#teams };
    recording.all.push(known);
    recording.entities.set(nativeId, known);
    if (this.#wasHuman && !isPlayer && !vehicle) recording.sink.updateEntity(id, { kind: 'player' });
    if (!vehicle) for (const name of this.#names) this.#nameIt(name, known);
    if (isEmpty) return;
    if (this.#last < last) recording.sink.vanish(id, recording.time(this.#last + 1));
    recording.firstFrame = Math.min(recording.firstFrame, this.#first);
    recording.lastFrame = Math.max(recording.lastFrame, this.#last);
  }

  #nameIt(name: number, known: Known): void {
    const units = this.#recording.byName.get(name) ?? [];
    if (units.length === 0) this.#recording.byName.set(name, units);
    if (units.length < MAX_NAMESAKES) units.push(known);
  }

  /** Last frame with a state, -1 for none. */
  get last(): number {
    return this.#last;
  }

  #distance({ x, y, z }: chunks1.State): number {
    const raw = this.#raw;
    return Math.hypot(x - raw.x, y - raw.y, this.#traits.heights ? z - raw.z : 0);
  }

  #moveTo(t: number, { x, y, z }: chunks1.State): void {
    const raw = this.#raw;
    if (x === raw.x && y === raw.y && z === raw.z) return;
    this.#raw = { x, y, z };
    this.#place[0] = decimal(x);
    this.#place[1] = decimal(y);
    this.#place[2] = this.#traits.heights ? decimal(z) : Number.NaN;
    this.#recording.sink.vector(this.#statics.id, this.#recording.channels.position, t, this.#place);
  }

  #manned(frame: number, t: number, crew: readonly number[]): void {
    const text = `[${crew.join()}]`;
    if (text === this.#crew) return;
    this.#rode();
    this.#since = frame;
    this.#crewIds = [...crew];
    this.#crew = text;
    const { sink, channels } = this.#recording;
    sink.number(this.#statics.id, channels.crew, t, sink.intern(text));
  }

  #unit(frame: number, t: number, ride: number, state: chunks1.State): void {
    const { sink, channels } = this.#recording;
    const { id, role, group } = this.#statics;
    const isFirst = this.#inVehicle < 0;
    if (ride !== this.#inVehicle) {
      this.#rode();
      this.#since = frame;
      sink.number(id, channels.inVehicle, t, (this.#inVehicle = ride));
    }
    this.#wasHuman ||= state.isPlayer;
    const human = Number(state.isPlayer);
    if (human !== this.#human) sink.number(id, channels.human, t, (this.#human = human));
    if (isFirst) sink.number(id, channels.role, t, sink.intern(role));
    const now = state.group === '' ? (isFirst ? group : this.#group) : state.group;
    if (isFirst || now !== this.#group) sink.number(id, channels.group, t, sink.intern((this.#group = now)));
  }

  /** Tells who rode in what since the last change. */
  #rode(): void {
    const { nativeId, vehicle } = this.#statics;
    if (this.#last < this.#since) return;
    if (vehicle && this.#crewIds.length > 0) this.#crews.listed(nativeId, this.#crewIds, this.#since, this.#last);
    if (!vehicle && (this.#inVehicle > 1 || (this.#inVehicle === 1 && this.#traits.sides)))
      this.#crews.claimed(nativeId, this.#inVehicle, this.#since, this.#last);
  }
}
