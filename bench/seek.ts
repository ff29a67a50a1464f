/** From asking for a random moment to its sampled state, with nothing of ours in a cache: over a message port in Node, and over the WebSocket in Chromium. */
import { join } from 'node:path';
import { build } from 'vite';
import { chromiumPath, NO_BROWSER, withPage } from './browser.ts';
import { runChild } from './child.ts';
import type { SeekAnswer, SeekInput } from './children/seek-child.ts';
import { libraryWithRecording, type BenchLibrary } from './library.ts';
import { percentile } from './numbers.ts';
import type { Bench, Measure, Result } from './result.ts';
import { inTemporaryFolder } from './workspace.ts';

const SEEKS = 200;

export const seekBench: Bench = { name: 'seek', run: () => inTemporaryFolder('seek', run) };

interface SeekTimes {
  readonly total: readonly number[];
  readonly transport: readonly number[];
}

async function run(folder: string): Promise<Result> {
  const library = await libraryWithRecording(folder);
  const { libraryDir, session, recording } = library;
  const input: SeekInput = { libraryDir, session, seeks: SEEKS };
  const port = await runChild<SeekAnswer>(new URL('./children/seek-child.ts', import.meta.url), input);
  const measures = [measured('seek.port', port, { chunks: port.chunks, chunkKB: port.meanChunkBytes / 1024 })];
  const skipped = recording.skipped === null ? [] : [recording.skipped];
  const executable = chromiumPath();
  if (executable === null) skipped.push(`seek.socket: ${NO_BROWSER}`);
  else measures.push(measured('seek.socket', await inBrowser(executable, library, join(folder, 'page')), {}));
  return { measures, skipped };
}

function measured(name: string, { total, transport }: SeekTimes, more: Measure['figures']): Measure {
  const figures = {
    p50Ms: percentile(total, 0.5),
    maxMs: Math.max(...total),
    transportP95Ms: percentile(transport, 0.95),
    seeks: total.length,
    ...more,
  };
  return { name: `${name}-p95`, kind: 'time', value: percentile(total, 0.95), unit: 'ms', limit: 8, figures };
}

async function inBrowser(executable: string, { libraryDir, session }: BenchLibrary, rendererDir: string): Promise<SeekTimes> {
  const root = join(import.meta.dirname, 'renderer');
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir: rendererDir, emptyOutDir: true, target: 'chrome140', assetsInlineLimit: 0 },
  });
  return await withPage(executable, { libraryDir, rendererDir }, async ({ page }) => {
    await page.waitForLoadState('load');
    return await page.evaluate<SeekTimes>(`window.seek(${JSON.stringify(session)}, ${SEEKS})`);
  });
}
