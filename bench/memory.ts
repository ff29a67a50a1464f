/** What the window takes in memory after the whole recording was played at 64x, beyond an empty window. Takes minutes: only by name or with --long. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright';
import { buildApp, openReplay, playAt } from './app.ts';
import { chromiumPath, launch, NO_BROWSER, VIEWPORT, withPage, type OpenPage } from './browser.ts';
import { libraryWithRecording } from './library.ts';
import type { Bench, BenchOptions, Result } from './result.ts';
import { inTemporaryFolder } from './workspace.ts';

const RATE = 64;
const MOST_WAIT_MS = 900_000;

export const memoryBench: Bench = { name: 'memory', run: (options) => inTemporaryFolder('memory', (folder) => run(folder, options)) };

async function run(folder: string, { long, named }: BenchOptions): Promise<Result> {
  if (!long && !named) return { measures: [], skipped: ['playing a whole recording takes minutes; ask by its name or with --long'] };
  const executable = chromiumPath();
  if (executable === null) return { measures: [], skipped: [NO_BROWSER] };
  if (process.platform !== 'linux') return { measures: [], skipped: ['the memory of a process is read as Linux tells it'] };
  const { libraryDir, session, recording } = await libraryWithRecording(folder);
  const emptyMB = await emptyWindowMB(executable);
  const rendererDir = join(folder, 'app');
  await buildApp(rendererDir);
  const work = async (open: OpenPage): Promise<Result['measures']> => {
    const libraryMB = await pageMB(open);
    await openReplay(open, session, 0);
    await playAt(open, RATE);
    const { seconds, minutes } = await playedToTheEnd(open);
    const playedMB = await pageMB(open);
    const heapMB = (await open.devtools.send('Runtime.getHeapUsage')).usedSize / 1e6;
    const figures = { playedMB, emptyMB, libraryPageMB: libraryMB, heapMB, seconds, minutes };
    return [{ name: 'memory.played', kind: 'memory', value: playedMB - emptyMB, unit: 'MB', limit: 200, figures }];
  };
  const measures = await withPage(executable, { libraryDir, rendererDir }, work);
  return { measures, skipped: recording.skipped === null ? [] : [recording.skipped] };
}

/** Real seconds until the clock stood still, and at how many minutes of the session. */
async function playedToTheEnd({ page }: OpenPage): Promise<{ seconds: number; minutes: number }> {
  const start = performance.now();
  let before = -1;
  for (;;) {
    await setTimeout(5000);
    const t = Number(/[?&]t=(\d+)/.exec(page.url())?.[1] ?? 0);
    if (t > 0 && t === before) return { seconds: (performance.now() - start) / 1000, minutes: t / 60_000 };
    if (performance.now() - start > MOST_WAIT_MS) throw new Error(`playing did not end; it is at ${t} ms`);
    before = t;
  }
}

async function emptyWindowMB(executable: string): Promise<number> {
  const browser = await launch(executable);
  try {
    await (await browser.newPage({ viewport: VIEWPORT })).goto('about:blank');
    return await rendererMB(browser);
  } finally {
    await browser.close();
  }
}

async function pageMB({ page, devtools }: OpenPage): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser');
  await devtools.send('HeapProfiler.collectGarbage');
  return await rendererMB(browser);
}

/** Of the page's process: the largest, for the browser may keep a bare one in reserve. */
async function rendererMB(browser: Browser): Promise<number> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => proportionalMB(id)));
}

/** Memory of a process: its own pages, and its share of those that it shares. */
function proportionalMB(pid: number): number {
  const found = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Number(found?.[1] ?? Number.NaN) / 1024;
}
