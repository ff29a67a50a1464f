/** What each command becomes in the session, in both names and both spellings of quotes. */
import { describe, expect, test } from 'vitest';
import type { SinkDouble } from '../ocap/sink-double.ts';
import { drive, line, missionArgs } from './drive.ts';

const SPELLINGS = [
  ['seed', 'json'],
  ['new', 'json'],
  ['seed', 'sqf'],
  ['new', 'sqf'],
] as const;

const NEW_NAMES: Readonly<Record<string, string>> = {
  ':NEW:MISSION:': ':MISSION:START:',
  ':NEW:SOLDIER:': ':SOLDIER:CREATE:',
  ':NEW:VEHICLE:': ':VEHICLE:CREATE:',
  ':NEW:SOLDIER:STATE:': ':SOLDIER:STATE:',
  ':NEW:VEHICLE:STATE:': ':VEHICLE:STATE:',
  ':PROJECTILE:': ':EVENT:PROJECTILE:',
  ':KILL:': ':EVENT:KILL:',
  ':EVENT:': ':EVENT:GENERAL:',
  ':CHAT:': ':EVENT:CHAT:',
  ':RADIO:': ':EVENT:RADIO:',
  ':NEW:TIME:STATE:': ':TIME:STATE:',
  ':NEW:MARKER:': ':MARKER:CREATE:',
  ':NEW:MARKER:STATE:': ':MARKER:STATE:',
  ':DELETE:MARKER:': ':MARKER:DELETE:',
  ':SAVE:MISSION:': ':MISSION:SAVE:',
};

type Call = readonly [name: string, ...args: readonly unknown[]];

/** Ann and Bob of WEST, Zed of EAST, a heli; 0.5 s a frame; then these commands. All must be taken. */
async function record(calls: readonly Call[], [names, quotes]: readonly ['seed' | 'new', 'json' | 'sqf']): Promise<SinkDouble> {
  const game = drive();
  const people: Call[] = [
    [':NEW:MISSION:', ...missionArgs()],
    [':NEW:SOLDIER:', 1, 0, 'Ann', 'Alpha', '<WEST>', 1, 'Medic@Alpha', 'B_medic_F', 'Medic', '7656', '[["Tag",1]]'],
    [':NEW:SOLDIER:', '<1.00>', 1, 'B "o" b', 'Alpha', '<WEST>', 0, 'Rifleman', 'B_F', 'Rifleman', '', '[]'],
    [':NEW:SOLDIER:', 1, '<2.00>', 'Zed', 'Zulu', '<EAST>', 0, 'Rifleman', 'O_F', 'Rifleman', '', '[]'],
    [':NEW:VEHICLE:', 1, 6, 'heli', 'UH-80', 'B_Heli', '[["Black",1],[]]', ...(names === 'new' ? ['<WEST>'] : [])],
    state(0, 1, 100, 200),
    state(1, 1, 110, 200),
    state(2, 1, 300, 200),
  ];
  for (const [name, ...args] of [...people, ...calls, [':SAVE:MISSION:'] as const])
    await game.say(line(quotes, names === 'new' ? (NEW_NAMES[name] ?? name) : name, ...args));
  expect(game.answers.filter((answer) => !answer.startsWith('["ok"'))).toEqual([]);
  const [sink] = game.sessions;
  if (sink === undefined) throw new Error('no session');
  return sink;
}

function state(id: number, frame: number, x: number, y: number, more: Readonly<Record<number, unknown>> = {}): Call {
  const names = ['Ann', 'B "o" b', 'Zed'];
  const sides = ['<WEST>', '<WEST>', '<EAST>'];
  const args: unknown[] = [id, [x, y, 5.5], 90, 1, 0, names[id], id === 0 ? 1 : 0, 'Man', frame];
  args.push(true, false, '1,0,0,0,2,3', '', -1, 'STAND', id === 2 ? 'Zulu' : 'Alpha', sides[id]);
  for (const [i, value] of Object.entries(more)) args[Number(i)] = value;
  return [':NEW:SOLDIER:STATE:', ...args];
}

