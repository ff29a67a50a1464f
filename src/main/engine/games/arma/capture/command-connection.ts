/**
 * One game that sends its commands as lines, whatever carries them. Each line is answered with one, ["ok"…] or ["error",…]; besides come
 * {"committed":n} all the time, for the first n lines are on disk, and {"callback":name,"data":…}, what the recorder calls in the game.
 */
import manifest from '../../../../../../package.json' with { type: 'json' };
import { Dispatcher } from '../recorder/dispatcher.ts';
import { CommandFeed } from './command-feed.ts';
import type { FeedHost } from './feed-host.ts';
import { ReplyBuffer } from './reply-buffer.ts';

/** Between two reports of what is on disk, ms. */
const COMMITTED_MS = 100;

export class CommandConnection {
  readonly feed: CommandFeed;
  readonly #send: (lines: Buffer) => Promise<void>;
  readonly #replies = new ReplyBuffer();
  readonly #timer: NodeJS.Timeout;
  #isTelling = false;

  /** `send` resolves when the other side has room for more. */
  constructor(host: FeedHost, send: (lines: Buffer) => Promise<void>) {
    this.#send = send;
    this.feed = new CommandFeed(host, {
      recorder: (recorderHost) => {
        const dispatcher = new Dispatcher(recorderHost, { version: [manifest.version, '', ''] });
        return { dispatcher, taker: dispatcher };
      },
      reply: (answer) => this.#replies.add(answer),
      callback: (name, data) => this.#replies.add(JSON.stringify({ callback: name, data })),
      onWait: () => void this.#reply(),
      onCommit: () => {},
    });
    this.#timer = setInterval(() => void this.#tellCommitted(), COMMITTED_MS);
  }

  /** Takes what came; resolves when more may come. Rejects when recordings cannot be written. */
  async take(piece: Uint8Array): Promise<void> {
    await this.feed.push(piece);
    await this.#reply();
  }

  /** Nothing more comes. Resolves when the other side has been told what is on disk. */
  async last(): Promise<void> {
    await this.feed.last();
    await this.#reply();
    clearInterval(this.#timer);
    await this.#send(this.#committed());
  }

  /** Ends the mission that still runs. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.feed.close();
  }

  async #reply(): Promise<void> {
    const lines = this.#replies.take();
    if (lines !== null) await this.#send(lines);
  }

  /** Also when nothing is new: who waits for it hears that we are there. What the other side does not take is not piled up. */
  async #tellCommitted(): Promise<void> {
    if (this.#isTelling) return;
    this.#isTelling = true;
    await this.#send(this.#committed());
    this.#isTelling = false;
  }

  #committed(): Buffer {
    return Buffer.from(`{"committed":${this.feed.committed}}\n`);
  }
}
