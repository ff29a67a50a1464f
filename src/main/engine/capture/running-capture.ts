/** One capture's thread as the engine's main thread sees it: what it does, what it records, and its end, whatever that is. */
import { setFlagsFromString } from 'node:v8';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import type { CaptureState } from '../../../shared/engine-api.ts';
import { RefusedInput } from '../game-adapter.ts';
import type { Library } from '../library/library.ts';
import type { CaptureCommand, CaptureOrder, CaptureReport } from './capture-messages.ts';
import type { ImportedFile, LogFields } from './capture-source.ts';
import type { FollowerItem, FollowerMessage } from './follower.ts';
import type { MadeToken, StoredToken } from './sender-tokens.ts';

/** Heap of a capture's thread, MB; typed arrays lie outside of it. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };
/**
 * By itself V8 puts objects among the old ones at once when, at some moment, most that were made in the same place were still in use. For a listener that is any moment
 * with many requests under way; from then on each request leaves garbage that only a full collection finds, which costs more than all of its own work.
 */
const ALL_BEGIN_YOUNG = '--no-allocation-site-pretenuring';
/** A thread that was told to stop and does not is ended after this time, ms; what it recorded is then read from its originals. */
const GRACE_MS = 20_000;

const FAULT = 'The capture was stopped by a fault of Sandtable; what it had recorded is kept. Switch it on again to go on.';

export interface CaptureEvents {
  /** Anything of what is said about it. */
  onChange(): void;
  importFile(path: string, name: string): Promise<ImportedFile>;
  /** A sender asks for a token. Rejects with RefusedInput when there are too many. */
  makeToken(name: string, key: string): Promise<MadeToken>;
  log(event: string, fields: LogFields): void;
  /** A token was shown. */
  heard(token: string): void;
  /** The thread is gone and left these sessions unfinished. */
  onLeft(sessions: readonly string[]): void;
}

export class RunningCapture {
  /** Resolves when it runs; rejects with RefusedInput when it does not begin. */
  readonly started: Promise<void>;
  /** Resolves when the thread is gone. */
  readonly gone: Promise<void>;
  readonly #library: Library;
  readonly #events: CaptureEvents;
  readonly #thread: Worker;
  readonly #sessions = new Map<string, CaptureState['sessions'][number]>();
  readonly #tokenCalls = new Map<number, () => void>();
  #calls = 0;
  #phase: Exclude<CaptureState['phase'], 'off'> = 'waiting';
  #message = 'Starting.';
  #address: string | null = null;
  #counters: Readonly<Record<string, number>> = {};
  #stopped: { readonly refusal: string | null } | null = null;
  #isGone = false;

