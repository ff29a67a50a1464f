/** The feed's side of the clean feed: brings its playback, its view and its stage to where the replay is, and keeps them there. */
import type { Playback } from '../replay/playback/types.ts';
import type { ReplayViewStore } from '../replay/replay-view.ts';
import type { Stage } from '../replay/stage/stage.ts';
import { clockNow, feedChannel, feedMessage, type FeedClock } from './feed-messages.ts';

/** Farther apart than this the clock is set anew; nearer it runs by itself, real ms. */
const APART_MS = 20;

interface Followed {
  readonly playback: Playback;
  readonly view: ReplayViewStore;
  readonly stage: Stage;
}

/** `onLed` hears whether a replay leads. Returns its end. */
export function followReplay({ playback, view, stage }: Followed, onLed: (led: boolean) => void): () => void {
  const channel = feedChannel(playback.session.row.id);
  const { clock } = playback;
  let told: FeedClock | null = null;

  const keepUp = (): void => {
    if (told === null) return;
    const to = clockNow(told, Date.now(), playback.session.info.durationMs);
    const apart = Math.abs(to - clock.t);
    if (told.rate === 0) {
      if (clock.playing) clock.pause();
      if (apart > 0) clock.seek(to);
      return;
    }
    if (clock.rate !== told.rate) clock.setRate(told.rate);
    if (apart > APART_MS * Math.max(1, Math.abs(told.rate))) clock.seek(to);
    if (!clock.playing) clock.play();
  };

  channel.addEventListener('message', ({ data }) => {
    const heard = feedMessage.safeParse(data);
    if (!heard.success) return;
    const message = heard.data;
    if (message.kind === 'clock') {
      told = message.clock;
      onLed(true);
      keepUp();
    } else if (message.kind === 'pose') stage.setPose(message.pose);
    else if (message.kind === 'look') view.setState(message.look);
    else if (message.kind === 'bye') {
      told = null;
      clock.pause();
      onLed(false);
    }
  });
  // A frame of its own may have taken long, or a chunk: time is made up for at once.
  const stop = playback.onFrame(keepUp);
  channel.postMessage({ kind: 'hello' });
  return () => {
    stop();
    channel.close();
  };
}
