/**
 * Asks one server that a person has named, and no other: redirects stay on that host, answers have limits, and nothing of this machine (cookies, credentials, proxies of a
 * page) goes with it. Every failure is one sentence.
 */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { isIP } from 'node:net';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RefusedInput } from '../game-adapter.ts';

const MOST_REDIRECTS = 5;
const MOST_JSON_BYTES = 32 * 1024 * 1024;
const MOST_FILE_BYTES = 4 * 1024 ** 3;
/** Until an answer begins, ms. */
const ANSWER_MS = 20_000;
/** Without any byte, ms. */
const SILENT_MS = 30_000;

/** What a person typed: with or without "https://", with a path or not. Throws RefusedInput for anything that is no web address. */
export function serverAddress(typed: string): URL {
  const text = typed.trim();
  const bare = !/^[a-z][a-z\d+.-]*:\/\//i.test(text);
  const url = URL.parse(bare ? `${isNear(text) ? 'http' : 'https'}://${text}` : text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '')
    throw new RefusedInput('Write the address of the server as in a browser, such as https://ocap.example.org.');
  if (url.username !== '' || url.password !== '') throw new RefusedInput('Leave names and passwords out of the address.');
  url.search = url.hash = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** This machine and bare numbers have no certificates. */
function isNear(text: string): boolean {
  const host = /^\[?([^/\]]*?)\]?(?::\d+)?(?:\/|$)/.exec(text)?.[1] ?? '';
  return host === 'localhost' || isIP(host) !== 0;
}

export class RemoteFetch {
  readonly #base: URL;
  readonly #signal: AbortSignal;

  constructor(base: URL, signal: AbortSignal) {
    this.#base = base;
    this.#signal = signal;
  }

  /** Parsed JSON of a path below the address. Throws RefusedInput. */
  async json(path: string): Promise<unknown> {
    const response = await this.#ask(path);
    if (!response.ok) {
      await response.body?.cancel();
      throw new RefusedInput(`${this.#base.host} answers, but not as such a server does (${response.status}).`);
    }
    const parts: Buffer[] = [];
    await this.#read(response, MOST_JSON_BYTES, (part) => void parts.push(part));
    try {
      return JSON.parse(Buffer.concat(parts).toString());
    } catch {
      throw new RefusedInput(`${this.#base.host} answers, but not as such a server does.`);
    }
  }

  /** Saves a file; false when there is none at this path. `onProgress`: bytes so far, and of all, 0 when that is not known. Throws RefusedInput; nothing is left behind then. */
  async save(path: string, to: string, onProgress: (done: number, total: number) => void): Promise<boolean> {
    const response = await this.#ask(path);
    // A page for people instead of a file: some servers answer so to every path.
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
    if (response.status === 404 || (response.ok && isPage)) {
      await response.body?.cancel();
      return false;
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new RefusedInput(`${this.#base.host} does not hand this file out (${response.status}).`);
    }
    const said = response.headers.get('content-encoding') === null ? Number(response.headers.get('content-length') ?? 0) : 0;
    let done = 0;
    const file = createWriteStream(to, { flags: 'wx', mode: 0o600 });
    try {
      await this.#read(
        response,
        MOST_FILE_BYTES,
        (part) => {
          done += part.length;
          onProgress(done, said);
        },
        file,
      );
      return true;
    } catch (error) {
      await rm(to, { force: true });
      throw error;
    }
  }

  async #ask(path: string): Promise<Response> {
    let url = new URL(path, this.#base);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), ANSWER_MS);
      let response: Response;
      try {
        response = await fetch(url, {
          redirect: 'manual',
          credentials: 'omit',
          headers: { accept: '*/*' },
          signal: AbortSignal.any([this.#signal, late.signal]),
        });
      } catch (error) {
        this.#signal.throwIfAborted();
        throw new RefusedInput(`${this.#base.host} gives no answer${reasonOf(error)}.`);
      } finally {
        clearTimeout(timer);
      }
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || location === null) return response;
      await response.body?.cancel();
      url = this.#next(url, location);
    }
    throw new RefusedInput(`${this.#base.host} sends from one address to the next without end.`);
  }

  #next(from: URL, location: string): URL {
    const next = URL.parse(location, from.href);
    const isPlain = from.protocol === 'https:' && next?.protocol === 'http:';
    if (next === null || next.hostname !== this.#base.hostname || (next.protocol !== 'http:' && next.protocol !== 'https:') || isPlain)
      throw new RefusedInput(`${this.#base.host} sends on to another server; write the address of that one.`);
    return next;
  }

  async #read(response: Response, limit: number, take: (part: Buffer) => void, to?: NodeJS.WritableStream): Promise<void> {
    if (response.body === null) throw new RefusedInput(`${this.#base.host} answers with nothing.`);
    const silent = new AbortController();
    let timer = setTimeout(() => silent.abort(), SILENT_MS);
    let bytes = 0;
    const counted = new Transform({
      transform: (part: Buffer, _encoding, done) => {
        clearTimeout(timer);
        timer = setTimeout(() => silent.abort(), SILENT_MS);
        bytes += part.length;
        if (bytes > limit) return done(new RefusedInput(`${this.#base.host} sends more than Sandtable takes.`));
        take(part);
        return done(null, to === undefined ? undefined : part);
      },
    });
    const options = { signal: AbortSignal.any([this.#signal, silent.signal]) };
    try {
      const body = Readable.from(response.body);
      if (to === undefined) await pipeline(body, counted.resume(), options);
      else await pipeline(body, counted, to, options);
    } catch (error) {
      this.#signal.throwIfAborted();
      if (error instanceof RefusedInput) throw error;
      throw new RefusedInput(`The connection to ${this.#base.host} broke off.`);
    } finally {
      clearTimeout(timer);
    }
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: ': there is no such name',
  ECONNREFUSED: ': nothing listens there',
  ECONNRESET: ': it broke off',
  EHOSTUNREACH: ': it cannot be reached',
  ENETUNREACH: ': it cannot be reached',
};

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { readonly code?: string } | undefined) : undefined;
  const code = cause?.code ?? '';
  return REASONS[code] ?? (/CERT|SSL|TLS/.test(code) ? ': its certificate is not valid' : '');
}
