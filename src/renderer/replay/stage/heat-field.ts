/** The binned values on the GPU: blurred there in two passes, and read by everything that draws a heatmap. */
import * as THREE from 'three';
import { gaussian, MOST_REACH, type HeatGrid } from '../../heat/heat-grid.ts';
import { FADE, rampBytes } from '../../heat/heat-ramp.ts';
import type { HeatPicture } from './heat-picture.ts';

/** For shaders that draw a field; `heatAt` takes cells from the grid's corner and gives a share of the scale, `heatColour` what that looks like. */
export const HEAT_SHADER = /* glsl */ `
  uniform sampler2D field;
  uniform sampler2D ramp;
  uniform vec2 cells;
  uniform float top;        // what the ramp's end stands for, per cell
  uniform float difference; // 1: from below 0 to above
  uniform float opacity;

  float cellAt(ivec2 at) { return texelFetch(field, clamp(at, ivec2(0), ivec2(cells) - 1), 0).r; }
  float heatAt(vec2 at) {
    vec2 centre = at - 0.5;
    ivec2 corner = ivec2(floor(centre));
    vec2 part = fract(centre);
    float north = mix(cellAt(corner), cellAt(corner + ivec2(1, 0)), part.x);
    float south = mix(cellAt(corner + ivec2(0, 1)), cellAt(corner + ivec2(1, 1)), part.x);
    return mix(north, south, part.y) / top;
  }
  vec4 heatColour(float share) {
    float along = difference > 0.5 ? 0.5 + 0.5 * share : share;
    vec3 colour = texture2D(ramp, vec2(clamp(along, 0.0, 1.0) * (255.0 / 256.0) + 0.5 / 256.0, 0.5)).rgb;
    return vec4(colour, smoothstep(${FADE[0]}, ${FADE[1]}, difference > 0.5 ? abs(share) : share));
  }
`;

const VERTEX = /* glsl */ `
  void main() { gl_Position = vec4(position.xy, 0.0, 1.0); }
`;
const FRAGMENT = /* glsl */ `
  uniform sampler2D source;
  uniform vec2 cells;
  uniform vec2 direction;
  uniform float weights[${MOST_REACH + 1}];

  void main() {
    ivec2 here = ivec2(gl_FragCoord.xy);
    ivec2 last = ivec2(cells) - 1;
    float sum = texelFetch(source, here, 0).r * weights[0];
    for (int i = 1; i <= ${MOST_REACH}; i++) {
      if (weights[i] == 0.0) break;
      ivec2 off = ivec2(direction) * i;
      ivec2 before = here - off;
      ivec2 after = here + off;
      if (before.x >= 0 && before.y >= 0) sum += texelFetch(source, before, 0).r * weights[i];
      if (after.x <= last.x && after.y <= last.y) sum += texelFetch(source, after, 0).r * weights[i];
    }
    gl_FragColor = vec4(sum, 0.0, 0.0, 1.0);
  }
`;

export class HeatField {
  /** Shared by all materials that use HEAT_SHADER. */
  readonly uniforms = {
    field: { value: null as THREE.Texture | null },
    ramp: { value: null as THREE.Texture | null },
    cells: { value: new THREE.Vector2(1, 1) },
    top: { value: 1 },
    difference: { value: 0 },
    opacity: { value: 1 },
  };
  readonly #ramps = { density: rampTexture('density'), difference: rampTexture('difference') };
  readonly #camera = new THREE.Camera();
  readonly #geometry = new THREE.BufferGeometry();
  readonly #material: THREE.ShaderMaterial;
  readonly #scene = new THREE.Scene();
  readonly #direction = new THREE.Vector2();
  #values: Float32Array | null = null;
  #source: THREE.DataTexture | null = null;
  #across: THREE.WebGLRenderTarget | null = null;
  #down: THREE.WebGLRenderTarget | null = null;
  #dirty = false;

  constructor() {
    this.#geometry.setAttribute('position', new THREE.BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
    this.#material = new THREE.ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: {
        source: { value: null },
        cells: this.uniforms.cells,
        direction: { value: this.#direction },
        weights: { value: gaussian(1) },
      },
      depthTest: false,
      depthWrite: false,
      blending: THREE.NoBlending,
    });
    const mesh = new THREE.Mesh(this.#geometry, this.#material);
    mesh.frustumCulled = false;
    this.#scene.add(mesh);
  }

  set({ answer: { grid, values }, scale, isDifference, opacity }: HeatPicture): void {
    this.uniforms.top.value = scale.top * grid.cell * grid.cell;
    this.uniforms.difference.value = isDifference ? 1 : 0;
    this.uniforms.ramp.value = isDifference ? this.#ramps.difference : this.#ramps.density;
    this.uniforms.opacity.value = opacity;
    if (values === this.#values) return;
    this.#values = values;
    this.#fit(grid);
    if (this.#source !== null) {
      this.#source.image = { data: values, width: grid.columns, height: grid.rows };
      this.#source.needsUpdate = true;
    }
    const { weights } = this.#material.uniforms;
    if (weights !== undefined) weights.value = gaussian(grid.sigma);
    this.#dirty = true;
  }

  #fit({ columns, rows }: HeatGrid): void {
    if (this.#source?.image.width === columns && this.#source.image.height === rows) return;
    this.#free();
    this.uniforms.cells.value.set(columns, rows);
    this.#source = new THREE.DataTexture(null, columns, rows, THREE.RedFormat, THREE.FloatType);
    const target = (): THREE.WebGLRenderTarget =>
      new THREE.WebGLRenderTarget(columns, rows, {
        format: THREE.RedFormat,
        type: THREE.FloatType,
        minFilter: THREE.NearestFilter,
        magFilter: THREE.NearestFilter,
        depthBuffer: false,
      });
    this.#across = target();
    this.#down = target();
    this.uniforms.field.value = this.#down.texture;
  }

  async compile(renderer: THREE.WebGLRenderer): Promise<void> {
    renderer.setRenderTarget(this.#across);
    const compiled = renderer.compileAsync(this.#scene, this.#camera);
    renderer.setRenderTarget(null);
    await compiled;
  }

  /** Blurs what was set since the last time. */
  prepare(renderer: THREE.WebGLRenderer): void {
    if (!this.#dirty || this.#source === null) return;
    this.#dirty = false;
    this.#pass(renderer, this.#source, this.#across, 1, 0);
    this.#pass(renderer, this.#across?.texture ?? null, this.#down, 0, 1);
    renderer.setRenderTarget(null);
  }

  #pass(renderer: THREE.WebGLRenderer, source: THREE.Texture | null, to: THREE.WebGLRenderTarget | null, x: number, y: number): void {
    const { uniforms } = this.#material;
    if (uniforms['source'] !== undefined) uniforms['source'].value = source;
    this.#direction.set(x, y);
    renderer.setRenderTarget(to);
    renderer.render(this.#scene, this.#camera);
  }

  /** What the graphics context had is gone. */
  restore(): void {
    this.#dirty = this.#source !== null;
  }

  #free(): void {
    this.#source?.dispose();
    this.#across?.dispose();
    this.#down?.dispose();
  }

  dispose(): void {
    this.#free();
    this.#ramps.density.dispose();
    this.#ramps.difference.dispose();
    this.#geometry.dispose();
    this.#material.dispose();
  }
}

function rampTexture(name: 'density' | 'difference'): THREE.DataTexture {
  const texture = new THREE.DataTexture(rampBytes(name), 256, 1, THREE.RGBAFormat);
  texture.minFilter = THREE.LinearFilter;
  texture.magFilter = THREE.LinearFilter;
  texture.needsUpdate = true;
  return texture;
}
