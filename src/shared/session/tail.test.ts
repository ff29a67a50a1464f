/** The growing tail against a naive list of samples, and the sampler on it against the sampler on the whole. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chunk, Column } from './chunk.ts';
import type { ChannelDef, SessionInfo } from './model.ts';
import { createFrameState, FrameSampler } from './sampler.ts';
import { appendToChunk, dropBefore, dropFrom } from './tail.ts';

const LAST = 300;
const ENTITIES = 5;
/** Channel: width, and whether its values are doubles. */
const CHANNELS = [
  { name: 'segment', width: 1, doubles: false },
  { name: 'position', width: 3, doubles: true },
  { name: 'heading', width: 1, doubles: true },
  { name: 'team', width: 1, doubles: false },
  { name: 'frame', width: 1, doubles: false },
] as const;

interface Sample {
  readonly channel: number;
  readonly entity: number;
  readonly t: number;
  readonly values: readonly number[];
}

function chunkOf(samples: readonly Sample[], t0: number, t1: number): Chunk {
  const columns = CHANNELS.map(({ width, doubles }, channel): Column | undefined => {
    const own = samples.filter((sample) => sample.channel === channel);
    if (own.length === 0) return undefined;
    const entities = [...new Set(own.map(({ entity }) => entity))].toSorted((a, b) => a - b);
    const rows = entities.map((entity) => own.filter((sample) => sample.entity === entity).toSorted((a, b) => a.t - b.t));
    const starts = new Int32Array(rows.length + 1);
    for (const [row, list] of rows.entries()) starts[row + 1] = (starts[row] as number) + list.length;
    const values = rows.flat().flatMap((sample) => sample.values);
    return {
      channel,
      width,
      entities: Int32Array.from(entities),
      starts,
      times: Int32Array.from(rows.flat(), ({ t }) => t),
      values: doubles ? Float64Array.from(values) : Int32Array.from(values),
    };
  });
  return { t0, t1, columns };
}

/** As chunkOf, with the latest at or before t0 as the state at the start. */
function wholeOf(samples: readonly Sample[], t0: number, t1: number): Chunk {
  const inside = samples.filter(
    (sample) =>
      sample.t < t1 &&
      (sample.t > t0 ||
        !samples.some(
          (other) =>
            other.channel === sample.channel && other.entity === sample.entity && other.t <= t0 && other.t > sample.t && other.t < t1,
        )),
  );
  return chunkOf(inside, t0, t1);
}

/** One sample per channel, entity and time. */
const samplesUpTo = (last: number): fc.Arbitrary<Sample[]> =>
  fc
    .uniqueArray(
      fc.record({
        channel: fc.nat(CHANNELS.length - 1),
        entity: fc.nat(ENTITIES - 1),
        t: fc.nat(last),
        seed: fc.integer({ min: -1000, max: 1000 }),
      }),
      { maxLength: 120, size: 'max', selector: ({ channel, entity, t }) => `${channel} ${entity} ${t}` },
    )
    .map((list) =>
      list.map(({ channel, entity, t, seed }) => {
        const { width, name } = CHANNELS[channel] as (typeof CHANNELS)[number];
        const of = (i: number): number => (name === 'segment' ? Math.abs(seed) % 3 : name === 'team' ? Math.abs(seed) % 4 : seed + i);
        return { channel, entity, t, values: Array.from({ length: width }, (_, i) => of(i)) };
      }),
    );

/** Without undefined at the end, which two ways of making a chunk may differ in. */
function plain(chunk: Chunk): unknown {
  return { ...chunk, columns: CHANNELS.map((_, channel) => chunk.columns[channel] ?? null) };
}

