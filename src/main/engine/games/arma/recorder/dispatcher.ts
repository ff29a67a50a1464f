/**
 * The recorder: takes the commands of the game one by one, answers each, and writes missions, several one after another. It holds no socket and no file: a host
 * gives it storage and sinks, and a feeder gives it lines.
 */
import type { SessionSink } from '../../../session-sink.ts';
import { BadCommand, type Arguments } from './arguments.ts';
import { COMMANDS, type CommandSpec } from './command-table.ts';
import { missionHeader, olderHeader, type MissionHeader } from './mission-header.ts';
import { CommandParser } from './parse-command.ts';
import { Parts } from './parts.ts';

export interface RecorderHost {
  /** Makes ready to record; resolves with the kind of storage ("memory"). A rejection is told to the game. */
  openStorage(): Promise<string>;
  /** A mission begins; resolves with what it is written into. */
  beginMission(header: MissionHeader): Promise<SessionSink>;
  /** It has ended, and all of it is written; resolves with where it is kept, in words for the game. */
  endMission(): Promise<string>;
  /** A call back into the game: a function of the addon, and its data as the game's own text of an array. */
  callback(name: string, data: string): void;
}

export interface RecorderOptions {
  /** Version, commit and date, as the game asks for them. */
  readonly version?: readonly [string, string, string];
  /** No storage has to be asked for: a log is read. */
  readonly isOpen?: boolean;
}

export interface CommandCounts {
  /** Commands that had to wait. */
  queued: number;
  processed: number;
  /** Lost because too many waited. */
  dropped: number;
  /** Refused for what they say. */
  failed: number;
}

/** Takes the answer to a command, one line of JSON. */
export type Reply = (answer: string) => void;

interface Waiting {
  readonly name: string;
  readonly line: Uint8Array;
}

export const QUEUED = '["ok","queued"]';
const OK = '["ok"]';
const NO_MISSION = 'no mission is being recorded';
/** Bytes of commands that wait. */
const MAX_WAITING_BYTES = 64 * 2 ** 20;
const NAME_SHOWN = 100;

export class Dispatcher {
  /** By command as it was spelled; only those that exist. */
  readonly counts = new Map<string, CommandCounts>();
  readonly #host: RecorderHost;
  readonly #version: readonly [string, string, string];
  readonly #parser = new CommandParser();
  #storage: 'closed' | 'opening' | 'open';
  #parts: Parts | null = null;
  /** Settles when the mission that begins or ends has done so. */
  #changing: Promise<void> | null = null;
  /** The one mission that waits for the storage, and those who wait to be the next. */
  #next: { readonly header: MissionHeader; readonly begun: () => void } | null = null;
  #nextTaken: Promise<void> = Promise.resolve();
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #addonVersion = '';
  /** Which spelling the addon begins with: its callbacks are named accordingly. */
  #isNewSpelling = false;

  constructor(host: RecorderHost, { version = ['0', '', ''], isOpen = false }: RecorderOptions = {}) {
    this.#host = host;
    this.#version = version;
    this.#storage = isOpen ? 'open' : 'closed';
  }

  /** The mission that is being recorded. */
  get parts(): Parts | null {
    return this.#parts;
  }

