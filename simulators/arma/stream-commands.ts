/** A simulated operation as what the game sends, commands or the extension's live stream: as fast as it is taken, or at any speed of its own. The same for the same options. */
import { setTimeout } from 'node:timers/promises';
import { bulkCommands } from './bulk-commands.ts';
import { CommandRecorder, type CommandSpelling } from './command-recorder.ts';
import { MessageRecorder } from './message-recorder.ts';
import { Operation, type Truth } from './operation.ts';
import type { ChangeReport, OcapOptions } from './write-ocap.ts';

export interface StreamOptions extends OcapOptions {
  /** Default: the names of commands since 2026-02-23. stream: the messages of the extension's live stream instead. */
  readonly names?: CommandSpelling['names'] | 'stream';
  /** Of commands. Default json. */
  readonly quotes?: CommandSpelling['quotes'];
  /** Seconds of the operation in a second; default as fast as it is taken. */
  readonly speed?: number;
  readonly signal?: AbortSignal;
}

/** The states that differ are those that are sent. */
export interface StreamReport extends ChangeReport {
  lines: number;
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
  const recorder = names === 'stream' ? new MessageRecorder() : new CommandRecorder({ names, quotes });
  const frames =
    changeRate === undefined
      ? new Operation({ seed, minutes, units, captureDelay }, tell, recorder).play()
      : bulkCommands({ seed, minutes, units, captureDelay, changeRate }, recorder);
  const take = (): readonly string[] => {
    const { lines } = recorder;
    recorder.lines = [];
    report.lines += lines.length;
    report.states = recorder.news.states;
    report.changed = recorder.news.changed;
    return lines;
  };
  for (const _frame of frames) yield take();
  recorder.save();
  yield take();
}
