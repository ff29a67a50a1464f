import { describe, expect, it } from 'vitest';
import { gridReference, metres, roundLength, visibleStep } from './grid-reference.ts';

describe('gridReference', () => {
  it('counts squares east and north, three digits each at 100 m', () => {
    // Session z points south.
    expect(gridReference(4150, -12_410, 100)).toBe('041 124');
    expect(gridReference(0, 0, 100)).toBe('000 000');
    expect(gridReference(14_399.9, -18_000, 1000)).toBe('14 18');
    expect(gridReference(4150, -12_410, 10)).toBe('0415 1241');
    expect(gridReference(14_150, -12_410, 10_000)).toBe('1 1');
  });
  it('keeps a corner in its own square in spite of rounding', () => {
    expect(gridReference(Math.fround(4100) - 0.0001, -12_100, 100)).toBe('041 121');
  });
  it('marks what lies off the map', () => {
    expect(gridReference(-50, 50, 100)).toBe('-001 -001');
  });
});

describe('lengths', () => {
  it('are written in metres and kilometres', () => {
    expect([metres(0), metres(50), metres(1500), metres(-20)]).toEqual(['0\u00A0m', '50\u00A0m', '1.5\u00A0km', '-20\u00A0m']);
  });
  it('round down to 1, 2 or 5', () => {
    expect([0.7, 1, 3, 4.9, 5, 99, 100, 260].map(roundLength)).toEqual([0.5, 1, 2, 2, 5, 50, 100, 200]);
  });
});

describe('visibleStep', () => {
  it('is the finest that is still wide enough', () => {
    expect(visibleStep([10_000, 1000, 100], 0.5, 80)).toBe(100);
    expect(visibleStep([10_000, 1000, 100], 2, 80)).toBe(1000);
    expect(visibleStep([10_000, 1000, 100], 500, 80)).toBe(10_000);
    expect(visibleStep([], 1, 80)).toBe(0);
  });
});
