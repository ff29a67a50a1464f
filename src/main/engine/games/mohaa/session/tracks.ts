/**
 * Where people are, from events that happen to say: seldom, and not at a rate. Between two samples somebody moves only when the second comes within 2 s, nobody would
 * have had to run faster than 8 m/s, and no death or spawn lies between; otherwise a new stretch begins. Who was not seen for 3 s is nowhere until seen again.
 */
import { LIFE, type EntityId } from '../../../../../shared/session/model.ts';
import type { SessionSink } from '../../../session-sink.ts';
import { distance, type Place } from '../dialect/native-event.ts';
import { METRES_PER_UNIT, type Channels } from './channels.ts';

/** ms */
export const MAX_INTERPOLATE = 2000;
/** Who was not seen for so long is nowhere, ms. */
export const SEEN_FOR = 3000;
/** m/s */
const FASTEST = 8;
/** Two samples of a tick of the server may differ by what is moved in one, ms. */
const TICK = 50;
/** Who acts so long after a death has spawned, although nobody said so, ms. */
const SURELY_SPAWNED = 1000;

const ALIVE = LIFE.indexOf('alive');
const DEAD = LIFE.indexOf('dead');

export class Track {
  readonly entity: EntityId;
  /** ms; of the last death, -1 while not dead. */
  diedAt = -1;
  readonly #sink: SessionSink;
  readonly #channels: Channels;
  #place: Place | null = null;
  #seenAt = -1;
  #exists = false;
  /** A death or spawn lies between the last sample and the next one. */
  #isBroken = false;

  constructor(entity: EntityId, sink: SessionSink, channels: Channels) {
    this.entity = entity;
    this.#sink = sink;
    this.#channels = channels;
  }

  /** Somebody who was never seen anywhere is here all the same. */
  mention(t: number): void {
    if (!this.#exists && this.#place === null) this.#appear(t);
  }

  at(place: Place, t: number): void {
    if (!this.#exists) this.#appear(t);
    else if (this.#place !== null && (this.#isBroken || !this.#couldWalk(place, t))) this.#sink.gap(this.entity, t);
    this.#sink.vector(this.entity, this.#channels.position, t, place);
    this.#place = place;
    this.#seenAt = t;
    this.#isBroken = false;
  }

  /** ms; the last moment of its stretch when it is not seen again, Infinity when it has none. */
  get expiresAt(): number {
    return this.#exists && this.#place !== null ? this.#seenAt + SEEN_FOR : Number.POSITIVE_INFINITY;
  }

  /** Ends the stretch of who was not seen for too long by t. */
  expire(t: number): void {
    if (t > this.expiresAt) this.#vanish(this.expiresAt);
  }

  spawn(t: number): void {
    this.#isBroken = true;
    this.#live(t);
  }

  die(t: number): void {
    this.diedAt = t;
    this.#isBroken = true;
    this.#sink.number(this.entity, this.#channels.life, t, DEAD);
  }

  /** Something that only the living do. */
  act(t: number): void {
    if (this.diedAt >= 0 && t - this.diedAt > SURELY_SPAWNED) this.spawn(t);
    else if (this.diedAt < 0) this.#live(t);
  }

  leave(t: number): void {
    if (this.#exists) this.#vanish(t);
    this.#place = null;
    this.diedAt = -1;
  }

  #live(t: number): void {
    this.diedAt = -1;
    this.#sink.number(this.entity, this.#channels.life, t, ALIVE);
  }

  #couldWalk(place: Place, t: number): boolean {
    return distance(this.#place ?? place, place) * METRES_PER_UNIT <= (FASTEST * Math.max(t - this.#seenAt, TICK)) / 1000;
  }

  #appear(t: number): void {
    this.#exists = true;
    this.#sink.appear(this.entity, t);
  }

  #vanish(t: number): void {
    this.#exists = false;
    this.#sink.vanish(this.entity, t);
  }
}
