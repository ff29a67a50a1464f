/** One open replay: loads the session, then lays out roster, stage, inspector, events, transport and timeline around it. */
import { memo, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import type { EngineClient } from '../../shared/engine-api.ts';
import { useStatus } from '../app/status-bar.tsx';
import { Button } from '../ui/button.tsx';
import { EventList } from './panels/event-list.tsx';
import { Inspector } from './panels/inspector.tsx';
import { KillFeed } from './panels/kill-feed.tsx';
import { Metrics } from './panels/metrics.ts';
import { Roster } from './panels/roster.tsx';
import { Scoreboard } from './panels/scoreboard.tsx';
import { openSession } from './playback/open-session.ts';
import { createPlayback } from './playback/playback.ts';
import type { Playback } from './playback/types.ts';
import { useReplayCommands } from './replay-commands.ts';
import { ReplayContext, type Replay } from './replay-context.tsx';
import { createReplayView } from './replay-view.ts';
import { sessionFacts } from './session-facts.ts';
import { StageView } from './stage/stage-view.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { TransportBar } from './transport/transport-bar.tsx';
import { useReplayLink, type ReplayMoment } from './use-replay-link.ts';
import styles from './replay-page.module.css';

export interface ReplayPageProps {
  readonly client: EngineClient;
  readonly sessionId: string;
  /** Where the link or the reopened window says to begin. */
  readonly moment: ReplayMoment;
  /** Called at most once a second with the moment to come back to. */
  readonly onMoment: (moment: ReplayMoment) => void;
  readonly onTitle: (title: string) => void;
}

export function ReplayPage(props: ReplayPageProps) {
  const [attempt, setAttempt] = useState(0);
  return <Opening key={`${props.sessionId} ${attempt}`} {...props} onAgain={() => setAttempt(attempt + 1)} />;
}

function Opening({ client, sessionId, moment, onMoment, onTitle, onAgain }: ReplayPageProps & { readonly onAgain: () => void }) {
  const [replay, setReplay] = useState<Replay | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // The moment is only where the replay begins.
  const begin = useEffectEvent((opened: Replay): void => {
    restore(opened, moment);
    onTitle(opened.playback.session.info.title);
  });

  useEffect(() => {
    const abort = new AbortController();
    let playback: Playback | null = null;
    openSession(client, sessionId, abort.signal).then(
      (session) => {
        if (abort.signal.aborted) return;
        playback = createPlayback(session, client);
        const opened = { playback, view: createReplayView(), metrics: new Metrics(playback) };
        begin(opened);
        setReplay(opened);
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      abort.abort();
      playback?.dispose();
    };
  }, [client, sessionId]);

  if (failure !== null)
    return (
      <div className={styles.message} role="alert">
        <p>{failure}</p>
        <Button kind="outline" onClick={onAgain}>
          Open again
        </Button>
      </div>
    );
  if (replay === null)
    return (
      <div className={styles.message} role="status">
        <p>Opening the session</p>
      </div>
    );
  return (
    <ReplayContext value={replay}>
      <Desk replay={replay} onMoment={onMoment} />
    </ReplayContext>
  );
}

function restore({ playback, view }: Replay, moment: ReplayMoment): void {
  playback.clock.seek(moment.t);
  const followed =
    moment.follow === null ? undefined : playback.session.entities.find((entity) => entity.id !== 0 && entity.nativeId === moment.follow);
  if (followed === undefined) return;
  view.getState().select(followed.id);
  view.getState().follow(true);
}

/** Drawn once per replay: the address changes every second, what is inside looks at the clock by itself. */
const Desk = memo(function Desk({ replay, onMoment }: { readonly replay: Replay; readonly onMoment: (moment: ReplayMoment) => void }) {
  const { playback, view } = replay;
  useReplayLink(replay, onMoment);
  useReplayCommands(replay);
  useStatus(useMemo(() => sessionFacts(playback.session), [playback]));
  const [sizes] = useState(panelSizes);
  // Panel sizes are kept per game.
  const rows = useDefaultLayout({ id: `rows-${playback.session.profile.id}`, storage: localStorage });
  const columns = useDefaultLayout({ id: `columns-${playback.session.profile.id}`, storage: localStorage });
  return (
    <>
      <h1 className={styles.title}>{playback.session.info.title}</h1>
      <Group className={styles.desk} orientation="vertical" defaultLayout={rows.defaultLayout} onLayoutChanged={rows.onLayoutChanged}>
        <Panel id="view" minSize="40%">
          <Group orientation="horizontal" defaultLayout={columns.defaultLayout} onLayoutChanged={columns.onLayoutChanged}>
            <Panel id="roster" defaultSize={sizes.roster} minSize="160px" maxSize="360px" groupResizeBehavior="preserve-pixel-size">
              <Roster />
            </Panel>
            <Separator className={styles.edge} />
            <Panel id="stage" minSize="480px">
              <div className={styles.stage}>
                <StageView playback={playback} view={view} />
                <Scoreboard />
                <KillFeed />
              </div>
            </Panel>
            <Separator className={styles.edge} />
            <Panel id="side" defaultSize={sizes.side} minSize="240px" maxSize="480px" groupResizeBehavior="preserve-pixel-size">
              <div className={styles.side}>
                <Inspector />
                <EventList />
              </div>
            </Panel>
          </Group>
        </Panel>
        <Separator className={styles.edge} />
        <Panel id="timeline" defaultSize={sizes.timeline} minSize="180px" maxSize="50%" groupResizeBehavior="preserve-pixel-size">
          <div className={styles.bottom}>
            <TransportBar playback={playback} view={view} />
            <Timeline playback={playback} view={view} />
          </div>
        </Panel>
      </Group>
    </>
  );
});

/** Before somebody chose other ones: the stage keeps most of a narrow window, the panels show more in a wide one. */
function panelSizes(): { readonly roster: string; readonly side: string; readonly timeline: string } {
  const { innerWidth } = window;
  if (innerWidth <= 1400) return { roster: '212px', side: '264px', timeline: '244px' };
  if (innerWidth >= 1800) return { roster: '264px', side: '352px', timeline: '288px' };
  return { roster: '232px', side: '316px', timeline: '252px' };
}
