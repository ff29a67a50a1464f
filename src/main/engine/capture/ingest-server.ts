/**
 * An HTTP server that games and their recorders send to. Any web page that a person has open can reach this machine, so: it answers to its own names only (DNS rebinding),
 * to no page at all, and gives no page leave to read an answer. Routes and secrets are its capture's.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { Duplex } from 'node:stream';
import fastify, { type FastifyInstance } from 'fastify';
import { WebSocketServer, type WebSocket } from 'ws';
import { listen } from '../transport/listen.ts';
import { EVERYWHERE, ownNames } from './own-names.ts';

const MOST_CONNECTIONS = 64;
const MOST_SOCKETS = 16;
/** The largest upload over a slow line takes this long, ms. */
const REQUEST_MS = 60 * 60_000;
/** One message of a stream is one thing that happened; the largest are lists of telemetry and long lines on the map. */
const MOST_MESSAGE_BYTES = 4 * 1024 * 1024;
const PING_MS = 30_000;
/** Of one part of a path, characters: ids of people hold names. */
const MOST_PARAMETER = 512;
const REFUSALS = { 421: 'Sandtable is not at this address.\n', 403: 'No web page may talk to Sandtable.\n' } as const;

export interface IngestOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Of a request's body that is no upload, bytes. */
  readonly bodyLimit: number;
  /** Open at the same time; 64 when left out. */
  readonly connections?: number;
}

/** Takes a request whole, without what the routes cost. */
export type DirectHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Who takes a WebSocket at this address, or the status that it is refused with. */
export type Upgrade = (url: URL) => ((socket: WebSocket) => void) | 403 | 404;

export class IngestServer {
  /** For routes; say `open` when they are there. */
  readonly routes: FastifyInstance;
  /** "127.0.0.1:5000"; of one that listens everywhere, an address that others in the network can use. */
  readonly address: string;
  readonly #server: Server;
  readonly #isOwnName: (host: string | undefined) => boolean;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE_BYTES, perMessageDeflate: false });
  readonly #direct = new Map<string, DirectHandler>();
  #upgrade: Upgrade = () => 404;

  private constructor(server: Server, { host, bodyLimit, connections = MOST_CONNECTIONS }: IngestOptions) {
    const bound = server.address();
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
    this.#server = server;
    server.maxConnections = connections;
    server.requestTimeout = REQUEST_MS;
    const shown = EVERYWHERE.has(host) ? (networkAddress() ?? '127.0.0.1') : host;
    this.address = `${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
    this.#isOwnName = ownNames(host.toLowerCase(), port);
    this.routes = fastify({
      bodyLimit,
      routerOptions: { maxParamLength: MOST_PARAMETER },
      serverFactory: (routes) => server.on('request', (request, response) => (this.#directOf(request) ?? routes)(request, response)),
    });
    this.routes.addHook('onRequest', async (request, reply) => {
      const status = this.#refusal(request.raw);
      if (status !== null) await reply.code(status).send(REFUSALS[status]);
    });
    this.routes.setNotFoundHandler(async (_request, reply) => await reply.code(404).send('There is nothing here.\n'));
    this.routes.setErrorHandler(async (error: { readonly statusCode?: number }, request, reply) => {
      const status = error.statusCode ?? 500;
      if (status >= 500 && !request.raw.destroyed) console.error('capture:', error);
      const message = status >= 500 ? 'Something went wrong inside Sandtable; its log says more.' : 'This request cannot be read.';
      await reply.code(status).send(`${message}\n`);
    });
    server.on('upgrade', (request, socket, head) => this.#upgraded(request, socket, head));
  }

  /** Listens, and answers nothing before `open`. Rejects with RefusedInput, one sentence. */
  static async listen(options: IngestOptions): Promise<IngestServer> {
    return new IngestServer(await listen(options.host, options.port), options);
  }

  /** What is posted to this path, which strangers are kept from as from the routes. */
  direct(path: string, handler: DirectHandler): void {
    this.#direct.set(path, (request, response) => {
      const status = this.#refusal(request);
      if (status === null) return handler(request, response);
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(REFUSALS[status]);
      request.resume();
    });
  }

  /** Its routes are complete. */
  async open(upgrade: Upgrade = () => 404): Promise<void> {
    this.#upgrade = upgrade;
    await this.routes.ready();
  }

  /** Breaks off what is under way. */
  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    const closed = new Promise((resolve) => void this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
    await this.routes.close();
  }

  #directOf({ method, url = '' }: IncomingMessage): DirectHandler | undefined {
    if (method !== 'POST' || this.#direct.size === 0) return undefined;
    const query = url.indexOf('?');
    return this.#direct.get(query < 0 ? url : url.slice(0, query));
  }

  #refusal({ headers }: IncomingMessage): 421 | 403 | null {
    if (!this.#isOwnName(headers.host)) return 421;
    if (headers.origin !== undefined) return 403;
    // Images and scripts of a page come without Origin.
    const site = headers['sec-fetch-site'];
    return site === undefined || (site === 'none' && headers['sec-fetch-mode'] === 'navigate') ? null : 403;
  }

  #upgraded(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = URL.parse(`http://localhost${request.url ?? ''}`);
    const taker = this.#refusal(request) ?? (url === null ? 404 : this.#upgrade(url));
    const status = typeof taker === 'function' && this.#sockets.clients.size >= MOST_SOCKETS ? 503 : taker;
    if (typeof status !== 'function') {
      socket.on('error', () => socket.destroy());
      socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (opened) => {
      keepAlive(opened);
      status(opened);
    });
  }
}

/** A game that is gone without a word is noticed. */
function keepAlive(socket: WebSocket): void {
  let isThere = true;
  const timer = setInterval(() => {
    if (!isThere) return socket.terminate();
    isThere = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, PING_MS);
  socket.on('pong', () => (isThere = true));
  socket.on('message', () => (isThere = true));
  socket.on('error', () => socket.terminate()); // close follows
  socket.on('close', () => clearInterval(timer));
}

function networkAddress(): string | undefined {
  const addresses = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}
