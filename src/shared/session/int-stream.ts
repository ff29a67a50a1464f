/** A run of int32 as zigzag differences in byte planes: all low bytes, then all second bytes … as many as needed, so that zstd sees like beside like. */
import { ChunkDamaged, type ByteReader, type ByteWriter } from './bytes.ts';

/** Work space of `writeInts`, as large as the longest run so far. */
let folds = new Int32Array(4096);

export function writeInts(out: ByteWriter, ints: Int32Array): void {
  const n = ints.length;
  if (folds.length < n) folds = new Int32Array(n);
  const zigzag = folds;
  let before = 0;
  let used = 0;
  for (let i = 0; i < n; i++) {
    const value = ints[i] as number;
    const delta = (value - before) | 0;
    const folded = (delta << 1) ^ (delta >> 31);
    zigzag[i] = folded;
    used |= folded;
    before = value;
  }
  const planes = (39 - Math.clz32(used)) >> 3;
  out.u8(planes);
  let at = out.reserve(n * planes);
  const bytes = out.bytes();
  if (planes === 2) {
    // The usual number of planes, in one go.
    for (let i = 0; i < n; i++, at++) {
      const folded = zigzag[i] as number;
      bytes[at] = folded;
      bytes[at + n] = folded >>> 8;
    }
    return;
  }
  for (let shift = 0; shift < planes * 8; shift += 8) {
    for (let i = 0; i < n; i++) bytes[at + i] = (zigzag[i] as number) >>> shift;
    at += n;
  }
}

/** Fills `out`. */
export function readInts(reader: ByteReader, out: Int32Array): void {
  const n = out.length;
  const planes = reader.u8();
  if (planes > 4) throw new ChunkDamaged('Stored data holds numbers of an unknown kind.');
  const bytes = reader.take(n * planes);
  let value = 0;
  // A loop per number of planes, because this is where decoding spends its time.
  if (planes === 0) {
    out.fill(0);
  } else if (planes === 1) {
    for (let i = 0; i < n; i++) {
      const folded = bytes[i] as number;
      value = (value + ((folded >>> 1) ^ -(folded & 1))) | 0;
      out[i] = value;
    }
  } else if (planes === 2) {
    for (let i = 0; i < n; i++) {
      const folded = (bytes[i] as number) | ((bytes[n + i] as number) << 8);
      value = (value + ((folded >>> 1) ^ -(folded & 1))) | 0;
      out[i] = value;
    }
  } else {
    const high = planes === 4 ? 3 * n : -1;
    for (let i = 0; i < n; i++) {
      let folded = (bytes[i] as number) | ((bytes[n + i] as number) << 8) | ((bytes[2 * n + i] as number) << 16);
      if (high >= 0) folded |= (bytes[high + i] as number) << 24;
      value = (value + ((folded >>> 1) ^ -(folded & 1))) | 0;
      out[i] = value;
    }
  }
}
