/** Where a body is hit: a figure whose parts have the colours of their shares. What it shows stands beside it as a list. */
import { useId } from 'react';
import { rampBytes } from '../heat/heat-ramp.ts';
import styles from './hit-figure.module.css';

/** Parts of the figure; what a game tells apart beyond them is added up. */
export type BodyPart = 'head' | 'neck' | 'chest' | 'belly' | 'pelvis' | 'arm-left' | 'arm-right' | 'leg-left' | 'leg-right';

export interface HitPart {
  readonly id: string;
  readonly label: string;
  /** 0 to 1 of all hits. */
  readonly share: number;
  readonly parts: readonly BodyPart[];
}

const SHAPES: Readonly<Record<BodyPart, string>> = {
  head: 'M65 4c12 0 20 9 20 22s-8 22-20 22-20-9-20-22 8-22 20-22z',
  neck: 'M56 51h18v10H56z',
  chest: 'M25 76q0-11 11-11h58q11 0 11 11v30H25z',
  belly: 'M27 110h76l-3 25H30z',
  pelvis: 'M29 139h72l3 27H26z',
  'arm-left': 'M21 69C9 71 8 85 7 98L1 155q-1 9 6 9 6 0 7-7l7-49z',
  'arm-right': 'M109 69c12 2 13 16 14 29l6 57q1 9-6 9-6 0-7-7l-7-49z',
  'leg-left': 'M26 170h36l-4 118q0 9-8 9t-10-9z',
  'leg-right': 'M104 170H68l4 118q0 9 8 9t10-9z',
};

export interface HitFigureProps {
  readonly label: string;
  readonly hits: readonly HitPart[];
  readonly light: boolean;
  readonly percent: (share: number) => string;
}

export function HitFigure({ label, hits, light, percent }: HitFigureProps) {
  const id = useId();
  const most = Math.max(0, ...hits.map(({ share }) => share));
  const colour = (share: number): string => rampColour(most === 0 ? 0 : share / most, light);
  return (
    <div className={styles.body}>
      <svg className={styles.figure} viewBox="0 0 130 300" role="img" aria-labelledby={id}>
        <title id={id}>{label}</title>
        {(Object.keys(SHAPES) as BodyPart[]).map((part) => {
          const of = hits.find(({ parts }) => parts.includes(part));
          return <path key={part} d={SHAPES[part]} fill={of === undefined ? 'var(--field)' : colour(of.share)} />;
        })}
      </svg>
      <ul className={styles.list} aria-label={label}>
        {hits.map(({ id: key, label: name, share }) => (
          <li key={key}>
            <span className={styles.swatch} style={{ background: colour(share) }} />
            <span className={styles.name}>{name}</span>
            <span>{percent(share)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const RAMP = rampBytes('density');

/** On a light ground much is dark. */
function rampColour(share: number, light: boolean): string {
  const at = Math.round(Math.min(1, Math.max(0, light ? 1 - share : share)) * 255) * 4;
  return `rgb(${RAMP[at]} ${RAMP[at + 1]} ${RAMP[at + 2]})`;
}
