/** One mission while it is recorded: its clock and channels, and everybody in it by the recorder's ids. What the commands say is written by the modules beside this one. */
import { SESSION_ENTITY, type EntityId } from '../../../../../shared/session/model.ts';
import type { NewEvent, SessionSink } from '../../../session-sink.ts';
import { ClockMaps } from '../clock-maps.ts';
import { eventPart, type Cast, type CastMember } from '../event-tuple.ts';
import { asJson } from '../native.ts';
import { declareChannels, isTeam, MAX_FRAME, type Channels } from '../session-shape.ts';
import { BadCommand } from './arguments.ts';
import { declareLiveChannels, type LiveChannels } from './live-channels.ts';
import { writeHeader, type MissionHeader } from './mission-header.ts';
import { Riding } from './riding.ts';

/** Longest session that fits the clock of 32-bit milliseconds. */
const MAX_MS = 2 ** 31 - 1;
/** Frames that a stream may be silent for; the recorder says something every ten seconds. */
const MAX_SILENCE = 20_000;
/** The first frame of a stream that begins in the middle of an operation. */
const MAX_FIRST = 1_000_000;
/** What is told late: flights of projectiles, when they have ended. */
const LATEST_MS = 120_000;
const SETTLE_MS = 5000;
/** Joins wait as long for the unit that the player gets, frames' time. */
const JOIN_WAIT_MS = 60_000;
const MAX_WAITING_JOINS = 1000;
/** Units that ever had one name, by which joins and leaves are matched. */
const MAX_NAMESAKES = 256;

/** A unit or vehicle. Frames here and everywhere behind the commands are the recording's own, from 0. */
export interface Member extends CastMember {
  readonly nativeId: number;
  readonly first: number;
  name: string;
  className: string;
  /** Frame from which it is gone; Infinity while it exists. */
  gone: number;
  /** frame, interned team, frame, team, …: ascending. */
  readonly teams: number[];
}

export class Mission implements Cast<Member> {
  readonly sink: SessionSink;
  readonly header: MissionHeader;
  readonly channels: Channels;
  readonly live: LiveChannels;
  readonly riding: Riding;
  readonly clocks = new ClockMaps();
  /** By the recorder's id. */
  readonly members = new Map<number, Member>();
  /** By interned name: units that ever had it, oldest first. */
  readonly #byName = new Map<number, Member[]>();
  #joins: { readonly name: string; readonly frame: number; readonly event: NewEvent }[] = [];
  #firstFrame = -1;
  #lastFrame = -1;
  #settled = 0;
  #result: string | null = null;
  readonly #data: Record<string, string | number> = {};

  constructor(sink: SessionSink, header: MissionHeader) {
    this.sink = sink;
    this.header = header;
    writeHeader(sink, header, { startedAt: null, result: null, data: {} });
    this.channels = declareChannels(sink);
    this.live = declareLiveChannels(sink);
    this.riding = new Riding(sink, this.channels.parent);
  }

  /** The newest frame, -1 before the first. */
  get lastFrame(): number {
    return this.#lastFrame;
  }

  /** ms of a frame of the recording. */
  readonly time = (frame: number): number => Math.round(frame * this.header.captureDelay * 1000);

