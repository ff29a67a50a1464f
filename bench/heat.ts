/** Heatmaps as the worker makes them: counting points into cells, against the plainest loop over the same points, and the answers to what one does with a heatmap. */
import { EventPeople, pointsOfEvents } from '../src/renderer/heat/event-points.ts';
import { HeatBins } from '../src/renderer/heat/heat-bins.ts';
import { boundsOf, extentOf, gridOver } from '../src/renderer/heat/heat-grid.ts';
import type { HeatQuery } from '../src/renderer/heat/heat-messages.ts';
import { HeatSource } from '../src/renderer/heat/heat-source.ts';
import { HeatStore } from '../src/renderer/heat/heat-store.ts';
import type { HeatEvents, HeatSubject } from '../src/renderer/heat/heat-subject.ts';
import { EVENT_TYPES } from '../src/shared/session/event-types.ts';
import type { SessionInfo } from '../src/shared/session/model.ts';
import { median, timed } from './numbers.ts';
import type { Bench, Measure } from './result.ts';

const ROUNDS = 5;
const PEOPLE = 64;
const WEAPONS = 12;
/** Metres, and ms. */
const SIDE = 4000;
const DURATION = 7_200_000;

export const heatBench: Bench = {
  name: 'heat',
  run: () => Promise.resolve({ measures: [...measured(1_000_000, 50, 50), ...measured(10_000_000, 250, 150)], skipped: [] }),
};

/** `first`, `filter`: most ms that the picture may take. The first one is a sketch that the exact one follows; in CPU time of the worker's thread, as the machine is shared. */
function measured(count: number, first: number, filter: number): Measure[] {
  const name = `heat.${count / 1e6}m`;
  const events = shots(count);
  const bins = binned(events);
  const store = new HeatStore();
  store.add(new HeatSource(SUBJECT, events));
  const sketch = used(() => store.sketch(QUERY));
  const exact = used(() => store.answer(QUERY));
  store.prepare();
  const filters = Array.from({ length: ROUNDS }, (_, round) =>
    used(() => store.answer({ ...QUERY, selection: { ...QUERY.selection, team: round % 2, weapon: 10 + (round % WEAPONS) } })),
  );
  const windowMs = each((round) => store.answer({ ...QUERY, time: { from: round * 500, to: 600_000 + round * 500 } }));
  return [
    {
      name: `${name}.bins`,
      kind: 'ratio',
      value: bins.binsMs / bins.plainMs,
      unit: 'x',
      limit: 1.5,
      figures: { binsMs: bins.binsMs, plainMs: bins.plainMs, cellsMs: bins.cellsMs },
    },
    {
      name: `${name}.first`,
      kind: 'time',
      value: sketch.cpuMs,
      unit: 'ms',
      limit: first,
      figures: { wallMs: sketch.wallMs, points: count },
    },
    { name: `${name}.exact`, kind: 'time', value: exact.cpuMs, unit: 'ms', limit: first, figures: { wallMs: exact.wallMs } },
    {
      name: `${name}.filter`,
      kind: 'time',
      value: median(filters.map(({ cpuMs }) => cpuMs)),
      unit: 'ms',
      limit: filter,
      figures: { wallMs: median(filters.map(({ wallMs }) => wallMs)) },
    },
    {
      name: `${name}.window`,
      kind: 'time',
      value: median(windowMs.slice(1)),
      unit: 'ms',
      limit: 50,
      figures: { anewMs: windowMs[0] ?? 0 },
    },
  ];
}

const SUBJECT: HeatSubject = {
  info: { durationMs: DURATION, framePeriodMs: 1000, channels: [] } as unknown as SessionInfo,
  strings: Array.from({ length: 10 + WEAPONS }, String),
  teams: ['a', 'b'],
  kinds: [{ id: 'shots', label: 'Shots', unit: 'shots', from: { events: ['shot'], of: 'actor', at: 'place' } }],
  entityKinds: ['object', ...Array.from({ length: PEOPLE }, () => 'player' as const)],
  firstTeams: Int8Array.from({ length: PEOPLE + 1 }, (_, i) => i % 2),
  entityAs: null,
  stringAs: null,
};
const QUERY: HeatQuery = {
  selection: { kind: 'shots', team: null, who: null, role: null, weapon: null },
  minus: null,
  time: null,
  floor: null,
  radius: null,
  dots: false,
};

/** Around a few places, as fights are. */
function shots(count: number): HeatEvents {
  let state = 7;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const position = new Float32Array(count * 3);
  for (let i = 0; i < count; i++) {
    const place = Math.floor(next() * 12);
    position[i * 3] = ((place * 977) % SIDE) + (next() + next() + next() - 1.5) * 500;
    position[i * 3 + 1] = next() * 12;
    position[i * 3 + 2] = ((place * 1733) % SIDE) + (next() + next() + next() - 1.5) * 500;
  }
  return {
    count,
    t: Int32Array.from({ length: count }, (_, i) => Math.floor((i / count) * DURATION)),
    type: new Uint8Array(count).fill(EVENT_TYPES.indexOf('shot')),
    actor: Int32Array.from({ length: count }, () => 1 + Math.floor(next() * PEOPLE)),
    target: new Int32Array(count),
    weapon: Int32Array.from({ length: count }, () => 10 + Math.floor(next() * WEAPONS)),
    position,
    targetPosition: new Float32Array(0),
  };
}

/** Half of the people, counted by the worker's bins and by a loop that looks at every point's place and person. */
function binned(events: HeatEvents): { binsMs: number; plainMs: number; cellsMs: number } {
  const { count, actor, position } = events;
  const points = pointsOfEvents(events, new EventPeople(events, SUBJECT), { events: ['shot'], of: 'actor', at: 'place' });
  const bounds = boundsOf(points);
  if (bounds === null) throw new Error('nobody is anywhere');
  const grid = gridOver(bounds, extentOf(bounds) / 60);
  const pass = Uint8Array.from(points.keys, ({ team }) => team);
  let bins: HeatBins | null = null;
  const cellsMs = timed(() => (bins = new HeatBins(points, grid)));
  const binsMs = median(each(() => bins?.select(pass, null, null)));
  const plain = new Float64Array(grid.columns * grid.rows);
  const plainMs = median(
    each(() => {
      plain.fill(0);
      for (let i = 0; i < count; i++) {
        if ((actor[i] as number) % 2 !== 1) continue;
        const column = Math.floor(((position[i * 3] as number) - grid.x) / grid.cell);
        const row = Math.floor(((position[i * 3 + 2] as number) - grid.z) / grid.cell);
        const cell = row * grid.columns + column;
        plain[cell] = (plain[cell] as number) + 1;
      }
    }),
  );
  return { binsMs, plainMs, cellsMs };
}

function each(work: (round: number) => void): number[] {
  return Array.from({ length: ROUNDS }, (_, round) => timed(() => work(round)));
}

function used(work: () => void): { readonly cpuMs: number; readonly wallMs: number } {
  const before = process.threadCpuUsage();
  const wallMs = timed(work);
  const { user, system } = process.threadCpuUsage(before);
  return { cpuMs: (user + system) / 1000, wallMs };
}
