import { describe, expect, it, vi } from 'vitest';
import { createClock } from '../replay/playback/clock.ts';
import type { Playback } from '../replay/playback/types.ts';
import { createReplayView } from '../replay/replay-view.ts';
import type { StagePose } from '../replay/stage/stage-pose.ts';
import type { Stage } from '../replay/stage/stage.ts';
import { followReplay } from './feed-follower.ts';
import { leadFeed } from './feed-leader.ts';
import { clockNow } from './feed-messages.ts';

const POSE: StagePose = { anchor: 0, position: [1, 2, 3], quaternion: [0, 0, 0, 1], fov: 40, distance: 12, open: Infinity };

/** A window: its own clock, view and stage, moved frame by frame. */
function window_(durationMs = 100_000) {
  const listeners = new Set<() => void>();
  const drawn = new Set<() => void>();
  const subscribe = (set: Set<() => void>) => (listener: () => void) => {
    set.add(listener);
    return () => set.delete(listener);
  };
  const poses: StagePose[] = [];
  const clock = createClock(durationMs, { onJump: () => undefined, onState: () => undefined, onStep: () => undefined });
  const playback = {
    session: { row: { id: '0123abcd' }, info: { durationMs } },
    clock,
    onFrame: subscribe(listeners),
    onTick: subscribe(new Set()),
  } as unknown as Playback;
  const stage = { pose: POSE, setPose: (pose: StagePose) => void poses.push(pose), onDrawn: subscribe(drawn) } as unknown as Stage & {
    pose: StagePose;
  };
  const frame = (realMs: number): void => {
    clock.advance(realMs);
    for (const listener of [...listeners, ...drawn]) listener();
  };
  return { clock, playback, view: createReplayView(), stage, poses, frame };
}

describe('the clean feed', () => {
  it('goes where the replay goes, and says nothing while the clock runs as expected', async () => {
    let now = 1_000_000;
    vi.spyOn(Date, 'now').mockImplementation(() => now);
    const main = window_();
    const feed = window_();
    const heard: string[] = [];
    const ear = new BroadcastChannel('sandtable-feed-0123abcd');
    ear.addEventListener('message', ({ data }) => void heard.push((data as { kind: string }).kind));
    main.clock.seek(40_000);
    main.view.getState().select(7);
    const stops = [leadFeed(main, main.stage)];
    const led: boolean[] = [];
    stops.push(followReplay(feed, (is) => led.push(is)));
    await vi.waitFor(() => expect(feed.clock.t).toBe(40_000));
    await vi.waitFor(() => expect(feed.poses.at(-1)).toEqual(POSE));
    expect(feed.view.getState().selected).toBe(7);

    main.clock.setRate(2);
    main.clock.play();
    main.frame(0);
    await vi.waitFor(() => expect(feed.clock.playing).toBe(true));
    heard.length = 0;
    for (let i = 0; i < 30; i++) {
      now += 16;
      main.frame(16);
      feed.frame(i % 7 === 0 ? 0 : 16); // its frames are not those of the other window
      expect(Math.abs(feed.clock.t - main.clock.t)).toBeLessThanOrEqual(2 * 33);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard.filter((kind) => kind === 'clock').length).toBeLessThanOrEqual(1);

    main.clock.seek(90_000);
    main.frame(0);
    await vi.waitFor(() => expect(feed.clock.t).toBe(90_000));
    main.clock.pause();
    main.frame(0);
    await vi.waitFor(() => expect(feed.clock.playing).toBe(false));
    stops[0]?.();
    await vi.waitFor(() => expect(led.at(-1)).toBe(false));
    stops[1]?.();
    ear.close();
    vi.restoreAllMocks();
  });

  it('is told where the clock would be, within the session', () => {
    expect(clockNow({ t: 1000, rate: 2, at: 500 }, 600, 10_000)).toBe(1200);
    expect(clockNow({ t: 1000, rate: -64, at: 500 }, 600, 10_000)).toBe(0);
    expect(clockNow({ t: 9990, rate: 1, at: 0 }, 600, 10_000)).toBe(10_000);
  });
});
