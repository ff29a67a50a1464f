/**
 * The shape of a world: its floors and walls in the quiet tones of the ground, each face by its direction, with the edges that matter. What is above the plan is cut
 * away, and where walls are cut stand the lines of the plan. Two draw calls; per frame only numbers for the shader.
 */
import * as THREE from 'three';
import { SURFACE_TERRAIN } from '../../../shared/world-mesh.ts';
import type { GroundLook } from '../ground/ground-look.ts';
import type { MeshSection, StageMesh } from '../ground/stage-ground.ts';
import { GROUND_TONE } from './ground-light.ts';
import { isCutOpen, planHeight } from './mesh-cut.ts';
import { mix, type Colour, type Palette } from './palette.ts';
import type { SceneFrame } from './scene.ts';

const WHOLE = 1e9;
/** Share of the line colour in that of floors: lighter than the open ground. */
const FLOOR_TONE = 0.85;

const DEPTH_GLSL = /* glsl */ `
  // As the ground's surface has it: evenly fine at any distance.
  float evenDepth(float away) { return log2(1.0 + max(0.0, away)) / 20.0; }
`;

const VERTEX = /* glsl */ `
  attribute vec4 face;
  attribute vec4 edge;
  varying vec3 at;
  varying vec3 apart;
  varying float away;
  flat varying vec3 normalOut;
  flat varying float surface;
  void main() {
    at = position;
    apart = edge.xyz;
    normalOut = face.xyz / 127.0;
    surface = face.w;
    vec4 inView = modelViewMatrix * vec4(position, 1.0);
    away = -inView.z;
    gl_Position = projectionMatrix * inView;
  }
`;

const FRAGMENT = /* glsl */ `
  varying vec3 at;
  varying vec3 apart;
  varying float away;
  flat varying vec3 normalOut;
  flat varying float surface;
  uniform float cut;
  uniform float cutTerrain;
  uniform vec3 focus;
  uniform float reach;
  uniform float pixelRatio;
  uniform vec3 background;
  uniform vec3 floorColour;
  uniform vec3 terrainColour;
  uniform vec3 wallColour;
  uniform vec3 edgeColour;
  ${DEPTH_GLSL}

  void main() {
    bool isTerrain = surface > ${(SURFACE_TERRAIN - 0.5).toFixed(1)};
    if (at.y > cut && (!isTerrain || cutTerrain > 0.5)) discard;
    // From the north-west, half high, as the hills are lit.
    float light = dot(normalOut, vec3(-0.5, 0.7071, -0.5));
    float level = smoothstep(0.4, 0.9, abs(normalOut.y));
    vec3 colour = mix(wallColour * (1.0 + 0.42 * light), (isTerrain ? terrainColour : floorColour) * (0.78 + 0.31 * light), level);
    // Storeys below what is looked at lie in the dark.
    colour *= 1.0 - 0.4 * smoothstep(1.0, 9.0, focus.y - at.y) * (isTerrain ? 0.5 : 1.0);
    vec3 width = max(fwidth(apart), vec3(1e-6));
    vec3 pixels = apart / width;
    float nearest = min(pixels.x, min(pixels.y, pixels.z)) / pixelRatio;
    float ink = (1.0 - smoothstep(0.3, 1.1, nearest)) * (1.0 - smoothstep(0.25, 0.8, max(width.x, max(width.y, width.z))));
    colour = mix(colour, edgeColour, ink * (isTerrain ? 0.25 : 0.62));
    float fade = 1.0 - smoothstep(0.16, 1.0, distance(at.xz, focus.xz) / reach);
    gl_FragColor = vec4(mix(background, colour, fade), 1.0);
    gl_FragDepth = evenDepth(away);
  }
`;

const LINE_VERTEX = /* glsl */ `
  attribute vec2 place;
  uniform float height;
  varying vec2 at;
  varying float away;
  void main() {
    at = place;
    vec4 inView = modelViewMatrix * vec4(place.x, height, place.y, 1.0);
    away = -inView.z;
    gl_Position = projectionMatrix * inView;
  }
`;

const LINE_FRAGMENT = /* glsl */ `
  varying vec2 at;
  varying float away;
  uniform vec3 focus;
  uniform float reach;
  uniform vec3 lineColour;
  ${DEPTH_GLSL}
  void main() {
    float fade = 1.0 - smoothstep(0.16, 1.0, distance(at, focus.xz) / reach);
    gl_FragColor = vec4(lineColour, 0.85 * fade);
    // A hand's breadth nearer than the faces that end here.
    gl_FragDepth = evenDepth(away - 0.08);
  }
`;

export class WorldMeshLayer {
  readonly object = new THREE.Group();
  readonly #mesh: StageMesh;
  readonly #onSection: (section: MeshSection) => void;
  readonly #geometry = new THREE.BufferGeometry();
  readonly #material: THREE.ShaderMaterial;
  #lines = new THREE.BufferGeometry();
  readonly #lineMaterial: THREE.ShaderMaterial;
  readonly #lineObject: THREE.LineSegments;
  readonly #focus = new THREE.Vector3();
  #height = Number.NaN;
  /** What the lines that are there belong to, and what was asked for. */
  #shown = Number.NaN;
  #asked = Number.NaN;
  #askedTerrain = false;
  /** What is above this height is not drawn, metres. */
  open = Infinity;
  /** Plans that are being cut. */
  #cutting = 0;
  #disposed = false;
  /** What changes nothing about what is drawn, only how. */
  look: GroundLook;

