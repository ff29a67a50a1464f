/** Small made-up sessions for the library's tests. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { EntityInfo, SessionInfo } from '../../../shared/session/model.ts';
import { originalPath } from './folder.ts';
import type { Library } from './library.ts';
import type { FinishedSession } from './operations.ts';
import { packJson } from './packed-json.ts';

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'sandtable-library-'));
}

export function madeInfo(over: Partial<SessionInfo> = {}): SessionInfo {
  return {
    game: 'chess',
    format: 'pgn',
    adapterVersion: 1,
    title: 'A quiet evening',
    world: 'board',
    worldSize: 8,
    startedAt: '2026-05-04T19:30:00Z',
    durationMs: 64_000,
    frames: 65,
    framePeriodMs: 1000,
    maxInterpolateMs: 2000,
    space: { axis: [0, 1, 2], sign: [1, 1, 1], metresPerUnit: 1 },
    channels: [],
    clocks: [],
    entityCount: 2,
    playerCount: 1,
    eventCount: 3,
    eventsByType: { kill: 3 },
    result: null,
    warnings: [],
    partial: false,
    data: {},
    ...over,
  };
}

function madePlayer(id: number, name: string): EntityInfo {
  return {
    id,
    kind: 'player',
    nativeId: `native-${name}`,
    name,
    team: null,
    group: null,
    className: null,
    firstT: 0,
    lastT: 1,
    data: null,
  };
}

export function madeSession(info: SessionInfo, players: readonly string[]): FinishedSession {
  const entities = players.map((name, index) => madePlayer(index + 1, name));
  return {
    info,
    packedInfo: packJson(info),
    packedEntities: packJson(entities),
    packedStrings: packJson(['', 'rook']),
    overview: new Uint8Array([9, 9]),
    players: entities.map(({ id, name, nativeId }) => ({ entity: id, name, nativeId })),
    spark: Array.from({ length: 64 }, (_, index) => index),
    libraryBytes: 1234,
  };
}

export interface Made {
  readonly id: string;
  readonly sha256: string;
  readonly importId: string;
}

/** A session with two chunks and one event block, as an import would leave it; `complete: false` stops before the end. */
export async function addSession(
  library: Library,
  {
    info = {},
    players = ['Anna'],
    chunkBytes = 1000,
    complete = true,
  }: { info?: Partial<SessionInfo>; players?: readonly string[]; chunkBytes?: number; complete?: boolean } = {},
): Promise<Made> {
  const sha256 = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
  const importId = randomUUID();
  const id = randomUUID();
  await library.write('beginImport', { import: importId, sha256, name: 'evening.pgn', bytes: 7, again: false });
  const path = originalPath(library.folder.originals, sha256);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'original');
  await library.write('beginSession', { import: importId, id, game: 'chess', format: 'pgn' });
  for (const index of [0, 1]) {
    const data = new Uint8Array(chunkBytes).fill(index + 1);
    await library.write('addPart', {
      import: importId,
      id,
      part: { kind: 'chunk', layer: 0, index, t0: index * 32_000, t1: (index + 1) * 32_000, data },
    });
  }
  const columns = new Uint8Array([1, 2, 3]);
  const payloads = new Uint8Array([4, 5]);
  await library.write('addPart', {
    import: importId,
    id,
    part: { kind: 'events', index: 0, firstSeq: 0, count: 3, t0: 0, t1: 50_000, columns, payloads },
  });
  if (complete) {
    await library.write('finishSession', { import: importId, id, session: madeSession(madeInfo(info), players) });
    await library.write('completeImport', { import: importId });
  }
  return { id, sha256, importId };
}
