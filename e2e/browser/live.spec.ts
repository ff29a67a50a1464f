// A match that is recorded while it is played: watched at its edge, rewound, brought back, and an ordinary replay once it has ended.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { BLUE, ORANGE, pixelsNear, shownTime } from '../journey.ts';
import { removeFolder, serve, simulateGame, temporaryFolder, type Served } from '../serve.ts';

let served: Served;
let game: Omit<Served, 'library'> | null = null;
test.afterEach(async () => {
  await game?.stop();
  game = null;
  await served.stop();
  removeFolder(served.library);
});

async function play(...flags: readonly string[]): Promise<string> {
  game = await simulateGame(...flags);
  return new URL(game.url).host;
}

const liveButton = (page: Page) => page.getByRole('button', { name: /^Live/ }).and(page.locator('[aria-pressed]'));

async function watch(page: Page): Promise<void> {
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('list', { name: 'Being recorded now' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: /^Watch / }).click();
  await expect(liveButton(page)).toHaveAttribute('aria-pressed', 'true');
}

/** ms that are known of the session. */
async function shownLength(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = ((await page.getByTestId('session-length').textContent()) ?? '')
    .replace('/', '')
    .trim()
    .split(':')
    .map(Number);
  return (minutes * 60 + seconds) * 1000;
}

test('a match is watched live, rewound, caught up with, and goes on as a replay when it ends', async ({ page }) => {
  const host = await play('--seconds', '36');
  served = await serve(temporaryFolder('live'), '--echo', host);
  await page.goto(served.url);
  await watch(page);

  const stage = page.getByRole('application', { name: /^Stage/ });
  await expect.poll(async () => Math.min(...(await pixelsNear(page, stage, [BLUE, ORANGE])))).toBeGreaterThan(50);
  await expect(page.getByRole('tree', { name: 'Teams list' }).locator('[role="treeitem"][aria-selected]').first()).toBeVisible();
  const before = await shownTime(page);
  await expect.poll(() => shownTime(page)).toBeGreaterThan(before + 2000);
  expect((await shownLength(page)) - (await shownTime(page))).toBeLessThan(2000);

  // Back: by an event, then standing still while the match goes on.
  await stage.focus();
  await page.keyboard.press('[');
  await expect(liveButton(page)).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('k');
  const stood = await shownTime(page);
  const known = await shownLength(page);
  await expect.poll(() => shownLength(page)).toBeGreaterThan(known + 2000);
  expect(await shownTime(page)).toBe(stood);
  await page.keyboard.press('End');
  await expect(liveButton(page)).toHaveAttribute('aria-pressed', 'true');
  expect((await shownLength(page)) - (await shownTime(page))).toBeLessThan(2000);

  // The director answers what happens there.
  await page.keyboard.press('a');
  await expect(page.getByRole('region', { name: 'Director' })).toContainText('Live: it cuts when something happens.');
  await page.keyboard.press('a');

  // A reload comes back to what is live, once the address says so.
  await expect.poll(() => page.url()).not.toContain('t=');
  await page.reload();
  await expect(liveButton(page)).toHaveAttribute('aria-pressed', 'true');

  // The end of the match.
  const last = await shownTime(page);
  await expect(liveButton(page)).toHaveCount(0, { timeout: 90_000 });
  expect(await shownTime(page)).toBeGreaterThan(last);
  await expect(page.getByText('This view stopped')).toHaveCount(0);
  await page.keyboard.press('Control+1');
  const card = page.getByRole('listbox', { name: 'Sessions' }).getByRole('option');
  await expect(card).toHaveCount(1);
  await expect(card).not.toContainText('Live');
});

test('what a crash left is there again, and says so', async ({ page }) => {
  const host = await play('--seconds', '120');
  served = await serve(temporaryFolder('live'), '--echo', host);
  await page.goto(served.url);
  await watch(page);
  await expect.poll(() => shownLength(page)).toBeGreaterThan(4000);
  const gone = new Promise((resolve) => void served.process.once('exit', resolve));
  served.process.kill('SIGKILL');
  await gone;

  served = await serve(served.library);
  await page.goto(served.url);
  await page.keyboard.press('Control+1');
  const card = page.getByRole('listbox', { name: 'Sessions' }).getByRole('option');
  await expect(card).toContainText('Recovered');
  await card.dblclick();
  await expect.poll(() => shownLength(page)).toBeGreaterThan(3000);
  await expect(liveButton(page)).toHaveCount(0);
});

test('a capture is set up by hand: its settings are checked, it is switched on and off', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' }); // no colour is caught half-way
  const host = await play('--seconds', '120');
  served = await serve(temporaryFolder('live'));
  await page.goto(served.url);
  await page.keyboard.press('Control+2');
  await expect(page.getByTestId('nothing-live')).toContainText('Switch a capture on');
  await clean(page, 'nothing live');
  await page.getByRole('button', { name: 'Go to capture' }).click();

  const card = page.getByTestId('capture-echovr-api');
  await card.getByRole('button', { name: /^Settings of/ }).click();
  await card.getByRole('textbox', { name: 'Addresses' }).fill('127.0.0.1:99999');
  await card.getByRole('switch', { name: /^Record / }).click();
  await expect(card.getByRole('alert')).toContainText('is no address');
  await expect(card.getByRole('switch', { name: /^Record / })).not.toBeChecked();
  await clean(page, 'capture');

  await card.getByRole('textbox', { name: 'Addresses' }).fill(host);
  await card.getByRole('switch', { name: /^Record / }).click();
  await expect(card.getByRole('switch', { name: /^Record / })).toBeChecked();
  await expect(card).toContainText('Recording');
  await expect(card.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('list', { name: 'Being recorded now' }).getByRole('listitem')).toHaveCount(1);
  await clean(page, 'live');
  await page.getByRole('button', { name: /^Watch / }).click();
  await expect(liveButton(page)).toHaveAttribute('aria-pressed', 'true');
  await clean(page, 'transport at the edge', '[aria-label="Transport"]');
  await page.keyboard.press('k'); // what moves is no ground to measure on
  await expect(liveButton(page)).toHaveAttribute('aria-pressed', 'false');
  await clean(page, 'live replay, behind');

  await page.keyboard.press('Control+5');
  await card.getByRole('switch', { name: /^Record / }).click();
  await expect(card).toContainText('Off');
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('listbox', { name: 'Sessions' }).getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('listbox', { name: 'Sessions' }).getByRole('option')).not.toContainText('Live');
});

/** axe finds nothing, in both themes. */
async function clean(page: Page, name: string, part = 'body'): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme);
    const { violations } = await new AxeBuilder({ page }).include(part).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    expect(found, `${name}, ${theme}`).toEqual([]);
  }
}
