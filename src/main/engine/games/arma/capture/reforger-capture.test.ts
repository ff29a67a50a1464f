/** Arma Reforger: the five requests of the addon become a live session. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '../../../engine.ts';
import { addressOf, capturing, libraryState, liveState, rows, SECRET, until } from './testing.ts';

let dir = '';
let engine: Engine;
let base = '';

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sandtable-reforger-'));
  engine = await capturing(join(dir, 'library'), 'ocap-reforger', { port: 0, secret: SECRET });
  base = `http://${await addressOf(engine, 'ocap-reforger')}/${encodeURIComponent(SECRET)}/api/session`;
});
afterEach(async () => {
  await engine.close();
  rmSync(dir, { recursive: true, force: true });
});

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return await fetch(path.startsWith('http') ? path : `${base}/${path}`, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

const START = {
  worldName: 'Everon',
  missionName: 'Conflict',
  missionAuthor: 'BI',
  captureDelay: 1,
  tag: 'PvP',
  startTime: '2026-02-14T18:00:00Z',
};
const unit = { id: 0, type: 'unit', name: 'Anna', group: '', side: 'WEST', isPlayer: 1, role: 'Rifleman', startFrameNum: 0 };
const car = { id: 1, type: 'vehicle', name: 'Jeep', side: 'WEST', class: 'car', isPlayer: 0, startFrameNum: 0 };

describe('the receiver of Reforger', { timeout: 60_000 }, () => {
  test('records an operation from start to end', async () => {
    const started = await post('start', START);
    expect(started.status).toBe(200);
    const { sessionId } = (await started.json()) as { sessionId: string };
    expect((await post('entities', { sessionId, entities: [unit, car] })).status).toBe(200);
    for (let frameNum = 0; frameNum < 20; frameNum++) {
      // East, height, north.
      const units = [[0, [1000 + frameNum, 50, 2000], 90, 1, frameNum > 9 ? 1 : 0, 'Anna', 1, 'Rifleman']];
      const vehicles = frameNum > 9 ? [[1, [1010, 51, 2000], 90, 1, [0]]] : [];
      expect((await post('frames', { sessionId, frameNum, units, vehicles })).status).toBe(200);
    }
    const [row] = await rows(engine);
    await until('the newest place', async () => {
      const { state } = await liveState(engine, row?.id ?? '');
      return state['0 position']?.[0] === 1019 ? true : null;
    });
    const events = [
      [5, 'connected', 'Anna'],
      [12, 'killed', 0, [0, 'M16'], 12],
    ];
    expect((await post('events', { sessionId, events })).status).toBe(200);
    expect((await post('end', { sessionId, endFrame: 19, endReason: 'victory' })).status).toBe(200);
    expect((await post('end', { sessionId, endFrame: 19, endReason: '' })).status).toBe(404);
    const [ended] = await until('the session', async () => ((await rows(engine))[0]?.status === 'ready' ? await rows(engine) : null));
    expect(ended).toMatchObject({ title: 'Conflict', world: 'everon', durationMs: 19_000, entities: 2, players: 1, result: 'victory' });
    expect(ended?.startedAt).toBe('2026-02-14T18:00:00.000Z');
    const state = await libraryState(engine, ended?.id ?? '');
    expect(state['0 position']).toEqual([1019, 2000, 50]);
    expect(state['0 parent']).toEqual(['1']);
    const { info } = await engine.client.call('sessions.get', { id: ended?.id ?? '' });
    expect(info.eventsByType).toMatchObject({ join: 1, kill: 1, match_end: 1 });
  });

  test('what a newer addon says beyond what is known is passed over', async () => {
    const { sessionId } = (await (await post('start', { ...START, startTime: 'at dawn', mods: [] })).json()) as { sessionId: string };
    await post('entities', { sessionId, entities: [{ ...unit, rank: 3 }, car] });
    const units = [[0, [1000, 50, 2000], 90, 1, 0, 'Anna', 1, 'Rifleman', 'Alpha', 'WEST']];
    const vehicles = [[1, [1010, 51, 2000], 90, 1, [0], 0.5]];
    expect((await post('frames', { sessionId, frameNum: 1, units, vehicles })).status).toBe(200);
    const events = [[1, 'killed', 1, [0, 'M16', 'mag'], 12, [1010, 51, 2000]]];
    expect((await post('events', { sessionId, events })).status).toBe(200);
    await post('end', { sessionId, endFrame: 2, endReason: '' });
    const [ended] = await until('the session', async () => ((await rows(engine))[0]?.status === 'ready' ? await rows(engine) : null));
    expect(ended?.startedAt).toBeNull();
    const { info } = await engine.client.call('sessions.get', { id: ended?.id ?? '' });
    expect(info.eventsByType).toMatchObject({ destroyed: 1 });
  });

  test('refuses strangers, wrong secrets and what it cannot read', async () => {
    const address = await addressOf(engine, 'ocap-reforger');
    expect((await post(`http://${address}/session/start`, START)).status).toBe(403);
    expect((await post(`http://${address}/wrong/session/start`, START)).status).toBe(403);
    expect((await post('start', START, { origin: 'http://example.org' })).status).toBe(403);
    expect((await post('start', '{"worldName":')).status).toBe(400);
    expect((await post('start', { ...START, captureDelay: 0 })).status).toBe(400);
    expect((await post('frames', { sessionId: 'x', frameNum: 1, units: [], vehicles: [] })).status).toBe(404);
    expect((await post('frames', { sessionId: 'x', frameNum: 1, units: [[1, 'x']], vehicles: [] })).status).toBe(400);
    // Turned away before it has been read, or cut off while it is sent.
    const much = await post('start', `{"worldName":"${'x'.repeat(9 * 1024 * 1024)}"}`).catch(() => null);
    expect(much?.status ?? 413).toBe(413);
    expect(await rows(engine)).toEqual([]);
  });
});
