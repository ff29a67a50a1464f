import { describe, expect, it } from 'vitest';
import { ChunkIndex, chunkOfKey } from './chunk-index.ts';
import { wantedPlaces } from './read-ahead.ts';

describe('read-ahead', () => {
  const base = { count: 10, spanMs: 10_000, playing: true, rate: 1 };

  it('takes the chunk of t, then the one that playing reaches next', () => {
    expect(wantedPlaces({ ...base, place: 4 })).toEqual([4, 5]);
    expect(wantedPlaces({ ...base, place: 9 })).toEqual([9]);
  });

  it('backwards still has the seam with the chunk that follows in time', () => {
    expect(wantedPlaces({ ...base, place: 4, rate: -1 })).toEqual([4, 3, 5]);
  });

  it('at rest takes both neighbours, for frames can be stepped either way', () => {
    expect(wantedPlaces({ ...base, place: 4, playing: false })).toEqual([4, 5, 3]);
  });

  it('reaches further the faster it goes, within limits', () => {
    expect(wantedPlaces({ ...base, place: 4, rate: 16 })).toEqual([4, 5, 6, 7]);
    expect(wantedPlaces({ ...base, place: 0, rate: 64, spanMs: 100 })).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('chunk index', () => {
  const index = new ChunkIndex([
    { layer: 1, index: 0, t0: 0, t1: 900, bytes: 1 },
    { layer: 0, index: 1, t0: 500, t1: 900, bytes: 1 },
    { layer: 0, index: 0, t0: 0, t1: 500, bytes: 1 },
  ]);

  it('finds the chunk of a moment, the nearest one outside', () => {
    expect([-5, 0, 499, 500, 5000].map((t) => index.placeAt(0, t))).toEqual([0, 0, 0, 1, 1]);
    expect(chunkOfKey(index.keyAt(0, 1))).toEqual({ layer: 0, index: 1 });
    expect([index.keyAt(0, -1), index.keyAt(0, 2), new ChunkIndex([]).placeAt(0, 0)]).toEqual([-1, -1, -1]);
    expect([index.count(0), index.count(1), index.meanSpan(0), index.startOf(0, 1)]).toEqual([2, 1, 450, 500]);
  });

  it('keeps the key of a chunk when others come, and has a place for what is not stored yet', () => {
    const ref = (layer: 0 | 1, n: number) => ({ layer, index: n, t0: n * 100, t1: n * 100 + 100, bytes: 1 });
    const before = new ChunkIndex([ref(0, 0), ref(1, 0)], [100, 100]);
    const after = new ChunkIndex([ref(0, 0), ref(1, 0), ref(0, 1)], [200, 100]);
    expect(after.keyAt(0, 0)).toBe(before.keyAt(0, 0));
    expect([before.placeAt(0, 99), before.placeAt(0, 100), after.placeAt(0, 100), after.placeAt(0, 900)]).toEqual([0, 1, 1, 2]);
    expect([after.keyAt(0, 2), after.startOf(0, 2), new ChunkIndex([], [0, null]).placeAt(0, 5)]).toEqual([-1, 200, 0]);
  });
});
