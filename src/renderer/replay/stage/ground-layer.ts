/** The ground of a terrain or the floor of an arena: one plane with anti-aliased grid lines, drawn by casting a ray per pixel, so that 30 km and 1 m are equally exact. */
import * as THREE from 'three';
import type { WorldProfile } from '../../../shared/games/profile.ts';
import { bevelledHull } from './arena-shape.ts';
import { PLAIN_TONE } from './ground-light.ts';
import { GRID_GLSL, MOST_STEPS } from './ground-lines.ts';
import { mix, type Colour, type Palette } from './palette.ts';
import type { SceneFrame } from './scene.ts';

const VERTEX = /* glsl */ `
  uniform mat4 inverseProjection;
  uniform mat3 cameraRotation;
  varying vec3 ray;
  void main() {
    vec4 far = inverseProjection * vec4(position.xy, 1.0, 1.0);
    ray = cameraRotation * (far.xyz / far.w);
    gl_Position = vec4(position.xy, 0.0, 1.0);
  }
`;

const FRAGMENT = /* glsl */ `
  varying vec3 ray;
  uniform float eyeHeight;         // metres over the plane
  uniform vec4 bounds;             // west, north, east, south, metres from the camera
  uniform vec3 cut;                // corners beyond this line (normal, offset; metres from the middle) are outside
  uniform vec2 focus;              // metres from the camera
  uniform float reach;             // metres to where the ground has become background
  uniform vec3 background;
  uniform vec3 ground;
  uniform vec3 lines;
  uniform float outside;           // 1: the plane goes on, darker, beyond its bounds
  uniform float grid;
  ${GRID_GLSL}

  void main() {
    float dither = (noise(gl_FragCoord.xy) - 0.5) / 255.0;
    float away = ray.y < 0.0 ? eyeHeight / -ray.y : -1.0;
    vec2 at = ray.xz * away;
    float fade = away < 0.0 ? 0.0 : 1.0 - smoothstep(0.12, 1.0, length(at) / reach);
    if (fade <= 0.0) { gl_FragColor = vec4(background + dither, outside); return; }

    vec2 edge = max(bounds.xy - at, at - bounds.zw);
    vec2 px = fwidth(at);
    float corner = dot(abs(at - 0.5 * (bounds.xy + bounds.zw)), cut.xy) - cut.z;
    float inside = 1.0 - smoothstep(-0.5, 0.5, max(max(edge.x / px.x, edge.y / px.y), corner / max(px.x, px.y)));
    float light = 1.0 / (1.0 + dot(at - focus, at - focus) / (reach * reach * 0.04));
    vec3 colour = mix(background, ground * (0.82 + 0.3 * light), fade);

    colour = mix(colour, lines, gridInk(at, px) * fade * grid * mix(0.35, 1.0, inside));
    colour = mix(mix(background, colour, mix(0.5, 1.0, inside)), colour, inside);
    // The edge of the world.
    float rim = 1.0 - smoothstep(0.0, 1.2 * pixelRatio, abs(max(edge.x / px.x, edge.y / px.y)));
    colour = mix(colour, lines, rim * 0.9 * fade * outside);
    gl_FragColor = vec4(colour + dither, mix(inside, 1.0, outside));
  }
`;

export interface GroundBounds {
  readonly minX: number;
  readonly minZ: number;
  readonly maxX: number;
  readonly maxZ: number;
}

/** Metres that the corners of an arena's floor are cut off along x and along z. */
export interface CornerCut {
  readonly x: number;
  readonly z: number;
}

export class GroundLayer {
  readonly object: THREE.Mesh;
  readonly #geometry = new THREE.BufferGeometry();
  readonly #material: THREE.ShaderMaterial;
  readonly #steps: readonly number[];
  readonly #bounds: GroundBounds;
  readonly #outside: boolean;
  readonly #inverseProjection = new THREE.Matrix4();
  readonly #cameraRotation = new THREE.Matrix3();
  readonly #phases = Array.from({ length: MOST_STEPS }, () => new THREE.Vector2());
  readonly #relative = new THREE.Vector4();
  readonly #focus = new THREE.Vector2();

