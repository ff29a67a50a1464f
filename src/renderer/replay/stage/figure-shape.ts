/** The shape of a person and of the disc as capsules, from where head, hands and joints are. Pure geometry; the figure layer paints it. */
import type { FigureProfile } from '../../../shared/games/profile.ts';
import { along, createAxes, type Axes } from './axes.ts';

export interface CapsuleSink {
  /** From a to b with a radius at either end, metres. */
  add(ax: number, ay: number, az: number, ra: number, bx: number, by: number, bz: number, rb: number): void;
}

/** Session metres. */
export interface Pose {
  readonly head: Float32Array;
  readonly headAxes: Axes;
  readonly bodyAxes: Axes;
  /** By hand, left one first. */
  readonly hands: readonly { readonly at: Float32Array; readonly forward: Float32Array; isKnown: boolean; points: boolean }[];
  /** 3 per joint; only when `hasJoints`. */
  readonly joints: Float32Array;
  hasJoints: boolean;
}

export function createPose({ hands, bones }: FigureProfile): Pose {
  return {
    head: new Float32Array(3),
    headAxes: createAxes(),
    bodyAxes: createAxes(),
    hands: hands.map(() => ({ at: new Float32Array(3), forward: new Float32Array(3), isKnown: false, points: false })),
    joints: new Float32Array((bones?.joints ?? 0) * 3),
    hasJoints: false,
  };
}

/** A skeleton whose joints all lie nearer to its origin than this, metres, is an empty entry. */
const LEAST_REACH = 0.6;
/** Metres below the head, and beside the spine. */
const SHOULDERS = 0.24;
const CHEST = 0.34;
const WAIST = 0.5;
const HIPS = 0.78;
const SHOULDER = 0.2;

const a = new Float32Array(3);
const b = new Float32Array(3);

function span(sink: CapsuleSink, ra: number, rb: number): void {
  sink.add(a[0] as number, a[1] as number, a[2] as number, ra, b[0] as number, b[1] as number, b[2] as number, rb);
}

/**
 * Turns the joints from the body's own axes (left, up, forward) into the world. False when the skeleton is an empty one, as games give for those whom they do not
 * animate; the joints are then of no use.
 */
export function placeJoints({ joints, head, bodyAxes }: Pose): boolean {
  let reach = 0;
  for (let at = 0; at < joints.length; at += 3) {
    const left = joints[at] as number;
    const up = joints[at + 1] as number;
    const forward = joints[at + 2] as number;
    reach = Math.max(reach, left * left + up * up + forward * forward);
    along(bodyAxes, head, left, up, forward, joints, at);
  }
  return reach >= LEAST_REACH * LEAST_REACH;
}

/** Torso and limbs: along the skeleton, or, without one, a tapering trunk and straight arms. */
export function addBody(sink: CapsuleSink, pose: Pose, figure: FigureProfile): void {
  if (pose.hasJoints && figure.bones !== null) {
    for (let i = 0; i < figure.bones.limbs.length; i++) addLimb(sink, pose.joints, figure.bones.limbs[i]);
    return;
  }
  const { head, bodyAxes } = pose;
  along(bodyAxes, head, 0, -CHEST, 0, a);
  along(bodyAxes, head, 0, -WAIST, 0, b);
  span(sink, 0.17, 0.13);
  along(bodyAxes, head, 0, -HIPS, 0, a);
  span(sink, 0.1, 0.13);
  addArms(sink, pose);
}

function addLimb(sink: CapsuleSink, joints: Float32Array, limb: NonNullable<FigureProfile['bones']>['limbs'][number] | undefined): void {
  if (limb === undefined) return;
  const first = limb.thickness[0];
  const last = limb.thickness[1];
  const pieces = limb.joints.length - 1;
  for (let i = 0; i < pieces; i++) {
    const from = (limb.joints[i] as number) * 3;
    const to = (limb.joints[i + 1] as number) * 3;
    for (let n = 0; n < 3; n++) {
      a[n] = joints[from + n] as number;
      b[n] = joints[to + n] as number;
    }
    span(sink, first + ((last - first) * i) / pieces, first + ((last - first) * (i + 1)) / pieces);
  }
}

