/** Publishes the open replay while somebody watches an overlay: at most ten times a second, and never two at once. */
import { PUBLISH_MS, type Presentation } from '../../shared/broadcast.ts';
import type { Metrics } from '../replay/panels/metrics.ts';
import type { Playback } from '../replay/playback/types.ts';
import type { ReplayViewStore } from '../replay/replay-view.ts';
import type { Stage } from '../replay/stage/stage.ts';
import { AirMapMaker } from './air-map.ts';
import { watchers, type Broadcasts } from './broadcasts.ts';
import { FeedReader, presentationOf } from './present.ts';

/** So often while nobody watches, for the preview, ms. */
const PREVIEW_MS = 2000;

export interface OnAir {
  readonly playback: Playback;
  readonly view: ReplayViewStore;
  readonly metrics: Metrics;
  readonly stage: Stage;
}

/** Returns its end, after which the last moment stays on air: whoever goes to another place for a while leaves the stream as it was. */
export function publishReplay({ playback, view, metrics, stage }: OnAir, broadcasts: Broadcasts): () => void {
  const { profile } = playback.session;
  const colours: NonNullable<Presentation['map']>['colours'] = [...profile.teams.map(({ colour }) => colour).slice(0, 15), 'none'];
  const map = new AirMapMaker(stage);
  const feed = new FeedReader(playback, () => later());
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = '';
  let lastAt = -Infinity;
  let planSent = -1;
  let busy = false;
  /** Something changed while the one before was on its way. */
  let again = false;
  let ended = false;

  const publish = async (): Promise<void> => {
    timer = null;
    again = busy;
    const { state } = broadcasts.store.getState();
    if (ended || busy || state === null || state.address === null) return;
    const now = performance.now();
    const isWatched = watchers(state) > 0;
    if (!isWatched && now - lastAt < PREVIEW_MS) {
      // Nothing may change after this: what came too early for the preview is shown in its turn.
      timer = setTimeout(() => void publish(), lastAt + PREVIEW_MS - now);
      return;
    }
    const shown = {
      ...presentationOf(playback, metrics, feed, view.getState().selected),
      map: map.read(colours, playback.clock.live, now),
    };
    const text = JSON.stringify(shown);
    const plan = map.planAfter(planSent);
    lastAt = now;
    if (!isWatched) return broadcasts.preview(shown, map.planAfter(-1));
    if (text === last && plan === null) return;
    busy = true;
    try {
      await broadcasts.publish(shown, plan);
      last = text;
      planSent = plan?.id ?? planSent;
    } catch {
      last = ''; // the engine is away; the next one says everything
    } finally {
      busy = false;
      if (again) later();
    }
  };
  const later = (): void => {
    if (!ended) timer ??= setTimeout(() => void publish(), Math.max(0, lastAt + PUBLISH_MS - performance.now()));
  };
  const stops = [
    playback.onTick(later),
    playback.onFrame(later),
    view.subscribe(later),
    broadcasts.store.subscribe((told, before) => {
      if (told.state === before.state) return;
      // Another engine, or other pages, know nothing yet.
      if (told.state?.address !== before.state?.address) {
        last = '';
        planSent = -1;
      }
      // Whoever watches now does not wait for the preview's turn.
      if (timer !== null) clearTimeout(timer);
      timer = null;
      later();
    }),
  ];
  later();
  return () => {
    ended = true;
    if (timer !== null) clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
