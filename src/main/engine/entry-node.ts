/** The engine under plain Node: serves the app to a browser. */
import { once } from 'node:events';
import { isIP } from 'node:net';
import { createEngine, type Engine } from './engine.ts';
import { RefusedInput } from './game-adapter.ts';
import { listen, PageServer } from './transport/http-server.ts';

export interface ServeOptions {
  readonly libraryDir: string;
  readonly port: number;
  readonly host?: string;
  /** The built renderer. */
  readonly rendererDir: string;
}

export interface Serving {
  /** With the secret; what is printed. */
  readonly address: string;
  readonly engine: Engine;
  close(): Promise<void>;
}

const WILDCARDS: ReadonlySet<string> = new Set(['0.0.0.0', '::', '*', '']);

/** Starts serving. Rejects with RefusedInput, one sentence, when the port is taken or the library cannot be opened. */
export async function startServing({ libraryDir, port, host = '127.0.0.1', rendererDir }: ServeOptions): Promise<Serving> {
  if (WILDCARDS.has(host)) throw new RefusedInput('Say which address of this machine to serve at, for pages must name exactly that one.');
  const server = await listenOrExplain(host, port);
  const bound = server.address();
  const actualPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  try {
    const engine = await createEngine({ libraryDir, desktop: false, port: actualPort });
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
  const serving = await startServing(options);
  console.log(`Sandtable is at ${serving.address}`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await serving.close();
}

async function listenOrExplain(host: string, port: number): Promise<Awaited<ReturnType<typeof listen>>> {
  try {
    return await listen(host, port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new RefusedInput(`Port ${port} is taken; port ${await nextFreePort(host, port)} is free.`);
    if (code === 'EACCES') throw new RefusedInput(`Port ${port} may not be used by this user; choose one from 1024 on.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new RefusedInput(`${isIP(host) === 0 ? 'The name' : 'The address'} ${host} is not one of this machine.`);
    throw error;
  }
}

async function nextFreePort(host: string, taken: number): Promise<number> {
  for (let port = taken + 1; port < 65_536; port++) {
    try {
      const server = await listen(host, port);
      await new Promise((resolve) => void server.close(resolve));
      return port;
    } catch {
      continue;
    }
  }
  return 0;
}
