/** Points for a heatmap over many sessions, as they go from the engine to a page: columns behind a small head. */

export interface HeatPoints {
  readonly count: number;
  /** Session ids; `session` is an index into it. */
  readonly sessions: readonly string[];
  readonly session: Uint16Array;
  /** ms since the start of its session. */
  readonly t: Int32Array;
  /** Session metres, 3 each. */
  readonly position: Float32Array;
}

interface Head {
  readonly sessions: readonly string[];
  readonly count: number;
}

/** A head of JSON begins behind its own length (4 bytes, little-endian), the columns at a multiple of 4 behind it. */
export function encodeHeatPoints({ count, sessions, session, t, position }: HeatPoints): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify({ sessions, count } satisfies Head));
  const at = columnsAt(head.length);
  const bytes = new Uint8Array(at + count * 18);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  new Float32Array(bytes.buffer, at, count * 3).set(position.subarray(0, count * 3));
  new Int32Array(bytes.buffer, at + count * 12, count).set(t.subarray(0, count));
  new Uint16Array(bytes.buffer, at + count * 16, count).set(session.subarray(0, count));
  return bytes;
}

/** The columns are views of `bytes` where that is possible. */
export function decodeHeatPoints(bytes: Uint8Array): HeatPoints {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = whole;
  const length = new DataView(buffer, byteOffset).getUint32(0, true);
  const { sessions, count } = JSON.parse(new TextDecoder().decode(whole.subarray(4, 4 + length))) as Head;
  const at = byteOffset + columnsAt(length);
  return {
    count,
    sessions,
    position: new Float32Array(buffer, at, count * 3),
    t: new Int32Array(buffer, at + count * 12, count),
    session: new Uint16Array(buffer, at + count * 16, count),
  };
}

function columnsAt(headLength: number): number {
  return 4 + Math.ceil(headLength / 4) * 4;
}
