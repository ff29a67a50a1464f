/** What kind of picture a file is and how large, from its first bytes: nothing is decoded here. */

export interface ImageHead {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Bytes of a file that `imageHead` should be given: cameras and editors put much before the size into a JPEG. */
export const HEAD_BYTES = 1024 * 1024;

/** Null when it is none of PNG, JPEG and WebP, or its size is not within these bytes. */
export function imageHead(bytes: Uint8Array): ImageHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return pngHead(view) ?? jpegHead(view) ?? webpHead(view);
  } catch (error) {
    if (error instanceof RangeError) return null; // it ends too early
    throw error;
  }
}

function pngHead(view: DataView): ImageHead | null {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a || view.getUint32(12) !== 0x49484452) return null;
  return head('image/png', view.getUint32(16), view.getUint32(20));
}

/** Walks the segments up to the frame header. */
function jpegHead(view: DataView): ImageHead | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++; // filling
      continue;
    }
    // SOF0 to SOF15 without the tables (DHT, JPG, DAC) between them.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return head('image/jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
}

function webpHead(view: DataView): ImageHead | null {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return null;
  const little = (at: number): number => view.getUint8(at) | (view.getUint8(at + 1) << 8);
  switch (view.getUint32(12)) {
    case 0x56503820: // "VP8 "
      return head('image/webp', little(26) & 0x3fff, little(28) & 0x3fff);
    case 0x5650384c: {
      // "VP8L"
      const bits = view.getUint32(21, true);
      return head('image/webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 0x56503858: // "VP8X"
      return head('image/webp', (little(24) | (view.getUint8(26) << 16)) + 1, (little(27) | (view.getUint8(29) << 16)) + 1);
    default:
      return null;
  }
}

function head(type: ImageHead['type'], width: number, height: number): ImageHead | null {
  return width > 0 && height > 0 ? { type, width, height } : null;
}
