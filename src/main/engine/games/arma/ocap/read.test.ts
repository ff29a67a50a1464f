/** Each layout of OCAP v1, and what is refused. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { MemorySource } from '../../../byte-source.ts';
import { RefusedInput } from '../../../game-adapter.ts';
import { ocapFormat } from './format.ts';
import { naiveState, type NaiveRecording } from './naive.ts';
import { SinkDouble } from './sink-double.ts';

const FIXTURES = join(import.meta.dirname, '../../../../../../test/fixtures/arma');

async function read(bytes: Uint8Array, name = 'test.json'): Promise<SinkDouble> {
  const sink = new SinkDouble();
  await ocapFormat.read(new MemorySource(name, bytes), sink, {
    signal: new AbortController().signal,
    nextSession: () => Promise.resolve(sink),
  });
  return sink;
}

function fixture(name: string): Buffer {
  return readFileSync(join(FIXTURES, name));
}

function find(sink: SinkDouble, nativeId: number): number {
  return sink.entities.findIndex((entity) => entity?.nativeId === String(nativeId));
}

/** The latest text of a channel at t. */
function textAt(sink: SinkDouble, entity: number, channel: string, t: number): string {
  return sink.text(sink.at(entity, channel, t)?.[0] ?? 0);
}

describe('layouts', () => {
  test.each(['ocap-2016.json', 'ocap-2019.json', 'ocap-2023.json', 'ocap-v5.json', 'plain.json.gz'])(
    '%s: the state of every frame',
    async (name) => {
      const bytes = fixture(name);
      const naive = JSON.parse(bytes.toString()) as NaiveRecording;
      for (const [spelling, form] of [
        ['as it is', bytes],
        ['gzipped', gzipSync(bytes)],
      ] as const) {
        const sink = await read(form, name);
        expect(sink.isPartial).toBe(false);
        for (let frame = 0; frame <= naive.endFrame; frame++) {
          const t = Math.round(frame * naive.captureDelay * 1000);
          expect(sink.stateAt(t), `${spelling}, frame ${frame}`).toEqual(naiveState(naive, t));
          expect(sink.stateAt(t + 1), `${spelling}, after frame ${frame}`).toEqual(naiveState(naive, t));
        }
      }
    },
  );

  test('2016: the clock comes after the entities, positions have no height, [] repeats', async () => {
    const sink = await read(fixture('ocap-2016.json'));
    const miller = find(sink, 0);
    expect(sink.head).toMatchObject({
      game: 'arma3',
      format: 'ocap-v1',
      title: 'Old Guard',
      world: 'stratis',
      worldSize: 8192,
      framePeriodMs: 500,
    });
    expect(sink.durationMs).toBe(1500);
    expect(sink.samples(miller, 'position').map(({ t }) => t)).toEqual([0, 500, 1500]);
    expect(sink.at(miller, 'position', 1500)).toEqual([-0.1, 100, Number.NaN]);
    expect(sink.events.map(({ type, t }) => [type, t])).toEqual([
      ['shot', 1000],
      ['hit', 500],
      ['death', 1500],
      ['join', 1000],
      ['destroyed', 1500],
    ]);
    const [shot, hit, death, join, destroyed] = sink.events;
    expect(shot).toMatchObject({ actor: miller, targetPosition: [150, 250], frame: 2 });
    expect(hit).toMatchObject({
      actor: miller,
      target: find(sink, 1),
      weapon: 'MX',
      data: { distance: 14.2, native: [1, 'hit', 1, [0, 'MX'], 14.2] },
    });
    expect(death?.actor).toBeUndefined();
    expect(join?.actor).toBe(miller);
    expect(destroyed).toMatchObject({ actor: miller, target: find(sink, 2) });
  });

  test('2019: respawns are gaps, team kills are friendly, both orders of a hit', async () => {
    const sink = await read(fixture('ocap-2019.json'));
    const kerry = find(sink, 0);
    const armstrong = find(sink, 1);
    expect(sink.gaps).toEqual([{ entity: kerry, t: 4000 }]);
    expect(textAt(sink, kerry, 'role', 1000)).toBe('Man');
    expect(textAt(sink, kerry, 'role', 2000)).toBe('Medic');
    expect(sink.existence(armstrong)).toEqual([
      [0, true],
      [2000, false],
    ]);
    const [, hit, kill, death, captured, flag, end] = sink.events;
    expect(hit).toMatchObject({ type: 'hit', actor: kerry, target: armstrong, weapon: 'Katiba', data: { distance: 88.5 } });
    expect(kill).toMatchObject({ type: 'kill', actor: armstrong, target: kerry, data: { friendly: true, distance: 10 } });
    expect(death).toMatchObject({ type: 'death', target: armstrong });
    expect(captured).toMatchObject({ type: 'capture', actor: kerry, position: [30, 40, 0] });
    expect(flag).toMatchObject({ type: 'capture', nativeType: 'capturedFlag', actor: kerry });
    expect(end).toMatchObject({ type: 'match_end', data: { message: 'WEST won' } });
    expect(sink.head.result).toBe('WEST won');
    // A marker without a frame is left out; the other is sorted, and gone after its last frame.
    expect(sink.warnings.get('bad-marker')?.count).toBe(1);
    const marker = sink.entities.findIndex((entity) => entity?.kind === 'marker');
    expect(sink.samples(marker, 'position').map(({ t }) => t)).toEqual([0, 2000]);
    expect(JSON.parse(textAt(sink, marker, 'shape', 2000))).toMatchObject({ alpha: 0.5, color: '#004D99', shape: 'ICON' });
    expect(sink.existence(marker)).toEqual([
      [0, true],
      [4000, false],
    ]);
    // .5 is 5 ms: recorders do not pad.
    expect(sink.head.startedAt).toBe('2021-05-01T19:00:00.005Z');
    expect(sink.clocks.find(({ id }) => id === 'mission_date')?.rate).toEqual([2]);
  });

  test('2023: vehicles without a type, ranges, tickets as text', async () => {
    const sink = await read(fixture('ocap-2023.json'));
    const apc = find(sink, 456);
    expect(sink.entities[apc]).toMatchObject({ kind: 'vehicle', className: 'apc', team: null });
    expect(sink.existence(apc)).toEqual([[2000, true]]);
    expect(sink.existence(find(sink, 3))).toEqual([]);
    expect(textAt(sink, apc, 'crew', 3000)).toBe('[22]');
    expect(sink.at(find(sink, 22), 'inVehicle', 2000)).toEqual([1]);
    expect(sink.events.find(({ type }) => type === 'tickets')?.data?.['tickets']).toEqual([-1, -1, 4, -1]);
    expect(sink.events.find(({ type }) => type === 'destroyed')).toMatchObject({
      actor: find(sink, 22),
      target: apc,
      data: { distance: 329 },
    });
    expect(sink.events.find(({ type }) => type === 'hit')?.weapon).toBeUndefined();
    expect(sink.warnings.get('unknown-entity')?.count).toBe(1);
  });

  test('v5: holes in ranges, claims of crew, markers, clocks', async () => {
    const sink = await read(fixture('ocap-v5.json'));
    const ada = find(sink, 1);
    const heli = find(sink, 4);
    expect(find(sink, 0)).toBe(-1);
    expect(sink.entities[ada]).toMatchObject({ kind: 'player', group: 'A' });
    expect(sink.existence(heli)).toEqual([
      [0, true],
      [2000, false],
      [3000, true],
      [5000, false],
      [7000, true],
    ]);
    // At frame 3 the crew list is empty, but the unit says where it is.
    expect(sink.samples(ada, 'parent')).toEqual([
      { t: 3000, value: [heli] },
      { t: 5000, value: [0] },
    ]);
    expect(textAt(sink, ada, 'group', 4000)).toBe('B');
    expect(textAt(sink, ada, 'team', 5000)).toBe('EAST');
    expect(textAt(sink, ada, 'name', 5000)).toBe('Ada');
    expect(sink.events.map(({ type }) => type)).toEqual([
      'kill',
      'score',
      'score',
      'hack_start',
      'hack_cancel',
      'capture',
      'contest',
      'custom',
      'leave',
      'match_end',
    ]);
    expect(sink.events[7]).toMatchObject({ nativeType: 'weather', data: { native: [6, 'weather', { rain: 1 }] } });
    expect(sink.head).toMatchObject({ result: 'BLUFOR holds all', startedAt: '2026-03-07T18:00:00.000Z', worldSize: 15360 });
    const [objective, line, smoke] = sink.entities.flatMap((entity, id) =>
      entity?.kind === 'marker' || entity?.kind === 'projectile' ? [id] : [],
    );
    expect(JSON.parse(textAt(sink, objective!, 'shape', 5000))).toMatchObject({ text: 'OBJ (held)', color: '#800000' });
    expect(JSON.parse(textAt(sink, line!, 'shape', 2000))).toMatchObject({
      shape: 'POLYLINE',
      points: [
        [30, 30],
        [35, 38],
      ],
    });
    expect(sink.entities[smoke!]?.kind).toBe('projectile');
    expect(sink.existence(smoke!)).toEqual([
      [3000, true],
      [5000, false],
    ]);
    // The running minute stays one stretch.
    expect(sink.clocks.find(({ id }) => id === 'mission_date')?.t).toEqual([1000]);
  });
});

