/** Writes all of the bytes at the file's current place; a single write may take fewer. */
import type { FileHandle } from 'node:fs/promises';

export async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) written += (await file.write(bytes, written)).bytesWritten;
}
