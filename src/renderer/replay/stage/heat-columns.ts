/** A heatmap as columns that stand on the ground: as high and as coloured as what is under each. */
import * as THREE from 'three';
import type { HeatGrid } from '../../heat/heat-grid.ts';
import { heightAt, type Relief } from '../ground/relief.ts';
import { HEAT_SHADER, type HeatField } from './heat-field.ts';
import type { HeatPicture } from './heat-picture.ts';
import { sameExtent } from './heat-surface.ts';

/** Along the longer side. */
const MOST_COLUMNS = 96;
/** Of the full one, as a share of the longer side. */
const HIGHEST = 0.08;
const GAP = 0.12;

const VERTEX = /* glsl */ `
  ${HEAT_SHADER}
  attribute float base;
  uniform vec2 corner;
  uniform float side;    // of a column with its gap, metres
  uniform float perRow;
  uniform float cellSide;
  uniform float highest;
  uniform float level;
  uniform float draped;
  varying vec3 paint;
  varying float shown;
  varying float away;
  void main() {
    vec2 which = vec2(mod(float(gl_InstanceID), perRow), floor(float(gl_InstanceID) / perRow));
    float share = heatAt((which + 0.5) * side / cellSide);
    vec4 colour = heatColour(share);
    float size = min(difference > 0.5 ? abs(share) : share, 1.25);
    shown = colour.a;
    if (shown <= 0.0) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); return; }
    float light = normal.y > 0.5 ? 1.0 : 0.62 + 0.2 * abs(normal.x);
    paint = colour.rgb * light;
    vec2 on = (which + mix(vec2(${GAP}), vec2(1.0 - ${GAP}), position.xz + 0.5)) * side;
    float foot = mix(level, base, draped);
    vec3 place = vec3(corner.x + on.x, foot + (position.y + 0.5) * size * highest, corner.y + on.y);
    vec4 seen = viewMatrix * vec4(place, 1.0);
    away = -seen.z;
    gl_Position = projectionMatrix * seen;
  }
`;
const FRAGMENT = /* glsl */ `
  uniform float opacity;
  varying vec3 paint;
  varying float shown;
  varying float away;
  void main() {
    // As the ground writes it.
    gl_FragDepth = log2(1.0 + max(0.0, away)) / 20.0;
    gl_FragColor = vec4(paint, opacity * max(0.35, shown));
  }
`;

export class HeatColumns {
  readonly object: THREE.Mesh;
  readonly #geometry = new THREE.InstancedBufferGeometry();
  readonly #material: THREE.ShaderMaterial;
  readonly #uniforms = {
    corner: { value: new THREE.Vector2() },
    side: { value: 1 },
    perRow: { value: 1 },
    cellSide: { value: 1 },
    highest: { value: 1 },
    level: { value: 0 },
    draped: { value: 0 },
  };
  #grid: HeatGrid | null = null;
  #relief: Relief | null = null;

  constructor(field: HeatField) {
    const box = new THREE.BoxGeometry(1, 1, 1);
    this.#geometry.setAttribute('position', box.getAttribute('position'));
    this.#geometry.setAttribute('normal', box.getAttribute('normal'));
    this.#geometry.setIndex(box.getIndex());
    this.#material = new THREE.ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: { ...field.uniforms, ...this.#uniforms },
      transparent: true,
    });
    this.object = new THREE.Mesh(this.#geometry, this.#material);
    this.object.frustumCulled = false;
    this.object.renderOrder = 6;
  }

  set({ answer: { grid, extent } }: HeatPicture, relief: Relief | null, level: number): void {
    this.#uniforms.level.value = level;
    if (this.#grid !== null && sameExtent(grid, this.#grid) && relief === this.#relief) return;
    this.#grid = grid;
    this.#relief = relief;
    const wide = grid.columns * grid.cell;
    const deep = grid.rows * grid.cell;
    const side = Math.max(wide, deep) / MOST_COLUMNS;
    const columns = Math.ceil(wide / side);
    const rows = Math.ceil(deep / side);
    const base = new Float32Array(columns * rows);
    if (relief !== null)
      for (let i = 0; i < base.length; i++)
        base[i] = heightAt(relief, grid.x + ((i % columns) + 0.5) * side, grid.z + (Math.floor(i / columns) + 0.5) * side);
    this.#uniforms.corner.value.set(grid.x, grid.z);
    this.#uniforms.side.value = side;
    this.#uniforms.perRow.value = columns;
    this.#uniforms.cellSide.value = grid.cell;
    this.#uniforms.highest.value = extent * HIGHEST;
    this.#uniforms.draped.value = relief === null ? 0 : 1;
    this.#geometry.dispose();
    this.#geometry.setAttribute('base', new THREE.InstancedBufferAttribute(base, 1));
    this.#geometry.instanceCount = base.length;
  }

  dispose(): void {
    this.#geometry.dispose();
    this.#material.dispose();
  }
}