  /** `onSection`: there is another plan. */
  constructor(
    palette: Palette,
    pixelRatio: { value: number },
    mesh: StageMesh,
    look: GroundLook,
    onSection: (section: MeshSection) => void,
  ) {
    this.#mesh = mesh;
    this.look = look;
    this.#onSection = onSection;
    const { positions, faces, edges } = mesh.corners;
    this.#geometry.setAttribute('position', new THREE.BufferAttribute(positions, 3));
    this.#geometry.setAttribute('face', new THREE.BufferAttribute(faces, 4));
    this.#geometry.setAttribute('edge', new THREE.BufferAttribute(edges, 4, true));
    const focus = { value: this.#focus };
    const reach = { value: 1000 };
    this.#material = new THREE.ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: {
        cut: { value: WHOLE },
        cutTerrain: { value: 0 },
        focus,
        reach,
        pixelRatio,
        background: { value: shade(palette.bg) },
        floorColour: { value: shade(mix(palette.panel, palette.line2, FLOOR_TONE)) },
        terrainColour: { value: shade(mix(palette.panel, palette.line2, GROUND_TONE)) },
        wallColour: { value: shade(mix(palette.line2, palette.t3, 0.16)) },
        edgeColour: { value: shade(mix(palette.line2, palette.t3, 0.75)) },
      },
      transparent: true, // drawn in order with the rest of the ground
      depthFunc: THREE.LessEqualDepth,
    });
    this.#lineMaterial = new THREE.ShaderMaterial({
      vertexShader: LINE_VERTEX,
      fragmentShader: LINE_FRAGMENT,
      uniforms: { height: { value: 0 }, focus, reach, lineColour: { value: shade(palette.t2) } },
      transparent: true,
      depthWrite: false,
    });
    const object = new THREE.Mesh(this.#geometry, this.#material);
    this.#lineObject = new THREE.LineSegments(this.#lines, this.#lineMaterial);
    for (const [i, one] of [object, this.#lineObject].entries()) {
      one.frustumCulled = false;
      one.renderOrder = 1 + i * 0.1;
      this.object.add(one);
    }
  }

  update(frame: SceneFrame): void {
    const { uniforms } = this.#material;
    const { cut } = this.look;
    // Somebody who chose a storey wants it free of hills as well.
    const terrain = typeof cut === 'number';
    this.#focus.copy(frame.focus);
    // A composed shot says where it is open, unless a person chose a storey.
    const isComposed = !terrain && !Number.isNaN(frame.open);
    if (isComposed && Number.isFinite(frame.open)) this.#height = frame.open;
    else this.#height = planHeight(this.#height, cut, frame.focus.y, this.#mesh.storeys);
    const open = isComposed ? Number.isFinite(frame.open) : isCutOpen(cut, frame.view.camera, frame.eyes);
    this.open = open ? this.#height : Infinity;
    set(uniforms['cut'], open ? this.#height : WHOLE);
    set(uniforms['cutTerrain'], terrain ? 1 : 0);
    set(uniforms['reach'], Math.max(300, frame.focusDistance * 6));
    this.#lineObject.visible = open && this.#shown === this.#height;
    if (this.#asked !== this.#height || this.#askedTerrain !== terrain) void this.#ask(this.#height, terrain);
  }

  get loading(): boolean {
    return this.#cutting > 0;
  }

  /** The plan at a height; what comes too late is not shown. */
  async #ask(height: number, terrain: boolean): Promise<void> {
    this.#asked = height;
    this.#askedTerrain = terrain;
    this.#cutting++;
    const section = await this.#mesh.section(height, terrain);
    this.#cutting--;
    if (this.#disposed || section === null || this.#asked !== height || this.#askedTerrain !== terrain) return;
    // Another one, because a buffer on the graphics card keeps its size.
    this.#lines.dispose();
    this.#lines = new THREE.BufferGeometry();
    this.#lines.setAttribute('place', new THREE.BufferAttribute(section.lines, 2));
    this.#lines.setDrawRange(0, section.lines.length / 2);
    this.#lineObject.geometry = this.#lines;
    set(this.#lineMaterial.uniforms['height'], height);
    this.#shown = height;
    this.#onSection(section);
  }

  dispose(): void {
    this.#disposed = true;
    this.#geometry.dispose();
    this.#lines.dispose();
    this.#material.dispose();
    this.#lineMaterial.dispose();
  }
}

function set(uniform: THREE.IUniform | undefined, value: number): void {
  if (uniform !== undefined) uniform.value = value;
}

function shade({ r, g, b }: Colour): THREE.Vector3 {
  return new THREE.Vector3(r / 255, g / 255, b / 255);
}
