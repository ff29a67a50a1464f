/** Opens a session of the library: its description, its profile and all of its events; chunks are read when they are played. */
import type { EngineClient } from '../../../shared/engine-api.ts';
import { PROFILES } from '../../../shared/games/profiles.ts';
import { decodeChunk, type Chunk } from '../../../shared/session/chunk.ts';
import type { Compression } from '../../../shared/session/envelope.ts';
import { decodeEvents } from '../../../shared/session/event-block.ts';
import { loadZstd } from '../../engine/zstd.ts';
import { EventPayloads } from './event-payloads.ts';
import { EventTableBuilder } from './event-table.ts';
import type { LoadedSession } from './types.ts';

/** Rejects with one sentence for a person, or with the abort reason. */
export async function openSession(client: EngineClient, sessionId: string, signal: AbortSignal): Promise<LoadedSession> {
  const compression = loadZstd();
  const detail = await client.call('sessions.get', { id: sessionId });
  signal.throwIfAborted();
  const { row, info, entities, strings, chunks } = detail;
  const profile = PROFILES[info.game];
  if (profile === undefined) throw new Error(`This version does not know the game "${info.game}". A newer one may.`);
  const blocks = detail.eventBlocks.toSorted((a, b) => a.firstSeq - b.firstSeq);

  const table = new EventTableBuilder(
    blocks.reduce((sum, block) => sum + block.count, 0),
    info.space,
  );
  // All are under way at once: what counts is the time until the last one is there.
  const stored = blocks.map(({ index }) => client.call('events.columns', { id: sessionId, index }));
  const zstd = await compression;
  for (const bytes of stored) {
    table.add(decodeEvents(await bytes, zstd));
    signal.throwIfAborted();
  }
  const overview = await loadOverview(client, sessionId, zstd);
  signal.throwIfAborted();
  const payloads = new EventPayloads(client, sessionId, blocks, compression);
  return {
    row,
    info,
    profile,
    entities,
    strings,
    events: table.finish(),
    chunks,
    overview,
    // Words do without what cannot be read.
    eventData: (seq) => payloads.get(seq).catch(() => null),
  };
}

/** Null, too, when it cannot be read: what is drawn from it is then left out. */
async function loadOverview(client: EngineClient, id: string, compression: Compression): Promise<Chunk | null> {
  try {
    const { overview } = await client.call('sessions.overview', { id });
    return overview === null ? null : decodeChunk(overview, compression);
  } catch {
    return null;
  }
}
