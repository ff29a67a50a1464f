/** `npm run bench -- [NAME…] [--json] [--long]`: measures, prints a line per number, and fails when a ratio, a memory or a size misses its limit. */
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { bigBench } from './big.ts';
import { careerBench } from './career.ts';
import { codecBench } from './codec.ts';
import { coldStartBench } from './cold-start.ts';
import { echoBench } from './echo.ts';
import { frameAppBench } from './frame-app.ts';
import { frameBench, frameMarkersBench } from './frame.ts';
import { heatBench } from './heat.ts';
import { importBench } from './import.ts';
import { liveCommitBench } from './live-commit.ts';
import { memoryBench } from './memory.ts';
import { mohaaIngestBench } from './mohaa-ingest.ts';
import { ocapCommandsBench } from './ocap-commands.ts';
import { ocapStreamBench } from './ocap-stream.ts';
import { fails, held, line, type Bench, type Measure } from './result.ts';
import { scrollBench } from './scroll.ts';
import { seekBench } from './seek.ts';

const BENCHES: readonly Bench[] = [
  importBench,
  codecBench,
  seekBench,
  frameBench,
  frameMarkersBench,
  frameAppBench,
  bigBench,
  memoryBench,
  echoBench,
  ocapStreamBench,
  ocapCommandsBench,
  liveCommitBench,
  mohaaIngestBench,
  heatBench,
  careerBench,
  coldStartBench,
  scrollBench,
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' }, long: { type: 'boolean' } } });
process.exitCode = await main(positionals, values.json === true, values.long === true);

async function main(names: readonly string[], json: boolean, long: boolean): Promise<number> {
  const unknown = names.filter((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown.length > 0) {
    console.error(`There is no bench ${unknown.join(', ')}; there are ${BENCHES.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const measures: Measure[] = [];
  const errors: { name: string; error: string }[] = [];
  const skipped: string[] = [];
  const say = json ? console.error : console.log;
  for (const bench of BENCHES) {
    const named = names.includes(bench.name);
    if (names.length > 0 && !named) continue;
    try {
      const result = await bench.run({ long, named });
      for (const measure of result.measures) say(line(measure));
      for (const why of result.skipped) console.warn(`SKIPPED ${bench.name}: ${why}`);
      measures.push(...result.measures);
      skipped.push(...result.skipped);
    } catch (error) {
      console.error(`${bench.name} could not be measured:`, error);
      errors.push({ name: bench.name, error: String(error) });
    }
  }
  if (json) {
    const benches = measures.map((measure) => ({ ...measure, held: held(measure), failed: fails(measure) }));
    console.log(JSON.stringify({ machine: machine(), benches, skipped, errors }));
  }
  return errors.length > 0 || measures.some(fails) ? 1 : 0;
}

function machine(): { cpu: string; cores: number; memory: string; node: string } {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memory: `${(totalmem() / 1e9).toFixed(1)} GB`,
    node: process.version,
  };
}
