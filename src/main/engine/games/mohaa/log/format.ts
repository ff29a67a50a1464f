/** Logs of what game servers sent, of one match or many, of one server or several: each match is a session. Read twice: once to tell the matches apart, once for each. */
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { RefusedInput, type ByteSource, type Confidence, type FileFormat, type ReadContext } from '../../../game-adapter.ts';
import type { SessionSink } from '../../../session-sink.ts';
import { isKnownType } from '../dialect/event-types.ts';
import { Match, MatchSplitter } from '../matches/match-splitter.ts';
import { SessionBuilder } from '../session/session-builder.ts';
import { parseRecord, type LogRecord } from './log-record.ts';
import { MatchRuns, type Place, type Run } from './match-runs.ts';
import { RecordStream } from './record-stream.ts';

/** FileFormat.id; also of what a live capture keeps. */
export const FORMAT = 'mohaa-events';
const DRAIN_BYTES = 2 ** 20;
/** Of a server that ran for months. */
const MAX_MATCHES = 1000;
/** An unpacked log beyond this is a gzip bomb. */
const MAX_UNPACKED = 32 * 2 ** 30;

interface ReadRecord extends LogRecord {
  readonly place: Place;
}

class LogReader {
  readonly #source: ByteSource;
  readonly #context: ReadContext;
  readonly #runs = new MatchRuns();
  readonly #servers: string[] = [];
  #sink: SessionSink;
  #isPacked = false;
  #damage: string | null = null;
  #broken = 0;
  #isCut = false;

  constructor(source: ByteSource, sink: SessionSink, context: ReadContext) {
    this.#source = source;
    this.#sink = sink;
    this.#context = context;
  }

