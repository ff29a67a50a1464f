/** What the heatmap shows and how: over the stage, so that every change is seen at once. */
import type { RefObject } from 'react';
import { useStore } from 'zustand';
import type { HeightRange } from '../../heat/heat-bins.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { formatMetres, formatPercent } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { Slider } from '../../ui/slider.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useWords, type Words } from '../../words/words.ts';
import type { Playback } from '../playback/types.ts';
import { useSession } from '../playback/use-session.ts';
import type { HeatChoice, HeatView, ReplayViewStore } from '../replay-view.ts';
import { HeatChoiceFields, Row } from './heat-choice.tsx';
import { HeatSessions } from './heat-sessions.tsx';
import type { Heatmap } from './heatmap.ts';
import styles from './heat.module.css';

const SPANS = ['all', 'moving', 'range'] as const;
const LOOKS = ['heat', 'contours', 'dots'] as const;
const SHAPES = ['flat', 'draped', 'columns'] as const;
const AROUND = [5, 15, 30, 60, 120, 300, 600].map((seconds) => ({
  id: String(seconds * 1000),
  label: seconds < 60 ? `± ${seconds}\u00a0s` : `± ${seconds / 60}\u00a0min`,
}));
/** Radii are chosen by steps of an eighth of a doubling, from this share of the extent to that. */
const LEAST_RADIUS = 1 / 500;
const MOST_RADIUS = 1 / 8;
const STEPS = 8;

export interface HeatPanelProps {
  /** Is given the panel itself. */
  readonly section: RefObject<HTMLElement | null>;
  readonly heatmap: Heatmap;
  readonly playback: Playback;
  readonly view: ReplayViewStore;
  readonly onExport: () => void;
}

