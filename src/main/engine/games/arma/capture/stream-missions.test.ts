/** The live stream of the extension over real sockets: acknowledgements, broken connections, several missions, an engine that was started anew. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Engine } from '../../../engine.ts';
import { addressOf, capturing, fileState, libraryState, liveState, readBytes, rows, SECRET, until } from './testing.ts';

let dir = '';
let engine: Engine;
let sockets: WebSocket[] = [];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sandtable-stream-'));
  engine = await capturing(join(dir, 'library'), 'ocap', { port: 0, secret: SECRET });
});
afterEach(async () => {
  for (const socket of sockets) socket.terminate();
  sockets = [];
  await engine.close();
  rmSync(dir, { recursive: true, force: true });
});

interface Told {
  readonly type: string;
  readonly payload: unknown;
}

class Extension {
  readonly acks: string[] = [];
  readonly sent: string[] = [];
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      const answer = JSON.parse(data.toString()) as { type: string; for: string };
      this.acks.push(answer.type === 'ack' ? answer.for : data.toString());
    });
    socket.on('error', () => undefined);
  }

  static async connected(): Promise<Extension> {
    const socket = new WebSocket(`ws://${await addressOf(engine, 'ocap')}/api/v1/stream?secret=${encodeURIComponent(SECRET)}`);
    sockets.push(socket);
    await once(socket, 'open');
    return new Extension(socket);
  }

  say(...messages: readonly Told[]): void {
    for (const message of messages) {
      const text = JSON.stringify(message);
      this.sent.push(text);
      this.#socket.send(text);
    }
  }

  async acknowledged(what: string, times = 1): Promise<void> {
    await until(`the acknowledgement of ${what}`, () => (this.acks.filter((one) => one === what).length >= times ? true : null));
  }

  breakOff(): void {
    this.#socket.terminate();
  }

  get isClosed(): boolean {
    return this.#socket.readyState === WebSocket.CLOSED;
  }
}

function start(missionName: string, startTime = '2026-03-07T18:00:00Z'): Told {
  const mission = {
    MissionName: missionName,
    BriefingName: 'x',
    MissionNameSource: 'x',
    OnLoadName: '',
    Author: 'a',
    ServerName: 's',
    ServerProfile: 'p',
    StartTime: startTime,
    CaptureDelay: 0.5,
    AddonVersion: '2.1.0',
    Tag: 'TvT',
    PlayableSlots: { west: 1, east: 1, independent: 0, civilian: 0, logic: 0 },
    SideFriendly: { eastWest: false, eastIndependent: false, westIndependent: true },
    Addons: [],
  };
  return { type: 'start_mission', payload: { mission, world: { WorldName: 'stratis', WorldSize: 8192, Author: 'b' } } };
}

const soldier = (id: number, name: string): Told => ({
  type: 'add_soldier',
  payload: {
    ID: id,
    JoinFrame: 1,
    UnitName: name,
    GroupID: 'Alpha',
    Side: 'WEST',
    IsPlayer: true,
    RoleDescription: 'Rifleman',
    SquadParams: [],
  },
});

const state = (id: number, frame: number, x: number, name = 'Anna'): Told => ({
  type: 'soldier_state',
  payload: {
    SoldierID: id,
    CaptureFrame: frame,
    Position: { x, y: 100, z: 5 },
    Bearing: 90,
    Lifestate: 1,
    InVehicle: false,
    InVehicleObjectID: null,
    UnitName: name,
    IsPlayer: true,
    CurrentRole: 'Man',
    GroupID: 'Alpha',
    Side: 'WEST',
  },
});
const END: Told = { type: 'end_mission', payload: null };

async function ended(count: number): Promise<readonly string[]> {
  const all = await until(`${count} ended sessions`, async () => {
    const found = await rows(engine);
    return found.length === count && found.every(({ status }) => status !== 'live') ? found : null;
  });
  return all.map(({ id }) => id);
}

describe('the live stream', { timeout: 60_000 }, () => {
  test('is acknowledged, recorded, and reads back as the same session', async () => {
    const game = await Extension.connected();
    game.say(start('Op One'), soldier(0, 'Anna'), state(0, 2, 10));
    await game.acknowledged('start_mission');
    for (let frame = 3; frame < 200; frame++) game.say(state(0, frame, frame * 2));
    game.say({ type: 'no_such_message', payload: {} }, { type: 'soldier_state', payload: { SoldierID: 0 } }, END);
    await game.acknowledged('end_mission');
    const [id = ''] = await ended(1);
    const [file] = await readBytes('a.jsonl', Buffer.from(`${game.sent.join('\n')}\n`));
    if (file === undefined) throw new Error('nothing was read');
    expect(await libraryState(engine, id)).toEqual(await fileState(file));
    expect((await rows(engine))[0]).toMatchObject({
      title: 'Op One',
      format: 'ocap-stream',
      status: 'ready',
      durationMs: file.info().durationMs,
    });
  });

  test('goes on where it was after a broken connection, without entities sent again', async () => {
    const game = await Extension.connected();
    game.say(start('Op Two'), soldier(0, 'Anna'), state(0, 2, 10));
    await game.acknowledged('start_mission');
    game.breakOff();
    const again = await Extension.connected();
    again.say(start('Op Two'), state(0, 3, 20));
    await again.acknowledged('start_mission');
    // One that does not know yet that it is dead is cut off when the next one comes.
    const third = await Extension.connected();
    third.say(start('Op Two'), state(0, 4, 30));
    await third.acknowledged('start_mission');
    await until('the end of the second', () => (again.isClosed ? true : null));
    const [row] = await rows(engine);
    await until('the newest state', async () => ((await liveState(engine, row?.id ?? '')).state['0 position']?.[0] === 30 ? true : null));
    third.say(END);
    await third.acknowledged('end_mission');
    const [id = ''] = await ended(1);
    const { entities } = await engine.client.call('sessions.get', { id });
    expect(entities.filter(({ nativeId }) => nativeId === '0').map(({ name }) => name)).toEqual(['Anna']);
  });

  test('several missions: one after the other, and two at once', async () => {
    const game = await Extension.connected();
    game.say(start('Op A'), soldier(0, 'Anna'), state(0, 2, 1), END);
    await game.acknowledged('end_mission');
    game.say(start('Op B'), soldier(0, 'Bert'), state(0, 2, 2, 'Bert'));
    await game.acknowledged('start_mission', 2);
    const other = await Extension.connected();
    other.say(start('Op B', '2026-03-07T19:00:00Z'), soldier(0, 'Carl'), state(0, 2, 3, 'Carl'));
    await other.acknowledged('start_mission');
    // A new mission without the end of the last one ends that one.
    game.say(start('Op C'), soldier(0, 'Dora'), state(0, 2, 4, 'Dora'), END);
    await game.acknowledged('end_mission', 2);
    other.say(END);
    await other.acknowledged('end_mission');
    await ended(4);
    const all = await rows(engine);
    expect(all.map(({ title, status }) => `${title} ${status}`).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'Op A ready',
      'Op B partial',
      'Op B ready',
      'Op C ready',
    ]);
  });

  test('after a new start of this end, people are known by what their states say', async () => {
    const game = await Extension.connected();
    game.say(start('Op Three'), state(7, 100, 10, 'Erik'));
    game.say({
      type: 'vehicle_state',
      payload: { VehicleID: 9, CaptureFrame: 100, Position: { x: 1, y: 2, z: 3 }, Bearing: 1, IsAlive: true, Crew: '[7]', Side: 'WEST' },
    });
    game.say(END);
    await game.acknowledged('end_mission');
    const [id = ''] = await ended(1);
    const { entities } = await engine.client.call('sessions.get', { id });
    expect(entities.slice(1).map(({ nativeId, name, kind }) => [nativeId, name, kind])).toEqual([
      ['7', 'Erik', 'player'],
      ['9', 'Vehicle 9', 'vehicle'],
    ]);
  });

  test('a mission that says too little is not begun, and what is no message does no harm', async () => {
    const game = await Extension.connected();
    game.say(state(0, 2, 1), END, { type: 'start_mission', payload: { mission: {} } });
    await until('the end', () => (game.isClosed ? true : null));
    const other = await Extension.connected();
    other.say(start('Op Four'));
    await other.acknowledged('start_mission');
    sockets.at(-1)?.send('{"type":');
    sockets.at(-1)?.send(Buffer.from([1, 2, 3]));
    sockets.at(-1)?.send(`{"type":"soldier_state","payload":${'['.repeat(100_000)}`);
    other.say(soldier(0, 'Anna'), state(0, 2, 5), END);
    await other.acknowledged('end_mission');
    expect(await ended(1)).toHaveLength(1);
  });
});
