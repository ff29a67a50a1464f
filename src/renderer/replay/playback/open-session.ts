/** Opens a session of the library: its description, its profile and all of its events; chunks are read when they are played. One that is being recorded is followed. */
import type { EngineClient, SessionDetail } from '../../../shared/engine-api.ts';
import type { GameProfile } from '../../../shared/games/profile.ts';
import { PROFILES } from '../../../shared/games/profiles.ts';
import { decodeChunk, type Chunk } from '../../../shared/session/chunk.ts';
import type { Compression } from '../../../shared/session/envelope.ts';
import { decodeEvents } from '../../../shared/session/event-block.ts';
import { EngineError } from '../../engine/api-error.ts';
import { loadZstd } from '../../engine/zstd.ts';
import { inGameWords } from '../../words/game-words.ts';
import { words } from '../../words/words.ts';
import { EventPayloads } from './event-payloads.ts';
import { EventTableBuilder } from './event-table.ts';
import { LiveFeed } from './live-feed.ts';
import type { LoadedSession } from './types.ts';

export interface OpenedReplay {
  readonly session: LoadedSession;
  /** What makes it grow while it is being recorded, else null. */
  readonly feed: LiveFeed | null;
}

/** The games that can be shown, by id. */
type Profiles = Readonly<Record<string, GameProfile>>;

/** Rejects with one sentence for a person, or with the abort reason. */
export async function openSession(
  client: EngineClient,
  sessionId: string,
  signal: AbortSignal,
  profiles: Profiles = PROFILES,
): Promise<LoadedSession> {
  const detail = await client.call('sessions.get', { id: sessionId });
  signal.throwIfAborted();
  return loadStored(client, detail, profileOf(detail, profiles), signal);
}

/** The same, and what makes it grow when it is being recorded; `signal` then ends that too. */
export async function openReplay(
  client: EngineClient,
  sessionId: string,
  signal: AbortSignal,
  profiles: Profiles = PROFILES,
): Promise<OpenedReplay> {
  const detail = await client.call('sessions.get', { id: sessionId });
  signal.throwIfAborted();
  const profile = profileOf(detail, profiles);
  if (detail.row.status !== 'live') return { session: await loadStored(client, detail, profile, signal), feed: null };
  const zstd = await loadZstd();
  const stored = (until: AbortSignal): Promise<LoadedSession> => openSession(client, sessionId, until, profiles);
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  try {
    const feed = await LiveFeed.open({ client, id: sessionId, zstd, stored, wait }, profile, signal);
    return { session: feed.session, feed };
  } catch (error) {
    signal.throwIfAborted();
    // It has ended just now.
    if (error instanceof EngineError && error.code !== 'missing') throw error;
    return { session: await stored(signal), feed: null };
  }
}

function profileOf({ info }: SessionDetail, profiles: Profiles): GameProfile {
  const profile = profiles[info.game];
  if (profile === undefined) throw new Error(words().panels.errors.unknownGame(info.game));
  return inGameWords(profile);
}

async function loadStored(client: EngineClient, detail: SessionDetail, profile: GameProfile, signal: AbortSignal): Promise<LoadedSession> {
  const compression = loadZstd();
  const { row, info, entities, strings, chunks } = detail;
  const sessionId = row.id;
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
