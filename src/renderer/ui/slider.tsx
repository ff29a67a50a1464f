/** A number between two ends, with the words for it at its end. */
import styles from './fields.module.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** "12 m" */
  readonly words: string;
  readonly onChange: (value: number) => void;
}

export function Slider({ label, value, min, max, step, words, onChange }: SliderProps) {
  return (
    <span className={styles.slider}>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={words}
        value={value}
        min={min}
        max={max}
        step={step}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <span>{words}</span>
    </span>
  );
}
