import { describe, expect, it } from 'vitest';
import { ChunkCache } from './chunk-cache.ts';

/** Loads that finish when the test says so. */
function bench(maxBytes = 30) {
  const started: number[] = [];
  const aborted: number[] = [];
  const settled: number[] = [];
  const open = new Map<number, { resolve: (value: string) => void; reject: (error: Error) => void }>();
  const cache = new ChunkCache<string>({
    load: (key, signal) =>
      new Promise((resolve, reject) => {
        started.push(key);
        open.set(key, { resolve, reject });
        signal.addEventListener('abort', () => {
          aborted.push(key);
          reject(new Error('aborted'));
        });
      }),
    bytesOf: () => 10,
    maxBytes,
    onSettled: (key) => settled.push(key),
  });
  const flush = async (): Promise<void> => {
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  const finish = async (key: number): Promise<void> => {
    open.get(key)?.resolve(`chunk ${key}`);
    await flush();
  };
  const fail = async (key: number): Promise<void> => {
    open.get(key)?.reject(new Error('broken'));
    await flush();
  };
  return { cache, started, aborted, settled, finish, fail };
}

const never = new AbortController().signal;

describe('chunk cache', () => {
  it('loads the most wanted first and alone, then the others', async () => {
    const { cache, started, settled, finish } = bench();
    cache.want([5, 6, 7]);
    expect(started).toEqual([5]);
    await finish(5);
    expect(started).toEqual([5, 6, 7]);
    expect(settled).toEqual([5]);
    expect(cache.get(5)).toBe('chunk 5');
    expect(cache.get(6)).toBeUndefined();
  });

  it('loads each chunk once, whoever asks', async () => {
    const { cache, started, finish } = bench();
    cache.want([1]);
    const a = cache.fetch(1, never);
    const b = cache.fetch(1, never);
    expect(started).toEqual([1]);
    await finish(1);
    expect(await a).toBe('chunk 1');
    expect(await b).toBe('chunk 1');
    expect(await cache.fetch(1, never)).toBe('chunk 1');
    expect(started).toEqual([1]);
  });

  it('aborts what is wanted no more, and makes room for what is', async () => {
    const { cache, started, aborted } = bench();
    cache.want([1, 2]);
    cache.want([8]);
    expect(aborted).toEqual([1]);
    expect(started).toEqual([1, 8]);
    await Promise.resolve();
    expect(cache.failed(1)).toBe(false);
  });

  it('goes on with what is still wanted', () => {
    const { cache, started, aborted } = bench();
    cache.want([1, 2]);
    cache.want([1, 3]);
    expect(aborted).toEqual([]);
    expect(started).toEqual([1]);
  });

  it('keeps a load that somebody waits for, and drops it with the last of them', async () => {
    const { cache, aborted } = bench();
    const first = new AbortController();
    const second = new AbortController();
    const a = cache.fetch(4, first.signal).catch(() => 'cancelled');
    const b = cache.fetch(4, second.signal).catch(() => 'cancelled');
    cache.want([9]);
    expect(aborted).toEqual([]);
    first.abort();
    expect(aborted).toEqual([]);
    second.abort();
    expect(aborted).toEqual([4]);
    expect(await a).toBe('cancelled');
    expect(await b).toBe('cancelled');
  });

  it('drops the least recently used beyond its budget', async () => {
    const { cache, finish } = bench(30);
    for (const key of [1, 2, 3]) {
      cache.want([key]);
      await finish(key);
    }
    expect(cache.bytes).toBe(30);
    cache.get(1); // 2 is now the oldest
    cache.want([4]);
    await finish(4);
    expect(cache.bytes).toBe(30);
    expect([1, 2, 3, 4].map((key) => cache.has(key))).toEqual([true, false, true, true]);
  });

  it('never drops what is wanted, even over budget', async () => {
    const { cache, finish } = bench(10);
    cache.want([1, 2, 3]);
    await finish(1);
    await finish(2);
    await finish(3);
    expect([1, 2, 3].map((key) => cache.has(key))).toEqual([true, true, true]);
    cache.want([4]);
    await finish(4);
    expect(cache.bytes).toBe(10);
  });

  it('remembers a failure until the chunk is wanted anew', async () => {
    const { cache, started, settled, fail, finish } = bench();
    cache.want([1, 2]);
    await fail(1);
    expect(cache.failed(1)).toBe(true);
    expect(settled).toEqual([1]);
    expect(started).toEqual([1, 2]);
    cache.want([1]);
    expect(cache.failed(1)).toBe(false);
    await finish(1);
    expect(cache.get(1)).toBe('chunk 1');
  });

  it('starts nothing after it was disposed', async () => {
    const { cache, started, aborted, finish } = bench();
    cache.want([1, 2]);
    cache.dispose();
    expect(aborted).toEqual([1]);
    await finish(1);
    cache.want([3]);
    expect(started).toEqual([1]);
    expect(cache.bytes).toBe(0);
  });
});
