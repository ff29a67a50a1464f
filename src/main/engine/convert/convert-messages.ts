/** What the engine's main thread and a thread of conversions say to each other: orders one at a time, or "stop" for the one under way. */
import type { ConversionProgress } from '../../../shared/engine-api.ts';
import type { ConversionResult } from './convert-recording.ts';

export interface ConvertOrder {
  readonly path: string;
  /** What the recording is called for people, and for sniffing. */
  readonly name: string;
  /** Target.id */
  readonly to: string;
  /** What is written. */
  readonly out: string;
  readonly tempDir: string;
}

export type ConvertMessage =
  | ({ readonly state: 'running' } & ConversionProgress)
  | ({ readonly state: 'done' } & ConversionResult)
  | { readonly state: 'refused'; readonly message: string }
  | { readonly state: 'failed' };
