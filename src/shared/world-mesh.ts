/** The shape of a world as triangles, in Session metres, and how it is stored and sent. */
import { z } from 'zod';
import { ByteReader, ByteWriter } from './session/bytes.ts';
import type { Compression } from './session/envelope.ts';

/** What a triangle is, by its slope; terrain is the open ground, which has no storeys. Codes are indices into this list. */
const SURFACES = ['floor', 'wall', 'ceiling', 'terrain'] as const;
export const SURFACE_FLOOR = 0;
export const SURFACE_WALL = 1;
export const SURFACE_CEILING = 2;
export const SURFACE_TERRAIN = 3;

const point = z.tuple([z.number(), z.number(), z.number()]).readonly();
const place = z.strictObject({
  kind: z.enum(['spawn', 'objective']),
  /** The game's own word; null where it is anybody's. */
  team: z.string().max(64).nullable(),
  position: point,
});
/** Something that the world's files say about a place. */
export type WorldPlace = Readonly<z.infer<typeof place>>;

export interface WorldMesh {
  /** x, y, z of each vertex; neighbours share theirs. */
  readonly positions: Float32Array;
  /** Three vertices of each triangle, counter-clockwise seen from its front. */
  readonly triangles: Uint32Array;
  /** Of each triangle: index into SURFACES. */
  readonly surfaces: Uint8Array;
  /** Of each triangle: bit n is set where the edge from its corner n to the next one is an edge of the shape, and no seam in something level. */
  readonly edges: Uint8Array;
  /** Of each triangle: index into `names`. */
  readonly materials: Uint16Array;
  /** The game's own names of materials. */
  readonly names: readonly string[];
  readonly places: readonly WorldPlace[];
}

const MAGIC = 'STwm';
const VERSION = 1;
export const MOST_TRIANGLES = 500_000;
const MOST_VERTICES = 3 * MOST_TRIANGLES;
export const MOST_MATERIALS = 4096;
export const MOST_PLACES = 4096;
const MOST_HEAD = 4 * 1024 * 1024;
const MOST_BYTES = 64 + MOST_HEAD + MOST_VERTICES * 12 + MOST_TRIANGLES * 16;

const head = z.strictObject({
  vertices: z.int().min(0).max(MOST_VERTICES),
  triangles: z.int().min(0).max(MOST_TRIANGLES),
  names: z.array(z.string().max(64)).max(MOST_MATERIALS).readonly(),
  places: z.array(place).max(MOST_PLACES).readonly(),
});

/** Thrown when bytes are not what `encodeWorldMesh` wrote. */
export class MeshDamaged extends Error {
  override readonly name = 'MeshDamaged';
}

export function encodeWorldMesh(mesh: WorldMesh, compression: Compression): Uint8Array {
  const { positions, triangles, names, places } = mesh;
  const text = JSON.stringify({ vertices: positions.length / 3, triangles: triangles.length / 3, names, places } satisfies z.infer<
    typeof head
  >);
  const json = new TextEncoder().encode(text);
  const out = new ByteWriter(64 + json.length + positions.byteLength + triangles.byteLength * 2);
  for (const letter of MAGIC) out.u8(letter.charCodeAt(0));
  out.varint(VERSION);
  out.varint(json.length);
  out.raw(json);
  for (const { buffer, byteOffset, byteLength } of [positions, triangles, mesh.materials, mesh.surfaces, mesh.edges])
    out.raw(new Uint8Array(buffer, byteOffset, byteLength));
  return compression.compress(out.bytes());
}

/** Throws MeshDamaged, or what the compression and the byte reader throw. */
export function decodeWorldMesh(bytes: Uint8Array, compression: Compression): WorldMesh {
  const reader = new ByteReader(compression.decompress(bytes, MOST_BYTES), MOST_BYTES);
  for (const letter of MAGIC) if (reader.u8() !== letter.charCodeAt(0)) throw new MeshDamaged('This is no stored world.');
  if (reader.varint() !== VERSION) throw new MeshDamaged('This world was stored by a newer version.');
  const parsed = head.safeParse(jsonOf(reader.take(reader.varint())));
  if (!parsed.success) throw new MeshDamaged('The stored world is damaged.');
  const { vertices, triangles, names, places } = parsed.data;
  // Copies: what was unpacked need not lie where numbers of four bytes may.
  const copied = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(reader.take(length));
  const mesh = {
    positions: new Float32Array(copied(vertices * 12).buffer),
    triangles: new Uint32Array(copied(triangles * 12).buffer),
    materials: new Uint16Array(copied(triangles * 2).buffer),
    surfaces: copied(triangles),
    edges: copied(triangles),
    names,
    places,
  };
  reader.end();
  const isWhole =
    mesh.positions.every(Number.isFinite) &&
    mesh.triangles.every((vertex) => vertex < vertices) &&
    mesh.materials.every((material) => material < names.length) &&
    mesh.surfaces.every((surface) => surface < SURFACES.length);
  if (!isWhole) throw new MeshDamaged('The stored world is damaged.');
  return mesh;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
