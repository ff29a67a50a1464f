/** Areas and icons of the map, each kind in one draw call. Every marker has its own place in both, so that only those that changed are sent to the graphics card. */
import * as THREE from 'three';
import type { HeightGrid } from '../../../shared/height-grid.ts';
import type { ScreenUniforms } from './line-batch.ts';
import { ATLAS_COLUMNS } from './marker-glyphs.ts';
import { HATCH_CROSSES, HATCH_FALLING, HATCH_HORIZONTAL, HATCH_RISING, HATCH_VERTICAL, type Brush } from './marker-shape.ts';
import type { Colour } from './palette.ts';

const FLOATS = 12;

const AREA_VERTEX = /* glsl */ `
  attribute vec4 place; // x, z, sine and cosine of the direction
  attribute vec4 size;  // half axes in metres, 1 for an ellipse, hatch
  attribute vec4 paint; // alpha of the inside and of the outline, -, -
  attribute vec4 tint;
  uniform vec2 viewport; // device px
  uniform float pixelRatio;
  uniform highp sampler2D heights;
  uniform vec4 relief; // x and z of the first height, metres between two, 1 when there is a relief
  varying vec2 local;   // metres, along the half axes
  varying vec2 ground;  // metres from the middle, east and south
  flat varying vec4 look;
  flat varying vec4 colour;
  flat varying vec4 brush;  // alphas, hatch, spacing in metres

  float heightAt(vec2 at) {
    if (relief.w < 0.5) return 0.0;
    ivec2 most = textureSize(heights, 0) - 1;
    vec2 along = clamp((at - relief.xy) / relief.z, vec2(0.0), vec2(most));
    ivec2 c = min(ivec2(along), most - 1);
    vec2 f = along - vec2(c);
    float north = mix(texelFetch(heights, c, 0).r, texelFetch(heights, c + ivec2(1, 0), 0).r, f.x);
    float south = mix(texelFetch(heights, c + ivec2(0, 1), 0).r, texelFetch(heights, c + ivec2(1, 1), 0).r, f.x);
    return mix(north, south, f.y);
  }

  void main() {
    if (tint.a <= 0.0) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); return; }
    vec4 middle = projectionMatrix * modelViewMatrix * vec4(place.x, heightAt(place.xy), place.y, 1.0);
    // Metres for a pixel at the middle: the hatch keeps its density on the screen in steps of two and lies still on the ground.
    float metres = 2.0 * max(abs(middle.w), 1.0) / (projectionMatrix[1][1] * viewport.y);
    local = position.xy * (size.xy + 3.0 * metres * pixelRatio);
    ground = vec2(local.x * place.w - local.y * place.z, local.x * place.z + local.y * place.w);
    vec2 spot = place.xy + ground;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(spot.x, heightAt(spot), spot.y, 1.0);
    look = vec4(size.xyz, 0.0);
    colour = tint;
    brush = vec4(paint.xy, size.w, exp2(ceil(log2(max(6.5 * pixelRatio * metres, 4.0)))));
  }
`;

const AREA_FRAGMENT = /* glsl */ `
  uniform float pixelRatio;
  varying vec2 local;
  varying vec2 ground;
  flat varying vec4 look;
  flat varying vec4 colour;
  flat varying vec4 brush;

  float outside(vec2 p, vec2 r) { // metres from the outline, less than 0 within
    if (look.z < 0.5) { vec2 q = abs(p) - r; return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0); }
    float k = length(p / r);
    return k * (k - 1.0) / max(length(p / (r * r)), 1e-6);
  }
  float line(float at, float spacing) {
    float pixel = fwidth(at);
    float off = abs(fract(at / spacing + 0.5) - 0.5) * spacing;
    // Too dense to be told apart: a tone.
    return mix(clamp(0.6 * pixelRatio - off / pixel + 0.5, 0.0, 1.0), 0.2, clamp(pixel * 5.0 / spacing - 1.0, 0.0, 1.0));
  }
  bool has(int mask, int bit) { return (mask / bit) % 2 == 1; }

  void main() {
    float d = outside(local, max(look.xy, vec2(0.01)));
    float pixel = max(fwidth(d), 1e-6);
    float inside = clamp(0.5 - d / pixel, 0.0, 1.0);
    float edge = clamp(0.8 * pixelRatio - abs(d) / pixel + 0.5, 0.0, 1.0);
    int mask = int(brush.z + 0.5);
    float s = brush.w;
    float hatch = 0.0;
    float horizontal = line(ground.y, s), vertical = line(ground.x, s);
    float falling = line((ground.x - ground.y) * 0.7071, s), rising = line((ground.x + ground.y) * 0.7071, s);
    if (has(mask, ${HATCH_HORIZONTAL})) hatch = max(hatch, horizontal);
    if (has(mask, ${HATCH_VERTICAL})) hatch = max(hatch, vertical);
    if (has(mask, ${HATCH_FALLING})) hatch = max(hatch, falling);
    if (has(mask, ${HATCH_RISING})) hatch = max(hatch, rising);
    vec2 cell = abs(fract(ground / (2.0 * s) + 0.5) - 0.5) * 2.0 * s;
    float crosses = max(line(ground.y, 2.0 * s), line(ground.x, 2.0 * s)) * step(max(cell.x, cell.y), 0.45 * s);
    if (has(mask, ${HATCH_CROSSES})) hatch = max(hatch, crosses);
    float alpha = max(inside * max(brush.x, hatch * 0.8), edge * brush.y) * colour.a;
    if (alpha <= 0.002) discard;
    gl_FragColor = vec4(colour.rgb, alpha);
  }
`;

