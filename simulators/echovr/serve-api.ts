/** Serves the game's own HTTP API on this machine: /session and /player_bones, with the answers that the game gives when there is no match, and trouble on request. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, Faults } from './faults.ts';
import { type LiveFrame, LiveGame, type LiveOptions } from './live-game.ts';
import type { FaultTruth, TruthLine } from './truth.ts';

export interface ServeOptions extends LiveOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** Wrong, late and broken answers now and then. */
  readonly faults?: Faults;
}

export interface ServedGame {
  readonly address: string;
  /** Resolves when the last match is over and the game is left. */
  readonly ended: Promise<void>;
  /** Ends the match, the server and every connection. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const JSON_TYPE = 'application/json';
const HTML_TYPE = 'text/html';
const LOBBY = Buffer.from('{"err_description":"Endpoint is restricted in this match type","err_code":-6}');
const FAILED = Buffer.from('<html><head><title>500 Internal Server Error</title></head><body><h1>Internal Server Error</h1></body></html>');

function notFound(path: string): Buffer {
  const named = path.replace(/[^\w/.-]/g, '');
  return Buffer.from(
    `<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL ${named} was not found on this server.</p></body></html>`,
  );
}

/** Starts serving; every line of the truth log is told as it becomes true. Rejects when the port cannot be had, with the system's code. */
export async function serveEcho(options: ServeOptions, tell: (line: TruthLine) => void): Promise<ServedGame> {
  const server = createServer();
  server.listen(options.port, HOST);
  await once(server, 'listening');
  return new Serving(server, options, tell);
}

class Serving implements ServedGame {
  readonly address: string;
  readonly ended: Promise<void>;
  readonly #server: Server;
  readonly #game: LiveGame;
  readonly #faults: Faults | null;
  #tell: (line: TruthLine) => void;
  readonly #startedAt = performance.now();
  readonly #late = new Set<NodeJS.Timeout>();
  #tick: NodeJS.Timeout | null = null;
  #end: () => void = () => {};

  constructor(server: Server, options: ServeOptions, tell: (line: TruthLine) => void) {
    this.#server = server;
    this.#tell = tell;
    this.address = `http://${HOST}:${(server.address() as AddressInfo).port}`;
    this.ended = new Promise((resolve) => (this.#end = resolve));
    this.#faults = options.faults ?? null;
    this.#game = new LiveGame(options, { event: tell, measure: tell }, this.#startedAt);
    server.on('request', (request, response) => this.#answer(request, response));
    this.#play();
  }

  async close(): Promise<void> {
    if (this.#tick !== null) clearTimeout(this.#tick);
    for (const timer of this.#late) clearTimeout(timer);
    this.#game.end();
    this.#tell = () => {};
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** Goes on by the clock, asked or not. */
  #play(): void {
    const game = this.#game;
    game.advance(performance.now());
    if (game.state === 'over') this.#end();
    else this.#tick = setTimeout(() => this.#play(), Math.max(0, game.due - performance.now()));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? '/').split('?', 1)[0] as string;
    if (request.method !== 'GET' || (path !== '/session' && path !== '/player_bones')) {
      send(response, 404, HTML_TYPE, notFound(path));
      return;
    }
    const fault = this.#faults?.at((performance.now() - this.#startedAt) / 1000) ?? null;
    if (fault === null) this.#truly(path, response);
    else this.#wrongly(fault, path, response);
  }

  /** What the game says now. */
  #truly(path: '/session' | '/player_bones', response: ServerResponse): void {
    const game = this.#game;
    game.advance(performance.now());
    const frame = game.answers();
    if (frame === null) {
      if (game.state === 'lobby') send(response, 200, JSON_TYPE, LOBBY);
      else send(response, 404, HTML_TYPE, notFound(path));
      return;
    }
    const { session, id, frame: number, t, camera } = frame;
    // Only an answer that left whole was served.
    response.once('finish', () => {
      this.#tell({
        kind: 'served',
        session,
        id,
        frame: number,
        t,
        path: path === '/session' ? 'session' : 'player_bones',
        wall: Date.now(),
        camera,
      });
    });
    send(response, 200, JSON_TYPE, bodyOf(frame, path));
  }

  #wrongly(fault: Fault, path: '/session' | '/player_bones', response: ServerResponse): void {
    if (fault === 'slow') {
      const timer = setTimeout(() => {
        this.#late.delete(timer);
        if (!response.destroyed) this.#truly(path, response);
      }, this.#faults?.delay());
      this.#late.add(timer);
      return;
    }
    this.#tell({ kind: 'fault', fault, path: path.slice(1), wall: Date.now() } satisfies FaultTruth);
    switch (fault) {
      case 'not-found':
        send(response, 404, HTML_TYPE, notFound(path));
        return;
      case 'failed':
        send(response, 500, HTML_TYPE, FAILED);
        return;
      case 'lobby':
        send(response, 200, JSON_TYPE, LOBBY);
        return;
      case 'dropped':
        this.#drop(path, response);
    }
  }

  /** Ends the connection before the answer or somewhere in it. */
  #drop(path: '/session' | '/player_bones', response: ServerResponse): void {
    const frame = this.#game.answers();
    const body = frame === null ? LOBBY : bodyOf(frame, path);
    const part = Math.floor((this.#faults?.part() ?? 0) * body.length);
    if (part === 0) {
      response.destroy();
      return;
    }
    response.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': body.length });
    response.write(body.subarray(0, part), () => response.destroy());
  }
}

function bodyOf(frame: LiveFrame, path: '/session' | '/player_bones'): Buffer {
  return path === '/session' ? frame.sessionJson : frame.bonesJson;
}

function send(response: ServerResponse, status: number, type: string, body: Buffer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': body.length });
  response.end(body);
}
