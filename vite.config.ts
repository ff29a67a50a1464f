import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
// How Sandtable is bundled: `vite build` the renderer, `--mode main` main, engine, workers and command line, `--mode preload` the preload.
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const migrations = 'src/main/engine/library/migrations';

/** What nearly every view needs, in few files instead of one for each set of views that share a module. */
const SHARED = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|zustand)\// },
  { name: 'kit', test: /node_modules\/(@base-ui|@floating-ui|lucide-react|zod)\/|src\/renderer\/(ui|words)\/|src\/shared\/games\// },
];
const STARTS_WITH = new Set(['main', ...SHARED.map(({ name }) => name)]);

const renderer: UserConfig = {
  root: 'src/renderer',
  base: './',
  plugins: [react(), compiledAtOnce()],
  worker: { format: 'es' },
  build: {
    outDir: '../../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0, // wasm and fonts stay files: the CSP allows no data: URL
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // The app, and the page of an overlay in a streaming program.
      input: { main: 'src/renderer/index.html', overlay: 'src/renderer/broadcast/overlay.html' },
      output: {
        codeSplitting: { groups: SHARED },
      },
    },
  },
};

// Every bundle and every shared chunk lands in dist/main itself, so that `import.meta.url` means the same in all of them:
// a worker is `./x-worker.js`, and the numbered SQL files, which are copied and read with node:fs, are `./migrations/`.
// (`?raw` imports would not run in plain Node, which executes src/ without a bundler.)
const main: UserConfig = {
  publicDir: false,
  plugins: [workerUrls(), copyMigrations()],
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: true,
    outDir: 'dist/main',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: mainEntries(),
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
    },
  },
};

// A sandboxed preload is one CommonJS file.
const preload: UserConfig = {
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: 'dist/main',
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: 'src/main/preload.ts',
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
};

function mainEntries(): Record<string, string> {
  const files = globSync([
    'src/main/app.ts',
    'src/main/engine/entry-*.ts',
    'src/main/cli/sandtable.ts',
    'src/main/**/*-worker.ts',
  ]).toSorted();
  const entries: Record<string, string> = {};
  for (const file of files) {
    const name = basename(file, '.ts');
    if (entries[name] !== undefined) throw new Error(`two entries would both be dist/main/${name}.js: ${entries[name]} and ${file}`);
    entries[name] = file;
  }
  return entries;
}

/** Turns `new URL("./anywhere/x-worker.ts", import.meta.url)` into the flat bundle beside it, so that source needs no branch. */
function workerUrls(): Plugin {
  return {
    name: 'sandtable:worker-urls',
    transform: {
      filter: { code: /-worker\.ts["']/ },
      handler: (code) => ({
        code: code.replaceAll(
          /new URL\(\s*(["'])[./\w-]*?([\w-]+-worker)\.ts\1\s*,\s*import\.meta\.url\s*,?\s*\)/g,
          (_match, _quote, name: string) => `new URL("./${name}.js", import.meta.url)`,
        ),
        map: null, // lines stay where they are
      }),
    },
  };
}

/**
 * Nearly every function of what the window starts with runs before its first picture. This line has V8 compile them together, beside the page, and keep all
 * of them in its code cache (v8.dev/blog/explicit-compile-hints).
 */
function compiledAtOnce(): Plugin {
  return {
    name: 'sandtable:compiled-at-once',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk' && STARTS_WITH.has(chunk.name)) chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
      },
    },
  };
}

function copyMigrations(): Plugin {
  return {
    name: 'sandtable:migrations',
    generateBundle() {
      for (const file of globSync(`${migrations}/*.sql`)) {
        this.emitFile({ type: 'asset', fileName: `migrations/${basename(file)}`, source: readFileSync(file) });
      }
    },
  };
}

export default defineConfig(({ mode }) => (mode === 'main' ? main : mode === 'preload' ? preload : renderer));
