import { pipeline, Readable } from 'node:stream';
/** The .echoreplay format: a line per frame, as text, gzipped, or in a ZIP; also a single answer of the game's /session saved to a file. */
import { constants, createGunzip } from 'node:zlib';
import { type ByteSource, type Confidence, type FileFormat, type ReadContext, RefusedInput } from '../../game-adapter.ts';
import type { SessionSink } from '../../session-sink.ts';
import { MAX_RECORD, RecordBuffer } from './delimited.ts';
import { FrameStream, type FrameTaker } from './frame-stream.ts';
import { NOT_JSON } from './json-cursor.ts';
import { SessionJson } from './session-json.ts';
import { StringPool } from './string-pool.ts';
import { Checksum, type ZipEntry, zipEntries } from './zip-entry.ts';

const FORMAT = 'echoreplay';
const SESSION_KEY = /"(sessionid|game_status|match_type)"/;
const DRAIN_BYTES = 1024 * 1024;
/** Unpacked bytes without a single frame among them after which nothing is expected any more: what hostile archives unpack to. */
const MAX_JUNK = 64 * 1024 * 1024;

export const echoreplay: FileFormat = {
  id: FORMAT,
  label: 'Echo VR replay',
  extensions: ['echoreplay'],
  sniff,
  read,
};

function sniff(head: Uint8Array, name: string): Confidence {
  if (/\.(milk|butter)$/i.test(name)) return 0;
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 8192)).toString('latin1');
  if (/^(\u00ef\u00bb\u00bf)?\s*\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?\t\s*\{/.test(text)) return 3;
  if (isMilk(text)) return 2;
  const body = text.trimStart();
  if (
    body.startsWith('{') &&
    SESSION_KEY.test(head.byteLength > 8192 ? Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1') : text)
  )
    return 2;
  if (body.startsWith('{"user_bones"') || (body.startsWith('{') && body.includes('"err_description"'))) return 2;
  // Spark's names are kept when a download or an unpacker changed nothing else.
  return /\.echoreplay$/i.test(name) && !isZstd(head) ? 1 : 0;
}

function isZstd(head: Uint8Array): boolean {
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd;
}

function isMilk(text: string): boolean {
  return text.startsWith('{') && /^\{[^\0]*\}\0\u00fe[\u00fc\u00fd]/.test(text);
}

async function read(source: ByteSource, sink: SessionSink, context: ReadContext): Promise<void> {
  const pool = new StringPool();
  await readEchoreplay(source, new FrameStream(pool, sink, context, FORMAT, source.name), new SessionJson(pool), context.signal);
}

/** Reads the frames of a file of this format, whoever takes them. */
export async function readEchoreplay(source: ByteSource, stream: FrameTaker, json: SessionJson, signal: AbortSignal): Promise<void> {
  const head = await source.read(0, 4096);
  const text = Buffer.from(head).toString('latin1');
  if (isMilk(text)) throw new RefusedInput('This is a .milk replay, which Sandtable does not read; convert it to .echoreplay first.');
  if (head.length === 0) throw new RefusedInput('The file is empty.');
  if (head[0] === 0x50 && head[1] === 0x4b) {
    await readZip(source, new Reading(source, stream, json, signal));
  } else if (head[0] === 0x1f && head[1] === 0x8b) {
    await new Reading(source, stream, json, signal).lines(gunzip(source), null);
  } else if (text.trimStart().startsWith('{') || text.trimStart().startsWith('<')) {
    await readAnswer(source, stream, json);
  } else {
    await new Reading(source, stream, json, signal).lines(source.stream(), source);
  }
}

async function readZip(source: ByteSource, reading: Reading): Promise<void> {
  const { entries, cut } = await zipEntries(source);
  let refusal: RefusedInput | null = null;
  for (const entry of entries) {
    try {
      await reading.lines(entry.stream(), null, entry);
      if (cut) reading.partial('zip-cut', 'The end of the ZIP is missing; the frames up to there were read.');
      return;
    } catch (error) {
      if (!(error instanceof RefusedInput)) throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? new RefusedInput('This ZIP holds no recording.');
}

async function* gunzip(source: ByteSource): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024, finishFlush: constants.Z_SYNC_FLUSH });
  pipeline(Readable.from(source.stream(), { objectMode: false }), gunzip, () => {});
  yield* gunzip as AsyncIterable<Uint8Array>;
}

