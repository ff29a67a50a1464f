// Every page empty, loading, with an error, normal and huge, at both sizes, in both themes: `npx playwright test --project=pictures states`. To be looked at; nothing is compared.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page, type WebSocketRoute } from '@playwright/test';
import { dropFiles } from '../drop.ts';
import { runCommand, stageOf } from '../evening.ts';
import { goToEvent } from '../journey.ts';
import { removeFolder, serve, serveWith, simulateGame, temporaryFolder, type Served } from '../serve.ts';
import { go, openReplay, sessionsOf } from './app.ts';
import { LARGE, writeHuge, writeMany, writeNormal } from './material.ts';
import { prepare, shot, SIZES, type Size } from './shots.ts';

const PLACES = ['library', 'live', 'statistics', 'convert', 'capture', 'broadcast', 'settings'] as const;
const NOBODY = '00000000-0000-4000-8000-000000000000';

const work = temporaryFolder('pictures');
const open: Served[] = [];
/** Made when the first picture wants them: the huge one takes minutes. */
const libraries = new Map<string, Promise<Served>>();

async function library(state: 'normal' | 'huge'): Promise<Served> {
  const folder = join(work, `recordings-${state}`);
  const made = async (): Promise<Served> => await served(state, state === 'huge' ? [await writeHuge(folder)] : await writeNormal(folder));
  const known = libraries.get(state) ?? made();
  libraries.set(state, known);
  return await known;
}

test.afterAll(async () => {
  for (const one of open) await one.stop();
  removeFolder(work);
});

async function served(name: string, recordings: readonly string[], ...flags: readonly string[]): Promise<Served> {
  const library = join(work, name);
  const one = await (recordings.length === 0 ? serve(library, ...flags) : serveWith(library, recordings, ...flags));
  open.push(one);
  return one;
}

/** What the engine says is held back from now on, or the connection is cut. */
async function wire(page: Page): Promise<{ hold(): void; cut(): Promise<void> }> {
  let held = false;
  let gone = false;
  const routes: WebSocketRoute[] = [];
  await page.routeWebSocket(/\/api$/, (route) => {
    if (gone) {
      void route.close();
      return;
    }
    routes.push(route);
    const server = route.connectToServer();
    route.onMessage((message) => server.send(message));
    server.onMessage((message) => {
      if (!held) route.send(message);
    });
  });
  return {
    hold: () => (held = true),
    cut: async () => {
      gone = true;
      for (const route of routes) await route.close();
    },
  };
}

