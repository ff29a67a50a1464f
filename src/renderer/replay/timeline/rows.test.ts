import { describe, expect, it } from 'vitest';
import { timeline } from '../../words/en/timeline.ts';
import type { Lane } from './lanes.ts';
import { layoutRows, rowAt, rowsHeight } from './rows.ts';

function lane(id: string): Lane {
  return {
    id,
    label: id,
    team: null,
    mark: 'bar',
    seqs: new Int32Array(1),
    t: new Int32Array(1),
    ends: null,
    teams: new Int8Array(1),
    importance: new Uint8Array(1),
  };
}
const source = {
  lanes: ['a', 'b', 'c', 'd', 'e'].map(lane),
  hasChapters: true,
  hasComments: false,
  graph: 'Score difference',
  labels: timeline.rows,
};
const kinds = (height: number): string =>
  layoutRows(source, height)
    .map((row) => row.kind)
    .join(' ');

describe('rows', () => {
  it('fill the height as on the desk', () => {
    const rows = layoutRows(source, 208);
    expect(rows.map((row) => row.kind)).toEqual(['chapters', 'ruler', 'lane', 'lane', 'lane', 'lane', 'lane', 'graph', 'strip']);
    expect(rows.filter((row) => row.kind === 'lane').map((row) => row.height)).toEqual([22, 22, 22, 22, 22]);
    expect(rowsHeight(rows)).toBe(208);
  });

  it('lose the graph first, then the chapters', () => {
    expect(kinds(150)).toBe('chapters ruler lane lane lane lane lane strip');
    expect(kinds(130)).toBe('ruler lane lane lane lane lane strip');
  });

  it('keep lanes at 16 px and overflow when there is no room', () => {
    const rows = layoutRows(source, 60);
    expect(rows.filter((row) => row.kind === 'lane').map((row) => row.height)).toEqual([16, 16, 16, 16, 16]);
    expect(rowsHeight(rows)).toBeGreaterThan(60);
  });

  it('leave no holes', () => {
    for (let height = 40; height < 600; height += 7) {
      const rows = layoutRows(source, height);
      let y = 0;
      for (const row of rows) {
        expect(row.y).toBe(y);
        y += row.height;
      }
      expect(rowAt(rows, y - 1)?.kind).toBe('strip');
      expect(rowAt(rows, y)).toBeNull();
    }
  });
});
