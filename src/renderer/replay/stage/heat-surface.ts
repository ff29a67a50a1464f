/** A heatmap laid on a plane or on the relief, as colours or as contour lines. */
import * as THREE from 'three';
import type { HeatGrid } from '../../heat/heat-grid.ts';
import { heightAt, type Relief } from '../ground/relief.ts';
import { HEAT_SHADER, type HeatField } from './heat-field.ts';
import type { HeatPicture } from './heat-picture.ts';

/** Most vertices along a side. */
const MOST_VERTICES = 200;
/** The surface of the ground is finer than this one: it may stand out of it so far, metres and share of the distance, and is still seen through. */
const SINK = [3, 0.02] as const;

const VERTEX = /* glsl */ `
  uniform vec2 corner;
  uniform vec2 span;
  uniform float level;
  uniform float draped;
  uniform vec2 cells;
  varying vec2 at;
  varying float away;
  void main() {
    at = position.xz * cells;
    vec3 place = vec3(corner.x + position.x * span.x, mix(level, position.y, draped), corner.y + position.z * span.y);
    vec4 seen = viewMatrix * vec4(place, 1.0);
    away = -seen.z;
    gl_Position = projectionMatrix * seen;
  }
`;
const FRAGMENT = /* glsl */ `
  ${HEAT_SHADER}
  uniform float contours;
  varying vec2 at;
  varying float away;
  void main() {
    // As the ground writes it.
    gl_FragDepth = log2(1.0 + max(0.0, away * ${(1 - SINK[1]).toFixed(2)} - ${SINK[0].toFixed(1)})) / 20.0;
    float share = heatAt(at);
    vec4 colour = heatColour(share);
    if (contours > 0.5) {
      float levels = share * 5.0;
      float off = abs(fract(levels - 0.5) - 0.5) / max(fwidth(levels), 1e-6);
      float line = abs(levels) < 0.5 ? 0.0 : 1.0 - smoothstep(0.6, 1.6, off);
      colour = vec4(mix(colour.rgb, vec3(1.0), line * 0.35), max(colour.a * 0.28, line));
    }
    colour.a *= opacity;
    if (colour.a < 0.004) discard;
    gl_FragColor = colour;
  }
`;

export class HeatSurface {
  readonly object: THREE.Mesh;
  readonly #geometry = new THREE.BufferGeometry();
  readonly #material: THREE.ShaderMaterial;
  readonly #uniforms = {
    corner: { value: new THREE.Vector2() },
    span: { value: new THREE.Vector2(1, 1) },
    level: { value: 0 },
    draped: { value: 0 },
    contours: { value: 0 },
  };
  #grid: HeatGrid | null = null;
  #relief: Relief | null = null;

  constructor(field: HeatField) {
    this.#material = new THREE.ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: { ...field.uniforms, ...this.#uniforms },
      transparent: true,
      depthTest: false,
      depthWrite: false,
      side: THREE.DoubleSide,
    });
    this.object = new THREE.Mesh(this.#geometry, this.#material);
    this.object.frustumCulled = false;
    this.object.renderOrder = 5;
  }

  /** `level`: height of the plane where it lies on no relief. */
  set({ answer: { grid }, shape, look }: HeatPicture, relief: Relief | null, level: number): void {
    const drape = shape === 'draped' ? relief : null;
    this.#uniforms.level.value = level;
    this.#uniforms.contours.value = look === 'contours' ? 1 : 0;
    if (this.#grid !== null && sameExtent(grid, this.#grid) && drape === this.#relief) return;
    this.#grid = grid;
    this.#relief = drape;
    this.#uniforms.corner.value.set(grid.x, grid.z);
    this.#uniforms.span.value.set(grid.columns * grid.cell, grid.rows * grid.cell);
    this.#uniforms.draped.value = drape === null ? 0 : 1;
    this.#material.depthTest = drape !== null;
    this.#build(grid, drape);
  }

  #build(grid: HeatGrid, relief: Relief | null): void {
    const wide = grid.columns * grid.cell;
    const deep = grid.rows * grid.cell;
    const parts = (metres: number): number =>
      relief === null
        ? 1
        : Math.max(2, Math.min(MOST_VERTICES, Math.ceil(metres / Math.max(relief.cell, Math.max(wide, deep) / MOST_VERTICES))));
    const columns = parts(wide);
    const rows = parts(deep);
    const place = new Float32Array((columns + 1) * (rows + 1) * 3);
    const index = new Uint32Array(columns * rows * 6);
    for (let row = 0, at = 0; row <= rows; row++)
      for (let column = 0; column <= columns; column++) {
        const u = column / columns;
        const v = row / rows;
        place[at++] = u;
        place[at++] = relief === null ? 0 : heightAt(relief, grid.x + u * wide, grid.z + v * deep);
        place[at++] = v;
      }
    for (let row = 0, at = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const corner = row * (columns + 1) + column;
        index.set([corner, corner + columns + 1, corner + 1, corner + 1, corner + columns + 1, corner + columns + 2], at);
        at += 6;
      }
    this.#geometry.dispose();
    this.#geometry.setAttribute('position', new THREE.BufferAttribute(place, 3));
    this.#geometry.setIndex(new THREE.BufferAttribute(index, 1));
  }

  dispose(): void {
    this.#geometry.dispose();
    this.#material.dispose();
  }
}

export function sameExtent(a: HeatGrid, b: HeatGrid): boolean {
  return a.x === b.x && a.z === b.z && a.cell === b.cell && a.columns === b.columns && a.rows === b.rows;
}
