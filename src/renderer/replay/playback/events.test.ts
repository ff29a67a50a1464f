import { describe, expect, it } from 'vitest';
import type { EngineClient } from '../../../shared/engine-api.ts';
import type { Compression } from '../../../shared/session/envelope.ts';
import { emptyEvents } from '../../../shared/session/event-block.ts';
import { EventPayloads } from './event-payloads.ts';
import { EventTableBuilder } from './event-table.ts';

describe('event table', () => {
  const block = (first: number, count: number) => {
    const events = emptyEvents(count);
    for (let i = 0; i < count; i++) {
      events.t[i] = (first + i) * 10;
      events.actor[i] = first + i;
      events.position.set([first + i, 2, 3], i * 3);
    }
    events.targetPosition.fill(Number.NaN);
    return events;
  };

  it('joins blocks and turns native places into Session metres', () => {
    const builder = new EventTableBuilder(5, { axis: [0, 2, 1], sign: [1, 1, -1], metresPerUnit: 2 });
    builder.add(block(0, 3));
    builder.add(block(3, 2));
    const table = builder.finish();
    expect([...table.t]).toEqual([0, 10, 20, 30, 40]);
    expect([...table.actor]).toEqual([0, 1, 2, 3, 4]);
    expect([...table.position.subarray(12)]).toEqual([8, 6, -4]);
    expect(table.targetPosition.every(Number.isNaN)).toBe(true);
  });

  it('refuses blocks that do not add up', () => {
    const space = { axis: [0, 1, 2], sign: [1, 1, 1], metresPerUnit: 1 } as const;
    expect(() => new EventTableBuilder(2, space).add(block(0, 3))).toThrow('more events');
    expect(() => new EventTableBuilder(2, space).finish()).toThrow('fewer events');
  });
});

describe('event payloads', () => {
  const plain: Compression = { compress: (bytes) => bytes.slice(), decompress: (bytes) => bytes.slice() };

  function open(failures = 0): { payloads: EventPayloads; asked: number[] } {
    const asked: number[] = [];
    let left = failures;
    const client = {
      call: (_method: string, { index }: { index: number }) => {
        asked.push(index);
        if (left-- > 0) return Promise.reject(new Error('lost'));
        return Promise.resolve(new TextEncoder().encode(JSON.stringify([{ block: index }, null])));
      },
    } as unknown as EngineClient;
    const blocks = Array.from({ length: 12 }, (_, index) => ({ index, firstSeq: index * 2, count: 2, t0: 0, t1: 1 }));
    return { payloads: new EventPayloads(client, 'id', blocks, Promise.resolve(plain)), asked };
  }

  it('loads the block of an event, once', async () => {
    const { payloads, asked } = open();
    expect(await Promise.all([payloads.get(6), payloads.get(7), payloads.get(24)])).toEqual([{ block: 3 }, null, null]);
    expect(asked).toEqual([3]);
  });

  it('keeps a few blocks and asks again for the others', async () => {
    const { payloads, asked } = open();
    for (let seq = 0; seq < 24; seq += 2) await payloads.get(seq);
    await payloads.get(22);
    expect(asked).toHaveLength(12);
    await payloads.get(0);
    expect(asked).toHaveLength(13);
  });

  it('tries again what failed', async () => {
    const { payloads } = open(1);
    await expect(payloads.get(0)).rejects.toThrow('lost');
    expect(await payloads.get(0)).toEqual({ block: 0 });
  });
});
