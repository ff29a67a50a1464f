/** The timeline: row names on the left, canvases for the pixels, hidden listboxes for keyboard and screen reader, a card for the hover. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import { useStore } from 'zustand';
import { themeStore } from '../../app/looks.ts';
import { formatCount } from '../../ui/format.ts';
import { teamVariable } from '../../ui/team-colours.ts';
import { useWords } from '../../words/words.ts';
import { annotationColour } from '../annotations/colours.ts';
import { cutAt, type Cut } from '../director/cut-list.ts';
import { cutTitle } from '../director/cut-words.ts';
import { goToEvent } from '../go-to-event.ts';
import { eventWords, joined } from '../panels/event-words.ts';
import type { LoadedSession, Playback } from '../playback/types.ts';
import { useClock } from '../playback/use-clock.ts';
import { useSessionEvery, useSessionValue } from '../playback/use-session.ts';
import { useReplay } from '../replay-context.tsx';
import type { ReplayViewStore } from '../replay-view.ts';
import type { CutBlock } from './cuts.ts';
import { drawStill, type Scene } from './draw.ts';
import { TimelineGestures } from './gestures.ts';
import { eventNear } from './hit.ts';
import { HoverCard, type Hover } from './hover-card.tsx';
import { LaneListbox } from './lane-listbox.tsx';
import { markAt, type Marks } from './marks.ts';
import { buildModel } from './model.ts';
import { PlayheadLayer } from './playhead.ts';
import { layoutRows, rowAt, rowsHeight, type Row } from './rows.ts';
import { prepare } from './surface.ts';
import { followSpan, visibleSpan, xToTime } from './time-scale.ts';
import { useTimelineCommands } from './timeline-commands.ts';
import { useSize, useTheme } from './use-surface.ts';
import styles from './timeline.module.css';

/** A session that is being recorded is sorted into its lanes so often, ms. */
const LOOK_MS = 400;

export interface TimelineProps {
  readonly playback: Playback;
  readonly view: ReplayViewStore;
}

export function Timeline({ playback, view }: TimelineProps) {
  const session = useSessionEvery(playback, LOOK_MS, 'events', 'entities', 'overview');
  const durationMs = useSessionValue(playback, ({ info }) => (playback.clock.live ? shownLength(info.durationMs) : info.durationMs));
  const words = useWords().timeline;
  const model = useMemo(() => buildModel(session, durationMs, words), [session, durationMs, words]);
  const marks = useMarks();
  const cuts = useCuts(session);
  const zoom = useStore(view, (v) => v.zoom);
  const chosen = useStore(view, (v) => v.event);
  const inPoint = useClock(playback, (clock) => clock.inPoint);
  const outPoint = useClock(playback, (clock) => clock.outPoint);
  const outer = useRef<HTMLElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const outerSize = useSize(outer);
  const { width } = useSize(area);
  const theme = useTheme(outer);

  const rows = useMemo(
    () =>
      layoutRows(
        {
          lanes: model.lanes,
          hasChapters: model.chapters.length > 0,
          graph: model.graph?.label ?? null,
          hasComments: marks.comments.length > 0,
          labels: words.rows,
        },
        outerSize.height,
      ),
    [model, marks, words, outerSize.height],
  );
  const height = rowsHeight(rows);
  const span = useMemo(() => visibleSpan(zoom, durationMs), [zoom, durationMs]);
  const scene = useMemo(
    (): Scene => ({
      rows,
      chapters: model.chapters,
      marks,
      cuts,
      graph: model.graph,
      overview: model.overview,
      teamColours: model.teamColours,
      span,
      durationMs,
      width,
      height,
      inPoint,
      outPoint,
      chosen,
      rangeLabel: (lane, index) => joined(eventWords(session, lane.seqs[index] ?? 0, null).text),
    }),
    [rows, model, marks, cuts, span, durationMs, width, height, inPoint, outPoint, chosen, session],
  );

  const still = useRef<HTMLCanvasElement>(null);
  const moving = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (still.current === null || theme === null || width === 0) return;
    const context = prepare(still.current, width, height);
    if (context !== null) drawStill(context, scene, theme);
  }, [scene, width, height, theme]);

  useLayoutEffect(() => {
    if (moving.current === null || theme === null || width === 0) return undefined;
    const context = prepare(moving.current, width, height);
    if (context === null) return undefined;
    const layer = new PlayheadLayer(context, { rows, span, durationMs, width, height, bookmarks: marks.bookmarks }, theme);
    layer.draw(playback.clock.t);
    return playback.onFrame(() => layer.draw(playback.clock.t));
  }, [playback, rows, marks, span, durationMs, width, height, theme]);

  const go = useCallback((seq: number) => goToEvent(playback, view, seq), [playback, view]);
  const gestures = useMemo(
    () =>
      new TimelineGestures({
        seek: (t) => playback.clock.seek(t),
        goToEvent: go,
        setRange: (from, to) => playback.clock.setRange(from, to),
        setZoom: (next) => view.getState().setZoom(next),
      }),
    [playback, view, go],
  );
  useLayoutEffect(
    () => gestures.look({ rows, span, width, durationMs, inPoint, outPoint, marks }),
    [gestures, rows, span, width, durationMs, inPoint, outPoint, marks],
  );
  useFollow(playback, view, gestures);
  useTimelineCommands(playback, view, model.chapters);
  useWheel(area, gestures);

  const [hover, setHover] = useState<Hover | null>(null);
  const pointerMoved = (event: PointerEvent<HTMLDivElement>): void => {
    const { x, y } = place(event);
    if (gestures.dragging) gestures.move(x);
    event.currentTarget.style.cursor = gestures.cursor(x, y);
    const row = rowAt(rows, y);
    const over = row?.kind === 'strip' ? { from: 0, to: Math.max(1, durationMs) } : span;
    const t = Math.min(durationMs, Math.max(0, xToTime(x, over, width)));
    const mark = row === null ? null : markAt(marks, row, x, span, width);
    const cut = mark === null && row?.kind === 'ruler' ? (cuts[cutAt(cuts, t)]?.title ?? null) : null;
    const seq = mark === null && cut === null ? eventNear(model, row?.lane ?? null, x, over, width) : null;
    setHover({ x, t: mark?.t ?? t, seq, text: mark?.text ?? cut ?? '' });
  };

  return (
    <section ref={outer} className={styles.timeline} aria-label={words.title}>
      <div className={styles.content} style={{ height }}>
        <div className={styles.names} aria-hidden="true">
          {rows.map((row) => (
            <RowName key={row.lane?.id ?? row.kind} row={row} />
          ))}
        </div>
        <div
          ref={area}
          className={styles.area}
          data-testid="timeline-area"
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            const { x, y } = place(event);
            gestures.down(x, y);
          }}
          onPointerMove={pointerMoved}
          onPointerUp={(event) => gestures.up(place(event).x)}
          onPointerCancel={() => gestures.cancel()}
          onPointerLeave={() => setHover(null)}
        >
          <canvas ref={still} className={styles.canvas} />
          <canvas ref={moving} className={styles.canvas} />
          {rows.map(
            (row) =>
              row.lane !== null && (
                <LaneListbox key={row.lane.id} lane={row.lane} row={row} playback={playback} chosen={chosen} onGo={go} />
              ),
          )}
        </div>
      </div>
      {hover !== null && <HoverCard hover={hover} playback={playback} area={area} />}
    </section>
  );
}

