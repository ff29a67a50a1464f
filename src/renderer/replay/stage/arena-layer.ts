/** A closed volume: hull with faintly tinted ends, goals as glowing rings, tubes, the lines of the game. Walls nearest the camera are left out. */
import * as THREE from 'three';
import type { TeamColour, WorldProfile } from '../../../shared/games/profile.ts';
import { bevelledHull, isNearWall, layOnHull, type Hull, type Point } from './arena-shape.ts';
import { LineBatch, type ScreenUniforms } from './line-batch.ts';
import { mix, type Colour, type Palette } from './palette.ts';
import type { SceneFrame } from './scene.ts';

interface LaidLine {
  readonly from: Point;
  readonly to: Point;
  /** Wall it lies on, -1 for none. */
  readonly face: number;
  readonly tint: Colour;
  readonly alpha: number;
  readonly dashed: boolean;
}

const CIRCLE = 56;
/** A goal's ring flashes this long, ms of session time. */
export const FLASH_MS = 1400;

export class ArenaLayer {
  readonly object = new THREE.Group();
  readonly #world: WorldProfile;
  readonly #palette: Palette;
  readonly #hulls: readonly Hull[];
  readonly #lines: LineBatch;
  readonly #fixed: LineBatch;
  readonly #flash: LineBatch;
  readonly #laid: readonly LaidLine[];
  readonly #walls: THREE.Mesh[] = [];
  readonly #wallMaterial: THREE.MeshBasicMaterial;
  /** Which faces were left out when the lines were last built. */
  readonly #near: Uint8Array;

