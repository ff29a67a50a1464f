/** Sends the messages of the live stream as the extension does, and keeps what is acknowledged. */
import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Bytes on their way before the sender waits. */
const MOST_UNSENT = 1024 * 1024;

export class MessageSender {
  /** What was acknowledged: start_mission, end_mission. */
  readonly acknowledgements: string[] = [];
  readonly #socket: WebSocket;
  #wake: () => void = () => {};

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('error', () => undefined);
    socket.on('close', () => this.#wake());
    socket.on('message', (data: Buffer) => {
      const answer = JSON.parse(data.toString()) as { readonly type: string; readonly for: string };
      if (answer.type === 'ack') this.acknowledgements.push(answer.for);
      this.#wake();
    });
  }

  /** `url`: with its secret. Rejects when it is turned away. */
  static async to(url: string): Promise<MessageSender> {
    const socket = new WebSocket(url);
    await once(socket, 'open');
    return new MessageSender(socket);
  }

  /** One message. Resolves when more may be sent. */
  async send(message: string): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#socket.send(message, () => resolve());
      if (this.#socket.bufferedAmount < MOST_UNSENT) resolve();
    });
  }

  /** Rejects when the connection ends before. */
  async acknowledged(what: string): Promise<void> {
    while (!this.acknowledgements.includes(what)) {
      if (this.#socket.readyState === WebSocket.CLOSED) throw new Error(`the connection ended before ${what} was acknowledged`);
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  close(): void {
    this.#socket.close();
  }
}
