import { describe, expect, it } from 'vitest';
import { eventCode, type EventType } from '../../../shared/session/event-types.ts';
import type { EventTable } from '../playback/types.ts';
import type { Replay } from '../replay-context.tsx';
import { createReplayView } from '../replay-view.ts';
import { findHighlights } from './find-highlights.ts';
import { createReel, followReel, playReel } from './reel.ts';

type Row = readonly [t: number, type: EventType, actor: number, target: number];

function table(rows: readonly Row[]): EventTable {
  const count = rows.length;
  const position = new Float32Array(count * 3).fill(Number.NaN);
  return {
    count,
    t: Int32Array.from(rows, ([t]) => t),
    type: Uint8Array.from(rows, ([, type]) => eventCode(type)),
    nativeType: new Int32Array(count),
    actor: Int32Array.from(rows, ([, , actor]) => actor),
    target: Int32Array.from(rows, ([, , , target]) => target),
    weapon: new Int32Array(count),
    frame: new Int32Array(count),
    position,
    targetPosition: position,
  };
}

const found = (rows: readonly Row[]) =>
  findHighlights(table(rows), 600_000).map(({ from, to, lead, count }) => `${from}-${to} led by ${lead}, ${count}`);

describe('highlights', () => {
  it('hold what one person did in one go, and play it with what led to it', () => {
    expect(
      found([
        [20_000, 'incapacitated', 1, 2],
        [24_000, 'kill', 1, 2],
        [29_000, 'kill', 1, 3],
        [60_000, 'kill', 4, 5],
      ]),
    ).toEqual(['15000-32000 led by 1, 3', '55000-63000 led by 3, 1']);
  });

  it('show the better one of what happens at the same time', () => {
    expect(
      found([
        [20_000, 'kill', 1, 2],
        [21_000, 'kill', 3, 4],
        [22_000, 'kill', 1, 5],
        [23_000, 'kill', 6, 7],
      ]),
    ).toEqual(['15000-25000 led by 0, 2']);
  });

  it('are not longer than one can watch, however long somebody goes on', () => {
    const rows = Array.from({ length: 60 }, (_, i): Row => [10_000 + i * 3000, 'kill', 1, 2]);
    for (const { from, to } of findHighlights(table(rows), 600_000)) expect(to - from).toBeLessThanOrEqual(32_000);
  });

  it('leave the board out, small things too where there is enough else, and are at most so many, the best', () => {
    expect(
      found([
        [1000, 'match_start', 0, 0],
        [5000, 'score', 1, 2],
        [9000, 'match_end', 0, 0],
      ]),
    ).toEqual([]);
    expect(found([[50_000, 'hit', 1, 2]])).toEqual(['45000-53000 led by 0, 1']);
    const many = Array.from({ length: 40 }, (_, i): Row => [10_000 + i * 14_000, i % 2 === 0 ? 'kill' : 'save', 1, 0]);
    const all = findHighlights(table(many), 600_000);
    expect(all).toHaveLength(24);
    expect(all.filter(({ score }) => score === 9)).toHaveLength(20);
  });

  it('of a session are the same each time', () => {
    const rows = Array.from({ length: 300 }, (_, i): Row => [i * 977, i % 3 === 0 ? 'kill' : 'death', (i % 7) + 1, (i % 5) + 1]);
    expect(found(rows)).toEqual(found(rows));
  });
});

describe('the reel', () => {
  const list = [
    { from: 1000, to: 5000, lead: 0, count: 1, score: 9 },
    { from: 20_000, to: 25_000, lead: 1, count: 1, score: 9 },
  ];
  const start = () => {
    let tick = (): void => undefined;
    const done: string[] = [];
    const clock = {
      t: 0,
      rate: 1,
      play: () => done.push('play'),
      pause: () => done.push('pause'),
      seek: (t: number) => {
        done.push(`seek ${t}`);
        clock.t = t;
      },
    };
    const playback = {
      session: {
        events: table([
          [6000, 'kill', 1, 2],
          [25_000, 'kill', 1, 2],
        ]),
      },
      clock,
      onTick: (listener: () => void) => {
        tick = listener;
        return () => undefined;
      },
    } as unknown as Replay['playback'];
    const replay = { playback, view: createReplayView() };
    const reel = createReel();
    reel.setState({ list });
    followReel(reel, replay);
    playReel(reel, replay, 0);
    const at = (t: number) => {
      clock.t = t;
      tick();
      return reel.getState().at;
    };
    return { at, done };
  };

  it('goes from one highlight to the next and stops after the last', () => {
    const { at, done } = start();
    expect(at(4900)).toBe(0);
    expect(at(5010)).toBe(1);
    expect(at(25_001)).toBeNull();
    expect(done).toEqual(['seek 6000', 'seek 1000', 'play', 'seek 25000', 'seek 20000', 'play', 'pause']);
  });

  it('ends when somebody seeks', () => {
    const { at, done } = start();
    expect(at(90_000)).toBeNull();
    expect(at(5010)).toBeNull();
    expect(done).toEqual(['seek 6000', 'seek 1000', 'play']);
  });
});
