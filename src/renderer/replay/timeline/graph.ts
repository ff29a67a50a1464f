/** The graph row, from the overview of the session: score difference where the game keeps a score, else how many of each side are alive. */
import type { GameProfile, TeamColour } from '../../../shared/games/profile.ts';
import type { Chunk } from '../../../shared/session/chunk.ts';
import { CHANNEL, LIFE, SESSION_ENTITY, type EntityInfo, type SessionInfo } from '../../../shared/session/model.ts';
import { rowOf } from '../../../shared/session/sampler.ts';
import { words } from '../../words/words.ts';
import { entityTeams } from './lanes.ts';

/** A value that holds from t[i] until t[i + 1]. */
interface Line {
  readonly colour: TeamColour;
  readonly t: Int32Array;
  readonly value: Float64Array;
}

export interface Graph {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly min: number;
  readonly max: number;
  /** Lines are filled down to zero. */
  readonly fill: boolean;
}

export interface GraphSource {
  readonly info: SessionInfo;
  readonly profile: GameProfile;
  readonly entities: readonly EntityInfo[];
  readonly overview: Chunk | null;
}

/** Null when the overview does not have what it takes, and when nothing ever changed. */
export function buildGraph(source: GraphSource): Graph | null {
  return source.profile.score === null ? forcesGraph(source) : scoreGraph(source);
}

interface Samples {
  readonly t: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

/** Samples of one entity in the overview. */
function samplesOf({ info, overview }: GraphSource, channel: string, entity: number): Samples | null {
  const def = info.channels.find(({ name }) => name === channel);
  const column = def === undefined ? undefined : overview?.columns[def.id];
  const row = column === undefined ? -1 : rowOf(column, entity);
  if (column === undefined || row < 0 || column.width !== 1) return null;
  const from = column.starts[row];
  const to = column.starts[row + 1];
  return { t: column.times.subarray(from, to), value: column.values.subarray(from, to) };
}

/** Difference of the first two teams' scores, above zero in the first one's colour and below in the other's. */
function scoreGraph(source: GraphSource): Graph | null {
  const channels = source.profile.score?.channels ?? {};
  const [first, second] = source.profile.teams.filter((team) => channels[team.id] !== undefined);
  if (first === undefined || second === undefined) return null;
  const a = samplesOf(source, channels[first.id] ?? '', SESSION_ENTITY);
  const b = samplesOf(source, channels[second.id] ?? '', SESSION_ENTITY);
  if (a === null || b === null) return null;
  const { t, value } = difference(a, b);
  const max = value.reduce((top, v) => Math.max(top, v), 0);
  const min = value.reduce((low, v) => Math.min(low, v), 0);
  if (max === min) return null;
  const line = (colour: TeamColour, keep: (v: number) => number): Line => ({
    colour,
    t: Int32Array.from(t),
    value: Float64Array.from(value, keep),
  });
  return {
    label: words().timeline.graphs.score,
    lines: [line(first.colour, (v) => Math.max(v, 0)), line(second.colour, (v) => Math.min(v, 0))],
    min,
    max,
    fill: true,
  };
}

/** a - b, each 0 before its first sample. */
function difference(a: Samples, b: Samples): { t: number[]; value: number[] } {
  const t: number[] = [];
  const value: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.t.length || j < b.t.length) {
    const at = Math.min(a.t[i] ?? Infinity, b.t[j] ?? Infinity);
    while (i < a.t.length && (a.t[i] as number) <= at) i++;
    while (j < b.t.length && (b.t[j] as number) <= at) j++;
    t.push(at);
    value.push((a.value[i - 1] ?? 0) - (b.value[j - 1] ?? 0));
  }
  return { t, value };
}

interface Change {
  readonly t: number;
  readonly entity: number;
  readonly exists?: boolean;
  readonly dead?: boolean;
}

/** How many people and AI of each team exist and are not dead. */
function forcesGraph(source: GraphSource): Graph | null {
  const { profile, entities } = source;
  const teamOf = entityTeams(source);
  const changes = entities
    .filter((entity) => fights(entity) && (teamOf[entity.id] ?? -1) >= 0)
    .flatMap((entity) => changesOf(source, entity.id));
  if (!changes.some((change) => change.dead === true)) return null;
  changes.sort((a, b) => a.t - b.t);

  const exists = new Uint8Array(entities.length);
  const dead = new Uint8Array(entities.length);
  const lines = profile.teams.map((): { count: number; t: number[]; value: number[] } => ({ count: 0, t: [], value: [] }));
  for (const change of changes) {
    const line = lines[teamOf[change.entity] as number];
    if (line === undefined) continue;
    const before = exists[change.entity] === 1 && dead[change.entity] === 0;
    if (change.exists !== undefined) exists[change.entity] = change.exists ? 1 : 0;
    if (change.dead !== undefined) dead[change.entity] = change.dead ? 1 : 0;
    const after = exists[change.entity] === 1 && dead[change.entity] === 0;
    if (before === after) continue;
    line.count += after ? 1 : -1;
    if (line.t.at(-1) === change.t) line.value.pop();
    else line.t.push(change.t);
    line.value.push(line.count);
  }
  const shown = lines.flatMap((line, i): Line[] => {
    const team = profile.teams[i];
    return team === undefined || line.t.length === 0
      ? []
      : [{ colour: team.colour, t: Int32Array.from(line.t), value: Float64Array.from(line.value) }];
  });
  const max = shown.reduce((top, line) => line.value.reduce((a, b) => Math.max(a, b), top), 0);
  return { label: words().timeline.graphs.forces, lines: shown, min: 0, max, fill: false };
}

function fights({ kind }: EntityInfo): boolean {
  return kind === 'player' || kind === 'ai';
}

const DEAD = LIFE.indexOf('dead');
/** Recorders end entities one by one as they stop; whoever goes in this last part of a session is not counted as lost. */
const CLOSING = 0.01;

function changesOf(source: GraphSource, entity: number): Change[] {
  const segment = samplesOf(source, CHANNEL.segment, entity);
  const life = samplesOf(source, CHANNEL.life, entity);
  const end = source.info.durationMs * (1 - CLOSING);
  return [
    ...Array.from(segment?.t ?? [], (t, i): Change => ({ t, entity, exists: segment?.value[i] !== 0 })).filter(
      (change) => change.exists === true || change.t < end,
    ),
    ...Array.from(life?.t ?? [], (t, i): Change => ({ t, entity, dead: life?.value[i] === DEAD })),
  ];
}
