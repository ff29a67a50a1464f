/** Shots and paths that a person saved, as somebody who leads the camera, and the camera as it stands as one of them. */
import { Matrix4, Quaternion, Vector3 } from 'three';
import type { AnnotationOf } from '../../../shared/annotations.ts';
import { CameraPath, createPathPose, type CameraPose } from '../../../shared/camera-path.ts';
import { composedFov, type LedPose, type PoseSource } from '../pose-source.ts';
import type { SceneFrame } from '../stage/scene.ts';

/** Metres ahead of the eye that count as what it looks at. */
const AHEAD = 12;

/** Leads the camera along a path, or keeps it on a shot. */
export class SavedCamera implements PoseSource {
  readonly id: string;
  readonly path: CameraPath;
  readonly #pose = createPathPose();
  readonly #turn = new Quaternion();
  readonly #way = new Vector3();

  constructor(saved: AnnotationOf<'shot'> | AnnotationOf<'path'>) {
    this.id = saved.id;
    this.path = saved.kind === 'shot' ? new CameraPath([{ t: 0, pose: saved.pose }], 'linear') : new CameraPath(saved.keys, saved.easing);
  }

  poseAt(t: number, out: LedPose): boolean {
    const pose = this.#pose;
    this.path.at(t, pose);
    out.eyeX = pose.position[0] as number;
    out.eyeY = pose.position[1] as number;
    out.eyeZ = pose.position[2] as number;
    this.#turn.fromArray(pose.quaternion);
    this.#way.set(0, 0, -AHEAD).applyQuaternion(this.#turn);
    out.x = out.eyeX + this.#way.x;
    out.y = out.eyeY + this.#way.y;
    out.z = out.eyeZ + this.#way.z;
    this.#way.set(0, 1, 0).applyQuaternion(this.#turn);
    out.upX = this.#way.x;
    out.upY = this.#way.y;
    out.upZ = this.#way.z;
    out.fov = pose.fov;
    out.open = Number.NaN;
    return true;
  }
}

/** The camera of a frame. */
export function poseOf({ camera }: SceneFrame): CameraPose {
  return {
    position: camera.position.toArray(),
    quaternion: new Quaternion().setFromRotationMatrix(new Matrix4().extractRotation(camera.matrixWorld)).normalize().toArray(),
    fov: composedFov(camera.fov, camera.aspect),
  };
}
