import { describe, expect, it } from 'vitest';
import type { Chunk, Column } from '../../../shared/session/chunk.ts';
import type { SessionInfo } from '../../../shared/session/model.ts';
import { TrailReader } from './trail.ts';

const info = {
  channels: [
    { id: 0, name: 'segment', type: 'int', width: 1, layer: 0, unit: '' },
    { id: 1, name: 'position', type: 'number', width: 3, layer: 0, unit: 'm' },
  ],
  framePeriodMs: 10,
  maxInterpolateMs: 10,
  // As in ArmA: native z is up, native y is Session -Z.
  space: { axis: [0, 2, 1], sign: [1, 1, -1], metresPerUnit: 2 },
} as unknown as SessionInfo;

/** Entity 7: segment changes and positions [t, x, y, z]. */
function chunk(
  t0: number,
  t1: number,
  segments: readonly (readonly [number, number])[],
  points: readonly (readonly [number, number, number, number])[],
): Chunk {
  const segment: Column = {
    channel: 0,
    width: 1,
    entities: Int32Array.of(7),
    starts: Int32Array.of(0, segments.length),
    times: Int32Array.from(segments, ([t]) => t),
    values: Int32Array.from(segments, ([, value]) => value),
  };
  const position: Column = {
    channel: 1,
    width: 3,
    entities: Int32Array.of(3, 7),
    starts: Int32Array.of(0, 1, 1 + points.length),
    times: Int32Array.from([0, ...points.map(([t]) => t)]),
    values: Float64Array.from([99, 99, 99, ...points.flatMap(([, x, y, z]) => [x, y, z])]),
  };
  return { t0, t1, columns: [segment, position] };
}

const chunks = [
  chunk(
    0,
    100,
    [[10, 1]],
    [
      [10, 1, 0, 0],
      [50, 2, 0, 0],
      [90, 3, 1, 5],
    ],
  ),
  chunk(
    100,
    200,
    [
      [10, 1],
      [160, 2],
    ],
    [
      [90, 3, 1, 5],
      [120, 4, 0, 0],
      [150, 5, 0, 0],
      [160, 50, 0, 0],
      [180, 51, 0, 0],
    ],
  ),
];

function trail(from: number, to: number, capacity = 20, entity = 7): number[][] {
  const reader = new TrailReader(info);
  const out = new Float32Array(capacity * 3);
  reader.begin(entity, from, to, out);
  for (let place = to >= 100 ? 2 : 1; place >= 0; place--) {
    const next = chunks[place];
    if (next !== undefined && reader.readBack(next)) break;
  }
  const count = reader.finish();
  return Array.from({ length: count }, (_, i) => [...out.subarray(i * 3, i * 3 + 3)]);
}
const xs = (points: number[][]): number[] => points.map(([x]) => x as number);

describe('trail', () => {
  it('comes oldest first, over the edge of chunks, each point once', () => {
    expect(xs(trail(0, 150))).toEqual([2, 4, 6, 8, 10]);
  });

  it('has both ends, standing until the frame before a move', () => {
    expect(xs(trail(100, 155))).toEqual([6, 8, 10, 10]);
    expect(xs(trail(130, 155))).toEqual([8, 10, 10]);
    expect(xs(trail(147, 155))).toEqual([9.4, 10, 10].map(Math.fround));
    expect(xs(trail(60, 85))).toEqual([4, 5]); // half of the move from 80 to 90
    expect(xs(trail(95, 115))).toEqual([6, 7]); // over the seam: from 110 to 120
    expect(xs(trail(130, 140))).toEqual([8, 8]);
  });

  it('never crosses a gap', () => {
    expect(xs(trail(0, 180))).toEqual([100, 102]);
    expect(xs(trail(0, 165))).toEqual([100, 100]);
    expect(xs(trail(140, 159))).toEqual([8, 10, 10]);
  });

  it('is empty before the entity exists, and for one that never did', () => {
    expect(trail(0, 5)).toEqual([]);
    expect(trail(0, 155, 20, 8)).toEqual([]);
  });

  it('is in Session metres', () => {
    expect(trail(60, 90)).toEqual([
      [4, 0, -0],
      [6, 10, -2],
    ]);
  });

  it('keeps the newest when there is no room for all', () => {
    expect(xs(trail(0, 150, 2))).toEqual([8, 10]);
  });
});
