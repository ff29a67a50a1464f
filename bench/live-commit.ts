/** How long an append of a live capture waits to be safe, at rest and while a recording is imported and a session of a million events is removed. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { LineClient } from '../src/main/engine/capture/fake-engine.ts';
import type { LiveCommitCommand, LiveCommitInput, LiveCommitReply } from './children/live-commit-child.ts';
import { benchRecording } from './recording.ts';
import type { Bench, Result } from './result.ts';
import { inTemporaryFolder } from './workspace.ts';

const REST_MS = 8000;
const BETWEEN_MS = 4;

export const liveCommitBench: Bench = { name: 'live-commit', run: () => inTemporaryFolder('live-commit', run) };

async function run(folder: string): Promise<Result> {
  const { path, name, skipped } = await benchRecording(folder);
  const input: LiveCommitInput = { libraryDir: `${folder}/library`, recording: path, events: 1_000_000 };
  const child = fork(fileURLToPath(new URL('./children/live-commit-child.ts', import.meta.url)), [JSON.stringify(input)]);
  try {
    const { address } = await said(child);
    const client = await LineClient.to(address);
    await client.send('begin Match', 'player Anna');
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
    const rest = await append(new Promise((resolve) => void setTimeout(resolve, REST_MS)));
    child.send('load' satisfies LiveCommitCommand);
    const loaded = await append(said(child));
    client.close();
    const [restMs, loadedMs] = [percentile99(rest), percentile99(loaded)];
    return {
      measures: [
        {
          name: 'live-commit.p99',
          kind: 'ratio',
          value: loadedMs / restMs,
          unit: 'x',
          limit: 2,
          isAim: true,
          figures: { file: name, restMs, loadedMs, appendsAtRest: rest.length, appendsUnderLoad: loaded.length },
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

function percentile99(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Infinity;
}
