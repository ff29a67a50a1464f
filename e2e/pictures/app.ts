/** Ways about the app. */
import { expect, type Locator, type Page } from '@playwright/test';
import { stageOf } from '../evening.ts';

export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), hash);
}

export function sessionsOf(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Sessions' }).getByRole('option');
}

/** Opens the newest session of a game, or the one that a search finds. */
export async function openReplay(page: Page, game: string, search = ''): Promise<void> {
  await go(page, '#/library');
  await page
    .getByRole('navigation', { name: 'Filters' })
    .getByRole('button', { name: new RegExp(`^${game}`) })
    .click();
  await page.getByRole('searchbox', { name: /^Search/ }).fill(search);
  await sessionsOf(page)
    .filter({ hasText: search === '' ? game : search })
    .first()
    .dblclick();
  await expect(page.getByTestId('session-clock')).toBeVisible({ timeout: 60_000 });
  await stageOf(page).locator('canvas').first().waitFor();
  await page.waitForTimeout(1500); // the ground comes piece by piece
}