  constructor(
    library: Library,
    { id, settings, tokens }: Pick<CaptureOrder, 'id' | 'settings' | 'tokens'>,
    module: URL,
    events: CaptureEvents,
  ) {
    this.#library = library;
    this.#events = events;
    const writer = library.portTo('writer');
    const order: CaptureOrder = { libraryDir: library.folder.dir, id, settings, tokens, writer };
    setFlagsFromString(ALL_BEGIN_YOUNG);
    this.#thread = new Worker(module, { workerData: order, transferList: [writer], resourceLimits: LIMITS });
    this.#thread.on('error', (error: unknown) => console.error('capture thread:', error));
    this.started = new Promise((resolve, reject) => {
      this.#thread.on('message', (report: CaptureReport) => {
        this.#hear(report);
        if (report.type === 'state') resolve();
      });
      this.#thread.once('exit', () => reject(new RefusedInput(this.#stopped?.refusal ?? FAULT)));
    });
    this.started.catch(() => undefined);
    this.gone = new Promise((resolve) => {
      this.#thread.once('exit', () => {
        this.#end();
        resolve();
      });
    });
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  state(): Pick<CaptureState, 'phase' | 'message' | 'address' | 'sessions' | 'counters'> {
    const isOn = !this.#isGone;
    return {
      phase: this.#phase,
      message: this.#message,
      address: isOn ? this.#address : null,
      sessions: [...this.#sessions.values()],
      counters: this.#counters,
    };
  }

  records(session: string): boolean {
    return this.#sessions.has(session);
  }

  /** Streams one of its sessions until it ends or `signal` aborts; an item is consumed when `emit` resolves. */
  follow(session: string, signal: AbortSignal, emit: (item: FollowerItem) => Promise<void>): Promise<void> {
    const { port1, port2 } = new MessageChannel();
    this.#command({ type: 'follow', session, port: port2 }, [port2]);
    return new Promise((resolve, reject) => {
      const stop = (): void => port1.close();
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      port1.on('close', () => {
        signal.removeEventListener('abort', stop);
        resolve();
      });
      let last: Promise<void> = Promise.resolve();
      port1.on('message', (message: FollowerMessage) => {
        if (message === 'end') return void last.then(stop, stop);
        last = last.then(() => emit(message)).then(() => port1.postMessage('consumed'));
        last.catch((error: unknown) => {
          reject(error instanceof Error ? error : new Error(String(error)));
          stop();
        });
        return undefined;
      });
    });
  }

  /** Resolves when only these are taken. */
  async setTokens(tokens: readonly StoredToken[]): Promise<void> {
    if (this.#isGone) return;
    const call = this.#calls++;
    await new Promise<void>((resolve) => {
      this.#tokenCalls.set(call, resolve);
      this.#command({ type: 'tokens', call, tokens });
    });
  }

  /** Ends its recordings and the thread. */
  async stop(): Promise<void> {
    this.#command({ type: 'stop' });
    const grace = setTimeout(() => void this.#thread.terminate(), GRACE_MS);
    await this.gone;
    clearTimeout(grace);
  }

  #hear(report: CaptureReport): void {
    switch (report.type) {
      case 'state':
        this.#phase = report.phase;
        this.#message = report.message;
        break;
      case 'address':
        this.#address = report.address;
        break;
      case 'counters':
        this.#counters = report.counters;
        break;
      case 'session':
        this.#sessions.set(report.session.id, report.session);
        this.#library.announce([report.session.id]);
        break;
      case 'ended':
        this.#sessions.delete(report.session);
        this.#library.announce([report.session]);
        this.#library.settleSoon();
        break;
      case 'import':
        void this.#events
          .importFile(report.path, report.name)
          .then((result) => this.#command({ type: 'imported', call: report.call, result }));
        return;
      case 'log':
        this.#events.log(report.event, report.fields);
        return;
      case 'tokensTaken':
        this.#tokenCalls.get(report.call)?.();
        this.#tokenCalls.delete(report.call);
        return;
      case 'makeToken':
        void this.#makeToken(report);
        return;
      case 'heard':
        this.#events.heard(report.token);
        break;
      case 'stopped':
        this.#stopped = report;
        void this.#thread.terminate(); // whatever the source left open
    }
    this.#events.onChange();
  }

  #end(): void {
    this.#isGone = true;
    this.#phase = 'trouble';
    this.#message = this.#stopped === null ? FAULT : (this.#stopped.refusal ?? 'The capture ended by itself.');
    for (const taken of this.#tokenCalls.values()) taken();
    this.#tokenCalls.clear();
    const left = [...this.#sessions.keys()];
    this.#sessions.clear();
    if (left.length > 0) this.#events.onLeft(left);
    this.#events.onChange();
  }

  async #makeToken({ call, name, key }: Extract<CaptureReport, { type: 'makeToken' }>): Promise<void> {
    try {
      const { token, secret } = await this.#events.makeToken(name, key);
      this.#command({ type: 'tokenMade', call, made: { id: token.id, secret } });
    } catch (error) {
      const refusal = error instanceof RefusedInput ? error.message : 'The token could not be kept.';
      this.#command({ type: 'tokenMade', call, made: { refusal } });
    }
  }

  #command(command: CaptureCommand, transfer: readonly MessagePort[] = []): void {
    this.#thread.postMessage(command, [...transfer]);
  }
}
