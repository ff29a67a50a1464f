/** Commands over WebSocket: each message is one or more lines, and so is each answer. */
import { on } from 'node:events';
import type { RawData, WebSocket } from 'ws';
import { CommandConnection } from './command-connection.ts';
import type { FeedHost } from './feed-host.ts';

/** Messages that wait; more are not read from the socket. */
const MOST_WAITING = 100;
/** Answers that the other side has not taken, bytes; a sender that takes none gets cut off. */
const MOST_UNSENT = 16 * 1024 * 1024;
const NEWLINE = 0x0a;

export class CommandSockets {
  readonly #host: FeedHost;
  readonly #open = new Set<Promise<void>>();

  constructor(host: FeedHost) {
    this.#host = host;
  }

  /** Until the socket closes; the mission that still runs is ended. */
  async serve(socket: WebSocket): Promise<void> {
    const served = this.#serve(socket).catch((error: unknown) => console.error('capture: a socket of commands:', error));
    this.#open.add(served);
    await served;
    this.#open.delete(served);
  }

  /** When all sockets are closed: resolves when their missions are ended. */
  async close(): Promise<void> {
    await Promise.all(this.#open);
  }

  async #serve(socket: WebSocket): Promise<void> {
    const connection = new CommandConnection(this.#host, (lines) => {
      if (socket.bufferedAmount > MOST_UNSENT) socket.terminate();
      else if (socket.readyState === socket.OPEN) socket.send(lines.toString());
      return Promise.resolve();
    });
    try {
      const events = on(socket, 'message', { close: ['close'], highWaterMark: MOST_WAITING, lowWaterMark: 1 });
      for await (const [data] of events as AsyncIterable<[RawData]>) {
        const bytes = data as Buffer;
        this.#host.metrics.bytes('websocket', bytes.length);
        await connection.take(bytes.at(-1) === NEWLINE ? bytes : Buffer.concat([bytes, Buffer.of(NEWLINE)]));
      }
    } catch (error) {
      if (socket.readyState === socket.OPEN) throw error;
    } finally {
      socket.terminate();
      await connection.close();
    }
  }
}