const ICON_VERTEX = /* glsl */ `
  attribute vec4 place; // x, y, z, 1 when y counts from the ground
  attribute vec4 size;  // cell of the sign, of its frame (-1 for none), radius in CSS px, direction (-1000 upright)
  attribute vec4 tint;
  uniform vec2 viewport;
  uniform float pixelRatio;
  uniform float groundHeight;
  varying vec2 at;
  flat varying vec2 cells;
  flat varying vec4 colour;

  void main() {
    vec3 world = vec3(place.x, place.y + place.w * groundHeight, place.z);
    vec4 middle = projectionMatrix * viewMatrix * vec4(world, 1.0);
    if (tint.a <= 0.0 || middle.w < 0.02) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); return; }
    vec2 up = vec2(0.0, 1.0);
    if (size.w > -100.0) {
      vec4 ahead = projectionMatrix * viewMatrix * vec4(sin(size.w), 0.0, -cos(size.w), 0.0);
      vec2 way = (ahead.xy * middle.w - middle.xy * ahead.w) * viewport;
      if (dot(way, way) > 1e-12) up = normalize(way);
    }
    vec2 px = (position.x * vec2(up.y, -up.x) + position.y * up) * size.z * pixelRatio;
    gl_Position = vec4(middle.xy + px / (0.5 * viewport) * middle.w, 0.0, middle.w);
    at = vec2(position.x, -position.y) * 0.5 + 0.5;
    cells = size.xy;
    colour = tint;
  }
`;

const ICON_FRAGMENT = /* glsl */ `
  uniform sampler2D atlas;
  varying vec2 at;
  flat varying vec2 cells;
  flat varying vec4 colour;

  vec2 cellAt(float cell, vec2 uv) {
    vec2 corner = vec2(mod(cell, ${ATLAS_COLUMNS}.0), floor(cell / ${ATLAS_COLUMNS}.0));
    return texture2D(atlas, (corner + clamp(uv, 0.01, 0.99)) / ${ATLAS_COLUMNS}.0).rg;
  }

  void main() {
    vec2 ink = cellAt(cells.x, at);
    if (cells.y >= 0.0) ink = max(cellAt(cells.x, (at - 0.5) * 1.35 + 0.5), cellAt(cells.y, at));
    float alpha = max(ink.r, ink.g * 0.85) * colour.a;
    if (alpha <= 0.01) discard;
    gl_FragColor = vec4(mix(vec3(0.035, 0.043, 0.051), colour.rgb, ink.r), alpha);
  }
`;

/** Instances that stay where they are in the buffers. */
class Slots {
  readonly object: THREE.Mesh;
  readonly #geometry = new THREE.InstancedBufferGeometry();
  readonly #names: readonly string[];
  readonly #pieces: number;
  #floats = new THREE.InstancedInterleavedBuffer(new Float32Array(0), FLOATS);
  #tints = new THREE.InstancedBufferAttribute(new Uint8Array(0), 4, true);
  /** Changed since the last commit. */
  #from = Infinity;
  #to = -1;
  #drawn = 0;

