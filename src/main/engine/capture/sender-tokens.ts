/**
 * Named tokens that senders show to a capture. Whoever asks for one is told it once; what is kept is its SHA-256. Those of 192 random bits need no salt:
 * nobody guesses them from their hashes.
 */
import { hash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { CaptureToken } from '../../../shared/engine-api.ts';
import { RefusedInput } from '../game-adapter.ts';
import type { Library } from '../library/library.ts';

/** Each is compared with what a sender shows. */
const MOST_TOKENS = 200;
/** Longer ones are nobody's. */
const MOST_LENGTH = 400;

const stored = z.object({
  id: z.string(),
  name: z.string(),
  /** Who asked for it by itself, so that it is given another in its place when it asks again; "" for one that a person made. */
  key: z.string(),
  /** Hex. */
  sha256: z.string().length(64),
  madeAt: z.string(),
});
export type StoredToken = z.infer<typeof stored>;

export interface MadeToken {
  readonly token: CaptureToken;
  /** Shown once. */
  readonly secret: string;
}

/** What the library keeps of them. */
export class SenderTokens {
  readonly #library: Library;
  readonly #setting: string;
  readonly #heard = new Map<string, string>();
  #tokens: readonly StoredToken[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(library: Library, capture: string) {
    this.#library = library;
    this.#setting = `capture.${capture}.tokens`;
  }

  async load(): Promise<void> {
    const value = await this.#library.read('setting', { name: this.#setting });
    if (value !== null) this.#tokens = z.array(stored).parse(JSON.parse(value));
  }

  get stored(): readonly StoredToken[] {
    return this.#tokens;
  }

  list(): readonly CaptureToken[] {
    return this.#tokens.map((token) => this.#shown(token));
  }

  /** Throws RefusedInput when there are too many. `key`: see StoredToken. */
  async make(name: string, key: string): Promise<MadeToken> {
    return await this.#inTurn(async () => await this.#make(name, key));
  }

  /** Throws RefusedInput when there is no such token. */
  async revoke(id: string): Promise<void> {
    await this.#inTurn(async () => {
      if (!this.#tokens.some((token) => token.id === id)) throw new RefusedInput('This token was revoked already.');
      await this.#keep(this.#tokens.filter((token) => token.id !== id));
    });
  }

  /** Somebody showed it. */
  heard(id: string, at: string): void {
    this.#heard.set(id, at);
  }

  async #make(name: string, key: string): Promise<MadeToken> {
    const secret = randomBytes(24).toString('base64url');
    const before = key === '' ? undefined : this.#tokens.find((token) => token.key === key);
    if (before === undefined && this.#tokens.length >= MOST_TOKENS)
      throw new RefusedInput(`There are ${MOST_TOKENS} tokens already; revoke some that nobody needs.`);
    const token: StoredToken = {
      id: before?.id ?? randomUUID(),
      name: before?.name ?? this.#free(name),
      key,
      sha256: hash('sha256', secret),
      madeAt: new Date().toISOString(),
    };
    await this.#keep([...this.#tokens.filter(({ id }) => id !== token.id), token]);
    return { token: this.#shown(token), secret };
  }

  /** No two have the same name, by which people and statistics tell them apart. */
  #free(name: string): string {
    const isTaken = (one: string): boolean => this.#tokens.some((token) => token.name === one);
    let free = name;
    for (let i = 2; isTaken(free); i++) free = `${name} ${i}`;
    return free;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return await turn;
  }

  #shown({ id, name, key, madeAt }: StoredToken): CaptureToken {
    return { id, name, madeAt, byItself: key !== '', heardAt: this.#heard.get(id) ?? null };
  }

  /** In effect when it is stored. */
  async #keep(tokens: readonly StoredToken[]): Promise<void> {
    await this.#library.write('setSetting', { name: this.#setting, value: JSON.stringify(tokens) });
    this.#tokens = tokens;
  }
}

/** Whose a shown token is. Takes as long for any wrong one as for another. */
export class TokenCheck {
  #tokens: readonly { readonly token: StoredToken; readonly digest: Uint8Array }[] = [];

  set(tokens: readonly StoredToken[]): void {
    this.#tokens = tokens.map((token) => ({ token, digest: Buffer.from(token.sha256, 'hex') }));
  }

  nameOf(id: string): string | null {
    return this.#tokens.find(({ token }) => token.id === id)?.token.name ?? null;
  }

  find(secret: string): StoredToken | null {
    if (this.#tokens.length === 0 || secret === '' || secret.length > MOST_LENGTH) return null;
    const digest = hash('sha256', secret, 'buffer');
    let found: StoredToken | null = null;
    for (const one of this.#tokens) if (timingSafeEqual(one.digest, digest)) found = one.token;
    return found;
  }
}
