/** States of people around their glyph or figure, as the profile says: who has the disc, who is stunned, who blocks. All in one draw call, told apart by shape. */
import * as THREE from 'three';
import type { StatusProfile } from '../../../shared/games/profile.ts';
import type { Playback } from '../playback/types.ts';
import { LIFE_DEAD, SHAPE_NONE } from './entity-picture.ts';
import type { ScreenUniforms } from './line-batch.ts';
import { mix, type Colour, type Palette } from './palette.ts';
import type { SceneFrame } from './scene.ts';

/** Looks are indices into this list in the shader. */
const LOOKS = ['ring', 'rays', 'shield', 'bubble'] as const satisfies readonly StatusProfile['look'][];
const MOST = 128;
const FLOATS = 5;
/** Free room between a glyph and what is around it, CSS pixels. */
const GAP = 5;
/** Rays turn, so that a stunned one is seen at a glance: radians per ms of session time. */
const TURN = 0.0016;

const VERTEX = /* glsl */ `
  attribute vec4 spot;   // x, y, radius (CSS px), angle
  attribute float look;
  attribute vec4 tint;
  uniform vec2 viewport;
  uniform float pixelRatio;
  varying vec2 at;       // CSS px from the middle, y down
  flat varying vec3 style; // radius, angle, look
  flat varying vec3 colour;
  void main() {
    at = position.xy * (spot.z + 14.0);
    vec2 px = (spot.xy + at) * pixelRatio;
    gl_Position = vec4(px.x / viewport.x * 2.0 - 1.0, 1.0 - px.y / viewport.y * 2.0, 0.0, 1.0);
    style = vec3(spot.zw, look);
    colour = tint.rgb;
  }
`;

const FRAGMENT = /* glsl */ `
  varying vec2 at;
  flat varying vec3 style;
  flat varying vec3 colour;
  uniform float pixelRatio;
  uniform vec3 dark;

  float within(float d) { return clamp(0.5 - d * pixelRatio, 0.0, 1.0); }

  void main() {
    float r = style.x;
    float away = length(at);
    float turn = atan(at.y, at.x) - style.y;
    float d;
    if (style.z < 0.5) d = abs(away - r) - 1.3;
    else if (style.z < 1.5) {
      // Eight strokes outwards.
      float step = 6.28318 / 8.0;
      float off = abs(mod(turn + step * 0.5, step) - step * 0.5) * away;
      d = max(off - 1.2, max(r - 1.0 - away, away - r - 5.0));
    } else if (style.z < 2.5) {
      float off = abs(mod(turn + 3.14159, 6.28318) - 3.14159);
      d = max(abs(away - r - 2.0) - 2.0, (off - 0.95) * away);
    } else {
      float step = 6.28318 / 16.0;
      float off = abs(mod(turn + step * 0.5, step) - step * 0.5) * away;
      d = length(vec2(off, away - r - 5.0)) - 1.3;
    }
    float body = within(d);
    float line = within(d - 1.2) * 0.8;
    float alpha = body + line * (1.0 - body);
    if (alpha <= 0.0) discard;
    gl_FragColor = vec4(mix(dark, colour, body / alpha), alpha);
  }
`;

export class StatusLayer {
  readonly object: THREE.Mesh;
  readonly #playback: Playback;
  readonly #status: readonly StatusProfile[];
  readonly #looks: readonly number[];
  readonly #palette: Palette;
  readonly #light = new Map<Colour, Colour>();
  readonly #geometry = new THREE.InstancedBufferGeometry();
  readonly #material: THREE.ShaderMaterial;
  readonly #floats = new THREE.InstancedInterleavedBuffer(new Float32Array(MOST * FLOATS), FLOATS);
  readonly #colours = new THREE.InstancedBufferAttribute(new Uint8Array(MOST * 4), 4, true);
  #used = 0;

  constructor(uniforms: ScreenUniforms, playback: Playback, palette: Palette) {
    this.#playback = playback;
    this.#palette = palette;
    this.#status = playback.session.profile.status;
    this.#looks = this.#status.map(({ look }) => LOOKS.indexOf(look));
    this.#geometry.setAttribute('position', new THREE.BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]), 3));
    this.#geometry.setIndex([0, 2, 1, 0, 3, 2]);
    this.#floats.setUsage(THREE.DynamicDrawUsage);
    this.#colours.setUsage(THREE.DynamicDrawUsage);
    this.#geometry.setAttribute('spot', new THREE.InterleavedBufferAttribute(this.#floats, 4, 0));
    this.#geometry.setAttribute('look', new THREE.InterleavedBufferAttribute(this.#floats, 1, 4));
    this.#geometry.setAttribute('tint', this.#colours);
    const { r, g, b } = palette.bg;
    this.#material = new THREE.ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: {
        viewport: uniforms.viewport,
        pixelRatio: uniforms.pixelRatio,
        dark: { value: new THREE.Vector3(r, g, b).divideScalar(255) },
      },
      transparent: true,
      depthTest: false,
      depthWrite: false,
      side: THREE.DoubleSide,
    });
    this.object = new THREE.Mesh(this.#geometry, this.#material);
    this.object.frustumCulled = false;
    this.object.renderOrder = 52;
  }

  update(frame: SceneFrame): void {
    this.#used = 0;
    if (this.#status.length > 0) this.#gather(frame);
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

  #gather({ entities, state, t }: SceneFrame): void {
    const { projected, shape, isPerson } = entities;
    for (let i = 1; i < entities.count; i++) {
      if (isPerson[i] === 0 || shape[i] === SHAPE_NONE || !((projected.radius[i] as number) > 0) || state.life[i] === LIFE_DEAD) continue;
      for (let n = 0; n < this.#status.length; n++) {
        const status = this.#status[n];
        if (status === undefined || this.#playback.value(i, status.channel) !== 1) continue;
        const look = this.#looks[n] as number;
        const facing = projected.angle[i] as number;
        const angle = status.look === 'rays' ? t * TURN : Number.isNaN(facing) ? 0 : facing;
        const tint = status.look === 'rays' ? this.#palette.t1 : this.#lighter(entities.colour(i));
        this.#put(projected.x[i] as number, projected.y[i] as number, (projected.radius[i] as number) + GAP, angle, look, tint);
      }
    }
  }

  #lighter(team: Colour): Colour {
    let light = this.#light.get(team);
    if (light === undefined) this.#light.set(team, (light = mix(team, this.#palette.t1, 0.45)));
    return light;
  }

  #put(x: number, y: number, radius: number, angle: number, look: number, tint: Colour): void {
    if (this.#used === MOST) return;
    const floats = this.#floats.array;
    let at = this.#used * FLOATS;
    floats[at++] = x;
    floats[at++] = y;
    floats[at++] = radius;
    floats[at++] = angle;
    floats[at] = look;
    const colours = this.#colours.array;
    at = this.#used * 4;
    colours[at++] = tint.r;
    colours[at++] = tint.g;
    colours[at] = tint.b;
    this.#used++;
  }

  dispose(): void {
    this.#geometry.dispose();
    this.#material.dispose();
  }
}
