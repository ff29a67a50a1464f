/** OCAP2 web's chunk format: a folder with manifest.pb and chunks/NNNN.pb, or a ZIP of it. */
import protobuf from 'protobufjs/minimal.js';
import { type ByteSource, type Confidence, type FileFormat, type ReadContext, RefusedInput } from '../../../game-adapter.ts';
import type { SessionSink } from '../../../session-sink.ts';
import { CHUNK_FORMAT, chunkFiles, INDEX, PARTS, withoutVersion } from './chunk-files.ts';

/** First fields of messages, by number and wire type: a manifest's version and world; a chunk's counts and first frame. */
const MANIFEST = /^1:0 2:2 3:2 4:0( |$)/;
const CHUNK = /^(1:0 )?(2:0 )?3:0 4:2$/;

function sniff(head: Uint8Array): Confidence {
  const fields = firstFields(withoutVersion(head));
  if (MANIFEST.test(fields)) return 3;
  return CHUNK.test(fields) ? 2 : 0;
}

/** Up to the first frame, four fields at most: "1:0 2:2 …". */
function firstFields(bytes: Uint8Array): string {
  const reader = protobuf.Reader.create(bytes);
  const fields: string[] = [];
  try {
    while (fields.length < 4 && reader.pos < reader.len) {
      const tag = reader.uint32();
      const field = `${tag >>> 3}:${tag & 7}`;
      fields.push(field);
      if (field === '4:2') break;
      if (field === '1:0' && fields.length === 1) {
        // Versions are 1 and 2, and a manifest begins with its own.
        const value = reader.uint32();
        if (value > 1_000_000) return '';
      } else reader.skipType(tag & 7);
    }
  } catch {
    return '';
  }
  return fields.join(' ');
}

async function read(source: ByteSource, sink: SessionSink, context: ReadContext): Promise<void> {
  const files = await chunkFiles(source);
  const version = versionOf(files.manifest);
  // The messages of this format are large, and most recordings are of another.
  if (version === 1) await (await import('./read-v1.ts')).readFirstVersion(source, files, sink, context);
  else if (version === 2) await (await import('./read-v2.ts')).readSecondVersion(source, files, sink, context);
  else throw new RefusedInput(`This recording is in version ${version} of its format; 1 and 2 are known.`);
}

function versionOf(manifest: Uint8Array): number {
  try {
    const reader = protobuf.Reader.create(manifest);
    return reader.uint32() === 8 ? reader.uint32() : 0;
  } catch {
    return 0;
  }
}

export const ocapChunks: FileFormat = {
  id: CHUNK_FORMAT,
  label: 'OCAP recording in chunks',
  extensions: ['.zip'],
  folder: { index: INDEX, parts: PARTS },
  sniff,
  read,
};
