/** Two recordings beyond V8's longest string, one that hardly changes and one that changes always: the same rate, and no more memory. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { builtChild } from './built.ts';
import { writeBulkFile } from './bulk.ts';
import { runChild } from './child.ts';
import type { ImportAnswer, ImportInput } from './children/import-child.ts';
import type { Bench, Measure, Result } from './result.ts';
import { inTemporaryFolder } from './workspace.ts';

const SHAPE = { seed: 2, minutes: 240, units: 640, captureDelay: 1 };
const LEAST_BYTES = 600e6;

export const bigBench: Bench = { name: 'big', run: () => inTemporaryFolder('big', run) };

interface Imported extends ImportAnswer {
  readonly jsonBytes: number;
}

async function run(folder: string): Promise<Result> {
  const calm = await importGenerated(folder, 0.05);
  const busy = await importGenerated(folder, 1);
  const rates = [calm, busy].map(({ jsonBytes, ms }) => jsonBytes / ms / 1000);
  const [calmRate = 0, busyRate = 0] = rates;
  return {
    measures: [
      {
        name: 'big.rate',
        kind: 'ratio',
        value: Math.max(...rates) / Math.min(...rates),
        unit: 'x',
        limit: 2,
        figures: {
          calmMBperS: calmRate,
          busyMBperS: busyRate,
          calmMs: calm.ms,
          busyMs: busy.ms,
          calmCpuMs: calm.cpuMs,
          busyCpuMs: busy.cpuMs,
        },
      },
      memory('big.memory-calm', calm),
      memory('big.memory-busy', busy),
    ],
    skipped: [],
  };
}

async function importGenerated(folder: string, changed: number): Promise<Imported> {
  const path = join(folder, `changed-${changed}.json`);
  const libraryDir = join(folder, `library-${changed}`);
  const jsonBytes = await writeBulkFile(path, { ...SHAPE, changeRate: changed });
  if (jsonBytes < LEAST_BYTES) throw new Error(`generated only ${jsonBytes} bytes`);
  const input: ImportInput = { path, libraryDir, remove: true };
  const imported = await runChild<ImportAnswer>(await builtChild('import-child'), input);
  rmSync(path);
  return { ...imported, jsonBytes };
}

function memory(name: string, { peakMB, jsonBytes, addedBytes }: Imported): Measure {
  return { name, kind: 'memory', value: peakMB, unit: 'MB', limit: 350, figures: { jsonMB: jsonBytes / 1e6, addedMB: addedBytes / 1e6 } };
}
