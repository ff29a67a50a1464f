/** Writes small maps in the layout of the game's .bsp, versions 17 to 21: only what readers of shapes look at, everything else is empty. Inches, z up. */

export type Point = readonly [number, number, number];

export interface BspOptions {
  readonly version?: number;
  /** "2015" by the game, "EALA" by its expansions. */
  readonly letters?: string;
}

const LUMPS = 28;
const HEADER = 12 + LUMPS * 8;
const [SHADERS, PLANES, SURFACES, VERTICES, INDEXES, BRUSH_SIDES, BRUSHES, MODELS, ENTITIES, TERRAIN] = [0, 1, 3, 4, 5, 11, 12, 13, 14, 22];
const [PLANAR, PATCH] = [1, 2];
export const SOLID = 1;
export const SKY = 0x4;
export const NODRAW = 0x80;

interface Surface {
  readonly model: number;
  readonly bytes: Buffer;
}

export class BspWriter {
  readonly #version: number;
  readonly #letters: string;
  readonly #shaders: { readonly name: string; readonly flags: number; readonly contents: number }[] = [];
  readonly #surfaces: Surface[] = [];
  readonly #vertices: Buffer[] = [];
  readonly #indexes: number[] = [];
  readonly #planes: Buffer[] = [];
  readonly #sides: Buffer[] = [];
  readonly #brushes: Buffer[] = [];
  readonly #terrain: Buffer[] = [];
  #entities = '';

  constructor({ version = 19, letters = '2015' }: BspOptions = {}) {
    this.#version = version;
    this.#letters = letters;
  }

  /** Number of a material. */
  shader(name: string, flags = 0, contents = SOLID): number {
    const known = this.#shaders.findIndex((shader) => shader.name === name);
    return known >= 0 ? known : this.#shaders.push({ name, flags, contents }) - 1;
  }

  /** A level face; corners counter-clockwise seen from its front, written clockwise as the game has them. */
  polygon(shader: number, corners: readonly Point[], model = 0): void {
    const [a, b, c] = corners as readonly [Point, Point, Point];
    const normal = unit(cross(minus(b, a), minus(c, a)));
    const first = this.#addVertices(corners, normal);
    const firstIndex = this.#indexes.length;
    for (let n = 1; n + 1 < corners.length; n++) this.#indexes.push(0, n + 1, n);
    this.#addSurface({ model, shader, type: PLANAR, first, count: corners.length, firstIndex, indexes: (corners.length - 2) * 3 });
  }

  /** A curve over odd numbers of control points, row by row; `normal` is that of its middle. */
  patch(shader: number, columns: number, rows: number, points: readonly Point[], normal: Point): void {
    const first = this.#addVertices(points, normal);
    this.#addSurface({ model: 0, shader, type: PATCH, first, count: points.length, firstIndex: 0, indexes: 0, columns, rows });
  }

  /** A solid with its six faces. */
  box(shader: number, [x0, y0, z0]: Point, [x1, y1, z1]: Point, model = 0): void {
    const p = (i: number): Point => [i & 1 ? x1 : x0, i & 2 ? y1 : y0, i & 4 ? z1 : z0];
    const faces = [
      [0, 2, 3, 1],
      [4, 5, 7, 6],
      [0, 1, 5, 4],
      [2, 6, 7, 3],
      [0, 4, 6, 2],
      [1, 3, 7, 5],
    ];
    for (const face of faces) this.polygon(shader, face.map(p), model);
    const firstSide = this.#sides.length;
    for (const [axis, way, distance] of [
      [0, -1, -x0],
      [0, 1, x1],
      [1, -1, -y0],
      [1, 1, y1],
      [2, -1, -z0],
      [2, 1, z1],
    ] as const) {
      const normal = [0, 0, 0].map((_, n) => (n === axis ? way : 0));
      this.#planes.push(floats(...normal, distance));
      this.#sides.push(ints(this.#planes.length - 1, shader, 0));
    }
    this.#brushes.push(ints(firstSide, 6, shader));
  }

