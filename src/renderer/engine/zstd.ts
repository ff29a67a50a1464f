/** zstd in the renderer: WebAssembly, fetched as a file of its own (no data: URL), instantiated once per thread. */
import { compress, decompress, init } from '@bokuweb/zstd-wasm';
import type { Compression } from '../../shared/session/chunk.ts';

let loading: Promise<Compression> | null = null;

/** Works in the page and in workers. */
export function loadZstd(): Promise<Compression> {
  loading ??= init().then(() => ({ compress: pack, decompress: unpack }));
  return loading;
}

function pack(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return compress(bytes) as Uint8Array<ArrayBuffer>;
}

function unpack(bytes: Uint8Array, maxBytes: number): Uint8Array<ArrayBuffer> {
  // The frame declares its size; a hostile one is refused before anything is reserved for it.
  const size = contentSize(bytes);
  if (size === null || size > maxBytes) throw new Error('A chunk declares no size or one beyond its limit.');
  return decompress(bytes) as Uint8Array<ArrayBuffer>;
}

/** From the frame header (RFC 8878, 3.1.1); null when it is absent or this is no zstd frame. */
function contentSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 6 || view.getUint32(0, true) !== 0xfd2fb528) return null;
  const descriptor = view.getUint8(4);
  const single = (descriptor & 0x20) !== 0;
  const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const at = 5 + (single ? 0 : 1) + dictionary;
  const flag = descriptor >> 6;
  const length = flag === 0 ? (single ? 1 : 0) : 2 ** flag;
  if (length === 0 || at + length > bytes.length) return null;
  if (length === 1) return view.getUint8(at);
  if (length === 2) return view.getUint16(at, true) + 256;
  if (length === 4) return view.getUint32(at, true);
  return Number(view.getBigUint64(at, true));
}
