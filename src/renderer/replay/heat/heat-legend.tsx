/** What the colours of the heatmap stand for: the ramp, its numbers, its unit, and how much there is in all. */
import { useStore } from 'zustand';
import { rampGradient } from '../../heat/heat-ramp.ts';
import { formatCount, formatMetres } from '../../ui/format.ts';
import { useWords } from '../../words/words.ts';
import type { Playback } from '../playback/types.ts';
import { useSession } from '../playback/use-session.ts';
import type { ReplayViewStore } from '../replay-view.ts';
import { choiceWords, scaleNumber, totalWords } from './heat-words.ts';
import type { Heatmap } from './heatmap.ts';
import styles from './heat.module.css';

export interface HeatLegendProps {
  readonly heatmap: Heatmap;
  readonly playback: Playback;
  readonly view: ReplayViewStore;
}

export function HeatLegend({ heatmap, playback, view }: HeatLegendProps) {
  const says = useWords().heat.legend;
  const { answer, scale, kind, isDifference, settled } = useStore(heatmap.store);
  const { choice, minus, look, panel } = useStore(view, ({ heat }) => heat);
  const selected = useStore(view, (state) => state.selected);
  const session = useSession(playback, 'entities');
  if (answer === null || scale === null || kind === null) return null;
  const first = choiceWords(choice, heatmap.kindOf(choice), session, selected);
  const second = minus === null ? null : choiceWords(minus, heatmap.kindOf(minus), session, selected);
  const minusKind = minus === null ? null : heatmap.kindOf(minus);
  const end = scaleNumber(scale.shown);
  return (
    <div className={styles.legend} role="group" aria-label={says.name} aria-busy={!settled} data-beside={panel} data-stage-overlay>
      {second === null ? (
        <span className={styles.legendTitle} title={first}>
          {first}
        </span>
      ) : (
        // Each end of the ramp is named after its selection.
        <span className={styles.ends}>
          <span className={styles.legendTitle} title={second}>
            {second}
          </span>
          <span className={styles.legendTitle} title={first}>
            {first}
          </span>
        </span>
      )}
      {look !== 'dots' && (
        <>
          <div className={styles.ramp} style={{ backgroundImage: rampGradient(isDifference ? 'difference' : 'density') }} />
          <div className={styles.numbers}>
            <span>{isDifference ? `${end}+` : 0}</span>
            <span>{isDifference ? 0 : scaleNumber(scale.shown / 2)}</span>
            <span>{end}+</span>
          </div>
          <span>{(isDifference ? says.difference : says.scale)(scale.unit, formatMetres(answer.radius))}</span>
        </>
      )}
      <span data-testid="heat-total">
        {answer.minusTotal === null || minusKind === null
          ? totalWords(answer.total, kind)
          : says.less(totalWords(answer.total, kind), totalWords(answer.minusTotal, minusKind))}
      </span>
      {look === 'dots' && answer.dots !== null && answer.dots.count < answer.dots.of && (
        <span>{says.dots(formatCount(answer.dots.count), formatCount(answer.dots.of))}</span>
      )}
    </div>
  );
}
