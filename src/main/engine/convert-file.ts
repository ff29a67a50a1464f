/** Converts a recording from file to file: finds what it is, streams it into the format that the target's name asks for, and puts it there when it is complete. */
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { FileSource } from './byte-source.ts';
import { type ConvertReport, type FileFormat, type GameAdapter, RefusedInput } from './game-adapter.ts';
import { sniffFile } from './sniff.ts';
import { writeWhole } from './write-whole.ts';

export interface FileConversion extends ConvertReport {
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** What was at `outPath` is replaced only by a complete conversion. Throws RefusedInput with one sentence, and the signal's reason when aborted. */
export async function convertFile(
  inPath: string,
  outPath: string,
  adapters: readonly GameAdapter[],
  signal: AbortSignal,
  progress: (bytesDone: number, bytesTotal: number, step: string) => void,
): Promise<FileConversion> {
  if (resolve(inPath) === resolve(outPath))
    throw new RefusedInput('A recording cannot be converted into itself; give the new file another name.');
  const source = await FileSource.open(inPath).catch((error: unknown) => {
    throw new RefusedInput(`${inPath} cannot be opened: ${error instanceof Error ? error.message : String(error)}.`);
  });
  const part = `${outPath}.part`;
  let file: FileHandle | null = null;
  try {
    const { adapter, format } = await sniffFile(source, adapters);
    const to = targetFormat(adapter, format, outPath);
    file = await open(part, 'w');
    const handle = file;
    let bytesOut = 0;
    const report = await to.converter.convert({
      source,
      from: format.id,
      to: to.id,
      signal,
      out: async (bytes) => {
        bytesOut += bytes.length;
        await writeWhole(handle, bytes);
      },
      progress: (bytesDone, step) => progress(bytesDone, source.size, step),
    });
    await file.close();
    file = null;
    signal.throwIfAborted();
    await rename(part, outPath);
    return { ...report, bytesIn: source.size, bytesOut };
  } catch (error) {
    await file?.close();
    await rm(part, { force: true });
    throw error;
  } finally {
    await source.close();
  }
}

function targetFormat(
  adapter: GameAdapter,
  from: FileFormat,
  outPath: string,
): { readonly id: string; readonly converter: NonNullable<GameAdapter['converter']> } {
  const { converter } = adapter;
  if (converter === undefined) throw new RefusedInput(`The file is of the format "${from.label}", which Sandtable does not convert.`);
  const extension = extname(outPath).slice(1).toLowerCase();
  const targets = adapter.formats.filter(({ id }) => converter.writes.includes(id));
  const found = targets.find(({ extensions }) => extensions.includes(extension));
  if (found !== undefined) return { id: found.id, converter };
  const names = targets.flatMap(({ extensions }) => extensions.map((one) => `.${one}`)).join(' or ');
  throw new RefusedInput(`The name of the new file says what it becomes; it must end in ${names}.`);
}
