/** An engine with the made-up capture, and a line connection to it: for tests. Run by itself, it is an engine process that prints its capture's address. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { createEngine, type Engine } from '../engine.ts';
import type { CaptureOfRun } from './captures.ts';
import { fakeLiveAdapter } from './fake-live.ts';

export async function fakeEngine(libraryDir: string, captures: readonly CaptureOfRun[] | null): Promise<Engine> {
  return await createEngine({
    libraryDir,
    desktop: false,
    adapters: [fakeLiveAdapter],
    importWorker: new URL('./fake-live-import.ts', import.meta.url),
    captureWorker: new URL('./fake-capture.ts', import.meta.url),
    ...(captures === null ? {} : { captures }),
  });
}

export const FAKE_CAPTURE: CaptureOfRun = { id: 'fake-lines', settings: {} };

/** Sends lines to the capture and counts those that are safe. */
export class LineClient {
  readonly #socket: Socket;
  readonly #answers: string[] = [];
  #sent = 0;
  #wake: () => void = () => undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('error', () => undefined);
    createInterface({ input: socket })
      .on('error', () => undefined)
      .on('line', (line) => {
        this.#answers.push(line.slice('ok '.length));
        this.#wake();
      });
  }

  static async to(address: string): Promise<LineClient> {
    const [host = '', port = ''] = address.split(':');
    const socket = connect(Number(port), host);
    await once(socket, 'connect');
    return new LineClient(socket);
  }

  /** Lines that were sent and not answered. */
  get underWay(): number {
    return this.#sent - this.#answers.length;
  }

  /** Lines that are answered, as they were sent. */
  get safe(): readonly string[] {
    return this.#answers;
  }

  post(...lines: readonly string[]): void {
    this.#sent += lines.length;
    this.#socket.write(lines.map((line) => `${line}\n`).join(''));
  }

  /** Resolves when all of these are answered too; the answers. */
  async send(...lines: readonly string[]): Promise<readonly string[]> {
    const before = this.#answers.length;
    this.post(...lines);
    while (this.#answers.length < before + lines.length) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#answers.slice(before);
  }

  close(): void {
    this.#socket.destroy();
  }
}

if (import.meta.main) {
  const engine = await fakeEngine(process.argv[2] ?? '', [FAKE_CAPTURE]);
  await engine.recovered();
  const [capture] = await engine.client.call('capture.list', {});
  console.log(capture?.address);
}
