/** Logs of events in every shape, whole and damaged. */
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MohaaSimulation } from '../../../../../../simulators/mohaa/bodies.ts';
import { simulateBodies } from '../../../../../../simulators/mohaa/bodies.ts';
import { STARTED_AT, writeMohaaLog } from '../../../../../../simulators/mohaa/write-log.ts';
import { MemorySource } from '../../../byte-source.ts';
import { RefusedInput } from '../../../game-adapter.ts';
import { sniffFile } from '../../../sniff.ts';
import { ADAPTERS } from '../../registry.ts';
import { parseBody } from '../dialect/body.ts';
import { eventsOf, readLog } from '../test-sessions.ts';
import { parseRecord, recordLine } from './log-record.ts';
import { RecordStream } from './record-stream.ts';

const RUNS = process.env['SANDTABLE_LONG'] === '1' ? 2000 : 40;

async function written(options: MohaaSimulation): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await writeMohaaLog(
    (bytes) => {
      parts.push(bytes);
      return Promise.resolve();
    },
    { minutes: 0.4, players: 4, bots: 1, ...options },
  );
  return Buffer.concat(parts);
}

/** The events of a body, as JSON. */
function sentIn(body: Uint8Array | string): readonly string[] {
  return parseBody(body).events.map(({ sent }) => JSON.stringify(sent));
}

async function told(bytes: Uint8Array | string): Promise<readonly string[]> {
  const sessions = await readLog(bytes);
  const events = (await Promise.all(sessions.map(eventsOf))).flat();
  return events.map(({ t, nativeType, actor, target }) => [t, nativeType, actor?.name ?? '-', target?.name ?? '-'].join(' '));
}

describe('shapes', () => {
  test('records with bodies, records with events, and bodies alone are the same session', async () => {
    for (const dialect of ['seed', 'lines', 'json'] as const) {
      const options = { dialect, minutes: 0.4, players: 4, bots: 1 };
      const expected = await told(await written(options));
      const bodies = [...simulateBodies(options)];
      expect(expected.length).toBeGreaterThan(50);
      expect(await told(bodies.map(({ at, server, body }) => recordLine(STARTED_AT + at, server, sentIn(body))).join(''))).toEqual(
        expected,
      );
      expect(await told(bodies.map(({ body }) => Buffer.from(body).toString()).join('\n'))).toEqual(expected);
      expect(await told(gzipSync(await written(options)))).toEqual(expected);
    }
  });

  test('a list over many lines, with a byte order mark', async () => {
    const list = [1, 2, 3].map((timestamp) => ({ type: 'jump', match_id: 'm', timestamp, player_name: 'A{"' }));
    expect(await told(`\uFEFF${JSON.stringify(list, undefined, 2)}\n`)).toEqual(['0 jump A{" -', '1000 jump A{" -', '2000 jump A{" -']);
  });

  test('the clocks of a log: that of the map, and when things arrived', async () => {
    const [session] = await readLog(await written({}));
    const { clocks, startedAt, durationMs } = session?.info() ?? {};
    expect(clocks?.map(({ id }) => id)).toEqual(['map_time', 'utc']);
    // A flush takes up to 2 s; the least delayed event says when.
    expect(Math.abs(Date.parse(startedAt ?? '') - STARTED_AT)).toBeLessThan(2100);
    expect(durationMs).toBeGreaterThan(20_000);
  });

  test('two servers in one log are sessions of their own', async () => {
    const logs = await Promise.all(
      ['one', 'two'].map(async (server, i) => (await written({ server, seed: i + 1, matches: 2 })).toString().split('\n')),
    );
    const mixed = Array.from({ length: Math.max(...logs.map((lines) => lines.length)) }, (_, i) => logs.map((lines) => lines[i] ?? ''))
      .flat()
      .join('\n');
    const sessions = await readLog(mixed);
    expect(sessions.map((session) => JSON.stringify(session.info().data['server'])).toSorted()).toEqual([
      '"one"',
      '"one"',
      '"two"',
      '"two"',
    ]);
    // The longer of the two goes on alone; nothing of either is lost.
    const alone = (await Promise.all(logs.map((lines) => told(lines.join('\n'))))).flat().toSorted();
    expect((await told(mixed)).toSorted()).toEqual(alone);
  });
});

