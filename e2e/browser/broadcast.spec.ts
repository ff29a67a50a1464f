// On air: overlays for a streaming program, the clean feed in place and in a tab, a picture and a clip that is decoded again.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { decodeClip } from '../clip.ts';
import { goToEvent, openSample, shownTime } from '../journey.ts';
import { removeFolder, serve, temporaryFolder } from '../serve.ts';

async function go(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: place }).click();
}

async function savedBy(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), press()]);
  return readFileSync(await download.path());
}

/** Of the moment that shows, 720p. */
async function picture(page: Page): Promise<Buffer> {
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Picture', exact: true }).click();
  await dialog.getByRole('button', { name: '720p' }).click();
  const saved = await savedBy(page, () => dialog.getByRole('button', { name: 'Save picture' }).click());
  await expect(dialog).toBeHidden();
  return saved;
}

async function step(page: Page, frames: number): Promise<void> {
  await page.getByRole('application', { name: /^Stage/ }).focus();
  for (let frame = 0; frame < frames; frame++) await page.keyboard.press('.');
}

test('a caster goes on air', async ({ page, context }) => {
  test.setTimeout(300_000); // a software renderer draws every frame of the clip
  const library = temporaryFolder('air');
  const served = await serve(library);
  await page.goto(served.url);
  await openSample(page, 'Echo VR');
  const start = await goToEvent(page, 'catches');

  await test.step('a clip is what its pictures are, frame by frame', async () => {
    await page.keyboard.press('i');
    const first = await picture(page);
    await step(page, 6);
    await expect.poll(() => shownTime(page)).toBe(start + 200);
    const middle = await picture(page);
    await step(page, 6);
    await expect.poll(() => shownTime(page)).toBe(start + 400);
    await page.keyboard.press('o');
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('button', { name: 'Clip', exact: true }).click();
    await dialog.getByRole('button', { name: '30', exact: true }).click();
    await dialog.getByRole('radio', { name: 'WebM, VP8' }).check();
    await dialog.getByRole('switch', { name: 'Kill feed' }).click();
    await expect(dialog).toContainText('12 frames');
    const clip = await savedBy(page, async () => {
      await dialog.getByRole('button', { name: /^Export 0:0/ }).click();
      await expect(page.getByTestId('clip-progress')).toContainText('of 12');
    });
    await page.keyboard.press('Escape');
    const decoded = await decodeClip(page, clip, [0, 6], [first, middle]);
    expect([decoded.width, decoded.height, decoded.codec, decoded.timestamps.length]).toEqual([1280, 720, 'vp8', 12]);
    for (const [i, at] of decoded.timestamps.entries()) expect(Math.abs(at - i / 30)).toBeLessThan(0.001);
    const [[same = 99, other = 0] = [], [before = 0, now = 99] = []] = decoded.apart;
    expect(same).toBeLessThan(2);
    expect(now).toBeLessThan(2);
    expect(Math.min(other - same, before - now)).toBeGreaterThan(0.2);
  });

  await test.step('clean in place, and by a tab of its own that follows', async () => {
    await page.keyboard.press('F11');
    await expect(page.getByRole('navigation', { name: 'Places' })).toBeHidden();
    await expect(page.getByRole('toolbar', { name: 'Cameras' })).toBeHidden();
    await expect(page.getByRole('group', { name: /^Blue 0/ })).toBeVisible();
    const [feed] = await Promise.all([
      context.waitForEvent('page'),
      (async () => {
        await page.keyboard.press('Control+k');
        await page.getByRole('dialog').getByRole('combobox').fill('Open the clean feed');
        await page.keyboard.press('Enter');
      })(),
    ]);
    await expect(feed.getByTestId('feed')).not.toContainText('Waiting', { timeout: 30_000 });
    await page.bringToFront();
    // Notices come over the lower part.
    const picture = { x: 0, y: 0, width: 1280, height: 560 };
    const moment = await page.screenshot({ clip: picture });
    await feed.bringToFront();
    await expect
      .poll(async () => {
        const shot = await feed.screenshot({ clip: picture });
        return await apart(page, moment, shot);
      })
      .toBeLessThan(1.5);
    await feed.close();
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
  });

  await test.step('overlays show what is on air to who has the address, until it is revoked', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await go(page, 'Broadcast');
    await page.getByRole('textbox', { name: 'Port' }).fill(String(20_000 + (process.pid % 20_000)));
    await page.getByRole('switch', { name: 'Serve overlays' }).click();
    await page.getByRole('button', { name: 'Copy the address of Scoreboard' }).click();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    await page
      .getByRole('navigation', { name: 'Open replays' })
      .getByRole('button', { name: /Vanguard/ })
      .first()
      .click();
    await expect(page.getByTestId('session-clock')).toBeVisible();
    const overlay = await context.newPage();
    const errors: string[] = [];
    overlay.on(
      'console',
      (message) => message.type() === 'error' && !message.location().url.endsWith('favicon.ico') && errors.push(message.text()),
    );
    await overlay.setViewportSize({ width: 1920, height: 1080 });
    await overlay.goto(address);
    await expect(overlay.getByText('Orange')).toBeVisible();
    expect(errors).toEqual([]);
    // Nothing but the board is to be seen: a corner of it shows what lies below.
    const corner = await overlay.screenshot({ omitBackground: true, clip: { x: 0, y: 1000, width: 8, height: 8 } });
    expect(await alphaOf(page, corner)).toBe(0);
    expect((await overlay.goto(address.replace(/key=./, 'key=~')))?.status()).toBe(403);
    await overlay.goto(address);
    await expect(overlay.getByText('Orange')).toBeVisible();
    await page.bringToFront();
    await go(page, 'Broadcast');
    await expect(page.getByTestId('overlay-scoreboard')).toContainText('1 watching');
    await expect(page.getByTestId('overlay-preview')).toContainText('Orange');
    // Another place of the app leaves the stream as it was; it ends by hand, and with the replay.
    await expect(overlay.getByText('Orange')).toBeVisible();
    await page.getByRole('button', { name: 'Clear overlays' }).click();
    await expect(overlay.getByText('Orange')).toBeHidden();
    const tab = page.getByRole('navigation', { name: 'Open replays' }).getByRole('button', { name: /Vanguard/ });
    await tab.first().click();
    await expect(overlay.getByText('Orange')).toBeVisible();
    await tab.nth(1).click(); // closes it
    await expect(overlay.getByText('Orange')).toBeHidden();
    await go(page, 'Broadcast');
    await page.getByRole('button', { name: 'Revoke addresses' }).click();
    await expect(page.getByTestId('overlay-scoreboard')).toContainText('Nobody watches');
    expect((await overlay.goto(address))?.status()).toBe(403);
  });
  await served.stop();
  removeFolder(library);
});

/** Mean difference of two screenshots, 0 to 255. */
async function apart(page: Page, a: Buffer, b: Buffer): Promise<number> {
  return await page.evaluate(
    async (shots) => {
      const [one = [], two = []]: ArrayLike<number>[] = await Promise.all(
        shots.map(async (shot) => {
          const image = await createImageBitmap(new Blob([Uint8Array.from(atob(shot), (c) => c.charCodeAt(0))], { type: 'image/png' }));
          const context = new OffscreenCanvas(320, 180).getContext('2d');
          context?.drawImage(image, 0, 0, 320, 180);
          return context?.getImageData(0, 0, 320, 180).data ?? new Uint8ClampedArray();
        }),
      );
      return Array.from(one).reduce((sum, value, i) => sum + Math.abs(value - (two[i] ?? 0)), 0) / one.length;
    },
    [a.toString('base64'), b.toString('base64')],
  );
}

async function alphaOf(page: Page, shot: Buffer): Promise<number> {
  return await page.evaluate(async (shot) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(shot), (c) => c.charCodeAt(0))], { type: 'image/png' }));
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context?.drawImage(image, 0, 0);
    return context?.getImageData(0, 0, 1, 1).data[3] ?? -1;
  }, shot.toString('base64'));
}
