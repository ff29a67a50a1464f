/** Of what the answers of the REST API are made. Every answer has a name, under which the API's document lists it. */
import { z } from 'zod';

/** Answers and their parts by name. */
export const answers = z.registry<{ readonly id: string; readonly description?: string }>();

export function named<T extends z.ZodType>(id: string, schema: T, description?: string): T {
  answers.add(schema, description === undefined ? { id } : { id, description });
  return schema;
}

export const text = z.string();
export const count = z.int().min(0);
/** Of two counts. */
export const ratio = z.number().min(0);
export const percent = z.number().min(0).max(100);
export const amount = z.number().min(0);
export const seconds = z.number().min(0).meta({ description: 'Seconds.' });
/** RFC 3339; null when nobody knows. */
export const time = z.iso.datetime().nullable();
/** Seconds since 1970. */
export const unixTime = z.int().nullable().meta({ description: 'Seconds since 1970; null when nobody knows.' });
/** Game units, about an inch. */
export const place = z.number().meta({ description: 'Game units.' });

export const refusal = named('Error', z.object({ error: text.meta({ description: 'One sentence.' }) }));
