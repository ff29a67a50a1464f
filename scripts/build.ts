// Builds dist/: the renderer, main with its workers and the command line, and the preload.
import { globSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'dist/.stamp');

if (import.meta.main) await buildAll();

export async function buildAll(): Promise<void> {
  rmSync(stamp, { force: true });
  for (const mode of ['production', 'main', 'preload']) {
    await build({ configFile: join(root, 'vite.config.ts'), mode, logLevel: 'warn' });
  }
  writeFileSync(stamp, '');
}

/** Builds when a source, package.json or vite.config.ts is newer than the last build. */
export async function buildIfStale(): Promise<void> {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  // A folder's own time tells of files that were taken away.
  const inputs = ['package.json', 'vite.config.ts', 'src', ...globSync('src/**/*', { cwd: root, exclude: ['**/*.test.{ts,tsx}'] })];
  if (inputs.every((input) => statSync(join(root, input)).mtimeMs <= built)) return;
  console.log('Building ...');
  await buildAll();
}
