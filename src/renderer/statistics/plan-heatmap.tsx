/** A plan from above with points on it, as heat or as dots; a click on a dot, or Enter, leads to its moment. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { HeightRange } from '../heat/heat-bins.ts';
import { rampGradient } from '../heat/heat-ramp.ts';
import { useSize, useTheme } from '../replay/timeline/use-surface.ts';
import { useWords } from '../words/words.ts';
import {
  dotAt,
  dotNear,
  drawDots,
  drawHeat,
  drawPlanGround,
  fitPlan,
  gridStep,
  heatImage,
  type PlanFit,
  type PlanInk,
} from './draw-plan.ts';
import { usePlanGround } from './use-plan-ground.ts';
import { usePlanHeat } from './use-plan-heat.ts';
import styles from './plan.module.css';

export interface PlanHeatmapProps {
  readonly label: string;
  readonly game: string;
  readonly world: string;
  /** Session metres, 3 per point, NaN where unknown. */
  readonly place: Float32Array;
  /** What is counted: "kills". */
  readonly unit: string;
  readonly look: 'heat' | 'dots';
  readonly light: boolean;
  /** What a dot stands for, in words. */
  readonly describe: (point: number) => string;
  /** Null where a dot leads nowhere. */
  readonly onOpen: ((point: number) => void) | null;
}

/** CSS px. */
const REACH = 9;
const TIP = { width: 220, height: 44 };

