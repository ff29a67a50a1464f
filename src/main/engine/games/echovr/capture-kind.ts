/** What kind of capture a file is, by its first bytes: v1 messages (.nevrcap) or v2 envelopes (.tape), whatever it is called. */
import { unpackHead } from './zstd-frames.ts';

/** By a file's first bytes, packed or not. */
export function captureKind(head: Uint8Array): 'nevrcap' | 'tape' | 'unknown' {
  return payloadKind(isPacked(head) ? unpackHead(head) : head);
}

/** Begins as zstd data does: with a frame, or with one to be skipped. */
export function isPacked(head: Uint8Array): boolean {
  return isZstd(head) || isSkippable(head);
}

function isZstd(head: Uint8Array): boolean {
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd;
}

function isSkippable(head: Uint8Array): boolean {
  return ((head[0] ?? 0) & 0xf0) === 0x50 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18;
}

/** What the first message of an unpacked stream is. */
function payloadKind(bytes: Uint8Array): 'nevrcap' | 'tape' | 'unknown' {
  const length = varint(bytes, 0);
  if (length === null) return 'unknown';
  const start = length.next;
  const end = start + length.value;
  if (length.value < 2 || length.value > 16 * 1024 * 1024) return 'unknown';
  const tag = bytes[start];
  const inner = varint(bytes, start + 1);
  if (tag === 0x0a && inner !== null) {
    // An envelope around the header fills the message and begins with another field 1; the header's own field 1 is a text.
    const fills = inner.next + inner.value === end;
    const first = bytes[inner.next];
    if (fills && (first === 0x0a || first === 0x12 || first === 0x18)) return 'tape';
    return inner.next + inner.value <= end && isText(bytes.subarray(inner.next, Math.min(inner.next + inner.value, bytes.length)))
      ? 'nevrcap'
      : 'unknown';
  }
  // A header without an id, or a frame where no header was written: a time stamp, or a frame number and a time stamp.
  const stamp = tag === 0x08 ? (inner?.next ?? 0) : start;
  const size = varint(bytes, stamp + 1);
  if (bytes[stamp] === 0x12 && size !== null && size.value <= 20 && bytes[size.next] === 0x08) return 'nevrcap';
  return 'unknown';
}

function isText(bytes: Uint8Array): boolean {
  return bytes.length > 0 && bytes.every((byte) => byte >= 32);
}

/** The varint of up to five bytes at `pos`, and where it ends; null when it does not. */
export function varint(bytes: Uint8Array, pos: number): { readonly value: number; readonly next: number } | null {
  let value = 0;
  for (let i = 0; i < 5; i++) {
    const byte = bytes[pos + i];
    if (byte === undefined) return null;
    value += (byte & 127) * 128 ** i;
    if (byte < 128) return { value, next: pos + i + 1 };
  }
  return null;
}