  async read(): Promise<void> {
    const head = await this.#source.read(0, 2);
    this.#isPacked = head[0] === 0x1f && head[1] === 0x8b;
    const { skipped, problem } = await this.#tellApart();
    const { matches } = this.#runs;
    if (matches === 0) {
      throw new RefusedInput(`${this.#source.name} holds no event of the game${problem === null ? '' : ` (${problem})`}.`);
    }
    if (skipped > 0) for (let i = 0; i < skipped; i++) this.#sink.warn('skipped', problem ?? 'Something is no event.');
    for (let i = 0; i < this.#broken; i++) this.#sink.warn('broken-record', 'A record of the log is cut off or too long.');
    if (this.#damage !== null) this.#sink.warn('gzip-damaged', this.#damage);
    const end = Math.min(matches, MAX_MATCHES);
    if (end < matches)
      this.#sink.warn('too-many-matches', `The log has ${matches} matches; those after the first ${MAX_MATCHES} were left out.`);
    for (let match = 0; match < end; match++) {
      if (match > 0) this.#sink = await this.#context.nextSession();
      await this.#write(match);
      if (match === matches - 1 && (this.#isCut || this.#damage !== null)) this.#sink.partial();
    }
    this.#sink.progress(this.#source.size, 'Read');
    await this.#sink.drain();
  }

  async #tellApart(): Promise<{ readonly skipped: number; readonly problem: string | null }> {
    const splitter = new MatchSplitter();
    let event = 0;
    let skipped = 0;
    let problem: string | null = null;
    for await (const record of this.#records({ byte: 0, event: 0 }, 'Telling matches apart', true)) {
      skipped += record.skipped;
      problem ??= record.problem;
      for (const one of record.events) {
        const { match } = splitter.place(one, record.receivedAt, record.server, record.match);
        this.#servers[match.index] = match.server;
        this.#runs.add(match.index, event++, record.place);
      }
    }
    return { skipped, problem };
  }

  async #write(index: number): Promise<void> {
    const match = new Match(index, this.#servers[index] ?? '');
    const builder = new SessionBuilder(this.#sink, match, FORMAT);
    const runs = this.#runs.of(index);
    const last = endOf(runs.at(-1));
    let run = 0;
    for await (const { events, receivedAt, place } of this.#records(this.#runs.begin(index), 'Reading matches', false)) {
      for (let i = 0; i < events.length; i++) {
        const number = place.event + i;
        while (number >= endOf(runs[run])) run++;
        const event = events[i];
        if (event !== undefined && number >= (runs[run]?.first ?? Number.POSITIVE_INFINITY)) builder.add(match.take(event, receivedAt));
        if (number === last - 1) return builder.finish();
      }
      builder.settle();
    }
    builder.finish();
  }

  /** From a place on; `isFirst`: what is wrong with the log is noted. */
  async *#records(from: Place, step: string, isFirst: boolean): AsyncGenerator<ReadRecord> {
    const stream = new RecordStream();
    const base = this.#isPacked ? 0 : from.byte;
    const skipTo = this.#isPacked ? from.byte : 0;
    let { event } = from;
    let bytes = 0;
    let drained = 0;
    const read = (text: string): ReadRecord | null => {
      if (stream.at < skipTo) return null;
      const record = parseRecord(text);
      const place = { byte: base + stream.at, event };
      event += record.events.length;
      return { ...record, place };
    };
    for await (const piece of this.#isPacked ? this.#unpacked(isFirst) : this.#source.stream(base)) {
      this.#context.signal.throwIfAborted();
      for (const text of stream.push(piece)) {
        const record = read(text);
        if (record !== null) yield record;
      }
      bytes += piece.length;
      if (bytes - drained < DRAIN_BYTES) continue;
      drained = bytes;
      this.#sink.progress(Math.min(this.#source.size, Math.round((base + bytes) / 2)), step);
      await this.#sink.drain();
    }
    const rest = stream.end();
    const record = rest === null ? null : read(rest);
    if (record !== null) yield record;
    if (!isFirst) return;
    this.#broken = stream.broken;
    this.#isCut = stream.isCut;
  }

  async *#unpacked(isFirst: boolean): AsyncGenerator<Uint8Array> {
    const gunzip = createGunzip();
    // The error comes out where it is read from.
    const unpacked: AsyncIterable<Uint8Array> = pipeline(Readable.from(this.#source.stream()), gunzip, () => undefined);
    let total = 0;
    try {
      for await (const piece of unpacked) {
        total += piece.length;
        if (total > MAX_UNPACKED) throw new RefusedInput(`${this.#source.name} unpacks to more than 32 GB; no log is that large.`);
        yield piece;
      }
    } catch (error) {
      if (error instanceof RefusedInput || this.#context.signal.aborted) throw error;
      if (isFirst) this.#damage = `The gzip data is damaged (${error instanceof Error ? error.message : String(error)}).`;
    } finally {
      gunzip.destroy();
    }
  }
}

function endOf(run: Run | undefined): number {
  return run === undefined ? Number.POSITIVE_INFINITY : run.first + run.count;
}

const FORM = /^\s*type=[a-z0-9_]+&/m;
const WRAPPING = /^\s*\{\s*"receivedAt"\s*:/;
const TYPE = /"type"\s*:\s*"([a-z0-9_]+)"/g;
const FORM_IN_JSON = /"type=[a-z0-9_]+&match_id=/;

function sniff(head: Uint8Array): Confidence {
  const text = Buffer.from(head)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  if (WRAPPING.test(text)) return 3;
  if (FORM.test(text.slice(0, 4096)) && text.includes('match_id=')) return 3;
  if (!/^\s*[[{]/.test(text) || /"payload"\s*:/.test(text)) return 0;
  if (FORM_IN_JSON.test(text)) return 2;
  if (!/"(match_id|session_id)"\s*:/.test(text)) return 0;
  return Array.from(text.matchAll(TYPE), ([, type]) => type ?? '').some(isKnownType) ? 2 : 0;
}

export const mohaaEvents: FileFormat = {
  id: FORMAT,
  label: 'MOHAA event log',
  extensions: ['.ndjson', '.jsonl', '.json', '.log'],
  sniff,
  read: (source, sink, context) => new LogReader(source, sink, context).read(),
};
