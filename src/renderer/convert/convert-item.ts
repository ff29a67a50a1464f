/** One file of the batch, and what can be asked of it. */
import type { FileConversion, FileDescription } from '../../shared/engine-api.ts';

export interface ConvertItem {
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  /** refused: it is no recording; failed: it is one, and was not converted. */
  readonly state: 'looking' | 'refused' | 'ready' | 'waiting' | 'sending' | 'converting' | 'done' | 'failed';
  readonly about: FileDescription | null;
  /** ConversionTarget.id; "" until it is known what it can become. */
  readonly to: string;
  readonly step: string;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  /** Bytes per second, null while unknown. */
  readonly rate: number | null;
  /** ms, null while unknown. */
  readonly left: number | null;
  readonly report: FileConversion | null;
  /** One sentence when refused or failed. */
  readonly message: string | null;
}

export function isRunning({ state }: ConvertItem): boolean {
  return state === 'waiting' || state === 'sending' || state === 'converting';
}

export function isEnded({ state }: ConvertItem): boolean {
  return state === 'done' || state === 'failed' || state === 'refused';
}

/** What it is to become, null until that is known. */
export function targetOf({ about, to }: ConvertItem): FileDescription['targets'][number] | null {
  return about?.targets.find(({ id }) => id === to) ?? null;
}
