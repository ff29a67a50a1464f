// A caster's evening on the desktop: sample, director, bookmark, picture and clip through the save dialog, a clean feed in its own window, and what is shared opens in a second profile.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { decodeClip } from '../clip.ts';
import { desktop } from '../desktop.ts';
import { askForClip, bookmark, notesOf, runCommand, stageOf, watchWithDirector } from '../evening.ts';
import { goToEvent, openSample } from '../journey.ts';
import { removeFolder, temporaryFolder } from '../serve.ts';

const work = temporaryFolder('evening');
test.afterAll(() => removeFolder(work));

/** Everything that is saved goes to this folder, under the name that the app proposes. */
async function saveInto(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog, session }, folder) => {
    dialog.showSaveDialog = (...args: unknown[]) => {
      const options = args.at(-1) as { readonly defaultPath?: string };
      return Promise.resolve({ canceled: false, filePath: `${folder}/${options.defaultPath ?? 'clip'}` });
    };
    session.defaultSession.on('will-download', (_event, item) => {
      const name = item.getFilename();
      item.setSavePath(`${folder}/incoming`);
      item.once('done', () => process.getBuiltinModule('node:fs').renameSync(`${folder}/incoming`, `${folder}/${name}`));
    });
  }, folder);
}

/** Path of the only file with one of these endings, once it is whole. */
async function saved(...endings: readonly string[]): Promise<string> {
  const found = (): string[] => readdirSync(work).filter((name) => endings.some((ending) => name.endsWith(ending)));
  await expect.poll(() => found().length, { timeout: 90_000 }).toBe(1);
  return join(work, found()[0] ?? '');
}

async function savePicture(page: Page): Promise<Buffer> {
  await stageOf(page).focus();
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Picture', exact: true }).click();
  await dialog.getByRole('button', { name: '720p' }).click();
  await dialog.getByRole('button', { name: 'Save picture' }).click();
  await expect(dialog).toBeHidden();
  return readFileSync(await saved('.png'));
}

test("a caster's evening on the desktop", async () => {
  test.setTimeout(300_000); // a software renderer draws every frame of the clip
  const { app, page } = await desktop(join(work, 'first'));
  await saveInto(app, work);
  await openSample(page, 'Echo VR');

  await test.step('director and bookmark', async () => {
    await watchWithDirector(page);
    await page.getByRole('tab', { name: 'Notes' }).click();
    await stageOf(page).focus();
    await bookmark(page, 'The first goal');
    await page.getByRole('tab', { name: 'Events' }).click();
  });

  await test.step('a clip begins with the picture of its first moment', async () => {
    await goToEvent(page, 'catches');
    const picture = await savePicture(page);
    const dialog = await askForClip(page, 15);
    await dialog.getByRole('switch', { name: 'Kill feed' }).click();
    await dialog.getByRole('button', { name: /^Export 0:0/ }).click();
    const clip = await saved('.mp4', '.webm');
    const decoded = await decodeClip(page, readFileSync(clip), [0], [picture]);
    expect([decoded.width, decoded.height]).toEqual([1280, 720]);
    expect(decoded.timestamps.length).toBeGreaterThanOrEqual(14);
    for (const [i, at] of decoded.timestamps.entries()) expect(Math.abs(at - i / 30)).toBeLessThan(0.001);
    expect(decoded.apart[0]?.[0]).toBeLessThan(2);
    expect(readdirSync(work).filter((name) => name.endsWith('.part'))).toEqual([]);
    await page.keyboard.press('Escape');
  });

  await test.step('a clean feed in a window of its own follows', async () => {
    const [feed] = await Promise.all([app.waitForEvent('window'), runCommand(page, 'Open the clean feed')]);
    await expect(feed.getByRole('group', { name: /^Blue \d/ })).toBeVisible();
    await expect(feed.getByTestId('feed')).not.toContainText('Waiting');
    expect(
      await feed.evaluate(() => [typeof (globalThis as { require?: unknown }).require, window.innerWidth / window.innerHeight]),
    ).toEqual(['undefined', 16 / 9]);
    await feed.close();
  });

  await runCommand(page, 'Share this session');
  const shared = await saved('.sandtable');
  await app.close();

  await test.step('what was shared opens in another profile', async () => {
    const other = await desktop(join(work, 'second'), [shared]);
    await expect(other.page.getByTestId('session-clock')).toBeVisible();
    await other.page.getByRole('tab', { name: 'Notes' }).click();
    await expect(notesOf(other.page)).toHaveText([/The first goal/]);
    await other.app.close();
  });
});
