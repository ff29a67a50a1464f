/**
 * Many round bodies in two draw calls: each a capsule from a to b with a radius at either end, plainly lit, and a keyline of constant width on the screen around what
 * belongs together. They hide each other by depth.
 */
import * as THREE from 'three';
import type { ScreenUniforms } from './line-batch.ts';
import type { Colour } from './palette.ts';

/** Corners around a capsule, and rings of each of its ends. */
const AROUND = 12;
const RINGS = 4;
const FLOATS = 9;

const VERTEX = /* glsl */ `
  attribute float tip;   // 0 at a, 1 at b
  attribute vec4 from;   // a and its radius
  attribute vec4 to;     // b and its radius
  attribute float line;  // keyline, CSS px
  attribute vec4 tint;
  attribute vec4 rim;
  uniform vec2 viewport; // device px
  uniform float pixelRatio;
  uniform float isRim;
  varying vec3 facing;
  varying vec3 outwards;
  varying vec4 colour;

  void main() {
    vec3 axis = to.xyz - from.xyz;
    float size = length(axis);
    axis = size > 1e-5 ? axis / size : vec3(0.0, 1.0, 0.0);
    vec3 side = normalize(cross(axis, abs(axis.y) < 0.9 ? vec3(0.0, 1.0, 0.0) : vec3(1.0, 0.0, 0.0)));
    vec3 normal = side * position.x + axis * position.y + cross(side, axis) * position.z;
    vec4 end = mix(from, to, tip);
    vec4 middle = viewMatrix * vec4(end.xyz, 1.0);
    float metresPerPixel = 2.0 * -middle.z / (projectionMatrix[1][1] * viewport.y);
    vec3 at = end.xyz + normal * (end.w + isRim * line * pixelRatio * metresPerPixel);
    outwards = normal;
    facing = cameraPosition - at;
    colour = mix(tint, rim, isRim);
    gl_Position = projectionMatrix * viewMatrix * vec4(at, 1.0);
  }
`;

const FRAGMENT = /* glsl */ `
  varying vec3 facing;
  varying vec3 outwards;
  varying vec4 colour;
  uniform float isRim;

  void main() {
    vec3 normal = normalize(outwards);
    float above = 0.5 + 0.5 * dot(normal, normalize(vec3(-0.35, 0.85, 0.2)));
    float head_on = max(0.0, dot(normal, normalize(facing)));
    float light = mix((0.6 + 0.4 * above) * (0.78 + 0.22 * head_on), 1.0, isRim);
    gl_FragColor = vec4(colour.rgb * light, colour.a);
  }
`;

export class CapsuleBatch {
  readonly object = new THREE.Group();
  readonly #geometry = capsuleGeometry();
  readonly #materials: readonly THREE.ShaderMaterial[];
  #capacity: number;
  #count = 0;
  #floats: THREE.InstancedInterleavedBuffer;
  #colours: THREE.InstancedInterleavedBuffer;
  #tint: Colour = { r: 0, g: 0, b: 0, css: '' };
  #rim: Colour = this.#tint;
  #alpha = 1;
  #line = 1;

  /** `capacity` in capsules; it grows when needed. `inFront`: nothing that was drawn before hides it. */
  constructor(uniforms: ScreenUniforms, capacity: number, renderOrder: number, inFront: boolean) {
    this.#capacity = capacity;
    this.#floats = new THREE.InstancedInterleavedBuffer(new Float32Array(capacity * FLOATS), FLOATS);
    this.#colours = new THREE.InstancedInterleavedBuffer(new Uint8Array(capacity * 8), 8);
    this.#attach();
    this.object.visible = false;
    const material = (isRim: 0 | 1): THREE.ShaderMaterial =>
      new THREE.ShaderMaterial({
        vertexShader: VERTEX,
        fragmentShader: FRAGMENT,
        uniforms: { viewport: uniforms.viewport, pixelRatio: uniforms.pixelRatio, isRim: { value: isRim } },
        transparent: true,
        side: isRim === 1 ? THREE.BackSide : THREE.FrontSide,
      });
    this.#materials = [material(1), material(0)];
    for (const [i, one] of this.#materials.entries()) {
      const mesh = new THREE.Mesh(this.#geometry, one);
      mesh.frustumCulled = false;
      mesh.renderOrder = renderOrder + i;
      if (inFront && i === 0) mesh.onBeforeRender = (renderer) => renderer.clearDepth();
      this.object.add(mesh);
    }
  }

  #attach(): void {
    this.#floats.setUsage(THREE.DynamicDrawUsage);
    this.#colours.setUsage(THREE.DynamicDrawUsage);
    this.#geometry.setAttribute('from', new THREE.InterleavedBufferAttribute(this.#floats, 4, 0));
    this.#geometry.setAttribute('to', new THREE.InterleavedBufferAttribute(this.#floats, 4, 4));
    this.#geometry.setAttribute('line', new THREE.InterleavedBufferAttribute(this.#floats, 1, 8));
    this.#geometry.setAttribute('tint', new THREE.InterleavedBufferAttribute(this.#colours, 4, 0, true));
    this.#geometry.setAttribute('rim', new THREE.InterleavedBufferAttribute(this.#colours, 4, 4, true));
  }

