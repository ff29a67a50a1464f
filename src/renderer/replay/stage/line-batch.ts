/** Many straight lines in one draw call: world-space ends, widths in pixels, soft edges, dashes; each end has its own colour, alpha and width. */
import * as THREE from 'three';
import type { Colour } from './palette.ts';

const VERTEX = /* glsl */ `
  attribute vec3 start;
  attribute vec3 end;
  attribute vec4 startColour;
  attribute vec4 endColour;
  attribute vec4 style; // width at start, width at end (CSS px), dash length and gap (CSS px, 0 = solid)
  uniform vec2 viewport; // device px
  uniform float pixelRatio;
  varying vec4 colour;
  varying vec2 across; // signed distance from the middle and half width, device px
  varying float along; // device px
  varying vec2 dash;

  void main() {
    vec4 a = projectionMatrix * modelViewMatrix * vec4(start, 1.0);
    vec4 b = projectionMatrix * modelViewMatrix * vec4(end, 1.0);
    // What lies behind the eye is cut away, not mirrored.
    const float NEAR = 0.02;
    float cutA = a.w < NEAR ? (NEAR - a.w) / (b.w - a.w) : 0.0;
    float cutB = b.w < NEAR ? (NEAR - a.w) / (b.w - a.w) : 1.0;
    if (a.w < NEAR && b.w < NEAR) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); return; }
    vec4 from = mix(a, b, cutA);
    vec4 to = mix(a, b, cutB);
    vec2 fromPx = from.xy / from.w * 0.5 * viewport;
    vec2 toPx = to.xy / to.w * 0.5 * viewport;
    vec2 span = toPx - fromPx;
    float px = length(span);
    vec2 dir = px > 1e-4 ? span / px : vec2(1.0, 0.0);
    vec2 side = vec2(-dir.y, dir.x);
    float atEnd = position.x;
    float share = mix(cutA, cutB, atEnd);
    float halfWidth = 0.5 * pixelRatio * mix(style.x, style.y, share);
    float reach = max(halfWidth, 0.5) + 1.0;
    vec4 clip = mix(from, to, atEnd);
    vec2 at = mix(fromPx, toPx, atEnd) + side * position.y * reach;
    gl_Position = vec4(at / (0.5 * viewport) * clip.w, 0.0, clip.w);
    colour = mix(startColour, endColour, share);
    // A line thinner than a pixel is drawn one pixel wide and fainter.
    colour.a *= min(1.0, halfWidth / 0.5);
    across = vec2(position.y * reach, max(halfWidth, 0.5));
    along = atEnd * px;
    dash = style.zw * pixelRatio;
  }
`;

const FRAGMENT = /* glsl */ `
  varying vec4 colour;
  varying vec2 across;
  varying float along;
  varying vec2 dash;

  void main() {
    float alpha = clamp(across.y - abs(across.x) + 0.5, 0.0, 1.0);
    if (dash.x > 0.0) {
      float period = dash.x + dash.y;
      float into = mod(along, period);
      alpha *= clamp(min(into, dash.x - into) + 0.5, 0.0, 1.0);
    }
    gl_FragColor = vec4(colour.rgb, colour.a * alpha);
  }
`;

export class LineBatch {
  readonly object: THREE.Mesh;
  readonly #geometry = new THREE.InstancedBufferGeometry();
  readonly #material: THREE.ShaderMaterial;
  #capacity: number;
  #count = 0;
  #ends: THREE.InstancedInterleavedBuffer;
  #colours: THREE.InstancedInterleavedBuffer;

