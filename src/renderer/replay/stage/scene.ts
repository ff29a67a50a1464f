/** What every layer of the stage is given for a frame. One object, refilled in place. */
import type * as THREE from 'three';
import type { FrameState } from '../playback/types.ts';
import type { ReplayView } from '../replay-view.ts';
import type { EntityPicture } from './entity-picture.ts';
import type { Matrix } from './projector.ts';

export interface SceneFrame {
  /** Session time, ms. */
  t: number;
  /** Real time, ms: for what moves on the screen without time passing in the session. */
  now: number;
  state: FrameState;
  view: ReplayView;
  /** CSS pixels. */
  width: number;
  height: number;
  readonly camera: THREE.PerspectiveCamera;
  /** Projection times view. */
  matrix: Matrix;
  /** What the camera looks at, and how far that is, metres. */
  readonly focus: THREE.Vector3;
  focusDistance: number;
  /** Height of the ground plane, metres. */
  ground: number;
  readonly entities: EntityPicture;
  /** Through whose eyes the camera looks, 0 for nobody's: that one is not in the picture. */
  eyes: number;
  /** The shape of the world is left out above this height, metres: Infinity for nowhere, NaN for as the look of the ground says. */
  open: number;
}
