/** The memory behind a decoded chunk. */
import type { Chunk } from '../../../shared/session/chunk.ts';

/** Each buffer once, though several columns may lie in one. */
export function chunkBuffers(chunk: Chunk): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const column of chunk.columns) {
    if (column === undefined) continue;
    for (const part of [column.entities, column.starts, column.times, column.values]) buffers.add(part.buffer as ArrayBuffer);
  }
  return [...buffers];
}

export function chunkBytes(chunk: Chunk): number {
  return chunkBuffers(chunk).reduce((sum, buffer) => sum + buffer.byteLength, 0);
}
