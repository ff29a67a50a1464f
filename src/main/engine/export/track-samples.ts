/** Where everybody was, sample by sample in order of time: a sample is a moment at which anything about an entity changed. Holds one chunk at a time. */
import { decodeChunk, type Chunk } from '../../../shared/session/chunk.ts';
import { CHANNEL, LIFE, SESSION_ENTITY, type EntityInfo, type Life } from '../../../shared/session/model.ts';
import { latestIndex, wrapAngle } from '../../../shared/session/sampler.ts';
import type { SessionSource } from '../session-source.ts';
import { zstd } from '../zstd.ts';
import { toMetres, type Coordinates } from './to-metres.ts';

export interface TrackSample {
  /** ms */
  readonly t: number;
  /** Native frame index, null when the source has none. */
  readonly frame: number | null;
  readonly entity: EntityInfo;
  /** Number of the continuous stretch that the entity exists in: nothing is between two stretches. 0 where it stops to exist; then all that follows is null. */
  readonly segment: number;
  readonly name: string | null;
  readonly team: string | null;
  /** Session metres. */
  readonly position: Coordinates | null;
  /** Radians in [0, 2 pi), clockwise seen from above, 0 = Session -Z. */
  readonly heading: number | null;
  readonly life: Life | null;
  /** EntityId of the vehicle or carrier. */
  readonly parent: number | null;
}

/** Of a change: its time, and which entity. Entities number fewer than this. */
const ENTITIES = 2 ** 21;
const CHANNELS = [CHANNEL.segment, CHANNEL.position, CHANNEL.heading, CHANNEL.life, CHANNEL.parent, CHANNEL.name, CHANNEL.team] as const;

/** In order of t, at one moment of entity ids. */
export async function* trackSamples(session: SessionSource): AsyncGenerator<TrackSample> {
  const { channels, space } = session.info();
  const strings = session.strings();
  const entities = new Map(session.entities().map((entity) => [entity.id, entity]));
  const idOf = (name: string): number => channels.find((channel) => channel.name === name)?.id ?? -1;
  const [segment, position, heading, life, parent, name, team] = CHANNELS.map(idOf) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const angle = channels[heading]?.toSession ?? { scale: 1, offset: 0 };
  const frame = idOf(CHANNEL.frame);
  for (const { layer, index, t0 } of session.chunks()) {
    if (layer !== 0) continue;
    const chunk = decodeChunk(await session.chunk(layer, index), zstd);
    for (const key of changes(chunk, [segment, position, heading, life, parent, name, team], t0)) {
      const t = Math.floor(key / ENTITIES);
      const id = key % ENTITIES;
      const entity = entities.get(id);
      const exists = valueAt(chunk, segment, id, t) ?? 0;
      if (entity === undefined || (exists === 0 && !changesAt(chunk, segment, id, t))) continue;
      const text = (channel: number): string | null => strings[valueAt(chunk, channel, id, t) ?? -1] ?? null;
      const native = exists === 0 ? null : vectorAt(chunk, position, id, t);
      const direction = valueAt(chunk, heading, id, t);
      const side = text(team);
      yield {
        t,
        frame: valueAt(chunk, frame, SESSION_ENTITY, t),
        entity,
        segment: exists,
        name: exists === 0 ? null : (text(name) ?? entity.name),
        team: exists === 0 ? null : side === null ? entity.team : side || null,
        position: native === null ? null : toMetres(native, space),
        heading: exists === 0 || direction === null || Number.isNaN(direction) ? null : wrapAngle(direction * angle.scale + angle.offset),
        life: exists === 0 ? null : (LIFE[valueAt(chunk, life, id, t) ?? 0] ?? 'unknown'),
        parent: exists === 0 ? null : valueAt(chunk, parent, id, t) || null,
      };
    }
  }
}

/** t * ENTITIES + entity of each change within the chunk, ascending, each once. The state at its start was said by an earlier one. */
function changes(chunk: Chunk, channels: readonly number[], t0: number): Float64Array {
  const columns = channels.map((channel) => chunk.columns[channel]).filter((column) => column !== undefined);
  const keys = new Float64Array(columns.reduce((sum, { times }) => sum + times.length, 0));
  let count = 0;
  for (const { entities, starts, times } of columns) {
    for (let row = 0; row < entities.length; row++) {
      const entity = entities[row] as number;
      if (entity === SESSION_ENTITY) continue;
      for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
        const t = times[i] as number;
        if (t >= t0) keys[count++] = t * ENTITIES + entity;
      }
    }
  }
  const sorted = keys.subarray(0, count).toSorted();
  let unique = 0;
  for (let i = 0; i < count; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[unique++] = sorted[i] as number;
  return sorted.subarray(0, unique);
}

function valueAt(chunk: Chunk, channel: number, entity: number, t: number): number | null {
  const column = chunk.columns[channel];
  const index = column === undefined ? -1 : latestIndex(column, entity, t);
  return column === undefined || index < 0 ? null : (column.values[index * column.width] as number);
}

function vectorAt(chunk: Chunk, channel: number, entity: number, t: number): ArrayLike<number> | null {
  const column = chunk.columns[channel];
  const index = column === undefined ? -1 : latestIndex(column, entity, t);
  if (column === undefined || index < 0) return null;
  const native = column.values.subarray(index * column.width, (index + 1) * column.width);
  return native.every((number: number) => Number.isNaN(number)) ? null : native;
}

function changesAt(chunk: Chunk, channel: number, entity: number, t: number): boolean {
  const column = chunk.columns[channel];
  const index = column === undefined ? -1 : latestIndex(column, entity, t);
  return column !== undefined && index >= 0 && column.times[index] === t;
}
