/** Writes a simulated OCAP v1 recording (JSON, not compressed), byte for byte the same for the same options. */
import { writeBulk } from './bulk.ts';
import { Operation, type Truth } from './operation.ts';
import { Recorder } from './recorder.ts';

export interface OcapOptions {
  readonly seed?: number;
  /** Length of the recording. Default 10. */
  readonly minutes?: number;
  /** About so many soldiers. Default 53. */
  readonly units?: number;
  /** Seconds between frames. Default 1. */
  readonly captureDelay?: number;
  /** For benches: no operation but wandering units, of whose states this share (0 to 1) differs from the one before. */
  readonly changeRate?: number;
}

export type Out = (bytes: Uint8Array) => Promise<void>;

export interface ChangeReport {
  /** States of units and vehicles so far, and those that differ from the one before. */
  states: number;
  changed: number;
}

/** `tell` is told everything that happens in the operation, as it happens. `report` is filled in; wandering units are not counted. */
export async function writeOcap(
  out: Out,
  options: OcapOptions = {},
  tell: (truth: Truth) => void = () => {},
  report: ChangeReport = { states: 0, changed: 0 },
): Promise<void> {
  const { seed = 1, minutes = 10, units = 53, captureDelay = 1, changeRate } = options;
  if (changeRate !== undefined) await writeBulk({ seed, minutes, units, captureDelay, changeRate }, out);
  else {
    const recorder = new Recorder();
    for (const _frame of new Operation({ seed, minutes, units, captureDelay }, tell, recorder).play());
    report.states = recorder.news.states;
    report.changed = recorder.news.changed;
    await recorder.write(out);
  }
}
