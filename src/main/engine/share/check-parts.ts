/** Looks through what came in a shared file before anything keeps it: what the codecs can read may still speak of entities, texts and moments that are not there. */
import type { Chunk, Column } from '../../../shared/session/chunk.ts';
import type { EventColumns } from '../../../shared/session/event-block.ts';
import { EVENT_TYPES } from '../../../shared/session/event-types.ts';
import type { ChannelDef } from '../../../shared/session/model.ts';

/** What the parts of a session refer to. */
export interface Referred {
  readonly channels: readonly ChannelDef[];
  readonly entities: number;
  readonly strings: number;
  /** Events and samples lie from 0 to here, ms. */
  readonly endMs: number;
}

/** Half a sentence about what is wrong; null when all is well. */
export function faultOfChunk(chunk: Chunk, t0: number, t1: number, { channels, entities, strings }: Referred): string | null {
  if (chunk.t0 !== t0 || chunk.t1 !== t1) return 'is of another time than it says';
  for (const column of chunk.columns) {
    if (column === undefined) continue;
    const def = channels[column.channel];
    if (def === undefined || def.width !== column.width || (def.type === 'number') !== column.values instanceof Float64Array)
      return 'has a channel that the session does not have';
    if ((column.entities[0] ?? 0) < 0 || (column.entities.at(-1) ?? 0) >= entities) return 'speaks of somebody who is not there';
    if (!isInOrder(column, t1)) return 'has samples out of order';
    const most = def.type === 'string' ? strings : def.type === 'entity' ? entities : null;
    if (most !== null && !column.values.every((value) => value >= 0 && value < most)) return 'refers to what is not there';
  }
  return null;
}

export function faultOfEvents(
  events: EventColumns,
  payloads: readonly unknown[],
  { count, t0, t1 }: { readonly count: number; readonly t0: number; readonly t1: number },
  { entities, strings, endMs }: Referred,
): string | null {
  if (events.count !== count || payloads.length !== count) return 'has another number of events than it says';
  for (const payload of payloads)
    if (payload !== null && (typeof payload !== 'object' || Array.isArray(payload))) return 'has data that is none';
  const below = (values: Int32Array, most: number): boolean => values.every((value) => value >= 0 && value < most);
  let before = t0;
  for (const t of events.t) {
    if (t < before || t > Math.min(t1, endMs)) return 'has events out of order';
    before = t;
  }
  const isGood =
    below(events.type, EVENT_TYPES.length) &&
    below(events.nativeType, strings) &&
    below(events.weapon, strings) &&
    below(events.actor, entities) &&
    below(events.target, entities);
  return isGood ? null : 'refers to what is not there';
}

/** Arrays and objects in each other, without reading them: what nests deeper than this is no session. */
const DEEPEST = 64;

export function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inText) {
      if (code === 0x5c) i++;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > DEEPEST) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}

/** Times ascend within each entity, none is before the session or at the chunk's end. */
function isInOrder({ entities, starts, times }: Column, t1: number): boolean {
  for (let i = 0; i < entities.length; i++) {
    let before = -1;
    for (let n = starts[i] ?? 0; n < (starts[i + 1] ?? 0); n++) {
      const t = times[n] ?? -1;
      if (t <= before || t >= t1) return false;
      before = t;
    }
  }
  return true;
}
