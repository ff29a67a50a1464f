// The heatmap in the browser: shown by key, filtered, moved with the clock, its dots lead to their moments, its picture is a file with transparent ground.
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { goToEvent, openSample, shownTime } from '../journey.ts';
import { removeFolder, serve, temporaryFolder } from '../serve.ts';

const total = (page: Page) => page.getByTestId('heat-total');
const legend = (page: Page) => page.getByRole('group', { name: 'Heatmap legend' });

async function kills(page: Page): Promise<number> {
  await expect(legend(page)).toHaveAttribute('aria-busy', 'false');
  return Number((await total(page).textContent())?.replace(/\D/g, ''));
}

test('kills are shown, filtered, compared, followed by dots and exported', async ({ page }) => {
  const served = await serve(temporaryFolder('library'));
  try {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(served.url);
    await openSample(page, 'ArmA 3');
    const stage = page.getByRole('application', { name: /^Stage/ });
    await stage.focus();
    await page.keyboard.press('t');
    const panel = page.getByRole('region', { name: 'Heatmap' });
    await panel.getByRole('combobox', { name: 'What', exact: true }).selectOption({ label: 'Kills' });
    await expect(total(page)).toContainText('kills');
    await expect(panel.getByText(/^Reading positions/)).toHaveCount(0);
    await expect(legend(page)).toContainText(/kills per (m²|100 m²|ha|km²), radius/);
    const all = await kills(page);
    expect(all).toBeGreaterThan(20);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    // By team: all of them together are all there are.
    const team = panel.getByRole('combobox', { name: 'Team', exact: true });
    let sum = 0;
    for (const label of await team.locator('option').allTextContents()) {
      if (label === 'All') continue;
      await team.selectOption({ label });
      await expect(legend(page)).toContainText(`Kills, ${label}`);
      sum += await kills(page);
    }
    expect(sum).toBe(all);
    await panel.getByRole('switch', { name: 'Difference of two selections' }).click();
    await expect(total(page)).toContainText('less');
    await panel.getByRole('switch', { name: 'Difference of two selections' }).click();
    await team.selectOption({ label: 'All' });

    // A window around the clock holds nothing at the start, and something in the fight.
    await panel.getByRole('button', { name: 'Moving' }).click();
    await expect(total(page)).toHaveText(/^0\s/);
    const moment = await goToEvent(page, 'kills');
    await expect.poll(() => kills(page)).toBeGreaterThan(0);
    expect(await kills(page)).toBeLessThan(all);
    await panel.getByRole('button', { name: 'Whole' }).click();

    const download = page.waitForEvent('download');
    await panel.getByRole('button', { name: 'Export as PNG' }).click();
    const file = await (await download).path();
    expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
    expect(await corner(page, readFileSync(file).toString('base64'))).toEqual({ corner: 0, most: 204 });

    // The camera looks at the kill. Back at the start nobody is there any more but its dot, and a click on that goes to the kill again.
    await panel.getByRole('button', { name: 'Dots' }).click();
    await panel.getByRole('button', { name: /^Close/ }).click();
    await stage.focus();
    for (let faster = 0; faster < 7; faster++) await page.keyboard.press('j');
    await expect.poll(() => shownTime(page)).toBe(0);
    const box = await stage.boundingBox();
    if (box === null) throw new Error('the stage is not on the page');
    for (let off = 0; off < 60 && (await shownTime(page)) === 0; off += 6)
      for (const side of [-1, 1])
        if ((await shownTime(page)) === 0) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2 + off * side);
    await expect.poll(() => shownTime(page)).toBe(moment);

    await stage.focus();
    await page.keyboard.press('t');
    await expect(legend(page)).toHaveCount(0);
    // By keyboard alone: the panel opens, and its first field has the focus.
    await page.keyboard.press('Shift+T');
    await expect(panel.getByRole('combobox', { name: 'What', exact: true })).toBeFocused();
  } finally {
    await served.stop();
    removeFolder(served.library);
  }
});

/** Alpha in the image's corner, and the strongest in it. */
async function corner(page: Page, png: string): Promise<{ corner: number; most: number }> {
  return await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    if (context === null) throw new Error('no 2D canvas here');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    let most = 0;
    for (let i = 3; i < data.length; i += 4) most = Math.max(most, data[i] ?? 0);
    return { corner: data[3] ?? 255, most };
  }, png);
}
