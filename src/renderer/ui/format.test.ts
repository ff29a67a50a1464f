import { describe, expect, it } from 'vitest';
import { DASH, formatBytes, formatClock, formatCount, formatCountOf, formatMetres, formatPercent, formatWhen } from './format.ts';

describe('format', () => {
  it('writes clocks', () => {
    expect(formatClock(2_832_400)).toBe('47:12');
    expect(formatClock(3_731_000)).toBe('1:02:11');
    expect(formatClock(2_832_400, 8_493_000)).toBe('0:47:12.4');
    expect(formatClock(12_490, 600_000)).toBe('0:12.4');
    expect(formatClock(-1500)).toBe('-0:01');
    expect(formatClock(Number.NaN)).toBe(DASH);
  });

  it('writes counts, metres, shares and sizes with fixed spaces', () => {
    expect(formatCount(1284)).toBe('1,284');
    expect(formatCountOf(1, 'player', 'players')).toBe('1\u00a0player');
    expect(formatCountOf(0, 'player', 'players')).toBe('0\u00a0players');
    expect(formatMetres(101.4)).toBe('101\u00a0m');
    expect(formatMetres(3.44)).toBe('3.4\u00a0m');
    expect(formatPercent(0.999)).toBe('99\u00a0%');
    expect(formatPercent(1)).toBe('100\u00a0%');
    expect(formatBytes(0)).toBe('0\u00a0B');
    expect(formatBytes(999)).toBe('999\u00a0B');
    expect(formatBytes(3_140_000)).toBe('3.1\u00a0MB');
    expect(formatBytes(41_200_000_000)).toBe('41\u00a0GB');
  });

  it('writes dates as one speaks of them', () => {
    const now = new Date(2025, 10, 19, 21, 0).getTime();
    const iso = (...parts: [number, number, number, number, number]): string => new Date(...parts).toISOString();
    expect(formatWhen(iso(2025, 10, 19, 19, 40), now)).toBe('Today 19:40');
    expect(formatWhen(iso(2025, 10, 18, 23, 59), now)).toBe('Yesterday');
    expect(formatWhen(iso(2025, 10, 17, 12, 0), now)).toBe('17 Nov');
    expect(formatWhen(iso(2024, 2, 3, 12, 0), now)).toBe('3 Mar 2024');
    expect(formatWhen(null, now)).toBe(DASH);
    expect(formatWhen('no date', now)).toBe(DASH);
  });
});
