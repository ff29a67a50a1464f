/** What happened in a match, row by row over its whole length: its rounds, and what mattered. A click, or Enter, goes to the replay at that moment. */
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { openReplay, go } from '../app/app-store.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { joined } from '../replay/panels/event-words.ts';
import { useEventWords } from '../replay/panels/use-event-words.ts';
import { openSession } from '../replay/playback/open-session.ts';
import type { LoadedSession } from '../replay/playback/types.ts';
import { buildChapters, type Chapter } from '../replay/timeline/chapters.ts';
import { buildLanes } from '../replay/timeline/lanes.ts';
import { useSize, useTheme } from '../replay/timeline/use-surface.ts';
import { formatClock } from '../ui/format.ts';
import { useWords } from '../words/words.ts';
import { Panel } from './panel.tsx';
import { AnswerState } from './states.tsx';
import { drawTimeline, laneAt, notableLanes, type NotableLane } from './timeline-picture.ts';
import { useAnswer } from './use-answer.ts';
import styles from './match-timeline.module.css';

const LANE = 20;
const CHAPTERS = 22;
/** px around a mark in which it is meant. */
const REACH = 6;

export function MatchTimeline({ session: id }: { readonly session: string }) {
  const client = useEngine();
  const says = useWords().statistics.match;
  const chapterWords = useWords().timeline.chapters;
  const ask = useCallback(() => openSession(client, id, new AbortController().signal), [client, id]);
  const answer = useAnswer(ask);
  const { data: session } = answer;
  const model = useMemo(() => {
    if (session === null) return null;
    const { profile, entities, events, info } = session;
    const lanes = notableLanes(buildLanes({ profile, entities, events, durationMs: info.durationMs }));
    return { lanes, chapters: buildChapters(events, info.durationMs, chapterWords) };
  }, [session, chapterWords]);
  return (
    <Panel title={says.timeline} about={says.timelineAbout}>
      <AnswerState answer={answer} />
      {session !== null && model !== null && model.lanes.length === 0 && <p className={styles.none}>{says.noEvents}</p>}
      {session !== null && model !== null && model.lanes.length > 0 && (
        <Rows session={session} lanes={model.lanes} chapters={model.chapters} />
      )}
    </Panel>
  );
}

interface RowsProps {
  readonly session: LoadedSession;
  readonly lanes: readonly NotableLane[];
  readonly chapters: readonly Chapter[];
}

function Rows({ session, lanes, chapters }: RowsProps) {
  const says = useWords().statistics.match;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width } = useSize(box);
  const theme = useTheme(box);
  const [chosen, setChosen] = useState<{ readonly lane: number; readonly index: number } | null>(null);
  const { durationMs } = session.info;
  const height = CHAPTERS + lanes.length * LANE;
  const lane = chosen === null ? undefined : lanes[chosen.lane];
  const seq = lane?.seqs[chosen?.index ?? -1];

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || theme === null || width === 0) return;
    const ratio = devicePixelRatio;
    context.canvas.width = Math.round(width * ratio);
    context.canvas.height = Math.round(height * ratio);
    context.scale(ratio, ratio);
    drawTimeline(context, { width, height, lane: LANE, top: CHAPTERS }, durationMs, lanes, chapters, theme, chosen);
  }, [width, height, theme, durationMs, lanes, chapters, chosen]);

  const open = (t: number): void => {
    openReplay(session.row.id, session.row);
    go({ place: 'replay', sessionId: session.row.id, moment: { t: Math.max(0, Math.round(t)), follow: null } });
  };
  const place = (event: MouseEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const t = ((event.clientX - left) / Math.max(1, width)) * durationMs;
    const row = Math.floor((event.clientY - top - CHAPTERS) / LANE);
    return { t, at: laneAt(lanes, row, t, (REACH / Math.max(1, width)) * durationMs) };
  };
  const keys = (event: KeyboardEvent): void => {
    const timeOf = (): number | undefined => lane?.t[chosen?.index ?? -1];
    if (event.key === 'Enter') {
      const t = timeOf();
      if (t !== undefined) {
        event.preventDefault();
        open(t);
      }
      return;
    }
    const next = stepOf(lanes, chosen, event.key);
    if (next === null) return;
    event.preventDefault();
    setChosen(next);
  };
  return (
    <div className={styles.rows}>
      <ul className={styles.names} style={{ paddingTop: CHAPTERS }} aria-hidden="true">
        {lanes.map(({ id, label, seqs }) => (
          <li key={id} style={{ height: LANE }}>
            <span>{label}</span>
            <span>{seqs.length}</span>
          </li>
        ))}
      </ul>
      <div
        ref={box}
        className={styles.surface}
        style={{ height }}
        role="listbox"
        aria-label={says.timeline}
        aria-activedescendant={seq === undefined ? undefined : 'match-event'}
        data-testid="match-timeline"
        tabIndex={0}
        onKeyDown={keys}
        onPointerMove={(event) => setChosen(place(event).at)}
        onPointerLeave={() => setChosen(null)}
        onClick={(event) => {
          const { t, at } = place(event);
          open(at === null ? t : (lanes[at.lane]?.t[at.index] ?? t));
        }}
      >
        <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
        {seq !== undefined && lane !== undefined && chosen !== null && (
          <EventTip
            session={session}
            seq={seq}
            x={((lane.t[chosen.index] ?? 0) / durationMs) * width}
            y={CHAPTERS + (chosen.lane + 1) * LANE}
            width={width}
          />
        )}
      </div>
    </div>
  );
}

const TIP = 280;

function EventTip({
  session,
  seq,
  x,
  y,
  width,
}: {
  readonly session: LoadedSession;
  readonly seq: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}) {
  const { text, detail } = useEventWords(session, seq);
  return (
    <div
      id="match-event"
      role="option"
      aria-selected="true"
      className={styles.tip}
      style={{ left: Math.max(0, Math.min(x - TIP / 2, width - TIP)), top: y + 2, maxWidth: TIP }}
    >
      <b>{formatClock(session.events.t[seq] ?? 0)}</b> {joined(text)}
      {detail !== '' && <span className={styles.quiet}> {detail}</span>}
    </div>
  );
}

type Chosen = { readonly lane: number; readonly index: number };

/** Up and down change the row, staying near in time. */
function stepOf(lanes: readonly NotableLane[], from: Chosen | null, key: string): Chosen | null {
  const at = from ?? { lane: 0, index: -1 };
  const lane = lanes[at.lane];
  if (lane === undefined) return null;
  const last = lane.seqs.length - 1;
  switch (key) {
    case 'ArrowRight':
      return { lane: at.lane, index: Math.min(last, at.index + 1) };
    case 'ArrowLeft':
      return { lane: at.lane, index: Math.max(0, at.index - 1) };
    case 'Home':
      return { lane: at.lane, index: 0 };
    case 'End':
      return { lane: at.lane, index: last };
    case 'ArrowDown':
    case 'ArrowUp': {
      const to = at.lane + (key === 'ArrowDown' ? 1 : -1);
      return laneAt(lanes, to, lane.t[Math.max(0, at.index)] ?? 0, Infinity);
    }
    default:
      return null;
  }
}
