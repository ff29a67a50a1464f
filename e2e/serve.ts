/** Starts the built engine under plain Node, as a person would with `sandtable serve`, on a library of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
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

export async function serve(library: string): Promise<Served> {
  const child = spawn(process.execPath, [cli, 'serve', '--library', library, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/\S+/.exec(line);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`serve ended with code ${code} before it printed its address`)));
  });
  return {
    url,
    library,
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
