/** One frame of playback for all entities of the recording: its CPU time, and what is still held after a thousand of them. */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { buildApp, openReplay, playAt } from './app.ts';
import { chromiumPath, NO_BROWSER, withPage, type OpenPage } from './browser.ts';
import { runChild } from './child.ts';
import { libraryWithRecording, type BenchLibrary } from './library.ts';
import { median, percentile } from './numbers.ts';
import type { Bench, Measure, Result } from './result.ts';
import { inTemporaryFolder } from './workspace.ts';

const FRAMES = 1000;
const MOST_MS = 2;
const MOST_GROWN_KB = 64;

export interface FrameInput {
  readonly libraryDir: string;
  readonly session: string;
  /** Measured ones, at each rate. */
  readonly frames: number;
  /** Session ms per real ms. */
  readonly rates: readonly number[];
}

export interface FrameAnswer {
  readonly rates: { rate: number; medianMs: number; p95Ms: number; grownKB: number }[];
  readonly entities: number;
}

export const frameBench: Bench = { name: 'frame', run: () => inTemporaryFolder('frame', run) };

async function run(folder: string): Promise<Result> {
  const library = await libraryWithRecording(folder);
  const { libraryDir, session, recording } = library;
  const input: FrameInput = { libraryDir, session, frames: FRAMES, rates: [1, 16] };
  const { rates, entities } = await runChild<FrameAnswer>(new URL('./renderer/frame-child.ts', import.meta.url), input, ['--expose-gc']);
  const measures = rates.flatMap(({ rate, medianMs, p95Ms, grownKB }): Measure[] => [
    { name: `frame.cpu-${rate}x`, kind: 'time', value: medianMs, unit: 'ms', limit: MOST_MS, figures: { p95Ms, entities } },
    { name: `frame.heap-${rate}x`, kind: 'memory', value: grownKB, unit: 'KB', limit: MOST_GROWN_KB, figures: { frames: FRAMES } },
  ]);
  const skipped = recording.skipped === null ? [] : [recording.skipped];
  const executable = chromiumPath();
  if (executable === null) skipped.push(`frame.app: ${NO_BROWSER}`);
  else measures.push(...(await inApp(executable, library, join(folder, 'app'))));
  return { measures, skipped };
}

/** Every callback of an animation frame, timed; `draws` counts those that took part in drawing the stage. */
const TIMED_FRAMES = `{
  const request = window.requestAnimationFrame.bind(window);
  const frames = [];
  let at = -1;
  window.benchFrames = frames;
  window.requestAnimationFrame = (callback) => request((now) => {
    const start = performance.now();
    try { callback(now); } finally {
      const took = performance.now() - start;
      if (at === now) frames[frames.length - 1] += took;
      else frames.push(took);
      at = now;
    }
  });
}`;

async function inApp(executable: string, { libraryDir, session }: BenchLibrary, rendererDir: string): Promise<Measure[]> {
  await buildApp(rendererDir);
  const work = async (open: OpenPage): Promise<Measure[]> => {
    await openReplay(open, session, 2_000_000);
    await playAt(open, 1);
    await played(open, 200);
    const before = await settledHeap(open);
    const times = await played(open, FRAMES);
    const grownKB = ((await settledHeap(open)) - before) / 1024;
    const figures = { p95Ms: percentile(times, 0.95), frames: times.length };
    return [
      { name: 'frame.app-cpu', kind: 'time', value: median(times), unit: 'ms', limit: MOST_MS, figures },
      { name: 'frame.app-heap', kind: 'memory', value: grownKB, unit: 'KB', limit: MOST_GROWN_KB, figures: { frames: times.length } },
    ];
  };
  return await withPage(executable, { libraryDir, rendererDir }, work, TIMED_FRAMES);
}

/** ms of the frames that were drawn until there were `count` of them. */
async function played({ page }: OpenPage, count: number): Promise<number[]> {
  await page.evaluate('window.benchFrames.length = 0');
  // The page's security policy forbids what Playwright's own waiting does.
  while ((await page.evaluate<number>('window.benchFrames.length')) < count) await setTimeout(250);
  return await page.evaluate<number[]>('window.benchFrames.slice()');
}

/** Bytes of JavaScript that are still held. */
async function settledHeap({ page, devtools }: OpenPage): Promise<number> {
  await page.evaluate('window.benchFrames.length = 0');
  let used = Infinity;
  for (let i = 0; i < 3; i++) {
    await devtools.send('HeapProfiler.collectGarbage');
    used = Math.min(used, (await devtools.send('Runtime.getHeapUsage')).usedSize);
  }
  return used;
}
