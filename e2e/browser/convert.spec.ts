// Convert in a browser: files dropped and named, chosen what they become, downloaded, read back; refusals, the report, keys, and a thousand files.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Download, type Page } from '@playwright/test';
import { dropFiles } from '../drop.ts';
import { removeFolder, serve, temporaryFolder, type Served } from '../serve.ts';

const root = join(import.meta.dirname, '..', '..');
const cli = join(root, 'dist', 'main', 'sandtable.js');
const fixtures = join(root, 'test', 'fixtures');
const WORDS = 'Drop to convert';

let served: Served;
let folder: string;
test.beforeEach(async ({ page }) => {
  served = await serve(temporaryFolder('library'));
  folder = temporaryFolder('convert');
  await page.goto(served.url);
  await expect(page.getByTestId('no-sessions')).toBeVisible();
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Convert' }).click();
});
test.afterEach(async () => {
  await served.stop();
  removeFolder(served.library);
  removeFolder(folder);
});

const row = (page: Page, name: string) => page.getByTestId('convert-row').filter({ hasText: name });

/** What `sandtable info` says of it. */
function info(path: string): { readonly format: string; readonly frames: number } {
  const lines = execFileSync(process.execPath, [cli, 'info', path, '--json']).toString();
  return JSON.parse(lines.split('\n')[0] ?? '') as { format: string; frames: number };
}

async function kept(download: Download): Promise<string> {
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

test('a dropped .echoreplay becomes a .nevrcap, and back, with every frame', async ({ page }) => {
  await expect(page.getByTestId('convert-empty')).toContainText('.nevrcap');
  await dropFiles(page, [join(fixtures, 'echovr', 'game.echoreplay')], WORDS);
  await expect(row(page, 'game.echoreplay')).toContainText('Echo VR');
  await expect(page.getByRole('combobox', { name: 'game.echoreplay becomes' })).toHaveValue('nevrcap');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Convert 1 file' }).click();
  const capture = await kept(await downloading);
  expect(capture).toMatch(/game\.nevrcap$/);
  const original = info(join(fixtures, 'echovr', 'game.echoreplay'));
  expect(info(capture)).toMatchObject({ format: 'nevrcap', frames: original.frames });

  const report = page.getByRole('region', { name: 'Report of game.echoreplay' });
  await expect(report.getByRole('row', { name: 'Frames' })).toContainText(String(original.frames));
  await expect(row(page, 'game.echoreplay')).toHaveAttribute('data-state', 'done');

  await dropFiles(page, [capture], WORDS);
  await expect(row(page, 'game.nevrcap')).toHaveAttribute('data-state', 'ready');
  const back = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  expect(info(await kept(await back))).toMatchObject({ format: 'echoreplay', frames: original.frames });
  // Nothing of it went into the library.
  await page.keyboard.press('Control+1');
  await expect(page.getByTestId('no-sessions')).toBeVisible();
});

test('one choice for all, another for one; refusals say what the file is; all by key', async ({ page }) => {
  const text = join(folder, 'shopping.txt');
  writeFileSync(text, 'milk, eggs, bread\n');
  const bad = join(folder, 'bad.echoreplay');
  writeFileSync(bad, 'no frames at all\n');
  await dropFiles(page, [join(fixtures, 'arma', 'ocap-v5.json'), join(fixtures, 'echovr', 'combat.echoreplay'), text, bad], WORDS);
  await expect(row(page, 'shopping.txt')).toHaveAttribute('data-state', 'refused');
  await expect(row(page, 'shopping.txt')).toContainText('This is a text file that is not a recording.');
  await expect(row(page, 'ocap-v5.json')).toContainText('ArmA 3');
  await expect(page.getByText('3 ready, 1 refused')).toBeVisible();

  await page.getByRole('button', { name: 'All become' }).click();
  await page.getByRole('menuitem', { name: '.ndjson 3 files', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'combat.echoreplay becomes' })).toHaveValue('ndjson');
  const grid = page.getByRole('grid', { name: 'Files to convert' });
  await grid.focus();
  for (const key of ['Home', 'ArrowDown', 'ArrowDown', 't']) await page.keyboard.press(key); // in order of names
  await expect(page.getByRole('combobox', { name: 'ocap-v5.json becomes' })).toHaveValue('ocap-v1');

  const names: string[] = [];
  page.on('download', (download) => names.push(download.suggestedFilename()));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 done, 1 failed, 1 refused')).toBeVisible();
  await expect.poll(() => names.toSorted()).toEqual(['combat.ndjson', 'ocap-v5.json.gz']);
  await expect(row(page, 'bad.echoreplay')).toContainText('frame');

  await page.keyboard.press('Home');
  await expect(grid.getByRole('row', { selected: true })).toContainText('bad.echoreplay');
  await page.keyboard.press('r');
  await expect(page.getByText('2 done, 1 failed, 1 refused')).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(row(page, 'bad.echoreplay')).toHaveCount(0);
  // A converted recording can be watched.
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('session-clock')).toBeVisible();
  await page.keyboard.press('Control+4');
  await page.keyboard.press('Shift+Delete');
  await expect(page.getByTestId('convert-empty')).toBeVisible();
});

