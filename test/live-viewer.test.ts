/** The viewer of a live session on the real engine: what is watched while it is recorded is what the library keeps. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { FAKE_CAPTURE, fakeEngine, LineClient } from '../src/main/engine/capture/fake-engine.ts';
import type { Engine } from '../src/main/engine/engine.ts';
import { zstd } from '../src/main/engine/zstd.ts';
import { openReplay, openSession } from '../src/renderer/replay/playback/open-session.ts';
import { createPlayback, type PlaybackEnvironment } from '../src/renderer/replay/playback/playback.ts';
import type { Playback } from '../src/renderer/replay/playback/types.ts';
import type { GameProfile } from '../src/shared/games/profile.ts';
import { decodeChunk } from '../src/shared/session/chunk.ts';
import { createFrameState, type FrameState } from '../src/shared/session/sampler.ts';

const PROFILES = { 'fake-live': { id: 'fake-live', teams: [] } as unknown as GameProfile };
const FRAME_MS = 16;

let engine: Engine | null = null;
let lines: LineClient | null = null;
const folder = mkdtempSync(join(tmpdir(), 'sandtable-viewer-'));
afterEach(async () => {
  lines?.close();
  await engine?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An animation frame whenever the test says so. */
function display(): PlaybackEnvironment & { frame(): void } {
  let pending: ((now: number) => void)[] = [];
  let now = 0;
  return {
    requestFrame: (callback) => pending.push(callback),
    cancelFrame: () => {
      pending = [];
    },
    createDecoder: () => ({ decode: (bytes) => Promise.resolve(decodeChunk(bytes, zstd)), dispose: () => undefined }),
    frame: () => {
      now += FRAME_MS;
      const callbacks = pending;
      pending = [];
      for (const callback of callbacks) callback(now);
    },
  };
}

/** Frames go by until it holds, for as long as the test may take. */
async function framesUntil(screen: { frame(): void }, holds: () => boolean): Promise<void> {
  while (!holds()) {
    screen.frame();
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

async function picture(playback: Playback, t: number): Promise<FrameState> {
  const state = createFrameState(1);
  expect(await playback.sampleAt(t, state)).toBe(true);
  return state;
}

it('shows live what the library has afterwards, at every moment', { timeout: 60_000 }, async () => {
  engine = await fakeEngine(folder, [FAKE_CAPTURE]);
  const { client } = engine;
  const [capture] = await client.call('capture.list', {});
  lines = await LineClient.to(capture?.address ?? '');
  await lines.send('begin Evening', 'player Anna', 'player Bert', 'run 0 30', 'at 2900 1 7', 'name 2900 2 Bertram');
  const [live] = (await client.call('capture.list', {}))[0]?.sessions ?? [];
  if (live === undefined) throw new Error('nothing is being recorded');

  const screen = display();
  const closed = new AbortController();
  const { session, feed } = await openReplay(client, live.id, closed.signal, PROFILES);
  if (feed === null) throw new Error('the session is not live');
  let replaced = 0;
  const playback = createPlayback(session, client, screen, { feed, onReplaced: () => replaced++ });
  await framesUntil(screen, () => !playback.state.stale && playback.session.info.durationMs >= 2900);
  expect([playback.clock.live, playback.clock.atEdge]).toEqual([true, true]);

  // Enough for chunks to be sealed while it is watched, somebody who comes later, and somebody who goes.
  for (let i = 1; i <= 8; i++) await lines.send(`player Late${i}`);
  for (let from = 3000; from < 288_000; from += 15_000) {
    await lines.send(`run ${from} 150`, `at ${from + 14_950} ${1 + (from % 9)} 5`);
    screen.frame();
  }
  await lines.send('gone 290100 3', 'run 290200 5', 'at 290700 1 9', 'run 290800 2');
  await framesUntil(screen, () => playback.session.events.t.at(-1) === 290_700);
  expect(playback.session.entities.length).toBe(11);
  expect(playback.session.chunks.length).toBeGreaterThan(1);
  const { events } = playback.session;
  const moments = Array.from({ length: 59 }, (_, i) => i * 5010);
  const seen: FrameState[] = [];
  for (const t of moments) seen.push(await picture(playback, t));

  await framesUntil(screen, () => playback.state.t > 290_000);
  const { t } = playback.clock;
  const ended = lines.send('end');
  await framesUntil(screen, () => !playback.clock.live);
  await ended;
  expect([playback.session.row.status, replaced]).toEqual(['ready', 0]);
  expect(playback.clock.t).toBeGreaterThanOrEqual(t);
  expect(playback.clock.t - t).toBeLessThan(2_000);
  expect(playback.state.stale).toBe(false);

  const kept = createPlayback(await openSession(client, live.id, closed.signal, PROFILES), client, display());
  expect([...kept.session.events.t]).toEqual([...events.t]);
  expect(kept.session.strings).toEqual(playback.session.strings);
  for (const [i, at] of moments.entries()) {
    const now = await picture(kept, at);
    const then = seen[i] as FrameState;
    expect([...then.exists.subarray(0, 11)]).toEqual([...now.exists.subarray(0, 11)]);
    expect([...then.position.subarray(0, 33)]).toEqual([...now.position.subarray(0, 33)]);
  }
  kept.dispose();
  playback.dispose();
  closed.abort();
});
