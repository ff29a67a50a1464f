import { expect, test } from 'vitest';
import { sortRows } from './sort-rows.ts';

test('what is unknown stands last in either order, and equal rows keep theirs', () => {
  const rows = (
    [
      ['a', 2],
      ['b', null],
      ['c', 5],
      ['d', 2],
    ] as const
  ).map(([key, value]) => ({ key, values: [0, value] }));
  const keys = (order: 'ascending' | 'descending') =>
    sortRows(rows, { column: 1, order })
      .map(({ key }) => key)
      .join('');
  expect([keys('descending'), keys('ascending')]).toEqual(['cadb', 'adcb']);
});