/** One answer of the game's API in a file of its own: a session of one frame. */
async function readAnswer(source: ByteSource, stream: FrameTaker, json: SessionJson): Promise<void> {
  if (source.size > MAX_RECORD) throw new RefusedInput('This is one JSON text of more than 16 MB, not a recording of Echo VR.');
  const bytes = await source.read(0, source.size);
  const text = Buffer.concat([bytes, new Uint8Array(1)]);
  let end = bytes.length;
  while (end > 0 && text[end - 1] === 0) end--;
  const start = text.toString('utf8', 0, Math.min(end, 2000)).trimStart();
  if (start.startsWith('<')) throw new RefusedInput('This is an HTML page, the answer of a game without a session, not a recording.');
  try {
    json.session(text, 0, stream.frame);
  } catch (error) {
    if (error !== NOT_JSON) throw error;
    throw new RefusedInput("This is broken JSON; a recording has a time stamp and the game's answer on each line.");
  }
  if (stream.frame.sessionId === 0 && stream.frame.teams === 0) {
    if (start.includes('"user_bones"'))
      throw new RefusedInput('This is one answer of /player_bones, the bones without their session, not a recording.');
    throw new RefusedInput('This is an error answer of the game, saved without any frame, not a recording.');
  }
  stream.take();
  stream.finish();
  stream.sink.progress(source.size, 'Reading the frame');
}

/** Reading lines into sessions. */
class Reading {
  readonly #source: ByteSource;
  readonly #signal: AbortSignal;
  readonly #json: SessionJson;
  readonly #stream: FrameTaker;
  #bad = 0;

  constructor(source: ByteSource, stream: FrameTaker, json: SessionJson, signal: AbortSignal) {
    this.#source = source;
    this.#stream = stream;
    this.#json = json;
    this.#signal = signal;
  }

  partial(code: string, detail: string): void {
    this.#stream.sink.warn(code, detail);
    this.#stream.sink.partial();
  }

