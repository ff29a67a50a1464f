/** Which match an event belongs to, when trackers say little, or the wrong thing. */
import { describe, expect, test } from 'vitest';
import { simulateBodies } from '../../../../../../simulators/mohaa/bodies.ts';
import { FAULTS, type Fault } from '../../../../../../simulators/mohaa/faults.ts';
import type { JsonObject } from '../../../../../shared/session/model.ts';
import { parseBody } from '../dialect/body.ts';
import { readEvent, type NativeEvent } from '../dialect/native-event.ts';
import { MatchSplitter, STALE_MS } from './match-splitter.ts';

function event(fields: JsonObject): NativeEvent {
  const read = readEvent({ type: 'jump', player_name: 'A', ...fields });
  if (read === null) throw new Error('no event');
  return read;
}

/** Matches of events that arrive at the given seconds; without them nothing is known of arrivals. */
function split(...told: readonly (readonly [arrival: number | null, fields: JsonObject])[]): readonly number[] {
  const splitter = new MatchSplitter();
  return told.map(
    ([arrival, fields]) => splitter.place(event(fields), arrival === null ? Number.NaN : 1e12 + arrival * 1000, '').match.index,
  );
}

describe('matches without match_start', () => {
  test('the clock of the map jumps back', () => {
    expect(split([0, { timestamp: 100 }], [1, { timestamp: 101 }], [9, { timestamp: 4 }], [10, { timestamp: 5 }])).toEqual([0, 0, 1, 1]);
    expect(split([null, { timestamp: 100 }], [null, { timestamp: 4 }], [null, { timestamp: 5 }])).toEqual([0, 1, 1]);
  });

  test('a post that comes late is no jump', () => {
    expect(split([0, { timestamp: 100 }], [1, { timestamp: 101 }], [1.2, { timestamp: 80 }], [2, { timestamp: 102 }])).toEqual([
      0, 0, 0, 0,
    ]);
    // Passed by less than any reordering explains.
    expect(split([null, { timestamp: 100 }], [null, { timestamp: 97 }])).toEqual([0, 0]);
  });

  test('the first seconds of a map that was played for less than a minute', () => {
    expect(split([0, { timestamp: 40 }], [9, { timestamp: 3 }])).toEqual([0, 1]);
  });

  test('an event of the map before that was overtaken goes back there', () => {
    const a = { session_id: 'sess_a' };
    const b = { session_id: 'sess_b' };
    expect(
      split([0, { timestamp: 500, ...a }], [8, { timestamp: 2, ...b }], [8.5, { timestamp: 501, ...a }], [9, { timestamp: 3, ...b }]),
    ).toEqual([0, 1, 0, 1]);
  });

  test('silence, by arrival or else by the clock', () => {
    expect(split([0, { timestamp: 10 }], [STALE_MS / 1000, { timestamp: 100 }])).toEqual([0, 0]);
    expect(split([0, { timestamp: 10 }], [STALE_MS / 1000 + 1, { timestamp: 101 }])).toEqual([0, 1]);
    expect(split([null, { timestamp: 10 }], [null, { timestamp: 10 + STALE_MS / 1000 + 1 }])).toEqual([0, 1]);
  });

  test('another session, another map', () => {
    expect(split([0, { timestamp: 10, session_id: 'a' }], [1, { timestamp: 11, session_id: 'b' }])).toEqual([0, 1]);
    const beat = { type: 'heartbeat', player_name: '' };
    expect(split([0, { timestamp: 10, map_name: 'dm/a', ...beat }], [1, { timestamp: 11, map_name: 'dm/b', ...beat }])).toEqual([0, 1]);
    // The next map is only spoken of.
    expect(
      split([0, { timestamp: 10, map_name: 'dm/a', ...beat }], [1, { timestamp: 11, map_name: 'dm/b', type: 'map_change_start' }]),
    ).toEqual([0, 0]);
  });
});

