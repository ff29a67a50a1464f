// Statistics of a session in the browser: counted, sorted, at the playhead and in total, by keyboard; a moment leads to its time.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openSample, shownTime } from '../journey.ts';
import { removeFolder, serve, temporaryFolder } from '../serve.ts';

async function choose(page: Page, section: string): Promise<void> {
  await page.getByRole('button', { name: /^Section/ }).click();
  await page.getByRole('menu').getByText(section, { exact: true }).click();
  await expect(page.getByRole('button', { name: `Section: ${section}` })).toBeVisible();
}

/** Numbers of a column of the grid, by its place. */
async function numbers(page: Page, grid: string, place: number): Promise<number[]> {
  const cells = page.getByRole('grid', { name: grid }).locator(`[role="rowgroup"] [role="row"] > :nth-child(${place})`);
  return (await cells.allTextContents()).map(Number);
}

test('an operation is counted, sorted and followed', async ({ page }) => {
  const served = await serve(temporaryFolder('library'));
  try {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(served.url);
    await openSample(page, 'ArmA 3');
    await page.getByRole('application', { name: /^Stage/ }).focus();
    await page.keyboard.press('Shift+S');
    const panel = page.getByRole('region', { name: 'Statistics' });
    await expect(panel.getByRole('img', { name: 'Forces over time' })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    await panel.getByRole('button', { name: 'Show over the stage' }).click();
    await choose(page, 'Soldiers');
    await panel.getByRole('button', { name: 'Total' }).click();
    const best = await numbers(page, 'Soldiers', 2);
    expect(best[0]).toBeGreaterThan(0);
    expect(best).toEqual(best.toSorted((a, b) => b - a));
    await panel.getByRole('button', { name: 'Shots' }).click();
    await expect(panel.getByRole('columnheader', { name: 'Shots' })).toHaveAttribute('aria-sort', 'descending');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    // Nothing is counted before anything happened.
    await panel.getByRole('button', { name: 'Now' }).click();
    expect(Math.max(...(await numbers(page, 'Soldiers', 2)))).toBe(0);

    await choose(page, 'First contact');
    await panel.getByRole('button', { name: 'Total' }).click();
    const grid = page.getByRole('grid', { name: 'First contact' });
    await grid.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => shownTime(page)).toBeGreaterThan(0);
    const first = await shownTime(page);
    await expect(grid.getByRole('row', { selected: true }).first()).toContainText('first');
    await page.keyboard.press('End');
    await expect.poll(() => shownTime(page)).toBeGreaterThan(first);
  } finally {
    await served.stop();
    removeFolder(served.library);
  }
});
