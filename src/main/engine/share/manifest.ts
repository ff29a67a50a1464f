/**
 * What a .sandtable file says of itself: one session, as a ZIP whose files are not packed again, for they are packed already.
 *
 *     manifest.json            first, so that the file is known by its first bytes
 *     info.json.zst            SessionInfo, entities, strings: as the library keeps them
 *     entities.json.zst
 *     strings.json.zst
 *     overview                 one chunk of the whole session; may be missing
 *     chunks/<layer>/<index>   as stored (src/shared/session/chunk.ts)
 *     events/<index>.columns   as stored (src/shared/session/event-block.ts)
 *     events/<index>.payloads
 *     notes.json.zst           what people added to it (src/shared/annotations.ts); may be missing
 */
import { z } from 'zod';
import { annotation, MOST_ANNOTATIONS, notes } from '../../../shared/annotations.ts';
import type { EntityInfo, SessionInfo } from '../../../shared/session/model.ts';
import { tags } from '../../../shared/tags.ts';

/** Readers of all versions that were ever released stay. */
export const SHARED_VERSION = 1;

const whole = z.int().min(0).max(0x7fff_ffff);
const name = z.string().max(4000);
const data = z.record(z.string(), z.unknown());

/** Both keys stand first, in this order: the format is found by them. */
export const manifestSchema = z.object({
  sandtable: z.literal(SHARED_VERSION),
  game: name,
  /** The id that the session is known by wherever it is shared. */
  origin: z.uuid(),
  /** Of the program that wrote it. */
  writer: name,
  chunks: z
    .array(z.object({ layer: z.union([z.literal(0), z.literal(1)]), index: whole, t0: whole, t1: whole }))
    .max(40_000)
    .refine((all) => [0, 1].every((layer) => areInOrder(all.filter((chunk) => chunk.layer === layer)))),
  events: z
    .array(z.object({ index: whole, firstSeq: whole, count: z.int().min(1).max(4_000_000), t0: whole, t1: whole }))
    .max(10_000)
    .refine((all) =>
      all.every(
        (block, i) => block.index === i && block.firstSeq === (i === 0 ? 0 : (all[i - 1]?.firstSeq ?? 0) + (all[i - 1]?.count ?? 0)),
      ),
    ),
});
export type Manifest = z.infer<typeof manifestSchema>;

const channel = z.object({
  id: whole,
  name: z.string().min(1).max(200),
  type: z.enum(['number', 'int', 'string', 'entity']),
  width: z.int().min(1).max(4096),
  layer: z.union([z.literal(0), z.literal(1)]),
  unit: name,
  overview: z.literal(true).exactOptional(),
  toSession: z.object({ scale: z.number(), offset: z.number() }).exactOptional(),
});

const sign = z.union([z.literal(1), z.literal(-1)]);
const axis = z.int().min(0).max(2);

export const infoSchema = z.object({
  game: name,
  format: name,
  adapterVersion: whole,
  title: name,
  world: name,
  worldSize: z.number().nullable(),
  startedAt: name.nullable(),
  durationMs: whole,
  frames: whole,
  framePeriodMs: z.number().min(0),
  maxInterpolateMs: z.number().min(0),
  space: z.object({ axis: z.tuple([axis, axis, axis]), sign: z.tuple([sign, sign, sign]), metresPerUnit: z.number() }),
  channels: z
    .array(channel)
    .max(4096)
    .refine((all) => all.every(({ id }, i) => id === i) && new Set(all.map((one) => one.name)).size === all.length),
  clocks: z
    .array(
      z
        .object({
          id: name,
          kind: z.enum(['utc', 'date', 'seconds']),
          t: z.array(z.number()).max(1_000_000),
          value: z.array(z.number()),
          rate: z.array(z.number()),
        })
        .refine(({ t, value, rate }) => t.length === value.length && t.length === rate.length),
    )
    .max(64),
  entityCount: whole,
  playerCount: whole,
  eventCount: whole,
  eventsByType: z.record(z.string(), whole),
  result: name.nullable(),
  warnings: z.array(z.object({ code: name, count: whole, first: name })).max(1000),
  partial: z.boolean(),
  data,
}) as unknown as z.ZodType<SessionInfo>; // the payloads are JSON, for that is what they were read from

export const entitiesSchema = z
  .array(
    z.object({
      id: whole,
      kind: z.enum(['player', 'ai', 'vehicle', 'disc', 'projectile', 'marker', 'object']),
      nativeId: name,
      name,
      team: name.nullable(),
      group: name.nullable(),
      className: name.nullable(),
      firstT: z.int(),
      lastT: z.int(),
      data: data.nullable(),
    }),
  )
  .min(1)
  .max(1_000_000)
  .refine((all) => all.every(({ id }, i) => id === i)) as unknown as z.ZodType<readonly EntityInfo[]>;

export const stringsSchema = z
  .array(z.string().max(1_000_000))
  .min(1)
  .max(5_000_000)
  .refine(([first]) => first === '');

export const notesSchema = z.object({
  ownTitle: z.string().max(400).nullable(),
  tags,
  notes,
  annotations: z
    .array(annotation)
    .max(MOST_ANNOTATIONS)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length),
});

export function chunkName(layer: 0 | 1, index: number): string {
  return `chunks/${layer}/${index}`;
}

export function eventsName(index: number, part: 'columns' | 'payloads'): string {
  return `events/${index}.${part}`;
}

function areInOrder(chunks: readonly { readonly index: number; readonly t0: number; readonly t1: number }[]): boolean {
  return chunks.every(({ index, t0, t1 }, i) => index === i && t1 > t0 && t0 >= (chunks[i - 1]?.t1 ?? 0));
}