/** A session that is being recorded is drawn a little longer than it is, so that it grows in steps and not with every frame. */
function shownLength(durationMs: number): number {
  const step = Math.max(1_000, 10 ** Math.floor(Math.log10(Math.max(1, durationMs / 20))));
  return Math.ceil((durationMs + 1) / step) * step;
}

/** What people added at moments of the session. */
function useMarks(): Marks {
  const { store } = useReplay().annotations;
  const bookmarks = useStore(store, ({ bookmark }) => bookmark);
  const comments = useStore(store, ({ comment }) => comment);
  const ground = useStore(themeStore, ({ theme }) => theme);
  return useMemo(
    () => ({
      bookmarks: bookmarks.map(({ t, title, colour }) => ({ t, text: title, colour: annotationColour(colour, ground) })),
      comments: comments.map(({ t, text }) => ({ t, text, colour: annotationColour('white', ground) })),
    }),
    [bookmarks, comments, ground],
  );
}

/** The director's cuts while it is on. */
function useCuts(session: LoadedSession): readonly CutBlock[] {
  const { director } = useReplay();
  const cuts = useStore(director.store, (state) => (state.on ? state.cuts : NO_CUTS));
  return useMemo(() => {
    const { profile, entities } = session;
    return cuts.map((cut) => {
      const team = cut.subjects.map((entity) => entities[entity]?.team ?? null).find((id) => id !== null);
      const colour = profile.teams.find(({ id }) => id === team)?.colour ?? 'none';
      return { from: cut.from, to: cut.to, colour: cut.event < 0 ? null : colour, title: cutTitle(session, cut) };
    });
  }, [cuts, session]);
}

const NO_CUTS: readonly Cut[] = [];

function RowName({ row }: { readonly row: Row }) {
  const team = row.lane?.team ?? null;
  return (
    <div className={styles.name} data-kind={row.kind} style={{ height: row.height }}>
      {team !== null && <span className={styles.teamBar} style={{ background: teamVariable(team) }} />}
      <span className={styles.nameText}>{row.label}</span>
      {row.lane !== null && <span className={styles.count}>{formatCount(row.lane.seqs.length)}</span>}
    </div>
  );
}

function place(event: PointerEvent<HTMLDivElement>): { x: number; y: number } {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** While it plays, the zoomed span goes along with the playhead. */
function useFollow(playback: Playback, view: ReplayViewStore, gestures: TimelineGestures): void {
  useEffect(
    () =>
      playback.onTick(() => {
        const { clock, session } = playback;
        const state = view.getState();
        if (state.zoom === null || !clock.playing || gestures.dragging) return;
        const next = followSpan(state.zoom, clock.t, clock.rate > 0, session.info.durationMs);
        if (next !== null) state.setZoom(next);
      }),
    [playback, view, gestures],
  );
}

/** React's own wheel listener is passive and could not stop the page from scrolling. */
function useWheel(area: { readonly current: HTMLElement | null }, gestures: TimelineGestures): void {
  useEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
      gestures.wheel(event.clientX - element.getBoundingClientRect().left, event.deltaX * unit, event.deltaY * unit, event.shiftKey);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [area, gestures]);
}
