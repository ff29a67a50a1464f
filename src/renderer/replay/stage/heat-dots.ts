/** The single points of a heatmap, and which of them is under the pointer. */
import * as THREE from 'three';
import type { HeatDots } from '../../heat/heat-messages.ts';
import { rampBytes } from '../../heat/heat-ramp.ts';
import type { GroundHeight } from './ground-height.ts';
import type { HeatPicture } from './heat-picture.ts';
import type { ScreenUniforms } from './line-batch.ts';
import { projectPoint, type Matrix } from './projector.ts';

/** CSS pixels. */
const SIZE = 7;
const NEAR = 9;
/** Of the ramp of differences, where its two ends are clearest on a dark ground. */
const PLUS = 180;
const MINUS = 76;

const VERTEX = /* glsl */ `
  attribute float minus;
  uniform vec3 plusColour;
  uniform vec3 minusColour;
  uniform float pixelRatio;
  varying vec3 paint;
  void main() {
    paint = minus > 0.5 ? minusColour : plusColour;
    gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.0);
    gl_PointSize = ${SIZE.toFixed(1)} * pixelRatio;
  }
`;
const FRAGMENT = /* glsl */ `
  uniform float opacity;
  uniform float pixelRatio;
  varying vec3 paint;
  void main() {
    float off = length(gl_PointCoord - 0.5) * ${SIZE.toFixed(1)} * pixelRatio;
    float radius = ${(SIZE / 2).toFixed(1)} * pixelRatio;
    float alpha = 1.0 - smoothstep(radius - 1.0, radius, off);
    float rim = smoothstep(radius - 1.4 * pixelRatio, radius - 0.6 * pixelRatio, off);
    gl_FragColor = vec4(mix(paint, vec3(0.05, 0.06, 0.07), rim), alpha * opacity);
  }
`;

export class HeatDotLayer {
  readonly object: THREE.Points;
  readonly #geometry = new THREE.BufferGeometry();
  readonly #material: THREE.ShaderMaterial;
  readonly #plus = new THREE.Vector3();
  readonly #minus = new THREE.Vector3();
  readonly #spot = new Float32Array(2);
  #dots: HeatDots | null = null;
  #place = new Float32Array(0);

  constructor({ pixelRatio }: ScreenUniforms, opacity: { readonly value: number }) {
    this.#material = new THREE.ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: { plusColour: { value: this.#plus }, minusColour: { value: this.#minus }, pixelRatio, opacity },
      transparent: true,
      depthTest: false,
      depthWrite: false,
    });
    this.object = new THREE.Points(this.#geometry, this.#material);
    this.object.frustumCulled = false;
    this.object.renderOrder = 19;
  }

  set({ answer: { dots }, isDifference }: HeatPicture, heights: GroundHeight): void {
    const bytes = rampBytes(isDifference ? 'difference' : 'density');
    paint(this.#plus, bytes, isDifference ? PLUS : 255);
    paint(this.#minus, bytes, MINUS);
    if (dots === this.#dots) return;
    this.#dots = dots;
    this.#place = dots?.place.slice(0, dots.count * 3) ?? new Float32Array(0);
    for (let i = 0; i < this.#place.length; i += 3)
      this.#place[i + 1] = heights.lift(this.#place[i] as number, this.#place[i + 1] as number, this.#place[i + 2] as number);
    this.#geometry.dispose();
    this.#geometry.setAttribute('position', new THREE.BufferAttribute(this.#place, 3));
    this.#geometry.setAttribute('minus', new THREE.BufferAttribute(new Float32Array(dots?.minus.subarray(0, dots.count) ?? []), 1));
  }

  /** Index of the dot nearest to a pixel (CSS), -1 for none near. */
  at(matrix: Matrix, width: number, height: number, x: number, y: number): number {
    let best = -1;
    let nearest = NEAR * NEAR;
    for (let i = 0; i * 3 < this.#place.length; i++) {
      const at = i * 3;
      const [px, py, pz] = [this.#place[at] as number, this.#place[at + 1] as number, this.#place[at + 2] as number];
      if (!projectPoint(matrix, width, height, px, py, pz, this.#spot)) continue;
      const dx = (this.#spot[0] as number) - x;
      const dy = (this.#spot[1] as number) - y;
      const off = dx * dx + dy * dy;
      if (off >= nearest) continue;
      best = i;
      nearest = off;
    }
    return best;
  }

  dispose(): void {
    this.#geometry.dispose();
    this.#material.dispose();
  }
}

function paint(out: THREE.Vector3, bytes: Uint8Array, at: number): void {
  out.set((bytes[at * 4] ?? 0) / 255, (bytes[at * 4 + 1] ?? 0) / 255, (bytes[at * 4 + 2] ?? 0) / 255);
}