describe('odd but readable', () => {
  const small = fixture('ocap-2016.json').toString();

  test('a byte order mark, NUL bytes at the end, white space', async () => {
    const plain = await read(Buffer.from(small));
    const odd = await read(Buffer.from(`\uFEFF \n${JSON.stringify(JSON.parse(small), null, 2)}\0\0\0\0`));
    expect(odd.stateAt(500)).toEqual(plain.stateAt(500));
    expect(odd.events).toEqual(plain.events);
    expect([...odd.warnings]).toEqual([]);
  });

  test('bytes after the gzip data, and a cut trailer', async () => {
    const packed = gzipSync(small);
    const trailing = await read(Buffer.concat([packed, Buffer.from('garbage')]));
    expect(trailing.warnings.get('gzip-trailing')?.count).toBe(1);
    expect(trailing.isPartial).toBe(false);
    const cut = await read(packed.subarray(0, -5));
    expect(cut.isPartial).toBe(false);
    expect(cut.events).toHaveLength(5);
    const wrong = Buffer.from(packed);
    wrong[wrong.length - 6]! ^= 1;
    expect((await read(wrong)).warnings.has('gzip-checksum')).toBe(true);
  });

  test('gzip members one after another', async () => {
    const half = Math.floor(small.length / 2);
    const sink = await read(Buffer.concat([gzipSync(small.slice(0, half)), gzipSync(small.slice(half))]));
    expect(sink.events).toHaveLength(5);
    expect([...sink.warnings]).toEqual([]);
  });

  test('a damaged tuple costs only itself', async () => {
    const sink = await read(Buffer.from(small.replace('[[101,201.5],65,1,0]', '[[101,nan],65,1,0]')));
    expect(sink.warnings.get('bad-position')?.count).toBe(1);
    expect(sink.samples(find(sink, 0), 'position').map(({ t }) => t)).toEqual([0, 1500]);
    expect(sink.events).toHaveLength(5);
  });

  test('a lost quote costs one entity', async () => {
    const v5 = fixture('ocap-v5.json').toString();
    const sink = await read(Buffer.from(v5.replace('"name":"Bo"', '"name":"Bo')));
    expect(sink.warnings.get('bad-entity')?.count).toBe(1);
    expect(sink.isPartial).toBe(false);
    expect(find(sink, 4)).toBeGreaterThan(0);
    expect(sink.events).toHaveLength(10);
  });

  test('duplicate ids, frames that cannot be', async () => {
    const sink = await read(
      Buffer.from(
        small.replace('"id":1,', '"id":0,').replace('"startFrameNum":1', '"startFrameNum":-7').replace('[2,[150,250]]', '[1e12,[150,250]]'),
      ),
    );
    expect([...sink.warnings.keys()].toSorted()).toEqual(['bad-shot', 'bad-start-frame', 'duplicate-id', 'unknown-entity']);
    expect(sink.isPartial).toBe(false);
  });

  test('cut anywhere: what came before is kept', async () => {
    const bytes = fixture('ocap-v5.json');
    const cut = await read(bytes.subarray(0, bytes.indexOf('"id":4')));
    expect(cut.isPartial).toBe(true);
    expect(cut.warnings.get('cut')?.first).toMatch(/incomplete/);
    expect(cut.stateAt(0).map(({ nativeId }) => nativeId)).toEqual(['2']);
  });

  test('a cancelled reading stops', async () => {
    const controller = new AbortController();
    controller.abort(new Error('cancelled'));
    const sink = new SinkDouble();
    const reading = ocapFormat.read(new MemorySource('x.json', Buffer.from(small)), sink, {
      signal: controller.signal,
      nextSession: () => Promise.resolve(sink),
    });
    await expect(reading).rejects.toThrow('cancelled');
  });
});