  /** `capacity` in lines; it grows when needed. */
  constructor(uniforms: ScreenUniforms, capacity: number, renderOrder: number) {
    this.#capacity = capacity;
    this.#geometry.setAttribute('position', new THREE.BufferAttribute(new Float32Array([0, -1, 0, 1, -1, 0, 1, 1, 0, 0, 1, 0]), 3));
    this.#geometry.setIndex([0, 1, 2, 0, 2, 3]);
    this.#ends = new THREE.InstancedInterleavedBuffer(new Float32Array(capacity * 10), 10);
    this.#colours = new THREE.InstancedInterleavedBuffer(new Uint8Array(capacity * 8), 8);
    this.#attach();
    this.#material = new THREE.ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: { viewport: uniforms.viewport, pixelRatio: uniforms.pixelRatio },
      transparent: true,
      depthTest: false,
      depthWrite: false,
      side: THREE.DoubleSide,
    });
    this.object = new THREE.Mesh(this.#geometry, this.#material);
    this.object.frustumCulled = false;
    this.object.renderOrder = renderOrder;
  }

  #attach(): void {
    this.#ends.setUsage(THREE.DynamicDrawUsage);
    this.#colours.setUsage(THREE.DynamicDrawUsage);
    this.#geometry.setAttribute('start', new THREE.InterleavedBufferAttribute(this.#ends, 3, 0));
    this.#geometry.setAttribute('end', new THREE.InterleavedBufferAttribute(this.#ends, 3, 3));
    this.#geometry.setAttribute('style', new THREE.InterleavedBufferAttribute(this.#ends, 4, 6));
    this.#geometry.setAttribute('startColour', new THREE.InterleavedBufferAttribute(this.#colours, 4, 0, true));
    this.#geometry.setAttribute('endColour', new THREE.InterleavedBufferAttribute(this.#colours, 4, 4, true));
  }

  clear(): void {
    this.#count = 0;
  }

  /** Alphas 0 to 1, widths, dash and gap in CSS pixels. */
  add(
    ax: number,
    ay: number,
    az: number,
    bx: number,
    by: number,
    bz: number,
    colour: Colour,
    alphaA: number,
    alphaB: number,
    widthA: number,
    widthB: number,
    dash: number,
    gap: number,
  ): void {
    if (this.#count === this.#capacity) this.#grow();
    const ends = this.#ends.array;
    let i = this.#count * 10;
    ends[i++] = ax;
    ends[i++] = ay;
    ends[i++] = az;
    ends[i++] = bx;
    ends[i++] = by;
    ends[i++] = bz;
    ends[i++] = widthA;
    ends[i++] = widthB;
    ends[i++] = dash;
    ends[i] = gap;
    const colours = this.#colours.array;
    i = this.#count * 8;
    colours[i++] = colour.r;
    colours[i++] = colour.g;
    colours[i++] = colour.b;
    colours[i++] = alphaA * 255;
    colours[i++] = colour.r;
    colours[i++] = colour.g;
    colours[i++] = colour.b;
    colours[i] = alphaB * 255;
    this.#count++;
  }

  #grow(): void {
    this.#capacity *= 2;
    const ends = new Float32Array(this.#capacity * 10);
    const colours = new Uint8Array(this.#capacity * 8);
    ends.set(this.#ends.array);
    colours.set(this.#colours.array);
    // WebGL buffers have a fixed size: a larger one is a new one.
    this.#geometry.dispose();
    this.#ends = new THREE.InstancedInterleavedBuffer(ends, 10);
    this.#colours = new THREE.InstancedInterleavedBuffer(colours, 8);
    this.#attach();
  }

  /** Sends what was added to the GPU. */
  commit(): void {
    this.object.visible = this.#count > 0;
    this.#geometry.instanceCount = this.#count;
    if (this.#count === 0) return;
    this.#ends.clearUpdateRanges();
    this.#ends.addUpdateRange(0, this.#count * 10);
    this.#ends.needsUpdate = true;
    this.#colours.clearUpdateRanges();
    this.#colours.addUpdateRange(0, this.#count * 8);
    this.#colours.needsUpdate = true;
  }

  dispose(): void {
    this.#geometry.dispose();
    this.#material.dispose();
  }
}

/** Shared by all materials that draw in pixels; the stage changes the values on resize. */
export interface ScreenUniforms {
  readonly viewport: { readonly value: THREE.Vector2 };
  readonly pixelRatio: { value: number };
}
