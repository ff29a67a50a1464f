// axe finds nothing on any page: empty library, library, replay of a terrain and of an arena, settings.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openSample } from '../journey.ts';
import { removeFolder, serve, temporaryFolder } from '../serve.ts';

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
