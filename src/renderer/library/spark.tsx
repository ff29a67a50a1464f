/** Events over a session's length as small bars; the busiest stretches stand out. */
import { memo } from 'react';
import styles from './library.module.css';

const HEIGHT = 18;
/** Bars from this share of the highest on are its peaks. */
const PEAK = 0.62;

export const Spark = memo(function Spark({ counts }: { readonly counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  let low = '';
  let high = '';
  for (const [i, count] of counts.entries()) {
    const share = count / most;
    const height = Math.max(1, Math.round(share * HEIGHT));
    const bar = `M${i * 4} ${HEIGHT}v${-height}h3v${height}z`;
    if (share >= PEAK && count > 0) high += bar;
    else low += bar;
  }
  return (
    <svg className={styles.spark} viewBox={`0 0 ${counts.length * 4 - 1} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path className={styles.sparkLow} d={low} />
      <path className={styles.sparkHigh} d={high} />
    </svg>
  );
});