  constructor(uniforms: ScreenUniforms, palette: Palette, world: WorldProfile) {
    this.#world = world;
    this.#palette = palette;
    this.#hulls = world.boxes.filter((box) => box.role === 'hull').map((box) => bevelledHull(box.min, box.max));
    this.#near = new Uint8Array(this.#hulls.reduce((sum, hull) => sum + hull.faces.length, 0)).fill(2);
    const [first] = this.#hulls;
    this.#laid = first === undefined ? [] : this.#layLines(first);
    this.#lines = new LineBatch(uniforms, 512, 4);
    this.#fixed = new LineBatch(uniforms, 2048, 5);
    this.#flash = new LineBatch(uniforms, 256, 6);
    // Seen from inside only: the walls between camera and play are left out by their winding.
    this.#wallMaterial = new THREE.MeshBasicMaterial({
      vertexColors: true,
      transparent: true,
      side: THREE.BackSide,
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
    });
    for (const hull of this.#hulls) {
      const mesh = new THREE.Mesh(this.#wallGeometry(hull), this.#wallMaterial);
      mesh.renderOrder = 2;
      this.#walls.push(mesh);
      this.object.add(mesh);
    }
    this.object.add(this.#lines.object, this.#fixed.object, this.#flash.object);
    this.#buildFixed();
  }

  update(frame: SceneFrame): void {
    const { x, y, z } = frame.camera.position;
    let changed = false;
    let n = 0;
    for (let h = 0; h < this.#hulls.length; h++) {
      const hull = this.#hulls[h] as Hull;
      for (let f = 0; f < hull.faces.length; f++) {
        const near = isNearWall(hull.faces[f] as Hull['faces'][number], x, y, z) ? 1 : 0;
        if (this.#near[n] !== near) {
          this.#near[n] = near;
          changed = true;
        }
        n++;
      }
    }
    if (changed) this.#buildHullLines();
  }

  /** Rings of the goal nearest to where the disc went in, widening; `since` in ms of session time, negative for none. */
  flash(since: number, x: number, y: number, z: number): void {
    this.#flash.clear();
    if (since >= 0 && since < FLASH_MS) {
      const ring = this.#nearestGoal(x, y, z);
      if (ring !== null) {
        const share = since / FLASH_MS;
        const tint = this.#colour(ring.colour);
        const left = (1 - share) * (1 - share);
        this.#circle(this.#flash, ring, ring.radius, this.#palette.t1, left, 3.2);
        this.#circle(this.#flash, ring, ring.radius, tint, left * 0.35, 22);
        this.#circle(this.#flash, ring, ring.radius * (1 + share * 2.2), tint, left * 0.9, 2.4);
        this.#circle(this.#flash, ring, ring.radius * (1 + share * 3.6), tint, left * 0.5, 1.4);
      }
    }
    this.#flash.commit();
  }

  #nearestGoal(x: number, y: number, z: number): WorldProfile['rings'][number] | null {
    let nearest: WorldProfile['rings'][number] | null = null;
    let best = Infinity;
    for (const ring of this.#world.rings) {
      if (ring.role !== 'goal') continue;
      const distance = Math.hypot(ring.centre[0] - x, ring.centre[1] - y, ring.centre[2] - z);
      if (distance >= best) continue;
      nearest = ring;
      best = distance;
    }
    return nearest;
  }

  #buildHullLines(): void {
    this.#lines.clear();
    const tint = mix(this.#palette.line2, this.#palette.t3, 0.35);
    let base = 0;
    for (const hull of this.#hulls) {
      for (const { from, to, faces, strong } of hull.edges) {
        let kept = 0;
        for (const face of faces) if (this.#near[base + face] === 0) kept++;
        if (kept === 0) continue;
        const alpha = strong ? (kept < faces.length ? 0.75 : 0.42) : 0.2;
        this.#lines.add(...from, ...to, tint, alpha, alpha, 1.1, 1.1, 0, 0);
      }
      base += hull.faces.length;
    }
    for (const { from, to, face, tint: own, alpha, dashed } of this.#laid)
      if (face < 0 || this.#near[face] === 0) this.#lines.add(...from, ...to, own, alpha, alpha, 1.2, 1.2, dashed ? 6 : 0, dashed ? 6 : 0);
    this.#lines.commit();
  }

  #buildFixed(): void {
    const { rings, boxes } = this.#world;
    for (const ring of rings) {
      const tint = this.#colour(ring.colour);
      if (ring.role === 'goal') {
        this.#circle(this.#fixed, ring, ring.radius, tint, 0.1, 16);
        this.#circle(this.#fixed, ring, ring.radius, tint, 0.2, 8);
        this.#circle(this.#fixed, ring, ring.radius, tint, 1, 3);
        this.#circle(this.#fixed, ring, ring.radius * 0.58, tint, 0.75, 1.3);
      } else this.#circle(this.#fixed, ring, ring.radius, tint, ring.role === 'tube' ? 0.6 : 0.4, 1.3);
    }
    for (const { min, max, role } of boxes) if (role === 'solid') this.#solid(min, max);
    this.#fixed.commit();
  }

  #layLines(hull: Hull): LaidLine[] {
    return this.#world.lines.flatMap(({ points, dashed, colour }) => {
      const tint = colour === 'line' ? this.#palette.t2 : this.#palette.team[colour];
      const alpha = dashed ? 0.85 : 0.55;
      return layOnHull(hull, points, 10).map((piece) => ({ ...piece, tint, alpha, dashed }));
    });
  }

  #solid(min: readonly [number, number, number], max: readonly [number, number, number]): void {
    const tint = mix(this.#palette.line2, this.#palette.t3, 0.3);
    const corner = (i: number): [number, number, number] => [i & 1 ? max[0] : min[0], i & 2 ? max[1] : min[1], i & 4 ? max[2] : min[2]];
    for (let i = 0; i < 8; i++)
      for (const bit of [1, 2, 4]) if ((i & bit) === 0) this.#fixed.add(...corner(i), ...corner(i | bit), tint, 0.5, 0.5, 1, 1, 0, 0);
  }

  #circle(
    batch: LineBatch,
    { centre, axis }: WorldProfile['rings'][number],
    radius: number,
    tint: Colour,
    alpha: number,
    width: number,
  ): void {
    const [x, y, z] = centre;
    for (let i = 0; i < CIRCLE; i++) {
      const a = (i / CIRCLE) * 2 * Math.PI;
      const b = ((i + 1) / CIRCLE) * 2 * Math.PI;
      const ca = Math.cos(a) * radius;
      const sa = Math.sin(a) * radius;
      const cb = Math.cos(b) * radius;
      const sb = Math.sin(b) * radius;
      if (axis === 'x') batch.add(x, y + ca, z + sa, x, y + cb, z + sb, tint, alpha, alpha, width, width, 0, 0);
      else if (axis === 'y') batch.add(x + ca, y, z + sa, x + cb, y, z + sb, tint, alpha, alpha, width, width, 0, 0);
      else batch.add(x + ca, y + sa, z, x + cb, y + sb, z, tint, alpha, alpha, width, width, 0, 0);
    }
  }

  /** Faces with a tint of whose goal is at that end, strongest there. */
  #wallGeometry(hull: Hull): THREE.BufferGeometry {
    const positions: number[] = [];
    const colours: number[] = [];
    let low = Infinity;
    let high = -Infinity;
    for (const { corners } of hull.faces)
      for (const corner of corners) {
        low = Math.min(low, corner[hull.long]);
        high = Math.max(high, corner[hull.long]);
      }
    const middle = (low + high) / 2;
    const end = (side: 1 | -1): Colour => {
      const goal = this.#world.rings.find((ring) => ring.role === 'goal' && Math.sign(ring.centre[hull.long] - middle) === side);
      return this.#colour(goal?.colour ?? 'line');
    };
    const ends = { low: end(-1), high: end(1) };
    const grey = mix(this.#palette.panel, this.#palette.line2, 0.5);
    for (const { corners, normal } of hull.faces) {
      const level = Math.abs(normal[1]);
      for (let i = 1; i + 1 < corners.length; i++) {
        for (const n of [0, i, i + 1]) {
          const corner = corners[n] ?? [0, 0, 0];
          positions.push(...corner);
          const along = (corner[hull.long] - middle) / (high - middle || 1);
          const strength = Math.max(0, Math.abs(along) - 0.4) / 0.6;
          const tint = mix(grey, along < 0 ? ends.low : ends.high, 0.55 * strength);
          const alpha = 0.16 + 0.1 * strength - 0.06 * level;
          colours.push(...linear(tint), alpha);
        }
      }
    }
    const geometry = new THREE.BufferGeometry();
    geometry.setAttribute('position', new THREE.Float32BufferAttribute(positions, 3));
    geometry.setAttribute('color', new THREE.Float32BufferAttribute(colours, 4));
    return geometry;
  }

  #colour(name: TeamColour | 'line'): Colour {
    return name === 'line' ? this.#palette.t3 : this.#palette.team[name];
  }

  dispose(): void {
    this.#lines.dispose();
    this.#fixed.dispose();
    this.#flash.dispose();
    for (const wall of this.#walls) wall.geometry.dispose();
    this.#wallMaterial.dispose();
  }
}

/** three.js mixes vertex colours in linear light. */
function linear({ r, g, b }: Colour): [number, number, number] {
  const c = new THREE.Color().setRGB(r / 255, g / 255, b / 255, THREE.SRGBColorSpace);
  return [c.r, c.g, c.b];
}
