import { expect, test } from 'vitest';
import type { CareerStat } from '../../shared/career.ts';
import { changeOf, statWords } from './stat-words.ts';

const stat = (format: CareerStat['format'], unit = '', higherIsBetter?: boolean): CareerStat => ({
  id: 's',
  label: '',
  short: '',
  unit,
  format,
  about: '',
  group: '',
  ...(higherIsBetter === undefined ? {} : { higherIsBetter }),
});

test('numbers have their digits and their unit', () => {
  const said = [
    statWords(5412, stat('whole')),
    statWords(2.139, stat('decimal')),
    statWords(38.24, stat('decimal', 'm')),
    statWords(1.5, stat('decimal', '/min')),
    statWords(0.2461, stat('share')),
    statWords(345_600_000, stat('duration')),
    statWords(12_340, stat('duration')),
    statWords(null, stat('whole')),
  ];
  expect(said).toEqual(['5,412', '2.14', '38.2\u00a0m', '1.50/min', '24.6\u00a0%', '96\u00a0h', '12.3\u00a0s', '–']);
});

test('a change is said of rates, with its sign and whether it is for the better', () => {
  const change = (stat: CareerStat, value: number | null, before: number | null) => changeOf({ stat, value, before });
  expect(change(stat('decimal', '', true), 2.14, 1.96)).toEqual({ text: '+0.18', better: true });
  expect(change(stat('share', '', false), 0.1, 0.12)).toEqual({ text: '−2.0', better: true });
  expect(change(stat('share'), 0.2, 0.1)).toEqual({ text: '+10.0', better: null });
  for (const none of [
    change(stat('whole', '', true), 10, 5),
    change(stat('decimal'), null, 2),
    change(stat('decimal'), 2, null),
    change(stat('decimal'), 2.001, 2),
  ])
    expect(none).toBeNull();
});
