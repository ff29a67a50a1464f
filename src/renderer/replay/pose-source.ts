/** Whoever says where the camera stands at each moment, such as the director or a path that a person made: a pure function of t, the same for every stage that asks. */
import { Matrix4, Quaternion, Vector3 } from 'three';
import type { StagePose } from './stage/stage-pose.ts';

/** Session metres. */
export interface LedPose {
  eyeX: number;
  eyeY: number;
  eyeZ: number;
  /** A place in the middle of the picture. */
  x: number;
  y: number;
  z: number;
  /** What is up in the picture, length 1. */
  upX: number;
  upY: number;
  upZ: number;
  /** Vertical field of view, degrees, of a picture of 16:9; in a narrower one as wide is shown. */
  fov: number;
  /** The shape of the world is left out above this height, metres: Infinity leaves it whole, NaN leaves that to how the ground is shown. */
  open: number;
}

export interface PoseSource {
  /** Writes the pose at t; false when there is none, and the camera stays. Allocates nothing. */
  poseAt(t: number, out: LedPose): boolean;
  /** EntityIds of those whom the picture at t is about, to be named in it. */
  subjectsAt?(t: number): readonly number[];
}

export function createLedPose(): LedPose {
  return { eyeX: 0, eyeY: 0, eyeZ: 0, x: 0, y: 0, z: -1, upX: 0, upY: 1, upZ: 0, fov: 40, open: Number.NaN };
}

const COMPOSED_FOR = 16 / 9;

/** Vertical field of view in a picture of this shape (width by height). */
export function fovIn(fov: number, aspect: number): number {
  if (aspect >= COMPOSED_FOR) return fov;
  return (360 / Math.PI) * Math.atan((Math.tan((fov * Math.PI) / 360) * COMPOSED_FOR) / aspect);
}

/** The other way round: of a picture of 16:9 that shows as much. */
export function composedFov(fov: number, aspect: number): number {
  if (aspect >= COMPOSED_FOR) return fov;
  return (360 / Math.PI) * Math.atan((Math.tan((fov * Math.PI) / 360) * aspect) / COMPOSED_FOR);
}

/** The pose at t for a stage that is told it; null when there is none. */
export function stagePoseAt(source: PoseSource, t: number, aspect: number): StagePose | null {
  const pose = createLedPose();
  if (!source.poseAt(t, pose)) return null;
  const eye = new Vector3(pose.eyeX, pose.eyeY, pose.eyeZ);
  const target = new Vector3(pose.x, pose.y, pose.z);
  const turn = new Matrix4().lookAt(eye, target, new Vector3(pose.upX, pose.upY, pose.upZ));
  return {
    anchor: 0,
    position: eye.toArray(),
    quaternion: new Quaternion().setFromRotationMatrix(turn).toArray(),
    fov: fovIn(pose.fov, aspect),
    distance: eye.distanceTo(target),
    open: pose.open,
  };
}
