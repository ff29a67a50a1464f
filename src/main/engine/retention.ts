/**
 * Keeps a game's share of the library within an age and a size, when a person said so. What is too old goes to the bin, and is gone for good when it lay there
 * for a week; what is too much goes by way of the bin too, the oldest first. Favourites stay, and so does what is being recorded.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { retentionRules, type RetentionRules, type StorageOutlook } from '../../shared/engine-api.ts';
import type { Library } from './library/library.ts';
import type { KeptSession } from './library/operations.ts';

const SETTING = 'retention';
/** After the start of the engine, and between two looks, ms. */
const FIRST_MS = 60_000;
const EACH_MS = 10 * 60_000;
/** Sessions that go in one step; others get their turn in between. */
const STEP = 10;
const STEP_PAUSE_MS = 250;
const DAY_MS = 86_400_000;
/** How long somebody has to take back what was too old. */
const BIN_DAYS = 7;

export class Retention {
  readonly #library: Library;
  readonly #gigabyte: number;
  readonly #end = new AbortController();
  readonly #running: Promise<void>;
  #wake: () => void = () => undefined;

  /** `gigabyte`: bytes of one, for tests. */
  constructor(library: Library, gigabyte = 1e9) {
    this.#library = library;
    this.#gigabyte = gigabyte;
    this.#running = this.#run();
  }

  async rules(): Promise<RetentionRules> {
    const value = await this.#library.read('setting', { name: SETTING });
    return value === null ? {} : retentionRules.parse(JSON.parse(value));
  }

  /** From now on; looked after at once. */
  async set(rules: RetentionRules): Promise<void> {
    await this.#library.write('setSetting', { name: SETTING, value: JSON.stringify(rules) });
    this.#wake();
  }

  /** Does what the rules ask for now. */
  async tidy(now = Date.now()): Promise<void> {
    for (const [game, { days, gigabytes }] of Object.entries(await this.rules())) {
      if (days !== null) await this.#keepAge(game, now - days * DAY_MS, now);
      if (gigabytes !== null) await this.#keepSize(game, gigabytes * this.#gigabyte);
    }
  }

  /** What each game takes, and what of it will go. */
  async outlook(now = Date.now()): Promise<readonly StorageOutlook[]> {
    const rules = await this.rules();
    const games = await this.#library.read('storage', {});
    return await Promise.all(
      games.map(async ({ game, bytes }) => {
        const { days = null, gigabytes = null } = rules[game] ?? {};
        const outlook = { game, bytes, days, gigabytes, due: 0, next: null };
        if (days === null && gigabytes === null) return outlook;
        const { sessions } = await this.#library.read('keptSessions', { game });
        const most = gigabytes === null ? Infinity : gigabytes * this.#gigabyte;
        return { ...outlook, ...foreseen(sessions, bytes, days === null ? Infinity : days * DAY_MS, most, now) };
      }),
    );
  }

  async close(): Promise<void> {
    this.#end.abort();
    this.#wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    await this.#wait(FIRST_MS);
    while (!this.#end.signal.aborted) {
      await this.tidy().catch((error: unknown) => {
        if (!this.#end.signal.aborted) console.error('retention:', error);
      });
      await this.#wait(EACH_MS);
    }
  }

  async #wait(ms: number): Promise<void> {
    if (this.#end.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms).unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #keepAge(game: string, oldest: number, now: number): Promise<void> {
    const { sessions } = await this.#library.read('keptSessions', { game });
    const old = sessions.filter(({ at, isFavourite }) => !isFavourite && Date.parse(at) < oldest);
    await this.#bin(old.filter(({ deletedAt }) => deletedAt === null));
    await this.#purge(old.filter(({ deletedAt }) => deletedAt !== null && Date.parse(deletedAt) < now - BIN_DAYS * DAY_MS));
  }

  async #keepSize(game: string, mostBytes: number): Promise<void> {
    for (;;) {
      const { bytes, sessions } = await this.#library.read('keptSessions', { game });
      let over = bytes - mostBytes;
      if (over <= 0 || this.#end.signal.aborted) return;
      const go: KeptSession[] = [];
      // What lies in the bin already goes first.
      for (const session of [...sessions.filter(isBinned), ...sessions.filter((one) => !isBinned(one))]) {
        if (over <= 0 || go.length === STEP) break;
        if (session.isFavourite) continue;
        go.push(session);
        over -= session.bytes;
      }
      if (go.length === 0) return;
      await this.#bin(go.filter((session) => !isBinned(session)));
      await this.#purge(go);
    }
  }

  async #bin(sessions: readonly KeptSession[]): Promise<void> {
    await this.#inSteps(sessions, async (ids) => this.#library.announce(await this.#library.write('binSessions', { ids })));
  }

  async #purge(sessions: readonly KeptSession[]): Promise<void> {
    await this.#inSteps(sessions, async (ids) => {
      this.#library.announce(await this.#library.write('purgeSessions', { ids }));
      await this.#library.write('settle', {});
    });
  }

  async #inSteps(sessions: readonly KeptSession[], work: (ids: readonly string[]) => Promise<void>): Promise<void> {
    for (let i = 0; i < sessions.length && !this.#end.signal.aborted; i += STEP) {
      if (i > 0) await pause(STEP_PAUSE_MS, undefined, { signal: this.#end.signal }).catch(() => undefined);
      await work(sessions.slice(i, i + STEP).map(({ id }) => id));
    }
  }
}

/** How many sessions, the oldest first, are beyond an age (ms) or a size, and when the next one will be too old. */
function foreseen(
  sessions: readonly KeptSession[],
  bytes: number,
  mostMs: number,
  mostBytes: number,
  now: number,
): Pick<StorageOutlook, 'due' | 'next'> {
  let over = bytes - mostBytes;
  for (const session of sessions) if (isBinned(session) && over > 0) over -= session.bytes;
  let due = 0;
  let next: string | null = null;
  for (const session of sessions) {
    if (session.isFavourite || isBinned(session)) continue;
    const end = Date.parse(session.at) + mostMs;
    if (end < now || over > 0) {
      due++;
      over -= session.bytes;
    } else if (next === null && Number.isFinite(end)) next = new Date(end).toISOString();
  }
  return { due, next };
}

function isBinned({ deletedAt }: KeptSession): boolean {
  return deletedAt !== null;
}
