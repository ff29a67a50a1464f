/** Samples of some entities, gathered from chunks in order of time. */
import type { Chunk } from '../../../../../shared/session/chunk.ts';
import type { ChannelDef } from '../../../../../shared/session/model.ts';

/** One channel of one entity: times in ms, and `width` native numbers for each. */
interface ChannelSamples {
  readonly t: number[];
  readonly values: number[];
  readonly width: number;
}

/** By channel name. */
export type Samples = Map<string, ChannelSamples>;

export async function samplesOf(
  chunks: AsyncIterable<Chunk>,
  channels: readonly ChannelDef[],
  wanted: ReadonlySet<number>,
): Promise<Map<number, Samples>> {
  const found = new Map<number, Samples>();
  for await (const chunk of chunks) {
    for (const column of chunk.columns) {
      const name = column === undefined ? undefined : channels[column.channel]?.name;
      if (column === undefined || name === undefined) continue;
      const { entities, starts, times, values, width } = column;
      for (let row = 0; row < entities.length; row++) {
        const entity = entities[row] as number;
        if (!wanted.has(entity)) continue;
        const samples: Samples = found.get(entity) ?? new Map();
        if (samples.size === 0) found.set(entity, samples);
        const list = samples.get(name) ?? { t: [], values: [], width };
        if (list.t.length === 0) samples.set(name, list);
        const last = list.t.at(-1) ?? -1;
        for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
          // A chunk begins with the state that the one before ended with.
          if ((times[i] as number) <= last) continue;
          list.t.push(times[i] as number);
          for (let k = 0; k < width; k++) list.values.push(values[i * width + k] as number);
        }
      }
    }
  }
  return found;
}
