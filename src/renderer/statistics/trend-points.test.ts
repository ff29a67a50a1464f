import { expect, test } from 'vitest';
import { meanOf } from './trend-points.ts';

test('the mean is of four weeks with what there is of them', () => {
  const weeks = [null, 2, 4, null, 6, 8, 10].map((value) => ({ value }));
  expect(meanOf(weeks)).toEqual([null, 2, 3, 3, 4, 6, 8]);
});
