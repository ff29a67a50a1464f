/** All captures of the engine: which are switched on, with which settings, what they do; and the sessions that an earlier run did not end. */
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { CaptureState, Items } from '../../../shared/engine-api.ts';
import type { EngineLog } from '../engine-log.ts';
import { RefusedInput, type GameAdapter } from '../game-adapter.ts';
import type { Importer } from '../import/importer.ts';
import type { Library } from '../library/library.ts';
import type { LiveSession } from '../library/operations.ts';
import type { StreamContext } from '../transport/connection.ts';
import type { CaptureSettings, CaptureSource, ImportedFile } from './capture-source.ts';
import { leftFiles, leftSessions, recoverFile, recoverSession } from './recover.ts';
import { RunningCapture } from './running-capture.ts';
import { SenderTokens, type MadeToken } from './sender-tokens.ts';

/** Between two items of `follow`, ms. */
const FOLLOW_MS = 250;

/** What is kept in the library's settings, under "capture.<id>". */
const kept = z.object({ enabled: z.boolean(), settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) });
type Kept = z.infer<typeof kept>;

/** A capture that is switched on for this run only. */
export interface CaptureOfRun {
  readonly id: string;
  readonly settings: CaptureSettings;
}

/** What an end of recording left to be recovered. */
interface Left {
  readonly sessions: readonly LiveSession[];
  readonly files: readonly string[];
}

interface Entry {
  readonly source: CaptureSource;
  /** Null when its senders have none. */
  readonly tokens: SenderTokens | null;
  enabled: boolean;
  settings: CaptureSettings;
  running: RunningCapture | null;
  /** Why it is not running though it is switched on. */
  refusal: string | null;
  /** Switching is done one after the other. */
  switching: Promise<void>;
}

export class Captures {
  readonly #library: Library;
  readonly #importer: Importer;
  readonly #module: URL;
  readonly #log: EngineLog;
  readonly #entries = new Map<string, Entry>();
  readonly #changes = new EventEmitter<{ change: [] }>();
  readonly #closing = new AbortController();
  #recovering: Promise<void> = Promise.resolve();

