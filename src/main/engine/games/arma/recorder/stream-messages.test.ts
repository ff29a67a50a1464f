/** What each message of the live stream becomes in the session, and what broken ones do to it (nothing). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SinkDouble } from '../ocap/sink-double.ts';
import { StreamMessages } from './stream-messages.ts';

const SYNTHETIC = join(import.meta.dirname, '../../../../../../../shared/data/arma/synthetic_ws_stream.jsonl');
const here = existsSync(SYNTHETIC);
if (!here) console.warn(`Skipped: the made-up live stream (no ${SYNTHETIC}).`);

interface Streamed {
  readonly sessions: SinkDouble[];
  readonly answers: string[];
  readonly stream: StreamMessages;
  say(type: string, payload?: unknown): Promise<void>;
  text(line: string): Promise<void>;
}

function stream(): Streamed {
  const sessions: SinkDouble[] = [];
  const answers: string[] = [];
  const messages = new StreamMessages({
    openStorage: () => Promise.resolve(''),
    beginMission: () => Promise.resolve(sessions[sessions.push(new SinkDouble()) - 1] as SinkDouble),
    endMission: () => Promise.resolve(''),
    callback: () => {},
  });
  const text = async (line: string): Promise<void> => {
    const bytes = Buffer.from(line);
    await messages.dispatch(bytes, 0, bytes.length, (answer) => void answers.push(answer));
  };
  const say = (type: string, payload: unknown = null): Promise<void> => text(JSON.stringify({ type, payload }));
  return { sessions, answers, stream: messages, say, text };
}

const START = {
  mission: {
    MissionName: 'op',
    BriefingName: 'Op',
    MissionNameSource: 'op',
    OnLoadName: '',
    Author: 'x',
    ServerName: 's',
    ServerProfile: 'p',
    StartTime: '2026-03-07T18:00:00Z',
    CaptureDelay: 0.5,
    AddonVersion: '2.1.0',
    Tag: 'TvT',
    PlayableSlots: { west: 10 },
    SideFriendly: { eastWest: false },
    Addons: [{ Name: 'CBA_A3' }],
  },
  world: { WorldName: 'Stratis', WorldSize: 8192 },
};

const soldier = (id: number, side: string, name: string): unknown => ({
  ID: id,
  JoinFrame: 1,
  UnitName: name,
  GroupID: 'Alpha',
  Side: side,
  IsPlayer: id === 0,
});
const at = (id: number, frame: number, x: number, more: object = {}): unknown => ({
  SoldierID: id,
  CaptureFrame: frame,
  Position: { x, y: 2, z: 3 },
  Bearing: 90,
  Lifestate: 1,
  InVehicle: false,
  InVehicleObjectID: null,
  UnitName: id === 0 ? 'Ann' : 'Zed',
  IsPlayer: id === 0,
  CurrentRole: 'Medic',
  Stance: 'STAND',
  GroupID: 'Alpha',
  Side: id === 0 ? 'WEST' : 'EAST',
  Scores: { infantryKills: 3, totalScore: 5 },
  ...more,
});

async function started(): Promise<Streamed> {
  const all = stream();
  await all.say('start_mission', START);
  await all.say('add_soldier', soldier(0, 'WEST', 'Ann'));
  await all.say('add_soldier', soldier(2, 'EAST', 'Zed'));
  await all.say('add_vehicle', {
    ID: 6,
    JoinFrame: 1,
    OcapType: 'heli',
    DisplayName: 'UH-80',
    ClassName: 'B_Heli',
    Customization: '[]',
    Side: 'WEST',
  });
  await all.say('soldier_state', at(0, 1, 10));
  await all.say('soldier_state', at(2, 1, 100));
  return all;
}

test('people, vehicles, fights, talk, markers, clocks', async () => {
  const all = await started();
  const say = (type: string, payload?: unknown): Promise<void> => all.say(type, payload);
  await say('vehicle_state', {
    VehicleID: 6,
    CaptureFrame: 2,
    Position: { x: 1, y: 2, z: 60 },
    Bearing: 63,
    IsAlive: true,
    Crew: '[0]',
    Fuel: 0.5,
    Damage: 0,
    Locked: false,
    EngineOn: true,
    Side: 'WEST',
    VectorDir: '[0.45,0.89,0]',
    VectorUp: '[0,0,1]',
    TurretAzimuth: 1,
    TurretElevation: 2,
  });
  await say('soldier_state', {
    ...(at(0, 3, 11, { InVehicle: true, InVehicleObjectID: 6, VehicleRole: 'driver', Lifestate: 2 }) as object),
  });
  await say('projectile_event', {
    CaptureFrame: 3,
    FirerObjectID: 0,
    VehicleObjectID: null,
    WeaponDisplay: 'MX',
    MagazineDisplay: '6.5 mm',
    SimulationType: 'shotBullet',
    Trajectory: [
      { Position: { x: 11, y: 2, z: 4 }, FrameNum: 3 },
      { Position: { x: 100, y: 2, z: 4 }, Frame: 3 },
    ],
    Hits: [{ CaptureFrame: 3, Position: { x: 100, y: 2, z: 4 }, SoldierID: 2, VehicleID: null, ComponentsHit: ['head'] }],
  });
  await say('kill_event', {
    CaptureFrame: 4,
    VictimSoldierID: 2,
    VictimVehicleID: null,
    KillerSoldierID: 0,
    WeaponName: 'MX',
    WeaponMagazine: '6.5 mm',
    Distance: 89,
  });
  await say('general_event', { CaptureFrame: 4, Name: 'connected', Message: 'Ann', ExtraData: { playerUid: '7656' } });
  await say('sector_event', {
    CaptureFrame: 5,
    Name: 'contested',
    ObjectType: 'sector',
    UnitName: 'Alpha',
    Side: 'EAST',
    PosX: 1,
    PosY: 2,
    PosZ: 3,
  });
  await say('chat_event', {
    CaptureFrame: 5,
    SoldierID: 0,
    Channel: 'Side',
    FromName: 'Ann (x)',
    SenderName: 'Ann',
    Message: 'Hi',
    PlayerUID: '',
  });
  await say('ace3_unconscious', { CaptureFrame: 5, SoldierID: 0, IsUnconscious: true });
  await say('add_marker', {
    ID: 7,
    CaptureFrame: 1,
    EndFrame: 0,
    MarkerName: 'm',
    Direction: 5,
    MarkerType: 'mil_dot',
    Text: 'T',
    OwnerID: -1,
    Color: '#004D99',
    Size: '[1,1]',
    Side: '-1',
    Position: { x: 1, y: 2, z: 0 },
    Polyline: null,
    Shape: 'ICON',
    Alpha: 1,
    Brush: 'Solid',
  });
  await say('add_marker', {
    ID: 8,
    CaptureFrame: 1,
    MarkerName: 'l',
    MarkerType: 'x',
    Size: '[1,1]',
    Side: 'EAST',
    Polyline: [
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ],
    Shape: 'POLYLINE',
    Alpha: 1,
  });
  await say('marker_state', {
    MarkerID: 7,
    CaptureFrame: 4,
    Position: { x: 9, y: 2, z: 0 },
    Direction: 6,
    Alpha: 0.5,
    Text: 'U',
    Color: '#800000',
  });
  await say('delete_marker', { Name: 'm', EndFrame: 6 });
  await say('time_state', {
    CaptureFrame: 7,
    SystemTimeUTC: '2026-03-07T18:00:09.123Z',
    MissionDate: '2035-06-24T12:00:00',
    TimeMultiplier: 1,
    MissionTime: 3,
  });
  await say('delete_soldier', { id: 2, frame: 8 });
  await say('end_mission_event', { CaptureFrame: 9, Side: 'WEST', Message: 'won' });
  await say('end_mission');
  expect(all.answers).toEqual(['{"type":"ack","for":"start_mission"}', '{"type":"ack","for":"end_mission"}']);
  const [sink] = all.sessions;
  if (sink === undefined) throw new Error('no session');
  const id = (native: string): number => sink.entities.findIndex((entity) => entity?.nativeId === native);
  const [ann, zed, heli] = [id('0'), id('2'), id('6')];
  expect(sink.isPartial).toBe(false);
  expect(sink.head).toMatchObject({
    title: 'op',
    world: 'stratis',
    format: 'ocap-stream',
    startedAt: '2026-03-07T18:00:06.123Z',
    result: 'won',
  });
  expect(sink.stateAt(1000).map(({ nativeId, life, parent }) => [nativeId, life, parent])).toEqual([
    ['0', 'unconscious', '6'],
    ['2', 'alive', null],
    ['6', 'alive', null],
  ]);
  expect(sink.at(heli, 'turret', 500)).toEqual([1, 2]);
  expect(sink.at(ann, 'scores', 0)).toEqual([3, 0, 0, 0, 0, 5]);
  expect(sink.existence(zed)).toEqual([
    [0, true],
    [3500, false],
  ]);
  expect(sink.events.map(({ type, t, actor, target, weapon }) => [type, t, actor, target, weapon])).toEqual([
    ['shot', 1000, ann, undefined, 'MX [6.5 mm]'],
    ['hit', 1000, ann, zed, 'MX [6.5 mm]'],
    ['kill', 1500, ann, zed, 'MX [6.5 mm]'],
    ['join', 1500, ann, undefined, undefined],
    ['contest', 2000, undefined, undefined, undefined],
    ['chat', 2000, ann, undefined, undefined],
    ['incapacitated', 2000, undefined, ann, undefined],
    ['match_end', 4000, undefined, undefined, undefined],
  ]);
  const [dot = 0, line = 0] = sink.entities.flatMap((entity, i) => (entity?.kind === 'marker' ? [i] : []));
  const shape = (marker: number, t: number): unknown => JSON.parse(sink.text(sink.at(marker, 'shape', t)?.[0] ?? 0));
  expect(shape(dot, 0)).toMatchObject({ text: 'T', color: '#004D99', alpha: 1 });
  expect(shape(dot, 1500)).toMatchObject({ text: 'U', color: '#800000', alpha: 0.5 });
  expect(sink.existence(dot).at(-1)).toEqual([3000, false]);
  expect(shape(line, 0)).toMatchObject({
    points: [
      [1, 2],
      [3, 4],
    ],
  });
});

test('telemetry is kept as that of the command; older extensions send frames per second alone', async () => {
  const all = await started();
  const half = (first: number): object => ({
    UnitsTotal: first,
    UnitsAlive: first + 1,
    UnitsDead: first + 2,
    Groups: first + 3,
    Vehicles: first + 4,
    WeaponHolders: first + 5,
  });
  const counts = { UnitsAlive: 1, UnitsDead: 2, Groups: 3, Vehicles: 4, WeaponHolders: 5 };
  const sky = { Fog: 0.1, Overcast: 0.2, Rain: 0.3, Humidity: 0.4, Waves: 0.5, WindDir: 6 };
  const whole = {
    CaptureFrame: 11,
    FpsAverage: 50,
    FpsMin: 45,
    SideEntityCounts: [0, 12, 24, 36].map((first) => ({ Local: half(first), Remote: half(first + 6) })),
    GlobalCounts: { ...counts, PlayersAlive: 6, PlayersDead: 7, PlayersConnected: 8 },
    Scripts: { Spawn: 1, ExecVM: 2, Exec: 3, ExecFSM: 4, PFH: 5 },
    Weather: { ...sky, WindStr: 0.7, Gusts: 0.8, Lightnings: 0.9, MoonIntensity: 1, MoonPhase: 1.1, SunOrMoon: 1.2 },
    Players: [{ UID: '7656', Name: 'Ann', Ping: 30, BW: 1e6, Desync: 0 }],
  };
  await all.say('telemetry', whole);
  await all.say('telemetry', { CaptureFrame: 21, FpsAverage: 40, FpsMin: 35 });
  await all.say('telemetry', { ...whole, SideEntityCounts: [] });
  expect(all.answers.at(-1)).toContain('sideentitycounts does not count four sides');
  const [sink] = all.sessions;
  if (sink === undefined) throw new Error('no session');
  expect(sink.samples(0, 'fps').map(({ t, value }) => [t, ...value])).toEqual([
    [5000, 50, 45],
    [10_000, 40, 35],
  ]);
  const at10 = (name: string): readonly number[] | null => sink.at(0, name, 10_000);
  expect(at10('forces')).toEqual(Array.from({ length: 48 }, (_, i) => (i % 6) + Math.floor(i / 6) * 6));
  expect(at10('totals')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(at10('scripts')).toEqual([1, 2, 3, 4, 5]);
  expect(at10('weather')).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 6, 0.7, 0.8, 0.9, 1, 1.1, 1.2]);
  expect(sink.text(at10('network')?.[0] ?? 0)).toBe('[["7656","Ann",30,1000000,0]]');
});

test('keys count in any case; a mission that is started again goes on, another one begins anew', async () => {
  const all = await started();
  await all.say('start_mission', START);
  await all.say('SOLDIER_STATE', at(0, 2, 11));
  await all.say('soldier_state', {
    soldierid: 0,
    CAPTUREFRAME: 2,
    position: { X: 11, Y: 2, Z: 3 },
    Lifestate: 1,
    UnitName: 'Ann',
    IsPlayer: true,
  });
  expect(all.sessions).toHaveLength(1);
  await all.say('start_mission', { ...START, mission: { ...START.mission, StartTime: '2026-03-07T20:00:00Z' } });
  await all.stream.close();
  expect(all.sessions.map(({ isPartial }) => isPartial)).toEqual([true, true]);
  expect(all.sessions[0]?.samples(1, 'position')).toHaveLength(2);
  expect(all.answers.filter((answer) => answer.includes('error'))).toEqual([
    '{"type":"error","message":"there is no message SOLDIER_STATE"}',
  ]);
});

describe('broken messages are answered with an error each, and the stream goes on', () => {
  test.each([
    ['no JSON', '{', 'the message is no JSON'],
    ['no type', '{"payload":1}', 'the message has no type'],
    ['nested', `{"type":"x","payload":${'['.repeat(1000)}${']'.repeat(1000)}}`, 'nested too deep'],
    ['no object', '{"type":"soldier_state","payload":[1]}', 'the payload is no object'],
    ['unknown', '{"type":"__proto__","payload":{}}', 'there is no message __proto__'],
    ['id', JSON.stringify({ type: 'soldier_state', payload: { ...(at(0, 2, 1) as object), SoldierID: 1e9 } }), 'soldierid is no id'],
    ['nobody', JSON.stringify({ type: 'soldier_state', payload: { ...(at(0, 2, 1) as object), SoldierID: 9 } }), 'too early'],
    [
      'place',
      JSON.stringify({ type: 'soldier_state', payload: { ...(at(0, 2, 1) as object), Position: { x: 'a', y: 2 } } }),
      'position is no position',
    ],
    ['frame', JSON.stringify({ type: 'soldier_state', payload: at(0, 4e7, 1) }), 'far beyond'],
    ['mission', '{"type":"start_mission","payload":{"mission":{},"world":{"WorldName":"x"}}}', 'the mission has no sound missionname'],
  ])('%s', async (_what, text, why) => {
    const all = await started();
    await all.text(text);
    expect(all.answers.at(-1)).toContain(why);
    await all.say('soldier_state', at(0, 2, 11));
    expect(all.answers).toHaveLength(2);
    expect(all.sessions[0]?.samples(1, 'position')).toHaveLength(2);
  });
});

test.skipIf(!here)('the made-up stream plays through', async () => {
  const all = stream();
  for (const line of readFileSync(SYNTHETIC, 'utf8').trim().split('\n')) await all.text(line);
  expect(all.answers).toEqual([
    '{"type":"ack","for":"start_mission"}',
    // It deletes a soldier that it never added.
    '{"type":"error","message":"there is no entity 2: too early for state association"}',
    '{"type":"ack","for":"end_mission"}',
  ]);
  const [sink] = all.sessions;
  expect(sink?.entities.slice(1)).toMatchObject([
    { kind: 'player', name: 'Alpha Lead' },
    { kind: 'vehicle', name: 'UH-80 Ghost Hawk', className: 'heli' },
    { kind: 'marker', name: 'OBJ Alpha' },
  ]);
  expect(sink?.events).toMatchObject([{ type: 'kill', weapon: 'MX [6.5 mm 30Rnd]', t: 62_000 }]);
  expect(sink?.head).toMatchObject({ title: 'synthetic_small', startedAt: '2026-03-07T18:00:00.000Z' });
  expect(sink?.durationMs).toBe(109_000);
});
