/** A match of which nothing is heard any more ends by itself: on the real clock of the intake, which here is turned by hand. */
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CaptureContext } from '../../../capture/capture-source.ts';
import { SessionWriter } from '../../../session-writer.ts';
import { zstd } from '../../../zstd.ts';
import { parseBody } from '../dialect/body.ts';
import { STALE_MS } from '../matches/match-splitter.ts';
import { Intake } from './intake.ts';
import { IngestMetrics } from './metrics.ts';

/** Between two heartbeats of a tracker, ms. */
const HEARTBEAT_MS = 30_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

/** An intake whose recordings are kept nowhere, and which of them have ended. */
function recorded(): { readonly intake: Intake; readonly begun: string[]; readonly ended: string[] } {
  const begun: string[] = [];
  const ended: string[] = [];
  const context: Pick<CaptureContext, 'begin' | 'count' | 'log'> = {
    begin: () => {
      const id = String(begun.push('match'));
      const signal = new AbortController().signal;
      const sink = new SessionWriter({
        target: { put: async () => await Promise.resolve() },
        signal,
        compression: zstd,
        tempDir: tmpdir(),
      });
      return Promise.resolve({
        id,
        sink,
        originalPath: '',
        append: async () => await Promise.resolve(),
        end: async () => {
          sink.discard();
          ended.push(id);
          await Promise.resolve();
        },
      });
    },
    count: () => undefined,
    log: () => undefined,
  };
  return { intake: new Intake(context as CaptureContext, new IngestMetrics(() => 0), 1000, () => undefined), begun, ended };
}

test('a match ends when nothing was heard of it for long enough, and not before; what comes then begins another', async () => {
  const { intake, begun, ended } = recorded();
  const say = async (seconds: number): Promise<void> => {
    const { events } = parseBody(Buffer.from(`type=heartbeat&match_id=m&session_id=s&map_name=dm/mohdm1&timestamp=${seconds}`));
    await intake.take({ events, server: 'one', bytes: 1 });
  };
  await say(1);
  for (let beat = 1; beat <= 5; beat++) {
    await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
    await say(1 + (beat * HEARTBEAT_MS) / 1000);
  }
  await vi.advanceTimersByTimeAsync(STALE_MS);
  expect([begun.length, ended, intake.matches.length]).toEqual([1, [], 1]);
  await vi.advanceTimersByTimeAsync(2000);
  await vi.waitFor(() => expect(ended).toEqual(['1']));
  expect(intake.matches).toEqual([]);
  await say(400);
  expect([begun.length, intake.matches.length]).toEqual([2, 1]);
  await intake.close();
  expect(ended).toEqual(['1', '2']);
});
