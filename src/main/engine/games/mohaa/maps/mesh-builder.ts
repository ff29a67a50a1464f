/** Triangles as they are found, and how many of what was no use. */
import { MOST_TRIANGLES } from '../../../../../shared/world-mesh.ts';

/** Nothing of the game lies further out, in inches; what does is damage. */
export const FARTHEST = 65_536;

export class MeshBuilder {
  #positions = new Float32Array(3 * 4096);
  #triangles = new Uint32Array(3 * 4096);
  #materials = new Uint16Array(4096);
  #terrain = new Uint8Array(4096);
  #vertices = 0;
  #count = 0;
  /** Triangles that were left out because there are too many. */
  beyond = 0;

  get count(): number {
    return this.#count;
  }

  /** Its number; -1 when that cannot be a place of the world. */
  vertex(x: number, y: number, z: number): number {
    if (!(Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST && Math.abs(z) <= FARTHEST)) return -1;
    if (this.#vertices * 3 === this.#positions.length) this.#positions = grown(this.#positions, Float32Array);
    const at = this.#vertices * 3;
    this.#positions[at] = x;
    this.#positions[at + 1] = y;
    this.#positions[at + 2] = z;
    return this.#vertices++;
  }

  /** Counter-clockwise seen from its front. */
  triangle(a: number, b: number, c: number, material: number, terrain: boolean): void {
    if (this.#count >= MOST_TRIANGLES) {
      this.beyond++;
      return;
    }
    if (this.#count === this.#materials.length) {
      this.#triangles = grown(this.#triangles, Uint32Array);
      this.#materials = grown(this.#materials, Uint16Array);
      this.#terrain = grown(this.#terrain, Uint8Array);
    }
    this.#triangles.set([a, b, c], this.#count * 3);
    this.#materials[this.#count] = material;
    this.#terrain[this.#count] = terrain ? 1 : 0;
    this.#count++;
  }

  build(): { positions: Float32Array; triangles: Uint32Array; materials: Uint16Array; terrain: Uint8Array } {
    return {
      positions: this.#positions.slice(0, this.#vertices * 3),
      triangles: this.#triangles.slice(0, this.#count * 3),
      materials: this.#materials.slice(0, this.#count),
      terrain: this.#terrain.slice(0, this.#count),
    };
  }
}

function grown<T extends Float32Array | Uint32Array | Uint16Array | Uint8Array>(array: T, Kind: new (length: number) => T): T {
  const larger = new Kind(array.length * 2);
  larger.set(array);
  return larger;
}

/** How often something happened, for one sentence at the end. */
export class Tally {
  readonly #counts = new Map<string, number>();

  /** `sentence` with {n} for how many. */
  add(sentence: string, n = 1): void {
    this.#counts.set(sentence, (this.#counts.get(sentence) ?? 0) + n);
  }

  sentences(): string[] {
    return [...this.#counts].map(([sentence, n]) => sentence.replace('{n}', String(n)));
  }
}
