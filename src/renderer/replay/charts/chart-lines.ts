/** The lines of a profile's chart over the whole session, from its overview: no chunk has to be read. */
import type { ChartProfile } from '../../../shared/games/profile.ts';
import type { Chunk } from '../../../shared/session/chunk.ts';
import { SESSION_ENTITY, type SessionInfo } from '../../../shared/session/model.ts';
import { rowOf } from '../../../shared/session/sampler.ts';

/** A value that holds from t[i] until t[i + 1]. */
export interface ChartLine {
  readonly label: string;
  readonly colour: ChartProfile['series'][number]['colour'] | 'chosen';
  /** ms, ascending. */
  readonly t: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

export interface SessionChart {
  readonly id: string;
  /** With the unit: "Server, fps". */
  readonly label: string;
  readonly unit: string;
  readonly lines: readonly ChartLine[];
}

export interface ChartSource {
  readonly info: Pick<SessionInfo, 'channels'>;
  readonly overview: Chunk | null;
}

/** Charts and lines that the session has nothing for are left out, and lines that are 0 throughout where another is not. */
export function sessionCharts(charts: readonly ChartProfile[], source: ChartSource): readonly SessionChart[] {
  return charts.flatMap(({ id, label, unit, series }) => {
    const all = series.flatMap(({ channel, at, ...line }): ChartLine[] => {
      const samples = channelSamples(source, channel, at ?? [0]);
      return samples === null ? [] : [{ ...line, ...samples }];
    });
    const some = all.filter(({ value }) => Array.prototype.some.call(value, (v: number) => v !== 0));
    const lines = some.length > 0 ? some : all;
    return lines.length === 0 ? [] : [{ id, label: unit === '' ? label : `${label}, ${unit}`, unit, lines }];
  });
}

/** Sums of some components of a channel of the session; null when the overview has none. */
export function channelSamples(
  { info, overview }: ChartSource,
  channel: string,
  components: readonly number[],
): Pick<ChartLine, 't' | 'value'> | null {
  const def = info.channels.find(({ name }) => name === channel);
  const column = def === undefined ? undefined : overview?.columns[def.id];
  const row = column === undefined ? -1 : rowOf(column, SESSION_ENTITY);
  if (column === undefined || row < 0) return null;
  const from = column.starts[row] as number;
  const to = column.starts[row + 1] as number;
  const value = new Float64Array(to - from);
  for (let i = from; i < to; i++)
    for (const at of components) value[i - from] = (value[i - from] as number) + (column.values[i * column.width + at] ?? Number.NaN);
  return to > from ? { t: column.times.subarray(from, to), value } : null;
}

/** What a line says at t; null before it begins. */
export function lineAt({ t: times, value }: Pick<ChartLine, 't' | 'value'>, t: number): number | null {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) <= t) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : (value[low - 1] ?? null);
}
