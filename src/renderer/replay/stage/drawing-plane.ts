/** Where in the world a pointer draws: on the ground, or in zero gravity on a plane through whoever is chosen. */
import * as THREE from 'three';
import type { SceneFrame } from './scene.ts';

type Point = [number, number, number];

export interface DrawingPlane {
  readonly point: THREE.Vector3;
  readonly normal: THREE.Vector3;
  /** The uneven ground is drawn on, not the plane. */
  readonly onRelief: boolean;
}

/** A level plane seen flatter than this is hard to hit: sine of the angle. */
const FLAT = 0.45;
/** Nothing farther than this is drawn on, metres. */
const FAR = 20_000;
const HALVINGS = 24;

const ray = new THREE.Ray();
const met = new THREE.Vector3();

/** What a drawing that begins now is drawn on. */
export function drawingPlane(frame: SceneFrame, zeroGravity: boolean): DrawingPlane {
  const up = new THREE.Vector3(0, 1, 0);
  const { groundHeight, place } = frame.entities;
  if (!zeroGravity) return { point: new THREE.Vector3(0, frame.ground, 0), normal: up, onRelief: groundHeight.relief !== null };
  const { selected } = frame.view;
  const isThere = selected !== null && frame.state.exists[selected] === 1;
  const look = frame.camera.getWorldDirection(new THREE.Vector3());
  const level = Math.abs(look.y) >= FLAT;
  const point = isThere
    ? new THREE.Vector3().fromArray(place, selected * 3)
    : level
      ? new THREE.Vector3(0, frame.ground, 0)
      : frame.focus.clone();
  return { point, normal: level ? up : look.negate(), onRelief: false };
}

/** The place under a point of the picture (CSS pixels); null where the plane is not met. */
export function placeOn(frame: SceneFrame, plane: DrawingPlane, x: number, y: number): Point | null {
  const { camera } = frame;
  ray.origin.copy(camera.position);
  ray.direction
    .set((x / frame.width) * 2 - 1, 1 - (y / frame.height) * 2, 0.5)
    .unproject(camera)
    .sub(camera.position)
    .normalize();
  if (plane.onRelief) {
    const { groundHeight } = frame.entities;
    const distance = meetGround(ray.origin, ray.direction, (atX, atZ) => groundHeight.drawn(atX, atZ, frame.ground));
    return distance === null ? null : ray.at(distance, met).toArray();
  }
  const away = plane.normal.dot(ray.direction);
  const distance = met.copy(plane.point).sub(ray.origin).dot(plane.normal) / away;
  return Number.isFinite(distance) && distance > 0 && distance < FAR ? ray.at(distance, met).toArray() : null;
}

/** Metres along the ray to where it first goes below the ground; null when it does not. */
export function meetGround(
  origin: { readonly x: number; readonly y: number; readonly z: number },
  way: { readonly x: number; readonly y: number; readonly z: number },
  height: (x: number, z: number) => number,
): number | null {
  const above = (distance: number): boolean =>
    origin.y + way.y * distance > height(origin.x + way.x * distance, origin.z + way.z * distance);
  if (!above(0)) return null;
  let last = 0;
  for (let distance = 1; distance < FAR; distance += Math.max(1, distance * 0.01)) {
    if (above(distance)) {
      last = distance;
      continue;
    }
    let [near, far] = [last, distance];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (near + far) / 2;
      if (above(middle)) near = middle;
      else far = middle;
    }
    return far;
  }
  return null;
}
