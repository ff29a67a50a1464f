/** Charts under the timeline, on the same span of time: one at a time, of those that the session has values for. */
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import { DASH, formatDecimal } from '../../ui/format.ts';
import { Menu } from '../../ui/menu.tsx';
import { useWords } from '../../words/words.ts';
import type { Playback } from '../playback/types.ts';
import { useClock } from '../playback/use-clock.ts';
import { useSessionEvery, useSessionValue } from '../playback/use-session.ts';
import type { ReplayViewStore } from '../replay-view.ts';
import { pan, visibleSpan, xToTime, zoomAt } from '../timeline/time-scale.ts';
import { lineAt, sessionCharts, type ChartLine, type SessionChart } from './chart-lines.ts';
import { Plot, type PlotLine } from './plot.tsx';
import styles from './charts.module.css';

const HEIGHT = 72;
/** A session that is being recorded is looked at so often, ms. */
const LOOK_MS = 1000;
/** Zoom per pixel of wheel, as on the timeline. */
const WHEEL_ZOOM = 1.0018;

export interface SessionChartsProps {
  readonly playback: Playback;
  readonly view: ReplayViewStore;
}

export function SessionCharts({ playback, view }: SessionChartsProps) {
  const says = useWords().panels.charts;
  const session = useSessionEvery(playback, LOOK_MS, 'overview', 'info');
  const charts = useMemo(() => sessionCharts(session.profile.charts, session), [session]);
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  if (charts.length === 0) return null;
  const chart = chosen === null ? undefined : (charts.find(({ id }) => id === chosen) ?? charts[0]);
  const items = [
    ...charts.map(({ id, label }) => ({ id, label, checked: id === chart?.id, run: () => setChosen(id) })),
    { id: 'none', label: says.none, checked: chart === undefined, separated: true, run: () => setChosen(null) },
  ];
  return (
    <section className={styles.charts} aria-label={says.name}>
      <div className={styles.names}>
        <Menu label={chart?.label ?? says.name} name={says.chart} items={items} kind="plain" />
      </div>
      {chart !== undefined && <Chart key={chart.id} chart={chart} playback={playback} view={view} />}
    </section>
  );
}

function Chart({ chart, playback, view }: SessionChartsProps & { readonly chart: SessionChart }) {
  const durationMs = useSessionValue(playback, ({ info }) => info.durationMs);
  const zoom = useStore(view, (v) => v.zoom);
  const span = useMemo(() => visibleSpan(zoom, durationMs), [zoom, durationMs]);
  const lines = useMemo(() => chart.lines.map((line): PlotLine => ({ ...line, colour: tokenOf(line) })), [chart]);
  const [hover, setHover] = useState<number | null>(null);
  const area = useRef<HTMLDivElement>(null);
  useWheel(area, view, durationMs);
  return (
    <>
      <dl className={styles.legend}>
        {chart.lines.map((line) => (
          <Value key={line.label} line={line} playback={playback} at={hover} />
        ))}
      </dl>
      <div ref={area} className={styles.area} data-testid="chart-area">
        <Plot
          playback={playback}
          label={`${chart.label}: ${chart.lines.map(({ label }) => label).join(', ')}`}
          lines={lines}
          durationMs={durationMs}
          span={span}
          height={HEIGHT}
          axes={false}
          onHover={setHover}
        />
      </div>
    </>
  );
}

/** At the pointer, or else at the playhead. */
function Value({ line, playback, at }: { readonly line: ChartLine; readonly playback: Playback; readonly at: number | null }) {
  const value = useClock(playback, ({ t }) => lineAt(line, at ?? t));
  const text = value === null ? DASH : Number.isInteger(value) ? String(value) : formatDecimal(value, Math.abs(value) < 1 ? 2 : 1);
  return (
    <div>
      <dt>
        <span className={styles.swatch} style={{ background: `var(${tokenOf(line)})` }} />
        {line.label}
      </dt>
      <dd>{text}</dd>
    </div>
  );
}

function tokenOf({ colour }: ChartLine): string {
  return colour === 'strong' ? '--t1' : colour === 'quiet' ? '--t3' : `--team-${colour}`;
}

/** As on the timeline: the wheel zooms at the pointer, sideways or with Shift it pans. */
function useWheel(area: RefObject<HTMLElement | null>, view: ReplayViewStore, durationMs: number): void {
  useEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { left, width } = element.getBoundingClientRect();
      const now = view.getState();
      const span = visibleSpan(now.zoom, durationMs);
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
      const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
      const sideways = event.shiftKey ? dx + dy : Math.abs(dx) > Math.abs(dy) ? dx : 0;
      if (sideways !== 0) now.setZoom(pan(span, (sideways / width) * (span.to - span.from), durationMs));
      else now.setZoom(zoomAt(span, xToTime(event.clientX - left, span, width), WHEEL_ZOOM ** dy, durationMs));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [area, view, durationMs]);
}