  /** Reads all lines. `plain`: the chunks are the file's own bytes, so that progress is exact. Throws RefusedInput when there is no frame. */
  async lines(chunks: AsyncIterable<Uint8Array>, plain: ByteSource | null, entry: ZipEntry | null = null): Promise<void> {
    const stream = this.#stream;
    const buffer = new RecordBuffer();
    const checksum = new Checksum();
    let bytes = 0;
    let drained = 0;
    let sinceFrame = 0;
    let framesBefore = 0;
    let damage: string | null = null;
    this.#bad = 0;
    try {
      for await (const chunk of chunks) {
        if (bytes === 0 && chunk[0] === 0x50 && chunk[1] === 0x4b && plain === null) {
          throw new RefusedInput('This is a ZIP inside a ZIP; unpack the outer one first.');
        }
        if (entry !== null && entry.crc !== null) checksum.add(chunk);
        bytes += chunk.length;
        buffer.push(chunk);
        // Only another session is waited for: a promise for each line would cost more than finding its end.
        while (buffer.line()) if (this.#line(buffer)) await this.#switchSession();
        sinceFrame = stream.frames === framesBefore ? sinceFrame + chunk.length : 0;
        framesBefore = stream.frames;
        if (sinceFrame > MAX_JUNK) {
          damage = 'The file goes on for more than 64 MB without a frame; the rest was not read.';
          break;
        }
        if (bytes - drained < DRAIN_BYTES) continue;
        drained = bytes;
        // Of packed bytes only the share is known: a line is packed to about a fourth.
        stream.sink.progress(plain === null ? Math.min(Math.round(bytes / 4), this.#source.size) : bytes, `Reading frame ${stream.frames}`);
        await stream.sink.drain();
        this.#signal.throwIfAborted();
      }
    } catch (error) {
      if (error instanceof RefusedInput || this.#signal.aborted || !isDamage(error)) throw error;
      damage = 'The packed data is damaged; the frames before that place were read.';
    }
    let cutLine = false;
    if (buffer.lastLine()) {
      const bad = this.#bad;
      if (this.#line(buffer, true)) await this.#switchSession();
      // A recorder that is killed leaves half a line.
      cutLine = this.#bad > bad;
    }
    if (stream.frames === 0) throw new RefusedInput(refusal(buffer, this.#bad, bytes));
    if (damage !== null) this.partial('damaged', damage);
    else if (entry !== null && entry.crc !== null && checksum.value !== entry.crc) {
      this.partial('zip-checksum', 'The recording in the ZIP is not as it was packed: its end is missing or its checksum is wrong.');
    }
    if (cutLine) stream.sink.partial();
    if (buffer.overlong > 0) stream.sink.warn('line-too-long', 'A line is longer than 16 MB and was left out.');
    stream.sink.progress(this.#source.size, `${stream.frames} frames read`);
    stream.finish();
  }

  /** The frame that was read begins another session. */
  async #switchSession(): Promise<void> {
    if (await this.#stream.switchSession()) this.#stream.take();
  }

  /** `last`: the line has no end of its own. True when its frame begins another session, and was not taken yet. */
  #line(buffer: RecordBuffer, last = false): boolean {
    const { bytes, end } = buffer;
    let start = buffer.start;
    if (bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf) start += 3;
    if (start >= end) return false;
    const stream = this.#stream;
    const { frame } = stream;
    frame.reset();
    const tab = stampEnd(bytes, start, end);
    if (tab < 0) return this.#badLine(last ? 'cut-line' : 'bad-line', 'has no time stamp');
    frame.stamp = readStamp(bytes, start, tab);
    let pos: number;
    try {
      pos = this.#json.session(bytes, tab + 1, frame);
    } catch (error) {
      if (error !== NOT_JSON) throw error;
      return this.#badLine(last ? 'cut-line' : 'bad-line', last ? 'is cut' : 'is not JSON');
    }
    if (frame.sessionId === 0 && frame.teams === 0) {
      stream.sink.warn('error-answer', 'A line holds an error answer of the game in place of a frame and was left out.');
      return false;
    }
    while (pos < end && (bytes[pos] === 9 || bytes[pos] === 32)) pos++;
    if (pos < end) {
      try {
        pos = this.#json.bones(bytes, pos, frame);
        while (pos < end && (bytes[pos] === 9 || bytes[pos] === 32)) pos++;
        if (pos < end) throw NOT_JSON;
      } catch (error) {
        if (error !== NOT_JSON) throw error;
        // Half a line is no frame: its bones would be missing only here.
        if (last) return this.#badLine('cut-line', 'is cut');
        frame.bones = 0;
        stream.sink.warn('bad-bones', `The bones of frame ${stream.frames} are not JSON and were left out.`);
      }
    }
    if (stream.startsSession) return true;
    stream.take();
    return false;
  }

  /** False, for `#line` to return. */
  #badLine(code: string, what: string): false {
    this.#bad++;
    this.#stream.sink.warn(code, `The line after frame ${this.#stream.frames} ${what} and was left out.`);
    return false;
  }
}

/** Errors of zlib carry a code that starts with Z_ or ERR_; those of our own code do not pass for damage. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^(Z_|ERR_ZLIB|ERR_BUFFER|ERR_STREAM)/.test(code);
}

function refusal(buffer: RecordBuffer, bad: number, bytes: number): string {
  if (bytes === 0) return 'The recording is empty.';
  if (buffer.overlong > 0) return 'There is no frame of Echo VR in it, only lines longer than 16 MB.';
  return `There is no frame of Echo VR in it: none of its ${bad} lines is a time stamp and a /session answer.`;
}

/** Position of the tab after the time stamp; -1 when the line does not start with one. */
function stampEnd(bytes: Uint8Array, start: number, end: number): number {
  if (start + 20 > end) return -1;
  for (let i = 0; i < 19; i++) {
    const c = bytes[start + i] as number;
    const fits =
      i === 4 || i === 7 ? c === 47 || c === 45 : i === 10 ? c === 32 || c === 84 : i === 13 || i === 16 ? c === 58 : c >= 48 && c <= 57;
    if (!fits) return -1;
  }
  let p = start + 19;
  if (bytes[p] === 46) {
    p++;
    while (p < end && (bytes[p] as number) >= 48 && (bytes[p] as number) <= 57) p++;
  }
  return bytes[p] === 9 ? p : -1;
}

/** Unix ms of `YYYY/MM/DD HH:mm:ss[.fff]`, which is UTC. Digits beyond ms are dropped. */
function readStamp(bytes: Uint8Array, start: number, end: number): number {
  const number = (at: number, digits: number): number => {
    let value = 0;
    for (let i = 0; i < digits; i++) value = value * 10 + (bytes[start + at + i] as number) - 48;
    return value;
  };
  let ms = 0;
  for (let i = 0, p = start + 20; i < 3; i++, p++) ms = ms * 10 + (p < end ? (bytes[p] as number) - 48 : 0);
  return (
    daysFromCivil(number(0, 4), number(5, 2), number(8, 2)) * 86_400_000 +
    number(11, 2) * 3_600_000 +
    number(14, 2) * 60_000 +
    number(17, 2) * 1000 +
    ms
  );
}

/** Days since 1970-01-01 of a date of the Gregorian calendar, without a Date object for each frame. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}
