import { describe, expect, it } from 'vitest';
import { markAt } from './goal-marks.ts';

describe('where a goal went in', () => {
  const goals = [-36, 36].map((z) => ({ centre: [0, 0, z], radius: 1.5, axis: 'z', colour: 'line', role: 'goal' }) as const);
  it('lies in the plane of the nearest goal and within its ring', () => {
    expect(markAt(goals, 0.4, -0.3, -36.4)).toEqual({ at: [0.4, -0.3, -36], goal: goals[0] });
    const wide = markAt(goals, 0, 4, 33)?.at ?? [0, 0, 0];
    expect(wide[1]).toBeGreaterThan(0.5);
    expect(wide[1]).toBeLessThan(1.5);
    expect(wide[2]).toBe(36);
  });
  it('is unknown when the disc is elsewhere already', () => {
    expect(markAt(goals, 0, 0, 0)).toBeNull();
    expect(markAt(goals, Number.NaN, 0, 36)).toBeNull();
  });
});