/** Straight from the shoulders to the hands: without a skeleton that is all that is known of arms. */
function addArms(sink: CapsuleSink, { head, bodyAxes, hands }: Pose): void {
  for (let i = 0; i < hands.length; i++) {
    const hand = hands[i];
    if (hand?.isKnown !== true) continue;
    along(bodyAxes, head, i === 0 ? SHOULDER : -SHOULDER, -SHOULDERS, 0, a);
    b.set(hand.at);
    span(sink, 0.075, 0.05);
  }
}

/** A fist each, longer where it points. */
export function addHands(sink: CapsuleSink, { hands }: Pose): void {
  for (let i = 0; i < hands.length; i++) {
    const hand = hands[i];
    if (hand?.isKnown !== true) continue;
    const reach = hand.points ? 0.11 : 0;
    for (let n = 0; n < 3; n++) {
      a[n] = hand.at[n] as number;
      b[n] = (hand.at[n] as number) + (hand.forward[n] as number) * reach;
    }
    span(sink, 0.085, 0.06);
  }
}

/** The helmet, longer from chin to crown than wide. */
export function addHead(sink: CapsuleSink, { head, headAxes }: Pose): void {
  along(headAxes, head, 0, -0.05, 0, a);
  along(headAxes, head, 0, 0.05, 0, b);
  span(sink, 0.13, 0.155);
}

/** The visor, across the face: where it is, there is the front. */
export function addVisor(sink: CapsuleSink, { head, headAxes }: Pose): void {
  along(headAxes, head, 0.075, 0.03, 0.105, a);
  along(headAxes, head, -0.075, 0.03, 0.105, b);
  span(sink, 0.072, 0.072);
}

const PIECES = 20;
const STRUTS = 3;
/** Of the disc's rings, in shares of its radius: how far out, and how thick. */
const OUTER = [0.84, 0.16] as const;
const INNER = [0.42, 0.08] as const;

/** A stretch of the disc's rim, in shares of a turn from its forward on; its up stands across it. */
export function addDiscRim(sink: CapsuleSink, at: Float32Array, axes: Axes, radius: number, from: number, to: number): void {
  addArc(sink, at, axes, radius * OUTER[0], radius * OUTER[1], from, to);
}

/** What is within: a smaller ring on struts, one of them forward, and the hub. */
export function addDiscInside(sink: CapsuleSink, at: Float32Array, axes: Axes, radius: number): void {
  addArc(sink, at, axes, radius * INNER[0], radius * INNER[1], 0, 1);
  for (let i = 0; i < STRUTS; i++) {
    const turn = (i / STRUTS) * 2 * Math.PI;
    along(axes, at, radius * INNER[0] * Math.sin(turn), 0, radius * INNER[0] * Math.cos(turn), a);
    along(axes, at, radius * OUTER[0] * Math.sin(turn), 0, radius * OUTER[0] * Math.cos(turn), b);
    span(sink, radius * INNER[1], radius * INNER[1]);
  }
  a.set(at);
  b.set(at);
  span(sink, radius * 0.17, radius * 0.17);
}

function addArc(sink: CapsuleSink, at: Float32Array, axes: Axes, ring: number, tube: number, from: number, to: number): void {
  for (let i = Math.round(from * PIECES); i < Math.round(to * PIECES); i++) {
    const turn = (i / PIECES) * 2 * Math.PI;
    const next = ((i + 1) / PIECES) * 2 * Math.PI;
    along(axes, at, ring * Math.sin(turn), 0, ring * Math.cos(turn), a);
    along(axes, at, ring * Math.sin(next), 0, ring * Math.cos(next), b);
    span(sink, tube, tube);
  }
}
