/**
 * How long a live commit takes, at rest and while a recording is imported and a session of a million events is removed. A live commit is what a sender waits for:
 * from the moment at which a line goes out over the socket until its acknowledgement is back, which comes when the line is in the original and outlives the
 * process. What the library and viewers are told later is no part of it. Rest and load take turns in one run, so that whatever else the machine does
 * falls on both; all rounds count together.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { LineClient } from '../src/main/engine/capture/fake-engine.ts';
import { ENGINE_V8_FLAG } from '../src/main/engine/v8-flags.ts';
import { builtChild } from './built.ts';
import type { LiveCommitCommand, LiveCommitInput, LiveCommitReply } from './children/live-commit-child.ts';
import { median, percentile } from './numbers.ts';
import { benchRecording } from './recording.ts';
import type { Bench, Result } from './result.ts';
import { inTemporaryFolder } from './workspace.ts';

const ROUNDS = 8;
const REST_MS = 1500;
const BETWEEN_MS = 4;

export const liveCommitBench: Bench = { name: 'live-commit', run: () => inTemporaryFolder('live-commit', run) };

async function run(folder: string): Promise<Result> {
  const { path, name, skipped } = await benchRecording(folder);
  const input: LiveCommitInput = { libraryDir: `${folder}/library`, recording: path, events: 1_000_000 };
  const child = fork(await builtChild('live-commit-child'), [JSON.stringify(input)], { execArgv: [ENGINE_V8_FLAG] });
  try {
    const { address } = await said(child);
    const client = await LineClient.to(address);
    await client.send('begin Match', 'player Anna');
    const done = async (command: LiveCommitCommand): Promise<void> => {
      child.send(command);
      await said(child);
    };
    let t = 0;
    const append = async (until: Promise<unknown>): Promise<number[]> => {
      const waits: number[] = [];
      const over = new AbortController();
      void until.then(() => over.abort());
      while (!over.signal.aborted) {
        const start = performance.now();
        await client.send(`at ${t++} 1 ${t}`);
        waits.push(performance.now() - start);
        await new Promise((resolve) => void setTimeout(resolve, BETWEEN_MS));
      }
      return waits;
    };
    const rest: number[] = [];
    const loaded: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await done('prepare');
      rest.push(...(await append(new Promise((resolve) => void setTimeout(resolve, REST_MS)))));
      loaded.push(...(await append(done('load'))));
    }
    client.close();
    const [restMs, loadedMs] = [percentile(rest, 0.99), percentile(loaded, 0.99)];
    return {
      measures: [
        {
          name: 'live-commit.p99',
          kind: 'ratio',
          value: loadedMs / restMs,
          unit: 'x',
          limit: 2,
          figures: {
            file: name,
            restMs,
            loadedMs,
            restMedianMs: median(rest),
            loadedMedianMs: median(loaded),
            appendsAtRest: rest.length,
            appendsUnderLoad: loaded.length,
          },
        },
      ],
      skipped: skipped === null ? [] : [skipped],
    };
  } finally {
    child.kill();
  }
}

async function said(child: ChildProcess): Promise<LiveCommitReply> {
  const [reply] = (await once(child, 'message')) as [LiveCommitReply];
  return reply;
}