const id = (sink: SinkDouble, nativeId: number): number => sink.entities.findIndex((entity) => entity?.nativeId === String(nativeId));
const text = (sink: SinkDouble, entity: number, channel: string, t: number): string => sink.text(sink.at(entity, channel, t)?.[0] ?? 0);
const shape = (sink: SinkDouble, entity: number, t: number): unknown => JSON.parse(text(sink, entity, 'shape', t));
const drawings = (sink: SinkDouble, kind: 'marker' | 'projectile'): number[] =>
  sink.entities.flatMap((entity, i) => (entity?.kind === kind ? [i] : []));

describe.each(SPELLINGS)('%s names, %s quotes', (...spelling) => {
  test('soldiers: who they are', async () => {
    const sink = await record([], spelling);
    expect(sink.entities[id(sink, 0)]).toMatchObject({
      kind: 'player',
      name: 'Ann',
      team: 'WEST',
      group: 'Alpha',
      data: {
        tuple: 9,
        type: 'unit',
        isPlayer: 1,
        role: 'Medic@Alpha',
        startFrameNum: 0,
        recorder: { playerUid: '7656', squad: [['Tag', 1]] },
      },
    });
    expect(sink.entities[id(sink, 1)]).toMatchObject({ kind: 'ai', name: 'B "o" b' });
    expect(sink.entities[id(sink, 6)]).toMatchObject({
      kind: 'vehicle',
      name: 'UH-80',
      className: 'heli',
      team: spelling[0] === 'new' ? 'WEST' : null,
      data: { recorder: { className: 'B_Heli', customization: [['Black', 1], []] } },
    });
  });

  test('states: everything of them, at the time of the frame, held until the next', async () => {
    const sink = await record(
      [
        state(0, 3, 101, 200),
        state(0, 5, 102, 201, {
          2: 95,
          3: 2,
          5: '',
          7: 'Medic',
          9: false,
          10: true,
          11: '2,0,0,0,2,4',
          14: 'PRONE',
          15: 'Bravo',
          16: '<GUER>',
        }),
        [':FPS:', 9, 40, 30],
      ],
      spelling,
    );
    const ann = id(sink, 0);
    expect(sink.samples(ann, 'position').map(({ t, value }) => [t, ...value])).toEqual([
      [0, 100, 200, 5.5],
      [1000, 101, 200, 5.5],
      [2000, 102, 201, 5.5],
    ]);
    expect(sink.stateAt(1999).find(({ nativeId }) => nativeId === '0')).toMatchObject({
      life: 'alive',
      name: 'Ann',
      role: 'Man',
      team: 'WEST',
    });
    expect(sink.stateAt(2500).find(({ nativeId }) => nativeId === '0')).toMatchObject({
      life: 'unconscious',
      name: 'Ann',
      role: 'Medic',
      group: 'Bravo',
      team: 'GUER',
      heading: 95,
      human: 1,
    });
    expect(text(sink, ann, 'stance', 2000)).toBe('PRONE');
    expect(sink.at(ann, 'vitals', 2000)).toEqual([0]);
    expect(sink.at(ann, 'carried', 2000)).toEqual([1]);
    expect(sink.at(ann, 'scores', 1999)).toEqual([1, 0, 0, 0, 2, 3]);
    expect(sink.at(ann, 'scores', 2000)).toEqual([2, 0, 0, 0, 2, 4]);
    expect(sink.at(id(sink, 1), 'scores', 2000)).toBeNull();
    expect(sink.frames).toEqual({ first: 0, last: 8 });
    expect(sink.durationMs).toBe(4000);
  });

  test('a unit that somebody takes over is a player from then on; respawn and teleport are gaps', async () => {
    const sink = await record(
      [state(1, 2, 110, 200, { 3: 0, 5: '' }), state(1, 4, 110, 201, { 5: 'Carl', 6: 1 }), state(1, 5, 900, 201, { 5: 'Carl', 6: 1 })],
      spelling,
    );
    const bob = id(sink, 1);
    expect(sink.entities[bob]).toMatchObject({ kind: 'player', name: 'Carl' });
    expect(text(sink, bob, 'name', 500)).toBe('B "o" b');
    expect(text(sink, bob, 'name', 1500)).toBe('Carl');
    expect(sink.gaps).toEqual([
      { entity: bob, t: 1500 },
      { entity: bob, t: 2000 },
    ]);
  });

  test('vehicles and crews: the crew list wins, a vehicle that is gone carries nobody', async () => {
    const vehicle = (frame: number, crew: readonly number[], alive = 1): Call => {
      const behind = [0.98, 0.25, true, false, '<WEST>', '<[0.45,0.89,0]>', '<[0,0,1]>', 30, -5];
      return [':NEW:VEHICLE:STATE:', 6, [10, 20, 30], 63, alive, crew, frame, ...behind];
    };
    const inHeli = { 4: 1, 12: 'gunner', 13: 6 };
    const sink = await record(
      [vehicle(1, []), state(0, 2, 10, 20, inHeli), vehicle(3, [1, 0]), state(1, 3, 10, 20, inHeli), state(1, 5, 12, 20), vehicle(5, [0])],
      spelling,
    );
    const [ann, bob, heli] = [id(sink, 0), id(sink, 1), id(sink, 6)];
    expect(sink.samples(ann, 'parent').map(({ t, value }) => [t, value[0]])).toEqual([[500, heli]]);
    const parents = sink.samples(bob, 'parent').map(({ t, value }) => [t, value[0]]);
    expect(parents).toEqual([
      [1000, heli],
      [2000, 0],
    ]);
    expect(sink.at(ann, 'inVehicle', 500)).toEqual([6]);
    expect(text(sink, ann, 'seat', 500)).toBe('gunner');
    expect(text(sink, heli, 'crew', 1000)).toBe('[1,0]');
    const detail = ['fuel', 'damage', 'engine', 'forward', 'up', 'turret'].map((channel) => sink.at(heli, channel, 0));
    expect(detail).toEqual([[0.98], [0.25], [1], [0.45, 0.89, 0], [0, 0, 1], [30, -5]]);
    expect(text(sink, heli, 'team', 0)).toBe('WEST');
  });

  test('kills in both forms of the weapon, and team kills', async () => {
    const sink = await record(
      [
        [':KILL:', 3, 2, 0, '<["","MX","6.5 mm"]>', 188],
        [':KILL:', 3, 1, 0, 'knife', 1.5],
        [':KILL:', 4, 6, 2, '<["Titan ""AA""","",""]>', 410.5],
        [':KILL:', 4, 77, -1, '<["","",""]>', 0],
      ],
      spelling,
    );
    expect(sink.events).toMatchObject([
      { t: 1000, frame: 2, type: 'kill', nativeType: 'killed', actor: id(sink, 0), target: id(sink, 2), weapon: 'MX [6.5 mm]' },
      { type: 'kill', weapon: 'knife', data: { distance: 1.5, friendly: true } },
      { type: 'destroyed', actor: id(sink, 2), target: id(sink, 6), weapon: 'Titan "AA"' },
      { type: 'death', data: { native: [3, 'killed', 77, ['null'], 0] } },
    ]);
    expect(sink.events[0]?.data).toEqual({ native: [2, 'killed', 2, [0, 'MX [6.5 mm]'], 188], distance: 188 });
    expect(sink.warnings.get('unknown-entity')?.count).toBe(1);
  });

  test('a bullet is a shot with its hits, anything else a track on the map', async () => {
    const arms = ['arifle_MX_F', 'MX', 'arifle_MX_F', 'MX', '30Rnd', '6.5 mm', 'B_65x39', 'FullAuto'];
    const bullet = '<[[0.5,3,"100,200,6.5"],[0.9,4,"300,200,7"],["x"]]>';
    const hits = '<[[2,["spine3","arm"],"300,200,7",4],[99,"x","1,2,3",4],["?"]]>';
    const sink = await record(
      [
        [':PROJECTILE:', 3, 1234.5, 0, 0, '', 0, ...arms, bullet, '<[800,0,0]>', hits, 'shotBullet', false, '\\A3\\ui\\m_30.paa'],
        [
          ':PROJECTILE:',
          4,
          1234.5,
          1,
          6,
          'gunner',
          -1,
          'w',
          'Launcher',
          'm',
          'Launcher',
          'mag',
          'White Smoke',
          'ammo',
          'Single',
          '<[[0,4,"100,200,6"],[1,5,"105,200,9"],[1.2,5,"106,200,9"],[2,6,"110,200,6"]]>',
          '<[]>',
          '<[[2,"head","110,200,6",6]]>',
          'shotSmokeX',
          false,
          '\\A3\\ui\\gear_smoke_ca.paa',
        ],
      ],
      spelling,
    );
    const [shot, hit, smokeHit] = sink.events;
    expect(shot).toMatchObject({
      t: 1000,
      type: 'shot',
      actor: id(sink, 0),
      weapon: 'MX [6.5 mm]',
      targetPosition: [300, 200, 7],
      frame: 2,
    });
    expect(shot?.data).toMatchObject({ flight: { ammo: 'B_65x39', velocity: [800, 0, 0] } });
    expect(hit).toMatchObject({ t: 1500, type: 'hit', actor: id(sink, 0), target: id(sink, 2), weapon: 'MX [6.5 mm]' });
    expect(hit?.data).toMatchObject({ distance: 200, components: ['spine3', 'arm'], native: [3, 'hit', 2, [0, 'MX [6.5 mm]'], 200] });
    expect(smokeHit).toMatchObject({ type: 'hit', weapon: 'UH-80: Launcher [White Smoke]' });
    const [smoke = 0] = drawings(sink, 'projectile');
    expect(sink.entities[smoke]).toMatchObject({ name: 'White Smoke', className: 'magIcons/gear_smoke_ca.paa' });
    expect(sink.samples(smoke, 'position').map(({ t, value }) => [t, value[0]])).toEqual([
      [1500, 100],
      [2000, 106],
      [2500, 110],
    ]);
    expect(sink.existence(smoke)).toEqual([
      [1500, true],
      [3000, false],
    ]);
    expect(shape(sink, smoke, 2000)).toMatchObject({ color: '#FFFFFF', shape: 'ICON' });
    expect(sink.warnings.get('bad-projectile')?.count).toBe(2);
  });

  test('general events of every type', async () => {
    const sink = await record(
      [
        [':EVENT:', 1, 'connected', 'Ann', '{"playerUid":"7656"}'],
        [':EVENT:', 2, 'connected', 'Dora', '{}'],
        [':EVENT:', 2, 'generalEvent', 'Recording "started".'],
        [':EVENT:', 3, 'respawnTickets', '[-1,20,20,-1]'],
        [':EVENT:', 3, 'counterInit', '["Score","WEST",0]'],
        [':EVENT:', 3, 'counterSet', '["WEST",4]'],
        [':EVENT:', 4, 'terminalHackStarted', '["Ann","blufor","opfor","T1",[3210,3160],60]'],
        [':EVENT:', 4, 'terminalHackCanceled', '["Ann","blufor","opfor","T1",0]'],
        [':EVENT:', 4, 'capturedFlag', '["Ann","blufor","opfor",[30,40,0]]'],
        [':EVENT:', 5, 'captured', '["sector","Alpha","WEST",[3200,3150,0]]'],
        [':EVENT:', 5, 'whatever', '[not a list'],
        [':NEW:SOLDIER:', 5, 7, 'Dora', 'Alpha', '<WEST>', 1],
        [':EVENT:', 6, 'disconnected', 'Ann'],
        [':EVENT:', 7, 'endMission', '["WEST","BLUFOR holds"]'],
      ],
      spelling,
    );
    const found = sink.events.map(({ type, nativeType, t, actor }) => [type, nativeType, t, actor]);
    const [ann, dora] = [id(sink, 0), id(sink, 7)];
    expect(found.toSorted((a, b) => Number(a[2]) - Number(b[2]))).toEqual([
      ['join', 'connected', 0, ann],
      ['note', 'generalEvent', 500, undefined],
      // Told when the unit came, at the time of the connection.
      ['join', 'connected', 500, dora],
      ['tickets', 'respawnTickets', 1000, undefined],
      ['score', 'counterInit', 1000, undefined],
      ['score', 'counterSet', 1000, undefined],
      ['hack_start', 'terminalHackStarted', 1500, ann],
      ['hack_cancel', 'terminalHackCanceled', 1500, ann],
      ['capture', 'capturedFlag', 1500, ann],
      ['capture', 'captured', 2000, undefined],
      ['custom', 'whatever', 2000, undefined],
      ['leave', 'disconnected', 2500, ann],
      ['match_end', 'endMission', 3000, undefined],
    ]);
    expect(sink.events[0]?.data).toMatchObject({ name: 'Ann', uid: '7656' });
    expect(sink.events.find(({ type }) => type === 'tickets')?.data).toMatchObject({ tickets: [-1, 20, 20, -1] });
    expect(sink.head.result).toBe('BLUFOR holds');
  });

  test('chat and radio', async () => {
    const sink = await record(
      [
        [':CHAT:', 20, 0, 1, 'Ann (Alpha 1-1:1)', 'Ann', 'say ""hi"", [Bob]', '7656'],
        [':CHAT:', 20, -1, 16, '', 'Server', 'restart', ''],
        [':CHAT:', 20, 1, 7, '', 'Bob', 'x', ''],
        [':RADIO:', 21, 0, 'TFAR_anprc152_1', 'SW', 'Start', 1, false, 152.5, '_bluefor'],
      ],
      spelling,
    );
    expect(sink.events.map(({ type, actor, data }) => [type, actor, data?.['channel'], data?.['text'] ?? data?.['radio']])).toEqual([
      ['chat', id(sink, 0), 'Side', 'say ""hi"", [Bob]'],
      ['chat', undefined, 'System', 'restart'],
      ['chat', id(sink, 1), 'Custom 2', 'x'],
      ['radio', id(sink, 0), 1, 'TFAR_anprc152_1'],
    ]);
    expect(sink.events[3]?.data).toMatchObject({ range: 'SW', phase: 'Start', frequency: 152.5, additional: false, code: '_bluefor' });
  });

  test('ACE3: down, up again, and a death that a kill has told already', async () => {
    const sink = await record(
      [
        [':ACE3:UNCONSCIOUS:', 3, 1, true],
        [':ACE3:UNCONSCIOUS:', 5, 1, false],
        [':KILL:', 6, 2, 0, '<["","MX",""]>', 8],
        [':ACE3:DEATH:', 6, 2, 'bleedout', 0],
        [':ACE3:DEATH:', 9, 1, 'CardiacArrest:Timeout', -1],
      ],
      spelling,
    );
    expect(sink.events.map(({ type, target, data }) => [type, target, data?.['text']])).toEqual([
      ['incapacitated', id(sink, 1), undefined],
      ['revived', id(sink, 1), undefined],
      ['kill', id(sink, 2), undefined],
      ['note', id(sink, 2), 'bleedout'],
      ['death', id(sink, 1), 'CardiacArrest:Timeout'],
    ]);
  });

  test('frames per second, telemetry, time', async () => {
    const six = [1, 2, 3, 4, 5, 6];
    const sink = await record(
      [
        [':FPS:', 0, 35.4767, 3.55872],
        [
          ':TELEMETRY:FRAME:',
          11,
          [50, 45],
          [six, six, six, six].map((half) => [half, half]),
          [1, 2, 3, 4, 5, 6, 7, 8],
          [1, 2, 3, 4, 5],
          Array(12).fill(0.5),
          [
            ['7656', 'Ann', 30, 1e6, 0],
            ['7657', 'Nobody', 90, 1e5, 1],
          ],
        ],
        [':NEW:TIME:STATE:', 11, '2026-03-07T18:00:09.5', '2035-06-24T12:00:00', 2, 14.5],
      ],
      spelling,
    );
    expect(sink.samples(0, 'fps').map(({ t, value }) => [t, ...value])).toEqual([
      [0, 35.4767, 3.55872],
      [5000, 50, 45],
    ]);
    expect(sink.at(0, 'forces', 5000)).toEqual([six, six, six, six, six, six, six, six].flat());
    expect(sink.at(0, 'weather', 5000)).toHaveLength(12);
    expect(JSON.parse(text(sink, 0, 'network', 5000))).toEqual([
      ['7656', 'Ann', 30, 1e6, 0],
      ['7657', 'Nobody', 90, 1e5, 1],
    ]);
    const ann = id(sink, 0);
    expect(['ping', 'bandwidth', 'desync'].map((name) => sink.at(ann, name, 5000))).toEqual([[30], [1e6], [0]]);
    expect(sink.head.startedAt).toBe('2026-03-07T18:00:04.005Z');
    expect(sink.clocks.at(-1)).toEqual({ id: 'mission_time', kind: 'seconds', t: [5000], value: [14.5], rate: [0.001] });
    expect(JSON.parse(text(sink, 0, 'times', 5000))).toMatchObject({ frameNum: 10, timeMultiplier: 2 });
  });

  test('markers of every shape, their changes, their end, and the same name again', async () => {
    const sink = await record(
      [
        [':NEW:MARKER:', 'obj', 45, 'mil_objective', 'O "B" J', 1, -1, 0, '#004D99', [1, 1], '<-1>', [3200, 3150, 0], 'ICON', 1, 'Solid'],
        [':NEW:MARKER:', 'area', 0, 'Empty', '', 1, -1, -1, 'ColorRed', [200, 120], '<WEST>', [1, 2, 0], 'ELLIPSE', 0.5, 'FDiagonal'],
        [':NEW:MARKER:', 'zone', 20, 'Empty', '', 1, -1, -1, '#00FF00', [20, 10], '<EAST>', [1, 2, 0], 'RECTANGLE', 1, 'Grid'],
        [
          ':NEW:MARKER:',
          'line',
          0,
          'x',
          'way',
          2,
          -1,
          1,
          '#FF0000',
          [1, 1],
          '<GUER>',
          [
            [1, 2],
            [3, 4],
            [5, 6],
          ],
          'POLYLINE',
          1,
          'Solid',
        ],
        [
          ':NEW:MARKER:STATE:',
          'obj',
          5,
          [3210, 3150, 0],
          50,
          0.5,
          ...(spelling[0] === 'new' ? ['held', '', '#800000', [2, 2], 'mil_flag', 'Solid', 'ICON'].toSpliced(1, 1) : []),
        ],
        [':DELETE:MARKER:', 'obj', 9],
        [':NEW:MARKER:', 'obj', 0, 'mil_dot', 'again', 12, -1, -1, '#FFFFFF', [1, 1], '<-1>', [1, 1, 0], 'ICON', 1, 'Solid'],
      ],
      spelling,
    );
    const [objective = 0, area = 0, zone = 0, way = 0, again = 0] = drawings(sink, 'marker');
    expect(shape(sink, objective, 0)).toEqual({
      shape: 'ICON',
      type: 'mil_objective',
      text: 'O "B" J',
      color: '#004D99',
      size: [1, 1],
      brush: 'Solid',
      alpha: 1,
    });
    expect(shape(sink, objective, 2000)).toMatchObject(
      spelling[0] === 'new'
        ? { text: 'held', color: '#800000', size: [2, 2], type: 'mil_flag', alpha: 0.5 }
        : { text: 'O "B" J', alpha: 0.5 },
    );
    expect(sink.at(objective, 'heading', 2000)).toEqual([50]);
    expect(sink.existence(objective)).toEqual([
      [0, true],
      [4500, false],
    ]);
    expect(shape(sink, area, 0)).toMatchObject({ shape: 'ELLIPSE', size: [200, 120], brush: 'FDiagonal', color: '#E60000', alpha: 0.5 });
    expect(sink.entities[area]).toMatchObject({ team: 'WEST', nativeId: 'marker:1' });
    expect(shape(sink, zone, 0)).toMatchObject({ shape: 'RECTANGLE', brush: 'Grid' });
    expect(shape(sink, way, 500)).toMatchObject({
      shape: 'POLYLINE',
      points: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    });
    expect(sink.entities[again]).toMatchObject({ name: 'again' });
    expect(sink.existence(again)).toEqual([[5500, true]]);
  });
});

