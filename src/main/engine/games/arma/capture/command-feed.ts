/**
 * Takes the lines of one game into the recorder and keeps them: each mission becomes a live session whose original is the log of its commands, in the order in
 * which they were carried out, so that reading the log gives the same session.
 */
import type { LiveRecording } from '../../../capture/capture-source.ts';
import { QUEUED, type Dispatcher, type RecorderHost, type Reply } from '../recorder/dispatcher.ts';
import { LineSplitter } from '../recorder/line-splitter.ts';
import { FORMAT, type MissionHeader } from '../recorder/mission-header.ts';
import type { FeedHost } from './feed-host.ts';

/** A mission begins with one of these; the line belongs to the log of the new mission, not to that of one which still runs. */
const START = /^\s*(?:\[\s*"+:(?:NEW:MISSION|MISSION:START|START):|\{\s*"type"\s*:\s*"start_mission")/;
const START_BYTES = 64;
/** What is read from the log instead of a line that was too long for any log: a command that cannot be read either. */
const TOO_LONG = Buffer.from('["a line that was too long"\n');
const NEWLINE = Buffer.from('\n');
/** Bytes on their way to the log before the sender has to wait. */
const MOST_UNWRITTEN = 8 * 1024 * 1024;

/** What carries out the lines: the recorder itself for commands, or what turns messages into the same. */
interface LineTaker {
  dispatch(bytes: Uint8Array, start: number, end: number, reply: Reply): Promise<void> | undefined;
  refuseLength(reply: Reply): void;
}

export interface FeedOptions {
  readonly recorder: (host: RecorderHost) => { readonly dispatcher: Dispatcher; readonly taker: LineTaker };
  readonly reply: Reply;
  /** A call back into the game. */
  readonly callback: (name: string, data: string) => void;
  /** More lines are on disk. */
  readonly onCommit: () => void;
  /** The answers so far should go out: what comes next takes its time. */
  readonly onWait?: () => void;
}

export class CommandFeed {
  readonly dispatcher: Dispatcher;
  readonly #taker: LineTaker;
  readonly #host: FeedHost;
  readonly #options: FeedOptions;
  readonly #splitter = new LineSplitter();
  readonly #reply: Reply;
  #answer = '';
  #recording: LiveRecording | null = null;
  /** The line that asked for the mission which has not begun yet. */
  #start: Uint8Array = NEWLINE;
  #version = '';
  /** A mission has begun and its log has not. */
  #isFresh = false;
  /** Commands that wait for a mission, as they came. */
  #held: Uint8Array[] = [];
  /** Number of lines before the first that waits for a mission; Infinity when none does. */
  #waitsFrom = Number.POSITIVE_INFINITY;
  /** What goes to the log next, and after it bytes from … to of the piece that is being taken. */
  #parts: Uint8Array[] = [];
  #piece: Uint8Array = NEWLINE;
  #from = -1;
  #to = -1;
  #lines = 0;
  #settled = 0;
  #committed = 0;
  #unwritten = 0;
  #cameAt = 0;
  #writing: Promise<void> | null = null;
  #fault: Error | null = null;

  constructor(host: FeedHost, options: FeedOptions) {
    this.#host = host;
    this.#options = options;
    this.#reply = (answer) => {
      this.#answer = answer;
      options.reply(answer);
    };
    const { dispatcher, taker } = options.recorder({
      openStorage: () => Promise.resolve('memory'),
      beginMission: (header) => this.#begin(header),
      endMission: () => this.#end(),
      callback: options.callback,
    });
    this.dispatcher = dispatcher;
    this.#taker = taker;
    host.metrics.add(this);
  }

  /** The first so many lines need no further care: what they recorded is on disk, and survives the end of this process. */
  get committed(): number {
    return this.#committed;
  }

  get lines(): number {
    return this.#lines;
  }

  get isRecording(): boolean {
    return this.#recording !== null;
  }

  /** Takes what came, and keeps its last, unfinished line for the next time; resolves when more may come. Rejects when recordings cannot be written. */
  async push(piece: Uint8Array): Promise<void> {
    const splitter = this.#splitter;
    this.#cameAt = performance.now();
    splitter.push(piece);
    while (splitter.next()) {
      const wait = this.#take(piece);
      if (wait !== undefined) await wait;
    }
    await this.#flush(this.#lines);
  }

  /** Nothing more comes: a last line without an end counts as one. Resolves when all is on disk. */
  async last(): Promise<void> {
    if (this.#splitter.last()) await this.#take(NEWLINE);
    await this.#flush(this.#lines);
    await this.#writing;
  }

  /** Ends the mission that still runs. */
  async close(): Promise<void> {
    try {
      await this.dispatcher.close();
    } finally {
      this.#host.metrics.remove(this);
    }
  }

  #take(piece: Uint8Array): Promise<void> | undefined {
    const { bytes, start, end, isTooLong } = this.#splitter;
    this.#lines++;
    const isRecording = this.dispatcher.parts !== null;
    if (isTooLong) {
      this.#taker.refuseLength(this.#reply);
      if (isRecording) this.#keepOther(TOO_LONG);
      return undefined;
    }
    const wait = this.#taker.dispatch(bytes, start, end, this.#reply);
    if (wait !== undefined) return this.#change(wait, isRecording, piece);
    if (isRecording) this.#keep(piece);
    else if (this.#answer === QUEUED) this.#hold();
    return undefined;
  }

  /** A mission begins or ends. */
  async #change(wait: Promise<void>, wasRecording: boolean, piece: Uint8Array): Promise<void> {
    const line = this.#line();
    if (isStart(line)) this.#start = line;
    else if (wasRecording) this.#keep(piece);
    void this.#flush(isStart(line) ? this.#lines - 1 : this.#lines);
    this.#options.onWait?.();
    await wait;
    if (this.#fault !== null) throw this.#fault;
    if (this.#isFresh) this.#openLog();
  }

  #openLog(): void {
    this.#isFresh = false;
    // Said once for all missions of a game, and only known from the log of the first otherwise.
    if (this.#version !== '')
      this.#keepOther(Buffer.from(`${JSON.stringify([':SYS:ADDON_VERSION:', [`"${this.#version.replaceAll('"', '""')}"`]])}\n`));
    this.#keepOther(this.#start);
    for (const line of this.#held) this.#keepOther(line);
    this.#held = [];
    this.#waitsFrom = Number.POSITIVE_INFINITY;
  }

  #hold(): void {
    const line = this.#line();
    if (isStart(line)) this.#start = line;
    else this.#held.push(line);
    this.#waitsFrom = Math.min(this.#waitsFrom, this.#lines - 1);
  }

  /** The current line, with its end, in memory of its own. */
  #line(): Uint8Array {
    const { bytes, start, end } = this.#splitter;
    return Buffer.concat([bytes.subarray(start, end), NEWLINE]);
  }

  /** The current line goes to the log: as part of what came, when it lies there whole. */
  #keep(piece: Uint8Array): void {
    const { bytes, start, end } = this.#splitter;
    if (bytes !== piece || end === piece.length) return this.#keepOther(this.#line());
    if (start !== this.#to) {
      this.#cut();
      this.#from = start;
    }
    this.#to = end + 1;
    this.#piece = piece;
  }

  #keepOther(bytes: Uint8Array): void {
    this.#cut();
    this.#parts.push(bytes);
  }

  #cut(): void {
    if (this.#from >= 0) this.#parts.push(this.#piece.subarray(this.#from, this.#to));
    this.#from = this.#to = -1;
  }

  /** What is kept so far goes to disk, and with it the first `lines` lines are done. Resolves when there is room for more. */
  async #flush(lines: number): Promise<void> {
    this.#cut();
    this.#settled = Math.min(lines, this.#waitsFrom);
    if (this.#parts.length > 0 && this.#recording !== null) this.#write(this.#recording, this.#parts, this.#settled);
    else if (this.#writing === null) this.#commit(this.#settled);
    this.#parts = [];
    if (this.#unwritten > MOST_UNWRITTEN) await this.#writing;
    if (this.#fault !== null) throw this.#fault;
  }

  #write(recording: LiveRecording, parts: readonly Uint8Array[], lines: number): void {
    const [first] = parts;
    const bytes = parts.length === 1 && first !== undefined ? first : Buffer.concat(parts);
    const since = this.#cameAt;
    this.#unwritten += bytes.length;
    const writing = recording.append(bytes).then(
      () => {
        this.#unwritten -= bytes.length;
        const isLast = this.#writing === writing;
        if (isLast) this.#writing = null;
        this.#host.metrics.lag(performance.now() - since);
        this.#commit(isLast ? this.#settled : lines);
      },
      (error: unknown) => {
        this.#fault = error instanceof Error ? error : new Error(String(error));
        this.#writing = null;
      },
    );
    this.#writing = writing;
  }

  #commit(lines: number): void {
    if (lines <= this.#committed) return;
    this.#committed = lines;
    this.#options.onCommit();
  }

  async #begin(header: MissionHeader): Promise<LiveRecording['sink']> {
    try {
      const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-').replace('T', '_');
      const title = header.missionName === '' ? 'Mission' : header.missionName;
      this.#recording = await this.#host.context.begin({ format: header.format, name: `${fileName(title)}_${stamp}.ocaplog` });
      this.#host.context.count('missions');
      this.#host.onMission();
      this.#version = header.format === FORMAT ? header.addonVersion : '';
      this.#isFresh = true;
      return this.#recording.sink;
    } catch (error) {
      this.#fault = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }

  async #end(): Promise<string> {
    const recording = this.#recording;
    this.#recording = null;
    await recording?.end();
    this.#host.onMission();
    return 'Sandtable';
  }
}

function isStart(line: Uint8Array): boolean {
  return START.test(Buffer.from(line.buffer, line.byteOffset, Math.min(line.length, START_BYTES)).toString());
}

/** What a mission is called, as part of a file's name on any system. */
function fileName(title: string): string {
  return title.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 100);
}
