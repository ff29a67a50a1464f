import { expect, test } from 'vitest';
import type { CareerStat } from '../../shared/career.ts';
import { csvOf } from './export-view.ts';

const stat = (label: string, format: CareerStat['format'], unit = ''): CareerStat => ({
  id: label,
  label,
  short: label,
  unit,
  format,
  about: '',
  group: '',
});
const table = {
  title: 'Players',
  rowLabels: ['Rank', 'Player'],
  columns: [stat('Kills', 'whole'), stat('Distance', 'decimal', 'm'), stat('Time', 'duration')],
  rows: [
    { labels: ['1', 'Old "Dog", retired'], values: [12, 3.25, 60_000] },
    { labels: ['2', '=HYPERLINK("x")'], values: [-3, null, 0] },
  ],
};

test('a table is what spreadsheets read, and no name is a formula', () => {
  expect(csvOf([table])).toBe(
    'Rank,Player,Kills,Distance (m),Time (ms)\r\n1,"Old ""Dog"", retired",12,3.25,60000\r\n2,"\'=HYPERLINK(""x"")",-3,,0\r\n',
  );
});

test('several tables have titles', () => {
  expect(csvOf([table, { ...table, title: 'More', rows: [] }])).toMatch(/^Players\r\n[^]*\r\n\r\nMore\r\nRank,Player/);
});
