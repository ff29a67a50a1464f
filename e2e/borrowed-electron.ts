/** The Electron that the tests may borrow from a folder beside the project when npm's own cannot be downloaded. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder that holds the binary, or undefined when there is nothing to borrow. */
export function borrowElectron(): string | undefined {
  const lender = join(import.meta.dirname, '..', '..', 'shared', 'bin', 'electron-runtime');
  if (process.platform !== 'linux' || !existsSync(lender)) return undefined;
  const asked = spawnSync(lender, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}
