// The engine's utility process as main sees it: start, stop, connections for windows, handles for files that a person chose.
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import type { FileHandle } from '../shared/desktop-bridge.ts';
import type { EngineCommand, EngineNotice } from './engine/control.ts';
import { ENGINE_V8_FLAG } from './engine/v8-flags.ts';

export class EngineProcess {
  readonly #module: string;
  readonly #libraryDir: string;
  #child: UtilityProcess | null = null;
  /** The sentence why there is none; null while there is one, be it still starting: what is sent to it waits until it listens. */
  #stopped: string | null = 'The engine was not started.';
  readonly onStopped: (reason: string) => void;

  constructor(module: string, libraryDir: string, onStopped: (reason: string) => void) {
    this.#module = module;
    this.#libraryDir = libraryDir;
    this.onStopped = onStopped;
  }

  start(): void {
    if (this.#child !== null) return;
    const child = utilityProcess.fork(this.#module, [this.#libraryDir], {
      serviceName: 'Sandtable engine',
      stdio: 'inherit',
      execArgv: [`--js-flags=${ENGINE_V8_FLAG}`],
    });
    this.#child = child;
    this.#stopped = null;
    let refused: string | null = null;
    child.on('message', (notice: EngineNotice) => {
      refused = notice.message;
      this.#stopped = refused;
    });
    child.on('exit', (code) => {
      this.#child = null;
      const reason = refused ?? `The engine stopped unexpectedly (code ${code}). Nothing that was stored is lost.`;
      this.#stopped = reason;
      if (code !== 0 || refused !== null) this.onStopped(reason);
    });
  }

  /** A port on which a page can talk to the engine. */
  connect(): MessagePortMain {
    this.#assertRuns();
    const { port1, port2 } = new MessageChannelMain();
    this.#send({ type: 'connect' }, [port1]);
    return port2;
  }

  /** Lets the engine read or write one path, or put files into a folder, under a random name that a page may hold. */
  mint(path: string, access: 'read' | 'write' | 'folder'): FileHandle {
    this.#assertRuns();
    const handle = randomUUID();
    this.#send({ type: 'mint', handle, path, access });
    return { handle, name: basename(path) };
  }

  /** Ends the engine after its running commits. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    const gone = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
    this.#send({ type: 'close' });
    const deadline = setTimeout(() => child.kill(), 5000);
    await gone;
    clearTimeout(deadline);
  }

  #assertRuns(): void {
    if (this.#stopped !== null) throw new Error(this.#stopped);
  }

  #send(command: EngineCommand, ports: MessagePortMain[] = []): void {
    this.#child?.postMessage(command, ports);
  }
}
