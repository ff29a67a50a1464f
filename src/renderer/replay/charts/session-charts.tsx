/** Charts under the timeline, on the same span of time: one at a time, of those that the session has values for; of the teams, or of whoever is chosen and compared. */
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import { useCommands } from '../../app/commands.ts';
import { DASH, formatDecimal } from '../../ui/format.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { useWords } from '../../words/words.ts';
import type { LoadedSession, Playback } from '../playback/types.ts';
import { useClock } from '../playback/use-clock.ts';
import { useSessionEvery, useSessionValue } from '../playback/use-session.ts';
import type { ReplayViewStore } from '../replay-view.ts';
import { pan, visibleSpan, xToTime, zoomAt } from '../timeline/time-scale.ts';
import { lineAt, sessionCharts, type ChartLine } from './chart-lines.ts';
import { countedCharts, MOST_COMPARED, type CountedChart } from './counted-charts.ts';
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
  const session = useSessionEvery(playback, LOOK_MS, 'overview', 'info', 'events', 'entities');
  const own = useMemo(() => sessionCharts(session.profile.charts, session), [session]);
  const charts = useMemo(
    () => [
      ...own.map((chart): CountedChart => ({ ...chart, needsPeople: false, lines: () => chart.lines })),
      ...countedCharts(session, says),
    ],
    [own, session, says],
  );
  const wanted = useStore(view, (v) => v.charts);
  const selected = useStore(view, (v) => v.selected);
  const compared = useStore(view, (v) => v.compared);
  const [chosen, setChosen] = useState<string | null>(null);
  const isShown = charts.length > 0 && (wanted ?? own.length > 0);
  const chart = charts.find(({ id }) => id === chosen) ?? charts[0];
  const people = useMemo(() => {
    const all = selected === null ? compared : [selected, ...compared.filter((entity) => entity !== selected)];
    return all.filter((entity) => isPerson(session, entity)).slice(0, MOST_COMPARED);
  }, [session, selected, compared]);
  const lines = useMemo(() => (isShown ? (chart?.lines(people) ?? []) : []), [isShown, chart, people]);
  useCommands([
    {
      id: 'charts.show',
      title: says.show,
      icon: 'chart-column',
      keys: 'Shift+c',
      run: () => view.getState().setCharts(!isShown),
      when: () => charts.length > 0,
    },
  ]);
  if (!isShown || chart === undefined) return null;
  const compare = (entities: readonly number[]) => (): void => view.getState().setCompared(entities);
  const other = people.find((entity) => !compared.includes(entity));
  const items: MenuItem[] = charts.map(({ id, label }) => ({ id, label, checked: id === chart.id, run: () => setChosen(id) }));
  const name = session.entities[other ?? 0]?.name ?? '';
  if (other !== undefined)
    items.push({
      id: 'compare',
      label: says.compare(name),
      separated: true,
      run: compare([other, ...compared].slice(0, MOST_COMPARED - 1)),
    });
  if (compared.length > 0) items.push({ id: 'nobody', label: says.compareNobody, separated: other === undefined, run: compare([]) });
  items.push({ id: 'none', label: says.none, separated: true, run: () => view.getState().setCharts(false) });
  return (
    <section className={styles.charts} aria-label={says.name}>
      <div className={styles.names}>
        <Menu label={chart.label} name={says.chart} items={items} kind="plain" />
      </div>
      {lines.length === 0 && chart.needsPeople ? (
        <p className={styles.whose}>{says.whose}</p>
      ) : (
        <Chart key={chart.id} label={chart.label} lines={lines} playback={playback} view={view} />
      )}
    </section>
  );
}

function isPerson({ entities }: LoadedSession, entity: number): boolean {
  const kind = entities[entity]?.kind;
  return kind === 'player' || kind === 'ai';
}

interface ChartProps extends SessionChartsProps {
  readonly label: string;
  readonly lines: readonly ChartLine[];
}

function Chart({ label, lines: shown, playback, view }: ChartProps) {
  const durationMs = useSessionValue(playback, ({ info }) => info.durationMs);
  const zoom = useStore(view, (v) => v.zoom);
  const span = useMemo(() => visibleSpan(zoom, durationMs), [zoom, durationMs]);
  const lines = useMemo(() => shown.map((line): PlotLine => ({ ...line, colour: tokenOf(line) })), [shown]);
  const [hover, setHover] = useState<number | null>(null);
  const area = useRef<HTMLDivElement>(null);
  useWheel(area, view, durationMs);
  return (
    <>
      <dl className={styles.legend}>
        {shown.map((line, i) => (
          <Value key={`${line.label} ${i}`} line={line} playback={playback} at={hover} />
        ))}
      </dl>
      <div ref={area} className={styles.area} data-testid="chart-area">
        <Plot
          playback={playback}
          label={`${label}: ${shown.map((line) => line.label).join(', ')}`}
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
        <span className={styles.whom}>{line.label}</span>
      </dt>
      <dd>{text}</dd>
    </div>
  );
}

function tokenOf({ colour }: ChartLine): string {
  const own = { chosen: '--accent', strong: '--t1', quiet: '--t3' } as const;
  return colour in own ? own[colour as keyof typeof own] : `--team-${colour}`;
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
