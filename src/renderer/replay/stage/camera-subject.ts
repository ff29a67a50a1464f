/** Whom the camera is about: finds who is followed, or through whose eyes it looks, and leads the rig frame by frame. */
import * as THREE from 'three';
import type { CameraPreset, GameProfile } from '../../../shared/games/profile.ts';
import type { EntityKind } from '../../../shared/session/model.ts';
import type { Playback } from '../playback/types.ts';
import { createLedPose, fovIn } from '../pose-source.ts';
import type { ReplayView } from '../replay-view.ts';
import { normalise, toDirection } from './axes.ts';
import { RailCamera } from './camera-rail.ts';
import type { CameraRig } from './camera-rig.ts';
import { SHAPE_NONE } from './entity-picture.ts';
import type { SceneFrame } from './scene.ts';

/** Eyes are a little below the top of a body. */
const EYES = 0.93;
/** Over the shoulder: from the eyes, metres. */
const BEHIND = 2.6;
const BESIDE = 0.7;
const OVER = 0.35;
/** What somebody looks at counts as this far away, metres. */
const GAZE = 12;
const UP: readonly [number, number, number] = [0, 1, 0];

export class CameraSubject {
  readonly #playback: Playback;
  readonly #profile: GameProfile;
  readonly #rig: CameraRig;
  readonly #rail = new RailCamera();
  readonly #forward = new Float32Array(3);
  readonly #upward = new Float32Array(3);
  readonly #eye = new THREE.Vector3();
  readonly #direction = new THREE.Vector3(0, 0, -1);
  readonly #up = new THREE.Vector3(0, 1, 0);
  readonly #pose = createLedPose();
  readonly #side = new THREE.Vector3();
  readonly #place = new THREE.Vector3();
  #followed = 0;
  #preset: CameraPreset | null = null;

  constructor(playback: Playback, rig: CameraRig) {
    this.#playback = playback;
    this.#profile = playback.session.profile;
    this.#rig = rig;
  }

  /** Who is kept in the middle, 0 for nobody. */
  get followed(): number {
    return this.#followed;
  }

  /** Another camera or preset was chosen. */
  viewChanged(view: ReplayView): void {
    this.#followed = 0;
    this.#preset = view.camera === 'preset' ? (this.#profile.cameras.find((camera) => camera.id === view.preset) ?? null) : null;
    if (this.#preset?.mode === 'rail') this.#rail.begin(this.#preset.rail);
    this.#rig.setMode(view.camera, this.#preset);
  }

  /** Moves the rig for this frame, `seconds` after the last; true while it needs more frames. Who is looked through is told by `frame.eyes`. */
  update(frame: SceneFrame, seconds: number, now: number): boolean {
    frame.eyes = 0;
    frame.open = Number.NaN;
    if (frame.view.camera === 'led') {
      this.#beLed(frame);
      return false;
    }
    const preset = this.#preset;
    if (preset?.mode === 'rail') return this.#slide(frame, preset.follow, seconds);
    if (preset?.mode === 'eyes' || preset?.mode === 'shoulder') this.#lookAlong(frame, preset.mode === 'shoulder');
    else this.#follow(frame, now);
    return false;
  }

  /** While the one who leads has nothing to say it stays. */
  #beLed(frame: SceneFrame): void {
    const pose = this.#pose;
    if (frame.view.lead?.poseAt(frame.t, pose) !== true) return;
    this.#eye.set(pose.eyeX, pose.eyeY, pose.eyeZ);
    this.#direction.set(pose.x - pose.eyeX, pose.y - pose.eyeY, pose.z - pose.eyeZ);
    this.#up.set(pose.upX, pose.upY, pose.upZ);
    frame.open = pose.open;
    this.#rig.lead(this.#eye, this.#direction, this.#up, this.#direction.length(), fovIn(pose.fov, frame.camera.aspect));
  }

