/** How often a number was how large, as bars. */
import type { CareerHistogram } from '../../shared/career.ts';
import { formatCount } from '../ui/format.ts';
import { useWords } from '../words/words.ts';
import { Panel } from './panel.tsx';
import { statWords } from './stat-words.ts';
import styles from './histogram.module.css';

export function HistogramPanel({ histogram }: { readonly histogram: CareerHistogram }) {
  const says = useWords().statistics.histogram;
  const { title, unit, edges, counts, median } = histogram;
  const most = Math.max(1, ...counts);
  const edge = (at: number): string => statWords(edges[at] ?? null, { format: 'whole', unit: '' });
  return (
    <Panel title={title} about={median === null ? '' : says.median(statWords(median, { format: 'decimal', unit }))}>
      <ol className={styles.bars} aria-label={title}>
        {counts.map((count, i) => (
          <li key={edges[i]} title={`${edge(i)}–${edge(i + 1)} ${unit}: ${formatCount(count)}`}>
            <span className={styles.bar} style={{ height: `${(count / most) * 100}%` }} data-some={count > 0} />
            <span className={styles.edge}>{edge(i)}</span>
            <span className={styles.unseen}>{formatCount(count)}</span>
          </li>
        ))}
      </ol>
      <p className={styles.unit}>{unit}</p>
    </Panel>
  );
}
