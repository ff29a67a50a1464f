/** What everything that takes commands has in common. */
import type { CaptureContext } from '../../../capture/capture-source.ts';
import type { CaptureMetrics } from './metrics.ts';

export interface FeedHost {
  readonly context: CaptureContext;
  readonly metrics: CaptureMetrics;
  /** A mission has begun or ended. */
  readonly onMission: () => void;
}
