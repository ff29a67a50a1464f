/** Every entity as one glyph of constant size on the screen, all in one draw call: signed-distance shapes, sharp at any pixel ratio. Farther ones are drawn first. */
import * as THREE from 'three';
import {
  LIFE_DEAD,
  LIFE_UNCONSCIOUS,
  LIFE_UNKNOWN,
  SHAPE_DISC,
  SHAPE_DROP,
  SHAPE_HOLLOW,
  SHAPE_HULL,
  SHAPE_NONE,
} from './entity-picture.ts';
import type { ScreenUniforms } from './line-batch.ts';
import { colour, type Colour, type Palette } from './palette.ts';
import { LARGEST_GLYPH, projectPoint } from './projector.ts';
import type { SceneFrame } from './scene.ts';

const CROSS = 7;
const SPOT = 8;
const FILLED = 0;
const HOLLOW = 1;
const LOWER_HALF = 2;
const DASHED = 3;
const CHOSEN = 1;
const TARGET = 2;
const LIGHT_RING = 4;
const HOVERED = 8;
/** A vehicle has room for the number of its crew. */
const HULL_SCALE = 1.3;
const FLOATS = 8;

const VERTEX = /* glsl */ `
  attribute vec4 spot;  // x, y (CSS px), radius (CSS px), angle
  attribute vec4 look;  // shape, fill, outline flags, opacity
  attribute vec4 tint;
  uniform vec2 viewport;
  uniform float pixelRatio;
  varying vec2 at;      // device px from the middle, y down
  flat varying vec4 style;
  flat varying vec3 body;
  flat varying vec2 size; // radius, angle
  void main() {
    float reach = (spot.z * 1.9 + 12.0) * pixelRatio;
    at = position.xy * reach;
    vec2 px = spot.xy * pixelRatio + at;
    gl_Position = vec4(px.x / viewport.x * 2.0 - 1.0, 1.0 - px.y / viewport.y * 2.0, 0.0, 1.0);
    style = look;
    body = tint.rgb;
    size = vec2(spot.z * pixelRatio, spot.w);
  }
`;

const FRAGMENT = /* glsl */ `
  varying vec2 at;
  flat varying vec4 style;
  flat varying vec3 body;
  flat varying vec2 size;
  uniform float pixelRatio;
  uniform vec3 dark;
  uniform vec3 accent;
  uniform vec3 light;

  float teardrop(vec2 p, float r) {
    p = vec2(abs(p.y), p.x);
    float r1 = r * 0.88, r2 = r * 0.12, h = r * 1.5;
    float b = (r1 - r2) / h;
    float a = sqrt(1.0 - b * b);
    float k = dot(p, vec2(-b, a));
    if (k < 0.0) return length(p) - r1;
    if (k > a * h) return length(p - vec2(0.0, h)) - r2;
    return dot(p, vec2(a, b)) - r1;
  }
  float hull(vec2 p, float r) {
    float w = r * 0.72;
    vec2 q = vec2(p.x, abs(p.y));
    float bow = dot(q - vec2(r * 1.35, 0.0), normalize(vec2(w, r * 0.85)));
    return max(max(q.y - w, -p.x - r * 0.95), bow);
  }
  float bar(vec2 p, vec2 d, float l) {
    float along = clamp(dot(p, d), -l, l);
    return length(p - d * along);
  }

  vec4 result = vec4(0.0);
  void paint(vec3 c, float alpha) { result = vec4(mix(result.rgb, c, alpha / max(alpha + result.a * (1.0 - alpha), 1e-4)), alpha + result.a * (1.0 - alpha)); }
  float within(float d) { return clamp(0.5 - d, 0.0, 1.0); }

  void main() {
    int shape = int(style.x + 0.5);
    int fill = int(style.y + 0.5);
    int flags = int(style.z + 0.5);
    float u = pixelRatio;
    float r = size.x;
    bool heads = size.y == size.y && size.y > -100.0;
    float c = heads ? cos(size.y) : 1.0, s = heads ? sin(size.y) : 0.0;
    vec2 p = vec2(c * at.x + s * at.y, -s * at.x + c * at.y);

    float d;
    if (shape == ${SHAPE_DROP} || shape == ${SHAPE_HOLLOW}) d = heads ? teardrop(p, r) : length(p) - r * 0.92;
    else if (shape == ${SHAPE_HULL}) d = heads ? hull(p, r) : max(abs(at.x), abs(at.y)) - r * 0.85;
    else if (shape == ${SHAPE_DISC}) d = length(at) - r * 0.8;
    else if (shape == 5) d = length(at) - 1.6 * u;
    else if (shape == 6) d = max(abs(at.x), abs(at.y)) - 2.4 * u;
    else if (shape == ${CROSS}) d = min(bar(at, vec2(0.7071), r * 0.62), bar(at, vec2(0.7071, -0.7071), r * 0.62)) - 1.05 * u;
    else d = length(at * vec2(1.0, 2.1)) - r; // spot on the floor

    if (shape != ${SPOT}) {
      if ((flags & ${TARGET}) != 0) {
        float ring = abs(length(at) - r - 6.5 * u);
        paint(dark, 0.75 * within(ring - 2.2 * u));
        paint(light, within(ring - 1.0 * u));
      }
      if ((flags & ${CHOSEN}) != 0) {
        paint(dark, within(d - 5.0 * u));
        paint(accent, within(d - 3.8 * u));
        paint(dark, within(d - 1.8 * u));
      } else if ((flags & ${HOVERED}) != 0) {
        paint(dark, within(d - 4.4 * u));
        paint(light, within(d - 3.3 * u));
        paint(dark, within(d - 1.8 * u));
      } else if ((flags & ${LIGHT_RING}) != 0) {
        paint(dark, within(d - 4.2 * u));
        paint(light, 0.9 * within(d - 3.1 * u));
        paint(dark, within(d - 1.6 * u));
      } else paint(dark, 0.92 * within(d - 1.8 * u));
    }

    if (shape == ${SHAPE_DISC}) {
      paint(dark, within(d));
      float ring = abs(length(at) - r * 0.62) - 0.95 * u;
      paint(light, within(ring));
      paint(light, within(length(at) - r * 0.24));
      // The spin: one bright stretch of the rim.
      float turn = abs(mod(atan(at.y, at.x) - size.y + 3.14159, 6.28318) - 3.14159);
      if (heads) paint(light, within(d + 0.3 * u) * (1.0 - smoothstep(0.45, 0.6, turn)));
    } else if (fill == ${FILLED}) {
      paint(body, within(d));
    } else {
      paint(dark, 0.85 * within(d));
      float outline = within(d) * within(-d - 2.0 * u);
      if (fill == ${DASHED}) {
        float turn = atan(at.y, at.x) / 6.28318 * 6.0;
        outline *= smoothstep(0.32, 0.42, abs(fract(turn) - 0.5) * 2.0 + 0.1);
      }
      paint(body, outline);
      if (fill == ${LOWER_HALF}) paint(body, within(d) * within(-at.y));
    }
    if (result.a <= 0.0) discard;
    gl_FragColor = vec4(result.rgb, result.a * style.w);
  }
`;

