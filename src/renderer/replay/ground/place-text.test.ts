/** Places typed for a calibration: native coordinates and grid references, and back. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Space } from '../../../shared/session/model.ts';
import { readPlace, writePlace } from './place-text.ts';

const NORTH_UP: Space = { axis: [0, 2, 1], sign: [1, 1, -1], metresPerUnit: 1 };
const INCHES: Space = { axis: [1, 2, 0], sign: [-1, 1, 1], metresPerUnit: 0.0254 };

describe('readPlace', () => {
  it('takes coordinates with a comma and references with a space', () => {
    expect(readPlace(' 4120, 12340.5', NORTH_UP, 'arma')).toEqual([4120, -12340.5]);
    expect(readPlace('041 123', NORTH_UP, 'arma')).toEqual([4100, -12300]);
    expect(readPlace('04120 12340', NORTH_UP, 'arma')).toEqual([4120, -12340]);
  });

  it('takes no half places', () => {
    for (const text of ['', '4120', '41 1234', '4120,', 'a, b', '1, 2, 3', '1e9, 0']) expect(readPlace(text, NORTH_UP, 'arma')).toBeNull();
  });

  it("reads what it writes, in any game's axes", () => {
    const metres = fc.integer({ min: -50_000, max: 50_000 });
    fc.assert(
      fc.property(metres, metres, fc.constantFrom(NORTH_UP, INCHES), (x, z, space) => {
        const [again, south] = readPlace(writePlace([x / 10, z / 10], space), space, 'metres') ?? [Number.NaN, Number.NaN];
        expect(again).toBeCloseTo(x / 10, 1);
        expect(south).toBeCloseTo(z / 10, 1);
      }),
    );
  });
});
