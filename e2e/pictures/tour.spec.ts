// The pictures of docs/TOUR.md, from what the simulators make: `npx playwright test --project=pictures tour`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { dropFiles } from '../drop.ts';
import { dragOnStage, stageOf } from '../evening.ts';
import { goToEvent } from '../journey.ts';
import { removeFolder, serveWith, simulateGame, temporaryFolder } from '../serve.ts';
import { go, openReplay, sessionsOf } from './app.ts';
import { writeNormal } from './material.ts';
import { SIZES } from './shots.ts';

const MOST_BYTES = 250_000;
const folder = join(import.meta.dirname, '..', '..', 'docs', 'pictures');

test.use({ ...SIZES['720p'], colorScheme: 'dark', reducedMotion: 'reduce' });

/** What hovers is left, what comes late has come. */
async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(1000);
  const shot = await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  expect.soft(shot.length, name).toBeLessThan(MOST_BYTES);
}

test('the tour', async ({ page }) => {
  test.setTimeout(900_000);
  mkdirSync(folder, { recursive: true });
  const work = temporaryFolder('tour');
  const recordings = await writeNormal(join(work, 'recordings'));
  const game = await simulateGame('--seconds', '900');
  const served = await serveWith(join(work, 'Sandtable'), recordings, '--mohaa-port', '0', '--mohaa-open');
  try {
    await page.goto(served.url);
    await expect(sessionsOf(page)).toHaveCount(8);
    await page.waitForTimeout(2000); // pictures of sessions
    await picture(page, 'library');

    await openReplay(page, 'Echo VR');
    await goToEvent(page, 'scores');
    await picture(page, 'echo');
    await stageOf(page).focus();
    await page.keyboard.press('t');
    await page.getByRole('switch', { name: 'Difference of two selections' }).click();
    await expect(page.getByTestId('heat-total')).toContainText('less');
    await picture(page, 'heatmap');
    await stageOf(page).focus();
    await page.keyboard.press('t');
    await page.keyboard.press('b');
    await page.keyboard.type('The long shot');
    await page.keyboard.press('Enter');
    await stageOf(page).focus();
    await page.keyboard.press('d');
    const tools = page.getByRole('toolbar', { name: 'Drawing' });
    await dragOnStage(page, [0.62, 0.72], [0.3, 0.62]);
    await tools.getByRole('button', { name: 'Circle' }).click();
    await dragOnStage(page, [0.75, 0.7], [0.82, 0.72]);
    await picture(page, 'telestrator');
    await page.keyboard.press('Escape');
    await stageOf(page).focus();
    await page.keyboard.press('i');
    for (let frame = 0; frame < 90; frame++) await page.keyboard.press('.');
    await page.keyboard.press('o');
    await page.keyboard.press('e');
    await picture(page, 'clip');
    await page.keyboard.press('Escape');
    await goToEvent(page, 'scores');
    await stageOf(page).focus();
    await page.keyboard.press('a');
    await expect(page.getByRole('region', { name: 'Director' })).toContainText('because of a goal');
    await picture(page, 'director');
    await page.keyboard.press('a');

    await go(page, '#/broadcast');
    await page.getByRole('textbox', { name: 'Port' }).fill('27878');
    await page.getByRole('switch', { name: 'Serve overlays' }).click();
    await expect(page.getByTestId('overlay-scoreboard')).toBeVisible();
    const replays = page.getByRole('navigation', { name: 'Open replays' });
    await replays
      .getByRole('button', { name: /^Vanguard/ })
      .first()
      .click();
    await expect(page.getByTestId('session-clock')).toBeVisible();
    await page.waitForTimeout(4000); // the preview comes every two seconds
    await go(page, '#/broadcast');
    await expect(page.getByTestId('overlay-preview')).toContainText('Orange');
    await page.getByTestId('overlay-preview').scrollIntoViewIfNeeded();
    await picture(page, 'overlays');

    await go(page, '#/statistics/players');
    const grid = page.getByRole('grid', { name: 'Players' });
    await expect(grid.getByRole('row').nth(3)).toBeVisible();
    await picture(page, 'leaderboard');
    await go(page, '#/statistics/players?map=dm/sandbox');
    await expect(grid.getByRole('row').nth(3)).toBeVisible();
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('player')).toBeVisible();
    await picture(page, 'player');

    await go(page, '#/capture');
    const card = page.getByTestId('capture-echovr-api');
    await card.getByRole('button', { name: /^Settings of/ }).click();
    await card.getByRole('textbox', { name: 'Addresses' }).fill(new URL(game.url).host);
    await card.getByRole('switch', { name: /^Record / }).click();
    await expect(card).toContainText('Recording');
    await card.getByRole('button', { name: /^Settings of/ }).click();
    await card.scrollIntoViewIfNeeded();
    await picture(page, 'capture');

    await go(page, '#/convert');
    await dropFiles(page, [...recordings].slice(0, 2), 'Drop to convert');
    await expect(page.getByText('2 ready')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: /^Report of/ })).toBeVisible({ timeout: 60_000 });
    await picture(page, 'convert');
  } finally {
    await served.stop();
    await game.stop();
    removeFolder(work);
  }
});