describe('damage', () => {
  test('a log that ends in the middle of a record is partial, and what is whole counts', async () => {
    const whole = await written({});
    const [session] = await readLog(whole.subarray(0, whole.length - 10));
    expect(session?.info()).toMatchObject({ partial: true, warnings: [{ code: 'broken-record', count: 1 }] });
    const packed = gzipSync(whole);
    const [cut] = await readLog(packed.subarray(0, packed.length / 2));
    expect(cut?.info().partial).toBe(true);
    expect(cut?.info().warnings.map(({ code }) => code)).toContain('gzip-damaged');
  });

  test('a line that was cut costs itself', async () => {
    const lines = (await written({})).toString().split('\n');
    const cut = [...lines.slice(0, 5), (lines[5] ?? '').slice(0, 80), ...lines.slice(5)];
    expect(await told(cut.join('\n'))).toEqual(await told(lines.join('\n')));
  });

  test('a log without an event is refused with one sentence', async () => {
    await expect(readLog('{"receivedAt":1,"server":"x","body":"hello"}\n')).rejects.toThrow(
      new RefusedInput('test.ndjson holds no event of the game (A line is neither a form nor JSON.).'),
    );
  });

  test('any damage ends in sessions or one sentence', async () => {
    const whole = await written({ minutes: 0.15, faults: ['awkward', 'nul'] });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        fc.nat(whole.length),
        async (changes, length) => {
          const bytes = Buffer.from(whole.subarray(0, length));
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const ending = await readLog(bytes).catch((error: unknown) => error);
          expect(ending instanceof RefusedInput || (Array.isArray(ending) && ending.length > 0)).toBe(true);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('records', () => {
  test('however the bytes are cut, and where each begins', () => {
    const text = ' [{"a":"}{\\""},\n{"b":\n{"c":1}}]\ntype=x&y=[\n\0{"d":2}\nlast';
    const expected = [
      ['{"a":"}{\\""}', 2],
      ['{"b":\n{"c":1}}', 16],
      ['type=x&y=[', 32],
      ['{"d":2}', 44],
      ['last', 52],
    ];
    const bytes = Buffer.from(text);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 12 }), (cuts) => {
        const stream = new RecordStream();
        const found: (string | number)[][] = [];
        const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        for (let i = 0; i + 1 < places.length; i++)
          for (const record of stream.push(bytes.subarray(places[i], places[i + 1]))) found.push([record, stream.at]);
        const rest = stream.end();
        if (rest !== null) found.push([rest, stream.at]);
        expect(found).toEqual(expected);
        expect([stream.broken, stream.isCut]).toEqual([0, false]);
      }),
    );
  });

  test('one that is too long is passed over', () => {
    const stream = new RecordStream(100);
    const found: string[] = [];
    for (const piece of [`{"a":"${'x'.repeat(60)}`, 'y'.repeat(60), 'z"}\n{"b":1}']) found.push(...stream.push(Buffer.from(piece)));
    expect(found).toEqual(['{"b":1}']);
    expect(stream.broken).toBe(1);
  });

  test('times of arrival as numbers and as dates; the token is not kept', () => {
    expect(parseRecord('{"receivedAt":"2026-02-06T19:00:00Z","server":"s","body":"type=jump"}')).toMatchObject({
      receivedAt: Date.UTC(2026, 1, 6, 19),
      server: 's',
    });
    expect(parseRecord('{"receivedAt":5,"events":[{"type":"jump"}]}').events).toHaveLength(1);
    expect(parseRecord('{"type":"chat","message":"\\"body\\":"}').events).toHaveLength(1);
    expect(recordLine(1, 's', sentIn('type=jump&server_token=secret'))).not.toContain('secret');
  });
});

describe('sniffing', () => {
  const format = async (text: string, name = 'x.ndjson') => {
    try {
      return (await sniffFile(new MemorySource(name, Buffer.from(text)), ADAPTERS)).format.id;
    } catch (error) {
      return error instanceof RefusedInput ? 'refused' : error;
    }
  };
  test.each([
    ['{"receivedAt":1,"server":"s","body":"x"}', 'mohaa-events'],
    ['type=kill&match_id=m&timestamp=1', 'mohaa-events'],
    ['[{"type":"player_kill","match_id":"no_match"}]', 'mohaa-events'],
    ['{"session_id":"s","type":"distance"}\n', 'mohaa-events'],
    ['{"type":"hello","payload":{}}', 'ocap-stream'],
    ['{"type":"hello","match_id":"m"}', 'refused'],
    ['{"name":"x"}', 'refused'],
    ['type=kill', 'refused'],
  ])('%s', async (text, expected) => {
    expect(await format(text)).toBe(expected);
  });
});
