/** One open replay: loads the session, then lays out roster, stage, inspector, events, transport and timeline around it. */
import { memo, useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import type { EngineClient } from '../../shared/engine-api.ts';
import { useCommands } from '../app/commands.ts';
import { useStatus } from '../app/status-bar.tsx';
import { Button } from '../ui/button.tsx';
import { useWords } from '../words/words.ts';
import { createAnnotations, type Annotations } from './annotations/store.ts';
import { sessionCharts } from './charts/chart-lines.ts';
import { SessionCharts } from './charts/session-charts.tsx';
import { useDirectorCommands } from './director/director-commands.ts';
import { Director } from './director/director.ts';
import { useHighlights } from './highlights/use-highlights.ts';
import { KillFeed } from './panels/kill-feed.tsx';
import { Metrics } from './panels/metrics.ts';
import { Roster } from './panels/roster.tsx';
import { Scoreboard } from './panels/scoreboard.tsx';
import { SidePanel, type SideView } from './panels/side-panel.tsx';
import { FIRST_CHOICE, StatisticsPanel } from './panels/statistics/statistics-panel.tsx';
import { Tallies } from './panels/tallies.tsx';
import { openReplay } from './playback/open-session.ts';
import { createPlayback } from './playback/playback.ts';
import type { Playback } from './playback/types.ts';
import { useSessionEvery, useSessionValue } from './playback/use-session.ts';
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

/** What is opened again goes on where it was: at a moment of its own, or at the live edge. */
interface Attempt {
  readonly count: number;
  readonly left: { readonly t: number; readonly atEdge: boolean } | null;
}

export function ReplayPage(props: ReplayPageProps) {
  const [attempt, setAttempt] = useState<Attempt>({ count: 0, left: null });
  const again = useCallback((left: Attempt['left']) => setAttempt(({ count }) => ({ count: count + 1, left })), []);
  return <Opening key={`${props.sessionId} ${attempt.count}`} {...props} left={attempt.left} onAgain={again} />;
}

interface OpeningProps extends ReplayPageProps {
  readonly left: Attempt['left'];
  readonly onAgain: (left: Attempt['left']) => void;
}

function Opening({ client, sessionId, moment, left, onMoment, onTitle, onAgain }: OpeningProps) {
  const says = useWords().panels;
  const [replay, setReplay] = useState<Replay | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // The moment is only where the replay begins; a link that names none leaves a live session at its edge.
  const begin = useEffectEvent((opened: Replay): void => {
    restore(opened, left === null ? moment : { ...moment, t: left.atEdge && opened.playback.clock.live ? 0 : left.t });
  });

  useEffect(() => {
    const abort = new AbortController();
    let playback: Playback | null = null;
    let annotations: Annotations | null = null;
    let director: Director | null = null;
    openReplay(client, sessionId, abort.signal).then(
      ({ session, feed }) => {
        if (abort.signal.aborted) return;
        const onReplaced = (): void => onAgain(playback === null ? null : { t: playback.clock.t, atEdge: playback.clock.atEdge });
        playback = createPlayback(session, client, undefined, feed === null ? null : { feed, onReplaced });
        annotations = createAnnotations(client, sessionId);
        const view = createReplayView();
        director = new Director(playback, client, view);
        const opened = { playback, view, metrics: new Metrics(playback), annotations, director };
        begin(opened);
        setReplay(opened);
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      abort.abort();
      director?.dispose();
      annotations?.dispose();
      playback?.dispose();
    };
  }, [client, sessionId, onAgain]);

  if (failure !== null)
    return (
      <div className={styles.message} role="alert">
        <p>{failure}</p>
        <Button kind="outline" onClick={() => onAgain(left)}>
          {says.openAgain}
        </Button>
      </div>
    );
  if (replay === null)
    return (
      <div className={styles.message} role="status">
        <p>{says.opening}</p>
      </div>
    );
  return (
    <ReplayContext value={replay}>
      <Desk replay={replay} onMoment={onMoment} onTitle={onTitle} />
    </ReplayContext>
  );
}

function restore({ playback, view }: Replay, moment: ReplayMoment): void {
  if (!playback.clock.live || moment.t > 0) playback.clock.seek(moment.t);
  if (moment.heat !== undefined) view.getState().setHeat({ shown: true, panel: true, others: moment.heat });
  const followed =
    moment.follow === null ? undefined : playback.session.entities.find((entity) => entity.id !== 0 && entity.nativeId === moment.follow);
  if (followed === undefined) return;
  view.getState().select(followed.id);
  view.getState().follow(true);
}

/** What the status bar says of a session that is being recorded is renewed so often, ms. */
const FACTS_MS = 1000;

/** Drawn once per replay: the address changes every second, what is inside looks at the clock by itself. */
const Desk = memo(function Desk({
  replay,
  onMoment,
  onTitle,
}: { readonly replay: Replay } & Pick<ReplayPageProps, 'onMoment' | 'onTitle'>) {
  const { playback, view } = replay;
  useReplayLink(replay, onMoment);
  useReplayCommands(replay);
  useDirectorCommands(replay);
  useRenumbering(replay);
  const reel = useHighlights(replay);
  const session = useSessionEvery(playback, FACTS_MS, 'entities', 'info');
  // Who plays may show only after the recording has begun.
  const title = useSessionValue(playback, ({ info }) => info.title);
  useEffect(() => onTitle(title), [onTitle, title]);
  useStatus(useMemo(() => sessionFacts(session), [session]));
  const [sizes] = useState(() => panelSizes(sessionCharts(session.profile.charts, session).length > 0));
  const [side, setSide] = useState<SideView>('events');
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const { notes, panels } = useWords();
  useCommands([
    {
      id: 'panels.statistics',
      title: panels.showStatistics,
      icon: 'hash',
      keys: 'Shift+s',
      run: () => setSide(side === 'statistics' || side === 'large' ? 'events' : 'statistics'),
    },
    {
      id: 'panels.notes',
      title: notes.commands.panel,
      icon: 'sticky-note',
      keys: 'Shift+n',
      run: () => setSide(side === 'notes' ? 'events' : 'notes'),
    },
  ]);
  // Panel sizes are kept per game.
  const rows = useDefaultLayout({ id: `rows-${playback.session.profile.id}`, storage: localStorage });
  const columns = useDefaultLayout({ id: `columns-${playback.session.profile.id}`, storage: localStorage });
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
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
                <Scoreboard playback={playback} />
                <Tallies playback={playback} />
                <KillFeed />
                {side === 'large' && <StatisticsPanel large onLarge={() => setSide('statistics')} choice={choice} onChoice={setChoice} />}
              </div>
            </Panel>
            <Separator className={styles.edge} />
            <Panel id="side" defaultSize={sizes.side} minSize="240px" maxSize="480px" groupResizeBehavior="preserve-pixel-size">
              <SidePanel view={side} onView={setSide} choice={choice} onChoice={setChoice} reel={reel} />
            </Panel>
          </Group>
        </Panel>
        <Separator className={styles.edge} />
        <Panel id="timeline" defaultSize={sizes.timeline} minSize="180px" maxSize="50%" groupResizeBehavior="preserve-pixel-size">
          <div className={styles.bottom}>
            <TransportBar playback={playback} view={view} />
            <Timeline playback={playback} view={view} />
            <SessionCharts playback={playback} view={view} />
          </div>
        </Panel>
      </Group>
    </>
  );
});

/** An event that comes late moves those after it: the one that was gone to stays the one that was gone to. */
function useRenumbering({ playback, view }: Replay): void {
  useEffect(
    () =>
      playback.onGrow(({ renumber }) => {
        const { event } = view.getState();
        if (event !== null && renumber !== null) view.getState().setEvent(renumber(event));
      }),
    [playback, view],
  );
}

/** Before somebody chose other ones: the stage keeps most of a narrow window, the panels show more in a wide one, and charts have room below the timeline. */
function panelSizes(hasCharts: boolean): { readonly roster: string; readonly side: string; readonly timeline: string } {
  const { innerWidth } = window;
  const bottom = (timeline: number): string => `${timeline + (!hasCharts ? 0 : innerWidth <= 1400 ? 40 : 73)}px`;
  if (innerWidth <= 1400) return { roster: '212px', side: '264px', timeline: bottom(244) };
  if (innerWidth >= 1800) return { roster: '264px', side: '352px', timeline: bottom(288) };
  return { roster: '232px', side: '316px', timeline: bottom(252) };
}
