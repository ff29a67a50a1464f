/** The same in the built app in Chromium: everything that an animation frame does there, its drawing calls included; and the longest task of our scripts while it is used. */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { buildApp, openReplay, playAt } from './app.ts';
import { chromiumPath, NO_BROWSER, withPage, type OpenPage } from './browser.ts';
import { MOST_FRAME_MS } from './frame.ts';
import { libraryWithRecording } from './library.ts';
import { median, percentile } from './numbers.ts';
import type { Bench, BenchOptions, Result } from './result.ts';
import { traced } from './trace.ts';
import { inTemporaryFolder } from './workspace.ts';

const WARM_FRAMES = 150;
/** Without a graphics card a frame takes long. */
const FEW_FRAMES = 300;
const FRAMES = 1000;
const MOST_WAIT_MS = 600_000;
const MOST_GROWN_KB = 64;
const MOST_TASK_MS = 50;
/** Of each use: so long, or so often. */
const PLAY_MS = 4000;
const SCRUBS = 60;
const FILTERED = 'Hasib ma';
/** In the thick of it. */
const AT_MS = 2_000_000;

export const frameAppBench: Bench = {
  name: 'frame-app',
  run: (options) => inTemporaryFolder('frame-app', (folder) => run(folder, options)),
};

/** Sums what all callbacks of an animation frame take, for each that had any. */
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

async function run(folder: string, { long, named }: BenchOptions): Promise<Result> {
  const executable = chromiumPath();
  if (executable === null) return { measures: [], skipped: [NO_BROWSER] };
  const { libraryDir, session, recording } = await libraryWithRecording(folder);
  const rendererDir = join(folder, 'app');
  await buildApp(rendererDir);
  const count = long || named ? FRAMES : FEW_FRAMES;
  const work = async (open: OpenPage): Promise<Result['measures']> => {
    await openReplay(open, session, AT_MS);
    await playAt(open, 1);
    await played(open, WARM_FRAMES);
    const before = await heldMemory(open);
    const times = await played(open, count);
    const after = await heldMemory(open);
    const [grownKB, codeKB] = [(after.page - before.page) / 1024, (after.code - before.code) / 1024];
    const figures = { p95Ms: percentile(times, 0.95), frames: times.length };
    return [
      { name: 'frame-app.cpu', kind: 'time', value: median(times), unit: 'ms', limit: MOST_FRAME_MS, figures },
      {
        name: 'frame-app.heap',
        kind: 'memory',
        value: grownKB,
        unit: 'KB',
        limit: MOST_GROWN_KB,
        figures: { codeKB, frames: times.length },
      },
      await tasks(open),
    ];
  };
  const measures = await withPage(executable, { libraryDir, rendererDir }, work, { initScript: TIMED_FRAMES });
  return { measures, skipped: recording.skipped === null ? [] : [recording.skipped] };
}

/** The longest that our scripts hold the main thread, CPU: while it plays, while the ruler is scrubbed over the whole session, and while the events are filtered. */
async function tasks({ page }: OpenPage): Promise<Result['measures'][number]> {
  const play = await traced(page, () => setTimeout(PLAY_MS));
  await page.keyboard.press('k');
  const area = await page.getByTestId('timeline-area').boundingBox();
  if (area === null) throw new Error('there is no timeline');
  const scrub = await traced(page, async () => {
    const y = area.y + 30;
    await page.mouse.move(area.x + 4, y);
    await page.mouse.down();
    for (let n = 1; n <= SCRUBS; n++) await page.mouse.move(area.x + 4 + ((area.width - 8) * n) / SCRUBS, y);
    await page.mouse.up();
    await setTimeout(500);
  });
  await page.getByRole('button', { name: 'Filter events' }).click();
  const filter = await traced(page, async () => {
    await page.getByRole('searchbox', { name: 'Search events' }).pressSequentially(FILTERED, { delay: 60 });
    await setTimeout(500);
  });
  const [playMs, scrubMs, filterMs] = [play.longestOwnMs, scrub.longestOwnMs, filter.longestOwnMs];
  const anyMs = Math.max(play.longestMs, scrub.longestMs, filter.longestMs);
  const figures = { playMs, scrubMs, filterMs, withDrawingMs: anyMs, long: play.long + scrub.long + filter.long };
  return { name: 'frame-app.tasks', kind: 'time', value: Math.max(playMs, scrubMs, filterMs), unit: 'ms', limit: MOST_TASK_MS, figures };
}

/** ms of each of the next frames, at least `count`. */
async function played({ page }: OpenPage, count: number): Promise<number[]> {
  await page.evaluate('window.benchFrames.length = 0');
  const start = performance.now();
  for (;;) {
    // The page's security policy forbids what Playwright's own waiting does.
    const times = await page.evaluate<number[]>('window.benchFrames.slice()');
    if (times.length >= count) return times;
    if (performance.now() - start > MOST_WAIT_MS) throw new Error(`only ${times.length} frames were drawn in ${MOST_WAIT_MS / 1000} s`);
    await setTimeout(500);
  }
}

interface HeapSnapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly [readonly string[]] } };
  readonly nodes: readonly number[];
}

/**
 * Bytes that are still held after everything else was collected: by the page, and by the engine as bytecode and machine code, of which it makes more for as long as
 * something runs often. What the browser holds outside of JavaScript counts to neither.
 */
async function heldMemory({ page, devtools }: OpenPage): Promise<{ page: number; code: number }> {
  await page.evaluate('window.benchFrames.length = 0');
  await devtools.send('HeapProfiler.collectGarbage');
  let text = '';
  const more = ({ chunk }: { readonly chunk: string }): void => {
    text += chunk;
  };
  devtools.on('HeapProfiler.addHeapSnapshotChunk', more);
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', more);
  const { snapshot, nodes } = JSON.parse(text) as HeapSnapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const held = { page: 0, code: 0 };
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = types[0][nodes[at + type] ?? 0];
    if (kind === 'native') continue;
    held[kind === 'code' ? 'code' : 'page'] += nodes[at + size] ?? 0;
  }
  return held;
}
