// Statistics over many matches: imported logs are counted; leaderboard, filters in the address, a player, a dot to its moment, a match, a comparison, files.
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { writeMohaaLog } from '../../simulators/mohaa/write-log.ts';
import { dropFiles } from '../drop.ts';
import { shownTime } from '../journey.ts';
import { removeFolder, serve, temporaryFolder } from '../serve.ts';

/** Two evenings of one server; those who have logged in are the same people. */
async function writeLogs(folder: string): Promise<readonly string[]> {
  return await Promise.all(
    [1, 2].map(async (seed) => {
      const path = join(folder, `evening-${seed}.ndjson`);
      await using file = await open(path, 'wx');
      await writeMohaaLog(async (bytes) => void (await file.write(bytes)), { seed, minutes: 1.5, players: 8, bots: 1, rounds: 1 });
      return path;
    }),
  );
}

/** For axe. */
async function clean(page: Page, name: string, axe = new AxeBuilder({ page })): Promise<void> {
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found, name).toEqual([]);
}

/** In the other theme only the colours are others. */
async function cleanInLight(page: Page, name: string): Promise<void> {
  const wear = async (theme: string): Promise<void> =>
    await page.evaluate((value) => void (document.documentElement.dataset['theme'] = value), theme);
  await wear('light');
  await clean(page, `${name}, light`, new AxeBuilder({ page }).withRules(['color-contrast']));
  await wear('dark');
}

/** The sorted column from the top, as numbers. */
async function sorted(grid: Locator): Promise<number[]> {
  return (await grid.locator('[role="gridcell"][data-sorted="true"]').allTextContents()).map((text) => Number(text.replace(/[^\d.]/g, '')));
}

test('matches are counted, filtered, followed to their moments, compared and exported', async ({ page }) => {
  const served = await serve(temporaryFolder('library'));
  const folder = temporaryFolder('logs');
  try {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const logs = await writeLogs(folder);
    await page.goto(served.url);
    await page.keyboard.press('Control+3');
    await expect(page.getByTestId('no-statistics')).toBeVisible();
    await clean(page, 'nothing yet');
    await page.keyboard.press('Control+1');
    await dropFiles(page, logs);
    await expect(page.getByRole('listbox', { name: 'Sessions' }).getByRole('option')).toHaveCount(2);

    await page.keyboard.press('Control+3');
    const grid = page.getByRole('grid', { name: 'Players' });
    await expect(page.getByText('Counted from 2 matches')).toBeVisible();
    const best = await sorted(grid);
    expect(best.length).toBeGreaterThan(4);
    expect(best).toEqual(best.toSorted((a, b) => b - a));
    await clean(page, 'leaderboard');
    await cleanInLight(page, 'leaderboard');
    // Worst first, then back: what is sorted by stands in the address.
    await page.getByRole('button', { name: /^Turn the order round/ }).click();
    await expect.poll(() => sorted(grid)).toEqual(best.toReversed());
    expect(page.url()).toContain('order=worst');
    await page.goBack();
    await expect.poll(() => sorted(grid)).toEqual(best);
    await page.goForward();
    await expect.poll(() => sorted(grid)).toEqual(best.toReversed());
    await page.goBack();
    await page.getByRole('button', { name: 'Bots: Without bots' }).click();
    await page.getByRole('menu').getByText('With bots').click();
    await expect(grid.getByText('bot', { exact: true }).first()).toBeVisible();
    await page.goBack();
    await expect.poll(() => sorted(grid)).toEqual(best);
    await expect(grid.getByText('bot', { exact: true })).toHaveCount(0);
    const first = (await grid.getByRole('row').nth(1).getByRole('gridcell').nth(2).textContent()) ?? '';
    await page.getByRole('searchbox', { name: 'Search players' }).fill(first);
    await expect(grid.getByRole('row')).toHaveCount(2);

    // By keyboard to the player.
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: first })).toBeVisible();
    await expect(page).toHaveTitle(`${first}, Statistics – Sandtable`);
    const figures = page.getByTestId('player').locator('dl').first();
    await expect(figures).toContainText(String(best[0]));
    await page.getByRole('button', { name: 'Taken' }).click();
    await expect(page.getByRole('img', { name: /taken/i })).toBeVisible();
    const trend = page.getByRole('slider', { name: /by (day|week)$/ });
    await trend.focus();
    await page.keyboard.press('End');
    await expect(trend).toHaveAttribute('aria-valuetext', /: .+, 2 matches$/);
    await page.getByRole('button', { name: 'Dots' }).click();
    const plan = page.getByTestId('plan');
    await plan.focus();
    await page.keyboard.press('End');
    await expect(plan.getByRole('option')).toContainText(/at \d+:\d\d/);
    await clean(page, 'player');
    await cleanInLight(page, 'player');

    // A dot is a moment of a replay.
    await expect(plan.getByRole('option')).not.toContainText('–,');
    const [, minutes, seconds] = /at (\d+):(\d\d)/.exec((await plan.getByRole('option').textContent()) ?? '') ?? [];
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('session-clock')).toBeVisible();
    await expect.poll(() => shownTime(page)).toBeGreaterThanOrEqual((Number(minutes) * 60 + Number(seconds)) * 1000);
    await page.goBack();

    // A match, its timeline, and the way to its replay.
    await page.getByRole('table', { name: 'Recent matches' }).getByRole('link').first().click();
    await expect(page.getByTestId('match-timeline')).toBeVisible();
    await page.getByTestId('match-timeline').focus();
    await page.keyboard.press('End');
    await expect(page.getByTestId('match-timeline').getByRole('option')).toContainText('kills');
    await expect(page.getByRole('table', { name: 'Who against whom' })).toBeVisible();
    await clean(page, 'match');
    await expect(page.getByRole('button', { name: 'Watch replay' })).toBeEnabled();

    for (const place of ['Overview', 'Weapons']) {
      await page.getByRole('link', { name: place, exact: true }).first().click();
      await expect(page.getByRole('heading', { level: 1 })).not.toContainText(first);
      await expect(page.getByRole('table').first()).toBeVisible();
      await clean(page, place);
    }
    await page.getByRole('link', { name: 'Servers', exact: true }).click();
    await page.getByRole('table', { name: 'Servers' }).getByRole('link').first().click();
    await expect(page.getByTestId('server')).toBeVisible();
    await clean(page, 'server');

    // Two of the leaderboard side by side, and as a file.
    await page.getByRole('link', { name: 'Players', exact: true }).first().click();
    await grid.focus();
    for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Compare 2' }).click();
    await expect(page.getByTestId('comparison').getByRole('table', { name: 'Comparison' })).toContainText(first);
    await clean(page, 'comparison');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+e');
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv).toContain(`${first},`);
    expect(csv.split('\r\n')).toHaveLength(4);
  } finally {
    await served.stop();
    removeFolder(served.library);
    removeFolder(folder);
  }
});
