// Builds what is stale and runs the desktop app; where Electron cannot run, serves the same app to a browser on loopback.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfStale } from './build.ts';
import { downloadElectron, electronBinary, findElectron, hasDisplay, rootFlags } from './electron.ts';

const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);

await buildIfStale();
const display = hasDisplay();
const dist = display ? (findElectron() ?? (await downloadElectron())) : undefined;
if (dist === undefined) {
  console.log(`${display ? 'No Electron runtime' : 'No display'} here: serving Sandtable to a browser instead.`);
  run(process.execPath, [join(root, 'src/main/cli/sandtable.ts'), 'serve', ...args]);
} else {
  run(electronBinary(dist), [...rootFlags(), root, ...args]);
}

/** Runs to its end as this very process would: same terminal, same signals, same exit code. */
function run(command: string, commandArgs: string[]): void {
  const child = spawn(command, commandArgs, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
