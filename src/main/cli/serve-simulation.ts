/** simulate echovr --serve: the game's API from a made-up match, with a truth log that survives whatever happens to this process. */
import { once } from 'node:events';
import { closeSync, openSync, writeSync } from 'node:fs';
import { type ServedGame, serveEcho, type ServeOptions } from '../../../simulators/echovr/serve-api.ts';
import type { TruthLine } from '../../../simulators/echovr/truth.ts';
import { RefusedInput } from '../engine/game-adapter.ts';
import { print } from './output.ts';

/** Serves until the match is over, SIGINT or SIGTERM. Prints one line: the address. Lines are appended to `truth` one by one. */
export async function serveSimulation(options: ServeOptions, truth: string | undefined): Promise<void> {
  const log = truth === undefined ? null : open(truth);
  try {
    const game = await startOrExplain(options, (line) => {
      if (log !== null) writeSync(log, `${JSON.stringify(line)}\n`);
    });
    const stopped = Promise.race([game.ended, once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await print(`${game.address}\n`);
    await stopped;
    await game.close();
  } finally {
    if (log !== null) closeSync(log);
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'a');
  } catch {
    throw new RefusedInput(`${path} cannot be written.`);
  }
}

async function startOrExplain(options: ServeOptions, tell: (line: TruthLine) => void): Promise<ServedGame> {
  try {
    return await serveEcho(options, tell);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new RefusedInput(`Port ${options.port} is taken.`);
    if (code === 'EACCES') throw new RefusedInput(`Port ${options.port} may not be used by this user; choose one from 1024 on.`);
    if (code === 'ERR_SOCKET_BAD_PORT') throw new RefusedInput(`${options.port} is no port; they go up to 65535.`);
    throw error;
  }
}
