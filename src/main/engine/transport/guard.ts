/**
 * Who may talk to `serve`. Any web page that a person has open can reach 127.0.0.1, so: Host must be the bound name (DNS rebinding), a foreign Origin is turned
 * away on every route, and everything but the exchange of the printed secret needs the cookie that it gave.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Refusal {
  readonly status: 401 | 403 | 421;
  readonly message: string;
}

export class Guard {
  readonly #authority: string;
  readonly #secret = randomBytes(24).toString('base64url');
  readonly #session = randomBytes(24).toString('base64url');
  readonly #cookie: string;

  constructor(host: string, port: number) {
    this.#authority = authority(host, port);
    this.#cookie = `sandtable-${port}`; // cookies are shared by all ports of a host
  }

  /** What a person opens first. */
  get address(): string {
    return `http://${this.#authority}/?secret=${this.#secret}`;
  }

  /** Set-Cookie value when this request brings the printed secret, else null. */
  exchange(url: URL): string | null {
    const secret = url.searchParams.get('secret');
    if (url.pathname !== '/' || secret === null || !same(secret, this.#secret)) return null;
    return `${this.#cookie}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** Host and Origin, for every request. */
  refuseStranger(request: IncomingMessage): Refusal | null {
    const { host, origin } = request.headers;
    if (host?.toLowerCase() !== this.#authority) return { status: 421, message: 'Sandtable is not at this address.' };
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    const upgrades = request.headers.upgrade !== undefined;
    // Browsers send Origin with each of these; what comes without one is not our page.
    if (origin === undefined ? changes || upgrades : origin.toLowerCase() !== `http://${this.#authority}`) {
      return { status: 403, message: 'This page may not talk to Sandtable.' };
    }
    // A page at another port of the same host is "same-site" for cookies; plain GETs of images and scripts come without Origin.
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && request.headers['sec-fetch-mode'] !== 'navigate') {
      return { status: 403, message: 'This page may not talk to Sandtable.' };
    }
    return null;
  }

  /** The cookie, for every request but the exchange. */
  refuseUnknown(request: IncomingMessage): Refusal | null {
    const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
    const ours = cookies.find((cookie) => cookie.startsWith(`${this.#cookie}=`));
    if (ours !== undefined && same(ours.slice(this.#cookie.length + 1), this.#session)) return null;
    return { status: 401, message: 'Open the address that Sandtable printed when it started.' };
  }
}

function authority(host: string, port: number): string {
  const name = host.includes(':') ? `[${host}]` : host.toLowerCase();
  return port === 80 ? name : `${name}:${port}`;
}

/** Takes as long for any wrong secret as for another. */
export function same(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
