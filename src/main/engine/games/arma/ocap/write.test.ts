/** A session written as OCAP reads back as the same session. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeOcap as simulate } from '../../../../../../simulators/arma/write-ocap.ts';
import { MemorySource } from '../../../byte-source.ts';
import { statesAt } from '../../../export/state-lines.ts';
import { MemorySession } from '../../../memory-session.ts';
import { SessionWriter } from '../../../session-writer.ts';
import { zstd } from '../../../zstd.ts';
import { naiveState, type NaiveRecording } from './naive.ts';
import { readOcap } from './read.ts';
import { SinkDouble } from './sink-double.ts';
import { writeOcap } from './write.ts';

const FIXTURES = join(import.meta.dirname, '../../../../../../test/fixtures/arma');
const REAL = join(import.meta.dirname, '../../../../../../../shared/data/arma');
const here = existsSync(REAL);
if (!here) console.warn(`Skipped: round trips of real OCAP recordings (no ${REAL}).`);

async function readDouble(bytes: Uint8Array): Promise<SinkDouble> {
  const sink = new SinkDouble();
  await readOcap(new MemorySource('x.json', bytes), sink, {
    signal: new AbortController().signal,
    nextSession: () => Promise.resolve(sink),
  });
  return sink;
}

async function readSession(bytes: Uint8Array): Promise<MemorySession> {
  const session = new MemorySession();
  const { signal } = new AbortController();
  const sink = new SessionWriter({ target: session, compression: zstd, signal, tempDir: tmpdir() });
  await readOcap(new MemorySource('x.json', bytes), sink, { signal, nextSession: () => Promise.resolve(sink) });
  await sink.finish();
  return session;
}

async function written(session: MemorySession): Promise<{ bytes: Buffer; warnings: readonly unknown[] }> {
  const pieces: Uint8Array[] = [];
  const keep = (piece: Uint8Array): Promise<void> => {
    pieces.push(piece);
    return Promise.resolve();
  };
  const { warnings } = await writeOcap(session, keep, new AbortController().signal);
  return { bytes: Buffer.concat(pieces), warnings };
}

/** Everything of a session that a reader gave, in words that do not depend on how ids were handed out. */
function content(sink: SinkDouble): object {
  const texts = new Set(sink.channels.filter(({ type }) => type === 'string').map(({ name }) => name));
  // Written in order of their ids.
  const inOrder = sink.entities
    .map((entity, id) => ({ entity, id }))
    .toSorted((a, b) => Number(a.entity?.nativeId ?? 0) - Number(b.entity?.nativeId ?? 0) || a.id - b.id);
  const entities = inOrder.map(({ entity, id }) => ({
    kind: entity?.kind,
    nativeId: entity?.nativeId,
    name: entity?.name,
    team: entity?.team,
    group: entity?.group,
    className: entity?.className,
    existence: sink.existence(id),
    channels: sink.channels.map(({ name }) => [
      name,
      // Only changes count: what repeats is dropped by a real sink.
      sink
        .samples(id, name)
        .map(({ t, value }) => ({
          t,
          value: texts.has(name) ? sink.text(value[0]!) : name === 'parent' ? (sink.entities[value[0]!]?.nativeId ?? null) : value,
        }))
        .filter((sample, i, all) => JSON.stringify(sample.value) !== JSON.stringify(all[i - 1]?.value)),
    ]),
  }));
  const events = sink.events
    .map((e) => ({ ...e, actor: sink.entities[e.actor ?? 0]?.nativeId, target: sink.entities[e.target ?? 0]?.nativeId }))
    .toSorted((a, b) => a.t - b.t || JSON.stringify(a).localeCompare(JSON.stringify(b)));
  return {
    entities,
    events,
    gaps: sink.gaps
      .map(({ entity, t }) => ({ entity: sink.entities[entity]?.nativeId, t }))
      .toSorted((a, b) => a.t - b.t || String(a.entity).localeCompare(String(b.entity))),
    clocks: sink.clocks,
    frames: sink.frames,
    startedAt: sink.head.startedAt,
    title: sink.head.title,
    result: sink.head.result,
  };
}

/** What a recording says, and what it says after it was written anew. */
async function roundTrip(bytes: Uint8Array): Promise<{ before: unknown; after: unknown }> {
  const { bytes: again, warnings } = await written(await readSession(bytes));
  JSON.parse(again.toString());
  return { before: { ...content(await readDouble(bytes)), warnings: [] }, after: { ...content(await readDouble(again)), warnings } };
}

