/** The replay's side of the clean feed: says where its clock is whenever it is not where a feed would expect it, and how it is looked at. */
import type { Replay } from '../replay/replay-context.tsx';
import type { ReplayView } from '../replay/replay-view.ts';
import type { StagePose } from '../replay/stage/stage-pose.ts';
import type { Stage } from '../replay/stage/stage.ts';
import { clockNow, feedChannel, feedMessage, type FeedClock, type FeedLook, type FeedMessage } from './feed-messages.ts';

/** A clock that is this far from where it is expected is said anew, real ms. */
const OFF_MS = 12;
/** And in any case so often, for who heard nothing, ms. */
const ANYWAY_MS = 1000;
/** Smaller changes of the camera are not to be seen. */
const STILL = 1e-5;

/** Returns its end. */
export function leadFeed({ playback, view }: Pick<Replay, 'playback' | 'view'>, stage: Stage): () => void {
  const channel = feedChannel(playback.session.row.id);
  let told: FeedClock | null = null;
  let seen: StagePose | null = null;
  const say = (message: FeedMessage): void => channel.postMessage(message);

  const tellClock = (): void => {
    const { clock, session } = playback;
    const now = Date.now();
    const rate = clock.playing ? clock.rate : 0;
    const off = told === null ? Infinity : Math.abs(clockNow(told, now, session.info.durationMs) - clock.t);
    if (told?.rate === rate && off <= OFF_MS * Math.max(1, Math.abs(rate)) && (rate === 0 || now - told.at < ANYWAY_MS)) return;
    told = { t: clock.t, rate, at: now };
    say({ kind: 'clock', clock: told });
  };
  const tellPose = (): void => {
    const pose = stage.pose;
    if (seen !== null && isSame(pose, seen)) return;
    seen = pose;
    say({ kind: 'pose', pose });
  };
  const tellLook = (): void => say({ kind: 'look', look: lookOf(view.getState()) });

  channel.addEventListener('message', ({ data }) => {
    const heard = feedMessage.safeParse(data);
    if (!heard.success || heard.data.kind !== 'hello') return;
    told = null;
    seen = null;
    tellLook();
    tellPose();
    tellClock();
  });
  const stops = [
    playback.onFrame(tellClock),
    playback.onTick(tellClock),
    stage.onDrawn(tellPose),
    view.subscribe((now, before) => {
      if (JSON.stringify(lookOf(now)) !== JSON.stringify(lookOf(before))) tellLook();
    }),
  ];
  tellLook();
  tellPose();
  tellClock();
  return () => {
    for (const stop of stops) stop();
    say({ kind: 'bye' });
    channel.close();
  };
}

function lookOf({ selected, camera, preset, layers, markerSide, event }: ReplayView): FeedLook {
  return { selected, camera: camera === 'led' ? 'free' : camera, preset, layers: { ...layers }, markerSide, event };
}

function isSame(a: StagePose, b: StagePose): boolean {
  const near = (x: number, y: number): boolean => Math.abs(x - y) <= STILL * Math.max(1, Math.abs(x));
  return (
    a.anchor === b.anchor &&
    near(a.fov, b.fov) &&
    near(a.distance, b.distance) &&
    Object.is(a.open, b.open) &&
    a.position.every((value, i) => near(value, b.position[i] ?? 0)) &&
    a.quaternion.every((value, i) => near(value, b.quaternion[i] ?? 0))
  );
}
