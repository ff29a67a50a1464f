import type * as THREE from 'three';
import { describe, expect, it } from 'vitest';
import { armaProfile } from '../../../shared/games/arma.ts';
import { echovrProfile } from '../../../shared/games/echovr.ts';
import type { GameProfile } from '../../../shared/games/profile.ts';
import type { Playback } from '../playback/types.ts';
import { createReplayView } from '../replay-view.ts';
import type { CameraRig } from './camera-rig.ts';
import { CameraSubject } from './camera-subject.ts';
import type { SceneFrame } from './scene.ts';

/** One person (1) and the disc (2); the rig only notes how it is led. */
function bench(profile: GameProfile, vectors: Readonly<Record<string, readonly number[]>>) {
  const led: { eye: number[]; forward: number[]; up: number[] }[] = [];
  const rig = {
    setMode: () => undefined,
    lead: (eye: THREE.Vector3, forward: THREE.Vector3, up: THREE.Vector3) =>
      led.push({ eye: eye.toArray(), forward: forward.toArray(), up: up.toArray() }),
  } as unknown as CameraRig;
  const playback = {
    session: {
      profile,
      info: { space: { axis: [0, 1, 2], sign: [1, 1, 1], metresPerUnit: 1 } },
      entities: [{ kind: 'object' }, { kind: 'player' }, { kind: 'disc' }],
    },
    detail: (_: number, channel: string, out: Float32Array) => {
      const found = vectors[channel];
      if (found !== undefined) out.set(found);
      return found !== undefined;
    },
  } as unknown as Playback;
  const view = createReplayView();
  const state = { exists: Uint8Array.of(0, 1, 1), heading: Float32Array.of(0, Math.PI / 2, Number.NaN) };
  const entities = {
    count: 3,
    isPerson: Uint8Array.of(0, 1, 0),
    shape: Uint8Array.of(0, 1, 4),
    place: Float32Array.of(0, 0, 0, 1, 2, 3, 0, 1, 10),
    bodyHeight: Float32Array.of(0, profile.kinds.player.height, 0),
    shown: (_: unknown, entity: number) => entity,
  };
  const frame = { state, entities, eyes: 0 } as unknown as SceneFrame;
  const subject = new CameraSubject(playback, rig);
  return {
    frame,
    state,
    led,
    look: (preset: string, selected: number | null) => {
      view.getState().select(selected);
      view.getState().setCamera('preset', preset);
      frame.view = view.getState();
      subject.viewChanged(frame.view);
      subject.update(frame, 0.016, 0);
      return led.at(-1);
    },
  };
}

const rounded = (numbers: readonly number[] = []): number[] => numbers.map((n) => Math.round(n * 100) / 100 + 0);

describe('the camera through eyes', () => {
  it('stands in the head, looks where it faces, and leans as it leans', () => {
    const { look, frame } = bench(echovrProfile, { forward: [0, 0, -2], up: [1, 0, 0] });
    expect(look('eyes', 1)).toEqual({ eye: [1, 2, 3], forward: [0, 0, -1], up: [1, 0, 0] });
    expect(frame.eyes).toBe(1);
  });

  it('stands as high as people are and looks along the heading where no head is recorded', () => {
    const found = bench(armaProfile, {}).look('eyes', 1);
    expect(rounded(found?.eye)).toEqual([1, 3.67, 3]);
    expect(rounded(found?.forward)).toEqual([1, 0, 0]);
    expect(found?.up).toEqual([0, 1, 0]);
  });

  it('stays where it was for nobody, for what has no eyes and for who is gone', () => {
    const { look, led, state, frame } = bench(echovrProfile, {});
    look('eyes', null);
    look('eyes', 2);
    state.exists[1] = 0;
    look('eyes', 1);
    expect([led.length, frame.eyes]).toEqual([0, 0]);
  });
});

it('leads the camera on its rail beside the disc', () => {
  const found = bench(echovrProfile, {}).look('sideline', null);
  expect(rounded(found?.eye)).toEqual([-14.4, 0.9, 10]);
  expect(rounded(found?.forward)).toEqual([14.4, 0.1, 0]);
});