  /** The recording's frame of one that a command names, which it moves the mission on to. Throws BadCommand when it cannot be. */
  frame(named: number): number {
    const frame = Math.max(0, named - this.header.firstFrame);
    const most = this.#lastFrame < 0 ? MAX_FIRST : this.#lastFrame + MAX_SILENCE;
    if (frame > most || frame > MAX_FRAME || this.time(frame) >= MAX_MS)
      throw new BadCommand(
        `frame ${named} is far beyond the last one${this.#lastFrame < 0 ? '' : ` (${this.#lastFrame + this.header.firstFrame})`}`,
      );
    if (frame > this.#lastFrame) this.#advance(frame);
    return frame;
  }

  #advance(frame: number): void {
    if (this.#firstFrame < 0) this.#firstFrame = frame;
    this.sink.regularFrames(this.#lastFrame < 0 ? frame : this.#lastFrame + 1, frame, this.time);
    this.#lastFrame = frame;
    const t = this.time(frame);
    if (t - LATEST_MS - this.#settled < SETTLE_MS) return;
    this.#settled = t - LATEST_MS;
    this.sink.settled(this.#settled);
    this.#letJoin(t - JOIN_WAIT_MS);
  }

  // Who is who

  member(id: number): Member {
    const member = this.members.get(id);
    if (member === undefined) throw new BadCommand(`there is no entity ${id}: too early for state association`);
    return member;
  }

  find(nativeId: unknown): Member | undefined {
    if (typeof nativeId !== 'number') return undefined;
    const member = this.members.get(nativeId);
    if (member === undefined && nativeId >= 0)
      this.sink.warn('unknown-entity', `An event names entity ${nativeId}, which the recording does not have.`);
    return member;
  }

  /** The unit called `name` at a frame: one that exists then, else the last that was. */
  named(name: string, frame: number): EntityId | undefined {
    const units = name === '' ? undefined : this.#byName.get(this.sink.intern(name));
    return (units?.find((unit) => unit.first <= frame && frame < unit.gone) ?? units?.at(-1))?.id;
  }

  teamAt({ teams }: Member, frame: number): number {
    let team = teams[1] ?? 0;
    for (let i = 2; i < teams.length && (teams[i] as number) <= frame; i += 2) team = teams[i + 1] as number;
    return team;
  }

  /** A unit has this name from now on. */
  called(member: Member, name: string): void {
    const text = this.sink.intern(name);
    const units = this.#byName.get(text) ?? [];
    if (units.length === 0) this.#byName.set(text, units);
    if (units.length < MAX_NAMESAKES && !units.includes(member)) units.push(member);
    if (this.#joins.length === 0) return;
    const waiting = this.#joins;
    this.#joins = [];
    for (const join of waiting) {
      if (join.name === name) this.sink.event({ ...join.event, actor: member.id });
      else this.#joins.push(join);
    }
  }

  /** Interned, 0 for none. */
  team(side: string): number {
    return isTeam(side) ? this.sink.intern(side) : 0;
  }

  // What happens

  /** An event in the tuple form of OCAP files: [frame, nativeType, …rest]; `more` is kept beside it. */
  tell(frame: number, nativeType: string, rest: readonly unknown[], more: NonNullable<NewEvent['data']> = {}): void {
    const tuple = [frame, nativeType, ...rest];
    const { data, ...part } = eventPart(tuple, frame, nativeType, this);
    if (part.type === 'match_end') this.#ends(data?.['message'], data?.['side']);
    const event = { t: this.time(frame), nativeType, frame, data: { native: asJson(tuple), ...data, ...more }, ...part };
    // Players connect before they have a unit.
    const [name] = rest;
    if (part.type === 'join' && part.actor === undefined && typeof name === 'string' && this.#joins.length < MAX_WAITING_JOINS)
      this.#joins.push({ name, frame, event });
    else this.sink.event(event);
  }

  #ends(message: unknown, side: unknown): void {
    const text = [message, side].find((one) => typeof one === 'string' && one !== '');
    if (typeof text === 'string') this.#result = text;
  }

  /** Joins of before t go without a unit. */
  #letJoin(t: number): void {
    if (this.#joins.length === 0) return;
    const late = this.#joins.filter(({ event }) => event.t < t);
    this.#joins = this.#joins.filter(({ event }) => event.t >= t);
    for (const { event } of late) this.sink.event(event);
  }

  /** What is known of clocks and of the end, again; `data` is kept for good. */
  sayHeader(data: Readonly<Record<string, string | number>> = {}): void {
    Object.assign(this.#data, data);
    for (const map of this.clocks.maps()) this.sink.clock(map);
    writeHeader(this.sink, this.header, { startedAt: this.clocks.startedAt(), result: this.#result, data: { ...this.#data } });
  }

  /** The last that is written; `complete` is false when the recorder never said that it ends. */
  end(complete: boolean): void {
    this.#letJoin(Number.POSITIVE_INFINITY);
    this.sayHeader({ endFrame: Math.max(0, this.#lastFrame) });
    if (this.#lastFrame < 0) this.sink.regularFrames(0, 0, this.time);
    if (!complete) this.sink.partial();
    this.sink.settled(this.time(Math.max(0, this.#lastFrame)));
  }

  /** Something counted once per second or so, on the session itself. */
  note(channel: number, frame: number, values: ArrayLike<number>): void {
    this.sink.vector(SESSION_ENTITY, channel, this.time(frame), values);
  }
}
