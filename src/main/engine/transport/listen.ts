/** A server that listens, or the sentence why it does not. */
import { createServer, type Server } from 'node:http';
import { isIP, type Server as AnyServer } from 'node:net';
import { RefusedInput } from '../game-adapter.ts';

const IDLE_MS = 60_000;

/** The port belongs to another program. */
export class PortTaken extends RefusedInput {
  /** The next one that nobody has, 0 for none. */
  readonly free: number;

  constructor(port: number, free: number) {
    super(`Port ${port} is taken; port ${free} is free.`);
    this.free = free;
  }
}

/** Listens before anything else is opened, so that a taken port costs nothing. Rejects with RefusedInput, one sentence; for a taken port it names the next free one. */
export async function listen(host: string, port: number): Promise<Server> {
  return await listenWith(httpServer, host, port);
}

/** The same for a server of any kind. */
export async function listenWith<S extends AnyServer>(make: () => S, host: string, port: number): Promise<S> {
  try {
    return await bind(make(), host, port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new PortTaken(port, await nextFreePort(make, host, port));
    if (code === 'EACCES') throw new RefusedInput(`Port ${port} may not be used by this user; choose one from 1024 on.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new RefusedInput(`${isIP(host) === 0 ? 'The name' : 'The address'} ${host} is not one of this machine.`);
    throw error;
  }
}

function httpServer(): Server {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 0, keepAliveTimeout: 5000 });
  server.timeout = IDLE_MS; // of a connection on which nothing moves; uploads may take as long as they need
  return server;
}

async function bind<S extends AnyServer>(server: S, host: string, port: number): Promise<S> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return server;
}

async function nextFreePort(make: () => AnyServer, host: string, taken: number): Promise<number> {
  for (let port = taken + 1; port < 65_536; port++) {
    try {
      const server = await bind(make(), host, port);
      await new Promise((resolve) => void server.close(resolve));
      return port;
    } catch {
      continue;
    }
  }
  return 0;
}
