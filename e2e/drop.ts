/** Drops real files on a page through the browser's own drag and drop, as the desktop does: paths and all. */
import { expect, type Page } from '@playwright/test';

/** `words`: what the zone says where they are dropped. */
export async function dropFiles(page: Page, paths: readonly string[], words = 'Drop to import'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const at = { x: 640, y: 400 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  // Like a hand that holds files over the window: the browser tells it again and again until the drop zone has come up, and once more for the zone itself.
  const zone = page.getByText(words);
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data });
  await expect(async () => {
    await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data });
    await expect(zone).toBeVisible({ timeout: 500 });
  }).toPass();
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data });
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...at, data });
  await session.detach();
}
