/** Labels never overlap, keep out of reserved places, stay where they are, and do not flicker. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HYSTERESIS_MS, LabelPlacer, MOST_LABELS } from './label-placement.ts';

const WIDTH = 800;
const HEIGHT = 600;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && a.x + a.w > b.x && a.y < b.y + b.h && a.y + a.h > b.y;
}

const glyph = fc.record({
  x: fc.double({ min: 0, max: WIDTH, noNaN: true }),
  y: fc.double({ min: 0, max: HEIGHT, noNaN: true }),
  w: fc.integer({ min: 20, max: 140 }),
});

describe('LabelPlacer', () => {
  it('never puts labels over each other, over reserved places or over the edge', () => {
    fc.assert(
      fc.property(fc.array(glyph, { maxLength: 80 }), (glyphs) => {
        const placer = new LabelPlacer(glyphs.length);
        placer.begin(WIDTH, HEIGHT, 0);
        const corner: Box = { x: 0, y: 0, w: 300, h: 60 };
        placer.reserve(corner.x, corner.y, corner.w, corner.h);
        const boxes: Box[] = [];
        for (const [id, { x, y, w }] of glyphs.entries())
          if (placer.place(id, x, y, 8, w, 18, false)) boxes.push({ x: Math.fround(placer.x), y: Math.fround(placer.y), w, h: 18 });
        expect(boxes.length).toBeLessThanOrEqual(MOST_LABELS);
        for (const [i, a] of boxes.entries()) {
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.x + a.w).toBeLessThanOrEqual(WIDTH + 0.01);
          expect(overlap({ x: a.x + 0.01, y: a.y + 0.01, w: a.w - 0.02, h: a.h - 0.02 }, corner)).toBe(false);
          for (const b of boxes.slice(i + 1))
            expect(overlap({ x: a.x + 0.01, y: a.y + 0.01, w: a.w - 0.02, h: a.h - 0.02 }, b)).toBe(false);
        }
      }),
    );
  });

  it('tries all eight positions before it drops a label', () => {
    const placer = new LabelPlacer(1);
    placer.begin(WIDTH, HEIGHT, 0);
    // Everything is taken but a gap below and to the left.
    placer.reserve(400, 0, 400, HEIGHT);
    placer.reserve(0, 0, 400, 300);
    expect(placer.place(0, 400, 300, 8, 60, 18, false)).toBe(true);
    expect(placer.x).toBeLessThan(400);
    expect(placer.y).toBeGreaterThan(300);
  });

  it('stays on its side while there is room, though a better side has become free', () => {
    const placer = new LabelPlacer(1);
    placer.begin(WIDTH, HEIGHT, 0);
    placer.reserve(410, 250, 100, 100);
    placer.place(0, 400, 300, 8, 60, 18, false);
    expect(placer.x).toBeLessThan(400);
    placer.begin(WIDTH, HEIGHT, 1000);
    placer.place(0, 401, 300, 8, 60, 18, false);
    expect(placer.x).toBeLessThan(400);
  });

  it('waits after a change before it comes back', () => {
    const placer = new LabelPlacer(1);
    const blocked = (now: number, block: boolean): boolean => {
      placer.begin(WIDTH, HEIGHT, now);
      if (block) placer.reserve(0, 0, WIDTH, HEIGHT);
      return placer.place(0, 400, 300, 8, 60, 18, false);
    };
    expect(blocked(0, false)).toBe(true);
    expect(blocked(1000, true)).toBe(false);
    expect(placer.waiting).toBe(true);
    expect(blocked(1000 + HYSTERESIS_MS - 1, false)).toBe(false);
    expect(placer.waiting).toBe(true);
    expect(blocked(1000 + HYSTERESIS_MS, false)).toBe(true);
    expect(placer.waiting).toBe(false);
  });

  it('shows the chosen one over others when there is no room at all', () => {
    const placer = new LabelPlacer(2);
    placer.begin(WIDTH, HEIGHT, 0);
    placer.reserve(0, 0, WIDTH, HEIGHT);
    expect(placer.place(0, 400, 300, 8, 60, 18, false)).toBe(false);
    expect(placer.place(1, 400, 300, 8, 60, 18, true)).toBe(true);
  });
});
