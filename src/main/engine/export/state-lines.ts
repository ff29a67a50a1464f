/** The state of a session at given moments, as the lines that `sandtable state` prints: latest-at, never interpolated. */
import { decodeChunk, type Chunk } from '../../../shared/session/chunk.ts';
import {
  CHANNEL,
  LIFE,
  SESSION_ENTITY,
  type ChannelDef,
  type EntityInfo,
  type EntityKind,
  type Life,
} from '../../../shared/session/model.ts';
import { latestIndex, latestValue, wrapAngle } from '../../../shared/session/sampler.ts';
import type { ChunkRef, SessionSource } from '../session-source.ts';
import { zstd } from '../zstd.ts';
import { toMetres, type Coordinates } from './to-metres.ts';

interface EntityState {
  readonly id: number;
  readonly nativeId: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly team: string | null;
  /** Session metres. */
  readonly position: Coordinates | null;
  /** The source's own axes and units; without the height where the source has none. */
  readonly nativePosition: readonly number[] | null;
  /** Radians in [0, 2 pi), clockwise seen from above, 0 = Session -Z; null when unknown. */
  readonly heading: number | null;
  readonly life: Life;
  /** Alive or unconscious. */
  readonly alive: boolean;
  /** Id of the vehicle or carrier. */
  readonly parent: number | null;
}

interface StateLine {
  /** ms */
  readonly t: number;
  readonly entities: readonly EntityState[];
}

/** One line for each moment, in the order in which they are asked for. */
export async function* statesAt(session: SessionSource, moments: readonly number[]): AsyncGenerator<StateLine> {
  const describe = describer(session);
  const refs = session.chunks().filter(({ layer }) => layer === 0);
  let held: ChunkRef | undefined;
  let chunk: Chunk = { t0: 0, t1: 0, columns: [] };
  for (const t of moments) {
    const ref = refs.findLast(({ t0 }) => t0 <= t);
    if (ref === undefined) {
      yield { t, entities: [] };
      continue;
    }
    if (held !== ref) chunk = decodeChunk(await session.chunk(0, ref.index), zstd);
    held = ref;
    const entities: EntityState[] = [];
    for (const entity of session.entities()) {
      if (entity.kind === 'marker') continue; // a drawing on the map is nobody
      const state = describe(chunk, entity, t);
      if (state !== null) entities.push(state);
    }
    yield { t, entities };
  }
}

/** Says what an entity is at t; null when it does not exist then. */
function describer(session: SessionSource): (chunk: Chunk, entity: EntityInfo, t: number) => EntityState | null {
  const { channels, space } = session.info();
  const strings = session.strings();
  const find = (name: string): ChannelDef | undefined => channels.find((channel) => channel.name === name);
  const id = (name: string): number => find(name)?.id ?? -1;
  const [segment, lifeChannel, parent, nameChannel, teamChannel, position] = [
    CHANNEL.segment,
    CHANNEL.life,
    CHANNEL.parent,
    CHANNEL.name,
    CHANNEL.team,
    CHANNEL.position,
  ].map(id) as [number, number, number, number, number, number];
  const heading = find(CHANNEL.heading);
  return (chunk, entity, t) => {
    const value = (channel: number): number | null => latestValue(chunk, channel, entity.id, t);
    if (entity.id === SESSION_ENTITY || (value(segment) ?? 0) === 0) return null;
    const text = (channel: number): string | null => {
      const index = value(channel);
      return index === null ? null : (strings[index] ?? null);
    };
    const native = vector(chunk, position, entity.id, t);
    const life = LIFE[value(lifeChannel) ?? 0] ?? 'unknown';
    const team = text(teamChannel);
    const angle = heading === undefined ? null : value(heading.id);
    return {
      id: entity.id,
      nativeId: entity.nativeId,
      kind: entity.kind,
      name: text(nameChannel) ?? entity.name,
      team: team === null ? entity.team : team === '' ? null : team,
      position: native === null ? null : toMetres(native, space),
      nativePosition: native === null ? null : native.filter((number) => !Number.isNaN(number)),
      heading:
        angle === null || Number.isNaN(angle)
          ? null
          : wrapAngle(angle * (heading?.toSession?.scale ?? 1) + (heading?.toSession?.offset ?? 0)),
      life,
      alive: life === 'alive' || life === 'unconscious',
      parent: value(parent) || null, // 0 is none
    };
  };
}

function vector(chunk: Chunk, channel: number, entity: number, t: number): readonly number[] | null {
  const column = chunk.columns[channel];
  const index = column === undefined ? -1 : latestIndex(column, entity, t);
  if (column === undefined || index < 0) return null;
  const native = Array.from(column.values.subarray(index * column.width, (index + 1) * column.width));
  return native.every(Number.isNaN) ? null : native;
}
