// A game server posts a match: it is on the Live page, watched, counted while it goes on; then its player, a heatmap, and the replay of what was recorded.
import { expect, test } from '@playwright/test';
import { simulateBodies } from '../../simulators/mohaa/bodies.ts';
import { shownTime } from '../journey.ts';
import { removeFolder, serve, temporaryFolder } from '../serve.ts';

const EVENTS_PATH = '/api/v1/ingest/events';

test('a match that a game server posts, from the live page to its replay', async ({ page }) => {
  const served = await serve(temporaryFolder('mohaa'), '--mohaa-port', '0', '--mohaa-open');
  try {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(served.url);
    const places = page.getByRole('navigation', { name: 'Places' });
    await places.getByRole('button', { name: 'Capture' }).click();
    const shown = await page
      .getByText(/127\.0\.0\.1:\d+/)
      .first()
      .textContent();
    const address = /127\.0\.0\.1:\d+/.exec(shown ?? '')?.[0] ?? '';
    const bodies = [...simulateBodies({ minutes: 1, players: 8, bots: 1, rounds: 1 })];
    for (const { body, contentType, token } of bodies) {
      const headers = { 'content-type': contentType, 'x-server-token': token };
      const answer = await fetch(`http://${address}${EVENTS_PATH}`, { method: 'POST', body: new Uint8Array(body), headers });
      expect(answer.status).toBe(202);
    }

    await page.keyboard.press('Control+2');
    // What is played now: who leads, what happened; and the stage at its live edge.
    await expect(page.getByRole('list', { name: 'Being recorded now' }).getByRole('listitem')).toHaveCount(1);
    await expect(page.getByRole('table', { name: 'Scoreboard' }).getByRole('row')).not.toHaveCount(0);
    await page
      .getByRole('button', { name: /^Watch / })
      .first()
      .click();
    await expect(page.getByRole('button', { name: /^Live/ }).and(page.locator('[aria-pressed]'))).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('tree', { name: 'Players list' }).getByRole('treeitem').first()).toBeVisible();

    // Counted while it is recorded.
    await page.keyboard.press('Control+3');
    const grid = page.getByRole('grid', { name: 'Players' });
    await expect(page.getByText('Counted from 1 match')).toBeVisible();
    const first = (await grid.getByRole('row').nth(1).getByRole('gridcell').nth(2).textContent()) ?? '';
    const answers = await fetch(`http://${address}/api/v1/stats/leaderboard?limit=1`);
    expect(await answers.json()).toMatchObject({ players: [{ rank: 1, player_name: first }] });

    // The end: everything that was posted is a session.
    await places.getByRole('button', { name: 'Capture' }).click();
    await page.getByRole('switch', { name: /^Record /, checked: true }).click();
    await page.keyboard.press('Control+2');
    await expect(page.getByRole('list', { name: 'Being recorded now' }).getByRole('listitem')).toHaveCount(0);
    await page.keyboard.press('Control+3');
    await grid.getByRole('row').nth(1).getByText(first).click();
    await expect(page.getByRole('heading', { level: 1, name: first })).toBeVisible();
    await page.getByRole('button', { name: 'Dots' }).click();
    const plan = page.getByTestId('plan');
    await plan.focus();
    await page.keyboard.press('End');
    await expect(plan.getByRole('option')).toContainText(/at \d+:\d\d/);
    await page.getByRole('table', { name: 'Recent matches' }).getByRole('link').first().click();
    await expect(page.getByTestId('match-timeline')).toBeVisible();
    await page.getByRole('button', { name: 'Watch replay' }).click();
    await expect(page.getByRole('tree', { name: 'Players list' }).getByRole('treeitem').first()).toBeVisible();
    await page.getByRole('application', { name: /^Stage/ }).focus();
    await expect
      .poll(async () => {
        await page.keyboard.press(']'); // from event to event
        return await shownTime(page);
      })
      .toBeGreaterThan(2000);
  } finally {
    await served.stop();
    removeFolder(served.library);
  }
});
