/**
 * Doubles that come back bit for bit. Games write decimals or float32, so a run is stored as what it was before it became doubles:
 *   scaled   int32 / 10^e, one e for the run (fixed decimals: OCAP metres)
 *   decimal  int32 / 10^e, an e per value (a fixed number of significant digits: Echo VR prints float32 with 8)
 *   single   float32
 *   double   anything else
 * NaN (an absent coordinate; all NaNs are one) and -0 are marked values; what fits neither is a patch: a double after the run.
 */
import { ChunkDamaged, type ByteReader, type ByteWriter } from './bytes.ts';
import { readInts, writeInts } from './int-stream.ts';

const SCALED = 0;
const DECIMAL = 1;
const SINGLE = 2;
const DOUBLE = 3;

/** Marks among the ints of `scaled`; real ones are nearer to 0. */
const NOT_A_NUMBER = -0x8000_0000;
const MINUS_ZERO = -0x7fff_ffff;
const PATCH = -0x7fff_fffe;
const LIMIT = 0x7fff_fff0;

/** Marks among the exponents of `decimal`. */
const EXPONENT_NAN = 100;
const EXPONENT_MINUS_ZERO = 101;
const EXPONENT_PATCH = 102;
const SIGNIFICANT = 8;

/** Powers up to 10^22 are exact doubles, so one multiplication or division by them is correctly rounded, as is the parsing of a decimal. */
const POWERS = Float64Array.from({ length: 23 }, (_, e) => Number(`1e${e}`));
const MAX_SCALE = 9;

/** Every `stride`-th value, from `offset` on. */
export function writeNumbers(out: ByteWriter, values: Float64Array, offset = 0, stride = 1): void {
  if (writeScaled(out, values, offset, stride)) return;
  const run = stride === 1 ? values.subarray(offset) : every(values, offset, stride);
  if (writeDecimal(out, run) || writeSingle(out, run)) return;
  writeDouble(out, run);
}

function every(values: Float64Array, offset: number, stride: number): Float64Array {
  const run = new Float64Array(runLength(values, offset, stride));
  for (let i = 0, at = offset; i < run.length; i++, at += stride) run[i] = values[at] as number;
  return run;
}

function runLength(values: Float64Array, offset: number, stride: number): number {
  return Math.ceil((values.length - offset) / stride);
}

/** Writes `stride` apart into `out`, from `offset` on, as many as fit into `scratch`, whose content is lost. */
export function readNumbers(reader: ByteReader, scratch: Int32Array, out: Float64Array, offset: number, stride: number): void {
  const storage = reader.u8();
  if (storage === SCALED) readScaled(reader, scratch, out, offset, stride);
  else if (storage === DECIMAL) readDecimal(reader, scratch, out, offset, stride);
  else if (storage === SINGLE) readSingle(reader, scratch, out, offset, stride);
  else if (storage === DOUBLE) readDouble(reader, scratch, out, offset, stride);
  else throw new ChunkDamaged('Stored data holds numbers of an unknown kind.');
}

/** How many values may be patches before another storage is better. */
function mostPatches(n: number): number {
  return 2 + (n >> 4);
}

function writeScaled(out: ByteWriter, values: Float64Array, offset: number, stride: number): boolean {
  const n = runLength(values, offset, stride);
  let largest = 0;
  for (let i = offset; i < values.length; i += stride) {
    const size = Math.abs(values[i] as number);
    if (size > largest) largest = size;
  }
  let most = 0;
  while (most < MAX_SCALE && largest * (POWERS[most + 1] as number) < LIMIT) most++;
  if (largest >= LIMIT) return false;

  const isScaled = (value: number, e: number): boolean => Math.round(value * (POWERS[e] as number)) / (POWERS[e] as number) === value;
  const allowed = mostPatches(n);
  const ints = new Int32Array(n);
  const patches: number[] = [];
  let exponent = 0;
  let power = 1;
  for (let i = 0, at = offset; i < n; i++, at += stride) {
    const value = values[at] as number;
    const int = Math.round(value * power);
    if (int / power === value) ints[i] = int === 0 && Object.is(value, -0) ? MINUS_ZERO : int;
    else if (Number.isNaN(value)) ints[i] = NOT_A_NUMBER;
    else {
      let e = exponent + 1;
      while (e <= most && !isScaled(value, e)) e++;
      if (e <= most) {
        // Once more from the start; most runs show their exponent within the first values.
        exponent = e;
        power = POWERS[e] as number;
        patches.length = 0;
        i = -1;
        at = offset - stride;
      } else {
        ints[i] = PATCH;
        patches.push(value);
        if (patches.length > allowed) return false;
      }
    }
  }
  out.u8(SCALED);
  out.u8(exponent);
  writeInts(out, ints);
  for (const value of patches) out.f64(value);
  return true;
}