describe('tail', () => {
  it('is the same whether samples come at once or in parts', () => {
    fc.assert(
      fc.property(samplesUpTo(LAST), fc.array(fc.nat(LAST), { maxLength: 6 }), (samples, cuts) => {
        const edges = [...new Set([0, ...cuts, LAST + 1])].toSorted((a, b) => a - b);
        let tail = chunkOf([], 0, 0);
        for (const [i, to] of edges.slice(1).entries())
          tail = appendToChunk(
            tail,
            chunkOf(
              samples.filter(({ t }) => t >= (edges[i] as number) && t < to),
              0,
              to,
            ),
          );
        expect(plain(tail)).toEqual(plain(chunkOf(samples, 0, LAST + 1)));
      }),
    );
  });

  it('takes late samples, and those that replace others', () => {
    fc.assert(
      fc.property(samplesUpTo(LAST), samplesUpTo(LAST), (first, second) => {
        const replaced = first.filter((a) => !second.some((b) => a.channel === b.channel && a.entity === b.entity && a.t === b.t));
        const tail = appendToChunk(chunkOf(first, 0, LAST + 1), chunkOf(second, 0, LAST + 1));
        expect(plain(tail)).toEqual(plain(chunkOf([...replaced, ...second], 0, LAST + 1)));
      }),
    );
  });

  it('is cut so that each part answers for its own time', () => {
    fc.assert(
      fc.property(samplesUpTo(LAST), fc.nat(LAST), (samples, t) => {
        const whole = chunkOf(samples, 0, LAST + 1);
        expect(plain(dropBefore(whole, t))).toEqual(plain(wholeOf(samples, t, LAST + 1)));
        expect(plain(dropFrom(whole, t))).toEqual(
          plain(
            chunkOf(
              samples.filter((sample) => sample.t < t),
              0,
              t,
            ),
          ),
        );
      }),
    );
  });

  it('changes nothing that was handed out', () => {
    fc.assert(
      fc.property(samplesUpTo(LAST), samplesUpTo(LAST), (first, second) => {
        const tail = chunkOf(first, 0, LAST);
        const before = structuredClone(tail);
        appendToChunk(tail, chunkOf(second, 0, LAST));
        dropFrom(tail, 100);
        dropBefore(tail, 100);
        expect(tail).toEqual(before);
      }),
    );
  });

  it('gives the sampler the same picture at every moment as the whole session does', () => {
    const channels: ChannelDef[] = CHANNELS.map(({ name, width, doubles }, id) => ({
      id,
      name,
      type: doubles ? 'number' : 'int',
      width,
      layer: 0,
      unit: '',
    }));
    const info = {
      channels,
      framePeriodMs: 10,
      maxInterpolateMs: 80,
      space: { axis: [0, 1, 2], sign: [1, 1, 1], metresPerUnit: 1 },
    } as unknown as SessionInfo;
    const teams = ['', 'a', 'b', 'c'];
    fc.assert(
      fc.property(samplesUpTo(LAST), fc.nat(LAST), fc.nat(LAST), fc.array(fc.nat(LAST), { maxLength: 20 }), (samples, a, b, moments) => {
        const [sealedAt, known] = a < b ? [a, b] : [b, a];
        const part = (from: number, to: number): Chunk =>
          chunkOf(
            samples.filter(({ t }) => t >= from && t < to),
            0,
            to,
          );
        const grown = appendToChunk(part(0, known), part(known, LAST + 1));
        const sealed = dropFrom(grown, sealedAt);
        const tail = dropBefore(grown, sealedAt);
        const whole = new FrameSampler(info, teams, ['a', 'b', 'c']);
        const parts = new FrameSampler(info, teams, ['a', 'b', 'c']);
        const [expected, got] = [createFrameState(ENTITIES), createFrameState(ENTITIES)];
        for (const t of moments) {
          whole.sample(chunkOf(samples, 0, LAST + 1), null, t, expected);
          if (t < sealedAt) parts.sample(sealed, tail, t, got);
          else parts.sample(tail, null, t, got);
          expect(got).toEqual(expected);
        }
      }),
    );
  });
});
