/** Takes the pictures: each in both themes, with a note of what does not fit. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

/** Not committed. */
const FOLDER = process.env['SANDTABLE_PICTURES'] ?? join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'pictures');

export const SIZES = {
  '720p': { viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 },
  // As a desktop at 200 % shows it: 3840 x 2160 pixels.
  '4k': { viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 2 },
} as const;
export type Size = keyof typeof SIZES;

/** The theme follows the one that Playwright plays; nothing moves. */
export async function prepare(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
  await page.addInitScript(() => {
    if (localStorage.getItem('sandtable') === null) localStorage.setItem('sandtable', JSON.stringify({ theme: 'system', language: 'en' }));
  });
}

/** `name`: place and state, such as "library-empty". */
export async function shot(page: Page, size: Size, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await page.evaluate(() =>
      document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))),
    );
    await page.screenshot({ path: join(FOLDER, `${name}-${size}-${theme}.png`), animations: 'disabled' });
  }
  const misfits = await page.evaluate(findMisfits);
  if (misfits.length > 0) appendFileSync(join(FOLDER, 'misfits.txt'), `${name} ${size}\n${misfits.map((line) => `  ${line}\n`).join('')}`);
}

/** What lies outside of the window, and texts that are cut without an ellipsis. */
function findMisfits(): string[] {
  const found: string[] = [];
  const name = (element: Element): string =>
    `${element.tagName.toLowerCase()} ${element.className.slice(0, 40)} "${(element.textContent ?? '').slice(0, 60)}"`;
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight)
    found.push(`the page is ${root.scrollWidth} x ${root.scrollHeight}`);
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    const ownText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
    if (!ownText || style.visibility === 'hidden' || style.position === 'absolute') continue;
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
    if (clientWidth < 2 || style.display === 'inline') continue;
    if (style.overflowX !== 'visible' && scrollWidth > clientWidth + 1 && style.textOverflow !== 'ellipsis' && style.overflowX === 'hidden')
      found.push(`cut to ${clientWidth} of ${scrollWidth}: ${name(element)}`);
    if (style.overflowY === 'hidden' && scrollHeight > clientHeight + 3)
      found.push(`cut to height ${clientHeight} of ${scrollHeight}: ${name(element)}`);
    if (style.overflowX === 'visible' && scrollWidth > clientWidth + 2)
      found.push(`runs over ${clientWidth}, ${scrollWidth}: ${name(element)}`);
  }
  return found.slice(0, 40);
}
