/** The built app in a browser page, a session open and playing. */
import { join } from 'node:path';
import { build } from 'vite';
import type { OpenPage } from './browser.ts';

const root = join(import.meta.dirname, '..');

/** The renderer as it is released, into a folder of its own. */
export async function buildApp(outDir: string): Promise<void> {
  await build({ configFile: join(root, 'vite.config.ts'), mode: 'production', logLevel: 'warn', build: { outDir, emptyOutDir: true } });
}

/** Opens the session at `t` (ms); resolves when the stage is there. */
export async function openReplay({ page, origin }: OpenPage, session: string, t: number): Promise<void> {
  await page.goto(`${origin}/#/replay/${session}?t=${Math.round(t)}`);
  await page.locator('[role="application"] canvas').first().waitFor();
}

/** Plays forward at a power of two: the first L plays at 1x, each further one doubles. */
export async function playAt({ page }: OpenPage, rate: number): Promise<void> {
  for (let speed = 1; speed <= rate; speed *= 2) await page.keyboard.press('l');
}
