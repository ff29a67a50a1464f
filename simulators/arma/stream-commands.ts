/** A simulated operation as the command stream of the game: as fast as it is taken, or at any speed of its own. The same for the same options. */
import { setTimeout } from 'node:timers/promises';
import { bulkCommands } from './bulk-commands.ts';
import { CommandRecorder, type CommandSpelling } from './command-recorder.ts';
import { Operation, type Truth } from './operation.ts';
import type { OcapOptions } from './write-ocap.ts';

export interface StreamOptions extends OcapOptions {
  /** Default: the names since 2026-02-23. */
  readonly names?: CommandSpelling['names'];
  /** Default json. */
  readonly quotes?: CommandSpelling['quotes'];
  /** Seconds of the operation in a second; default as fast as it is taken. */
  readonly speed?: number;
  readonly signal?: AbortSignal;
}

export interface StreamReport {
  lines: number;
  /** States of units and vehicles that could have been sent, and those that were. */
  states: number;
  changed: number;
}

/** Yields the lines of each frame. The report is filled in as they go. */
export async function* streamCommands(
  options: StreamOptions = {},
  tell: (truth: Truth) => void = () => {},
  report: StreamReport = { lines: 0, states: 0, changed: 0 },
): AsyncGenerator<Uint8Array> {
  const { captureDelay = 1, speed = Number.POSITIVE_INFINITY, signal } = options;
  const start = performance.now();
  let frame = 0;
  for (const lines of framesOf(options, tell, report)) {
    signal?.throwIfAborted();
    if (lines.length > 0) yield new TextEncoder().encode(lines.join(''));
    const due = start + (++frame * captureDelay * 1000) / speed;
    const left = due - performance.now();
    if (left > 0) await setTimeout(left, undefined, signal === undefined ? {} : { signal });
  }
}

function* framesOf(options: StreamOptions, tell: (truth: Truth) => void, report: StreamReport): Generator<readonly string[]> {
  const { seed = 1, minutes = 10, units = 53, captureDelay = 1, changeRate, names = 'new', quotes = 'json' } = options;
  const recorder = new CommandRecorder({ names, quotes });
  const frames =
    changeRate === undefined
      ? new Operation({ seed, minutes, units, captureDelay }, tell, recorder).play()
      : bulkCommands({ seed, minutes, units, captureDelay, changeRate }, recorder);
  const take = (): readonly string[] => {
    const { lines } = recorder;
    recorder.lines = [];
    report.lines += lines.length;
    report.states = recorder.states;
    report.changed = recorder.changed;
    return lines;
  };
  for (const _frame of frames) yield take();
  recorder.save();
  yield take();
}
