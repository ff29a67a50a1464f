/** What a person does on the first evening; the same in a browser and in the desktop app. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Milliseconds that the transport's clock shows ("0:47:12.4" or "47:12.4"). */
export async function shownTime(page: Page): Promise<number> {
  const text = (await page.getByTestId('session-clock').textContent()) ?? '';
  const parts = text.trim().split(':').map(Number);
  return Math.round(parts.reduce((sum, part) => sum * 60 + part, 0) * 1000);
}

/** An empty library offers samples; one click, and its replay opens. */
export async function openSample(page: Page, game: string): Promise<void> {
  await expect(page.getByTestId('no-sessions')).toContainText('Drop a recording anywhere, or try a sample.');
  await page.getByRole('button', { name: `${game} sample` }).click();
  await expect(page.getByTestId('session-clock')).toBeVisible({ timeout: 30_000 });
}

/** Plays, pauses, steps and plays backwards by keyboard. */
export async function playAndPause(page: Page): Promise<void> {
  await page.getByRole('application', { name: /^Stage/ }).focus();
  const before = await shownTime(page);
  await page.keyboard.press('Space');
  await expect.poll(() => shownTime(page)).toBeGreaterThan(before + 1000);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  const paused = await shownTime(page);
  for (let frame = 0; frame < 5; frame++) await page.keyboard.press('.'); // a frame of 30 Hz is less than the clock shows
  await expect.poll(() => shownTime(page)).toBeGreaterThan(paused);
  await page.keyboard.press('j');
  await expect.poll(() => shownTime(page)).toBeLessThan(paused);
  await page.keyboard.press('k');
}

/** Searches the events, clicks the first that is found: the clock is at its moment, and the row is marked. */
export async function goToEvent(page: Page, words: string): Promise<number> {
  await page.getByRole('button', { name: 'Filter events' }).click();
  const search = page.getByRole('searchbox', { name: 'Search events' });
  await search.fill(words);
  const list = page.getByRole('listbox', { name: 'Event list' });
  await list.getByRole('option').filter({ hasText: words }).first().click();
  await expect(list.getByRole('option', { selected: true })).toContainText(words);
  const moment = await shownTime(page);
  await search.fill('');
  await page.getByRole('button', { name: 'Filter events' }).click();
  return moment;
}

/** Chooses somebody of the roster and follows. */
export async function followFirst(page: Page, roster: string): Promise<string> {
  // Teams and groups are tree items too, but nobody to choose.
  const person = page
    .getByRole('tree', { name: `${roster} list` })
    .locator('[role="treeitem"][aria-selected]')
    .first();
  const name = (await person.getAttribute('title')) ?? '';
  await person.click();
  await expect(page.getByRole('region', { name: `${name}, chosen` })).toBeVisible();
  await page.keyboard.press('f');
  await expect(page.getByRole('button', { name: 'Following' })).toHaveAttribute('aria-pressed', 'true');
  return name;
}

/** The address names the moment (as the clock shows it) and who is followed: what a reload, a link or a reopened window comes back to. */
export async function linkHolds(page: Page, moment: number): Promise<void> {
  await expect
    .poll(() => {
      const query = new URLSearchParams(new URL(page.url()).hash.split('?')[1]);
      return query.has('follow') ? Math.floor(Number(query.get('t')) / 100) * 100 : null;
    })
    .toBe(moment);
}

/** How many pixels of an element lie near each CSS colour, as a person would see it. */
export async function pixelsNear(
  page: Page,
  element: Locator,
  colours: readonly (readonly [number, number, number])[],
): Promise<readonly number[]> {
  const shot = (await element.screenshot()).toString('base64');
  return await page.evaluate(
    async ({ shot, colours }) => {
      const bytes = Uint8Array.from(atob(shot), (c) => c.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      if (context === null) throw new Error('no 2D canvas here');
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(0, 0, picture.width, picture.height);
      return colours.map(([r, g, b]) => {
        let near = 0;
        for (let i = 0; i < data.length; i += 4) {
          if (Math.abs((data[i] ?? 0) - r) + Math.abs((data[i + 1] ?? 0) - g) + Math.abs((data[i + 2] ?? 0) - b) < 40) near++;
        }
        return near;
      });
    },
    { shot, colours },
  );
}

export const BLUE = [90, 171, 255] as const;
export const ORANGE = [255, 155, 61] as const;
export const EAST = [255, 107, 87] as const;
