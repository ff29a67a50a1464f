/** The engine under plain Node: serves the app to a browser. */
import { once } from 'node:events';
import type { CaptureOfRun } from './capture/captures.ts';
import { logToStderr, type EngineLog } from './engine-log.ts';
import { createEngine, type Engine } from './engine.ts';
import { RefusedInput } from './game-adapter.ts';
import { PageServer } from './transport/http-server.ts';
import { listen } from './transport/listen.ts';

export interface ServeOptions {
  readonly libraryDir: string;
  readonly port: number;
  readonly host?: string;
  /** Switched on for this run. */
  readonly captures?: readonly CaptureOfRun[];
  /** The built renderer. */
  readonly rendererDir: string;
  readonly log?: EngineLog;
}

export interface Serving {
  /** With the secret; what is printed. */
  readonly address: string;
  readonly engine: Engine;
  close(): Promise<void>;
}

const WILDCARDS: ReadonlySet<string> = new Set(['0.0.0.0', '::', '*', '']);

/** Starts serving. Rejects with RefusedInput, one sentence, when the port is taken, the library cannot be opened, or a capture cannot begin. */
export async function startServing({
  libraryDir,
  port,
  host = '127.0.0.1',
  captures = [],
  rendererDir,
  log,
}: ServeOptions): Promise<Serving> {
  if (WILDCARDS.has(host)) throw new RefusedInput('Say which address of this machine to serve at, for pages must name exactly that one.');
  const server = await listen(host, port);
  const bound = server.address();
  const actualPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  try {
    const engine = await createEngine({
      libraryDir,
      desktop: false,
      port: actualPort,
      captures,
      rendererDir,
      ...(log === undefined ? {} : { log }),
    });
    const pages = new PageServer(server, { engine, host, port: actualPort, rendererDir });
    return {
      address: pages.address,
      engine,
      close: async () => {
        await pages.close();
        await engine.close();
      },
    };
  } catch (error) {
    server.close();
    throw error;
  }
}

/** Serves until SIGINT or SIGTERM. Prints one line: the address. */
export async function serve(options: ServeOptions): Promise<void> {
  const serving = await startServing({ log: logToStderr, ...options });
  console.log(`Sandtable is at ${serving.address}`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await serving.close();
}
