/** A caster's evening, piece by piece; the same in a browser and in the desktop app. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { writeOcap } from '../simulators/arma/write-ocap.ts';
import { simulateEcho } from '../simulators/echovr/simulate.ts';
import { writeMohaaLog } from '../simulators/mohaa/write-log.ts';
import { goToEvent, shownTime } from './journey.ts';

type Write = (bytes: Uint8Array) => Promise<void>;

/** Two matches on one map of a server, a match of an arena, and an operation: a minute or two each. */
export async function writeEvening(folder: string): Promise<readonly string[]> {
  const games: Readonly<Record<string, (out: Write) => Promise<unknown>>> = {
    'monday.ndjson': (out) => writeMohaaLog(out, { seed: 1, minutes: 1, players: 6, bots: 0, rounds: 1 }),
    'tuesday.ndjson': (out) => writeMohaaLog(out, { seed: 2, minutes: 1, players: 6, bots: 0, rounds: 1 }),
    'final.echoreplay': (out) =>
      simulateEcho(out, { format: 'zip', name: 'final.echoreplay', seconds: 60, hz: 10, playersPerTeam: 3, rounds: 1 }),
    'operation.json': (out) => writeOcap(out, { minutes: 2, units: 16 }),
  };
  return await Promise.all(
    Object.entries(games).map(async ([name, write]) => {
      const path = join(folder, name);
      await using file = await open(path, 'wx');
      await write(async (bytes) => void (await file.write(bytes)));
      return path;
    }),
  );
}

export const stageOf = (page: Page): Locator => page.getByRole('application', { name: /^Stage/ });

/** By its title, over the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(title);
  await page.keyboard.press('Enter');
}

/** The director cuts to the first goal and says so; held, and given back. */
export async function watchWithDirector(page: Page): Promise<void> {
  const goal = await goToEvent(page, 'scores');
  await stageOf(page).focus();
  await page.keyboard.press('a');
  const chip = page.getByRole('region', { name: 'Director' });
  await expect(chip).toContainText('because of a goal');
  await expect(chip).toContainText(/Goal at 0:\d\d\.\d, importance 3\./);
  await page.keyboard.press('h');
  await expect(chip).toContainText('The director is held');
  await page.keyboard.press('h');
  await expect(chip).toContainText('because of a goal');
  // It leads while the match runs.
  await page.keyboard.press('Space');
  await expect.poll(() => shownTime(page)).toBeGreaterThan(goal + 1000);
  await page.keyboard.press('Space');
  await page.keyboard.press('a');
  await expect(chip).toHaveCount(0);
}

/** The notes as the panel lists them. */
export function notesOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Bookmarks, comments and drawings' }).getByRole('listitem');
}

export async function bookmark(page: Page, title: string): Promise<void> {
  await page.keyboard.press('b');
  await expect(page.getByRole('textbox', { name: 'Title of the bookmark' })).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(notesOf(page).filter({ hasText: title })).toHaveCount(1);
}

/** From and to as shares of the stage. */
export async function dragOnStage(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const box = await stageOf(page).boundingBox();
  if (box === null) throw new Error('there is no stage');
  await page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1]);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to[0], box.y + box.height * to[1], { steps: 3 });
  await page.mouse.up();
}

/** Sets in where the clock is and out some frames (of 30 Hz) later, and asks for a clip of that. */
export async function askForClip(page: Page, frames: number): Promise<Locator> {
  await stageOf(page).focus();
  await page.keyboard.press('i');
  for (let frame = 0; frame < frames; frame++) await page.keyboard.press('.');
  await page.keyboard.press('o');
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Clip', exact: true }).click();
  await dialog.getByRole('button', { name: '720p' }).click();
  await dialog.getByRole('button', { name: '30', exact: true }).click();
  return dialog;
}
