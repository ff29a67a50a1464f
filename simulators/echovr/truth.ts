/**
 * The truth log: what a simulated match did, told as it is done, a line of JSON each. Nothing in it is computed by a reader or a detector.
 *
 * Every line has `kind`, and all but `fault` have `session` (0 for the file's first match, 1 for the one after it). `frame` counts the frames of that session from 0,
 * `t` is ms since its first frame; slots are -1 for nobody; teams are blue or orange; speeds are m/s, distances m, as exact as the match knows them.
 *
 *     session     id, players                           a match begins: its session id
 *     event       frame, t, type, slot, …details         an event of the schema, by its name there; a generic_event has event_type
 *     possession  fromFrame, frame, t, ms, slot, team   one player had the disc in the frames from fromFrame up to, not with, `frame`; ms is the time between them,
 *                                                       pauses included (stats.possession_time leaves them out)
 *     throw       frame, t, slot, team, speed, armSpeed  speed is last_throw.total_speed
 *     goal        frame, t, slot, team, points, goalType, speed, distance, assist
 *                                                       slot is the scorer's, team the one that got the points, assist a slot; distance from where it was thrown
 *     joust       frame, t, slot, team, seconds, speed   the first player whose head is beyond z = 0 after a restart, and the frame in which it is; seconds of play since then
 *     stun        frame, t, slot, team, victim          slot gave it, victim took it
 *     pass        frame, t, slot, team, to, chain        caught by the team mate `to`; chain counts passes since the other team had the disc or play restarted
 *     ping        fromFrame, frame, t, ms, slot         ping was above 150 ms in these frames
 *     served      id, frame, t, path, wall, camera      an answer was handed to the network whole at `wall` (Unix ms); path is session or player_bones; camera is
 *                                                       player.vr_position in it, which no two frames of a match share
 *     fault       fault, path, wall                     an answer on purpose that is none: not-found, failed, lobby or dropped; slow ones are served later
 *
 * Intervals (possession, ping) are told when they end, at the latest with the session.
 */
import type { Vector } from './vector.ts';

export type Side = 'blue' | 'orange';

/** Where a line belongs; the match adds it. */
export interface Moment {
  readonly session: number;
  readonly frame: number;
  readonly t: number;
}

/** Something the match did: the schema's event name, the player's slot (-1 for none), and what else is known. */
export interface Act {
  readonly kind: 'event';
  readonly type: string;
  readonly slot: number;
  readonly [detail: string]: string | number;
}

interface Interval {
  readonly slot: number;
  readonly fromFrame: number;
  readonly ms: number;
}

/** What statistics are made of. */
export type Measure =
  | (Interval & { readonly kind: 'possession'; readonly team: Side })
  | (Interval & { readonly kind: 'ping' })
  | { readonly kind: 'throw'; readonly slot: number; readonly team: Side; readonly speed: number; readonly armSpeed: number }
  | {
      readonly kind: 'goal';
      readonly slot: number;
      readonly team: Side;
      readonly points: number;
      readonly goalType: string;
      readonly speed: number;
      readonly distance: number;
      readonly assist: number;
    }
  | { readonly kind: 'joust'; readonly slot: number; readonly team: Side; readonly seconds: number; readonly speed: number }
  | { readonly kind: 'stun'; readonly slot: number; readonly team: Side; readonly victim: number }
  | { readonly kind: 'pass'; readonly slot: number; readonly team: Side; readonly to: number; readonly chain: number };

export type Truth = Act & Moment;
export type MeasuredTruth = Measure & Moment;

export interface SessionTruth {
  readonly kind: 'session';
  readonly session: number;
  readonly id: string;
  readonly players: number;
}

export interface ServedTruth extends Moment {
  readonly kind: 'served';
  readonly id: string;
  readonly path: 'session' | 'player_bones';
  readonly wall: number;
  readonly camera: Vector;
}

export interface FaultTruth {
  readonly kind: 'fault';
  readonly fault: 'not-found' | 'failed' | 'lobby' | 'dropped';
  readonly path: string;
  readonly wall: number;
}

export type TruthLine = Truth | MeasuredTruth | SessionTruth | ServedTruth | FaultTruth;
