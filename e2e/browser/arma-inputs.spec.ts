// What a server owner and a community manager do: an operation watched while it is played, recordings that land by themselves, others fetched from a server, and files out again.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { freePort } from '../../test/free-port.ts';
import { shownTime } from '../journey.ts';
import { removeFolder, serve, temporaryFolder, type Served } from '../serve.ts';

const SECRET = 'correct horse';
const MISSION = 'Operation Cold Harbour';
const cli = join(import.meta.dirname, '../../dist/main/sandtable.js');

let served: Served;
let folder = '';
let watched = '';
let ocapPort = 0;
let commandsPort = 0;
let game: ChildProcess | null = null;
let server: Server | null = null;

test.beforeEach(async () => {
  folder = temporaryFolder('arma-inputs');
  watched = join(folder, 'recordings');
  mkdirSync(watched);
  [ocapPort, commandsPort] = [await freePort(), await freePort()];
  const ports = ['--ocap-port', String(ocapPort), '--ocap-commands-port', String(commandsPort)];
  served = await serve(join(folder, 'library'), ...ports, '--ocap-secret', SECRET, '--ocap-watch', watched);
});

test.afterEach(async () => {
  game?.kill('SIGKILL');
  server?.close();
  [game, server] = [null, null];
  await served.stop();
  removeFolder(folder);
});

const words = (...flags: readonly string[]): readonly string[] => [cli, 'simulate', 'arma3', '--units', '12', ...flags];

/** A simulated operation of its own, as a file or sent; resolves when it is done. */
function simulate(...flags: readonly string[]): void {
  execFileSync(process.execPath, words('--minutes', '1', ...flags));
}

const sessions = (page: Page) => page.getByRole('listbox', { name: 'Sessions' }).getByRole('option');
const liveButton = (page: Page) => page.getByRole('button', { name: /^Live/ }).and(page.locator('[aria-pressed]'));

test('an operation is watched while it is played, and rewound', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  game = spawn(process.execPath, words('--minutes', '20', '--tcp', `127.0.0.1:${commandsPort}`, '--speed', '6'), { stdio: 'ignore' });
  await page.goto(served.url);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('list', { name: 'Being recorded now' }).getByRole('listitem')).toContainText(MISSION);
  await page.getByRole('button', { name: /^Watch / }).click();
  await expect(liveButton(page)).toHaveAttribute('aria-pressed', 'true');
  const before = await shownTime(page);
  await expect.poll(() => shownTime(page)).toBeGreaterThan(before + 10_000);

  // Back to an event, and standing there while the operation goes on.
  await page.getByRole('application', { name: /^Stage/ }).focus();
  for (let event = 0; event < 3; event++) await page.keyboard.press('[');
  await expect(liveButton(page)).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('k');
  const stood = await shownTime(page);
  await page.waitForFunction(
    ([length, ms]) => {
      const [minutes = 0, seconds = 0] = (document.querySelector(length)?.textContent ?? '').replace('/', '').trim().split(':').map(Number);
      return (minutes * 60 + seconds) * 1000 > ms + 10_000;
    },
    ['[data-testid="session-length"]', stood] as const,
  );
  expect(await shownTime(page)).toBe(stood);
  await page.keyboard.press('End');
  await expect(liveButton(page)).toHaveAttribute('aria-pressed', 'true');
  expect(await shownTime(page)).toBeGreaterThan(stood);

  // The game is gone: what it said so far is a replay.
  game.kill('SIGKILL');
  await expect(liveButton(page)).toHaveCount(0);
  expect(await shownTime(page)).toBeGreaterThan(before + 10_000);
  await page.keyboard.press('Control+1');
  await expect(sessions(page)).toHaveCount(1);
});

test('uploads and files of the watched folder land by themselves, and go out again', async ({ page }) => {
  await page.goto(served.url);
  await expect(page.getByTestId('no-sessions')).toBeVisible();
  simulate('--seed', '2', '--upload', `http://127.0.0.1:${ocapPort}`, '--secret', SECRET);
  await expect(sessions(page)).toHaveCount(1);
  await expect(sessions(page).first()).toContainText(MISSION);
  simulate('--seed', '3', join(watched, 'third.json'));
  await expect(sessions(page)).toHaveCount(2);

  await sessions(page).first().click();
  const recording = JSON.parse(gunzipSync(await exported(page, 'OCAP recording (.json.gz)')).toString()) as {
    missionName: string;
    entities: unknown[];
  };
  expect(recording.missionName).toBe(MISSION);
  expect(recording.entities.length).toBeGreaterThan(20);
  const [head = '', ...rows] = (await exported(page, 'Events as a table (.events.csv)')).toString().trim().split('\n');
  expect(head.split(',')).toContain('type');
  expect(rows.length).toBeGreaterThan(20);
});

test('recordings are fetched from a server: listed, chosen, played', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' }); // no colour is caught half-way
  simulate('--seed', '4', join(folder, 'fourth.json'));
  const address = await ocapServer(gzipSync(readFileSync(join(folder, 'fourth.json'))));
  await page.goto(served.url);
  await page.getByRole('button', { name: 'Import from a server' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import from a server' });
  await dialog.getByRole('textbox', { name: 'Address of the OCAP server' }).fill(address);
  await dialog.getByRole('button', { name: 'Show recordings' }).click();
  const offered = dialog.getByRole('list', { name: 'Recordings on the server' }).getByRole('listitem');
  await expect(offered).toHaveCount(2);
  await clean(page, 'import from a server');
  await dialog.getByRole('searchbox', { name: 'Search recordings' }).fill('harbour');
  await expect(offered).toHaveCount(1);
  await offered.first().getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Import 1 recording' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(sessions(page)).toHaveCount(1);
  await sessions(page).first().dblclick();
  await expect(page.getByTestId('session-length')).toContainText('1:00');

  await page.keyboard.press('Control+5');
  const card = page.getByTestId('capture-ocap');
  await card.getByRole('button', { name: /^Settings of/ }).click();
  await expect(card).toContainText(`"serverUrl": "http://127.0.0.1:${ocapPort}"`);
  await clean(page, 'capture with the settings of OCAP');
});

/** Chooses a format in the export dialog of the chosen session; the file that is downloaded. */
async function exported(page: Page, format: string): Promise<Buffer> {
  await sessions(page).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export session' });
  await dialog.getByRole('combobox', { name: 'Export as' }).selectOption({ label: format });
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  return readFileSync(await (await download).path());
}

/** As much of an OCAP web server as people's browsers ask for. Resolves to its address. */
async function ocapServer(file: Buffer): Promise<string> {
  const about = { world_name: 'stratis', mission_duration: 60, tag: 'Coop' };
  const operations = [
    { ...about, id: 1, mission_name: MISSION, filename: 'cold_harbour.json.gz', date: '2026-03-07' },
    { ...about, id: 2, mission_name: 'Another one', filename: 'another.json.gz', date: '2026-03-01' },
  ];
  server = createServer((request, response) => {
    if (request.url === '/api/v1/operations') response.setHeader('content-type', 'application/json').end(JSON.stringify(operations));
    else if (request.url === '/data/cold_harbour.json.gz') response.setHeader('content-type', 'application/gzip').end(file);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** axe finds nothing, in both themes. */
async function clean(page: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    expect(found, `${name}, ${theme}`).toEqual([]);
  }
}