export function PlanHeatmap({ label, game, world, place, unit, look, light, describe, onOpen }: PlanHeatmapProps) {
  const says = useWords().statistics.plan;
  const [floor, setFloor] = useState<number | null>(null);
  const { bounds, floors, heat } = usePlanHeat(place, unit, floor, light);
  const range = floor === null ? null : (floors[floor] ?? null);
  const ground = usePlanGround(game, world, heightOf(range, place));
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = useSize(box);
  const theme = useTheme(box);
  const fit = useMemo(() => (bounds === null || width === 0 ? null : fitPlan(bounds, width, height)), [bounds, width, height]);
  const dots = useMemo(() => (look === 'dots' ? onFloor(place, range) : new Float32Array(0)), [look, place, range]);
  const image = useMemo(() => (heat === null ? null : heatImage(heat)), [heat]);
  // Another set of points has other dots.
  const [chosen, setChosen] = useState<{ readonly of: Float32Array; readonly dot: number } | null>(null);
  const dot = chosen?.of === dots ? chosen.dot : -1;
  const setDot = (next: number): void => setChosen({ of: dots, dot: next });

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || theme === null || width === 0) return;
    const ratio = devicePixelRatio;
    context.canvas.width = Math.round(width * ratio);
    context.canvas.height = Math.round(height * ratio);
    context.scale(ratio, ratio);
    const ink: PlanInk = {
      ground: theme.bg,
      floor: light ? theme.line : theme.field,
      wall: theme.line2,
      grid: theme.line,
      dot: theme.t2,
      rim: theme.bg,
      chosen: theme.accent,
    };
    if (fit === null) {
      context.fillStyle = ink.ground;
      context.fillRect(0, 0, width, height);
      return;
    }
    drawPlanGround(context, fit, { width, height }, ground, ink);
    if (look === 'heat' && heat !== null && image !== null) drawHeat(context, fit, heat, image);
    if (look === 'dots') drawDots(context, fit, dots, dot, ink);
  }, [width, height, theme, light, fit, ground, look, heat, image, dots, dot]);

  const open = (point: number): void => {
    if (point >= 0) onOpen?.(point);
  };
  const at = (event: MouseEvent<HTMLElement>): number => {
    if (fit === null || look !== 'dots') return -1;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return dotNear(fit, dots, event.clientX - left, event.clientY - top, REACH);
  };
  const walk = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') open(dot);
    const to = nextDot(dots, dot, event.key);
    if (to === null) return;
    event.preventDefault();
    setDot(to);
  };
  const count = dots.length / 3;
  return (
    <div className={styles.plan}>
      <div
        ref={box}
        className={styles.surface}
        data-link={dot >= 0 && onOpen !== null}
        data-testid="plan"
        {...(look === 'dots'
          ? {
              role: 'listbox',
              'aria-label': label,
              'aria-activedescendant': dot < 0 ? undefined : 'plan-dot',
              tabIndex: 0,
              onKeyDown: walk,
              onPointerMove: (event: MouseEvent<HTMLElement>) => setDot(at(event)),
              onPointerLeave: () => setDot(-1),
              onClick: (event) => open(at(event)),
            }
          : { role: 'img', 'aria-label': `${label}. ${says.total(heat?.total ?? 0, unit)}` })}
      >
        <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
        {look === 'dots' && fit !== null && dot >= 0 && (
          <div
            id="plan-dot"
            role="option"
            aria-selected="true"
            aria-posinset={dot + 1}
            aria-setsize={count}
            className={styles.tip}
            style={tipPlace(fit, dots, dot, width, height)}
          >
            <span>{describe(dot)}</span>
            {onOpen !== null && <span className={styles.quiet}>{says.open}</span>}
          </div>
        )}
        {bounds === null && place.length === 0 && <p className={styles.empty}>{says.nothing}</p>}
      </div>
      {fit !== null && (
        <div className={styles.legend}>
          {look === 'heat' && heat !== null && (
            <>
              <span className={styles.ramp} style={{ backgroundImage: rampGradient('density', light) }} />
              <span className={styles.ends}>
                <span>0</span>
                <span>{heat.scale.shown}+</span>
              </span>
              <span className={styles.unit}>{heat.scale.unit}</span>
            </>
          )}
          {look === 'dots' && <span>{says.total(count, unit)}</span>}
          {ground.lines.length === 0 && ground.picture === null && <span>{says.grid(gridStep(fit.scale))}</span>}
        </div>
      )}
      {floors.length > 1 && (
        <div className={styles.floors} role="radiogroup" aria-label={says.floors}>
          {[null, ...floors.keys()].map((index) => (
            <button key={index ?? 'all'} type="button" role="radio" aria-checked={floor === index} onClick={() => setFloor(index)}>
              {index === null ? says.allFloors : says.floor(index + 1)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Where walls are cut: at the middle of what people on the floor stand at; null leaves it to the world. */
function heightOf(range: HeightRange | null, place: Float32Array): number | null {
  if (range === null) return null;
  const heights: number[] = [];
  for (let i = 1; i < place.length; i += 3) {
    const height = place[i] as number;
    if (height >= range.from && height < range.to) heights.push(height);
  }
  return heights.toSorted((a, b) => a - b)[heights.length >> 1] ?? null;
}

/** The same places, NaN for what is on another floor. */
function onFloor(place: Float32Array, range: HeightRange | null): Float32Array {
  if (range === null) return place;
  return place.map((value, i) => {
    const height = place[i - (i % 3) + 1] as number;
    return height >= range.from && height < range.to ? value : Number.NaN;
  });
}

/** Where an arrow key leads among the dots that are drawn; null when it leads nowhere. */
function nextDot(place: Float32Array, from: number, key: string): number | null {
  const count = place.length / 3;
  const there = (i: number): boolean => Number.isFinite(place[i * 3]);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: 1, End: -1 }[key];
  if (step === undefined) return null;
  for (
    let i = key === 'Home' ? 0 : key === 'End' ? count - 1 : from < 0 && step < 0 ? count - 1 : from + step;
    i >= 0 && i < count;
    i += step
  )
    if (there(i)) return i;
  return null;
}

function tipPlace(fit: PlanFit, place: Float32Array, dot: number, width: number, height: number) {
  const [x, y] = dotAt(fit, place, dot);
  return {
    left: Math.max(4, Math.min(x + 10, width - TIP.width - 4)),
    top: y + 10 + TIP.height > height ? Math.max(4, y - 10 - TIP.height) : y + 10,
    maxWidth: TIP.width,
  };
}
