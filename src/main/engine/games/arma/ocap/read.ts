import { armaProfile } from '../../../../../shared/games/arma.ts';
import type { JsonObject } from '../../../../../shared/session/model.ts';
/** Reads an OCAP v1 recording: one walk over the stream, and further ones only for what came too early to be understood. */
import { type ByteSource, type ReadContext } from '../../../game-adapter.ts';
import type { SessionSink } from '../../../session-sink.ts';
import { numberOf, scalarOrNull, textOf } from '../native.ts';
import { SPACE } from '../session-shape.ts';
import { Crews } from './crews.ts';
import { readEntity } from './entity.ts';
import { Events } from './events.ts';
import { CLOSE, CutShort, Damaged, JsonStream, OPEN, OPEN_OBJECT, parseRange, type ItemReader } from './json-stream.ts';
import { Markers } from './markers.ts';
import { Recording } from './recording.ts';
import { refusedByHead, refusedByKeys } from './refuse.ts';
import { Times } from './times.ts';
import { unpack, UnpackReport } from './unpack.ts';

const ADAPTER_VERSION = 1;
const LISTS = ['entities', 'events', 'Markers', 'times'] as const;
type List = (typeof LISTS)[number];

export async function readOcap(source: ByteSource, sink: SessionSink, context: ReadContext): Promise<void> {
  await new OcapReader(source, sink, context).read();
}

class OcapReader {
  readonly #source: ByteSource;
  readonly #sink: SessionSink;
  readonly #signal: AbortSignal;
  readonly #keys = new Set<string>();
  readonly #header: Record<string, unknown> = {};
  readonly #done = new Set<List>();
  readonly #crews = new Crews();
  readonly #times = new Times();
  #recording: Recording | null = null;
  #events: Events | null = null;
  #markers: Markers | null = null;
  readonly #report = new UnpackReport();
  #step = 'Reading';
  #entities = 0;
  #walks = 0;
  #cut = false;
  /** Set when the whole file is known to have no captureDelay. */
  #noDelay = false;

  constructor(source: ByteSource, sink: SessionSink, context: ReadContext) {
    this.#source = source;
    this.#sink = sink;
    this.#signal = context.signal;
  }

  async read(): Promise<void> {
    let before = -1;
    // Each walk reads at least one more list, or learns captureDelay.
    while (this.#missing().length > 0 && this.#done.size + Object.keys(this.#header).length > before) {
      before = this.#done.size + Object.keys(this.#header).length;
      await this.#walk();
      if (numberOf(this.#header['captureDelay']) === undefined && !this.#noDelay && this.#keys.has('entities')) {
        this.#noDelay = true;
        before = -1;
      }
    }
    if (this.#recording === null || !this.#keys.has('entities')) throw refusedByKeys(this.#source.name, this.#keys, this.#cut);
    if (this.#recording.all.length === 0) throw refusedByKeys(this.#source.name, this.#keys, this.#cut);
    this.#finish(this.#recording);
    await this.#sink.drain();
  }

  /** Lists that the file has (as far as is known) and that were not read yet. */
  #missing(): readonly List[] {
    return this.#walks === 0 ? LISTS : LISTS.filter((list) => this.#keys.has(list) && !this.#done.has(list));
  }

  async #walk(): Promise<void> {
    this.#walks++;
    const stream = new JsonStream(this.#source.name, unpack(this.#source, this.#report, this.#signal), async () => {
      this.#sink.progress(this.#report.consumed, this.#step);
      await this.#sink.drain();
    });
    try {
      await this.#beginning(stream);
      await stream.object(async (key) => {
        await this.#member(stream, key);
        return this.#walks > 1 && this.#missing().length === 0 ? 'stop' : undefined;
      });
      if (this.#walks === 1) await this.#ending(stream);
    } catch (error) {
      if (error instanceof CutShort) this.#broken('cut', `The file is incomplete: ${error.message}.`);
      else if (error instanceof Damaged) this.#broken('damaged', `Reading stopped at a damaged place: ${error.message}.`);
      else throw error;
    } finally {
      await stream.close();
    }
  }

  async #beginning(stream: JsonStream): Promise<void> {
    let first = await stream.peek();
    if (first === 0xef) {
      while (stream.end - stream.pos < 3 && (await stream.refill()));
      if (stream.bytes[stream.pos + 1] === 0xbb && stream.bytes[stream.pos + 2] === 0xbf) stream.pos += 3;
      first = await stream.peek();
    }
    if (first !== OPEN_OBJECT)
      throw refusedByHead(this.#source.name, stream.bytes.subarray(stream.pos, Math.min(stream.end, stream.pos + 256)));
  }

  async #ending(stream: JsonStream): Promise<void> {
    for (;;) {
      const next = await stream.peek();
      if (next < 0) return;
      // Servers have been seen to pad with NUL.
      if (next === 0) stream.pos++;
      else {
        this.#warnOnce('trailing-bytes', 'Something follows the end of the recording; it was left out.');
        return;
      }
    }
  }

  #broken(code: string, detail: string): void {
    this.#cut = true;
    this.#warnOnce(code, detail);
    // A walk that stops halfway must not be repeated for lists that it could not reach.
    for (const list of LISTS) if (this.#walks > 1) this.#done.add(list);
  }

  #warned = new Set<string>();
  #warnOnce(code: string, detail: string): void {
    if (this.#warned.has(code)) return;
    this.#warned.add(code);
    this.#sink.warn(code, detail);
  }