  clear(): void {
    this.#count = 0;
  }

  /** Of the capsules that are added from now on: colour, keyline's colour and width (CSS pixels), alpha 0 to 1. */
  paint(tint: Colour, rim: Colour, line: number, alpha: number): void {
    this.#tint = tint;
    this.#rim = rim;
    this.#line = line;
    this.#alpha = alpha;
  }

  /** Metres. */
  add(ax: number, ay: number, az: number, ra: number, bx: number, by: number, bz: number, rb: number): void {
    if (this.#count === this.#capacity) this.#grow();
    const floats = this.#floats.array;
    let i = this.#count * FLOATS;
    floats[i++] = ax;
    floats[i++] = ay;
    floats[i++] = az;
    floats[i++] = ra;
    floats[i++] = bx;
    floats[i++] = by;
    floats[i++] = bz;
    floats[i++] = rb;
    floats[i] = this.#line;
    const colours = this.#colours.array;
    i = this.#count * 8;
    colours[i++] = this.#tint.r;
    colours[i++] = this.#tint.g;
    colours[i++] = this.#tint.b;
    colours[i++] = this.#alpha * 255;
    colours[i++] = this.#rim.r;
    colours[i++] = this.#rim.g;
    colours[i++] = this.#rim.b;
    colours[i] = this.#alpha * 255;
    this.#count++;
  }

  #grow(): void {
    this.#capacity *= 2;
    const floats = new Float32Array(this.#capacity * FLOATS);
    const colours = new Uint8Array(this.#capacity * 8);
    floats.set(this.#floats.array);
    colours.set(this.#colours.array);
    // WebGL buffers have a fixed size: a larger one is a new one.
    this.#geometry.dispose();
    this.#floats = new THREE.InstancedInterleavedBuffer(floats, FLOATS);
    this.#colours = new THREE.InstancedInterleavedBuffer(colours, 8);
    this.#attach();
  }

  /** Sends what was added to the GPU. */
  commit(): void {
    this.object.visible = this.#count > 0;
    this.#geometry.instanceCount = this.#count;
    if (this.#count === 0) return;
    this.#floats.clearUpdateRanges();
    this.#floats.addUpdateRange(0, this.#count * FLOATS);
    this.#floats.needsUpdate = true;
    this.#colours.clearUpdateRanges();
    this.#colours.addUpdateRange(0, this.#count * 8);
    this.#colours.needsUpdate = true;
  }

  dispose(): void {
    this.#geometry.dispose();
    for (const material of this.#materials) material.dispose();
  }
}

/** Two half spheres as directions from their middles, y along the axis; what joins them is the cylinder. */
function capsuleGeometry(): THREE.InstancedBufferGeometry {
  const directions: number[] = [];
  const tips: number[] = [];
  const triangles: number[] = [];
  const rows = 2 * RINGS;
  for (let row = 0; row < rows; row++) {
    const tip = row < RINGS ? 0 : 1;
    const latitude = ((tip === 0 ? row - RINGS + 1 : row - RINGS) / (RINGS - 1)) * (Math.PI / 2);
    for (let n = 0; n <= AROUND; n++) {
      const turn = (n / AROUND) * 2 * Math.PI;
      directions.push(Math.cos(latitude) * Math.cos(turn), Math.sin(latitude), Math.cos(latitude) * Math.sin(turn));
      tips.push(tip);
    }
  }
  for (let row = 0; row + 1 < rows; row++)
    for (let n = 0; n < AROUND; n++) {
      const a = row * (AROUND + 1) + n;
      const b = a + AROUND + 1;
      triangles.push(a, b, a + 1, a + 1, b, b + 1);
    }
  const geometry = new THREE.InstancedBufferGeometry();
  geometry.setAttribute('position', new THREE.Float32BufferAttribute(directions, 3));
  geometry.setAttribute('tip', new THREE.Float32BufferAttribute(tips, 1));
  geometry.setIndex(triangles);
  return geometry;
}
