/** Charts that every game has, from what is there anyway: the score, what was done by teams or by people so far, and how fast somebody was. */
import { eventCode, type EventType } from '../../../shared/session/event-types.ts';
import { CHANNEL, SESSION_ENTITY } from '../../../shared/session/model.ts';
import { rowOf } from '../../../shared/session/sampler.ts';
import type { Words } from '../../words/words.ts';
import { isFriendly } from '../panels/metrics.ts';
import type { LoadedSession } from '../playback/types.ts';
import { entityTeams } from '../timeline/lanes.ts';
import { channelSamples, type ChartLine } from './chart-lines.ts';

/** What is counted, in the order of the menu. */
const COUNTED = ['kill', 'goal', 'save', 'steal', 'stun', 'hit'] as const satisfies readonly EventType[];
/** Nothing goes faster, m/s: a farther way is a jump that was not recorded as one. */
const FASTEST = 500;
const COLOURS = ['chosen', 'strong', 'quiet'] as const;
/** So many people are compared. */
export const MOST_COMPARED = COLOURS.length;

export interface CountedChart {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Of people alone: without any there is nothing to draw. */
  readonly needsPeople: boolean;
  /** By EntityId, at most MOST_COMPARED; none: of the teams. */
  lines(people: readonly number[]): readonly ChartLine[];
}

type Labels = Words['panels']['charts'];

/** Those that the session has something for. */
export function countedCharts(session: LoadedSession, labels: Labels): readonly CountedChart[] {
  const charts: CountedChart[] = [];
  const score = scoreLines(session);
  if (score.length > 0) charts.push({ id: 'score', label: labels.score, unit: '', needsPeople: false, lines: () => score });
  const { type } = session.events;
  for (const one of COUNTED) {
    const code = eventCode(one);
    if (!type.includes(code)) continue;
    const label = labels.counted[one];
    // As the scores beside the stage: whoever kills their own side has not scored.
    const step = (seq: number): number => (type[seq] === code && !(one === 'kill' && isFriendly(session, seq)) ? 1 : 0);
    charts.push({ id: one, label, unit: '', needsPeople: false, lines: (people) => sums(session, people, step) });
  }
  const possession = eventCode('possession');
  if (type.includes(possession)) {
    const lines = (people: readonly number[]): readonly ChartLine[] => sums(session, people, possessionSteps(session, possession));
    charts.push({ id: 'possession', label: labels.possession, unit: 's', needsPeople: false, lines });
  }
  if (positionsOf(session, 0) !== null)
    charts.push({ id: 'speed', label: labels.speed, unit: 'm/s', needsPeople: true, lines: (people) => speeds(session, people) });
  return charts;
}

function scoreLines(session: LoadedSession): readonly ChartLine[] {
  const channels = session.profile.score?.channels ?? {};
  return session.profile.teams.flatMap(({ id, label, colour }) => {
    const channel = channels[id];
    const samples = channel === undefined ? null : channelSamples(session, channel, [0]);
    return samples === null ? [] : [{ label, colour, ...samples }];
  });
}

/** What the actors of events have added up to, by team or by person. `step`: what an event adds, 0 for nothing. */
function sums(session: LoadedSession, people: readonly number[], step: (seq: number) => number): readonly ChartLine[] {
  const { events, profile, info } = session;
  const teams = people.length > 0 ? null : entityTeams(session);
  const series = (people.length > 0 ? people : profile.teams).map(() => ({ t: [0], value: [0], sum: 0 }));
  const line = new Map(people.map((entity, i) => [entity, i]));
  for (let seq = 0; seq < events.count; seq++) {
    const actor = events.actor[seq] as number;
    const at = actor === 0 ? -1 : teams === null ? (line.get(actor) ?? -1) : (teams[actor] ?? -1);
    const more = at < 0 ? 0 : step(seq);
    const own = series[at];
    if (own === undefined || more === 0) continue;
    own.sum += more;
    own.t.push(events.t[seq] as number);
    own.value.push(own.sum);
  }
  const drawn = series.map(({ t, value, sum }) => ({ t: [...t, info.durationMs], value: [...value, sum] }));
  if (people.length > 0) return drawn.map((samples, i) => ({ ...personLine(session, people, i), ...samples }));
  return drawn.flatMap((samples, i) => {
    const team = profile.teams[i];
    return team === undefined || samples.value.length < 3 ? [] : [{ label: team.label, colour: team.colour, ...samples }];
  });
}

/** Seconds from one who has it to the next, or to nobody; they count where they begin. */
function possessionSteps({ events, info }: LoadedSession, code: number): (seq: number) => number {
  const seqs = Array.from({ length: events.count }, (_, seq) => seq).filter((seq) => events.type[seq] === code);
  const ends = new Map(seqs.map((seq, i) => [seq, events.t[seqs[i + 1] ?? -1] ?? info.durationMs]));
  return (seq) => {
    const from = events.t[seq] as number;
    return ((ends.get(seq) ?? from) - from) / 1000;
  };
}

function positionsOf({ info, overview }: LoadedSession, entity: number) {
  const def = info.channels.find(({ name }) => name === CHANNEL.position);
  const column = def === undefined ? undefined : overview?.columns[def.id];
  if (def === undefined || column === undefined || column.width < 3) return null;
  const row = entity === SESSION_ENTITY ? -1 : rowOf(column, entity);
  const from = row < 0 ? 0 : (column.starts[row] as number);
  return { column, from, to: row < 0 ? 0 : (column.starts[row + 1] as number), metres: info.space.metresPerUnit };
}

/** Means over the steps of the overview. */
function speeds(session: LoadedSession, people: readonly number[]): readonly ChartLine[] {
  return people.flatMap((entity, i) => {
    const samples = positionsOf(session, entity);
    if (samples === null || samples.to - samples.from < 2) return [];
    const { column, from, to, metres } = samples;
    const { times, values, width } = column;
    const t: number[] = [];
    const value: number[] = [];
    for (let k = from; k + 1 < to; k++) {
      const [a, b] = [k * width, (k + 1) * width];
      const way = [0, 1, 2].map((axis) => ((values[b + axis] as number) - (values[a + axis] as number)) * metres);
      const speed = Math.hypot(...way) / (((times[k + 1] as number) - (times[k] as number)) / 1000);
      t.push(times[k] as number);
      value.push(Number.isFinite(speed) && speed < FASTEST ? speed : 0);
    }
    return [{ ...personLine(session, people, i), t, value }];
  });
}

function personLine({ entities }: LoadedSession, people: readonly number[], i: number): Pick<ChartLine, 'label' | 'colour'> {
  return { label: entities[people[i] ?? 0]?.name ?? '', colour: COLOURS[i] ?? 'quiet' };
}
