// The desktop app in a real Electron: files by argument, drop and second start, play, and the same moment after closing.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { desktop, secondStart } from '../desktop.ts';
import { dropFiles } from '../drop.ts';
import { followFirst, goToEvent, linkHolds, openSample, playAndPause, shownTime } from '../journey.ts';
import { removeFolder, temporaryFolder } from '../serve.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'test', 'fixtures');

test('first start to a reopened window at the same moment', async () => {
  const profile = temporaryFolder('profile');
  const first = await desktop(profile);
  await openSample(first.page, 'Echo VR');
  await playAndPause(first.page);
  const moment = await goToEvent(first.page, 'catches');
  const name = await followFirst(first.page, 'Teams');
  await linkHolds(first.page, moment);
  await first.app.close();

  const second = await desktop(profile);
  await expect.poll(() => shownTime(second.page)).toBe(moment);
  await expect(second.page.getByRole('region', { name: `${name}, chosen` })).toBeVisible();
  await second.app.close();
  removeFolder(profile);
});

test('files by argument, by drop and by a second start', async () => {
  const profile = temporaryFolder('profile');
  const { app, page } = await desktop(profile, [join(fixtures, 'arma', 'ocap-v5.json')]);
  // What the desktop hands over is to be watched: it opens.
  const tabs = page.getByRole('navigation', { name: 'Open replays' });
  await expect(tabs).toContainText('Full');
  await expect(page.getByTestId('session-clock')).toBeVisible();

  // A second start on the same profile ends at once and hands its file over.
  await secondStart(profile, [join(fixtures, 'arma', 'ocap-2019.json')]);
  await expect(page.getByTestId('session-length')).not.toHaveText('/ 0:09');

  // What is dropped goes to the library.
  await page.keyboard.press('Control+1');
  await dropFiles(page, [join(fixtures, 'arma', 'ocap-2016.json')]);
  await expect(page.getByTestId('import-strip')).toHaveAttribute('data-state', 'done');
  const sessions = page.getByRole('listbox', { name: 'Sessions' }).getByRole('option');
  await expect(sessions).toHaveCount(3);

  // A folder gives what lies in it; what is there already or is no recording says so.
  await dropFiles(page, [join(fixtures, 'arma')]);
  await expect(sessions).toHaveCount(4);
  await expect(page.getByTestId('import-strip').filter({ hasText: 'packed-2018.json' })).toHaveAttribute('data-state', 'refused');

  // A card that is dragged out hangs on the pointer as a file.
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) return;
    window.webContents.startDrag = ({ files }) => void Object.assign(globalThis, { dragged: files });
  });
  const card = await sessions.filter({ hasText: 'Full' }).boundingBox();
  if (card === null) throw new Error('the session has no card');
  await page.mouse.move(card.x + 40, card.y + card.height - 60);
  await page.mouse.down();
  await page.mouse.move(card.x + 70, card.y + card.height - 50, { steps: 5 });
  const dragged = (): Promise<readonly string[]> => app.evaluate(() => (globalThis as { dragged?: readonly string[] }).dragged ?? []);
  await expect.poll(dragged).toEqual([expect.stringMatching(/Full\.sandtable$/)]);
  expect(statSync((await dragged())[0] ?? '').size).toBeGreaterThan(500);
  await page.mouse.up();

  // A second window has a replay of its own, and is locked in as well.
  await sessions.filter({ hasText: 'Full' }).click();
  const [beside] = await Promise.all([app.waitForEvent('window'), page.keyboard.press('Shift+Enter')]);
  await expect(beside.getByTestId('session-clock')).toBeVisible();
  expect(await beside.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe('undefined');
  await app.close();
  removeFolder(profile);
});

test('the page is locked in: no Node, no navigation, no windows, no paths', async () => {
  const profile = temporaryFolder('profile');
  const { app, page } = await desktop(profile);
  await expect(page.getByTestId('no-sessions')).toBeVisible();
  expect(
    await page.evaluate(() => [typeof (globalThis as { require?: unknown }).require, typeof (globalThis as { process?: unknown }).process]),
  ).toEqual(['undefined', 'undefined']);
  const address = page.url();
  await page.evaluate(() => {
    window.open('https://example.org/');
    location.href = 'https://example.org/';
  });
  await page.waitForTimeout(500);
  expect(page.url()).toBe(address);
  expect(app.windows()).toHaveLength(1);
  // Inline code does not run under our policy.
  expect(
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.head.append(script);
      return (window as { ran?: boolean }).ran ?? false;
    }),
  ).toBe(false);
  await app.close();
  removeFolder(profile);
});
