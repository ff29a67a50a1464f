/** How much the strongest colour stands for, and in which unit that is said. */
import { words } from '../words/words.ts';

export interface HeatScale {
  /** What the end of the ramp stands for, per m². */
  readonly top: number;
  /** The same in the legend's unit, a number of one or two digits. */
  readonly shown: number;
  /** "kills per 100 m²" */
  readonly unit: string;
}

/** Areas that people can picture, m². */
const AREAS: readonly (readonly [area: number, name: string])[] = [
  [1, 'm²'],
  [100, '100 m²'],
  [10_000, 'ha'],
  [1_000_000, 'km²'],
];
const STEPS = [1, 2, 5] as const;

/** For a value per m² that is to be near the end of the ramp: the next round number below it. `unit`: what is counted. */
export function scaleFor(strong: number, unit: string): HeatScale {
  const last = AREAS.at(-1) ?? [1, 'm²'];
  const [area, name] = AREAS.find(([size]) => strong * size >= 1) ?? last;
  const shown = strong > 0 ? roundBelow(strong * area) : 1;
  return { top: shown / area, shown, unit: words().heat.legend.per(unit, name) };
}

function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.findLast((one) => one * power <= value * (1 + 1e-9)) ?? 1;
  return Number((step * power).toPrecision(1));
}
