/** The stream as a capture: what senders send over real sockets becomes sessions of the library, match by match. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { apiFrame } from '../../../../../../simulators/echovr/api-frame.ts';
import { bonesJson, sessionJson } from '../../../../../../simulators/echovr/replay-line.ts';
import { simulateFrames } from '../../../../../../simulators/echovr/simulate.ts';
import type { CaptureState, SessionRow } from '../../../../../shared/engine-api.ts';
import { createEngine, type Engine } from '../../../engine.ts';
import { StreamClient } from './client.ts';
import { streamCapture } from './stream-capture.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
/** On a busy machine. */
const SOON = { timeout: 30_000 };

let dir = '';
let engine: Engine;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sandtable-stream-'));
  engine = await createEngine({
    libraryDir: join(dir, 'library'),
    desktop: false,
    captures: [{ id: 'echovr-stream', settings: { port: 0, token: 'sesame' } }],
  });
});
afterEach(async () => {
  await engine.close();
  rmSync(dir, { recursive: true, force: true });
});

async function state(): Promise<CaptureState> {
  const found = (await engine.client.call('capture.list', {})).find(({ id }) => id === 'echovr-stream');
  if (found === undefined) throw new Error('there is no such capture');
  return found;
}

async function rows(): Promise<readonly SessionRow[]> {
  return (await engine.client.call('sessions.list', { filter: {}, sort: 'oldest', offset: 0, limit: 500 })).rows;
}

async function connected(options: Parameters<typeof StreamClient.connect>[1]): Promise<StreamClient> {
  return await StreamClient.connect((await state()).address ?? '', options, { token: 'sesame' });
}

test('two matches over one connection are two sessions with every frame and its bones', async () => {
  expect(await state()).toMatchObject({ phase: 'waiting', message: 'Nobody is connected.' });
  const client = await connected({ sendSessionData: true, sendUserBones: true });
  const sent = new Map<string, number>();
  for (const { world, time } of simulateFrames({ seconds: 6, seed: 2, playersPerTeam: 2, sessions: 2 })) {
    const frame = apiFrame(world, true);
    await client.sendRaw(Buffer.from(sessionJson(frame)), Buffer.from(bonesJson(frame)), Date.UTC(2026, 0, 2) + time);
    sent.set(frame.sessionId, (sent.get(frame.sessionId) ?? 0) + 1);
  }
  await expect.poll(async () => (await state()).message, SOON).toBe('1 sender is being recorded.');
  await client.close();
  await expect.poll(async () => (await rows()).map(({ status }) => status), SOON).toEqual(['ready', 'ready']);
  expect(sent.size).toBe(2);
  for (const { id, frames, originalName, format } of await rows()) {
    const { info } = await engine.client.call('sessions.get', { id });
    const sessionId = info.data['sessionId'] as string;
    expect([frames, format]).toEqual([sent.get(sessionId), 'nevrcap']);
    expect(originalName).toMatch(new RegExp(`^rec_2026-01-02_00-00-0\\d_${sessionId}\\.nevrcap$`));
    expect(info.channels.map(({ name }) => name)).toContain('bones');
  }
  await expect
    .poll(state)
    .toMatchObject({ phase: 'waiting', counters: { matches: 2, frames: [...sent.values()].reduce((a, b) => a + b, 0) } });
});

test('two senders at once are recorded each by itself; what is nonsense is counted and costs nothing', async () => {
  const send = async (seed: number): Promise<void> => {
    const client = await connected({ sendEvents: true, processFrames: true, sendSessionData: true });
    await client.sendRaw(Buffer.from('not the game'), null, 0);
    for (const { world, time } of simulateFrames({ seconds: 3, seed, playersPerTeam: 2 }))
      await client.sendProcessed(Buffer.from(sessionJson(apiFrame(world, false))), null, Date.UTC(2026, 0, 2) + time);
    await client.close();
  };
  await Promise.all([send(4), send(9)]);
  await expect
    .poll(async () => (await rows()).map(({ status, frames }) => [status, frames]))
    .toEqual([
      ['ready', 90],
      ['ready', 90],
    ]);
  const [one, two] = await rows();
  expect(one?.title === two?.title && one?.id === two?.id).toBe(false);
});

test('switching it off ends what is recorded', async () => {
  const client = await connected({ sendEvents: true, processFrames: true });
  for (const { world, time } of simulateFrames({ seconds: 2, seed: 4, playersPerTeam: 2 }))
    await client.sendProcessed(Buffer.from(sessionJson(apiFrame(world, false))), null, Date.UTC(2026, 0, 2) + time);
  await expect.poll(async () => (await state()).counters['frames'], SOON).toBe(60);
  await engine.client.call('capture.set', { id: 'echovr-stream', enabled: false, settings: {} });
  await client.ended;
  expect((await rows()).map(({ status, frames }) => [status, frames])).toEqual([['ready', 60]]);
});

test('settings are refused by name', () => {
  const refusal = (settings: object): string => streamCapture.settings.safeParse(settings).error?.issues[0]?.message ?? 'taken';
  expect(refusal({})).toBe('taken');
  expect(refusal({ port: 70_000 })).toBe('A port is 0 to 65535.');
  expect(refusal({ port: 'high' })).toBe('Write the port as a whole number.');
  expect(refusal({ open: true })).toBe('Other machines may only send with a token; write one.');
  expect(refusal({ open: true, token: 'sesame' })).toBe('taken');
});
