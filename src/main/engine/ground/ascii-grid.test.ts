/** Height maps: every grid comes back, larger ones as means, and whatever else is in the file is refused with one sentence. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHeights, encodeHeights, type HeightGrid } from '../../../shared/height-grid.ts';
import { RefusedInput } from '../game-adapter.ts';
import { zstd } from '../zstd.ts';
import { readAsciiGrid } from './ascii-grid.ts';

const encoder = new TextEncoder();

async function read(text: string, most?: number, cut = 7): Promise<HeightGrid> {
  async function* parts(): AsyncGenerator<Uint8Array> {
    const bytes = encoder.encode(text);
    for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut);
  }
  return await readAsciiGrid(parts(), () => undefined, most);
}

function write(
  columns: number,
  rows: number,
  heights: readonly (number | string)[],
  head = 'xllcorner 0\nyllcorner 0\ncellsize 10',
): string {
  const lines = Array.from({ length: rows }, (_, row) => heights.slice(row * columns, (row + 1) * columns).join(' '));
  return `ncols ${columns}\nnrows ${rows}\n${head}\nNODATA_value -9999\n${lines.join('\n')}\n`;
}

const grids = fc.record({ columns: fc.integer({ min: 2, max: 9 }), rows: fc.integer({ min: 2, max: 9 }) }).chain(({ columns, rows }) =>
  fc.record({
    columns: fc.constant(columns),
    rows: fc.constant(rows),
    heights: fc.array(fc.integer({ min: -300_000, max: 900_000 }), { minLength: columns * rows, maxLength: columns * rows }),
  }),
);

describe('readAsciiGrid', () => {
  it('reads any grid in any pieces, rows from the north', async () => {
    await fc.assert(
      fc.asyncProperty(grids, fc.integer({ min: 1, max: 40 }), async ({ columns, rows, heights }, cut) => {
        const metres = heights.map((height) => height / 100);
        const grid = await read(write(columns, rows, metres), undefined, cut);
        expect([grid.columns, grid.rows, grid.cell, grid.x, grid.z]).toEqual([columns, rows, 10, 5, -rows * 10 + 5]);
        for (const [i, height] of metres.entries()) expect(grid.heights[i]).toBeCloseTo(height, 2);
      }),
    );
  });

  it('comes back from how it is stored', async () => {
    await fc.assert(
      fc.asyncProperty(grids, async ({ columns, rows, heights }) => {
        const grid = await read(
          write(
            columns,
            rows,
            heights.map((height, i) => (i % 5 === 3 ? -9999 : height / 100)),
          ),
        );
        const again = decodeHeights(encodeHeights(grid, zstd), zstd);
        expect({ ...again, heights: 0 }).toEqual({ ...grid, heights: 0 });
        const isSame = grid.heights.every((height, i) => {
          const other = again.heights[i] as number;
          return Number.isNaN(height) ? Number.isNaN(other) : Math.abs(other - height) < 0.15;
        });
        expect(isSame).toBe(true);
      }),
    );
  });

  it('keeps the means of squares when there are more than fit', async () => {
    const grid = await read(write(5, 4, [1, 3, 10, 10, 7, 5, 7, 10, 10, 9, 2, 2, -9999, 4, 5, 2, 2, -9999, 8, 5]), 3);
    expect([grid.columns, grid.rows, grid.cell, grid.x, grid.z]).toEqual([3, 2, 20, 10, -30]);
    expect([...grid.heights]).toEqual([4, 10, 8, 2, 6, 5]);
  });

  it("takes a map tool's place on the globe as the world's own corner", async () => {
    const grid = await read(write(2, 2, [1, 2, 3, 4], 'xllcorner 200000\nyllcorner 0\ncellsize 4'));
    expect([grid.x, grid.z]).toEqual([2, -6]);
  });

  it('knows centres, exponents and capitals', async () => {
    const grid = await read('NCOLS 2\r\nNROWS 2\r\nXLLCENTER 5\r\nYLLCENTER 5\r\nCELLSIZE 10\r\n1e2 -.5\r\n+2.25 3.');
    expect([grid.x, grid.z, ...grid.heights]).toEqual([5, -15, 100, -0.5, 2.25, 3]);
  });

  it.each([
    ['nothing', ''],
    ['a picture', '\u0089PNG\r\n\u001a\n'],
    ['one long word', 'x'.repeat(1000)],
    ['a cut file', write(3, 3, [1, 2, 3, 4, 5])],
    ['more than it says', `${write(2, 2, [1, 2, 3, 4])}5`],
    ['words among heights', write(2, 2, [1, 'high', 3, 4])],
    ['no numbers at all', write(2, 2, ['NaN', 'NaN', 'NaN', 'NaN'])],
    ['infinite heights', write(2, 2, [1, 'Infinity', 3, 4])],
    ['impossible heights', write(2, 2, [1, 1e9, 3, 4])],
    ['one row', 'ncols 2\nnrows 1\ncellsize 1\n1 2'],
    ['an endless grid', 'ncols 1000000000\nnrows 1000000000\ncellsize 1\n1'],
    ['a negative grid', 'ncols -5\nnrows -5\ncellsize 1\n1'],
    ['no cell size', 'ncols 2\nnrows 2\n1 2 3 4'],
    ['no size', 'cellsize 2\n1 2 3 4'],
  ])('refuses %s with a sentence', async (_what, text) => {
    await expect(read(text)).rejects.toThrow(RefusedInput);
  });

  it('refuses or reads whatever bytes come', async () => {
    const good = encoder.encode(write(4, 4, [...Array(16).keys()]));
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const damaged = good.slice();
        damaged[at] = byte;
        async function* one(): AsyncGenerator<Uint8Array> {
          yield damaged;
        }
        const result = await readAsciiGrid(one()).catch((error: unknown) => error);
        expect(result instanceof RefusedInput || (typeof result === 'object' && result !== null && 'heights' in result)).toBe(true);
      }),
    );
  });
});
