/** The recording that most benches use: the real one when it lies beside the project, else a generated one of the same shape, said aloud. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeBulkFile } from './bulk.ts';

export interface Recording {
  /** An OCAP .json.gz */
  readonly path: string;
  /** "mission_1" or "generated"; part of what is printed. */
  readonly name: string;
  /** Set when the real one is not here. */
  readonly skipped: string | null;
}

const REAL = join(import.meta.dirname, '../../shared/data/arma/mission_1_aaocaptesting.json.gz');

/** `folder`: where a generated one is put. */
export async function benchRecording(folder: string): Promise<Recording> {
  if (existsSync(REAL)) return { path: REAL, name: 'mission_1', skipped: null };
  const path = join(folder, 'generated.json.gz');
  if (!existsSync(path)) await writeBulkFile(path, { seed: 1, minutes: 8494 / 60, units: 507, captureDelay: 1, changeRate: 0.05 });
  return {
    path,
    name: 'generated',
    skipped: 'mission_1_aaocaptesting.json.gz is not beside the project: measured with a generated file of its shape',
  };
}
