/** Turns one recording into something else: finds what it is, and streams it into the target that is chosen for it. */
import { GzipWriter } from '../export/gzip-writer.ts';
import { type ByteSource, type ConvertReport, type ConvertTask, type GameAdapter, RefusedInput } from '../game-adapter.ts';
import { sniffFile, type Sniffed } from '../sniff.ts';
import { type Target, targetsOf } from './targets.ts';
import { convertThroughSession } from './through-session.ts';

export interface Conversion {
  readonly source: ByteSource;
  readonly adapters: readonly GameAdapter[];
  /** Throws RefusedInput when the recording cannot become what is wanted. */
  readonly choose: (targets: readonly Target[], from: Sniffed) => Target;
  /** Whether a target of the session's kind is packed: by the new file's name. */
  readonly gzip: (target: Target) => boolean;
  /** As in ConvertTask. */
  readonly level?: number | undefined;
  readonly out: (bytes: Uint8Array) => Promise<void>;
  readonly signal: AbortSignal;
  /** Folder for what does not fit into memory. */
  readonly tempDir: string;
  /** Bytes of the recording that were taken so far. */
  readonly progress: (bytesDone: number, bytesTotal: number, step: string) => void;
}

export interface ConversionResult extends ConvertReport {
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** Throws RefusedInput with one sentence, and the signal's reason when aborted. */
export async function convertRecording(conversion: Conversion): Promise<ConversionResult> {
  const { source, adapters, choose, gzip, signal, tempDir } = conversion;
  const sniffed = await sniffFile(source, adapters);
  const target = choose(targetsOf(sniffed), sniffed);
  let bytesOut = 0;
  const store = async (bytes: Uint8Array): Promise<void> => {
    bytesOut += bytes.length;
    await conversion.out(bytes);
  };
  const task: ConvertTask = {
    source,
    from: sniffed.format.id,
    to: target.id,
    level: conversion.level,
    signal,
    out: store,
    progress: (bytesDone, step) => conversion.progress(bytesDone, source.size, step),
  };
  const report = await run(sniffed, target, task, gzip(target), tempDir);
  signal.throwIfAborted();
  return { ...report, bytesIn: source.size, bytesOut };
}

async function run(sniffed: Sniffed, target: Target, task: ConvertTask, gzip: boolean, tempDir: string): Promise<ConvertReport> {
  const { converter } = sniffed.adapter;
  if (target.by === 'convert') {
    if (converter === undefined) throw new RefusedInput('Sandtable does not convert recordings of this game.');
    return await converter.convert(task);
  }
  if (!gzip) return await convertThroughSession(sniffed, task, tempDir);
  const packed = new GzipWriter(task.out);
  const report = await convertThroughSession(sniffed, { ...task, out: async (bytes) => await packed.write(bytes) }, tempDir);
  await packed.end();
  return report;
}
