/**
 * The stage's one camera and how it moves: orbit, straight down, following, flying freely, and the profile's presets. Short moves ease out over 240 ms, long ones cut;
 * with reduced motion all cut. Orbiting is done by camera-controls; flying, following and easing are added here. While it is led (a rail, somebody's eyes, the
 * director) the pose comes from outside, frame by frame. It stands neither in the ground nor in a wall.
 */
import CameraControls from 'camera-controls';
import * as THREE from 'three';
import type { CameraPreset, WorldProfile } from '../../../shared/games/profile.ts';
import type { CameraMode } from '../replay-view.ts';
import { distanceFor, easeOut, type Framing } from './camera-framing.ts';
import { FlyKeys } from './fly-keys.ts';
import type { GroundHeight } from './ground-height.ts';

CameraControls.install({ THREE });

const FOV = 40;
/** Straight down it is nearly parallel, as on a map. */
const TOP_FOV = 14;
const MOVE_MS = 240;
/** Longer moves are cuts, metres. */
const LONGEST_MOVE = 50;
/** Never under the ground, metres. */
const LOWEST_EYE = 0.6;
const UP = new THREE.Vector3(0, 1, 0);
/** Following from farther away would show nobody, metres. */
const FOLLOW_FROM = 110;
const LOOK_FROM = 260;
/** Least rise of the eye over a place that it is asked to look at, per metre of distance. */
const LOOK_DOWN = 0.35;

/** It keeps so far from walls, metres. */
const FROM_WALL = 0.3;
/** About the middle of somebody who stands there, metres. */
const OVER_FLOOR = 1;
/** It does not come nearer than this, metres. */
const NEAREST = 1.5;

/** `led`: somebody else says where it is. */
type Shape = Exclude<CameraMode, 'preset'>;

/** How far, 0 to 1, nothing is in the way from a to b. */
export type Reach = (ax: number, ay: number, az: number, bx: number, by: number, bz: number) => number;

export class CameraRig {
  readonly camera = new THREE.PerspectiveCamera(FOV, 1, 0.05, 400_000);
  readonly #controls: CameraControls;
  readonly #keys: FlyKeys;
  readonly #world: WorldProfile;
  readonly #reach: Reach;
  readonly #still: MediaQueryList;
  readonly #target = new THREE.Vector3();
  #mode: Shape = 'orbit';
  /** Led, until a person takes hold of it. */
  #isGrabbable = false;
  /** How far what is looked at is while led, metres. */
  #ledDistance = 10;
  #home: Framing = { x: 0, y: 0, z: 0, radius: 100 };
  #ground = 0;

  // A move in progress: from one eye and target to another.
  readonly #fromEye = new THREE.Vector3();
  readonly #fromTarget = new THREE.Vector3();
  readonly #toEye = new THREE.Vector3();
  readonly #toTarget = new THREE.Vector3();
  #moveStart = -1;
  /** Following: how far the target still is from the followed one, and since when it closes up. */
  readonly #residual = new THREE.Vector3();
  #residualStart = -1;
  /** Where it stood when somebody else began to lead it; -1 while it need not get there. */
  readonly #leftEye = new THREE.Vector3();
  readonly #leftTurn = new THREE.Quaternion();
  #leftAt = -1;
  readonly #step = new THREE.Vector3();
  readonly #head = new THREE.Vector3();

