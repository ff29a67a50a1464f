import * as THREE from 'three';
import { describe, expect, it } from 'vitest';
import type { AnnotationOf } from '../../../shared/annotations.ts';
import { reliefOf } from '../ground/relief.ts';
import type { LoadedSession } from '../playback/types.ts';
import { Callouts } from './callouts.ts';
import { alphaAt, DrawingLayer } from './drawing-layer.ts';
import { GroundHeight } from './ground-height.ts';
import { colour, type Palette } from './palette.ts';
import type { SceneFrame } from './scene.ts';

const palette = { accent: colour(230, 204, 138) } as unknown as Palette;
const session = { entities: [{ id: 0, nativeId: '' }, { id: 1, nativeId: 'anna' }] } as unknown as LoadedSession; // prettier-ignore
const arrow: AnnotationOf<'drawing'> = {
  id: 'a',
  kind: 'drawing',
  shape: 'arrow',
  points: [
    [-30, 2, 0],
    [30, 2, 0],
  ],
  normal: [0, 1, 0],
  t0: 1000,
  t1: 2000,
  fadeMs: 500,
  colour: 'violet',
};
const comment: AnnotationOf<'comment'> = { id: 'c', kind: 'comment', t: 1000, text: 'Mind the gap', place: null, entity: 'anna' };

/** A stage of 800 x 400 that looks down from 100 m. */
function stage(): { layer: DrawingLayer; callouts: Callouts; frame: SceneFrame; at: (t: number) => { lines: number; heights: number[] } } {
  const camera = new THREE.PerspectiveCamera(60, 2, 0.1, 1000);
  camera.position.set(0, 100, 0.001);
  camera.lookAt(0, 0, 0);
  camera.updateMatrixWorld();
  const matrix = new THREE.Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
  const entities = { groundHeight: new GroundHeight(), place: Float32Array.of(0, 0, 0, 5, 1, 6) };
  const frame = { t: 0, width: 800, height: 400, camera, matrix: matrix.elements, ground: 0, focusDistance: 100, entities, state: { exists: [1, 1] } } as unknown as SceneFrame; // prettier-ignore
  const layer = new DrawingLayer({ viewport: { value: new THREE.Vector2(800, 400) }, pixelRatio: { value: 1 } }, palette);
  const callouts = new Callouts();
  const at = (t: number): { lines: number; heights: number[] } => {
    frame.t = t;
    callouts.clear();
    layer.update(frame, callouts);
    const { geometry } = layer.object as THREE.Mesh<THREE.InstancedBufferGeometry>;
    const lines = layer.object.visible ? geometry.instanceCount : 0;
    return { lines, heights: Array.from({ length: lines }, (_, i) => geometry.getAttribute('start').getY(i)) };
  };
  return { layer, callouts, frame, at };
}

describe('a drawing over time', () => {
  it('is seen from its beginning to its end, and then fades', () => {
    const drawing = { t0: 1000, t1: 2000, fadeMs: 500 };
    expect([999, 1000, 2000, 2250, 2500].map((t) => alphaAt(drawing, t))).toEqual([0, 1, 1, 0.5, 0]);
    expect(alphaAt({ ...drawing, t1: null }, 1e9)).toBe(1);
    expect(alphaAt({ ...drawing, fadeMs: 0 }, 2001)).toBe(0);
  });

  it('is on the stage only then, where it was drawn', () => {
    const { layer, at } = stage();
    layer.set({ drawings: [arrow], comments: [], draft: null }, session);
    expect(at(999).lines).toBe(0);
    const { lines, heights } = at(1500);
    expect(lines).toBeGreaterThan(2);
    expect(new Set(heights)).toEqual(new Set([2]));
    expect(at(2500).lines).toBe(0);
  });

  it('lies on the relief as soon as there is one', () => {
    const { layer, frame, at } = stage();
    layer.set({ drawings: [arrow], comments: [], draft: null }, session);
    at(1500);
    const heights = Float32Array.from({ length: 9 }, (_, i) => (i % 3 === 1 ? 20 : 10));
    frame.entities.groundHeight.relief = reliefOf({ x: -40, z: -40, cell: 40, columns: 3, rows: 3, heights }, false);
    const lying = at(1500).heights;
    expect(Math.max(...lying)).toBeGreaterThan(18);
    expect(Math.min(...lying)).toBeLessThan(14);
  });

  it('is found under the pointer while it is seen', () => {
    const { layer, frame, at } = stage();
    layer.set({ drawings: [arrow], comments: [], draft: null }, session);
    at(1500);
    expect(layer.at(frame, 400, 203)).toBe('a');
    expect(layer.at(frame, 400, 240)).toBeNull();
    at(3000);
    expect(layer.at(frame, 400, 203)).toBeNull();
  });
});

describe('a comment', () => {
  it('has a pin and its words where whom it is about is, around its moment', () => {
    const { layer, callouts, at } = stage();
    layer.set({ drawings: [], comments: [comment], draft: null }, session);
    expect(at(1000).lines).toBe(2);
    expect(callouts.text[0]).toBe('Mind the gap');
    expect([...callouts.place.subarray(0, 3)]).toEqual([5, expect.any(Number), 6]);
    expect(at(60_000)).toEqual({ lines: 0, heights: [] });
    expect(callouts.count).toBe(0);
  });
});
