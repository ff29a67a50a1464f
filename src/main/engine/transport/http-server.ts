/** `serve`: the renderer's files, the API over a WebSocket, uploads and downloads, behind the guard. */
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WebSocketServer } from 'ws';
import type { Engine } from '../engine.ts';
import { PAGE_HEADERS as HEADERS } from './content-security.ts';
import { Guard, type Refusal } from './guard.ts';
import { socketWire } from './socket-wire.ts';
import { staticFiles, type StaticFile } from './static-files.ts';
import { receiveUpload, UPLOAD_BYTES, UploadTooLarge } from './upload.ts';

/** Requests of the API are small; files come by POST. */
const MOST_MESSAGE_BYTES = 1024 * 1024;

export interface PageServerOptions {
  readonly engine: Engine;
  readonly host: string;
  readonly port: number;
  readonly rendererDir: string;
  readonly uploadBytes?: number;
}

export class PageServer {
  readonly #engine: Engine;
  readonly #guard: Guard;
  readonly #files: ReadonlyMap<string, StaticFile>;
  readonly #uploadBytes: number;
  readonly #server: Server;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE_BYTES, perMessageDeflate: false });

  /** `server`: listening at host and port already, and answering nothing yet. */
  constructor(server: Server, options: PageServerOptions) {
    this.#engine = options.engine;
    this.#guard = new Guard(options.host, options.port);
    this.#files = staticFiles(options.rendererDir);
    this.#uploadBytes = options.uploadBytes ?? UPLOAD_BYTES;
    this.#server = server;
    server.on('request', (request, response) => void this.#answer(request, response));
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** With the secret: for the person who started it. */
  get address(): string {
    return this.#guard.address;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => void this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#route(request, response);
    } catch (error) {
      console.error('serve:', error);
      if (response.headersSent) response.destroy();
      else reply(response, 500, 'Something went wrong inside Sandtable; its log says more.');
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const stranger = this.#guard.refuseStranger(request);
    if (stranger !== null) return refuse(response, stranger);
    const url = parsed(request);
    if (url === null) return reply(response, 400, 'This is not an address.');
    const cookie = request.method === 'GET' ? this.#guard.exchange(url) : null;
    if (cookie !== null) {
      response.writeHead(303, { ...HEADERS, 'set-cookie': cookie, location: '/' }).end();
      return;
    }
    const unknown = this.#guard.refuseUnknown(request);
    if (unknown !== null) return refuse(response, unknown);
    if (request.method === 'POST' && url.pathname === '/upload') return await this.#upload(request, response, url);
    if (request.method !== 'GET') return reply(response, 405, 'This cannot be done here.');
    const download = /^\/download\/([0-9a-f-]{36})$/.exec(url.pathname)?.[1];
    if (download !== undefined) return await this.#download(response, download);
    const file = this.#files.get(url.pathname);
    if (file === undefined)
      return reply(response, 404, this.#files.size === 0 ? 'Sandtable has not been built: run npm run build.' : 'Not found.');
    response.writeHead(200, {
      ...HEADERS,
      'content-type': file.type,
      ...(file.immutable ? { 'cache-control': 'private, max-age=31536000, immutable' } : {}),
    });
    await sent(file.open(), response);
  }

  async #upload(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    try {
      const { path, name } = await receiveUpload(request, url, this.#engine.tmpDir, this.#uploadBytes);
      const handle = this.#engine.mint({ path, name, access: 'read', temporary: true });
      response.writeHead(200, { ...HEADERS, 'content-type': 'application/json' }).end(JSON.stringify({ handle, name }));
    } catch (error) {
      if (!(error instanceof UploadTooLarge)) {
        if (request.destroyed) return response.destroy() as unknown as undefined; // the page went away
        throw error;
      }
      response.once('finish', () => request.destroy()); // the rest of it is not wanted
      reply(response, 413, `A file may have at most ${this.#uploadBytes / 1024 ** 3} GB.`);
    }
  }

  async #download(response: ServerResponse, id: string): Promise<void> {
    const download = this.#engine.takeDownload(id);
    if (download === null) return reply(response, 404, 'This download was used already; export again.');
    response.writeHead(200, {
      ...HEADERS,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(download.name)}`,
    });
    await sent(createReadStream(download.path), response);
    await rm(download.path, { force: true });
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refusal = this.#guard.refuseStranger(request) ?? this.#guard.refuseUnknown(request);
    if (refusal !== null || parsed(request)?.pathname !== '/api') {
      const status = refusal?.status ?? 404;
      socket.on('error', () => socket.destroy());
      socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (page) => this.#engine.connect(socketWire(page)));
  }
}

function parsed(request: IncomingMessage): URL | null {
  // Put behind a name of our own, so that "//other/path" is a path too.
  return URL.parse(`http://localhost${request.url ?? ''}`);
}

function refuse(response: ServerResponse, refusal: Refusal): void {
  reply(response, refusal.status, refusal.message);
}

function reply(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(`${message}\n`);
}

/** To its end, or until the page goes away. */
async function sent(from: NodeJS.ReadableStream, response: ServerResponse): Promise<void> {
  try {
    await pipeline(from, response);
  } catch (error) {
    if (!response.destroyed) throw error;
  }
}
