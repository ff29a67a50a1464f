/** Whose heights tell of the ground: people on their own feet, in Session metres. */
import { describe, expect, it } from 'vitest';
import type { Chunk, Column } from '../../../shared/session/chunk.ts';
import { LIFE } from '../../../shared/session/model.ts';
import { addWalkers, type WalkerSubject } from './walkers.ts';

const SUBJECT: WalkerSubject = {
  space: { axis: [0, 2, 1], sign: [1, 1, -1], metresPerUnit: 1 },
  people: Int32Array.of(1, 2, 3),
  position: 0,
  parent: 1,
  life: 2,
};

function column(channel: number, width: number, samples: readonly (readonly [entity: number, t: number, ...values: number[]])[]): Column {
  const entities = [...new Set(samples.map(([entity]) => entity))];
  return {
    channel,
    width,
    entities: Int32Array.from(entities),
    starts: Int32Array.from([0, ...entities.map((entity) => samples.filter(([one]) => one <= entity).length)]),
    times: Int32Array.from(samples, ([, t]) => t),
    values: Float64Array.from(samples.flatMap(([, , ...values]) => values)),
  };
}

describe('addWalkers', () => {
  it('takes those who walk, now and then, and nobody who rides, is dead, or is no person', () => {
    const chunk: Chunk = {
      t0: 0,
      t1: 10_000,
      columns: [
        column(0, 3, [
          [1, 0, 100, 200, 5],
          [1, 500, 101, 200, 5], // too soon
          [1, 3000, 102, 200, 6],
          [1, 6000, 103, 200, 50], // in a helicopter by then
          [2, 0, 7, 8, Number.NaN],
          [3, 0, 300, 400, 7],
          [3, 5000, 301, 400, 20], // dead by then
          [9, 0, 1, 1, 1], // a vehicle
        ]),
        column(1, 1, [
          [1, 0, 0],
          [1, 5000, 9],
        ]),
        column(2, 1, [[3, 4000, LIFE.indexOf('dead')]]),
      ],
    };
    const out: number[] = [];
    addWalkers(chunk, SUBJECT, out, 1000);
    expect(out).toEqual([100, 5, -200, 102, 6, -200, 300, 7, -400]);
    addWalkers(chunk, SUBJECT, out, 14);
    expect(out).toHaveLength(12);
  });
});
