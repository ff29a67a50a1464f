/**
 * What people add to a session: bookmarks, comments, drawings on the ground, camera shots and camera paths. They refer to a moment (ms of the session), a place
 * (Session metres) and an entity by the source's own id, so that they stay right when the recording is read again. Everything here is checked where it comes in: from
 * a page, or out of a shared file.
 */
import { z } from 'zod';

/** Of one session. */
export const MOST_ANNOTATIONS = 5000;
/** Of one session, as JSON text. */
export const MOST_ANNOTATION_CHARS = 16 * 1024 * 1024;
/** In one call of the engine. */
export const MOST_ANNOTATIONS_AT_ONCE = 1000;
export const MOST_NOTE_CHARS = 20_000;
export const MOST_POINTS = 2000;
const MOST_KEYS = 500;

/** No team's: the accent, then four that no palette of teams has. */
export const ANNOTATION_COLOURS = ['sand', 'white', 'violet', 'pink', 'lime'] as const;
export type AnnotationColour = (typeof ANNOTATION_COLOURS)[number];

/** ms of the session. */
const moment = z.int().min(0).max(0x7fff_ffff);
const metre = z.number().min(-1e7).max(1e7);
/** Session metres. */
const place = z.tuple([metre, metre, metre]);
const unit = z.number().min(-1.001).max(1.001);
const name = z.string().max(200);
const base = { id: z.uuid() };

/** Where a camera stands and how it is turned. */
const pose = z.object({
  position: place,
  quaternion: z.tuple([unit, unit, unit, unit]),
  /** Vertical, degrees. */
  fov: z.number().min(1).max(170),
});

const bookmark = z.object({ ...base, kind: z.literal('bookmark'), t: moment, title: name, colour: z.enum(ANNOTATION_COLOURS) });

const comment = z.object({
  ...base,
  kind: z.literal('comment'),
  t: moment,
  text: z.string().max(4000),
  /** Null: about the moment as a whole. */
  place: place.nullable(),
  /** nativeId of whom it is about, null for nobody. */
  entity: z.string().max(200).nullable(),
});

const drawing = z
  .object({
    ...base,
    kind: z.literal('drawing'),
    /** arrow: from the first point to the last. circle: round the first, through the second. zone: a closed polygon. freehand: a line. */
    shape: z.enum(['arrow', 'circle', 'zone', 'freehand']),
    points: z.array(place).min(2).max(MOST_POINTS),
    /** Unit vector across the plane that it was drawn on. */
    normal: z.tuple([unit, unit, unit]),
    /** Seen from t0 until t1 (null: to the end), and then fading for `fadeMs`. */
    t0: moment,
    t1: moment.nullable(),
    fadeMs: z.int().min(0).max(60_000),
    colour: z.enum(ANNOTATION_COLOURS),
  })
  .refine(({ t0, t1 }) => t1 === null || t1 >= t0);

/** `key`: 1 to 9 of the keyboard, null for none. */
const shot = z.object({ ...base, kind: z.literal('shot'), name, pose, key: z.int().min(1).max(9).nullable() });

const path = z.object({
  ...base,
  kind: z.literal('path'),
  name,
  easing: z.enum(['smooth', 'linear']),
  /** In order of t. */
  keys: z
    .array(z.object({ t: moment, pose }))
    .min(1)
    .max(MOST_KEYS)
    .refine((keys) => keys.every(({ t }, i) => t >= (keys[i - 1]?.t ?? 0))),
});

/** `id` is drawn by who makes it, and stays when it is changed. */
export const annotation = z.discriminatedUnion('kind', [bookmark, comment, drawing, shot, path]);
export type Annotation = z.infer<typeof annotation>;
export type AnnotationKind = Annotation['kind'];
export type AnnotationOf<K extends AnnotationKind> = Extract<Annotation, { kind: K }>;

export const notes = z.string().max(MOST_NOTE_CHARS);

/** All that people added to a session. */
export interface SessionNotes {
  readonly tags: readonly string[];
  /** Free text about the session as a whole. */
  readonly notes: string;
  /** In order of their moments; shots, which have none, first. */
  readonly annotations: readonly Annotation[];
}

/** The moment that an annotation belongs to, ms; a shot has none. */
export function momentOf(annotation: Annotation): number | null {
  switch (annotation.kind) {
    case 'bookmark':
    case 'comment':
      return annotation.t;
    case 'drawing':
      return annotation.t0;
    case 'path':
      return annotation.keys[0]?.t ?? null;
    default:
      return null;
  }
}
