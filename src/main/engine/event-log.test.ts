/** Payloads of events: in memory, in pieces, and in the temporary file. */
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { EventLog } from './event-log.ts';
import { SpillFile } from './spill.ts';

test('payloads come back as they were, of any length, before and after they were moved to the file', () => {
  const spill = new SpillFile(tmpdir());
  try {
    const log = new EventLog(spill, () => 0);
    // Some fit into a piece together, one fills several alone.
    const payloads = [10, 200_000, 90_000, 0, 700_000, 5, 250_000, 40_000].map((length, i) => ({ i, text: 'ü'.repeat(length) }));
    for (const [i, data] of payloads.entries()) {
      const json = i % 2 === 0 ? {} : { json: JSON.stringify(data) };
      log.add({ t: i, type: 'custom', nativeType: 'x', data, ...json });
      if (i === 2) log.spill();
      expect(JSON.parse(log.payloadsSince(0).toString())).toEqual(payloads.slice(0, i + 1));
    }
    log.add({ t: 99, type: 'custom', nativeType: 'x' });
    log.spill();
    expect(log.payloadBytes).toBe(0);
    expect(JSON.parse(log.payloadsSince(3).toString())).toEqual([...payloads.slice(3), null]);
  } finally {
    spill.close();
  }
});
