/** Events of a session as the lines that `sandtable events` prints and the NDJSON export holds. */
import { decodeEvents, decodePayloads, type EventColumns } from '../../../shared/session/event-block.ts';
import { EVENT_TYPES, type EventType } from '../../../shared/session/event-types.ts';
import type { EntityInfo, JsonObject, Space } from '../../../shared/session/model.ts';
import type { SessionSource } from '../session-source.ts';
import { zstd } from '../zstd.ts';
import { toMetres, type Coordinates } from './to-metres.ts';

interface EventParty {
  readonly id: number;
  readonly nativeId: string;
  readonly name: string;
  readonly team: string | null;
}

export interface EventLine {
  /** ms */
  readonly t: number;
  /** Native frame index, null when the source has none. */
  readonly frame: number | null;
  readonly type: EventType;
  readonly nativeType: string;
  readonly actor: EventParty | null;
  readonly target: EventParty | null;
  readonly weapon: string | null;
  /** Session metres; null where unknown. */
  readonly position: Coordinates | null;
  readonly data: JsonObject | null;
}

/** In order of t. */
export async function* eventLines(session: SessionSource): AsyncGenerator<EventLine> {
  const strings = session.strings();
  const entities = new Map(session.entities().map((entity) => [entity.id, entity]));
  const { space } = session.info();
  for (const { index } of session.eventBlocks()) {
    const events = decodeEvents(await session.eventColumns(index), zstd);
    const payloads = decodePayloads(await session.eventPayloads(index), zstd);
    for (let i = 0; i < events.count; i++) {
      const frame = events.frame[i] ?? -1;
      yield {
        t: events.t[i] ?? 0,
        frame: frame === -1 ? null : frame,
        type: EVENT_TYPES[events.type[i] ?? -1] ?? 'custom',
        nativeType: strings[events.nativeType[i] ?? 0] ?? '',
        actor: party(entities, events.actor[i]),
        target: party(entities, events.target[i]),
        weapon: strings[events.weapon[i] ?? 0] || null, // "" is no weapon
        position: positionOf(events, i, space),
        data: payloads[i] ?? null,
      };
    }
  }
}

function party(entities: ReadonlyMap<number, EntityInfo>, id: number | undefined): EventParty | null {
  const entity = id === undefined || id === 0 ? undefined : entities.get(id);
  return entity === undefined ? null : { id: entity.id, nativeId: entity.nativeId, name: entity.name, team: entity.team };
}

function positionOf({ position }: EventColumns, index: number, space: Space): Coordinates | null {
  const native = position.subarray(index * 3, index * 3 + 3);
  return native.every(Number.isNaN) ? null : toMetres(native, space);
}