  #slide(frame: SceneFrame, kind: EntityKind, seconds: number): boolean {
    const entity = this.#firstOf(frame, kind);
    const at = entity * 3;
    const { place } = frame.entities;
    // While there is nothing to follow it stays.
    const more = entity > 0 && this.#rail.follow(place[at] as number, place[at + 1] as number, place[at + 2] as number, seconds);
    const { eye, target } = this.#rail;
    this.#eye.set(eye.x, eye.y, eye.z);
    this.#direction.set(target.x - eye.x, target.y - eye.y, target.z - eye.z);
    this.#rig.lead(this.#eye, this.#direction, this.#up.set(...UP), this.#direction.length());
    return more;
  }

  /** Through somebody's eyes or from behind. The camera stays where it was while nobody is chosen, or the chosen one is not there. */
  #lookAlong(frame: SceneFrame, isBehind: boolean): void {
    const { entities, state, view } = frame;
    const person = view.selected;
    if (person === null || state.exists[person] !== 1 || entities.isPerson[person] !== 1) return;
    this.#eye.fromArray(entities.place, person * 3);
    this.#eye.y += (entities.bodyHeight[person] as number) * EYES;
    this.#gaze(person, state.heading[person] as number);
    if (!isBehind) {
      frame.eyes = entities.shown(state, person);
      this.#rig.lead(this.#eye, this.#direction, this.#up, GAZE);
      return;
    }
    // It does not lean with a head.
    this.#up.set(...UP);
    this.#side.crossVectors(this.#direction, this.#up).normalize();
    this.#place.copy(this.#eye).addScaledVector(this.#direction, -BEHIND).addScaledVector(this.#side, BESIDE);
    this.#place.y += OVER;
    this.#rig.leadFrom(this.#eye, this.#place, this.#direction, GAZE, entities.groundHeight);
  }

  /** The head's own axes when they are recorded, else level along the heading; without either it goes on looking as before. */
  #gaze(person: number, heading: number): void {
    const head = this.#profile.figure?.head;
    const { space } = this.#playback.session.info;
    if (head !== undefined && this.#playback.detail(person, head.forward, this.#forward)) {
      toDirection(space, this.#forward);
      if (normalise(this.#forward)) {
        this.#direction.fromArray(this.#forward);
        const isUpright = this.#playback.detail(person, head.up, this.#upward);
        if (isUpright) toDirection(space, this.#upward);
        if (isUpright && normalise(this.#upward)) this.#up.fromArray(this.#upward);
        else this.#up.set(...UP);
        return;
      }
    }
    this.#up.set(...UP);
    if (!Number.isFinite(heading)) return;
    const channel = this.#profile.lookDown;
    const pitch = channel === undefined ? null : this.#playback.value(person, channel);
    const down = typeof pitch === 'number' ? (pitch * Math.PI) / 180 : 0;
    this.#direction.set(Math.sin(heading) * Math.cos(down), -Math.sin(down), -Math.cos(heading) * Math.cos(down));
  }

  #follow(frame: SceneFrame, now: number): void {
    const entity = this.#whom(frame);
    if (entity === 0) {
      this.#followed = 0;
      return;
    }
    const { entities } = frame;
    const at = entity * 3;
    const x = entities.place[at] as number;
    const y = (entities.place[at + 1] as number) + (entities.bodyHeight[entity] as number) * 0.5;
    const z = entities.place[at + 2] as number;
    if (entity !== this.#followed) {
      this.#followed = entity;
      this.#rig.beginFollow(x, y, z, now, this.#preset?.mode === 'follow' ? (this.#preset.distance ?? null) : null);
    }
    this.#rig.follow(x, y, z, now);
  }

  /** 0 for nobody, or when the followed one is not there: the camera then stays where it last was. */
  #whom(frame: SceneFrame): number {
    const { view, state, entities } = frame;
    if (view.camera === 'follow') {
      const { selected } = view;
      return selected !== null && state.exists[selected] === 1 ? entities.shown(state, selected) : 0;
    }
    return this.#preset?.mode === 'follow' ? this.#firstOf(frame, this.#preset.follow) : 0;
  }

  #firstOf({ entities }: SceneFrame, kind: EntityKind): number {
    const infos = this.#playback.session.entities;
    for (let i = 1; i < entities.count; i++) if (entities.shape[i] !== SHAPE_NONE && infos[i]?.kind === kind) return i;
    return 0;
  }
}