describe('commands that only newer addons have', () => {
  test('sectors, the end, deletions', async () => {
    const sink = await record(
      [
        [':EVENT:SECTOR:', 3, 'captured', 'sector', 'Alpha', '<WEST>', 3200, 3150, 0],
        [':EVENT:SECTOR:', 4, 'contested', 'sector', 'Alpha'],
        [':VEHICLE:DELETE:', 6, 4],
        [':SOLDIER:DELETE:', 2, 5],
        state(2, 8, 300, 200),
        [':EVENT:ENDMISSION:', 9, '<EAST>', 'OPFOR holds'],
      ],
      ['new', 'json'],
    );
    expect(sink.events.map(({ type, position, data }) => [type, position, data?.['side'], data?.['name'] ?? data?.['message']])).toEqual([
      ['capture', [3200, 3150, 0], 'WEST', 'Alpha'],
      ['contest', undefined, '', 'Alpha'],
      ['match_end', undefined, 'EAST', 'OPFOR holds'],
    ]);
    expect(sink.existence(id(sink, 6))).toEqual([
      [0, true],
      [1500, false],
    ]);
    expect(sink.existence(id(sink, 2))).toEqual([
      [0, true],
      [2000, false],
      [3500, true],
    ]);
  });

  test('mines: placed, stepped on, gone', async () => {
    const mine = (frame: number, number: number): Call => [
      ':PLACED:CREATE:',
      frame,
      number,
      'APERS',
      'APERS Mine',
      '<300,200,5>',
      0,
      '<WEST>',
      'put',
      'icon',
    ];
    const sink = await record(
      [
        mine(2, 20),
        mine(2, 21),
        [':PLACED:EVENT:', 5, 20, 'hit', '<300,200,5>', 2],
        [':PLACED:EVENT:', 5, 20, 'detonated', '<300,200,5>'],
        [':PLACED:EVENT:', 6, 21, 'deleted', '<300,200,5>'],
      ],
      ['new', 'sqf'],
    );
    expect(sink.events).toMatchObject([
      { type: 'hit', actor: id(sink, 0), target: id(sink, 2), weapon: 'APERS Mine' },
      { type: 'explosion', actor: id(sink, 0), position: [300, 200, 5], data: { name: 'APERS Mine' } },
    ]);
    const [mineId = 0, other = 0] = drawings(sink, 'marker');
    expect(sink.entities[mineId]).toMatchObject({ className: 'Minefield', name: 'APERS Mine', team: 'WEST' });
    expect(sink.existence(mineId).at(-1)).toEqual([2500, false]);
    expect(sink.existence(other).at(-1)).toEqual([3000, false]);
  });
});