describe('ids of trackers', () => {
  test("no_match is nobody's, and takes on the id that comes", () => {
    expect(
      split(
        [0, { timestamp: 1, match_id: 'no_match' }],
        [1, { timestamp: 2, match_id: 'match_x' }],
        [2, { timestamp: 3, match_id: 'no_match' }],
      ),
    ).toEqual([0, 0, 0]);
  });

  test('another id is another match', () => {
    expect(split([0, { timestamp: 1, match_id: 'match_a' }], [1, { timestamp: 2, match_id: 'match_b' }])).toEqual([0, 1]);
  });

  test('the same id again after the clock began anew is another match', () => {
    const id = { match_id: 'match_sess_0_12', session_id: 'sess_0' };
    expect(
      split([0, { timestamp: 900, ...id }], [9, { timestamp: 12, type: 'match_start', ...id }], [10, { timestamp: 13, ...id }]),
    ).toEqual([0, 1, 1]);
  });

  test('match_start begins one, unless it is the first thing that is said of it', () => {
    const start = { type: 'match_start', player_name: '' };
    expect(split([0, { timestamp: 1 }], [1, { timestamp: 2, ...start }], [2, { timestamp: 3 }], [3, { timestamp: 4, ...start }])).toEqual([
      0, 0, 0, 1,
    ]);
    // Chat and leaving after the end still belong to it.
    expect(
      split(
        [0, { timestamp: 1 }],
        [1, { timestamp: 2, type: 'match_end' }],
        [2, { timestamp: 3, type: 'chat' }],
        [3, { timestamp: 4, ...start }],
      ),
    ).toEqual([0, 0, 0, 1]);
  });

  test('servers are kept apart, by who sent it or by what it says', () => {
    const splitter = new MatchSplitter();
    const at = (server: string, id: string, timestamp: number): number =>
      splitter.place(event({ timestamp, ...(id === '' ? {} : { server_id: id }) }), 1e12 + timestamp * 1000, server).match.index;
    expect([at('one', '', 1), at('two', '', 500), at('one', '', 2), at('two', 'one', 501), at('', 'one', 3)]).toEqual([0, 1, 0, 1, 0]);
  });
});

test('servers with everything wrong, at any length of a map: each event is in its match', () => {
  const all = Object.keys(FAULTS) as Fault[];
  const faults: readonly Fault[][] = [[], all, ['quiet', 'swap'], ['quiet', 'crash'], ['same', 'swap', 'crash']];
  const wrong: string[] = [];
  for (const dialect of ['seed', 'lines', 'json'] as const)
    for (const set of faults)
      for (const minutes of [0.5, 1.2]) {
        const splitter = new MatchSplitter();
        const pairs = new Set<string>();
        for (const { at, body, server, match } of simulateBodies({ dialect, faults: set, minutes, players: 3, bots: 1, matches: 3 }))
          for (const one of parseBody(body).events) pairs.add(`${match}:${splitter.place(one, 1e12 + at, server).match.index}`);
        if ([...pairs].join() !== '0:0,1:1,2:2') wrong.push(`${dialect} ${set.join()} ${minutes}: ${[...pairs].join()}`);
      }
  expect(wrong).toEqual([]);
});

test('stale matches close, and what was decided live is decided again from the log', () => {
  const live = new MatchSplitter();
  const again = new MatchSplitter();
  const told = [0, 10, 30, 200, 210, 290, 400].map((second) => [second, event({ timestamp: second, session_id: 's' })] as const);
  const decided: [number, number][] = [];
  for (const [second, one] of told) {
    // A timer asks all the time.
    for (let now = second - 80; now < second; now += 5) live.closeStale(1e12 + now * 1000);
    decided.push([live.place(one, 1e12 + second * 1000, 'x').match.index, again.place(one, 1e12 + second * 1000, 'x').match.index]);
  }
  expect(decided.map(([index]) => index)).toEqual([0, 0, 0, 1, 1, 1, 2]);
  expect(decided.every(([a, b]) => a === b)).toBe(true);
  expect(live.closeStale(1e12 + 401_000)).toEqual([]);
  expect(live.closeStale(1e12 + 500_000).map(({ index }) => index)).toEqual([2]);
});

describe('time', () => {
  const times = (...told: readonly (readonly [arrival: number, fields: JsonObject])[]) => {
    const splitter = new MatchSplitter();
    const placed = told.map(([arrival, fields]) => splitter.place(event(fields), 1e12 + arrival, ''));
    return { t: placed.map(({ t }) => t), clock: placed[0]?.match.clock };
  };

  test('t is that of the map, whenever anything arrives', () => {
    const { t, clock } = times(
      [5000, { timestamp: 12.5 }],
      [5000, { timestamp: 12.55 }],
      [9000, { timestamp: 14 }],
      [9100, { timestamp: 13.9 }],
    );
    expect(t).toEqual([0, 50, 1500, 1400]);
    expect(clock?.maps()).toEqual([
      { id: 'map_time', kind: 'seconds', t: [0], value: [12.5], rate: [0.001] },
      // By the least delayed of them.
      { id: 'utc', kind: 'utc', t: [0], value: [1e12 + 4950], rate: [1] },
    ]);
  });

  test('without a stamp it is that of the event before; calendar stamps go by their own clock', () => {
    expect(times([0, { timestamp: 10 }], [9, { timestamp: 11 }], [10, {}], [20, { timestamp: 12 }]).t).toEqual([0, 1000, 1000, 2000]);
    const { t, clock } = times(
      [0, { timestamp: 1738540800 }],
      [9, { timestamp: 1738540803.5 }],
      [10, { timestamp: '2025-02-03T00:00:05Z' }],
    );
    expect(t).toEqual([0, 3500, 5000]);
    expect(clock?.startedAt).toBe(1738540800000);
  });
});