  /**
   * Carries out one line and answers it. When a promise comes back, nothing more of the same source may come until it settles: a mission begins, ends or
   * waits for room. It does not reject.
   */
  dispatch(bytes: Uint8Array, start: number, end: number, reply: Reply): Promise<void> | undefined {
    let name: string;
    try {
      name = this.#parser.parse(bytes, start, end);
    } catch (error) {
      this.#refuse(null, error, reply);
      return undefined;
    }
    const spec = COMMANDS.get(name);
    if (spec !== undefined) return this.#command(name, spec, bytes, start, end, reply);
    const begin = LIFECYCLE.get(name) ?? LIFECYCLE.get(name.split('|')[0] ?? '');
    if (begin === undefined) {
      reply(refusal(`no handler registered for ${name.slice(0, NAME_SHOWN)}`));
      return undefined;
    }
    const counts = this.#countsOf(name);
    try {
      const wait = begin(this, this.#parser.args, reply, name);
      counts.processed++;
      return wait instanceof Promise ? (wait as Promise<void>) : undefined;
    } catch (error) {
      this.#refuse(counts, error, reply);
      return undefined;
    }
  }

  /** A line was too long to be read. */
  refuseLength(reply: Reply): void {
    this.#refuse(null, new BadCommand('the line is too long'), reply);
  }

  /** The source is over: a mission that has not been saved ends here, and is marked as incomplete. */
  async close(): Promise<void> {
    await this.#changing;
    await this.finish(false);
  }

  #command(name: string, spec: CommandSpec, bytes: Uint8Array, start: number, end: number, reply: Reply): Promise<void> | undefined {
    const counts = this.#countsOf(name);
    const parts = this.#parts;
    if (parts !== null) {
      try {
        spec.run(parts, this.#parser.args);
        counts.processed++;
        reply(spec.buffer === 0 ? OK : QUEUED);
      } catch (error) {
        this.#refuse(counts, error, reply);
      }
      return undefined;
    }
    const mayBegin = this.#changing !== null || this.#next !== null || this.#storage !== 'open';
    if (spec.buffer > 0 && mayBegin) {
      this.#hold(name, spec, bytes.slice(start, end), counts, reply);
      return undefined;
    }
    if (this.#changing !== null) {
      const line = bytes.slice(start, end);
      return this.#changing.then(() => this.dispatch(line, 0, line.length, reply));
    }
    this.#refuse(counts, new BadCommand(NO_MISSION), reply);
    return undefined;
  }

  #hold(name: string, { buffer }: CommandSpec, line: Uint8Array, counts: CommandCounts, reply: Reply): void {
    let waiting = 0;
    if (this.#waiting.length >= buffer) for (const one of this.#waiting) if (one.name === name) waiting++;
    if (waiting >= buffer || this.#waitingBytes + line.length > MAX_WAITING_BYTES) {
      counts.dropped++;
      reply(refusal(`queue full: ${name}`));
      return;
    }
    this.#waiting.push({ name, line });
    this.#waitingBytes += line.length;
    counts.queued++;
    reply(QUEUED);
  }

  /** What waited for the mission, in the order in which it came. */
  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    for (const { line } of waiting) void this.dispatch(line, 0, line.length, () => {});
  }