  /** `reach`: through the walls that are drawn. `onGrab`: a person takes hold of the camera that somebody else leads. */
  constructor(element: HTMLElement, world: WorldProfile, reach: Reach, onChange: () => void, onGrab: () => void) {
    this.#reach = reach;
    this.#world = world;
    this.#still = matchMedia('(prefers-reduced-motion: reduce)');
    this.camera.rotation.order = 'YXZ';
    const controls = new CameraControls(this.camera, element);
    this.#controls = controls;
    controls.smoothTime = 0.09;
    controls.draggingSmoothTime = 0.03;
    controls.minDistance = NEAREST;
    controls.maxDistance = 60_000;
    controls.dollyToCursor = true;
    controls.dollySpeed = 0.9;
    controls.mouseButtons.right = CameraControls.ACTION.SCREEN_PAN;
    controls.mouseButtons.middle = CameraControls.ACTION.SCREEN_PAN;
    controls.addEventListener('control', () => {
      if (this.#mode === 'led') onGrab();
      onChange();
    });
    controls.addEventListener('controlstart', () => this.#stopMove());
    this.#keys = new FlyKeys(element, onChange);
    this.#limits('orbit');
  }

  get target(): THREE.Vector3 {
    if (this.#mode === 'led')
      return this.camera.getWorldDirection(this.#target).multiplyScalar(this.#ledDistance).add(this.camera.position);
    return this.#controls.getTarget(this.#target, false);
  }

  get distance(): number {
    return this.#mode === 'free' ? this.#freeDistance() : this.#mode === 'led' ? this.#ledDistance : this.#controls.distance;
  }

  /** Whether it looks straight down, nearly parallel, as on a map. */
  get isTop(): boolean {
    return this.#mode === 'top';
  }

  resize(width: number, height: number): void {
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
  }

  /** What "everything" means from now on: presets without a place of their own, and the straight-down view, show it. */
  setHome(home: Framing): void {
    this.#home = home;
  }

  /** Looks at the home framing from its usual side, without a move. */
  goHome(): void {
    const distance = distanceFor(this.#home.radius, FOV, this.camera.aspect);
    const height = this.#world.kind === 'arena' ? 0.36 : 0.62;
    const { x, y, z } = this.#home;
    this.#setPose(x, y + distance * height, z + distance * Math.sqrt(1 - height * height), x, y, z, false);
  }

  /** From the long side of an arena, closer than its length asks for: both goals at the picture's edges. */
  goArena(min: readonly [number, number, number], max: readonly [number, number, number]): void {
    const x = (min[0] + max[0]) / 2;
    const y = min[1] + (max[1] - min[1]) * 0.4;
    const z = (min[2] + max[2]) / 2;
    const alongZ = max[2] - min[2] >= max[0] - min[0];
    const length = Math.max(max[2] - min[2], max[0] - min[0]);
    const depth = Math.min(max[2] - min[2], max[0] - min[0]);
    const away = (length * 0.5) / (Math.tan((FOV * Math.PI) / 360) * this.camera.aspect) + depth * 0.32;
    const rise = away * 0.36;
    // From -x: what lies toward -z is on the left, as on the scoreboard.
    this.#setPose(alongZ ? x - away : x, y + rise, alongZ ? z : z + away, x, y, z, false);
  }

  setMode(mode: CameraMode, preset: CameraPreset | null): void {
    const was = this.#mode;
    const shape = mode === 'preset' ? presetShape(preset) : mode;
    if ((was === 'free' && shape !== 'free') || (was === 'led' && shape !== 'led')) this.#takeOver();
    this.#mode = shape;
    this.#isGrabbable = mode === 'led';
    const wasTop = was === 'top';
    this.#limits(shape);
    if (shape === 'top') this.#goTop(mode === 'preset');
    else {
      if (wasTop) this.#leaveTop();
      this.#setFov(preset?.fov ?? FOV);
    }
    if (preset?.mode === 'fixed') this.#setPose(...preset.position, ...preset.target, true);
    else if (preset?.mode === 'orbit') this.goHome();
    if (shape === 'free') this.#keys.start();
    this.#residualStart = -1;
    this.#residual.set(0, 0, 0);
    this.#leftAt = shape === 'led' && !this.#still.matches ? 0 : -1;
    this.#leftEye.copy(this.camera.position);
    this.#leftTurn.copy(this.camera.quaternion);
  }

  /** While led: stands at an eye and looks along a direction, `up` upwards; `distance` to what is looked at, metres; `fov`: vertical, degrees. */
  lead(eye: THREE.Vector3, forward: THREE.Vector3, up: THREE.Vector3, distance: number, fov?: number): void {
    if (this.#mode !== 'led') return;
    if (fov !== undefined) this.#setFov(fov);
    this.#ledDistance = distance;
    this.camera.position.copy(eye);
    this.camera.up.copy(up);
    this.camera.lookAt(this.#step.copy(eye).add(forward));
    this.camera.up.set(0, 1, 0);
  }

  /** While led: stands at an eye, or as near to it as walls and the ground let it come from a head, and looks along a direction. */
  leadFrom(head: THREE.Vector3, eye: THREE.Vector3, forward: THREE.Vector3, distance: number, heights: GroundHeight): void {
    const length = head.distanceTo(eye);
    const share = this.#reach(head.x, head.y, head.z, eye.x, eye.y, eye.z);
    if (share < 1) eye.lerpVectors(head, eye, Math.max(0, share - FROM_WALL / length));
    if (heights.relief !== null) eye.y = Math.max(eye.y, heights.drawn(eye.x, eye.z, eye.y) + LOWEST_EYE);
    this.lead(eye, forward, UP, distance);
  }

  /** Brings a place into the middle of the picture; keeps the direction, comes nearer when it is far away. */
  lookAt(x: number, y: number, z: number): void {
    if (this.#mode === 'led') return;
    if (this.#mode === 'free') this.#takeOver();
    this.#controls.getPosition(this.#step, false).sub(this.target);
    const farthest = this.#mode === 'top' ? LOOK_FROM * topFactor() : LOOK_FROM;
    if (this.#step.length() > farthest) this.#step.setLength(farthest);
    // Over open ground a view along it would show a line, not a place.
    const lowest = this.#world.kind === 'terrain' ? this.#step.length() * LOOK_DOWN : -Infinity;
    if (this.#step.y < lowest) this.#step.y = lowest;
    this.#setPose(x + this.#step.x, y + this.#step.y, z + this.#step.z, x, y, z, true);
    if (this.#mode === 'free') this.#controls.enabled = false;
  }

  /** Starts keeping the followed one in the middle; called when it changes. `distance`: from where, metres; null leaves it, unless that would show nobody. */
  beginFollow(x: number, y: number, z: number, now: number, distance: number | null): void {
    const target = this.target;
    this.#residual.set(target.x - x, target.y - y, target.z - z);
    this.#stopMove();
    const cut = this.#residual.length() > LONGEST_MOVE || this.#still.matches;
    if (cut) this.#residual.set(0, 0, 0);
    const nearest = distance ?? (this.#world.kind === 'terrain' ? FOLLOW_FROM : Infinity);
    if (distance !== null || this.#controls.distance > nearest) void this.#controls.dollyTo(nearest, !cut);
    this.#residualStart = now;
  }

  follow(x: number, y: number, z: number, now: number): void {
    const left = this.#residualStart < 0 ? 0 : 1 - easeOut((now - this.#residualStart) / MOVE_MS);
    if (left <= 0) this.#residualStart = -1;
    const { x: rx, y: ry, z: rz } = this.#residual;
    void this.#controls.moveTo(x + rx * left, y + ry * left, z + rz * left, false);
  }

  /** Moves on by what has passed; true while it needs more frames. */
  update(seconds: number, now: number, ground: number, heights: GroundHeight): boolean {
    this.#ground = ground;
    if (this.#mode === 'led') {
      const arriving = this.#arrive(now);
      this.camera.updateMatrixWorld();
      return arriving;
    }
    if (this.#mode === 'free') {
      this.#step.copy(this.camera.position);
      const moving = this.#keys.fly(this.camera, seconds, Math.max(1.5, (this.camera.position.y - ground) * 0.9));
      if (moving) this.#stayOut(this.#step, true);
      this.#stayAbove(heights);
      this.camera.updateMatrixWorld();
      return moving;
    }
    let moving = this.#residualStart >= 0;
    if (this.#moveStart >= 0) {
      if (this.#moveStart === 0) this.#moveStart = now;
      const share = easeOut((now - this.#moveStart) / MOVE_MS);
      this.#apply(share);
      if (share >= 1) this.#moveStart = -1;
      else moving = true;
    }
    if (this.#controls.update(seconds)) moving = true;
    const { x, y, z } = this.target;
    const under = heights.drawn(x, z, y) - y;
    // Moved across hills, what is looked at would end up inside one.
    if (under > 0.5 && this.#mode === 'orbit') this.raise(under);
    if (this.#mode !== 'top') this.#stayOut(this.target, false);
    if (this.#stayAbove(heights)) this.camera.lookAt(this.target);
    this.camera.updateMatrixWorld();
    return moving;
  }

  /** On the way to where it is led from now on; true until it is there. */
  #arrive(now: number): boolean {
    if (this.#leftAt < 0) return false;
    if (this.#leftAt === 0) this.#leftAt = now;
    const { position, quaternion } = this.camera;
    const share = easeOut((now - this.#leftAt) / MOVE_MS);
    if (share >= 1 || this.#leftEye.distanceTo(position) >= LONGEST_MOVE) {
      this.#leftAt = -1;
      return false;
    }
    position.lerpVectors(this.#leftEye, position, share);
    quaternion.slerp(this.#leftTurn, 1 - share);
    return true;
  }

  /** True when the eye would have been under the ground, and was lifted out of it. */
  #stayAbove(heights: GroundHeight): boolean {
    const { position } = this.camera;
    const lowest = heights.drawn(position.x, position.z, this.#ground) + LOWEST_EYE;
    if (position.y >= lowest) return false;
    position.y = lowest;
    return true;
  }

  /** Comes nearer to what it looks at when a wall stands between, or before the wall that it would fly through. */
  #stayOut(from: THREE.Vector3, isFlying: boolean): void {
    const { position } = this.camera;
    const length = from.distanceTo(position);
    if (length < 1e-4) return;
    // What is looked at may lie on a floor, or a little in it: that is no wall.
    const up = isFlying ? 0 : OVER_FLOOR;
    const share = this.#reach(from.x, from.y + up, from.z, position.x, position.y, position.z);
    if (share >= 1) return;
    if (isFlying) position.copy(from);
    else if (share * length > NEAREST) {
      this.#head.set(from.x, from.y + up, from.z);
      position.lerpVectors(this.#head, position, share - FROM_WALL / length);
    }
  }

  /** Eye and target together, by so many metres. */
  raise(metres: number): void {
    if (this.#mode === 'led') return;
    if (this.#mode === 'free') this.camera.position.y += metres;
    const { x, y, z } = this.target;
    void this.#controls.moveTo(x, y + metres, z, false);
    this.#controls.update(0);
  }

  #apply(share: number): void {
    const { x: ax, y: ay, z: az } = this.#fromEye;
    const { x: bx, y: by, z: bz } = this.#toEye;
    const { x: cx, y: cy, z: cz } = this.#fromTarget;
    const { x: dx, y: dy, z: dz } = this.#toTarget;
    void this.#controls.setLookAt(
      ax + (bx - ax) * share,
      ay + (by - ay) * share,
      az + (bz - az) * share,
      cx + (dx - cx) * share,
      cy + (dy - cy) * share,
      cz + (dz - cz) * share,
      false,
    );
  }

  #setPose(eyeX: number, eyeY: number, eyeZ: number, x: number, y: number, z: number, ease: boolean): void {
    this.#fromEye.copy(this.camera.position);
    this.#fromTarget.copy(this.target);
    this.#toEye.set(eyeX, eyeY, eyeZ);
    this.#toTarget.set(x, y, z);
    const short = this.#fromEye.distanceTo(this.#toEye) < LONGEST_MOVE && this.#fromTarget.distanceTo(this.#toTarget) < LONGEST_MOVE;
    if (ease && short && !this.#still.matches) this.#moveStart = 0;
    else {
      this.#stopMove();
      this.#apply(1);
      if (this.#mode === 'led') this.#stand();
    }
  }

  /** Until whoever leads has something to say: where the controls are. */
  #stand(): void {
    this.#controls.update(0);
    this.#ledDistance = this.#controls.distance;
  }

  #stopMove(): void {
    this.#moveStart = -1;
  }

  #limits(mode: Shape): void {
    const controls = this.#controls;
    const top = mode === 'top';
    controls.enabled = mode !== 'free' && (mode !== 'led' || this.#isGrabbable);
    // A hair from straight down keeps north up.
    controls.minPolarAngle = 0;
    controls.maxPolarAngle = top ? 0.0005 : Math.PI * 0.485;
    controls.mouseButtons.left = top ? CameraControls.ACTION.SCREEN_PAN : CameraControls.ACTION.ROTATE;
    controls.touches.one = top ? CameraControls.ACTION.TOUCH_SCREEN_PAN : CameraControls.ACTION.TOUCH_ROTATE;
    // Following keeps its target in the middle: the wheel only comes nearer.
    controls.dollyToCursor = mode !== 'follow';
  }

  #goTop(everything: boolean): void {
    const target = this.target;
    const all = everything || this.#world.kind === 'arena';
    const distance = all ? this.#topDistance() : this.#controls.distance * topFactor();
    const x = all ? this.#home.x : target.x;
    const y = all ? this.#home.y : target.y;
    const z = all ? this.#home.z : target.z;
    this.#setFov(TOP_FOV);
    this.#setPose(x, y + distance, z + 0.0001 * distance, x, y, z, false);
    void this.#controls.rotateTo(this.#world.kind === 'arena' ? this.#longAzimuth() : 0, 0, false);
  }

  /** From where everything is in the picture, metres. */
  #topDistance(): number {
    const slope = Math.tan((TOP_FOV * Math.PI) / 360);
    const hull = this.#world.boxes.find((box) => box.role === 'hull');
    if (hull === undefined) return distanceFor(this.#home.radius * 1.05, TOP_FOV, this.camera.aspect);
    const sides = [hull.max[0] - hull.min[0], hull.max[2] - hull.min[2]];
    return (
      (1.12 * Math.max(Math.max(...sides) / 2 / this.camera.aspect, (Math.min(...sides) / 2) * 1.3)) / slope + hull.max[1] - this.#home.y
    );
  }

  /** An arena lies across the picture. */
  #longAzimuth(): number {
    const hull = this.#world.boxes.find((box) => box.role === 'hull');
    return hull !== undefined && hull.max[2] - hull.min[2] >= hull.max[0] - hull.min[0] ? -Math.PI / 2 : 0;
  }

  #leaveTop(): void {
    void this.#controls.dollyTo(this.#controls.distance / topFactor(), false);
    void this.#controls.rotatePolarTo(0.95, false);
  }

  #setFov(fov: number): void {
    if (this.camera.fov === fov) return;
    this.camera.fov = fov;
    this.camera.updateProjectionMatrix();
  }

  /** Orbiting goes on from where the camera stands: round what the middle of the picture shows. */
  #takeOver(): void {
    this.#keys.stop();
    const distance = this.distance;
    this.camera.getWorldDirection(this.#step).multiplyScalar(distance).add(this.camera.position);
    const { x, y, z } = this.camera.position;
    void this.#controls.setLookAt(x, y, z, this.#step.x, this.#step.y, this.#step.z, false);
    this.#controls.enabled = true;
  }

  #freeDistance(): number {
    this.camera.getWorldDirection(this.#step);
    const height = this.camera.position.y - this.#ground;
    const away = this.#step.y < -0.05 ? height / -this.#step.y : height * 8;
    return Math.min(Math.max(away, 5), 5000);
  }

  dispose(): void {
    this.#keys.dispose();
    this.#controls.dispose();
  }
}

function topFactor(): number {
  return Math.tan((FOV * Math.PI) / 360) / Math.tan((TOP_FOV * Math.PI) / 360);
}

function presetShape(preset: CameraPreset | null): Shape {
  switch (preset?.mode) {
    case 'top':
    case 'follow':
      return preset.mode;
    case 'rail':
    case 'eyes':
    case 'shoulder':
      return 'led';
    default:
      return 'orbit';
  }
}
