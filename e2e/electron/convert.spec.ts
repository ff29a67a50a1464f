// Convert in the desktop app: one folder for the batch, names that nothing has, nothing overwritten, nothing left of what was cancelled.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type ElectronApplication } from '@playwright/test';
import { desktop } from '../desktop.ts';
import { dropFiles } from '../drop.ts';
import { removeFolder, temporaryFolder } from '../serve.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'test', 'fixtures');

/** The next directory dialogs answer with this folder, as if a person had chosen it. */
async function answerDialogs(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
}

test('a dropped folder is converted into a chosen one, beside what is there', async () => {
  const profile = temporaryFolder('profile');
  const work = temporaryFolder('convert');
  const out = join(work, 'out');
  const evening = join(work, 'evening');
  mkdirSync(out);
  mkdirSync(join(evening, 'late'), { recursive: true });
  writeFileSync(join(out, 'game.nevrcap'), 'before');
  copyFileSync(join(fixtures, 'echovr', 'game.echoreplay'), join(evening, 'game.echoreplay'));
  copyFileSync(join(fixtures, 'echovr', 'game.echoreplay'), join(evening, 'late', 'game.echoreplay'));
  const { app, page } = await desktop(profile);
  await answerDialogs(app, out);

  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Convert' }).click();
  await dropFiles(page, [evening], 'Drop to convert');
  await expect(page.getByText('2 ready')).toBeVisible();
  await expect(page.getByTestId('convert-row').first()).toContainText('evening/game.echoreplay');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 done')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Into out' })).toBeVisible();
  expect(readdirSync(out).toSorted()).toEqual(['game (2).nevrcap', 'game (3).nevrcap', 'game.nevrcap']);
  expect(readFileSync(join(out, 'game.nevrcap')).toString()).toBe('before');
  await app.close();
  removeFolder(profile);
  removeFolder(work);
});
