import { describe, expect, it } from 'vitest';
import { RateMeter } from './rate-meter.ts';

describe('RateMeter', () => {
  it('says nothing before it knows', () => {
    const meter = new RateMeter();
    expect(meter.measure(0, 1000, 0)).toEqual({ rate: null, left: null });
    expect(meter.measure(100, 1000, 100)).toEqual({ rate: null, left: null });
  });

  it('gives bytes a second and the time left', () => {
    const meter = new RateMeter();
    meter.measure(0, 1000, 0);
    expect(meter.measure(500, 1000, 1000)).toEqual({ rate: 500, left: 1000 });
    expect(meter.measure(1000, 1000, 2000)).toEqual({ rate: 500, left: 0 });
  });

  it('follows a change slowly and starts over when the count does', () => {
    const meter = new RateMeter();
    meter.measure(0, 10_000, 0);
    meter.measure(1000, 10_000, 1000);
    const faster = meter.measure(5000, 10_000, 2000).rate ?? 0;
    expect(faster).toBeGreaterThan(1000);
    expect(faster).toBeLessThan(4000);
    expect(meter.measure(0, 10_000, 3000)).toEqual({ rate: null, left: null });
  });

  it('has no time left to tell while nothing moves', () => {
    const meter = new RateMeter();
    meter.measure(10, 100, 0);
    expect(meter.measure(10, 100, 1000)).toEqual({ rate: 0, left: null });
  });
});
