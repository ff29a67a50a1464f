/** Sends command lines to a recorder over TCP or WebSocket, and counts what it answers. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket } from 'ws';

/** Bytes on their way over a WebSocket before the sender waits. */
const MOST_UNSENT = 1024 * 1024;

interface Line {
  /** Resolves when more may be sent. */
  write(bytes: Uint8Array | string): Promise<void>;
  end(): void;
  destroy(): void;
}

export class LineSender {
  /** Lines that were answered with ["ok"…], and with ["error",…]. */
  accepted = 0;
  refused = 0;
  /** The first so many lines are on disk. */
  committed = 0;
  /** How often that was said. */
  reports = 0;
  isClosed = false;
  readonly #line: Line;
  readonly #hear: (line: string) => void;
  #rest = '';
  #wake: () => void = () => {};

  private constructor(line: Line, hear: (line: string) => void) {
    this.#line = line;
    this.#hear = hear;
  }

  /** `hear` is told every answer and every callback. Rejects with the system's error when nobody listens there. */
  static async overTcp(host: string, port: number, hear: (line: string) => void = () => {}): Promise<LineSender> {
    const socket = connect(port, host);
    await once(socket, 'connect');
    const write = async (bytes: Uint8Array | string): Promise<void> => {
      if (socket.write(bytes) || socket.destroyed) return;
      await new Promise<void>((resolve) => {
        const done = (): void => {
          socket.off('drain', done).off('close', done);
          resolve();
        };
        socket.on('drain', done).on('close', done);
      });
    };
    const sender = new LineSender({ write, end: () => socket.end(), destroy: () => socket.destroy() }, hear);
    socket.on('error', () => undefined);
    socket.on('close', () => sender.#closed());
    socket.on('data', (data) => sender.#take(data.toString()));
    return sender;
  }

  /** `url`: with its secret. Rejects when it is turned away. */
  static async overWebSocket(url: string, hear: (line: string) => void = () => {}): Promise<LineSender> {
    const socket = new WebSocket(url);
    await once(socket, 'open');
    const write = (bytes: Uint8Array | string): Promise<void> =>
      new Promise((resolve) => {
        socket.send(typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString(), () => resolve());
        if (socket.bufferedAmount < MOST_UNSENT) resolve();
      });
    const sender = new LineSender({ write, end: () => socket.close(), destroy: () => socket.terminate() }, hear);
    socket.on('error', () => undefined);
    socket.on('close', () => sender.#closed());
    socket.on('message', (data: Buffer) => sender.#take(data.toString()));
    return sender;
  }

  /** Whole lines. Resolves when more may be sent. */
  async send(lines: Uint8Array | string): Promise<void> {
    await this.#line.write(lines);
  }

  /** Resolves when the first `lines` lines are on disk; rejects when the connection ends before. */
  async safe(lines: number): Promise<void> {
    while (this.committed < lines) {
      if (this.isClosed) throw new Error(`the connection ended when ${this.committed} of ${lines} lines were on disk`);
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  end(): void {
    this.#line.end();
  }

  destroy(): void {
    this.#line.destroy();
  }

  #take(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('{"committed":')) {
        this.committed = (JSON.parse(line) as { committed: number }).committed;
        this.reports++;
      } else {
        if (line.startsWith('["ok"')) this.accepted++;
        else if (line.startsWith('["error"')) this.refused++;
        this.#hear(line);
      }
    }
    this.#wake();
  }

  #closed(): void {
    this.isClosed = true;
    this.#wake();
  }
}
