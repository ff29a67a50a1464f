// The shape of a world: taken out of a map file of the game, drawn and cut open, kept for the next time, removed.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { writeMohaaMap } from '../../simulators/mohaa/write-map.ts';
import { openSample } from '../journey.ts';
import { removeFolder, serve, temporaryFolder } from '../serve.ts';

test('a map of the game gives the replay its walls and floors', async ({ page }) => {
  const folder = temporaryFolder('map');
  const served = await serve(join(folder, 'library'));
  try {
    const map = join(folder, 'sandbox.bsp');
    writeFileSync(map, writeMohaaMap());
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(served.url);
    await openSample(page, 'Medal of Honor: Allied Assault');
    const open = async (): Promise<void> =>
      await page
        .getByRole('button', { name: /ground/i })
        .first()
        .click();
    await open();
    const shape = page.getByRole('region', { name: 'Shape' });
    await expect(shape).toContainText('None');
    const chooser = page.waitForEvent('filechooser');
    await shape.getByRole('button', { name: 'Choose .pk3 or .bsp' }).click();
    await (await chooser).setFiles(map);
    await expect(shape).toContainText(/sandbox\.bsp: [\d,]+\striangles/);
    rmSync(map);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const cut = shape.getByRole('combobox', { name: 'Cut open' });
    await expect(cut.locator('option')).toHaveText(['Above what the camera looks at', /10/, /5/, /0/, 'Nowhere']);

    // Cut open at another height, and not at all, the picture is another one.
    const stage = page.getByRole('application', { name: /^Stage/ });
    const pictures: string[] = [];
    for (const label of ['Above the floor at 0\u00a0m', 'Nowhere']) {
      await cut.selectOption({ label });
      await page.keyboard.press('Escape');
      await expect(shape).toHaveCount(0);
      await expect.poll(async () => (await stage.screenshot()).toString('base64')).not.toBe(pictures.at(-1));
      pictures.push((await stage.screenshot()).toString('base64'));
      await open();
    }
    await shape.getByRole('button', { name: 'Remove shape' }).click();
    await expect(shape).toContainText('None');
  } finally {
    await served.stop();
    removeFolder(folder);
  }
});
