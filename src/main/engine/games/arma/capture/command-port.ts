/** Commands over TCP, from this machine only: whoever can connect here could as well stand between the game and its extension. */
import { createServer, type Server, type Socket } from 'node:net';
import { listenWith } from '../../../transport/listen.ts';
import { CommandConnection } from './command-connection.ts';
import type { FeedHost } from './feed-host.ts';

const HOST = '127.0.0.1';
const MOST_CONNECTIONS = 16;
/** A sender that does not take its answers for so long is gone, ms. */
const STUCK_MS = 60_000;
/** A web page cannot open a bare connection, but it can send a request here, whose body would be lines; or begin TLS, with bytes of its choice. */
const REQUEST = /^[A-Z]{3,7} /;
const TLS = 0x16;
const REQUEST_BYTES = 8;

export class CommandPort {
  /** "127.0.0.1:5001" */
  readonly address: string;
  readonly #server: Server;
  readonly #host: FeedHost;
  readonly #open = new Map<Socket, Promise<void>>();

  private constructor(server: Server, host: FeedHost) {
    this.#server = server;
    this.#host = host;
    const bound = server.address();
    this.address = `${HOST}:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
    server.on('connection', (socket) => {
      const served = this.#serve(socket).catch((error: unknown) => console.error('capture: a connection of commands:', error));
      this.#open.set(
        socket,
        served.finally(() => this.#open.delete(socket)),
      );
    });
  }

  /** Port 0: any that is free. Rejects with RefusedInput, one sentence. */
  static async listen(port: number, host: FeedHost): Promise<CommandPort> {
    const server = await listenWith(() => createServer({ noDelay: true, keepAlive: true, allowHalfOpen: true }), HOST, port);
    server.maxConnections = MOST_CONNECTIONS;
    return new CommandPort(server, host);
  }

  /** Ends all connections and their missions. */
  async close(): Promise<void> {
    this.#server.close();
    for (const socket of this.#open.keys()) socket.destroy();
    await Promise.all(this.#open.values());
  }

  async #serve(socket: Socket): Promise<void> {
    socket.on('error', () => socket.destroy());
    const connection = new CommandConnection(this.#host, (lines) => sent(socket, lines));
    let head = '';
    try {
      for await (const piece of socket as AsyncIterable<Buffer>) {
        if (head.length < REQUEST_BYTES) {
          head += piece.toString('latin1', 0, REQUEST_BYTES);
          if (REQUEST.test(head) || head.charCodeAt(0) === TLS) return;
        }
        this.#host.metrics.bytes('tcp', piece.length);
        await connection.take(piece);
      }
      await connection.last();
      socket.end();
    } catch (error) {
      if (!socket.destroyed && !this.#host.context.signal.aborted) throw error;
    } finally {
      await connection.close();
      socket.destroySoon();
    }
  }
}

/** Resolves when the socket has room for more, or is closed. */
function sent(socket: Socket, bytes: Buffer): Promise<void> {
  if (socket.destroyed || socket.write(bytes)) return Promise.resolve();
  return new Promise((resolve) => {
    const stuck = setTimeout(() => socket.destroy(), STUCK_MS);
    const done = (): void => {
      clearTimeout(stuck);
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.on('drain', done);
    socket.on('close', done);
  });
}
