import { describe, expect, it } from 'vitest';
import type { ClockMap } from '../../../shared/session/model.ts';
import { clockAt, clockText, rateWords } from './game-clock.ts';

const map: ClockMap = { id: 'game', kind: 'seconds', t: [1000, 5000, 9000], value: [600, 596, 300], rate: [-0.001, 0, -0.001] };

describe('game clocks', () => {
  it('are piecewise linear', () => {
    expect(clockAt(map, 999)).toBeNull();
    expect(clockAt(map, 1000)).toBe(600);
    expect(clockAt(map, 3500)).toBe(597.5);
    expect(clockAt(map, 8000)).toBe(596); // stands still
    expect(clockAt(map, 10_000)).toBe(299);
    expect(clockAt({ ...map, t: [], value: [], rate: [] }, 0)).toBeNull();
  });

  it("of the game's world say how fast they run", () => {
    const date: ClockMap = { ...map, kind: 'date', rate: [1, 4, 0] };
    expect([500, 1000, 5000, 9000].map((t) => rateWords(date, t))).toEqual(['', '', ' ×4', ' ×0']);
    expect(rateWords(map, 5000)).toBe('');
  });

  it('are written as their format says', () => {
    expect(clockText(258.73, 'seconds', 'countdown')).toBe('04:18.73');
    expect(clockText(-1, 'seconds', 'countdown')).toBe('00:00.00');
    expect(clockText(3661, 'seconds', 'time')).toBe('01:01:01');
    const date = Date.UTC(2035, 2, 14, 5, 32, 40);
    expect(clockText(date, 'date', 'datetime')).toBe('05:32:40, 14 Mar 2035');
    expect(clockText(date, 'utc', 'time')).toBe('05:32:40');
  });
});