test('the older recorder: frames from 0, states without frames, events as they stand in files', async () => {
  const game = drive({});
  const say = (name: string, ...args: readonly unknown[]): Promise<void> => game.say(line('json', name, ...args));
  await say(':SET:VERSION:', '1.1');
  await say(':START:', 'Altis', 'Old', 'Me', 1);
  await say(':NEW:UNIT:', 0, 0, 'Ann', 'Alpha', '<WEST>', 1, 'Medic');
  await say(':NEW:UNIT:', 2, 1, 'Zed', 'Zulu', '<EAST>', 0);
  await say(':NEW:VEH:', 0, 2, 'car', 'Offroad');
  for (const x of [1, 2, 3, 4]) await say(':UPDATE:UNIT:', 0, [x, 5], 90, 1, 0, 'Ann', 1, 'Medic');
  for (const x of [8, 9]) await say(':UPDATE:UNIT:', 1, [x, 5, 1], 90, 1, 0, 'Zed', 0);
  await say(':UPDATE:VEH:', 2, [7, 7, 7], 10, 1, [0], 1);
  await say(':FIRED:', 0, 2, [50, 60, 1]);
  await say(':EVENT:', 3, 'killed', 1, [0, 'MX'], 14);
  await say(':EVENT:', 3, 'connected', 'Ann');
  await say(':TIME:', 3, '2021-05-01T19:00:00.5', '2035-06-24T12:00:00', 1, 3);
  await say(':MARKER:CREATE:', 'm', 0, 'mil_dot', 'here', 1, -1, 0, '#FF0000', [1, 1], 1, [10, 20], 'ICON', 100);
  await say(':MARKER:MOVE:', 'm', 2, [11, 20], 45);
  await say(':MARKER:DELETE:', 'm', 3);
  await say(':SAVE:', 'Altis', 'Old', 'Me', 1, 5, 'TvT');
  await say(':CLEAR:');
  expect(game.answers.filter((answer) => !answer.startsWith('["ok"'))).toEqual([]);
  const [sink] = game.sessions;
  if (sink === undefined) throw new Error('no session');
  expect(sink.head).toMatchObject({
    title: 'Old',
    world: 'altis',
    worldSize: 30720,
    data: { addonVersion: '1.1', tags: 'TvT', endFrame: 5 },
  });
  expect(sink.isPartial).toBe(false);
  expect(sink.samples(id(sink, 0), 'position').map(({ t, value }) => [t, value[0]])).toEqual([
    [0, 1],
    [1000, 2],
    [2000, 3],
    [3000, 4],
  ]);
  expect(sink.samples(id(sink, 1), 'position').map(({ t }) => t)).toEqual([2000, 3000]);
  expect(sink.samples(id(sink, 0), 'parent').map(({ t, value }) => [t, value[0]])).toEqual([[1000, id(sink, 2)]]);
  expect(sink.events.map(({ type, t, frame }) => [type, t, frame])).toEqual([
    ['shot', 2000, 2],
    ['kill', 3000, 3],
    ['join', 3000, 3],
  ]);
  const [marker = 0] = drawings(sink, 'marker');
  expect(sink.entities[marker]).toMatchObject({
    team: 'WEST',
    data: { native: ['mil_dot', 'here', 1, 3, 0, 'FF0000', 1, null, [1, 1], 'ICON', 'Solid'] },
  });
  expect(shape(sink, marker, 1000)).toMatchObject({ alpha: 1 });
  expect(sink.at(marker, 'heading', 2000)).toEqual([45]);
});

test('the commands of 2026 and earlier that told shots and hits of their own', async () => {
  const sink = await record(
    [
      [':FIRED:', 0, 3, [50, 60, 1]],
      [':HIT:', 3, 2, 0, 'MX', 14],
      [':METRIC:', 'x'],
    ],
    ['seed', 'json'],
  );
  expect(sink.events).toMatchObject([
    { type: 'shot', t: 1000, targetPosition: [50, 60, 1] },
    { type: 'hit', t: 1000, weapon: 'MX', target: id(sink, 2) },
  ]);
});
