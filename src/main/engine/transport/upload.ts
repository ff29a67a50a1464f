/** POST /upload?name=…: a dropped file in a browser, streamed into the library's tmp folder. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Largest recordings are a few GB. */
export const UPLOAD_BYTES = 16 * 1024 ** 3;
const NAME_LENGTH = 255;

export class UploadTooLarge extends Error {
  override readonly name = 'UploadTooLarge';
}

export interface Upload {
  readonly path: string;
  readonly name: string;
}

/** Rejects with UploadTooLarge, or with what broke the stream; nothing is left behind then. */
export async function receiveUpload(request: IncomingMessage, url: URL, tmpDir: string, limit: number): Promise<Upload> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new UploadTooLarge();
  const path = join(tmpDir, `upload-${randomUUID()}`);
  let bytes = 0;
  const counted = new Transform({
    transform: (part: Buffer, _encoding, done) => {
      bytes += part.length;
      if (bytes > limit) done(new UploadTooLarge());
      else done(null, part);
    },
  });
  try {
    await pipeline(request, counted, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { path, name: baseName(url.searchParams.get('name') ?? '') };
}

/** Only for showing and for sniffing by extension; it names no place. */
function baseName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  const clean = last.replaceAll(/[\u0000-\u001f\u007f]/g, '').slice(-NAME_LENGTH);
  return clean === '' || clean === '.' || clean === '..' ? 'upload' : clean;
}