  /** `module`: what each capture's thread runs; knows the same adapters. */
  constructor(library: Library, importer: Importer, adapters: readonly GameAdapter[], module: URL, log: EngineLog) {
    this.#log = log;
    this.#library = library;
    this.#importer = importer;
    this.#module = module;
    this.#changes.setMaxListeners(0);
    for (const source of adapters.flatMap((adapter) => adapter.captures ?? [])) {
      this.#entries.set(source.id, {
        source,
        tokens: source.tokens === true ? new SenderTokens(library, source.id) : null,
        enabled: false,
        settings: {},
        running: null,
        refusal: null,
        switching: Promise.resolve(),
      });
    }
  }

  /** Resolves when all that were left unfinished are ordinary sessions, as far as that can be done. */
  get recovered(): Promise<void> {
    return this.#recovering;
  }

  /** Begins to recover what was left, and switches on what was on and `ofRun` (null: nothing at all). Throws RefusedInput when one of those is unknown or cannot begin. */
  async start(ofRun: readonly CaptureOfRun[] | null): Promise<void> {
    const sessions = await leftSessions(this.#library);
    const files = await leftFiles(this.#library, sessions);
    this.#recover(Promise.resolve({ sessions, files }));
    for (const [id, entry] of this.#entries) {
      const { enabled, settings } = await this.#kept(id);
      entry.settings = settings;
      await entry.tokens?.load();
      if (ofRun === null) continue;
      if (enabled && !ofRun.some((capture) => capture.id === id)) void this.#inTurn(entry, () => this.#switchOnAgain(entry));
    }
    for (const { id, settings } of ofRun ?? []) {
      const entry = this.#entry(id);
      await this.#inTurn(entry, () => this.#switchOn(entry, settings));
    }
  }

  list(): readonly CaptureState[] {
    return Array.from(this.#entries.values(), stateOf);
  }

  async set({ id, enabled, settings }: CaptureOfRun & { readonly enabled: boolean }): Promise<CaptureState> {
    const entry = this.#entry(id);
    await this.#inTurn(entry, async () => {
      if (enabled) {
        try {
          await this.#switchOn(entry, settings);
        } catch (error) {
          await this.#switchOff(entry);
          throw error;
        }
      } else await this.#switchOff(entry);
      entry.settings = settings;
      await this.#library.write('setSetting', { name: settingName(id), value: JSON.stringify({ enabled, settings } satisfies Kept) });
      this.#changed();
    });
    return stateOf(entry);
  }

  /** A token that a sender of this capture may show. Throws RefusedInput. */
  async makeToken(id: string, name: string): Promise<MadeToken> {
    const { entry, tokens } = this.#withTokens(id);
    const made = await tokens.make(name, '');
    await this.#tokensChanged(entry);
    return made;
  }

  /** In effect at once. Throws RefusedInput. */
  async revokeToken(id: string, token: string): Promise<void> {
    const { entry, tokens } = this.#withTokens(id);
    await tokens.revoke(token);
    await this.#tokensChanged(entry);
  }

  async follow({ signal, emit }: StreamContext<Items['capture.follow']>): Promise<void> {
    while (!signal.aborted) {
      const changed = once(this.#changes, 'change', { signal }).catch(() => undefined); // by the abort
      await emit({ captures: this.list() });
      await changed;
      await pause(FOLLOW_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Whether any runs. */
  get isOn(): boolean {
    return [...this.#entries.values()].some(({ running }) => running !== null && !running.isGone);
  }

  isRecording(session: string): boolean {
    return this.#recorderOf(session) !== null;
  }

  /** Until the session ends; at once when its recording has ended meanwhile. */
  async followSession(id: string, { signal, emit }: StreamContext<Items['sessions.follow']>): Promise<void> {
    await this.#recorderOf(id)?.follow(id, signal, async (item) => {
      if (item.kind === 'delta') return await emit(item);
      const { info, entities, strings, chunks, overview, events, tail } = item;
      const stored = await this.#library.read('session', { id });
      if (stored === null) return undefined;
      const { title, durationMs, frames, entityCount, playerCount, eventCount } = info;
      const row = { ...stored.row, durationMs, frames, entities: entityCount, players: playerCount, events: eventCount };
      const detail = { row, info: title === '' ? { ...info, title: row.title } : info, entities, strings, chunks, eventBlocks: [] };
      return await emit({ kind: 'opening', detail, overview, events, tail });
    });
  }

  /** Ends all recordings and threads. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(Array.from(this.#entries.values(), (entry) => this.#inTurn(entry, async () => await entry.running?.stop())));
    await this.#recovering;
  }

  #recorderOf(session: string): RunningCapture | null {
    for (const { running } of this.#entries.values()) if (running?.records(session) === true) return running;
    return null;
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new RefusedInput('There is no such capture.');
    return entry;
  }

  #withTokens(id: string): { readonly entry: Entry; readonly tokens: SenderTokens } {
    const entry = this.#entry(id);
    if (entry.tokens === null) throw new RefusedInput('The senders of this capture need no tokens.');
    return { entry, tokens: entry.tokens };
  }

  async #tokensChanged({ running, tokens }: Entry): Promise<void> {
    await running?.setTokens(tokens?.stored ?? []);
    this.#changed();
  }

  async #inTurn(entry: Entry, work: () => Promise<void>): Promise<void> {
    const turn = entry.switching.then(work);
    entry.switching = turn.catch(() => undefined);
    await turn;
  }

  /** Throws RefusedInput when the settings do not fit or it cannot begin; it is then in trouble, but still switched on. */
  async #switchOn(entry: Entry, settings: CaptureSettings): Promise<void> {
    if (this.#closing.signal.aborted) return;
    const isSame = JSON.stringify(settings) === JSON.stringify(entry.settings);
    if (entry.running !== null && !entry.running.isGone && isSame) return;
    const checked = entry.source.settings.safeParse(settings);
    if (!checked.success) {
      const [issue] = checked.error.issues;
      throw new RefusedInput(issue?.message ?? 'These settings do not fit.');
    }
    await entry.running?.stop();
    entry.enabled = true;
    entry.settings = settings;
    entry.refusal = null;
    const order = { id: entry.source.id, settings, tokens: entry.tokens?.stored ?? [] };
    const running = new RunningCapture(this.#library, order, this.#module, {
      onChange: () => this.#changed(),
      makeToken: async (name, key) => {
        const { tokens } = this.#withTokens(entry.source.id);
        const made = await tokens.make(name, key);
        await this.#tokensChanged(entry);
        return made;
      },
      log: (event, fields) => this.#log(event, { capture: entry.source.id, ...fields }),
      heard: (token) => entry.tokens?.heard(token, new Date().toISOString()),
      importFile: (path, name) => this.#import(path, name),
      onLeft: (left) => this.#recover(this.#left(left)),
    });
    entry.running = running;
    try {
      await running.started;
    } catch (error) {
      await running.gone;
      throw error;
    }
  }

  /** What was on when the engine last ended stays switched on, whatever comes of it. */
  async #switchOnAgain(entry: Entry): Promise<void> {
    entry.enabled = true;
    try {
      await this.#switchOn(entry, entry.settings);
    } catch (error) {
      entry.refusal = error instanceof Error ? error.message : String(error);
      this.#changed();
    }
  }

  async #switchOff(entry: Entry): Promise<void> {
    const { running } = entry;
    if (running !== null && !running.isGone) await running.stop();
    entry.running = null;
    entry.enabled = false;
    entry.refusal = null;
    this.#changed();
  }

  async #kept(id: string): Promise<Kept> {
    const value = await this.#library.read('setting', { name: settingName(id) });
    const known = value === null ? null : kept.safeParse(parsed(value));
    return known?.success === true ? known.data : { enabled: false, settings: {} };
  }

  async #import(path: string, name: string): Promise<ImportedFile> {
    const from = { kind: 'file', path, name, temporary: false } as const;
    const run = this.#importer.run(from, this.#closing.signal, () => undefined);
    const report = await run.catch(() => ({ state: 'failed', sessions: [], message: 'The library was closed meanwhile.' }) as const);
    const { state, sessions, message } = report;
    const ended = state === 'done' || state === 'duplicate' || state === 'refused' ? state : 'failed';
    return message === undefined ? { state: ended, sessions } : { state: ended, sessions, message };
  }

  async #left(ids: readonly string[]): Promise<Left> {
    const sessions = await leftSessions(this.#library);
    return { sessions: sessions.filter(({ id }) => ids.includes(id)), files: [] };
  }

  /** One after the other, for imports of people go on beside. */
  #recover(left: Promise<Left>): void {
    const before = this.#recovering;
    const recover = async (): Promise<void> => {
      await before;
      const { sessions, files } = await left;
      const { signal } = this.#closing;
      for (const session of sessions) await recoverSession(this.#library, this.#importer, session, signal).catch(failed);
      for (const file of files) await recoverFile(this.#library, this.#importer, file, signal).catch(failed);
    };
    const failed = (error: unknown): void => console.error('capture: recovering failed, the next start tries again:', error);
    this.#recovering = recover().catch(failed);
  }

  #changed(): void {
    this.#changes.emit('change');
  }
}

function stateOf({ source, tokens, enabled, settings, running, refusal }: Entry): CaptureState {
  const off = { phase: refusal === null ? 'off' : 'trouble', message: refusal ?? '', address: null, sessions: [], counters: {} } as const;
  return { id: source.id, enabled, settings, tokens: tokens?.list() ?? [], ...(running === null ? off : running.state()) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function settingName(id: string): string {
  return `capture.${id}`;
}
