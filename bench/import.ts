/** The whole import of a real recording against unpacking and parsing the same file, each in a process of its own, turn about. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE_V8_FLAG } from '../src/main/engine/v8-flags.ts';
import { builtChild } from './built.ts';
import { runChild } from './child.ts';
import type { ImportAnswer, ImportInput } from './children/import-child.ts';
import type { ParseAnswer, ParseInput } from './children/parse-child.ts';
import { median } from './numbers.ts';
import { benchRecording } from './recording.ts';
import type { Bench, Result } from './result.ts';
import { inTemporaryFolder } from './workspace.ts';

const ROUNDS = 3;

export const importBench: Bench = { name: 'import', run: () => inTemporaryFolder('import', run) };

async function run(folder: string): Promise<Result> {
  const { path, name, skipped } = await benchRecording(folder);
  const parses: ParseAnswer[] = [];
  const imports: ImportAnswer[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    parses.push(await runChild<ParseAnswer>(new URL('./children/parse-child.ts', import.meta.url), { path } satisfies ParseInput));
    const input: ImportInput = { path, libraryDir: join(folder, `library-${round}`), remove: true };
    imports.push(await runChild<ImportAnswer>(await builtChild('import-child'), input, [ENGINE_V8_FLAG]));
  }
  const baselineMs = median(parses.map(({ ms }) => ms));
  const importMs = median(imports.map(({ ms }) => ms));
  const overviewMs = median(imports.map((one) => one.overviewMs ?? Infinity));
  const added = Math.max(...imports.map(({ addedBytes }) => addedBytes));
  const figures = { file: name, importMs, baselineMs, cpuMs: median(imports.map(({ cpuMs }) => cpuMs)) };
  return {
    measures: [
      { name: 'import.time', kind: 'ratio', value: importMs / baselineMs, unit: 'x', limit: 0.6, figures },
      {
        name: 'import.overview',
        kind: 'ratio',
        value: overviewMs / baselineMs,
        unit: 'x',
        limit: 0.15,
        figures: { overviewMs, baselineMs },
      },
      {
        name: 'import.memory',
        kind: 'memory',
        value: Math.max(...imports.map(({ peakMB }) => peakMB)),
        unit: 'MB',
        limit: 250,
        figures: { baselineMB: Math.max(...parses.map(({ peakMB }) => peakMB)) },
      },
      {
        name: 'import.added',
        kind: 'size',
        value: added / 1e6,
        unit: 'MB',
        limit: 4,
        figures: { originalMB: statSync(path).size / 1e6, jsonMB: (parses[0]?.bytes ?? 0) / 1e6 },
      },
    ],
    skipped: skipped === null ? [] : [skipped],
  };
}
