/** How a picture is seen, as numbers: another stage that is given them sees the same, whoever moves the camera of this one. */
import * as THREE from 'three';
import type { SceneFrame } from './scene.ts';

export interface StagePose {
  /** EntityId that the eye keeps its distance to, 0 for none: between two poses the camera then moves with it. */
  readonly anchor: number;
  /** Metres from the anchor's place, or Session metres without one. */
  readonly position: readonly [number, number, number];
  readonly quaternion: readonly [number, number, number, number];
  /** Vertical field of view, degrees. */
  readonly fov: number;
  /** To what is looked at, metres. */
  readonly distance: number;
  /** SceneFrame.open */
  readonly open: number;
}

/** `followed`: who is kept in the middle, 0 for nobody. */
export function readPose({ camera, entities, state, eyes, open }: SceneFrame, distance: number, followed: number): StagePose {
  const anchor = eyes > 0 ? eyes : followed;
  const held = state.exists[anchor] === 1 ? anchor : 0;
  const { x, y, z } = camera.position;
  const at = held * 3;
  const { place } = entities;
  return {
    anchor: held,
    position: held === 0 ? [x, y, z] : [x - (place[at] as number), y - (place[at + 1] as number), z - (place[at + 2] as number)],
    quaternion: camera.quaternion.toArray(),
    fov: camera.fov,
    distance,
    open,
  };
}

/** An anchor that is not there leaves the eye where it last was. */
export function applyPose(pose: StagePose, frame: SceneFrame): void {
  const { camera, entities, state } = frame;
  const { anchor } = pose;
  if (anchor === 0) camera.position.fromArray(pose.position);
  else if (state.exists[anchor] === 1) camera.position.fromArray(entities.place, anchor * 3).add(offset.fromArray(pose.position));
  camera.quaternion.fromArray(pose.quaternion);
  frame.open = pose.open;
  if (camera.fov !== pose.fov) {
    camera.fov = pose.fov;
    camera.updateProjectionMatrix();
  }
  camera.updateMatrixWorld();
}

const offset = new THREE.Vector3();
