/** Hands a session that is stored already to where sessions are stored, part by part and as it is. */
import type { SessionInfo } from '../../../shared/session/model.ts';
import type { SessionSource } from '../session-source.ts';
import type { SessionTarget } from '../session-target.ts';

/** `onProgress`: share of its parts that were taken. Throws the signal's reason when aborted. */
export async function copySession(
  session: SessionSource,
  target: SessionTarget,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<SessionInfo> {
  const info = session.info();
  // What the picture is drawn with goes first.
  await target.put({ kind: 'entities', entities: session.entities() });
  await target.put({ kind: 'strings', strings: session.strings() });
  await target.put({ kind: 'info', info });
  const overview = await session.overview();
  if (overview !== null) await target.put({ kind: 'overview', data: owned(overview) });
  const chunks = session.chunks();
  const blocks = session.eventBlocks();
  let done = 0;
  const taken = (): void => {
    signal.throwIfAborted();
    onProgress(++done / (chunks.length + blocks.length));
  };
  for (const { layer, index, t0, t1 } of chunks) {
    await target.put({ kind: 'chunk', layer, index, t0, t1, data: owned(await session.chunk(layer, index)) });
    taken();
  }
  for (const { index, firstSeq, count, t0, t1 } of blocks) {
    const columns = owned(await session.eventColumns(index));
    const payloads = owned(await session.eventPayloads(index));
    await target.put({ kind: 'events', index, firstSeq, count, t0, t1, columns, payloads });
    taken();
  }
  const notes = (await session.notes?.()) ?? null;
  if (notes !== null) await target.put({ kind: 'notes', notes });
  return info;
}

/** In memory of its own, which may be moved to another thread. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
