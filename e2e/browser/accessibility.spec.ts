// axe finds nothing on any page: empty library, library, replay of a terrain and of an arena, convert, settings.
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
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
    await clean(page, 'empty library');
    await openSample(page, 'ArmA 3');
    await clean(page, 'replay on terrain');
    await page.keyboard.press('Control+1');
    await expect(page.getByRole('listbox', { name: 'Sessions' }).getByRole('option')).toHaveCount(1);
    await clean(page, 'library');
    await page.keyboard.press('Control+4');
    await expect(page.getByTestId('convert-empty')).toContainText('.ndjson');
    await clean(page, 'empty convert');
    await dropFiles(page, [join(fixtures, 'echovr', 'damaged.echoreplay'), join(fixtures, 'arma', 'README.md')], 'Drop to convert');
    await expect(page.getByText('1 ready, 1 refused')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: 'Report of damaged.echoreplay' })).toBeVisible();
    await clean(page, 'convert');
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await clean(page, 'settings');
    await page.keyboard.press('Shift+?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await clean(page, 'help');
  } finally {
    await served.stop();
    removeFolder(served.library);
  }
});

async function clean(page: Page, name: string): Promise<void> {
  for (const theme of ['dark', 'light']) {
    await page.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    expect(found, `${name}, ${theme}`).toEqual([]);
  }
}