  async #member(stream: JsonStream, key: string): Promise<void> {
    const first = await stream.peek();
    const repeated = this.#keys.has(key);
    if (this.#keys.size < 1000) this.#keys.add(key);
    if ((LISTS as readonly string[]).includes(key) && first === OPEN) {
      await this.#list(stream, key as List);
    } else if (first === OPEN || first === OPEN_OBJECT || repeated || Object.keys(this.#header).length > 100) {
      if (key === 'captureData' || key === 'header') throw refusedByKeys(this.#source.name, this.#keys, false);
      await stream.skip();
    } else {
      this.#header[key] = await stream.value();
      if ((LISTS as readonly string[]).includes(key)) this.#done.add(key as List);
    }
  }

  async #list(stream: JsonStream, list: List): Promise<void> {
    // An empty list needs no clock.
    stream.anchor = stream.pos++;
    const empty = (await stream.peek()) === CLOSE;
    stream.pos = empty ? stream.pos + 1 : stream.anchor;
    stream.anchor = -1;
    if (empty) {
      this.#done.add(list);
      return;
    }
    const recording = list === 'times' ? null : this.#ready();
    if (this.#done.has(list) || (list !== 'times' && recording === null) || (list === 'events' && !this.#done.has('entities'))) {
      await stream.skip();
      return;
    }
    // Before reading: a list that breaks off is not read again.
    this.#done.add(list);
    if (list === 'entities') {
      await this.#readEntities(stream, recording as Recording);
      return;
    }
    this.#step = list === 'events' ? 'Reading events' : list === 'Markers' ? 'Reading markers' : 'Reading times';
    await stream.items(this.#reader(list, recording));
  }

  #reader(list: List, recording: Recording | null): ItemReader {
    if (recording === null) return this.#times;
    if (list === 'events') return (this.#events = new Events(recording));
    return (this.#markers = new Markers(recording));
  }

  async #readEntities(stream: JsonStream, recording: Recording): Promise<void> {
    this.#step = 'Reading entities';
    await stream.objects(
      async () => {
        const first = await stream.peek();
        if (first === OPEN) throw refusedByKeys(this.#source.name, new Set(['header']), false);
        if (first === OPEN_OBJECT) {
          await readEntity(stream, recording, this.#crews);
          this.#step = `Reading entities (${++this.#entities})`;
        } else {
          const end = await stream.whole();
          if (parseRange(stream.bytes, stream.pos, end) !== null) this.#sink.warn('bad-entity', 'An element of "entities" is no entity.');
          stream.pos = end;
        }
      },
      (why) => this.#sink.warn('bad-entity', `An entity is damaged; reading went on with the next: ${why}.`),
    );
  }

  /** The recording, once the clock is known. */
  #ready(): Recording | null {
    if (this.#recording !== null) return this.#recording;
    let delay = numberOf(this.#header['captureDelay']);
    if (delay !== undefined && !(delay >= 0.001 && delay <= 3600)) {
      this.#warnOnce('capture-delay', `A frame every ${delay} s cannot be; taken as 1 s.`);
      delay = 1;
    }
    if (delay === undefined) {
      if (!this.#noDelay) return null;
      this.#warnOnce('capture-delay', 'The file does not say how long a frame is; taken as 1 s.');
      delay = 1;
    }
    this.#writeHeader(delay);
    this.#recording = new Recording(this.#sink, delay);
    return this.#recording;
  }

  #writeHeader(delay: number): void {
    const header = this.#header;
    const data: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(header)) data[key] = scalarOrNull(value);
    const period = delay * 1000;
    const world = textOf(header['worldName']).toLowerCase();
    this.#sink.header({
      game: 'arma3',
      format: 'ocap-v1',
      adapterVersion: ADAPTER_VERSION,
      title: textOf(header['missionName']) || this.#source.name.replace(/(\.json)?(\.gz)?$/i, ''),
      world,
      worldSize: armaProfile.world.sizes[world] ?? null,
      startedAt: null,
      framePeriodMs: period,
      maxInterpolateMs: Math.max(1000, 2 * period),
      space: SPACE,
      result: null,
      data: data as JsonObject,
    });
  }

  #finish(recording: Recording): void {
    const { captureDelay, time, lastFrame } = recording;
    const endFrame = numberOf(this.#header['endFrame']);
    let last = lastFrame;
    if (endFrame !== undefined && Number.isInteger(endFrame) && endFrame > lastFrame) {
      // A recording may go on for a while with nothing left to record; much longer is damage.
      if (recording.plausible(endFrame) && (lastFrame < 0 || endFrame <= lastFrame * 2 + 10_000)) last = endFrame;
      else this.#sink.warn('end-frame', `The file claims to end at frame ${endFrame}, but nothing is recorded after ${lastFrame}.`);
    }
    this.#crews.write(recording);
    for (const known of recording.all)
      if (known.last >= known.first && known.last < last) this.#sink.vanish(known.id, time(known.last + 1));
    for (const { id, frame } of this.#markers?.gone ?? []) if (frame <= last) this.#sink.vanish(id, time(frame));
    const startedAt = this.#times.write(recording);
    this.#writeHeader(captureDelay);
    this.#sink.header({ startedAt, result: this.#events?.result ?? null });
    const first = Number.isFinite(recording.firstFrame) ? recording.firstFrame : 0;
    this.#sink.regularFrames(first, Math.max(first, last), time);
    for (const [code, detail] of this.#report.damage) this.#warnOnce(code, detail);
    if (this.#cut) this.#sink.partial();
    this.#sink.progress(this.#source.size, 'Read');
  }
}