test('a conversion is cancelled half-way, leaves nothing, and is done again', async ({ page }) => {
  const long = join(folder, 'long.echoreplay');
  execFileSync(process.execPath, [cli, 'simulate', 'echovr', long, '--seconds', '240', '--bones']);
  await dropFiles(page, [long], WORDS);
  await expect(row(page, 'long')).toHaveAttribute('data-state', 'ready');
  let downloads = 0;
  page.on('download', () => downloads++);
  await page.keyboard.press('Control+Enter');
  await expect(row(page, 'long')).toHaveAttribute('data-state', 'converting');
  await page.getByRole('button', { name: 'Cancel long.echoreplay' }).click();
  await expect(row(page, 'long')).toHaveAttribute('data-state', 'ready');
  await expect.poll(() => readdirSync(join(served.library, 'tmp'))).toEqual([]);
  expect(downloads).toBe(0);
  await page.keyboard.press('Control+Enter');
  await expect(row(page, 'long')).toHaveAttribute('data-state', 'done', { timeout: 60_000 });
  await expect.poll(() => downloads).toBe(1);
});

test('a batch that ends faster than a browser downloads: every file arrives', async ({ page }) => {
  const many = join(folder, 'evening');
  mkdirSync(many);
  for (let i = 0; i < 40; i++) copyFileSync(join(fixtures, 'arma', 'ocap-v5.json'), join(many, `mission ${i}.json`));
  await dropFiles(page, [many], WORDS);
  await expect(page.getByText('40 ready')).toBeVisible();
  const names = new Set<string>();
  page.on('download', (download) => names.add(download.suggestedFilename()));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('40 done')).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => names.size, { timeout: 60_000 }).toBe(40);
  await expect.poll(() => readdirSync(join(served.library, 'tmp'))).toEqual([]);
});

test('a thousand files: each is looked at, only those in sight are drawn', async ({ page }) => {
  const many = join(folder, 'evening');
  mkdirSync(many);
  for (let i = 0; i < 1000; i++)
    copyFileSync(join(fixtures, 'arma', 'ocap-v5.json'), join(many, `mission ${String(i).padStart(4, '0')}.json`));
  await dropFiles(page, [many], WORDS);
  await expect(page.getByRole('heading', { name: '1,000 files' })).toBeVisible();
  await expect(page.getByText('1,000 ready')).toBeVisible({ timeout: 120_000 });
  const grid = page.getByRole('grid', { name: 'Files to convert' });
  await expect(grid).toHaveAttribute('aria-rowcount', '1001');
  expect(await page.getByTestId('convert-row').count()).toBeLessThan(60);
  await grid.focus();
  await page.keyboard.press('End');
  await expect(row(page, 'mission 0999.json')).toBeVisible();
});