  /** `steps` in metres, coarse to fine. `outside`: whether the plane goes on beyond its bounds. */
  constructor(
    palette: Palette,
    pixelRatio: { value: number },
    steps: readonly number[],
    bounds: GroundBounds,
    outside: boolean,
    corner: CornerCut | null,
  ) {
    const finest = steps.at(-1) ?? 0;
    // Close to the ground even hundred metres show no line: one step below what references are written for.
    this.#steps = (finest >= 100 ? [...steps, finest / 10] : steps).slice(0, MOST_STEPS);
    this.#bounds = bounds;
    this.#outside = outside;
    // One triangle that covers the screen.
    this.#geometry.setAttribute('position', new THREE.BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
    const uniforms = {
      inverseProjection: { value: this.#inverseProjection },
      cameraRotation: { value: this.#cameraRotation },
      eyeHeight: { value: 1 },
      phase: { value: this.#phases },
      steps: { value: Array.from({ length: MOST_STEPS }, (_, i) => this.#steps[i] ?? 0) },
      strength: { value: Array.from({ length: MOST_STEPS }, (_, i) => (outside ? 0.66 - 0.15 * i : 0.75 - 0.38 * i)) },
      bounds: { value: this.#relative },
      cut: { value: cutLine(bounds, corner) },
      focus: { value: this.#focus },
      reach: { value: 1000 },
      background: { value: shade(palette.bg) },
      ground: { value: shade(mix(palette.panel, palette.line2, outside ? PLAIN_TONE : 0.1)) },
      lines: { value: shade(palette.line2) },
      outside: { value: outside ? 1 : 0 },
      grid: { value: 1 },
      pixelRatio,
    };
    this.#material = new THREE.ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms,
      transparent: true,
      depthTest: false,
      depthWrite: false,
    });
    this.object = new THREE.Mesh(this.#geometry, this.#material);
    this.object.frustumCulled = false;
    this.object.renderOrder = 0;
  }

  /** `height`: of the plane, metres. */
  update(frame: SceneFrame, height: number): void {
    const { uniforms } = this.#material;
    const { camera } = frame;
    const { x, y, z } = camera.position;
    this.#inverseProjection.copy(camera.projectionMatrixInverse);
    this.#cameraRotation.setFromMatrix4(camera.matrixWorld);
    set(uniforms['eyeHeight'], y - height);
    for (let i = 0; i < this.#steps.length; i++) {
      const step = this.#steps[i] as number;
      this.#phases[i]?.set(fraction(x / step), fraction(z / step));
    }
    const b = this.#bounds;
    this.#relative.set(b.minX - x, b.minZ - z, b.maxX - x, b.maxZ - z);
    this.#focus.set(frame.focus.x - x, frame.focus.z - z);
    set(uniforms['reach'], this.#outside ? Math.max(300, frame.focusDistance * 6) : Math.max(400, frame.focusDistance * 12));
    set(uniforms['grid'], frame.view.layers.grid ? 1 : 0);
  }

  dispose(): void {
    this.#geometry.dispose();
    this.#material.dispose();
  }
}

/** The line through the two ends of a cut corner, as normal and offset from the middle of the bounds. */
function cutLine({ minX, minZ, maxX, maxZ }: GroundBounds, corner: CornerCut | null): THREE.Vector3 {
  if (corner === null) return new THREE.Vector3(0, 0, 1e9);
  const length = Math.hypot(corner.x, corner.z);
  const nx = corner.z / length;
  const nz = corner.x / length;
  return new THREE.Vector3(nx, nz, nx * (maxX - minX) * 0.5 + nz * ((maxZ - minZ) * 0.5 - corner.z));
}

function set(uniform: THREE.IUniform | undefined, value: number): void {
  if (uniform !== undefined) uniform.value = value;
}

/** In double precision, so that the shader needs only what lies within one square. */
function fraction(value: number): number {
  return value - Math.floor(value);
}

function shade({ r, g, b }: Colour): THREE.Vector3 {
  return new THREE.Vector3(r / 255, g / 255, b / 255);
}

/** Where the ground ends, whether anything lies beyond, and how its corners are cut: an arena's floor is the level part of its hull. */
export function floorOf(world: WorldProfile, bounds: GroundBounds): [GroundBounds, boolean, CornerCut | null] {
  const box = world.boxes.find(({ role }) => role === 'hull');
  if (world.kind === 'terrain' || box === undefined) return [bounds, world.kind === 'terrain', null];
  const { long, floor } = bevelledHull(box.min, box.max);
  const x = (box.min[0] + box.max[0]) / 2;
  const z = (box.min[2] + box.max[2]) / 2;
  if (long === 2)
    return [{ ...bounds, minX: x - floor.halfWidth, maxX: x + floor.halfWidth }, false, { x: floor.cutAcross, z: floor.cutAlong }];
  return [{ ...bounds, minZ: z - floor.halfWidth, maxZ: z + floor.halfWidth }, false, { x: floor.cutAlong, z: floor.cutAcross }];
}
