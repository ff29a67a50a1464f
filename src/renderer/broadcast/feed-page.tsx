/** The clean feed: picture and score of a session, nothing to press; it goes where the replay of the session goes. */
import { useCallback, useEffect, useState } from 'react';
import type { EngineClient } from '../../shared/engine-api.ts';
import { sentenceOf } from '../engine/api-error.ts';
import { useConnection } from '../engine/engine-context.tsx';
import { createAnnotations, type Annotations } from '../replay/annotations/store.ts';
import { WorldGround } from '../replay/ground/world-ground.ts';
import { Scoreboard } from '../replay/panels/scoreboard.tsx';
import { Tallies } from '../replay/panels/tallies.tsx';
import { openReplay } from '../replay/playback/open-session.ts';
import { createPlayback } from '../replay/playback/playback.ts';
import type { Playback } from '../replay/playback/types.ts';
import { createReplayView, type ReplayViewStore } from '../replay/replay-view.ts';
import { Stage } from '../replay/stage/stage.ts';
import { useWords } from '../words/words.ts';
import { followReplay } from './feed-follower.ts';
import styles from './feed.module.css';

export function FeedPage({ sessionId }: { readonly sessionId: string }) {
  // A recording that has to be opened anew begins from the start.
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return <FeedOf key={attempt} sessionId={sessionId} onReplaced={again} />;
}

function FeedOf({ sessionId, onReplaced }: { readonly sessionId: string; readonly onReplaced: () => void }) {
  const { client } = useConnection();
  const [feed, setFeed] = useState<Feed | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const opening = openFeed(client, sessionId, onReplaced);
    opening.opened.then(
      (opened) => opened !== null && setFeed(opened),
      (error: unknown) => setFailure(sentenceOf(error)),
    );
    return () => {
      setFeed(null);
      opening.close();
    };
  }, [client, sessionId, onReplaced]);
  return (
    <main className={styles.feed} data-theme="dark" data-testid="feed">
      {failure !== null && (
        <p className={styles.message} role="alert">
          {failure}
        </p>
      )}
      {feed !== null && (
        <>
          <Picture feed={feed} client={client} />
          <Scoreboard playback={feed.playback} />
          <Tallies playback={feed.playback} />
        </>
      )}
    </main>
  );
}

function Picture({ feed, client }: { readonly feed: Feed; readonly client: EngineClient }) {
  const says = useWords().broadcast.feed;
  const [led, setLed] = useState<boolean | null>(null);
  // What is on a stream keeps its last picture: the window's title says the rest.
  useEffect(() => {
    const title = says.title(feed.playback.session.info.title);
    document.title = led === false ? says.gone(title) : title;
  }, [feed, led, says]);
  const [failure, setFailure] = useState<string | null>(null);
  const picture = useCallback(
    (element: HTMLDivElement) => {
      const { playback, view, annotations } = feed;
      let stage: Stage;
      try {
        stage = new Stage(element, playback, view);
      } catch (error) {
        setFailure(sentenceOf(error));
        return undefined;
      }
      const ground = playback.session.profile.world.kind === 'terrain' ? new WorldGround(client, playback, localStorage) : null;
      const stops = [
        ground?.store.subscribe((now, before) => now.stage !== before.stage && stage.setGround(now.stage)),
        followReplay({ playback, view, stage }, setLed),
        showDrawings(annotations, stage),
      ];
      return () => {
        for (const stop of stops) stop?.();
        ground?.dispose();
        stage.dispose();
      };
    },
    [feed, client],
  );
  return (
    <>
      <div ref={picture} className={styles.picture} data-testid="feed-picture" />
      {(failure !== null || led === null) && (
        <p className={styles.message} role="status">
          {failure ?? says.waiting}
        </p>
      )}
    </>
  );
}

interface Feed {
  readonly playback: Playback;
  readonly view: ReplayViewStore;
  readonly annotations: Annotations;
}

function openFeed(
  client: EngineClient,
  sessionId: string,
  onReplaced: () => void,
): { readonly opened: Promise<Feed | null>; close(): void } {
  const abort = new AbortController();
  let playback: Playback | null = null;
  let annotations: Annotations | null = null;
  const open = async (): Promise<Feed | null> => {
    try {
      const { session, feed } = await openReplay(client, sessionId, abort.signal);
      abort.signal.throwIfAborted();
      playback = createPlayback(session, client, undefined, feed === null ? null : { feed, onReplaced });
      annotations = createAnnotations(client, sessionId);
      return { playback, view: createReplayView(), annotations };
    } catch (error) {
      if (abort.signal.aborted) return null;
      throw error;
    }
  };
  return {
    opened: open(),
    close: () => {
      abort.abort();
      annotations?.dispose();
      playback?.dispose();
    },
  };
}

/** What was drawn on the picture, without the notes of those who work on the session. Returns its end. */
function showDrawings({ store }: Annotations, stage: Stage): () => void {
  const show = (): void => stage.setDrawings({ drawings: store.getState().drawing, comments: [], draft: null });
  show();
  return store.subscribe(show);
}
