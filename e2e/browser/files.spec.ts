// Files on the window: several at once, what is refused and why, what is there already, and finding a player across games.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { dropFiles } from '../drop.ts';
import { realRecording } from '../recordings.ts';
import { removeFolder, serve, temporaryFolder, type Served } from '../serve.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'test', 'fixtures');

let served: Served;
test.beforeEach(async () => {
  served = await serve(temporaryFolder('library'));
});
test.afterEach(async () => {
  await served.stop();
  removeFolder(served.library);
});

test('good and bad files in one drop: each ends with its own words, nothing is lost', async ({ page }) => {
  const folder = temporaryFolder('drop');
  const text = join(folder, 'shopping.txt');
  writeFileSync(text, 'milk, eggs, bread\n');
  const empty = join(folder, 'nothing.json');
  writeFileSync(empty, '');
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(served.url);
  await expect(page.getByTestId('no-sessions')).toBeVisible();
  // What draws replays is not loaded before one opens.
  expect(scripts.filter((url) => /replay|stage|three|feed/.test(url))).toEqual([]);
  await dropFiles(page, [join(fixtures, 'arma', 'ocap-v5.json'), text, empty]);

  const strip = (name: string) => page.getByTestId('import-strip').filter({ hasText: name });
  await expect(strip('ocap-v5.json')).toHaveAttribute('data-state', 'done');
  await expect(strip('shopping.txt')).toHaveAttribute('data-state', 'refused');
  await expect(strip('shopping.txt')).toContainText('not a recording');
  await expect(strip('nothing.json')).toContainText('empty');

  await dropFiles(page, [join(fixtures, 'arma', 'ocap-v5.json')]);
  await expect(strip('ocap-v5.json').filter({ hasText: 'lready' })).toBeVisible();
  const sessions = page.getByRole('listbox', { name: 'Sessions' });
  await expect(sessions.getByRole('option')).toHaveCount(1);

  // A search says whom it found, and where; what is filtered stays while one is elsewhere, and can be taken off and back.
  await page.keyboard.press('Control+f');
  await page.keyboard.type('ada');
  await expect(sessions.getByRole('option')).toContainText('with Ada');
  await page.getByRole('group', { name: 'Players found' }).getByRole('button', { name: 'Ada 1' }).click();
  await expect(page.getByText('1\u00a0session with Ada')).toBeVisible();
  await page.keyboard.press('Control+2');
  await page.keyboard.press('Control+1');
  await expect(page.getByText('1\u00a0session with Ada')).toBeVisible();

  // By keyboard: a favourite, its download with notes, and its replay with the heatmap in a window beside this one.
  await sessions.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('s');
  await expect(page.getByRole('navigation', { name: 'Filters' }).getByRole('button', { name: /^Favourites/ })).toContainText('1');
  const [shared] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+Shift+e')]);
  expect(shared.suggestedFilename()).toBe('Full.sandtable');
  const [beside] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Shift+Enter')]);
  await expect(beside.getByTestId('session-clock')).toBeVisible();
  await expect(beside.getByRole('navigation', { name: 'Open replays' }).getByRole('button', { name: /^Close/ })).toHaveCount(1);
  await beside.close();
  await expect(page.getByRole('navigation', { name: 'Open replays' }).getByRole('button', { name: /^Close/ })).toHaveCount(0);
  await page.keyboard.press('h');
  await expect(page.getByRole('region', { name: 'Heatmap' })).toBeVisible();
  expect(page.url()).toContain('heat=');
  removeFolder(folder);
});

test('real recordings: dropped, watched, and a player found across games', async ({ page }) => {
  test.setTimeout(120_000);
  const arma = realRecording('arma/mission_1_aaocaptesting.json.gz');
  const echo = realRecording('nevr/match/match_5v5.echoreplay');
  test.skip(arma === null || echo === null, 'no real recordings beside the project');
  await page.goto(served.url);
  await expect(page.getByTestId('no-sessions')).toBeVisible();
  await dropFiles(page, [arma ?? '', echo ?? '']);
  const sessions = page.getByRole('listbox', { name: 'Sessions' }).getByRole('option');
  await expect(sessions).toHaveCount(2, { timeout: 60_000 });
  await page.keyboard.press('Control+f');
  await page.keyboard.type('IndigoFox');
  await expect(sessions).toHaveCount(1);
  await sessions.first().dblclick();
  await expect(page.getByTestId('session-length')).toHaveText('/ 2:21:34');
});