describe('written and read again', () => {
  test.each(readdirSync(FIXTURES).filter((name) => name.startsWith('ocap-')))('%s', async (name) => {
    const { before, after } = await roundTrip(readFileSync(join(FIXTURES, name)));
    expect(after).toEqual(before);
  });

  test.skipIf(!here).each(['mission_10_aaocaptesting.json', 'synthetic_v5_small.json'])('%s', async (name) => {
    const { before, after } = await roundTrip(readFileSync(join(REAL, name)));
    expect(after).toEqual(before);
  });

  test('a simulated operation', { timeout: 60_000 }, async () => {
    const pieces: Uint8Array[] = [];
    const keep = (piece: Uint8Array): Promise<void> => {
      pieces.push(piece);
      return Promise.resolve();
    };
    await simulate(keep, { minutes: 6, captureDelay: 0.7 });
    const { before, after } = await roundTrip(Buffer.concat(pieces));
    expect(after).toEqual(before);
  });

  test('random recordings: every state, through chunks and back', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(recording, async (native) => {
        const bytes = Buffer.from(JSON.stringify(native));
        const last = Math.round(native.endFrame * native.captureDelay * 1000);
        const moments = [0, 1, Math.floor(last / 3), Math.floor(last / 2), last];
        const session = await readSession(bytes);
        let i = 0;
        for await (const line of statesAt(session, moments)) {
          const expected = naiveState(native as unknown as NaiveRecording, moments[i]!);
          const shown = (row: { nativeId: string; name: string; team: string | null; life: string }, place: unknown): unknown => {
            const { nativeId, name, team, life } = row;
            return { nativeId, name, team, life, place };
          };
          expect(line.entities.map((row) => shown(row, row.nativePosition))).toEqual(expected.map((row) => shown(row, row.nativePosition)));
          i++;
        }
        expect(i).toBe(moments.length);
        const { before, after } = await roundTrip(bytes);
        expect(after).toEqual(before);
      }),
      { numRuns: process.env['SANDTABLE_LONG'] === '1' ? 500 : 40 },
    );
  });
});

const coordinate = fc.oneof(
  fc.integer({ min: -100_000, max: 3_000_000 }).map((n) => n / 100),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((n) => (Object.is(n, -0) ? 0 : n)),
);
const name = fc.oneof(fc.constantFrom('Miller', 'Åke "The" Bear', 'a\\b', '日本', '}],[['), fc.string({ minLength: 1, maxLength: 12 }));
const side = fc.constantFrom('WEST', 'EAST', 'GUER', 'CIV');
/** Stretches of equal states, as in real recordings. */
const held = <T>(state: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc
    .array(fc.tuple(state, fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 8 })
    .map((runs) => runs.flatMap(([value, times]) => Array.from({ length: times }, () => value)));

const unitState = fc
  .tuple(
    fc.tuple(coordinate, coordinate, coordinate),
    fc.integer({ min: 0, max: 360 }),
    fc.constantFrom(0, 1, 2),
    fc.constantFrom(0, 0, 7),
    name,
    fc.constantFrom(0, 1),
    fc.constantFrom('Man', 'Medic'),
    name,
    side,
  )
  .map((tuple) => [...tuple]);

const recording = fc
  .record({
    captureDelay: fc.constantFrom(1, 0.5, 0.3, 2),
    units: fc.array(
      fc.record({ fields: fc.constantFrom(4, 6, 7, 9), start: fc.integer({ min: 0, max: 30 }), states: held(unitState), side, name }),
      { minLength: 1, maxLength: 4 },
    ),
    vehicles: fc.array(
      fc.record({
        ranged: fc.boolean(),
        states: held(
          fc.tuple(
            fc.tuple(coordinate, coordinate, coordinate),
            fc.integer({ min: 0, max: 360 }),
            fc.constantFrom(0, 1),
            fc.subarray([0, 1, 2]),
          ),
        ),
        name,
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ captureDelay, units, vehicles }) => {
    const entities: Record<string, unknown>[] = units.map((unit, id) => ({
      id,
      name: unit.name,
      group: 'G',
      side: unit.side,
      isPlayer: 0,
      type: 'unit',
      startFrameNum: unit.start,
      positions: unit.states.map((state) => state.slice(0, unit.fields)),
      framesFired: [[unit.start, [1, 2, 3]]],
    }));
    for (const [i, vehicle] of vehicles.entries()) {
      entities.push({
        id: 10 + i,
        name: vehicle.name,
        type: 'vehicle',
        class: 'car',
        startFrameNum: 0,
        positions: vehicle.states.map((state, frame) => (vehicle.ranged ? [...state, [frame + 2, frame + 2]] : state)),
        framesFired: [],
      });
    }
    const lasts = [
      ...units.map(({ start, states }) => start + states.length - 1),
      ...vehicles.map(({ ranged, states }) => states.length - 1 + (ranged ? 2 : 0)),
    ];
    return {
      missionName: 'random',
      worldName: 'vr',
      captureDelay,
      endFrame: Math.max(...lasts),
      times: [],
      entities,
      events: [[0, 'hit', 0, [1, 'x'], 2]],
      Markers: [],
    };
  });
