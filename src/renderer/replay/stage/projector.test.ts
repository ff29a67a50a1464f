/** Glyph places, sizes and facings against three.js, and which glyph the pointer means. */
import * as fc from 'fast-check';
import * as THREE from 'three';
import { describe, expect, it } from 'vitest';
import { pick, PICK_RADIUS } from './picking.ts';
import { createProjected, glyphRadius, projectEntity, projectPoint } from './projector.ts';

const WIDTH = 1000;
const HEIGHT = 600;

function matrixOf(eye: readonly [number, number, number], target: readonly [number, number, number]): THREE.Matrix4 {
  const camera = new THREE.PerspectiveCamera(40, WIDTH / HEIGHT, 0.05, 1e5);
  camera.position.set(...eye);
  camera.lookAt(...target);
  camera.updateMatrixWorld();
  return new THREE.Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
}

function facing(eye: readonly [number, number, number], heading: number): number {
  const out = createProjected(1);
  projectEntity(matrixOf(eye, [0, 0, 0]).elements, WIDTH, HEIGHT, 100, out, 0, 0, 0, 0, heading);
  return out.angle[0] ?? Number.NaN;
}

const UP = -Math.PI / 2;

describe('projectEntity', () => {
  it('turns the point of a glyph with the world, not with the screen', () => {
    // From above with north up: heading 0 points up, east right, south down.
    expect(facing([0, 100, 0.001], 0)).toBeCloseTo(UP, 3);
    expect(facing([0, 100, 0.001], Math.PI / 2)).toBeCloseTo(0, 3);
    expect(facing([0, 100, 0.001], Math.PI)).toBeCloseTo(Math.PI / 2, 3);
    // From the south, heading 0 points away: up. From the north it points at us: down.
    expect(facing([0, 40, 80], 0)).toBeCloseTo(UP, 3);
    expect(facing([0, 40, -80], 0)).toBeCloseTo(Math.PI / 2, 3);
    // From the east, north is to the right.
    expect(facing([80, 40, 0], 0)).toBeCloseTo(0, 3);
  });

  it('agrees with the projection of a point a little ahead', () => {
    const coordinate = fc.double({ min: -200, max: 200, noNaN: true });
    fc.assert(
      fc.property(coordinate, coordinate, fc.double({ min: 0, max: 6.28, noNaN: true }), (x, z, heading) => {
        const m = matrixOf([120, 90, 300], [0, 0, 0]).elements;
        const out = createProjected(1);
        projectEntity(m, WIDTH, HEIGHT, 300, out, 0, x, 0, z, heading);
        fc.pre((out.radius[0] ?? 0) > 0);
        const here = new Float32Array(2);
        const ahead = new Float32Array(2);
        projectPoint(m, WIDTH, HEIGHT, x, 0, z, here);
        projectPoint(m, WIDTH, HEIGHT, x + Math.sin(heading) * 0.5, 0, z - Math.cos(heading) * 0.5, ahead);
        const expected = Math.atan2((ahead[1] ?? 0) - (here[1] ?? 0), (ahead[0] ?? 0) - (here[0] ?? 0));
        const off = Math.abs(Math.atan2(Math.sin(expected - (out.angle[0] ?? 0)), Math.cos(expected - (out.angle[0] ?? 0))));
        expect(off).toBeLessThan(0.02);
      }),
    );
  });

  it('gives NaN for an unknown heading and no glyph behind the eye', () => {
    expect(facing([0, 40, 80], Number.NaN)).toBeNaN();
    const out = createProjected(1);
    projectEntity(matrixOf([0, 10, 100], [0, 0, 0]).elements, WIDTH, HEIGHT, 100, out, 0, 0, 10, 200, 0);
    expect(out.radius[0]).toBe(0);
  });

  it('lands where three.js says', () => {
    const m = matrixOf([30, 50, 90], [5, 0, -5]);
    const v = new THREE.Vector3(12, 3, -20).applyMatrix4(m);
    const out = new Float32Array(2);
    expect(projectPoint(m.elements, WIDTH, HEIGHT, 12, 3, -20, out)).toBe(true);
    expect(out[0]).toBeCloseTo(((v.x + 1) / 2) * WIDTH, 2);
    expect(out[1]).toBeCloseTo(((1 - v.y) / 2) * HEIGHT, 2);
  });
});

describe('glyphRadius', () => {
  it('stays between 5 and 10 px and shrinks with distance', () => {
    for (const focus of [10, 60, 300, 3000, 30_000]) {
      let before = Infinity;
      for (const share of [0.1, 0.5, 1, 2, 10]) {
        const radius = glyphRadius(focus * share, focus);
        expect(radius).toBeGreaterThanOrEqual(5);
        expect(radius).toBeLessThanOrEqual(10);
        expect(radius).toBeLessThanOrEqual(before);
        before = radius;
      }
    }
  });
});

describe('pick', () => {
  const projected = createProjected(4);
  projected.x.set([0, 100, 110, 400]);
  projected.y.set([0, 100, 100, 100]);
  projected.depth.set([0, 50, 20, 20]);
  projected.radius.set([9, 8, 8, 0]);

  it('takes the nearest glyph within reach', () => {
    expect(pick(projected, 4, 103, 100)).toBe(1);
    expect(pick(projected, 4, 108, 100)).toBe(2);
    expect(pick(projected, 4, 100, 100 + PICK_RADIUS + 1)).toBe(0);
  });
  it('takes the one in front when both are equally near', () => {
    expect(pick(projected, 4, 105, 100)).toBe(2);
  });
  it('never takes the session itself nor what is not drawn', () => {
    expect(pick(projected, 4, 0, 0)).toBe(0);
    expect(pick(projected, 4, 400, 100)).toBe(0);
  });
});
