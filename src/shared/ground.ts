/**
 * The ground under a world: a picture of it (tiles or one image), a height map, the shape of the world, or several of these, kept in the library per game and world. Session metres throughout: x to the
 * right on the map (east), z down (south), so that a picture's pixels and the ground's places turn the same way.
 */
import { z } from 'zod';

/** A pixel of an image (from its top left) and the place that it shows. */
const anchor = z.strictObject({
  pixel: z.tuple([z.number().min(-100_000).max(100_000), z.number().min(-100_000).max(100_000)]).readonly(),
  place: z.tuple([z.number().min(-1e6).max(1e6), z.number().min(-1e6).max(1e6)]).readonly(),
});
export const calibration = z.tuple([anchor, anchor]).readonly();
export type Calibration = Readonly<z.infer<typeof calibration>>;

/** Where a picture lies: x = x0 + along * px - across * py, z = z0 + across * px + along * py. Turned and scaled, never mirrored or stretched. */
export interface Placement {
  readonly x0: number;
  readonly z0: number;
  /** Metres per pixel. */
  readonly along: number;
  readonly across: number;
}

const groundPicture = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('tiles'),
    /** Another one with every change, so that nothing old is shown. */
    version: z.uuid(),
    /** Of the file or folder that was chosen. */
    name: z.string().max(255),
    count: z.int().min(1),
    /** Zoom levels that there are; a tile of zoom n covers `side` / 2^n metres. */
    minZoom: z.int().min(0).max(12),
    maxZoom: z.int().min(0).max(12),
    side: z.number().min(1).max(1e7),
    /** How far north of the world's south edge the tiles begin, metres. */
    north: z.number().min(1).max(1e7),
    /** Whom the pictures are by; "" when that is not said. */
    attribution: z.string().max(400),
  }),
  z.strictObject({
    kind: z.literal('image'),
    version: z.uuid(),
    name: z.string().max(255),
    type: z.enum(['image/png', 'image/jpeg', 'image/webp']),
    width: z.int().min(1).max(65_536),
    height: z.int().min(1).max(65_536),
    /** Null until somebody has said which two places it shows where: it is not drawn before. */
    calibration: calibration.nullable(),
  }),
]);
export type GroundPicture = Readonly<z.infer<typeof groundPicture>>;

const groundHeights = z.strictObject({
  version: z.uuid(),
  name: z.string().max(255),
  columns: z.int().min(2).max(65_536),
  rows: z.int().min(2).max(65_536),
  /** Metres between samples, as kept. */
  cell: z.number().positive(),
  lowest: z.number(),
  highest: z.number(),
});
export type GroundHeights = Readonly<z.infer<typeof groundHeights>>;

const point = z.tuple([z.number(), z.number(), z.number()]).readonly();
/** The shape of the world itself: its walls and floors, out of the game's own files. */
const groundMesh = z.strictObject({
  version: z.uuid(),
  /** Where it was found, for people. */
  name: z.string().max(255),
  triangles: z.int().min(1),
  min: point,
  max: point,
  /** Heights of its floors, metres, from below. */
  storeys: z.array(z.number()).max(12).readonly(),
  /** What of it could not be read, a sentence each. */
  warnings: z.array(z.string().max(400)).max(20).readonly(),
});
export type GroundMesh = Readonly<z.infer<typeof groundMesh>>;

/** What a library has of a world's ground. */
export const groundInfo = z.strictObject({
  picture: groundPicture.nullable(),
  heights: groundHeights.nullable(),
  mesh: groundMesh.nullable().default(null),
});
export type GroundInfo = Readonly<z.infer<typeof groundInfo>>;

/** Nearer to each other than this, two points say nothing about turn and scale. */
const LEAST_PIXELS = 4;
const LEAST_METRES = 0.5;

/** The one placement that puts both pixels where they belong; null when the two are (nearly) the same. */
export function placementOf([a, b]: Calibration): Placement | null {
  const px = b.pixel[0] - a.pixel[0];
  const py = b.pixel[1] - a.pixel[1];
  const x = b.place[0] - a.place[0];
  const z = b.place[1] - a.place[1];
  if (Math.hypot(px, py) < LEAST_PIXELS || Math.hypot(x, z) < LEAST_METRES) return null;
  const square = px * px + py * py;
  const along = (x * px + z * py) / square;
  const across = (z * px - x * py) / square;
  return {
    along,
    across,
    x0: a.place[0] - along * a.pixel[0] + across * a.pixel[1],
    z0: a.place[1] - across * a.pixel[0] - along * a.pixel[1],
  };
}
