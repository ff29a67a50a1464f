// An operation with one of everything in the browser: each event in words, markers by side, charts, tickets, talk, crews, and what the chosen one says.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { everythingLog, MISSION } from '../../test/arma-everything.ts';
import { shownTime } from '../journey.ts';
import { removeFolder, serve, temporaryFolder, type Served } from '../serve.ts';

let served: Served;
const cli = join(import.meta.dirname, '../../dist/main/sandtable.js');

test.beforeAll(async () => {
  const library = temporaryFolder('library');
  const folder = temporaryFolder('log');
  const log = join(folder, 'everything.ocaplog');
  writeFileSync(log, everythingLog());
  execFileSync(process.execPath, [cli, 'import', log, '--library', library]);
  removeFolder(folder);
  served = await serve(library);
});

test.afterAll(async () => {
  await served.stop();
  removeFolder(served.library);
});

async function openEverything(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(served.url);
  await page.getByText(MISSION).first().dblclick();
  await expect(page.getByTestId('session-clock')).toBeVisible();
}

async function goTo(page: Page, share: number): Promise<void> {
  const box = await page.getByTestId('chart-area').boundingBox();
  if (box === null) throw new Error('there is no chart');
  await page.mouse.click(box.x + box.width * share, box.y + box.height / 2);
}

test('each event is a row with its words', async ({ page }) => {
  await page.setViewportSize({ width: 1500, height: 2000 });
  await openEverything(page);
  await page.getByRole('button', { name: /^Importance/ }).click();
  await page.getByRole('menu').getByText('All', { exact: true }).click();
  const list = page.getByRole('listbox', { name: 'Event list' });
  for (const words of [
    'Anna joins',
    'Recording started.',
    'NATO 25, CSAT 20',
    'Counter set up: Points, WEST 0',
    'Counter Points: WEST 3',
    'Anvil is captured by WEST',
    'Anvil is contested by EAST',
    'Anna hacks terminal T1',
    'Anna stops hacking terminal T1',
    'Anna captures the flag',
    'Anna: Moving up',
    'Anna: radio, Start',
    'Anna fires',
    'Cyril is hit by Anna',
    'APERS Mine explodes',
    'Cyril is down',
    'Cyril is up again',
    'a custom event: of some mod',
    'Anna kills Cyril',
    'Cyril dies: bleedout',
    'Slammer is destroyed by Cyril',
    'Bert dies: cardiac arrest',
    'Bert leaves',
    'Mission ends: NATO holds Anvil',
  ])
    await expect(list.getByRole('option').filter({ hasText: words }).first(), words).toBeVisible();
});

test('markers by side, charts on the same time, tickets and the clock of the mission', async ({ page }) => {
  await page.setViewportSize({ width: 1500, height: 900 });
  await openEverything(page);
  const charts = page.getByRole('region', { name: 'Charts' });
  await expect(charts.getByRole('img', { name: 'Server, fps: Average, Least' })).toBeVisible();
  await goTo(page, 0.5);
  await expect.poll(() => shownTime(page)).toBeGreaterThan(95_000);
  expect(await shownTime(page)).toBeLessThan(105_000);
  await expect(charts.getByRole('definition').nth(1)).toHaveText('31');
  await charts.getByRole('button', { name: /^Chart/ }).click();
  await page.getByRole('menu').getByText('Units alive', { exact: true }).click();
  await expect(charts.getByRole('img', { name: 'Units alive: NATO, CSAT' })).toBeVisible();
  await page.mouse.wheel(0, -400);
  await expect(page.getByLabel('Tickets', { exact: true })).toHaveText(/NATO 25\s*CSAT 20/);
  await expect(page.getByLabel('Counter', { exact: true })).toHaveText(/NATO 3/);
  await expect(page.getByTestId('game-clock')).toContainText('24 Jun 2035 ×4');

  const stage = page.getByRole('application', { name: /^Stage/ });
  await stage.focus();
  await page.keyboard.press('2');
  const pictures: Buffer[] = [];
  for (const choice of ['No markers', 'Markers of all sides', 'As NATO sees it', 'As CSAT sees it']) {
    await page.getByRole('button', { name: /^Markers:/ }).click();
    await page.getByRole('menu').getByText(choice).click();
    await page.mouse.move(5, 5);
    pictures.push(await stage.screenshot());
  }
  await expect(page.getByRole('button', { name: 'Markers: CSAT' })).toBeVisible();
  for (const [i, picture] of pictures.entries())
    expect(
      pictures.some((other, k) => k < i && other.equals(picture)),
      `picture ${i}`,
    ).toBe(false);
});

test('crews, what the chosen one says, chat by channel', async ({ page }) => {
  await page.setViewportSize({ width: 1500, height: 900 });
  await openEverything(page);
  await goTo(page, 0.3);
  const roster = page.getByRole('tree', { name: 'Forces list' });
  await expect(roster.getByTitle('Bert')).toContainText('Slammer');
  await expect(roster.getByTitle('Slammer')).toContainText('1 aboard');
  await roster.getByTitle('Slammer').click();
  const tank = page.getByRole('region', { name: 'Slammer, chosen' });
  for (const fact of ['Fuel 75 %', 'Damage 20 %', 'Engine running', 'Doors unlocked', 'Turret 30°'])
    await expect(tank).toContainText(new RegExp(fact.replace(' ', '\\s*').replaceAll(' ', '\\s')));
  const crew = tank.getByRole('list', { name: 'Crew' });
  await expect(crew).toContainText(/Bert\s*gunner/);
  await crew.getByRole('button', { name: 'Bert' }).click();
  const bert = page.getByRole('region', { name: 'Bert, chosen' });
  for (const fact of ['In\\s*Slammer', 'Group\\s*Alpha 1-1', 'Role\\s*Medic', 'Seat\\s*gunner', 'Stance\\s*standing', 'Vitals\\s*stable'])
    await expect(bert).toContainText(new RegExp(fact));

  await page.getByRole('tab', { name: 'Chat' }).click();
  const said = page.getByRole('listbox', { name: 'What was said' });
  await expect(said.getByRole('option')).toHaveCount(3);
  await page.getByRole('button', { name: /^Channel/ }).click();
  await page.getByRole('menu').getByText('Group', { exact: true }).click();
  await expect(said.getByRole('option')).toHaveCount(1);
  await said.getByRole('option').click();
  await expect.poll(() => shownTime(page)).toBe(53_000);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