  #refuse(counts: CommandCounts | null, error: unknown, reply: Reply): void {
    // Whatever goes wrong with one command, the stream goes on.
    const message = error instanceof Error ? error.message : String(error);
    if (counts !== null) counts.failed++;
    this.#parts?.mission.sink.warn('bad-command', `A command was refused: ${message}.`);
    reply(refusal(message));
  }

  #countsOf(name: string): CommandCounts {
    const known = this.counts.get(name);
    if (known !== undefined) return known;
    const counts = { queued: 0, processed: 0, dropped: 0, failed: 0 };
    this.counts.set(name, counts);
    return counts;
  }

  // Lifecycle; `finish` and `begin` also serve sources that have no commands

  init(reply: Reply, name: string): void {
    this.#isNewSpelling = name.startsWith(':SYS:');
    reply(OK);
    this.#callback(this.#isNewSpelling ? ':SYS:READY:' : ':EXT:READY:');
    this.#callback(this.#isNewSpelling ? ':SYS:VERSION:' : ':VERSION:', this.#version[0]);
  }

  openStorage(reply: Reply): Promise<void> | undefined {
    reply(OK);
    if (this.#storage !== 'closed') {
      if (this.#storage === 'open') this.#callback(':STORAGE:OK:', 'memory');
      return undefined;
    }
    this.#storage = 'opening';
    return this.#host.openStorage().then(
      async (kind) => {
        this.#storage = 'open';
        this.#callback(':STORAGE:OK:', kind);
        const next = this.#next;
        this.#next = null;
        if (next === null) return;
        next.begun();
        await this.begin(next.header);
      },
      (error: unknown) => {
        this.#storage = 'closed';
        this.#callback(':STORAGE:ERROR:', error instanceof Error ? error.message : String(error));
      },
    );
  }

  newMission(args: Arguments, reply: Reply): Promise<void> | undefined {
    args.atLeast(2);
    return this.#take(missionHeader(args.json(0), args.json(1), this.#addonVersion), reply);
  }

  /** The older recorder has no storage to wait for. */
  startOlder(args: Arguments, reply: Reply): Promise<void> | undefined {
    args.atLeast(4);
    const header = olderHeader(args.text(0, 4096), args.text(1, 4096), args.text(2, 4096), args.number(3), this.#addonVersion);
    const opened = this.#storage === 'closed' ? this.openStorage(() => {}) : undefined;
    if (opened === undefined) return this.#take(header, reply);
    reply(QUEUED);
    return opened.then(() => this.begin(header));
  }

  #take(header: MissionHeader, reply: Reply): Promise<void> | undefined {
    if (this.#storage === 'open') {
      reply(QUEUED);
      return this.begin(header);
    }
    const wait = (): void => {
      this.#nextTaken = new Promise((begun) => {
        this.#next = { header, begun };
      });
      reply(QUEUED);
    };
    // A queue of one: whoever comes second waits.
    if (this.#next !== null) return this.#nextTaken.then(() => this.#take(header, reply));
    wait();
    return undefined;
  }

  /** Begins a mission; one that still runs ends before. */
  begin(header: MissionHeader): Promise<void> {
    return this.#change(async () => {
      await this.#finish(false);
      try {
        this.#parts = new Parts(await this.#host.beginMission(header), header);
        this.#callback(':MISSION:OK:', 'OK');
        this.#release();
      } catch (error) {
        this.#waiting = [];
        this.#waitingBytes = 0;
        this.#callback(':STORAGE:ERROR:', error instanceof Error ? error.message : String(error));
      }
    });
  }

  /** Ends the mission, if there is one. `isComplete`: the recorder itself has said so. */
  finish(isComplete: boolean): Promise<void> {
    return this.#change(() => this.#finish(isComplete));
  }

  async #finish(isComplete: boolean): Promise<void> {
    const parts = this.#parts;
    if (parts === null) return;
    this.#parts = null;
    parts.mission.end(isComplete);
    const saved = (...data: string[]): void => {
      if (this.#isNewSpelling) this.#callback(':MISSION:SAVED:', ...data);
    };
    await this.#host.endMission().then(
      (path) => saved('ok', path),
      (error: unknown) => saved('error', error instanceof Error ? error.message : String(error)),
    );
  }

  /** One change after another. */
  #change(change: () => Promise<void>): Promise<void> {
    const before = this.#changing ?? Promise.resolve();
    const changing = before.then(change).finally(() => {
      if (this.#changing === changing) this.#changing = null;
    });
    this.#changing = changing;
    return changing;
  }

  save(reply: Reply): Promise<void> | undefined {
    if (this.#parts === null) throw new BadCommand(NO_MISSION);
    reply(OK);
    return this.finish(true);
  }

  /** world, name, author, delay, last frame, tag */
  saveOlder(args: Arguments, reply: Reply): Promise<void> | undefined {
    const mission = this.#parts?.mission;
    if (mission === undefined) throw new BadCommand(NO_MISSION);
    if (args.count > 4) mission.frame(args.frame(4));
    if (args.count > 5) mission.sayHeader({ tags: args.text(5, 1024) });
    return this.save(reply);
  }

  clear(reply: Reply): Promise<void> | undefined {
    reply(OK);
    return this.#parts === null ? undefined : this.finish(false);
  }

  focus(which: 'focusStart' | 'focusEnd', args: Arguments, reply: Reply): void {
    args.atLeast(1);
    const mission = this.#parts?.mission;
    if (mission === undefined) throw new BadCommand(NO_MISSION);
    mission.sayHeader({ [which]: mission.frame(args.frame(0)) });
    reply(OK);
  }

  setAddonVersion(args: Arguments, reply: Reply): void {
    this.#addonVersion = args.text(0, 1024);
    reply(OK);
  }

  version(reply: Reply): void {
    reply(JSON.stringify(['ok', this.#version]));
  }

  #callback(name: string, ...data: string[]): void {
    this.#host.callback(name, gameList(data));
  }
}

/** A promise when the source has to wait. */
type Lifecycle = (dispatcher: Dispatcher, args: Arguments, reply: Reply, name: string) => unknown;

const init: Lifecycle = (dispatcher, _args, reply, name) => dispatcher.init(reply, name);
const openStorage: Lifecycle = (dispatcher, _args, reply) => dispatcher.openStorage(reply);
const newMission: Lifecycle = (dispatcher, args, reply) => dispatcher.newMission(args, reply);
const save: Lifecycle = (dispatcher, _args, reply) => dispatcher.save(reply);
const version: Lifecycle = (dispatcher, _args, reply) => dispatcher.version(reply);
const addonVersion: Lifecycle = (dispatcher, args, reply) => dispatcher.setAddonVersion(args, reply);
const acknowledge: Lifecycle = (_dispatcher, _args, reply) => reply(OK);
/** The game asks where files lie; ours are in a library. */
const folder: Lifecycle = (_dispatcher, _args, reply) => reply('["ok",""]');

const LIFECYCLE: ReadonlyMap<string, Lifecycle> = new Map(
  Object.entries<Lifecycle>({
    ':INIT:': init,
    ':SYS:INIT:': init,
    ':INIT:STORAGE:': openStorage,
    ':STORAGE:INIT:': openStorage,
    ':NEW:MISSION:': newMission,
    ':MISSION:START:': newMission,
    ':SAVE:MISSION:': save,
    ':MISSION:SAVE:': save,
    ':MISSION:FOCUS_START:': (dispatcher, args, reply) => dispatcher.focus('focusStart', args, reply),
    ':MISSION:FOCUS_END:': (dispatcher, args, reply) => dispatcher.focus('focusEnd', args, reply),
    ':VERSION:': version,
    ':SYS:VERSION:': version,
    ':ADDON:VERSION:': addonVersion,
    ':SYS:ADDON_VERSION:': addonVersion,
    ':SET:VERSION:': addonVersion,
    ':LOG:': acknowledge,
    ':SYS:LOG:': acknowledge,
    ':GETDIR:ARMA:': folder,
    ':GETDIR:MODULE:': folder,
    ':GETDIR:OCAPLOG:': folder,
    ':SYS:DIR:ARMA:': folder,
    ':SYS:DIR:MODULE:': folder,
    ':SYS:DIR:LOG:': folder,
    ':SYS:TIMESTAMP:': (_dispatcher, _args, reply) => reply(`["ok","${BigInt(Date.now()) * 1_000_000n}"]`),
    ':START:': (dispatcher, args, reply) => dispatcher.startOlder(args, reply),
    ':SAVE:': (dispatcher, args, reply) => dispatcher.saveOlder(args, reply),
    ':CLEAR:': (dispatcher, _args, reply) => dispatcher.clear(reply),
  }),
);

function refusal(message: string): string {
  return JSON.stringify(['error', message]);
}

/** Texts as an array that the game can read: it cannot take brackets within. */
function gameList(texts: readonly string[]): string {
  const quoted = texts.map((text) => `"${text.replaceAll('"', '""').replaceAll("'", "''").replaceAll('[', '(').replaceAll(']', ')')}"`);
  return `[${quoted.join()}]`;
}
