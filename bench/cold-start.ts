/** From the start of the desktop app to a library of 1,000 sessions that can be used, against the start of an Electron with an empty window, in turns. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright';
import { borrowElectron } from '../e2e/borrowed-electron.ts';
import { buildIfStale } from '../scripts/build.ts';
import { electronBinary, findElectron, hasDisplay, rootFlags } from '../scripts/electron.ts';
import { freePort } from '../test/free-port.ts';
import { largeLibrary } from './large-library.ts';
import { median } from './numbers.ts';
import type { Bench, Result } from './result.ts';
import { inTemporaryFolder } from './workspace.ts';

const root = join(import.meta.dirname, '..');

const SESSIONS = 1000;
const ROUNDS = 7;
/** The first starts, which also fill the caches of the system and of compiled scripts, are not counted. */
const WARM_ROUNDS = 2;
const MOST_RATIO = 1.5;
const MOST_WAIT_MS = 60_000;

/** Shown as soon as there is anything, as ours is. */
const EMPTY_APP = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());`;
const EMPTY_PAGE = '<!doctype html><title>Empty</title><p>Empty</p>';

/** Unix ms at which the page showed what was waited for; null while it has not. */
const FIRST_PAINT = `(() => {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return paint === undefined ? null : performance.timeOrigin + paint.startTime;
})()`;
/** The app says when its library stands. */
const LIBRARY_SHOWN = `(() => {
  const [mark] = performance.getEntriesByName('library-shown');
  return mark === undefined ? null : performance.timeOrigin + mark.startTime;
})()`;

export const coldStartBench: Bench = { name: 'cold-start', run: () => inTemporaryFolder('cold-start', run) };

async function run(folder: string): Promise<Result> {
  const dist = findElectron() ?? borrowElectron();
  if (dist === undefined) return { measures: [], skipped: ['there is no Electron here'] };
  await buildIfStale();
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  writeFileSync(join(empty, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.js' }));
  writeFileSync(join(empty, 'main.js'), EMPTY_APP);
  writeFileSync(join(empty, 'index.html'), EMPTY_PAGE);
  const profile = join(folder, 'profile');
  await largeLibrary(join(profile, 'library'), SESSIONS);

  const binary = electronBinary(dist);
  const times = { empty: [] as number[], app: [] as number[] };
  const display = hasDisplay() ? null : await virtualDisplay();
  try {
    for (let round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
      const emptyMs = await started(binary, [empty, `--user-data-dir=${join(folder, 'empty-profile')}`], display, FIRST_PAINT);
      const appMs = await started(binary, [root, `--profile=${profile}`], display, LIBRARY_SHOWN);
      if (round < WARM_ROUNDS) continue;
      times.empty.push(emptyMs);
      times.app.push(appMs);
    }
  } finally {
    display?.server.kill();
  }
  const [emptyMs, appMs] = [median(times.empty), median(times.app)];
  return {
    measures: [
      {
        name: 'cold-start.ratio',
        kind: 'ratio',
        value: appMs / emptyMs,
        unit: 'x',
        limit: MOST_RATIO,
        figures: { appMs, emptyMs, sessions: SESSIONS, rounds: ROUNDS },
      },
    ],
    skipped: [],
  };
}

interface Display {
  readonly server: ChildProcess;
  /** ":7" */
  readonly name: string;
}

/** One for all starts: its own start is nobody's. There is no graphics card behind it: both draw without, and the library needs none. */
async function virtualDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const failed = once(server, 'exit').then(() => Promise.reject(new Error('there is no display, and Xvfb does not start')));
  failed.catch(() => undefined);
  const [number] = (await Promise.race([once(createInterface({ input: server.stdio[3] as Readable }), 'line'), failed])) as [string];
  return { server, name: `:${number}` };
}

/** ms from the start of the program to what `shown` finds in its page. */
async function started(binary: string, args: readonly string[], display: Display | null, shown: string): Promise<number> {
  const port = await freePort();
  const flags = [...rootFlags(), ...(display === null ? [] : ['--disable-gpu']), `--remote-debugging-port=${port}`];
  const begun = performance.timeOrigin + performance.now();
  const env = display === null ? process.env : { ...process.env, DISPLAY: display.name };
  const app = spawn(binary, [...args, ...flags], { stdio: 'ignore', env });
  const gone = once(app, 'exit');
  try {
    return (await shownAt(port, shown)) - begun;
  } finally {
    app.kill();
    await gone;
  }
}

/** Looks only once there is a page, and then rarely: to look costs time, too. */
async function shownAt(port: number, shown: string): Promise<number> {
  const deadline = performance.now() + MOST_WAIT_MS;
  await setTimeout(1500);
  while (!(await hasPage(port))) {
    if (performance.now() > deadline) throw new Error('no window was opened');
    await setTimeout(250);
  }
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  try {
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('the window has no page');
    for (;;) {
      const at = await page.evaluate<number | null>(shown);
      if (at !== null) return at;
      if (performance.now() > deadline) throw new Error('the window stays empty');
      await setTimeout(250);
    }
  } finally {
    await browser.close();
  }
}

async function hasPage(port: number): Promise<boolean> {
  try {
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as { type: string; title: string }[];
    return targets.some(({ type, title }) => type === 'page' && title !== '');
  } catch {
    return false;
  }
}
