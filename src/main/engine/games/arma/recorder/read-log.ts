/**
 * Logs of what the recorder was told: of its commands (a command on each line, as the game gave it) and of the live stream (a message on each line). Several
 * missions in one log are several sessions.
 */
import { RefusedInput, type ByteSource, type Confidence, type FileFormat, type ReadContext } from '../../../game-adapter.ts';
import type { SessionSink } from '../../../session-sink.ts';
import { unpack, UnpackReport } from '../ocap/unpack.ts';
import { Dispatcher, type RecorderHost, type Reply } from './dispatcher.ts';
import { LineSplitter } from './line-splitter.ts';
import { FORMAT } from './mission-header.ts';
import { STREAM_FORMAT, StreamMessages } from './stream-messages.ts';

const OPEN = 0x5b;
const OPEN_OBJECT = 0x7b;
const DRAIN_BYTES = 2 ** 20;
/** A command as a line of its own, and as some other log prints it. */
const COMMAND_LINE = /^\s*\[\s*"+:[A-Z0-9_:]+:"+\s*[,\]]/;
const PRINTED = /\[\s*"+:[A-Z0-9_:]+:"+\s*,\s*\[|\[OCAP\] \[EXT\] >> Calling extension/;
const MESSAGE_LINE = /^\s*\{\s*"type"\s*:\s*"[a-z0-9_]+"\s*,\s*"payload"\s*:/;
const HEAD_LINES = 20;
/** Missions in one log: those of a server that ran for weeks. */
const MAX_MISSIONS = 100;

/** What carries out the lines of a log. */
interface LineRecorder {
  dispatch(bytes: Uint8Array, start: number, end: number, reply: Reply): Promise<void> | undefined;
  refuseLength(reply: Reply): void;
  close(): Promise<void>;
}

class LogReader {
  readonly #source: ByteSource;
  readonly #context: ReadContext;
  readonly #recorder: LineRecorder;
  readonly #isMeant: (line: LineSplitter) => boolean;
  readonly #splitter = new LineSplitter();
  #sink: SessionSink;
  #missions = 0;
  #refusal = '';
  #failure: Error | null = null;

  constructor(
    source: ByteSource,
    sink: SessionSink,
    context: ReadContext,
    recorder: (host: RecorderHost) => LineRecorder,
    isMeant: (line: LineSplitter) => boolean,
  ) {
    this.#source = source;
    this.#sink = sink;
    this.#context = context;
    this.#isMeant = isMeant;
    this.#recorder = recorder({
      openStorage: () => Promise.resolve('file'),
      beginMission: () => this.#begin(),
      endMission: () => Promise.resolve(''),
      callback: () => {},
    });
  }

  async read(): Promise<void> {
    const report = new UnpackReport();
    let drained = 0;
    for await (const piece of unpack(this.#source, report, this.#context.signal)) {
      this.#splitter.push(piece);
      while (this.#splitter.next()) {
        const wait = this.#take();
        if (wait !== undefined) await this.#settle(wait);
      }
      if (report.consumed - drained < DRAIN_BYTES) continue;
      drained = report.consumed;
      this.#sink.progress(report.consumed, 'Reading the log');
      await this.#sink.drain();
    }
    if (this.#splitter.last()) await this.#settle(this.#take());
    await this.#recorder.close();
    if (this.#missions === 0) {
      const why = this.#refusal === '' ? '' : ` (the first line that was refused: ${this.#refusal})`;
      throw new RefusedInput(`${this.#source.name} is a log of the recorder in which no mission begins${why}.`);
    }
    for (const [code, detail] of report.damage) this.#sink.warn(code, detail);
    this.#sink.progress(this.#source.size, 'Read');
    await this.#sink.drain();
  }

  readonly #reply: Reply = (answer) => {
    if (this.#missions > 0 || this.#refusal !== '' || !/^(\["error"|\{"type":"error")/.test(answer)) return;
    const said = JSON.parse(answer) as readonly string[] | { readonly message: string };
    this.#refusal = ('message' in said ? said.message : said[1]) ?? '';
  };

  #take(): Promise<void> | undefined {
    const line = this.#splitter;
    if (line.isTooLong) this.#recorder.refuseLength(this.#reply);
    else if (this.#isMeant(line)) return this.#recorder.dispatch(line.bytes, line.start, line.end, this.#reply);
    return undefined;
  }

  /** A session that cannot begin is no fault of the log: reading ends. */
  async #settle(wait: Promise<void> | undefined): Promise<void> {
    await wait;
    if (this.#failure !== null) throw this.#failure;
  }

  async #begin(): Promise<SessionSink> {
    if (this.#missions === MAX_MISSIONS) {
      this.#sink.warn('too-many-missions', `The log has more than ${MAX_MISSIONS} missions; the rest was left out.`);
      throw new Error('too many missions');
    }
    if (++this.#missions === 1) return this.#sink;
    try {
      return (this.#sink = await this.#context.nextSession());
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }
}

/** Logs of the game are full of other things, which are nobody's mistake. */
function isCommand({ bytes, start, end }: LineSplitter): boolean {
  if (bytes[start] === OPEN) return true;
  const line = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  return line.includes('":') || line.includes('command=');
}

function isMessage({ bytes, start }: LineSplitter): boolean {
  return bytes[start] === OPEN_OBJECT;
}

function linesOf(head: Uint8Array): string[] {
  const text = new TextDecoder().decode(head).replace(/^\uFEFF/, '');
  return text.split('\n', HEAD_LINES).filter((line) => line.trim() !== '');
}

function sniffCommands(head: Uint8Array): Confidence {
  const lines = linesOf(head);
  if (COMMAND_LINE.test(lines[0] ?? '')) return 3;
  if (/^\s*\{/.test(lines[0] ?? '')) return 0;
  return lines.some((line) => COMMAND_LINE.test(line)) || PRINTED.test(new TextDecoder().decode(head)) ? 2 : 0;
}

export const ocapCommands: FileFormat = {
  id: FORMAT,
  label: 'OCAP command log',
  extensions: ['.ocaplog', '.jsonl', '.log', '.rpt'],
  sniff: sniffCommands,
  read: (source, sink, context) => new LogReader(source, sink, context, (host) => new Dispatcher(host, { isOpen: true }), isCommand).read(),
};

export const ocapStream: FileFormat = {
  id: STREAM_FORMAT,
  label: 'OCAP live stream log',
  extensions: ['.jsonl'],
  sniff: (head) => (MESSAGE_LINE.test(linesOf(head)[0] ?? '') ? 3 : 0),
  read: (source, sink, context) => new LogReader(source, sink, context, (host) => new StreamMessages(host), isMessage).read(),
};
