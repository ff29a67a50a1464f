// Pictures of the main pages against those beside this file: layout, type and colours. What is drawn on canvases and what is measured is masked.
// To renew them after a wanted change: `npx playwright test --project=browser references --update-snapshots`.
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { stageOf, writeEvening } from '../evening.ts';
import { removeFolder, serveWith, temporaryFolder } from '../serve.ts';

test.use({
  viewport: { width: 1280, height: 720 },
  colorScheme: 'dark',
  reducedMotion: 'reduce',
  locale: 'en-GB',
  timezoneId: 'UTC',
});
// Letters are smoothed in another way elsewhere.
test.skip(process.platform !== 'linux', 'the references were made on Linux');

async function looksAs(page: Page, name: string): Promise<void> {
  await page.mouse.move(640, 2); // what hovers is left
  await expect(page).toHaveScreenshot(`${name}.png`, {
    animations: 'disabled',
    mask: [page.locator('canvas, img'), page.getByRole('contentinfo')],
    // Another build of Chromium draws letters a little differently; a moved panel is far more.
    threshold: 0.3,
    maxDiffPixelRatio: 0.02,
  });
}

test('the main pages look as they did', async ({ page }) => {
  const work = temporaryFolder('references');
  const served = await serveWith(join(work, 'Sandtable'), await writeEvening(work));
  try {
    await page.clock.setFixedTime('2026-11-21T20:00:00Z');
    await page.goto(served.url);
    const sessions = page.getByRole('listbox', { name: 'Sessions' }).getByRole('option');
    await expect(sessions).toHaveCount(4);
    await looksAs(page, 'library');
    await page.keyboard.press('Control+3');
    await expect(page.getByRole('grid', { name: 'Players' }).getByRole('row').nth(4)).toBeVisible();
    await looksAs(page, 'leaderboard');
    await page.keyboard.press('Control+4');
    await expect(page.getByTestId('convert-empty')).toBeVisible();
    await looksAs(page, 'convert');
    await page.keyboard.press('Control+5');
    await expect(page.getByTestId('capture-echovr-api')).toBeVisible();
    await looksAs(page, 'capture');
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await looksAs(page, 'settings');
    await page.keyboard.press('Control+1');
    await sessions.filter({ hasText: 'Vanguard' }).dblclick();
    await stageOf(page).locator('canvas').first().waitFor();
    await expect(page.getByRole('tree', { name: 'Teams list' })).toContainText('Kestrel');
    await looksAs(page, 'replay');
  } finally {
    await served.stop();
    removeFolder(work);
  }
});