function readScaled(reader: ByteReader, scratch: Int32Array, out: Float64Array, offset: number, stride: number): void {
  const exponent = reader.u8();
  if (exponent > MAX_SCALE) throw new ChunkDamaged('Stored data holds numbers of an unknown kind.');
  const power = POWERS[exponent] as number;
  readInts(reader, scratch);
  for (let i = 0, at = offset; i < scratch.length; i++, at += stride) {
    const int = scratch[i] as number;
    if (int > PATCH) out[at] = int / power;
    else out[at] = int === NOT_A_NUMBER ? Number.NaN : int === MINUS_ZERO ? -0 : reader.f64();
  }
}

/** The exponent at which a value has SIGNIFICANT digits before the point; `guess` is right for most neighbours. */
function decimalExponent(size: number, guess: number): number {
  const most = POWERS[SIGNIFICANT] as number;
  if (guess >= 0) {
    const scaled = size * (POWERS[guess] as number);
    if (scaled < most && scaled * 10 >= most) return guess;
  }
  const e = SIGNIFICANT - 1 - Math.floor(Math.log10(size));
  return e < 0 || e > 22 ? e : size * (POWERS[e] as number) >= most ? e - 1 : e;
}

function writeDecimal(out: ByteWriter, values: Float64Array): boolean {
  const n = values.length;
  const ints = new Int32Array(n);
  const exponents = new Int32Array(n);
  const allowed = mostPatches(n);
  const patches: number[] = [];
  let int = 0;
  let exponent = 0;
  for (let i = 0; i < n; i++) {
    const value = values[i] as number;
    let mark = 0;
    if (value === 0) {
      if (Object.is(value, -0)) mark = EXPONENT_MINUS_ZERO;
      else int = 0;
    } else if (Number.isNaN(value)) {
      mark = EXPONENT_NAN;
    } else {
      const e = decimalExponent(Math.abs(value), exponent);
      const power = e < 0 ? POWERS[-e] : POWERS[e];
      const tried = power === undefined ? Infinity : Math.round(e < 0 ? value / power : value * power);
      if (power !== undefined && Math.abs(tried) < LIMIT && (e < 0 ? tried * power : tried / power) === value) {
        int = tried;
        exponent = e;
      } else {
        mark = EXPONENT_PATCH;
        patches.push(value);
        if (patches.length > allowed) return false;
      }
    }
    ints[i] = int;
    exponents[i] = mark === 0 ? exponent : mark;
  }
  out.u8(DECIMAL);
  writeInts(out, exponents);
  writeInts(out, ints);
  for (const value of patches) out.f64(value);
  return true;
}

function readDecimal(reader: ByteReader, scratch: Int32Array, out: Float64Array, offset: number, stride: number): void {
  const exponents = new Int32Array(scratch.length);
  readInts(reader, exponents);
  readInts(reader, scratch);
  for (let i = 0, at = offset; i < scratch.length; i++, at += stride) {
    const e = exponents[i] as number;
    const int = scratch[i] as number;
    if (e >= 0 && e <= 22) out[at] = int / (POWERS[e] as number);
    else if (e < 0 && e >= -22) out[at] = int * (POWERS[-e] as number);
    else if (e === EXPONENT_NAN) out[at] = Number.NaN;
    else if (e === EXPONENT_MINUS_ZERO) out[at] = -0;
    else if (e === EXPONENT_PATCH) out[at] = reader.f64();
    else throw new ChunkDamaged('Stored data holds numbers of an unknown kind.');
  }
}

function writeSingle(out: ByteWriter, values: Float64Array): boolean {
  const n = values.length;
  for (let i = 0; i < n; i++) {
    const value = values[i] as number;
    if (Math.fround(value) !== value && !Number.isNaN(value)) return false;
  }
  const singles = Float32Array.from(values);
  out.u8(SINGLE);
  writeInts(out, new Int32Array(singles.buffer));
  return true;
}

function readSingle(reader: ByteReader, scratch: Int32Array, out: Float64Array, offset: number, stride: number): void {
  readInts(reader, scratch);
  const singles = new Float32Array(scratch.buffer, scratch.byteOffset, scratch.length);
  for (let i = 0, at = offset; i < singles.length; i++, at += stride) out[at] = singles[i] as number;
}

/** Two runs, each of one half of the bits. */
function writeDouble(out: ByteWriter, values: Float64Array): void {
  const n = values.length;
  const halves = new Int32Array(values.slice().buffer);
  const run = new Int32Array(n);
  out.u8(DOUBLE);
  for (let half = 0; half < 2; half++) {
    for (let i = 0; i < n; i++) run[i] = halves[2 * i + half] as number;
    writeInts(out, run);
  }
}

function readDouble(reader: ByteReader, scratch: Int32Array, out: Float64Array, offset: number, stride: number): void {
  const n = scratch.length;
  const values = new Float64Array(n);
  const halves = new Int32Array(values.buffer);
  for (let half = 0; half < 2; half++) {
    readInts(reader, scratch);
    for (let i = 0; i < n; i++) halves[2 * i + half] = scratch[i] as number;
  }
  for (let i = 0, at = offset; i < n; i++, at += stride) out[at] = values[i] as number;
}