for (const size of Object.keys(SIZES) as Size[]) {
  test.describe(size, () => {
    test.use(SIZES[size]);
    test.setTimeout(900_000);
    test.beforeEach(async ({ page }) => await prepare(page));

    test(`empty ${size}`, async ({ page }) => {
      await page.goto((await served(`empty ${size}`, [])).url);
      for (const place of PLACES) {
        await go(page, `#/${place}`);
        await page.waitForTimeout(500);
        await shot(page, size, `${place}-empty`);
      }
    });

    test(`loading and error ${size}`, async ({ page }) => {
      const engine = await wire(page);
      await page.goto((await library('normal')).url);
      await expect(sessionsOf(page).first()).toBeVisible();
      await go(page, '#/capture'); // the library asks again when it is come back to
      engine.hold();
      for (const place of [...PLACES.filter((one) => one !== 'capture'), `replay/${NOBODY}`, 'statistics/player/1', 'statistics/match/1']) {
        await go(page, `#/${place}`);
        await page.waitForTimeout(600);
        await shot(page, size, `${place.replaceAll('/', '-').replace(NOBODY, 'unknown')}-loading`);
      }
      await engine.cut();
      await expect(page.getByText('Engine stopped').first()).toBeVisible();
      for (const place of [...PLACES, 'statistics/player/1']) {
        await go(page, `#/${place}`);
        await page.waitForTimeout(600);
        await shot(page, size, `${place.replaceAll('/', '-')}-stopped`);
      }
    });

    test(`errors of one thing ${size}`, async ({ page }) => {
      await page.goto((await served(`errors ${size}`, [])).url);
      const text = join(work, 'a very long name of a file that is no recording at all but a list of groceries.txt');
      writeFileSync(text, 'milk, eggs, bread\n');
      const damaged = join(import.meta.dirname, '..', '..', 'test', 'fixtures', 'echovr', 'damaged.echoreplay');
      await dropFiles(page, [text, damaged]);
      await expect(page.getByTestId('import-strip').filter({ hasText: 'groceries' })).toHaveAttribute('data-state', 'refused');
      await shot(page, size, 'library-error');
      await go(page, '#/convert');
      await dropFiles(page, [text, damaged], 'Drop to convert');
      await expect(page.getByText('1 ready, 1 refused')).toBeVisible();
      await shot(page, size, 'convert-error');
      await go(page, '#/capture');
      const card = page.getByTestId('capture-echovr-api');
      await card.getByRole('button', { name: /^Settings of/ }).click();
      await card.getByRole('textbox', { name: 'Addresses' }).fill('127.0.0.1:99999');
      await card.getByRole('switch', { name: /^Record / }).click();
      await expect(card.getByRole('alert')).toBeVisible();
      await shot(page, size, 'capture-error');
      for (const place of [`replay/${NOBODY}`, 'statistics/player/1', 'statistics/match/1', 'statistics/compare/1/2']) {
        await go(page, `#/${place}`);
        await page.waitForTimeout(600);
        await shot(page, size, `${place.replaceAll('/', '-').replace(NOBODY, 'unknown')}-error`);
      }
    });

    for (const state of ['normal', 'huge'] as const) {
      test(`${state} ${size}`, async ({ page }) => {
        await page.goto((await library(state)).url);
        await expect(sessionsOf(page).first()).toBeVisible();
        await page.waitForTimeout(2000); // pictures of sessions
        await shot(page, size, `library-${state}`);
        await page.keyboard.press('Control+k');
        await expect(page.getByRole('dialog')).toBeVisible();
        await shot(page, size, `palette-${state}`);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Table' }).click();
        await page.waitForTimeout(300);
        await shot(page, size, `library-table-${state}`);
        await page.getByRole('button', { name: 'Cards' }).click();
        for (const place of ['settings', 'broadcast']) {
          await go(page, `#/${place}`);
          await page.waitForTimeout(400);
          await shot(page, size, `${place}-${state}`);
        }
        for (const view of ['players', 'overview', 'matches', 'servers']) {
          await go(page, `#/statistics/${view}`);
          await page.waitForTimeout(800);
          await shot(page, size, `statistics-${view}-${state}`);
        }
        await go(page, '#/statistics/players');
        const grid = page.getByRole('grid', { name: 'Players' });
        await grid.focus();
        for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
        await page.getByRole('button', { name: 'Compare 2' }).click();
        await page.waitForTimeout(800);
        await shot(page, size, `statistics-compare-${state}`);
        await go(page, '#/statistics/players');
        await grid.focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await expect(page.getByTestId('player')).toBeVisible();
        await page.waitForTimeout(800);
        await shot(page, size, `statistics-player-${state}`);
        await page.getByRole('table', { name: 'Recent matches' }).getByRole('link').first().click();
        await expect(page.getByTestId('match-timeline')).toBeVisible();
        await page.waitForTimeout(800);
        await shot(page, size, `statistics-match-${state}`);

        for (const game of state === 'normal' ? ['ArmA 3', 'Echo VR', 'Medal of Honor'] : ['ArmA 3']) {
          await openReplay(page, game, state === 'huge' ? LARGE : '');
          await goToEvent(page, game === 'Echo VR' ? 'scores' : 'kills');
          await page.waitForTimeout(800);
          const name = game.split(' ')[0]?.toLowerCase() ?? '';
          await shot(page, size, `replay-${name}-${state}`);
        }
        if (state === 'huge') return;
        await stageOf(page).focus();
        await page.keyboard.press('a');
        await page.keyboard.press('t');
        await page.getByRole('tab', { name: 'Highlights' }).click();
        await page.waitForTimeout(2500);
        await shot(page, size, 'replay-heat-normal');
        await page.getByRole('tab', { name: 'Notes' }).click();
        await stageOf(page).focus();
        await page.keyboard.press('t');
        await page.keyboard.press('d');
        await page.waitForTimeout(300);
        await shot(page, size, 'replay-draw-normal');
        await page.keyboard.press('Escape');
        await page.keyboard.press('e');
        await page.waitForTimeout(500);
        await shot(page, size, 'replay-clip-normal');
        await page.keyboard.press('Escape');
        await stageOf(page).focus();
        await runCommand(page, 'Statistics');
        await page.keyboard.press('Shift+?');
        await expect(page.getByRole('dialog')).toBeVisible();
        await shot(page, size, 'help-normal');
      });
    }

    test(`live and busy ${size}`, async ({ page }) => {
      const game = await simulateGame('--seconds', '300');
      try {
        const busy = await served(`busy ${size}`, [], '--echo', new URL(game.url).host, '--mohaa-port', '0', '--mohaa-open');
        await page.goto(busy.url);
        await go(page, '#/live');
        await expect(page.getByRole('list', { name: 'Being recorded now' }).getByRole('listitem')).toHaveCount(1);
        await page.waitForTimeout(5000);
        await shot(page, size, 'live-normal');
        await go(page, '#/capture');
        await page.waitForTimeout(500);
        await shot(page, size, 'capture-normal');
        for (const button of await page.getByRole('button', { name: /^Settings of/ }).all()) await button.click();
        await page.waitForTimeout(300);
        await shot(page, size, 'capture-huge');
        await go(page, '#/live');
        await page.getByRole('button', { name: /^Watch / }).click();
        await page.waitForTimeout(3000);
        await shot(page, size, 'replay-live');
        await go(page, '#/convert');
        const files = await writeMany(join(work, `many ${size}`), 30);
        await dropFiles(page, files, 'Drop to convert');
        await expect(page.getByText('30 ready')).toBeVisible();
        await shot(page, size, 'convert-huge');
        await page.keyboard.press('Control+Enter');
        await page.waitForTimeout(3000);
        await shot(page, size, 'convert-normal');
      } finally {
        await game.stop();
      }
    });
  });
}