  /** 9 by 9 heights, row by row northwards, of 0 to 255 steps of 2 inches over `base`; `x` and `y` in 64 inches. */
  terrain(shader: number, x: number, y: number, base: number, heights: readonly number[]): void {
    const bytes = Buffer.alloc(388);
    bytes.writeUInt8(1, 1);
    bytes.writeInt8(x, 36);
    bytes.writeInt8(y, 37);
    bytes.writeInt16LE(base, 38);
    bytes.writeUInt16LE(shader, 40);
    for (const [n, height] of heights.entries()) bytes.writeUInt8(height, 304 + n);
    this.#terrain.push(bytes);
  }

  entity(keys: Readonly<Record<string, string>>): void {
    const lines = Object.entries(keys).map(([key, value]) => `"${key}" "${value}"\n`);
    this.#entities += `{\n${lines.join('')}}\n`;
  }

  bytes(): Buffer {
    const models = Math.max(0, ...this.#surfaces.map(({ model }) => model)) + 1;
    const surfaces = this.#surfaces.toSorted((a, b) => a.model - b.model);
    const lumps = new Map<number, Buffer>([
      [SHADERS, Buffer.concat(this.#shaders.map(shaderRecord))],
      [PLANES, Buffer.concat(this.#planes)],
      [SURFACES, Buffer.concat(surfaces.map(({ bytes }) => bytes))],
      [VERTICES, Buffer.concat(this.#vertices)],
      [INDEXES, Buffer.from(Int32Array.from(this.#indexes).buffer)],
      [BRUSH_SIDES, Buffer.concat(this.#sides)],
      [BRUSHES, Buffer.concat(this.#brushes)],
      [MODELS, Buffer.concat(Array.from({ length: models }, (_, model) => this.#model(model, surfaces)))],
      [ENTITIES, Buffer.from(`${this.#entities}\0`, 'latin1')],
      [TERRAIN, Buffer.concat(this.#terrain)],
    ]);
    const header = Buffer.alloc(HEADER);
    header.write(this.#letters, 'latin1');
    header.writeUInt32LE(this.#version, 4);
    let offset = HEADER;
    const parts: Buffer[] = [header];
    for (const [number, bytes] of lumps) {
      // Until version 18 there was a lump of fog behind the brushes.
      const at = 12 + (this.#version <= 18 && number > BRUSHES ? number + 1 : number) * 8;
      header.writeUInt32LE(offset, at);
      header.writeUInt32LE(bytes.length, at + 4);
      const padding = Buffer.alloc(-bytes.length & 3);
      parts.push(bytes, padding);
      offset += bytes.length + padding.length;
    }
    return Buffer.concat(parts);
  }

  #model(model: number, surfaces: readonly Surface[]): Buffer {
    const first = surfaces.findIndex((surface) => surface.model === model);
    const count = surfaces.filter((surface) => surface.model === model).length;
    return Buffer.concat([floats(0, 0, 0, 0, 0, 0), ints(Math.max(0, first), count, 0, model === 0 ? this.#brushes.length : 0)]);
  }

  #addVertices(points: readonly Point[], normal: Point): number {
    const first = this.#vertices.length;
    for (const point of points) this.#vertices.push(Buffer.concat([floats(...point, 0, 0, 0, 0, ...normal), Buffer.alloc(4, 255)]));
    return first;
  }

  #addSurface(surface: {
    model: number;
    shader: number;
    type: number;
    first: number;
    count: number;
    firstIndex: number;
    indexes: number;
    columns?: number;
    rows?: number;
  }): void {
    const { model, shader, type, first, count, firstIndex, indexes, columns = 0, rows = 0 } = surface;
    const bytes = Buffer.alloc(108);
    for (const [n, value] of [shader, -1, type, first, count, firstIndex, indexes].entries()) bytes.writeInt32LE(value, n * 4);
    bytes.writeInt32LE(columns, 96);
    bytes.writeInt32LE(rows, 100);
    this.#surfaces.push({ model, bytes });
  }
}

function shaderRecord({ name, flags, contents }: { readonly name: string; readonly flags: number; readonly contents: number }): Buffer {
  const bytes = Buffer.alloc(140);
  bytes.write(name, 'latin1');
  bytes.writeUInt32LE(flags, 64);
  bytes.writeUInt32LE(contents, 68);
  return bytes;
}

function ints(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [n, value] of values.entries()) bytes.writeInt32LE(value, n * 4);
  return bytes;
}

function floats(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [n, value] of values.entries()) bytes.writeFloatLE(value, n * 4);
  return bytes;
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function cross(a: Point, b: Point): Point {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function unit(a: Point): Point {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
}
