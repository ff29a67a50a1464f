/** convert: one recording into another format of its game. */
import type { Command } from 'commander';
import { convertFile } from '../engine/convert-file.ts';
import { RefusedInput } from '../engine/game-adapter.ts';
import { ADAPTERS } from '../engine/games/registry.ts';
import { printLine } from './output.ts';

export function addConvertVerb(program: Command): void {
  program
    .command('convert <in> <out>')
    .description("turns a recording into another format of its game, by the new file's extension, and prints what came of it as JSON")
    .option('--json', 'one line of JSON (what is printed is JSON in any case)')
    .action(async (inPath: string, outPath: string) => {
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort(new RefusedInput('Stopped; nothing was written.')));
      const { framesIn, framesOut, bytesIn, bytesOut, warnings } = await convertFile(inPath, outPath, ADAPTERS, stop.signal, showProgress);
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      await printLine({ framesIn, framesOut, bytesIn, bytesOut, warnings });
    });
}

/** On a terminal only: a script has no use for it. */
function showProgress(bytesDone: number, bytesTotal: number, step: string): void {
  if (!process.stderr.isTTY) return;
  const percent = bytesTotal === 0 ? 100 : Math.floor((bytesDone / bytesTotal) * 100);
  process.stderr.write(`\r\u001b[K${percent} %  ${step}`);
}
