import { once } from 'node:events';
/** Writes an OCAP file of any size by the simulator, without ever holding it. */
import { createWriteStream } from 'node:fs';
import { PassThrough, type Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { writeBulk, type BulkOptions } from '../simulators/arma/bulk.ts';

/** A name that ends in .gz is packed. Resolves to the bytes of JSON. */
export async function writeBulkFile(path: string, options: BulkOptions): Promise<number> {
  let bytes = 0;
  const packer: Transform = path.endsWith('.gz') ? createGzip({ level: 6 }) : new PassThrough();
  const written = pipeline(packer, createWriteStream(path));
  await writeBulk(options, async (piece) => {
    bytes += piece.length;
    await write(packer, piece);
  });
  packer.end();
  await written;
  return bytes;
}

async function write(to: Writable, piece: Uint8Array): Promise<void> {
  if (!to.write(piece)) await once(to, 'drain');
}
