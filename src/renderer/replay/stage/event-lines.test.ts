import { describe, expect, it } from 'vitest';
import { eventCode, type EventType } from '../../../shared/session/event-types.ts';
import type { EventTable } from '../playback/types.ts';
import { EventLines, KILL_MS, LABEL_MS, LINE_KILL, LINE_SHOT, SHOT_MS } from './event-lines.ts';

interface Row {
  readonly t: number;
  readonly type: EventType;
  readonly actor?: number;
  readonly target?: number;
  readonly from?: readonly [number, number, number];
  readonly to?: readonly [number, number, number];
}

function table(rows: readonly Row[]): EventTable {
  const count = rows.length;
  const position = new Float32Array(count * 3).fill(Number.NaN);
  const targetPosition = new Float32Array(count * 3).fill(Number.NaN);
  for (const [i, { from, to }] of rows.entries()) {
    if (from !== undefined) position.set(from, i * 3);
    if (to !== undefined) targetPosition.set(to, i * 3);
  }
  return {
    count,
    t: Int32Array.from(rows, (row) => row.t),
    type: Uint8Array.from(rows, (row) => eventCode(row.type)),
    nativeType: new Int32Array(count),
    actor: Int32Array.from(rows, (row) => row.actor ?? 0),
    target: Int32Array.from(rows, (row) => row.target ?? 0),
    weapon: new Int32Array(count),
    frame: new Int32Array(count),
    position,
    targetPosition,
  };
}

const place = Float32Array.from([0, 0, 0, 10, 1, 10, 20, 2, 20]);
const exists = Uint8Array.from([1, 1, 1]);

function shown(rows: readonly Row[], t: number): { kind: number; ends: number[] }[] {
  const lines = new EventLines(table(rows));
  lines.gather(t, place, exists);
  return Array.from({ length: lines.count }, (_, n) => ({
    kind: lines.kind[n] ?? 0,
    ends: Array.from(lines.ends.subarray(n * 6, n * 6 + 6)),
  }));
}

describe('EventLines', () => {
  it('shows a shot from where it was fired, and only for a moment', () => {
    const rows: Row[] = [{ t: 1000, type: 'shot', actor: 1, from: [1, 2, 3], to: [4, 5, 6] }];
    expect(shown(rows, 999)).toEqual([]);
    expect(shown(rows, 1000)).toEqual([{ kind: LINE_SHOT, ends: [1, 2, 3, 4, 5, 6] }]);
    expect(shown(rows, 1000 + SHOT_MS)).toHaveLength(1);
    expect(shown(rows, 1001 + SHOT_MS)).toEqual([]);
  });
  it('ties a kill to those whom it is about', () => {
    const rows: Row[] = [{ t: 0, type: 'kill', actor: 1, target: 2, from: [99, 99, 99] }];
    expect(shown(rows, KILL_MS)).toEqual([{ kind: LINE_KILL, ends: [10, 1, 10, 20, 2, 20] }]);
    expect(shown(rows, KILL_MS + 1)).toEqual([]);
  });
  it('draws no line to oneself, from nobody, or to an unknown place', () => {
    expect(shown([{ t: 0, type: 'kill', actor: 1, target: 1 }], 0)).toEqual([]);
    expect(shown([{ t: 0, type: 'kill', target: 2 }], 0)).toEqual([]);
    expect(shown([{ t: 0, type: 'shot', actor: 1 }], 0)).toEqual([]);
  });
  it('fills a height that the recording lacks from the other end', () => {
    expect(shown([{ t: 0, type: 'shot', actor: 1, to: [4, Number.NaN, 6] }], 0)[0]?.ends).toEqual([10, 1, 10, 4, 1, 6]);
  });
  it('knows the latest important event and goal', () => {
    const lines = new EventLines(
      table([
        { t: 0, type: 'goal', actor: 1 },
        { t: 500, type: 'kill', actor: 1, target: 2 },
      ]),
    );
    lines.gather(600, place, exists);
    expect([lines.goal, lines.latest]).toEqual([0, 1]);
    lines.gather(LABEL_MS + 1, place, exists);
    expect([lines.goal, lines.latest]).toEqual([-1, -1]);
    lines.gather(100, place, exists);
    expect([lines.goal, lines.latest]).toEqual([0, 0]);
  });
});
