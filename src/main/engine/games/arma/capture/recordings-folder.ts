/** The recordings in a folder, and whether one has been written to its end: recorders write them in place. */
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

const RECORDING = /\.(?:json|json\.gz|gz)$/i;
const TAIL_BYTES = 64;

export interface SeenFile {
  readonly name: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** Oldest first. Null when there is no such folder now. */
export async function recordingsIn(folder: string): Promise<readonly SeenFile[] | null> {
  try {
    const files: SeenFile[] = [];
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (!entry.isFile() || !RECORDING.test(entry.name)) continue;
      const seen = await stat(join(folder, entry.name)).catch(() => null); // it may be gone by now
      if (seen !== null && seen.size > 0) files.push({ name: entry.name, size: seen.size, mtimeMs: seen.mtimeMs });
    }
    return files.toSorted((a, b) => a.mtimeMs - b.mtimeMs);
  } catch {
    return null;
  }
}

/** It ends as a recording does: a gzip file with its checksum, a text with its last bracket. */
export async function isWhole(path: string): Promise<boolean> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    const tail = Buffer.alloc(TAIL_BYTES);
    const { bytesRead } = await file.read(tail, 0, 2, 0);
    if (bytesRead === 2 && tail[0] === 0x1f && tail[1] === 0x8b) {
      const nowhere = new Writable({ write: (_part, _encoding, done) => done() });
      await pipeline(createReadStream(path), createGunzip(), nowhere);
      return true;
    }
    const last = await file.read(tail, 0, TAIL_BYTES, Math.max(0, size - TAIL_BYTES));
    return tail.toString('latin1', 0, last.bytesRead).trimEnd().endsWith('}');
  } catch {
    return false;
  }
}
