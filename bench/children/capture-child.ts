/** An engine that captures, and watches what it records as a viewer would. Prints where it listens; on "report", what the watching saw and what it cost; ends with its stdin. */
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServing } from '../../src/main/engine/entry-node.ts';
import { answer, childInput, peakMegabytes } from './child-side.ts';

export interface CaptureInput {
  readonly libraryDir: string;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** Watch the first session that is live. */
  readonly watches: boolean;
}

export interface CaptureReport {
  /** CPU of all threads so far. */
  readonly cpuMs: number;
  readonly peakMB: number;
  /** Newest moment of the session that was told, ms, and when, Unix ms. */
  readonly told: readonly (readonly [t: number, at: number])[];
}

const { libraryDir, settings, watches } = childInput() as CaptureInput;
const serving = await startServing({ libraryDir, rendererDir: libraryDir, port: 0, captures: [{ id: 'ocap', settings }] });
const { client } = serving.engine;
const told: [number, number][] = [];
answer({ address: (await client.call('capture.list', {})).find(({ id }) => id === 'ocap')?.address });

createInterface({ input: process.stdin })
  .on('line', () => {
    const { user, system } = process.cpuUsage();
    answer({ cpuMs: (user + system) / 1000, peakMB: peakMegabytes(), told } satisfies CaptureReport);
  })
  .on('close', () => void serving.close().then(() => process.exit(0)));

if (watches) {
  let session: string | undefined;
  while (session === undefined) {
    await sleep(20);
    session = (await client.call('capture.list', {})).find(({ id }) => id === 'ocap')?.sessions[0]?.id;
  }
  await client.stream('sessions.follow', { id: session }, (item) => {
    told.push([item.kind === 'opening' ? item.detail.info.durationMs : item.durationMs, Date.now()]);
  });
}