export function HeatPanel({ section, heatmap, playback, view, onExport }: HeatPanelProps) {
  const says = useWords().heat;
  const session = useSession(playback, 'entities', 'info');
  const heat = useStore(view, (state) => state.heat);
  const { answer, error, progress, cancelled, settled } = useStore(heatmap.store);
  const setHeat = (change: Partial<HeatView>): void => view.getState().setHeat(change);
  const { kinds } = heatmap;
  const kind = heatmap.kindOf(heat.choice);
  // What is counted in another unit cannot be taken away.
  const alike = kinds.filter(({ unit, from }) => ('events' in from ? kind !== null && 'events' in kind.from : unit === kind?.unit));
  const shapes = SHAPES.filter((id) => id !== 'draped' || session.profile.world.kind === 'terrain');
  const shape = shapes.includes(heat.shape) ? heat.shape : 'flat';
  return (
    <section ref={section} className={styles.panel} data-stage-panel aria-label={says.title}>
      <header className={styles.head}>
        <h2>{says.title}</h2>
        <span className={styles.spring} />
        <IconButton icon="download" size="small" label={says.export} disabled={answer === null} onClick={onExport} />
        <IconButton icon="x" size="small" label={says.close} onClick={() => setHeat({ panel: false })} />
      </header>
      <HeatSessions session={session} others={heat.others} onChange={(others) => setHeat({ others })} />
      <HeatChoiceFields
        choice={heat.choice}
        kinds={kinds}
        kind={kind}
        session={session}
        answer={answer}
        onChange={(choice) => setHeat({ choice, minus: heat.minus !== null && choice.kind !== heat.choice.kind ? null : heat.minus })}
      />
      <Row label={says.difference}>
        <Switch
          label={says.differenceOf}
          on={heat.minus !== null}
          onChange={(on) => setHeat(on ? sides(heat.choice, session.profile.teams.length) : { minus: null })}
        />
      </Row>
      {heat.minus !== null && (
        <div className={styles.second}>
          <HeatChoiceFields
            isLess
            choice={heat.minus}
            kinds={alike}
            kind={heatmap.kindOf(heat.minus)}
            session={session}
            answer={answer}
            onChange={(minus) => setHeat({ minus })}
          />
        </div>
      )}
      <Segmented
        label={says.time}
        value={heat.span}
        options={SPANS.map((id) => ({ id, label: says.spans[id] }))}
        onChoose={(span) => setHeat({ span })}
      />
      {heat.span === 'moving' && (
        <Row label={says.around}>
          <Select label={says.around} value={String(heat.aroundMs)} options={AROUND} onChoose={(ms) => setHeat({ aroundMs: Number(ms) })} />
        </Row>
      )}
      <Segmented
        label={says.drawnAs}
        value={heat.look}
        options={LOOKS.map((id) => ({ id, label: says.looks[id] }))}
        onChoose={(look) => setHeat(look === 'contours' && shape === 'columns' ? { look, shape: 'draped' } : { look })}
      />
      {heat.look !== 'dots' && (
        <Segmented
          label={says.lies}
          value={shape}
          options={shapes.map((id) => ({ id, label: says.shapes[id] }))}
          onChoose={(next) => setHeat({ shape: next, ...(next === 'columns' ? { look: 'heat' } : {}) })}
        />
      )}
      {answer !== null && answer.floors.length > 0 && (
        <Row label={says.floor}>
          <Select
            label={says.floor}
            value={heat.floor === null ? '' : String(heat.floor)}
            options={[
              { id: '', label: says.all },
              ...answer.floors.map((range, i) => ({ id: String(i), label: floorWords(range, i, says) })),
            ]}
            onChoose={(id) => setHeat({ floor: id === '' ? null : Number(id) })}
          />
        </Row>
      )}
      {heat.look !== 'dots' && answer !== null && (
        <Row label={says.radius}>
          <RadiusSlider radius={heat.radius ?? answer.radius} extent={answer.extent} onChange={(radius) => setHeat({ radius })} />
        </Row>
      )}
      <Row label={says.opacity}>
        <Slider
          label={says.opacity}
          value={heat.opacity}
          min={0.1}
          max={1}
          step={0.05}
          words={formatPercent(heat.opacity)}
          onChange={(opacity) => setHeat({ opacity })}
        />
      </Row>
      {progress !== null && (
        <div className={styles.progress} role="status">
          <span>{says.reading(formatPercent(progress))}</span>
          <Button size="small" kind="plain" onClick={() => heatmap.cancel()}>
            {says.cancel}
          </Button>
          <Progress label={says.read} share={progress} />
        </div>
      )}
      {(cancelled || error !== null) && (
        <div className={styles.progress} role={error === null ? 'status' : 'alert'}>
          <span>{error ?? says.notAll}</span>
          <Button size="small" kind="outline" onClick={() => heatmap.again()}>
            {says.again}
          </Button>
        </div>
      )}
      {answer === null && settled && progress === null && error === null && (
        <p className={styles.empty}>{kinds.length === 0 ? says.noKinds : says.nothing}</p>
      )}
    </section>
  );
}

function RadiusSlider({
  radius,
  extent,
  onChange,
}: {
  readonly radius: number;
  readonly extent: number;
  readonly onChange: (radius: number) => void;
}) {
  const says = useWords().heat;
  const least = Math.round(Math.log2(extent * LEAST_RADIUS) * STEPS);
  const most = Math.round(Math.log2(extent * MOST_RADIUS) * STEPS);
  return (
    <Slider
      label={says.radius}
      value={Math.round(Math.log2(radius) * STEPS)}
      min={least}
      max={most}
      step={1}
      words={formatMetres(radius)}
      onChange={(step) => onChange(Number((2 ** (step / STEPS)).toPrecision(2)))}
    />
  );
}

/** What one would compare first: one team with the next. */
function sides(choice: HeatChoice, teams: number): Pick<HeatView, 'choice' | 'minus'> {
  if (teams < 2) return { choice, minus: choice };
  const team = choice.team ?? 0;
  return { choice: { ...choice, team }, minus: { ...choice, team: (team + 1) % teams } };
}

function floorWords({ from, to }: HeightRange, index: number, says: Words['heat']): string {
  const name = index === 0 ? says.lowest : `${index + 1}`;
  if (!Number.isFinite(from)) return says.below(name, formatMetres(to));
  return Number.isFinite(to) ? says.between(name, formatMetres(from), formatMetres(to)) : says.above(name, formatMetres(from));
}
