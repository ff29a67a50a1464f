/** Converts a recording from file to file: the new file's name says what it becomes, and it is there when it is complete. */
import { open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, resolve } from 'node:path';
import { targetOfName } from '../export/export-targets.ts';
import { type GameAdapter, RefusedInput } from '../game-adapter.ts';
import { openSource } from '../open-source.ts';
import type { Sniffed } from '../sniff.ts';
import { writeWhole } from '../write-whole.ts';
import { type ConversionResult, convertRecording } from './convert-recording.ts';
import { needsRecording, ONLY_SESSION, type Target } from './targets.ts';

/** `level`: as in ConvertTask. What was at `outPath` is replaced only by a complete conversion. Throws RefusedInput with one sentence, and the signal's reason when aborted. */
export async function convertFile(
  inPath: string,
  outPath: string,
  adapters: readonly GameAdapter[],
  signal: AbortSignal,
  progress: (bytesDone: number, bytesTotal: number, step: string) => void,
  level?: number,
): Promise<ConversionResult> {
  if (resolve(inPath) === resolve(outPath))
    throw new RefusedInput('A recording cannot be converted into itself; give the new file another name.');
  const source = await openSource(inPath, adapters).catch((error: unknown) => {
    if (error instanceof RefusedInput) throw error;
    throw new RefusedInput(`${inPath} cannot be opened: ${error instanceof Error ? error.message : String(error)}.`);
  });
  const part = `${outPath}.part`;
  try {
    let result: ConversionResult;
    {
      await using file = await open(part, 'w');
      result = await convertRecording({
        source,
        adapters,
        choose: (targets, sniffed) => byName(targets, sniffed, inPath, outPath),
        gzip: () => outPath.toLowerCase().endsWith('.gz'),
        level,
        out: async (bytes) => await writeWhole(file, bytes),
        signal,
        tempDir: tmpdir(),
        progress,
      });
    }
    await rename(part, outPath);
    return result;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await source.close();
  }
}

function byName(targets: readonly Target[], sniffed: Sniffed, inPath: string, outPath: string): Target {
  const found = targetOfName(targets, basename(outPath));
  if (found !== undefined) return found;
  const name = outPath.toLowerCase();
  if (needsRecording(sniffed, ({ extensions }) => extensions.some((ending) => name.endsWith(ending.toLowerCase()))))
    throw new RefusedInput(`${inPath} ${ONLY_SESSION}`);
  const names = targets.map(({ extension }) => extension);
  throw new RefusedInput(
    `The name of the new file says what it becomes; it must end in ${names.slice(0, -1).join(', ')} or ${names.at(-1)}.`,
  );
}
