/** Figures of the engine as the strip shows them. */
import type { CareerFigure } from '../../shared/career.ts';
import type { Figure } from './figures.tsx';
import { changeOf, statWords } from './stat-words.ts';

/** `against`: what a change is against, in words. */
export function headline(figures: readonly CareerFigure[], against: (value: string) => string): readonly Figure[] {
  return figures.map((figure) => {
    const { stat, value, before } = figure;
    const change = changeOf(figure);
    return {
      id: stat.id,
      value: statWords(value, stat),
      label: stat.label,
      change: change?.text ?? null,
      better: change?.better ?? null,
      ...(before === null ? {} : { against: against(statWords(before, stat)) }),
    };
  });
}
