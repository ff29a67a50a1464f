/** convert: one recording into another format of its game. */
import { type Command, InvalidArgumentError } from 'commander';
import { convertFile } from '../engine/convert/convert-file.ts';
import { RefusedInput } from '../engine/game-adapter.ts';
import { ADAPTERS } from '../engine/games/registry.ts';
import { printLine } from './output.ts';

export function addConvertVerb(program: Command): void {
  program
    .command('convert <in> <out>')
    .description("turns a recording into another format of its game, by the new file's extension, and prints what came of it as JSON")
    .option('--level <n>', 'how hard to pack a .nevrcap: zstd level 1 … 19; 3 when left out', zstdLevel)
    .option('--json', 'one line of JSON (what is printed is JSON in any case)')
    .action(async (inPath: string, outPath: string, { level }: { level?: number }) => {
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort(new RefusedInput('Stopped; nothing was written.')));
      const { framesIn, framesOut, bytesIn, bytesOut, warnings } = await convertFile(
        inPath,
        outPath,
        ADAPTERS,
        stop.signal,
        showProgress,
        level,
      );
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      await printLine({ framesIn, framesOut, bytesIn, bytesOut, warnings });
    });
}

function zstdLevel(text: string): number {
  const level = Number(text);
  if (!Number.isInteger(level) || level < 1 || level > 19) throw new InvalidArgumentError('It must be a whole number from 1 to 19.');
  return level;
}

/** On a terminal only: a script has no use for it. */
function showProgress(bytesDone: number, bytesTotal: number, step: string): void {
  if (!process.stderr.isTTY) return;
  const percent = bytesTotal === 0 ? 100 : Math.floor((bytesDone / bytesTotal) * 100);
  process.stderr.write(`\r\u001b[K${percent} %  ${step}`);
}
