/** Exports one after the other: order, end, and what is shown of those that take long. */
import { expect, test, vi } from 'vitest';
import { exportEach, exportStore } from './exports.ts';

const three = [{ title: 'a' }, { title: 'b' }, { title: 'c' }];

test('each in turn, and nothing is shown of what is quick', async () => {
  const seen: number[] = [];
  const done = await exportEach(three, ({ title }) => {
    seen.push(exportStore.getState().items.length);
    return Promise.resolve(title);
  });
  expect(done).toEqual(['a', 'b', 'c']);
  expect(seen).toEqual([0, 0, 0]);
});

test('what takes over a second is shown, can be stopped, and is gone at its end', async () => {
  vi.useFakeTimers();
  const waiting: (() => void)[] = [];
  const all = exportEach(three, async ({ title }) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return title;
  });
  await vi.advanceTimersByTimeAsync(1001);
  expect(exportStore.getState().items).toMatchObject([{ title: 'a', done: 0, all: 3 }]);
  waiting.shift()?.();
  await vi.advanceTimersByTimeAsync(1);
  expect(exportStore.getState().items).toMatchObject([{ title: 'b', done: 1, all: 3 }]);
  exportStore.getState().items[0]?.cancel();
  waiting.shift()?.();
  expect(await all).toEqual(['a', 'b']);
  expect(exportStore.getState().items).toEqual([]);
  vi.useRealTimers();
});

test('what fails is thrown, and nothing of it stays', async () => {
  await expect(exportEach(three, () => Promise.reject(new Error('full')))).rejects.toThrow('full');
  expect(exportStore.getState().items).toEqual([]);
});
