// axe finds nothing on any page and in no dialog; those of the statistics, of heatmaps and of a world's shape are looked at where they are tested.
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { axeClean } from '../axe.ts';
import { dropFiles } from '../drop.ts';
import { openSample } from '../journey.ts';
import { removeFolder, serve, temporaryFolder } from '../serve.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'test', 'fixtures');

test('every page is clean for axe, in both themes', async ({ page }) => {
  const served = await serve(temporaryFolder('library'));
  try {
    await page.emulateMedia({ reducedMotion: 'reduce' }); // no colour is caught half-way
    await page.goto(served.url);
    await expect(page.getByTestId('no-sessions')).toBeVisible();
    await axeClean(page, 'empty library');
    await openSample(page, 'ArmA 3');
    await axeClean(page, 'replay on terrain');
    await page.keyboard.press('Control+1');
    await expect(page.getByRole('listbox', { name: 'Sessions' }).getByRole('option')).toHaveCount(1);
    await axeClean(page, 'library');
    await page.getByRole('option').first().click();
    for (const [key, dialog] of [
      ['t', 'tags and notes'],
      ['F2', 'rename'],
      ['Control+e', 'export'],
      ['Control+k', 'palette'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await axeClean(page, dialog, '[role="dialog"]');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    for (const [place, heading] of [
      ['live', 'Live'],
      ['capture', 'Capture'],
      ['broadcast', 'Broadcast'],
    ] as const) {
      await page.evaluate((hash) => (location.hash = hash), `#/${place}`);
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeAttached();
      await axeClean(page, place);
    }
    await page.keyboard.press('Control+4');
    await expect(page.getByTestId('convert-empty')).toContainText('.ndjson');
    await axeClean(page, 'empty convert');
    await dropFiles(page, [join(fixtures, 'echovr', 'damaged.echoreplay'), join(fixtures, 'arma', 'README.md')], 'Drop to convert');
    await expect(page.getByText('1 ready, 1 refused')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: 'Report of damaged.echoreplay' })).toBeVisible();
    await axeClean(page, 'convert');
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await axeClean(page, 'settings');
    await page.keyboard.press('Shift+?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await axeClean(page, 'help', '[role="dialog"]');
  } finally {
    await served.stop();
    removeFolder(served.library);
  }
});
