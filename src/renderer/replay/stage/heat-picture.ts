/** A heatmap as the stage is told to draw it. */
import type { HeatAnswer } from '../../heat/heat-messages.ts';
import type { HeatScale } from '../../heat/heat-scale.ts';

export interface HeatPicture {
  readonly answer: HeatAnswer;
  readonly scale: HeatScale;
  readonly isDifference: boolean;
  /** flat: on a level plane. draped: on the relief, where there is one. */
  readonly shape: 'flat' | 'draped' | 'columns';
  readonly look: 'heat' | 'contours' | 'dots';
  /** 0 to 1 */
  readonly opacity: number;
}
