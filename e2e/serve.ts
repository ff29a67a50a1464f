/** Starts the built engine under plain Node, as a person would with `sandtable serve`, on a library of its own. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const cli = join(import.meta.dirname, '..', 'dist', 'main', 'sandtable.js');

export interface Served {
  /** The printed address, with its secret. */
  readonly url: string;
  readonly library: string;
  readonly process: ChildProcess;
  /** Stops the engine; the library stays. */
  stop(): Promise<void>;
}

export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `sandtable-${name}-`));
}

export async function serve(library: string, ...flags: readonly string[]): Promise<Served> {
  return { library, ...(await started('serve', '--library', library, '--port', '0', ...flags)) };
}

/** The same, on a library into which these recordings were imported before. */
export async function serveWith(library: string, recordings: readonly string[], ...flags: readonly string[]): Promise<Served> {
  const { status } = spawnSync(process.execPath, [cli, 'import', ...recordings, '--library', library]);
  if (status !== 0) throw new Error(`the import ended with code ${status}`);
  return await serve(library, ...flags);
}

/** A game to record: the simulator's match behind the API of the game. `url` is its address. */
export function simulateGame(...flags: readonly string[]): Promise<Omit<Served, 'library'>> {
  return started('simulate', 'echovr', '--serve', '0', ...flags);
}

/** Runs a verb that prints an address and goes on until it is stopped. */
async function started(...words: readonly string[]): Promise<Omit<Served, 'library'>> {
  const child = spawn(process.execPath, [cli, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/\S+/.exec(line);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`${words[0]} ended with code ${code} before it printed its address`)));
  });
  return {
    url,
    process: child,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => void child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
