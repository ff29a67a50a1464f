// The packed app, as people get it: fuses forbid the inspector, so it is driven over its remote-debugging port.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { freePort } from '../../test/free-port.ts';
import { openSample, playAndPause } from '../journey.ts';
import { removeFolder, temporaryFolder } from '../serve.ts';

const root = join(import.meta.dirname, '..', '..');

test.skip(process.platform !== 'linux', 'packs for Linux only');

test('packs, starts, imports a sample and plays it', async () => {
  test.setTimeout(400_000);
  const packed = spawnSync(process.execPath, ['scripts/dist.ts', '--dir'], { cwd: root, encoding: 'utf8' });
  expect(packed.status, packed.stdout + packed.stderr).toBe(0);
  expect(packed.stdout).toContain('fuses as they should be');

  const profile = temporaryFolder('packed');
  const port = await freePort();
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = spawn(
    join(root, 'release', 'linux-unpacked', 'sandtable'),
    [...flags, '--use-angle=swiftshader', '--enable-unsafe-swiftshader', `--profile=${profile}`, `--remote-debugging-port=${port}`],
    {
      stdio: 'ignore',
    },
  );
  try {
    // Only once the page is there: to attach in the middle of its making can hang.
    await expect.poll(async () => await showsPage(port)).toBe(true);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (page === undefined) throw new Error('the packed app opened no window');
    await openSample(page, 'Echo VR');
    await playAndPause(page);
    await browser.close();
  } finally {
    app.kill();
    if (app.exitCode === null && app.signalCode === null) await once(app, 'exit');
    removeFolder(profile);
  }
});

async function showsPage(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = (await answer.json()) as { type: string; url: string; title: string }[];
    return targets.some(({ type, url, title }) => type === 'page' && url.startsWith('sandtable://app/') && title !== '');
  } catch {
    return false;
  }
}
