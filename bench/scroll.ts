/** The main thread while people move fast: scrolling 10,000 sessions and 100,000 events, playing, scrubbing and filtering, by the browser's own trace. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright';
import { buildApp, openReplay, playAt } from './app.ts';
import { chromiumPath, NO_BROWSER, NO_WEBGL, withPage, type OpenPage } from './browser.ts';
import { largeLibrary } from './large-library.ts';
import { libraryWith, libraryWithRecording } from './library.ts';
import { randomNumbers } from './numbers.ts';
import type { Bench, Measure, Result } from './result.ts';
import { traced, type Traced } from './trace.ts';
import { inTemporaryFolder } from './workspace.ts';

const SESSIONS = 10_000;
const EVENTS = 100_000;
const FRAMES = 240;
/** A hand that turns the wheel as fast as it can. */
const PIXELS = 180;
const MOST_FRAME_MS = 4;
const MOST_TASK_MS = 50;
const PLAYED_MS = 6000;
const SETTLE_MS = 2500;
/** The middle of the ruler, below the chapters, px. */
const RULER_Y = 32;
/** In the thick of it. */
const AT_MS = 2_000_000;

export const scrollBench: Bench = { name: 'scroll', run: () => inTemporaryFolder('scroll', run) };

async function run(folder: string): Promise<Result> {
  const executable = chromiumPath();
  if (executable === null) return { measures: [], skipped: [NO_BROWSER] };
  const rendererDir = join(folder, 'app');
  await buildApp(rendererDir);
  const sessionsDir = join(folder, 'sessions');
  await largeLibrary(sessionsDir, SESSIONS);
  const sessions = await withPage(executable, { libraryDir: sessionsDir, rendererDir }, scrollSessions, { drawing: NO_WEBGL });

  const file = join(folder, 'events.json');
  writeFileSync(file, JSON.stringify(operation()));
  const many = await libraryWith(file, join(folder, 'many'));
  const events = await withPage(executable, { libraryDir: many.libraryDir, rendererDir }, (open) => scrollEvents(open, many.session));

  const { libraryDir, session, recording } = await libraryWithRecording(folder);
  const moved = await withPage(executable, { libraryDir, rendererDir }, (open) => moveInTime(open, session));
  return { measures: [...sessions, ...events, ...moved], skipped: recording.skipped === null ? [] : [recording.skipped] };
}

async function scrollSessions({ page }: OpenPage): Promise<readonly Measure[]> {
  const list = '[role="listbox"]';
  await page.locator(`${list} [role="option"]`).first().waitFor();
  await setTimeout(SETTLE_MS);
  const cards = await traced(page, () => scroll(page, list));
  await page.getByText('Table', { exact: true }).click();
  await setTimeout(SETTLE_MS);
  const table = await traced(page, () => scroll(page, list));
  const typed = await traced(page, async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('dusty fox', { delay: 60 });
    await setTimeout(SETTLE_MS);
  });
  return [...frameMeasures('cards', cards), ...frameMeasures('table', table), taskMeasure('search', typed)];
}

async function scrollEvents(open: OpenPage, session: string): Promise<readonly Measure[]> {
  const { page } = open;
  await openReplay(open, session, 1000);
  const list = '[role="listbox"][aria-label="Event list"]';
  await page.locator(`${list} [role="option"]`).first().waitFor();
  await setTimeout(SETTLE_MS);
  // The list follows the clock unless somebody reads in it.
  await page.locator(list).hover();
  await page.mouse.wheel(0, 200);
  const events = await traced(page, () => scroll(page, list));
  await page.getByRole('button', { name: 'Filter events' }).click();
  const filtered = await traced(page, async () => {
    await page.getByRole('searchbox', { name: 'Search events' }).pressSequentially('unit 7', { delay: 60 });
    await setTimeout(SETTLE_MS);
  });
  return [...frameMeasures('events', events), taskMeasure('filter', filtered)];
}

async function moveInTime(open: OpenPage, session: string): Promise<readonly Measure[]> {
  const { page } = open;
  await openReplay(open, session, AT_MS);
  await setTimeout(SETTLE_MS);
  const played = await traced(page, async () => {
    await playAt(open, 1);
    await setTimeout(PLAYED_MS);
  });
  await page.keyboard.press('k');
  const timeline = await page.getByTestId('timeline-area').boundingBox();
  if (timeline === null) throw new Error('there is no timeline');
  const scrubbed = await traced(page, async () => {
    const y = timeline.y + RULER_Y;
    await page.mouse.move(timeline.x + timeline.width * 0.2, y);
    await page.mouse.down();
    for (let step = 0; step < 60; step++) {
      await page.mouse.move(timeline.x + timeline.width * (0.2 + 0.6 * (step / 60)), y);
      await setTimeout(30);
    }
    await page.mouse.up();
    await setTimeout(SETTLE_MS);
  });
  return [taskMeasure('playback', played), taskMeasure('scrub', scrubbed)];
}

/** So many pixels in each of so many frames. */
async function scroll(page: Page, selector: string): Promise<void> {
  await page.evaluate(`(async () => {
    const element = document.querySelector(${JSON.stringify(selector)});
    for (let frame = 0; frame < ${FRAMES}; frame++) {
      element.scrollTop += ${PIXELS};
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  })()`);
}

function frameMeasures(name: string, { ownMs, drawingMs, longestMs, long }: Traced): readonly Measure[] {
  const figures = { drawingMsPerFrame: drawingMs / FRAMES, longestTaskMs: longestMs, tasksOver50: long, frames: FRAMES };
  return [{ name: `scroll.${name}`, kind: 'time', value: ownMs / FRAMES, unit: 'ms', limit: MOST_FRAME_MS, figures }];
}

function taskMeasure(name: string, { ownMs, drawingMs, longestMs, long }: Traced): Measure {
  return {
    name: `task.${name}`,
    kind: 'time',
    value: longestMs,
    unit: 'ms',
    limit: MOST_TASK_MS,
    figures: { tasksOver50: long, ownMs, drawingMs },
  };
}

/** Forty people who kill each other very often. */
function operation(): object {
  const frames = 2000;
  const random = randomNumbers(3);
  const entities = Array.from({ length: 40 }, (_, id) => ({
    id,
    name: `Unit ${id}`,
    group: 'A',
    side: id % 2 === 0 ? 'WEST' : 'EAST',
    isPlayer: 1,
    type: 'unit',
    startFrameNum: 0,
    positions: Array.from({ length: frames + 1 }, (_, frame) => [
      [4000 + id * 10 + frame / 10, 4000 + id * 7, 5],
      10,
      1,
      0,
      `Unit ${id}`,
      1,
    ]),
    framesFired: [],
  }));
  const events = Array.from({ length: EVENTS }, (_, i) => {
    const killed = Math.floor(random() * 40);
    return [
      Math.floor((i * frames) / EVENTS),
      'killed',
      killed,
      [(killed + 1 + Math.floor(random() * 38)) % 40, 'MX 6.5 mm'],
      Math.floor(random() * 300),
    ];
  });
  return {
    worldName: 'stratis',
    missionName: 'Events',
    missionAuthor: 'Bench',
    endFrame: frames,
    captureDelay: 1,
    entities,
    events,
    Markers: [],
  };
}
