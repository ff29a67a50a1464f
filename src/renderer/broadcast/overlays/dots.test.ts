import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOT_BYTES } from '../../../shared/broadcast.ts';
import { between, readDots } from './dots.ts';

const dot = fc.record({
  x: fc.integer({ min: 0, max: 65_535 }),
  y: fc.integer({ min: 0, max: 65_535 }),
  colour: fc.integer({ min: 0, max: 15 }),
  kind: fc.integer({ min: 0, max: 5 }),
});

function written(dots: readonly { x: number; y: number; colour: number; kind: number }[]): string {
  const data = new DataView(new ArrayBuffer(dots.length * DOT_BYTES));
  for (const [i, { x, y, colour, kind }] of dots.entries()) {
    data.setUint16(i * DOT_BYTES, x);
    data.setUint16(i * DOT_BYTES + 2, y);
    data.setUint8(i * DOT_BYTES + 4, colour);
    data.setUint8(i * DOT_BYTES + 5, kind);
  }
  return btoa(String.fromCharCode(...new Uint8Array(data.buffer)));
}

describe('dots', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(dot, { maxLength: 50 }), (dots) => {
        const read = readDots(written(dots));
        expect(read.count).toBe(dots.length);
        expect(Array.from(read.colours)).toEqual(dots.map(({ colour }) => colour));
        expect(Array.from(read.kinds)).toEqual(dots.map(({ kind }) => kind));
        for (const [i, { x, y }] of dots.entries()) {
          expect(read.places[i * 2]).toBeCloseTo(x / 65_535, 5);
          expect(read.places[i * 2 + 1]).toBeCloseTo(y / 65_535, 5);
        }
      }),
    );
  });

  it('glide a little way, and jump a long one or when somebody else is there', () => {
    const before = readDots(
      written([
        { x: 0, y: 0, colour: 1, kind: 0 },
        { x: 0, y: 0, colour: 1, kind: 0 },
        { x: 0, y: 0, colour: 2, kind: 0 },
      ]),
    );
    const now = readDots(
      written([
        { x: 655, y: 0, colour: 1, kind: 0 },
        { x: 60_000, y: 0, colour: 1, kind: 0 },
        { x: 655, y: 0, colour: 1, kind: 0 },
      ]),
    );
    const half = between(before, now, 0.5);
    expect(half[0]).toBeCloseTo(0.005, 3);
    expect(half[2]).toBeCloseTo(60_000 / 65_535, 4);
    expect(half[4]).toBeCloseTo(0.01, 3);
    expect(between(before, now, 1)).toBe(now.places);
    expect(between(readDots(''), now, 0.5)).toBe(now.places);
  });
});
