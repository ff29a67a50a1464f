// A caster's evening: three games imported, a player found, watched with the director, marked, drawn on, compared, exported, and handed over to another library.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { dropFiles } from '../drop.ts';
import { askForClip, bookmark, dragOnStage, notesOf, runCommand, stageOf, watchWithDirector, writeEvening } from '../evening.ts';
import { removeFolder, serve, temporaryFolder, type Served } from '../serve.ts';

const work = temporaryFolder('evening');
const open: Served[] = [];
test.afterAll(async () => {
  for (const served of open) await served.stop();
  removeFolder(work);
});

async function library(name: string): Promise<string> {
  const served = await serve(join(work, name));
  open.push(served);
  return served.url;
}

const sessions = (page: Page) => page.getByRole('listbox', { name: 'Sessions' }).getByRole('option');

test("a caster's evening, and what is handed over", async ({ page }) => {
  await page.goto(await library('own'));
  await expect(page.getByTestId('no-sessions')).toBeVisible();
  await dropFiles(page, await writeEvening(work));
  await expect(sessions(page)).toHaveCount(4);

  await test.step('a player is found, and the match watched with the director', async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('Kestrel');
    await expect(sessions(page)).toHaveCount(1);
    await sessions(page).dblclick();
    await watchWithDirector(page);
  });

  await test.step('the highlights play one after another', async () => {
    await page.getByRole('tab', { name: 'Highlights' }).click();
    const playing = page.getByRole('listbox', { name: 'Highlight list' }).getByRole('option', { selected: true });
    await stageOf(page).focus();
    await page.keyboard.press('Shift+H');
    await expect(playing).toHaveCount(1);
    const first = (await playing.textContent()) ?? '';
    await page.keyboard.press('Shift+ArrowRight');
    await expect(playing).not.toHaveText(first);
    await page.keyboard.press('Shift+H');
    await expect(playing).toHaveCount(0);
    await page.keyboard.press('k');
  });

  await test.step('bookmark, comment and drawings, by pointer and by keyboard', async () => {
    await page.getByRole('tab', { name: 'Notes' }).click();
    await stageOf(page).focus();
    await bookmark(page, 'Here it begins');
    await page.keyboard.press('n');
    await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused();
    await page.keyboard.type('Too early');
    await page.keyboard.press('Enter');
    await expect(notesOf(page)).toHaveCount(2);
    await page.keyboard.press('d');
    const tools = page.getByRole('toolbar', { name: 'Drawing' });
    await tools.getByRole('combobox', { name: 'Seen for' }).selectOption('Stays');
    await stageOf(page).focus();
    await dragOnStage(page, [0.4, 0.6], [0.6, 0.5]);
    await expect(notesOf(page).filter({ hasText: 'Arrow' })).toHaveCount(1);
    await tools.getByRole('button', { name: 'Circle' }).click();
    await stageOf(page).focus();
    for (const key of ['ArrowDown', 'Enter', 'Shift+ArrowRight', 'Enter']) await page.keyboard.press(key);
    await expect(notesOf(page).filter({ hasText: 'Circle' })).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(notesOf(page).filter({ hasText: 'Circle' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(tools).toHaveCount(0);
  });

  await test.step('a clip is exported', async () => {
    // That it is what its pictures are, broadcast.spec.ts looks at.
    const dialog = await askForClip(page, 4);
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 90_000 }),
      dialog.getByRole('button', { name: /^Export 0:0/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.(mp4|webm)$/);
    expect(readFileSync(await download.path()).length).toBeGreaterThan(1000);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  const shared = join(work, 'evening.sandtable');
  await test.step('it is shared', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), runCommand(page, 'Share this session')]);
    await download.saveAs(shared);
    expect(readFileSync(shared).subarray(0, 2).toString()).toBe('PK');
  });

  await test.step('two matches of one map are compared on one heatmap', async () => {
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('Team match');
    await expect(sessions(page)).toHaveCount(2);
    await sessions(page).first().dblclick();
    await expect(page.getByTestId('session-clock')).toBeVisible();
    await stageOf(page).focus();
    await page.keyboard.press('t');
    const panel = page.getByRole('region', { name: 'Heatmap' });
    await panel.getByRole('combobox', { name: 'What', exact: true }).selectOption({ label: 'Where people died' });
    const total = page.getByTestId('heat-total');
    const counted = async (): Promise<number> => Number((await total.textContent())?.replace(/\D/g, ''));
    await expect(total).toContainText('kills');
    await expect.poll(counted).toBeGreaterThan(0);
    const one = await counted();
    await panel.getByRole('button', { name: 'Sessions' }).click();
    await page.getByRole('menu').getByText('All 2 of this place').click();
    await expect.poll(counted).toBeGreaterThan(one);
    await page.keyboard.press('Escape');
    await panel.getByRole('switch', { name: 'Difference of two selections' }).click();
    await expect(total).toContainText('less');
  });

  await test.step('another library opens what was shared: bookmark and drawing are there', async () => {
    await page.goto(await library('other'));
    await expect(page.getByTestId('no-sessions')).toBeVisible();
    await dropFiles(page, [shared]);
    await sessions(page).dblclick();
    await page.getByRole('tab', { name: 'Notes' }).click();
    await expect(notesOf(page)).toHaveCount(3);
    await expect(notesOf(page).filter({ hasText: 'Arrow' })).toHaveCount(1);
    await expect(notesOf(page).filter({ hasText: 'Too early' })).toHaveCount(1);
    await notesOf(page).filter({ hasText: 'Here it begins' }).getByRole('button', { name: 'Delete' }).click();
    await expect(notesOf(page)).toHaveCount(2);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(notesOf(page)).toHaveCount(3);
  });
});
