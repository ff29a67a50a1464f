/** Takes a recording into the library's originals: copies (or moves) it while hashing, under its hash. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ByteSource } from '../game-adapter.ts';
import { originalPath, type LibraryFolder } from '../library/folder.ts';
import { writeWhole } from '../write-whole.ts';

const BLOCK_BYTES = 1024 * 1024;

export interface Copied {
  /** In the library's tmp folder. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** `move`: the source is a file in tmp already, and may stay where it is. */
export async function copyHashing(
  source: ByteSource,
  folder: LibraryFolder,
  move: boolean,
  signal: AbortSignal,
  onProgress: (bytesDone: number) => void,
): Promise<Copied> {
  const kept = move ? source.path : null;
  const copy = kept ?? join(folder.tmp, `import-${randomUUID()}`);
  try {
    return { path: copy, ...(await copyTo(source, kept === null ? copy : null, signal, onProgress)) };
  } catch (error) {
    if (kept === null) await rm(copy, { force: true });
    throw error;
  }
}

async function copyTo(
  source: ByteSource,
  copy: string | null,
  signal: AbortSignal,
  onProgress: (bytesDone: number) => void,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
  await using to = copy === null ? null : await open(copy, 'wx', 0o600);
  let bytes = 0;
  for (;;) {
    signal.throwIfAborted();
    const read = await source.read(bytes, BLOCK_BYTES, block);
    if (read.length === 0) break;
    hash.update(read);
    if (to !== null) await writeWhole(to, read);
    bytes += read.length;
    onProgress(bytes);
  }
  await to?.sync(); // the library promises to keep originals, and a rename alone may outlive its content in a power cut
  return { sha256: hash.digest('hex'), bytes };
}

/** The path of the original, after moving the copy there. */
export async function keepOriginal(copied: Copied, folder: LibraryFolder): Promise<string> {
  const path = originalPath(folder.originals, copied.sha256);
  const isThere = existsSync(path) && (await stat(path)).size === copied.bytes;
  if (isThere) {
    await rm(copied.path, { force: true });
  } else {
    await mkdir(dirname(path), { recursive: true });
    await rename(copied.path, path);
  }
  return path;
}
