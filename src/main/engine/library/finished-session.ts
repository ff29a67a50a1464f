/** All that is stored of a session as a whole, packed for the library. */
import type { EntityInfo, SessionInfo } from '../../../shared/session/model.ts';
import type { FinishedSession } from './operations.ts';
import { packJson } from './packed-json.ts';

export interface WholeSession {
  readonly info: SessionInfo;
  readonly entities: readonly EntityInfo[];
  readonly strings: readonly string[];
  readonly overview: Uint8Array | null;
  /** 64 counts of events. */
  readonly spark: readonly number[];
}

/** `partBytes`: of the chunks and event blocks that are stored beside it. */
export function finishedSession({ info, entities, strings, overview, spark }: WholeSession, partBytes: number): FinishedSession {
  const packedInfo = packJson(info);
  const packedEntities = packJson(entities);
  const packedStrings = packJson(strings);
  const blocks = packedInfo.length + packedEntities.length + packedStrings.length + (overview?.length ?? 0);
  return {
    info,
    packedInfo,
    packedEntities,
    packedStrings,
    overview,
    players: entities.filter(({ kind }) => kind === 'player').map(({ id, name, nativeId }) => ({ entity: id, name, nativeId })),
    spark,
    libraryBytes: partBytes + blocks,
  };
}