describe('refused, by name', () => {
  test.each([
    ['', 'is empty'],
    ['<!DOCTYPE html><html><body>502</body></html>', 'is a web page (HTML)'],
    ['[1,2]', 'is a JSON list'],
    ['hello', 'it is no JSON'],
    ['{"foo":1,"bar":[2]}', 'is JSON of another kind (it begins with "foo", "bar")'],
    ['{}', 'is JSON of another kind'],
    ['{"entities":[]}', 'is JSON of another kind'],
    ['{"missionName":"x","captureDelay":1', 'is cut off before its first entity'],
    ['{"missionName":"x","captureDelay":1,"entities":[]}', 'is an OCAP recording without entities'],
    [`{"x":${'['.repeat(100)}`, 'is nested more than 64 levels deep'],
    ['\xFF\xFE{\0'.replaceAll('\xFF', '\u00FF'), 'it is no JSON'],
  ])('%s', async (text, reason) => {
    await expect(read(Buffer.from(text), 'it.json')).rejects.toThrow(RefusedInput);
    await expect(read(Buffer.from(text), 'it.json')).rejects.toThrow(`it.json`);
    await expect(read(Buffer.from(text), 'it.json')).rejects.toThrow(reason);
  });

  test.each([
    ['map.json', 'describes a map of an OCAP server'],
    ['capture-data-2018.json', 'in the "captureData" layout that OCAP tried in 2018'],
    ['packed-2018.json', 'in the packed layout that OCAP tried in 2018'],
  ])('%s', async (name, reason) => {
    await expect(read(fixture(name), name)).rejects.toThrow(reason);
  });

  test('gzip in gzip, UTF-16', async () => {
    await expect(read(gzipSync(gzipSync('{}')))).rejects.toThrow('is compressed twice with gzip');
    await expect(read(Buffer.from('\uFEFF{}', 'utf16le'))).rejects.toThrow('is UTF-16 text');
  });

  test('a bomb of white space or of one value ends early', async () => {
    await expect(read(gzipSync(Buffer.alloc(2 ** 26, 0x20)))).rejects.toThrow(RefusedInput);
    const text = Buffer.concat([Buffer.from('{"missionName":"'), Buffer.alloc(2 ** 27, 0x61)]);
    await expect(read(gzipSync(text))).rejects.toThrow('one value of more than 64 MB');
  });
});

describe('sniffing', () => {
  const sniff = (text: string, name: string): number => ocapFormat.sniff(Buffer.from(text), name);

  test('goes by content, and by name only to be able to say what a file is', () => {
    expect(ocapFormat.sniff(fixture('ocap-2023.json'), 'x')).toBe(3);
    expect(ocapFormat.sniff(fixture('ocap-2016.json'), 'x')).toBe(3);
    expect(ocapFormat.sniff(fixture('capture-data-2018.json'), 'x')).toBeGreaterThanOrEqual(2);
    expect(sniff('{"a":1}', 'a.json')).toBe(1);
    expect(sniff('{"a":1}', 'a.txt')).toBe(0);
    expect(sniff('PK', 'a.echoreplay')).toBe(0);
  });
});
