// The whole way of a new person through `sandtable serve`, with what the simulators make.
import { expect, test } from '@playwright/test';
import { BLUE, EAST, followFirst, goToEvent, linkHolds, openSample, ORANGE, pixelsNear, playAndPause, shownTime } from '../journey.ts';
import { removeFolder, serve, temporaryFolder, type Served } from '../serve.ts';

let served: Served;
test.beforeEach(async () => {
  served = await serve(temporaryFolder('library'));
});
test.afterEach(async () => {
  await served.stop();
  removeFolder(served.library);
});

test('an ArmA operation: try the sample, play, seek, follow, filter, come back to the same moment', async ({ page }) => {
  await page.goto(served.url);
  await openSample(page, 'ArmA 3');
  await playAndPause(page);

  const stage = page.getByRole('application', { name: /^Stage/ });
  await expect.poll(async () => Math.min(...(await pixelsNear(page, stage, [BLUE, EAST])))).toBeGreaterThan(50);

  const moment = await goToEvent(page, 'kills');
  expect(moment).toBeGreaterThan(0);

  const shown = page.getByTestId('event-count');
  const all = Number((await shown.textContent())?.replaceAll(',', ''));
  await page.getByRole('button', { name: /^Importance/ }).click();
  await page
    .getByRole('menuitemradio', { name: 'Importance 3' })
    .or(page.getByRole('menuitem', { name: 'Importance 3' }))
    .click();
  await expect.poll(async () => Number((await shown.textContent())?.replaceAll(',', ''))).toBeLessThan(all);

  const name = await followFirst(page, 'Forces');
  await linkHolds(page, moment);
  await page.reload();
  await expect.poll(() => shownTime(page)).toBe(moment);
  await expect(page.getByRole('region', { name: `${name}, chosen` })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Following' })).toBeVisible();
});

test('an Echo VR match: scoreboard, roster scores and both teams on the stage', async ({ page }) => {
  await page.goto(served.url);
  await openSample(page, 'Echo VR');
  const stage = page.getByRole('application', { name: /^Stage/ });
  await expect.poll(async () => Math.min(...(await pixelsNear(page, stage, [BLUE, ORANGE])))).toBeGreaterThan(50);
  await goToEvent(page, 'scores');
  const scoreboard = page.getByRole('group', { name: /^(Blue|Vanguard|.*) \d+, .* \d+$/ });
  await expect(scoreboard).toBeVisible();
  await expect(scoreboard).not.toHaveAccessibleName(/ 0, .* 0$/);
  await playAndPause(page);
});
