/** One frame of playback for all entities, without a screen: its CPU time, and what is still held after a thousand of them. Of the recording, and of an operation with very much on its map. */
import { join } from 'node:path';
import { writeBulkFile } from './bulk.ts';
import { runChild } from './child.ts';
import { libraryWith, libraryWithRecording } from './library.ts';
import type { Bench, Measure, Result } from './result.ts';
import { inTemporaryFolder } from './workspace.ts';

const FRAMES = 1000;
export const MOST_FRAME_MS = 2;
const MOST_GROWN_KB = 64;
const CROWD = { entities: 1500, markers: 5000 };
const MOST_CROWD_MS = 4;

export interface FrameInput {
  readonly libraryDir: string;
  readonly session: string;
  /** Measured ones, at each rate. */
  readonly frames: number;
  /** Session ms per real ms. */
  readonly rates: readonly number[];
}

export interface FrameAnswer {
  readonly rates: { rate: number; medianMs: number; p95Ms: number; grownKB: number }[];
  readonly entities: number;
}

export const frameMarkersBench: Bench = { name: 'frame-markers', run: () => inTemporaryFolder('frame-markers', runCrowd) };

async function runCrowd(folder: string): Promise<Result> {
  const path = join(folder, 'crowd.json.gz');
  await writeBulkFile(path, { seed: 5, minutes: 3, units: CROWD.entities, captureDelay: 1, changeRate: 0.5, markers: CROWD.markers });
  const { libraryDir, session } = await libraryWith(path, folder);
  const input: FrameInput = { libraryDir, session, frames: FRAMES, rates: [1] };
  const { rates, entities } = await runChild<FrameAnswer>(new URL('./renderer/frame-child.ts', import.meta.url), input, ['--expose-gc']);
  const measures = rates.map(({ medianMs, p95Ms }): Measure => ({
    name: 'frame-markers.cpu',
    kind: 'time',
    value: medianMs,
    unit: 'ms',
    limit: MOST_CROWD_MS,
    figures: { p95Ms, entities, markers: CROWD.markers },
  }));
  return { measures, skipped: [] };
}

export const frameBench: Bench = { name: 'frame', run: () => inTemporaryFolder('frame', run) };

async function run(folder: string): Promise<Result> {
  const library = await libraryWithRecording(folder);
  const { libraryDir, session, recording } = library;
  const input: FrameInput = { libraryDir, session, frames: FRAMES, rates: [1, 16] };
  const { rates, entities } = await runChild<FrameAnswer>(new URL('./renderer/frame-child.ts', import.meta.url), input, ['--expose-gc']);
  const measures = rates.flatMap(({ rate, medianMs, p95Ms, grownKB }): Measure[] => [
    { name: `frame.cpu-${rate}x`, kind: 'time', value: medianMs, unit: 'ms', limit: MOST_FRAME_MS, figures: { p95Ms, entities } },
    { name: `frame.heap-${rate}x`, kind: 'memory', value: grownKB, unit: 'KB', limit: MOST_GROWN_KB, figures: { frames: FRAMES } },
  ]);
  return { measures, skipped: recording.skipped === null ? [] : [recording.skipped] };
}
