import { describe, expect, it } from 'vitest';
import { timeline } from '../../words/en/timeline.ts';
import { TimelineGestures, type GestureView } from './gestures.ts';
import type { Lane } from './lanes.ts';
import { NO_MARKS } from './marks.ts';
import { layoutRows } from './rows.ts';

/** 1000 px show 100 s; one lane with events at 10 s and 50 s, one with a range from 20 to 30 s. */
function lane(id: string, t: number[], seqs: number[], ends: number[] | null): Lane {
  return {
    id,
    label: id,
    team: null,
    mark: ends === null ? 'bar' : 'range',
    seqs: Int32Array.from(seqs),
    t: Int32Array.from(t),
    ends: ends === null ? null : Int32Array.from(ends),
    teams: new Int8Array(t.length),
    importance: new Uint8Array(t.length),
  };
}
const rows = layoutRows(
  {
    lanes: [lane('a', [10_000, 50_000], [3, 9], null), lane('b', [20_000], [5], [30_000])],
    hasChapters: false,
    hasComments: true,
    graph: null,
    labels: timeline.rows,
  },
  100,
);
const yOf = (id: string): number => (rows.find((row) => (row.lane?.id ?? row.kind) === id)?.y ?? -1) + 2;

function bench(change: Partial<GestureView> = {}) {
  const calls: unknown[][] = [];
  const gestures = new TimelineGestures({
    seek: (t) => calls.push(['seek', Math.round(t)]),
    goToEvent: (seq) => calls.push(['event', seq]),
    setRange: (from, to) => calls.push(['range', from === null ? null : Math.round(from), to === null ? null : Math.round(to)]),
    setZoom: (span) => calls.push(['zoom', span === null ? null : [Math.round(span.from), Math.round(span.to)]]),
  });
  gestures.look({
    rows,
    span: { from: 0, to: 100_000 },
    width: 1000,
    durationMs: 100_000,
    inPoint: null,
    outPoint: null,
    marks: NO_MARKS,
    ...change,
  });
  return { gestures, calls };
}

describe('pointer on the timeline', () => {
  it('scrubs on the ruler, also beyond its ends', () => {
    const { gestures, calls } = bench();
    gestures.down(100, yOf('ruler'));
    gestures.move(250);
    gestures.move(5000);
    gestures.up(5000);
    gestures.move(300);
    expect(calls).toEqual([
      ['seek', 10_000],
      ['seek', 25_000],
      ['seek', 100_000],
    ]);
  });

  it('goes to the mark that is clicked, to the range under the pointer, else to the moment', () => {
    const { gestures, calls } = bench();
    for (const [x, id] of [
      [103, 'a'],
      [300, 'a'],
      [280, 'b'],
      [310, 'b'],
    ] as const) {
      gestures.down(x, yOf(id));
      gestures.up(x);
    }
    expect(calls).toEqual([
      ['event', 3],
      ['seek', 30_000],
      ['event', 5],
      ['seek', 31_000],
    ]);
  });

  it('selects a range by dragging on a lane, in either direction', () => {
    const { gestures, calls } = bench();
    gestures.down(400, yOf('a'));
    gestures.move(402);
    expect(calls).toEqual([]);
    gestures.move(300);
    gestures.up(300);
    expect(calls).toEqual([['range', 30_000, 40_000]]);
  });

  it('moves an edge of the range, never past the other', () => {
    const { gestures, calls } = bench({ inPoint: 30_000, outPoint: 40_000 });
    gestures.down(302, yOf('a'));
    gestures.move(350);
    gestures.move(900);
    gestures.up(900);
    expect(calls).toEqual([
      ['range', 35_000, 40_000],
      ['range', 40_000, 40_000],
    ]);
  });

  it('brings the zoom window to the pointer on the strip, the playhead when nothing is zoomed', () => {
    const zoomed = bench({ span: { from: 0, to: 20_000 } });
    zoomed.gestures.down(500, yOf('strip'));
    zoomed.gestures.up(500);
    expect(zoomed.calls).toEqual([['zoom', [40_000, 60_000]]]);
    const whole = bench();
    whole.gestures.down(500, yOf('strip'));
    expect(whole.calls).toEqual([['seek', 50_000]]);
  });

  it('zooms at the pointer with the wheel, pans with Shift or sideways', () => {
    const { gestures, calls } = bench({ span: { from: 20_000, to: 40_000 } });
    gestures.wheel(500, 0, -Math.log(2) / Math.log(1.0018), false);
    gestures.wheel(500, 0, 100, true);
    gestures.wheel(500, -100, 3, false);
    expect(calls).toEqual([
      ['zoom', [25_000, 35_000]],
      ['zoom', [22_000, 42_000]],
      ['zoom', [18_000, 38_000]],
    ]);
  });

  it('goes exactly to a bookmark on the ruler and to a comment by its words', () => {
    const marks = { bookmarks: [{ t: 30_000, text: '', colour: 'red' }], comments: [{ t: 60_000, text: 'Look at this', colour: 'red' }] };
    const { gestures, calls } = bench({ marks });
    gestures.down(304, yOf('ruler'));
    gestures.up(304);
    gestures.down(680, yOf('comments'));
    gestures.up(680);
    expect(calls).toEqual([
      ['seek', 30_000],
      ['seek', 60_000],
    ]);
    expect(gestures.cursor(304, yOf('ruler'))).toBe('pointer');
    expect(gestures.cursor(320, yOf('ruler'))).toBe('ew-resize');
  });
});