  /** `pieces`: along each side, of a quad that is not always flat. */
  constructor(material: THREE.ShaderMaterial, names: readonly string[], renderOrder: number, pieces = 1) {
    this.#names = names;
    this.#pieces = pieces;
    this.#geometry.setAttribute('position', new THREE.BufferAttribute(gridOf(pieces), 3));
    this.isFlat = true;
    this.object = new THREE.Mesh(this.#geometry, material);
    this.object.frustumCulled = false;
    this.object.renderOrder = renderOrder;
    this.object.visible = false;
  }

  /** A flat one needs its corners only. */
  set isFlat(isFlat: boolean) {
    this.#geometry.setIndex(cellsOf(this.#pieces, isFlat ? this.#pieces : 1));
  }

  /** Empties all. */
  resize(count: number): void {
    // What lies on the graphics card cannot grow: it is made anew.
    this.#geometry.dispose();
    this.#floats = new THREE.InstancedInterleavedBuffer(new Float32Array(count * FLOATS), FLOATS);
    this.#floats.setUsage(THREE.DynamicDrawUsage);
    this.#tints = new THREE.InstancedBufferAttribute(new Uint8Array(count * 4), 4, true);
    this.#tints.setUsage(THREE.DynamicDrawUsage);
    for (const [i, name] of this.#names.entries())
      this.#geometry.setAttribute(name, new THREE.InterleavedBufferAttribute(this.#floats, 4, i * 4));
    this.#geometry.setAttribute('tint', this.#tints);
    this.#geometry.instanceCount = count;
    this.#drawn = 0;
  }

  /** The floats of a slot start at the returned index of `floats`. */
  put(slot: number, tint: Colour, alpha: number): number {
    const tints = this.#tints.array;
    const at = slot * 4;
    if (tints[at + 3] === 0) this.#drawn++;
    tints[at] = tint.r;
    tints[at + 1] = tint.g;
    tints[at + 2] = tint.b;
    tints[at + 3] = Math.max(1, Math.round(alpha * 255));
    this.#touch(slot);
    return slot * FLOATS;
  }

  clear(slot: number): void {
    if (this.#tints.array[slot * 4 + 3] === 0) return;
    this.#tints.array[slot * 4 + 3] = 0;
    this.#drawn--;
    this.#touch(slot);
  }

  get floats(): THREE.TypedArray {
    return this.#floats.array;
  }

  #touch(slot: number): void {
    this.#from = Math.min(this.#from, slot);
    this.#to = Math.max(this.#to, slot);
  }

  /** Sends what changed. */
  commit(): void {
    this.object.visible = this.#drawn > 0;
    if (this.#to < 0) return;
    const count = this.#to - this.#from + 1;
    this.#floats.clearUpdateRanges();
    this.#floats.addUpdateRange(this.#from * FLOATS, count * FLOATS);
    this.#floats.needsUpdate = true;
    this.#tints.clearUpdateRanges();
    this.#tints.addUpdateRange(this.#from * 4, count * 4);
    this.#tints.needsUpdate = true;
    this.#from = Infinity;
    this.#to = -1;
  }

  dispose(): void {
    this.#geometry.dispose();
  }
}

/** Points of a square from -1 to 1, row by row. */
function gridOf(pieces: number): Float32Array {
  const points = new Float32Array((pieces + 1) ** 2 * 3);
  for (let i = 0; i < (pieces + 1) ** 2; i++)
    points.set([((i % (pieces + 1)) / pieces) * 2 - 1, (Math.floor(i / (pieces + 1)) / pieces) * 2 - 1, 0], i * 3);
  return points;
}

/** Triangles over it, cells of `step` points a side. */
function cellsOf(pieces: number, step: number): number[] {
  const index: number[] = [];
  const at = (column: number, row: number): number => row * (pieces + 1) + column;
  for (let row = 0; row < pieces; row += step)
    for (let column = 0; column < pieces; column += step) {
      const [a, b, c, d] = [at(column, row), at(column + step, row), at(column + step, row + step), at(column, row + step)];
      index.push(a, b, c, a, c, d);
    }
  return index;
}

function flatMaterial(vertexShader: string, fragmentShader: string, uniforms: Record<string, THREE.IUniform>): THREE.ShaderMaterial {
  return new THREE.ShaderMaterial({
    vertexShader,
    fragmentShader,
    uniforms,
    transparent: true,
    depthTest: false,
    depthWrite: false,
    side: THREE.DoubleSide,
  });
}

/** Pieces along each side of an area that lies on a relief. */
const DRAPED_PIECES = 12;

export class AreaBatch {
  readonly #material: THREE.ShaderMaterial;
  readonly #slots: Slots;
  readonly #heights: { value: THREE.DataTexture | null } = { value: null };
  readonly #relief = { value: new THREE.Vector4() };

  constructor({ viewport, pixelRatio }: ScreenUniforms, renderOrder: number) {
    const uniforms = { viewport, pixelRatio, heights: this.#heights, relief: this.#relief };
    this.#material = flatMaterial(AREA_VERTEX, AREA_FRAGMENT, uniforms);
    this.#slots = new Slots(this.#material, ['place', 'size', 'paint'], renderOrder, DRAPED_PIECES);
  }

  /** What the areas lie on; null for height 0 of the object. */
  set relief(relief: HeightGrid | null) {
    this.#heights.value?.dispose();
    this.#heights.value = null;
    this.#slots.isFlat = relief === null;
    this.#relief.value.set(relief?.x ?? 0, relief?.z ?? 0, relief?.cell ?? 1, relief === null ? 0 : 1);
    if (relief === null) return;
    const heights = new THREE.DataTexture(relief.heights, relief.columns, relief.rows, THREE.RedFormat, THREE.FloatType);
    heights.needsUpdate = true;
    this.#heights.value = heights;
  }

  get object(): THREE.Mesh {
    return this.#slots.object;
  }

  resize(count: number): void {
    this.#slots.resize(count);
  }

  /** Metres and radians clockwise from north; `a` across and `b` along the direction. */
  put(
    slot: number,
    x: number,
    z: number,
    heading: number,
    a: number,
    b: number,
    isEllipse: boolean,
    brush: Brush,
    tint: Colour,
    alpha: number,
  ): void {
    let at = this.#slots.put(slot, tint, alpha);
    const { floats } = this.#slots;
    floats[at++] = x;
    floats[at++] = z;
    floats[at++] = Math.sin(heading);
    floats[at++] = Math.cos(heading);
    floats[at++] = a;
    floats[at++] = b;
    floats[at++] = isEllipse ? 1 : 0;
    floats[at++] = brush.hatch;
    floats[at++] = brush.fill;
    floats[at] = brush.border;
  }

  clear(slot: number): void {
    this.#slots.clear(slot);
  }

  commit(): void {
    this.#slots.commit();
  }

  dispose(): void {
    this.#heights.value?.dispose();
    this.#slots.dispose();
    this.#material.dispose();
  }
}

export class IconBatch {
  readonly #material: THREE.ShaderMaterial;
  readonly #slots: Slots;
  readonly #atlas: THREE.Texture;
  readonly #ground = { value: 0 };

  /** `atlas`: see marker-glyphs.ts; taken over. */
  constructor({ viewport, pixelRatio }: ScreenUniforms, atlas: THREE.Texture, renderOrder: number) {
    this.#atlas = atlas;
    this.#material = flatMaterial(ICON_VERTEX, ICON_FRAGMENT, {
      viewport,
      pixelRatio,
      groundHeight: this.#ground,
      atlas: { value: atlas },
    });
    this.#slots = new Slots(this.#material, ['place', 'size'], renderOrder);
  }

  get object(): THREE.Mesh {
    return this.#slots.object;
  }

  /** Height of what lies on the ground, metres. */
  set ground(height: number) {
    this.#ground.value = height;
  }

  resize(count: number): void {
    this.#slots.resize(count);
  }

  /** `y`: metres, NaN on the ground. `heading`: NaN stands upright on the screen. `radius`: CSS pixels. */
  put(
    slot: number,
    x: number,
    y: number,
    z: number,
    cell: number,
    frame: number,
    radius: number,
    heading: number,
    tint: Colour,
    alpha: number,
  ): void {
    let at = this.#slots.put(slot, tint, alpha);
    const { floats } = this.#slots;
    const onGround = Number.isNaN(y);
    floats[at++] = x;
    floats[at++] = onGround ? 0 : y;
    floats[at++] = z;
    floats[at++] = onGround ? 1 : 0;
    floats[at++] = cell;
    floats[at++] = frame;
    floats[at++] = radius;
    // Drivers may treat NaN as they like.
    floats[at] = Number.isNaN(heading) ? -1000 : heading;
  }

  clear(slot: number): void {
    this.#slots.clear(slot);
  }

  commit(): void {
    this.#slots.commit();
  }

  dispose(): void {
    this.#slots.dispose();
    this.#material.dispose();
    this.#atlas.dispose();
  }
}
