/** Drops real files on a page through the browser's own drag and drop, as the desktop does: paths and all. */
import type { Page } from '@playwright/test';

export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const at = { x: 640, y: 400 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  // Like a hand that rests for a moment: the drop zone that comes up under it has to see the files too.
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data });
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data });
  await page.getByText('Drop to import').waitFor();
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data });
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...at, data });
  await session.detach();
}
