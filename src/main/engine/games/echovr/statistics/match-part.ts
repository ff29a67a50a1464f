/** One of the things that are counted over a match. */
import type { StatisticsSection } from '../../../../../shared/statistics.ts';
import type { StatisticsEvent } from '../../../statistics/provider.ts';
import type { MatchState } from './match-state.ts';

export interface MatchPart {
  /** An event of the coming `frame`, whose samples are all in `match`. */
  event?(event: StatisticsEvent, match: MatchState): void;
  /** A recorded frame is complete. */
  frame(match: MatchState): void;
  /** Nothing is known from t until the next frame: a hole in the recording, or its end. */
  gap?(t: number): void;
  sections(): readonly (StatisticsSection | null)[];
}
