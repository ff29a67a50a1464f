/** The engine as it is released: child scripts that use it are bundled with it, for types that are stripped as it starts cost time and memory that no user pays. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
/** Within the project, so that the native module is found. */
const outDir = join(root, 'node_modules/.cache/bench');
const NAMES = ['import-child', 'convert-child', 'live-commit-child'] as const;
/** Threads that only they have. */
const WORKERS = ['live-import-worker', 'live-capture-worker'] as const;

let building: Promise<void> | null = null;

/** The bundled `children/<name>.ts`. */
export async function builtChild(name: (typeof NAMES)[number]): Promise<URL> {
  building ??= buildChildren();
  await building;
  return pathToFileURL(join(outDir, `${name}.js`));
}

async function buildChildren(): Promise<void> {
  const input = Object.fromEntries([...NAMES, ...WORKERS].map((name) => [name, join(import.meta.dirname, `children/${name}.ts`)]));
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    mode: 'main',
    logLevel: 'warn',
    build: { outDir, rolldownOptions: { input } },
  });
}
