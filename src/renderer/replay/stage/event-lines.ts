/** Which shots and kills show at t, and from where to where: from the event table, latest-at, without any memory of what was drawn before. */
import type { EventType } from '../../../shared/session/event-types.ts';
import { EVENT_IMPORTANCE, eventCode } from '../../../shared/session/event-types.ts';
import type { EventTable } from '../playback/types.ts';
import { firstAtOrAfter } from './event-search.ts';

/** ms of session time that each stays. */
export const SHOT_MS = 600;
export const KILL_MS = 3000;
/** Players of an event of importance 2 or more are labelled this long. */
export const LABEL_MS = 5000;

const SHOT = eventCode('shot');
const KILLS = new Set<number>((['kill', 'destroyed', 'incapacitated'] as const satisfies readonly EventType[]).map(eventCode));
const GOAL = eventCode('goal');

export const LINE_SHOT = 1;
export const LINE_KILL = 2;
const MOST_LINES = 256;

/** Fills itself once per frame. */
export class EventLines {
  count = 0;
  readonly seq = new Int32Array(MOST_LINES);
  readonly kind = new Uint8Array(MOST_LINES);
  /** From x, y, z to x, y, z, metres. */
  readonly ends = new Float32Array(MOST_LINES * 6);
  /** seq of the latest goal, -1 for none within `LABEL_MS`. */
  goal = -1;
  /** seq of the latest event of importance 3 within KILL_MS, -1 for none. */
  latest = -1;
  /** Another table whenever a session that is being recorded has more. */
  events: EventTable;

  constructor(events: EventTable) {
    this.events = events;
  }

  /** `place`: where entities are drawn, `exists`: who is there; a line ends at the entity itself when the event does not say where. */
  gather(t: number, place: Float32Array, exists: Uint8Array): void {
    const events = this.events;
    this.count = 0;
    this.goal = -1;
    this.latest = -1;
    const from = firstAtOrAfter(events.t, events.count, t - LABEL_MS);
    for (let i = from; i < events.count; i++) {
      const age = t - (events.t[i] as number);
      if (age < 0) break;
      const type = events.type[i] as number;
      if (type === GOAL) this.goal = i;
      if (age <= KILL_MS && EVENT_IMPORTANCE[type] === 3) this.latest = i;
      if (type === SHOT ? age <= SHOT_MS : age <= KILL_MS && KILLS.has(type))
        this.#add(i, type === SHOT ? LINE_SHOT : LINE_KILL, place, exists);
    }
  }

  #add(i: number, kind: number, place: Float32Array, exists: Uint8Array): void {
    const { actor, target, position, targetPosition } = this.events;
    const n = this.count;
    const by = actor[i] as number;
    const to = target[i] as number;
    if (n === MOST_LINES || (kind === LINE_KILL && (by === 0 || by === to))) return;
    // A shot leaves from where it was fired; a kill stays tied to those whom it is about.
    const own = kind === LINE_SHOT && Number.isFinite(position[i * 3]);
    if (own) this.#end(n * 6, position, i);
    else if (by > 0 && exists[by] === 1) this.#end(n * 6, place, by);
    else return;
    if (kind === LINE_KILL && to > 0 && exists[to] === 1) this.#end(n * 6 + 3, place, to);
    else if (Number.isFinite(targetPosition[i * 3])) this.#end(n * 6 + 3, targetPosition, i);
    else if (to > 0 && exists[to] === 1) this.#end(n * 6 + 3, place, to);
    else if (kind === LINE_KILL && Number.isFinite(position[i * 3])) this.#end(n * 6 + 3, position, i);
    else return;
    // A height that one end lacks is that of the other.
    const { ends } = this;
    if (Number.isNaN(ends[n * 6 + 1])) ends[n * 6 + 1] = ends[n * 6 + 4] as number;
    if (Number.isNaN(ends[n * 6 + 4])) ends[n * 6 + 4] = ends[n * 6 + 1] as number;
    this.seq[n] = i;
    this.kind[n] = kind;
    this.count++;
  }

  #end(at: number, from: Float32Array, index: number): void {
    this.ends[at] = from[index * 3] as number;
    this.ends[at + 1] = from[index * 3 + 1] as number;
    this.ends[at + 2] = from[index * 3 + 2] as number;
  }
}
