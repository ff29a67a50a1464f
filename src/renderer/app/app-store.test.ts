/** The address and the place that is shown, with the browser's own history: it moves at once and tells a little later. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const REPLAY = '00000000-0000-4000-8000-000000000001';

class Browser extends EventTarget {
  readonly #entries = ['#/settings'];
  #at = 0;

  readonly location = Object.defineProperty({ search: '' }, 'hash', { get: () => this.#entries[this.#at] });
  readonly history = {
    pushState: (_state: null, _title: string, hash: string): void => void (this.#entries[++this.#at] = hash),
    replaceState: (_state: null, _title: string, hash: string): void => void (this.#entries[this.#at] = hash),
  };

  back(): void {
    this.#at--;
  }
}

let browser = new Browser();

beforeEach(() => {
  browser = new Browser();
  vi.resetModules();
  vi.stubGlobal('window', browser);
  vi.stubGlobal('location', browser.location);
  vi.stubGlobal('history', browser.history);
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
});
afterEach(() => vi.unstubAllGlobals());

test('one step back leaves a replay whose clock runs', async () => {
  const { appStore, describeTab, followAddress, openReplay } = await import('./app-store.ts');
  const stop = followAddress();
  openReplay(REPLAY);
  describeTab(REPLAY, { moment: { t: 1000, follow: null } });
  expect(browser.location).toHaveProperty('hash', expect.stringContaining(`#/replay/${REPLAY}`));
  browser.back();
  describeTab(REPLAY, { moment: { t: 2000, follow: null } }); // before anybody is told
  browser.dispatchEvent(new Event('hashchange'));
  expect(appStore.getState().route.place).toBe('settings');
  expect(browser.location).toHaveProperty('hash', '#/settings');
  stop();
});
