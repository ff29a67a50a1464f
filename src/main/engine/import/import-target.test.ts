import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import type { WriterOperations } from '../library/operations.ts';
import { ThreadCaller, type CallMessage } from '../library/thread-call.ts';
import type { SessionPart } from '../session-target.ts';
import { ImportTarget } from './import-target.ts';

const MEGABYTE = 1024 * 1024;
const ports: MessagePort[] = [];

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A target whose writer answers only when told. */
function slowWriter(): { target: ImportTarget; calls: CallMessage[]; answer: (error?: string) => void } {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const calls: CallMessage[] = [];
  let answered = 0;
  port2.on('message', (call: CallMessage) => calls.push(call));
  return {
    target: new ImportTarget(new ThreadCaller<WriterOperations>(port1), 'import', 'session', () => undefined),
    calls,
    answer: (error) => {
      const id = calls[answered++]?.id ?? -1;
      port2.postMessage(error === undefined ? { id, value: null } : { id, error: { refused: false, message: error } });
    },
  };
}

function chunk(index: number): SessionPart {
  return { kind: 'chunk', layer: 0, index, t0: 0, t1: 1, data: new Uint8Array(MEGABYTE) };
}

/** Messages that are under way have arrived. */
async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => void setImmediate(resolve));
}

describe('parts on their way to the writer', () => {
  it('are bounded: a slow writer holds the reader up', async () => {
    const { target, calls, answer } = slowWriter();
    let taken = 0;
    const putting = (async () => {
      for (let index = 0; index < 10; index++) {
        await target.put(chunk(index));
        taken++;
      }
    })();
    await settled();
    expect([taken, calls.length]).toEqual([4, 4]);
    answer();
    await settled();
    expect([taken, calls.length]).toEqual([5, 5]);
    for (let index = 1; index < 10; index++) {
      answer();
      await settled();
    }
    expect(taken).toBe(10);
    await putting;
  });

  it('tell of a failure at the next part', async () => {
    const { target, answer } = slowWriter();
    await target.put(chunk(0));
    await settled();
    answer('the disk is full');
    await settled();
    await expect(target.put(chunk(1))).rejects.toThrow('the disk is full');
    await expect(target.finish('x')).rejects.toThrow('the disk is full');
  });

  it('carry their own bytes only, whatever buffer these lie in', async () => {
    const { target, calls } = slowWriter();
    const buffer = new Uint8Array(100).fill(7);
    await target.put({ kind: 'chunk', layer: 0, index: 0, t0: 0, t1: 1, data: buffer.subarray(10, 20) });
    await settled();
    const { part } = calls[0]!.args as { part: { data: Uint8Array } };
    expect([part.data.length, part.data.buffer.byteLength]).toEqual([10, 10]);
    expect(buffer).toHaveLength(100); // not moved away
  });
});