const KEYLINE = colour(9, 11, 13);
const LIGHT = colour(246, 247, 248);

export class GlyphLayer {
  readonly object: THREE.Mesh;
  readonly #geometry = new THREE.InstancedBufferGeometry();
  readonly #material: THREE.ShaderMaterial;
  #floats = new THREE.InstancedInterleavedBuffer(new Float32Array(0), FLOATS);
  #colours = new THREE.InstancedBufferAttribute(new Uint8Array(0), 4, true);
  /** Entities from far to near; kept between frames, for the order changes little. */
  #order = new Int32Array(0);
  readonly #lightRing: Uint8Array;
  readonly #zeroGravity: boolean;
  readonly #floor = new Float32Array(2);
  #used = 0;

  /** `lightRing`: per team index, 1 for palettes that carry a light outer ring. */
  constructor(uniforms: ScreenUniforms, palette: Palette, count: number, lightRing: Uint8Array, zeroGravity: boolean) {
    this.#lightRing = lightRing;
    this.#zeroGravity = zeroGravity;
    this.#geometry.setAttribute('position', new THREE.BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]), 3));
    this.#geometry.setIndex([0, 2, 1, 0, 3, 2]);
    this.grow(count);
    this.#material = new THREE.ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: {
        viewport: uniforms.viewport,
        pixelRatio: uniforms.pixelRatio,
        dark: { value: shade(KEYLINE) },
        accent: { value: shade(palette.accent) },
        light: { value: shade(LIGHT) },
      },
      transparent: true,
      depthTest: false,
      depthWrite: false,
      side: THREE.DoubleSide,
    });
    this.object = new THREE.Mesh(this.#geometry, this.#material);
    this.object.frustumCulled = false;
    this.object.renderOrder = 50;
  }

  /** Makes room for so many entities. */
  grow(count: number): void {
    if (count <= this.#order.length) return;
    this.#order = Int32Array.from({ length: count }, (_, i) => i);
    const capacity = count * 2 + 1;
    // What lies on the graphics card cannot grow: it is made anew.
    this.#geometry.dispose();
    this.#floats = new THREE.InstancedInterleavedBuffer(new Float32Array(capacity * FLOATS), FLOATS);
    this.#floats.setUsage(THREE.DynamicDrawUsage);
    this.#colours = new THREE.InstancedBufferAttribute(new Uint8Array(capacity * 4), 4, true);
    this.#colours.setUsage(THREE.DynamicDrawUsage);
    this.#geometry.setAttribute('spot', new THREE.InterleavedBufferAttribute(this.#floats, 4, 0));
    this.#geometry.setAttribute('look', new THREE.InterleavedBufferAttribute(this.#floats, 4, 4));
    this.#geometry.setAttribute('tint', this.#colours);
  }

  /** `target`: the entity that the current event is about, 0 for none. */
  update(frame: SceneFrame, target: number): void {
    const { state, view, entities } = frame;
    const { projected, shape, figure } = entities;
    this.#used = 0;
    this.#sort(projected.depth);
    const selected = view.selected === null ? 0 : entities.shown(state, view.selected);
    const hovered = view.hovered === null ? 0 : entities.shown(state, view.hovered);
    if (this.#zeroGravity) this.#spots(frame);
    for (let n = 0; n < this.#order.length; n++) {
      const i = this.#order[n] as number;
      let radius = projected.radius[i] as number;
      if (!(radius > 0)) continue;
      let drawn = shape[i] as number;
      if (drawn === SHAPE_NONE || entities.flies[i] === 2) continue;
      let opacity = 1 - (figure[i] as number);
      if (opacity <= 0) continue;
      radius = Math.min(radius, LARGEST_GLYPH); // a figure's is larger
      let fill = drawn === SHAPE_HOLLOW ? HOLLOW : FILLED;
      const angle = projected.angle[i] as number;
      const life = state.life[i];
      if (life === LIFE_DEAD && drawn <= SHAPE_HULL) {
        drawn = CROSS;
        opacity *= 0.85;
        if (entities.isPerson[i] === 1) radius *= 0.85;
      } else if (drawn <= SHAPE_HULL) {
        if (life === LIFE_UNCONSCIOUS) fill = LOWER_HALF;
        else if (life === LIFE_UNKNOWN && entities.isPerson[i] === 1) fill = DASHED;
        if (drawn === SHAPE_HULL) {
          radius *= HULL_SCALE;
          if (life === LIFE_UNKNOWN && entities.crew[i] === 0) fill = HOLLOW;
        }
      }
      let flags = 0;
      if (i === selected) flags |= CHOSEN;
      if (i === target) flags |= TARGET;
      if (i === hovered) flags |= HOVERED;
      const team = entities.side[i] as number;
      if (team >= 0 && this.#lightRing[team] === 1 && drawn !== CROSS) flags |= LIGHT_RING;
      this.#put(projected.x[i] as number, projected.y[i] as number, radius, angle, drawn, fill, flags, opacity, entities.colour(i));
    }
    this.#geometry.instanceCount = this.#used;
    this.object.visible = this.#used > 0;
    if (this.#used === 0) return;
    this.#floats.clearUpdateRanges();
    this.#floats.addUpdateRange(0, this.#used * FLOATS);
    this.#floats.needsUpdate = true;
    this.#colours.clearUpdateRanges();
    this.#colours.addUpdateRange(0, this.#used * 4);
    this.#colours.needsUpdate = true;
  }

  /** Where things that float would touch the floor. */
  #spots(frame: SceneFrame): void {
    const { entities } = frame;
    for (let i = 1; i < entities.count; i++) {
      if (entities.shape[i] === SHAPE_NONE || !((entities.projected.radius[i] as number) > 0)) continue;
      const m = frame.matrix;
      const x = entities.place[i * 3] as number;
      const z = entities.place[i * 3 + 2] as number;
      if (!projectPoint(m, frame.width, frame.height, x, frame.ground, z, this.#floor)) continue;
      this.#put(this.#floor[0] as number, this.#floor[1] as number, 3.6, Number.NaN, SPOT, FILLED, 0, 0.95, entities.colour(i));
    }
  }

  #put(
    x: number,
    y: number,
    radius: number,
    angle: number,
    shape: number,
    fill: number,
    flags: number,
    opacity: number,
    tint: Colour,
  ): void {
    const floats = this.#floats.array;
    let at = this.#used * FLOATS;
    floats[at++] = x;
    floats[at++] = y;
    floats[at++] = radius;
    // Drivers may treat NaN as they like: a number that no angle has says "unknown".
    floats[at++] = Number.isNaN(angle) ? -1000 : angle;
    floats[at++] = shape;
    floats[at++] = fill;
    floats[at++] = flags;
    floats[at] = opacity;
    const colours = this.#colours.array;
    at = this.#used * 4;
    colours[at++] = tint.r;
    colours[at++] = tint.g;
    colours[at] = tint.b;
    this.#used++;
  }

  /** Insertion sort: nothing allocated, and nearly linear because the last frame's order nearly holds. */
  #sort(depth: Float32Array): void {
    const order = this.#order;
    for (let n = 1; n < order.length; n++) {
      const i = order[n] as number;
      const d = depth[i] as number;
      let m = n - 1;
      while (m >= 0 && (depth[order[m] as number] as number) < d) {
        order[m + 1] = order[m] as number;
        m--;
      }
      order[m + 1] = i;
    }
  }

  dispose(): void {
    this.#geometry.dispose();
    this.#material.dispose();
  }
}

function shade({ r, g, b }: Colour): THREE.Vector3 {
  return new THREE.Vector3(r / 255, g / 255, b / 255);
}
