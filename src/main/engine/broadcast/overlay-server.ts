/**
 * Serves the overlay pages to a streaming program on this machine, and nothing else of Sandtable: a port of its own, loopback only. Any web page that a person has open
 * can reach it, so: it answers to its own names only (DNS rebinding), a foreign Origin is turned away, and what is on air needs the token in the address.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WebSocketServer, type WebSocket } from 'ws';
import { OVERLAYS, type OverlayKind, type OverlayMessage } from '../../../shared/broadcast.ts';
import { ownNames } from '../capture/own-names.ts';
import { PAGE_HEADERS } from '../transport/content-security.ts';
import { listen } from '../transport/listen.ts';
import { staticFiles, type StaticFile } from '../transport/static-files.ts';

const HOST = '127.0.0.1';
const PAGE = '/broadcast/overlay.html';
const MOST_PAGES = 64;
/** Pages only listen. */
const MOST_MESSAGE_BYTES = 64;
/** A page that is this far behind gets the next picture when it has caught up, bytes. */
const MOST_UNSENT = 256 * 1024;
const PING_MS = 30_000;

interface OverlayServerOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** The built renderer. */
  readonly rendererDir: string;
  /** Whether a token may look. */
  readonly isGood: (token: string) => boolean;
  /** What a page of this kind is told when it opens. */
  readonly opening: (kind: OverlayKind) => readonly OverlayMessage[];
  /** A page came or went. */
  readonly onChange: () => void;
}

export class OverlayServer {
  readonly port: number;
  readonly #options: OverlayServerOptions;
  readonly #server: Server;
  readonly #files: ReadonlyMap<string, StaticFile>;
  readonly #isOwnName: (host: string | undefined) => boolean;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE_BYTES, perMessageDeflate: false });
  readonly #pages = new Map<WebSocket, OverlayKind>();

  private constructor(server: Server, options: OverlayServerOptions) {
    const bound = server.address();
    this.port = typeof bound === 'object' && bound !== null ? bound.port : options.port;
    this.#options = options;
    this.#server = server;
    this.#files = staticFiles(options.rendererDir);
    this.#isOwnName = ownNames(HOST, this.port);
    server.on('request', (request, response) => void this.#answer(request, response));
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Rejects with RefusedInput, one sentence (PortTaken: with a free one). */
  static async listen(options: OverlayServerOptions): Promise<OverlayServer> {
    return new OverlayServer(await listen(HOST, options.port), options);
  }

  get address(): string {
    return `http://${HOST}:${this.port}`;
  }

  /** Open pages by kind. */
  get watching(): Readonly<Record<OverlayKind, number>> {
    const counts = { scoreboard: 0, feed: 0, map: 0, card: 0, clock: 0 } satisfies Record<OverlayKind, number>;
    for (const kind of this.#pages.values()) counts[kind]++;
    return counts;
  }

  send(kind: OverlayKind, message: OverlayMessage): void {
    const text = JSON.stringify(message);
    for (const [socket, shown] of this.#pages) {
      if (shown === kind && socket.readyState === socket.OPEN && socket.bufferedAmount < MOST_UNSENT) socket.send(text);
    }
  }

  /** Their token is good no more. */
  closePages(): void {
    for (const socket of this.#pages.keys()) socket.close(1008);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    const closed = new Promise((resolve) => void this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const refusal = this.#refusal(request);
      if (refusal !== null) return reply(response, ...refusal);
      const url = parsed(request);
      if (request.method !== 'GET' || url === null) return reply(response, 405, 'Overlays can only be looked at.');
      const file = this.#fileAt(url);
      if (typeof file === 'number')
        return reply(response, file, file === 403 ? 'This address is not good any more. Copy the one that Sandtable shows.' : 'Not found.');
      response.writeHead(200, {
        ...PAGE_HEADERS,
        'content-type': file.type,
        ...(file.immutable ? { 'cache-control': 'private, max-age=31536000, immutable' } : {}),
      });
      await pipeline(file.open(), response);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else reply(response, 500, 'Something went wrong inside Sandtable; its log says more.');
      if (!response.destroyed) console.error('overlays:', error);
    }
  }

  /** The page of an overlay, for who has the token; its scripts, styles and fonts, which are no secret. */
  #fileAt(url: URL): StaticFile | 403 | 404 {
    if (url.pathname.startsWith('/assets/')) return this.#files.get(url.pathname) ?? 404;
    if (kindOf(url.pathname) === null) return 404;
    return this.#isLetIn(url) ? (this.#files.get(PAGE) ?? 404) : 403;
  }

  #isLetIn(url: URL): boolean {
    return this.#options.isGood(url.searchParams.get('key') ?? '');
  }

  /** Host, Origin and what the browser says about who asks. */
  #refusal({ headers }: IncomingMessage): readonly [status: 421 | 403, message: string] | null {
    if (!this.#isOwnName(headers.host)) return [421, 'Sandtable is not at this address.'];
    const site = headers['sec-fetch-site'];
    const isForeign =
      (headers.origin === undefined
        ? headers.upgrade !== undefined
        : headers.origin.toLowerCase() !== `http://${headers.host?.toLowerCase()}`) ||
      (site !== undefined && site !== 'same-origin' && site !== 'none');
    return isForeign ? [403, 'This page may not talk to Sandtable.'] : null;
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = parsed(request);
    const kind = url === null ? null : kindOf(url.pathname.replace(/\/live$/, ''));
    const refused = this.#refusal(request)?.[0] ?? (url === null || kind === null || !url.pathname.endsWith('/live') ? 404 : null);
    const status = refused ?? (url !== null && this.#isLetIn(url) ? (this.#pages.size >= MOST_PAGES ? 503 : null) : 403);
    if (status !== null || kind === null) {
      socket.on('error', () => socket.destroy());
      socket.end(`HTTP/1.1 ${status ?? 404} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (page) => this.#take(page, kind));
  }

  #take(page: WebSocket, kind: OverlayKind): void {
    this.#pages.set(page, kind);
    let isThere = true;
    const timer = setInterval(() => {
      if (!isThere) return page.terminate();
      isThere = false;
      page.ping();
    }, PING_MS);
    page.on('pong', () => (isThere = true));
    page.on('message', () => page.close(1008)); // not our page
    page.on('error', () => page.terminate()); // close follows
    page.on('close', () => {
      clearInterval(timer);
      this.#pages.delete(page);
      this.#options.onChange();
    });
    for (const message of this.#options.opening(kind)) page.send(JSON.stringify(message));
    this.#options.onChange();
  }
}

function kindOf(path: string): OverlayKind | null {
  return OVERLAYS.find((kind) => path === `/overlay/${kind}`) ?? null;
}

function parsed(request: IncomingMessage): URL | null {
  // Put behind a name of our own, so that "//other/path" is a path too.
  return URL.parse(`http://localhost${request.url ?? ''}`);
}

function reply(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(`${message}\n`);
}
