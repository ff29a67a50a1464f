import { describe, expect, it } from 'vitest';
import { PROFILES } from '../../../../shared/games/profiles.ts';
import type { MomentsSection, Statistics, TableSection } from '../../../../shared/statistics.ts';
import type { LoadedSession } from '../../playback/types.ts';
import { gridOf, sortedRows, type Grid } from './grid-model.ts';

const profile = PROFILES['echovr'];
if (profile === undefined) throw new Error('a profile is gone');
const session = {
  profile,
  entities: [{ id: 0 }, { id: 1, name: 'Anna', team: 'blue' }, { id: 2, name: '', className: 'bot', nativeId: '7', team: 'orange' }],
} as unknown as LoadedSession;

const moments: MomentsSection = {
  kind: 'moments',
  id: 'throws',
  title: 'Throws',
  about: '',
  actorLabel: 'By',
  targetLabel: null,
  t: Int32Array.of(1000, 65_000, 70_000),
  actor: Int32Array.of(1, 2, 0),
  target: Int32Array.of(0, 0, 0),
  position: Float64Array.of(1, 2, 3, Number.NaN, Number.NaN, Number.NaN, 4, Number.NaN, 6),
  columns: [
    { kind: 'number', id: 'speed', label: 'Speed', unit: 'm/s', format: 'decimal', values: Float64Array.of(12.34, Number.NaN, 20) },
    { kind: 'text', id: 'team', label: 'Team', values: Int32Array.of(1, 2, 0) },
  ],
};
const count = { unit: '', format: 'whole', reads: 'step', start: 0 } as const;
const table: TableSection = {
  kind: 'table',
  id: 'pings',
  title: 'Ping',
  about: '',
  rowLabel: 'Player',
  columns: [
    { ...count, id: 'sum', label: '', hidden: true },
    { ...count, id: 'highest', label: 'Highest', start: null, higherIsBetter: false },
  ],
  rows: [
    { kind: 'entity', entity: 1 },
    { kind: 'entity', entity: 2 },
    { kind: 'team', team: 'orange' },
  ],
  starts: Int32Array.of(0, 0, 2, 2, 3, 3, 3),
  t: Int32Array.of(10, 30, 20),
  value: Float64Array.of(50, 90, 70),
};
const statistics: Statistics = { durationMs: 80_000, words: ['', 'blue', 'level'], sections: [table, moments] };

function words(grid: Grid, row: number, t: number): string[] {
  return grid.columns.map((column) => column.words(column.value(row, t)));
}
const column = (grid: Grid, id: string): Grid['columns'][number] => {
  const found = grid.columns.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no column ${id}`);
  return found;
};

describe('a grid of moments', () => {
  const grid = gridOf(moments, statistics, session);

  it('says who, when and what; unknown is a dash', () => {
    expect(words(grid, 0, 0)).toEqual(['0:01', 'Anna', '12.3', 'Blue']);
    expect(words(grid, 1, 0)).toEqual(['1:05', 'bot', '–', 'level']);
    expect(grid.columns.map(({ label }) => label)).toEqual(['Time', 'By', 'Speed, m/s', 'Team']);
  });

  it('has at t what was before, and all in total', () => {
    expect([0, 1000, 69_999, Number.POSITIVE_INFINITY].map((t) => grid.rowsAt(t))).toEqual([0, 1, 2, 3]);
  });

  it('sorts with the unknown last, either way', () => {
    expect(sortedRows(grid, column(grid, 'speed'), 'descending', Number.POSITIVE_INFINITY)).toEqual([2, 0, 1]);
    expect(sortedRows(grid, column(grid, 'speed'), 'ascending', Number.POSITIVE_INFINITY)).toEqual([0, 2, 1]);
  });

  it('leads to the moment, its place and who did it', () => {
    expect(grid.link(0)).toEqual({ t: 1000, entity: 1, place: [1, 2, 3] });
    expect(grid.link(1)).toEqual({ t: 65_000, entity: 2, place: null });
    expect(grid.link(2)).toEqual({ t: 70_000, entity: 0, place: [4, 0, 6] });
  });
});

describe('a grid of a table', () => {
  const grid = gridOf(table, statistics, session);

  it('leaves out what only divides, and starts with the better end', () => {
    expect(grid.columns.map(({ id }) => id)).toEqual(['subject', 'highest']);
    expect(column(grid, 'highest').firstOrder).toBe('ascending');
  });

  it('sorts by the values at t', () => {
    const highest = column(grid, 'highest');
    expect(sortedRows(grid, highest, 'descending', 25)).toEqual([1, 0, 2]);
    expect(sortedRows(grid, highest, 'descending', Number.POSITIVE_INFINITY)).toEqual([0, 1, 2]);
    expect(words(grid, 2, 25)).toEqual(['Orange', '–']);
  });

  it('leads to players, and nowhere from a team', () => {
    expect([grid.link(0), grid.link(2)]).toEqual([{ t: null, entity: 1, place: null }, null]);
  });
});
