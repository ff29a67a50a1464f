/** Tiles on the graphics card: coarse ones first, larger ones in place of those that are missing, never more than there is room for. */
import { expect, it, vi } from 'vitest';
import { GroundTileStore } from './ground-tile-store.ts';

const PIXELS = 256 * 256 * 4;
const PICTURE = {
  kind: 'tiles',
  version: '',
  name: '',
  count: 1,
  minZoom: 0,
  maxZoom: 7,
  side: 1024,
  north: 1024,
  attribution: '',
} as const;

function store(load: (zoom: number, column: number, row: number) => Promise<Uint8Array | null>) {
  const asked: string[] = [];
  const tiles = new GroundTileStore(
    {
      kind: 'tiles',
      picture: PICTURE,
      load: async (...tile) => {
        asked.push(tile.join('/'));
        return await load(...tile);
      },
    },
    () => undefined,
  );
  const find = (depth: number, column: number, row: number): string => {
    tiles.beginFrame();
    tiles.find(depth, column, row);
    return tiles.layer < 0 ? 'none' : `${tiles.above} above`;
  };
  return { tiles, asked, find };
}

it('shows a larger tile until the right one has come, and asks for one of each zoom on the way', async () => {
  const { asked, find } = store(() => Promise.resolve(new Uint8Array(PIXELS)));
  expect(find(3, 5, 2)).toBe('none');
  for (const [above, tile] of [
    [3, '0/0/0'],
    [2, '1/1/0'],
    [1, '2/2/1'],
    [0, '3/5/2'],
  ] as const) {
    await vi.waitFor(() => expect(find(3, 5, 2)).toBe(`${above} above`));
    expect(asked).toContain(tile);
  }
  await vi.waitFor(() => expect(find(9, 5 << 6, 2 << 6)).toBe('2 above'));
  expect(asked.every((tile) => Number(tile.split('/')[0]) <= PICTURE.maxZoom)).toBe(true);
});

it('does without what there is not, or cannot be read', async () => {
  const { asked, find } = store((zoom) =>
    zoom === 0 ? Promise.resolve(new Uint8Array(PIXELS)) : zoom === 1 ? Promise.resolve(null) : Promise.reject(new Error('broken')),
  );
  find(2, 3, 3);
  await vi.waitFor(() => expect(find(2, 3, 3)).toBe('2 above'));
  await vi.waitFor(() => {
    find(2, 3, 3);
    expect(asked).toEqual(['0/0/0', '1/1/1', '2/3/3']);
  });
  for (let i = 0; i < 20; i++) find(2, 3, 3);
  await Promise.resolve();
  expect(asked).toHaveLength(3);
});

it('keeps what was drawn last when there is no more room', async () => {
  const { find } = store(() => Promise.resolve(new Uint8Array(PIXELS)));
  await vi.waitFor(() => expect(find(0, 0, 0)).toBe('0 above'));
  // More than 128 others, one after another.
  for (let n = 0; n < 150; n++) await vi.waitFor(() => expect(find(7, n, 0)).toBe('0 above'), { interval: 1 });
  expect(find(7, 149, 0)).toBe('0 above');
  expect(find(7, 0, 0)).not.toBe('0 above');
});
