/** Event blocks come back exactly; damaged ones are refused. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ChunkDamaged } from './bytes.ts';
import { decodeEvents, decodePayloads, emptyEvents, encodeEvents } from './event-block.ts';
import { uncompressed } from './testing.ts';

const INTS = ['t', 'type', 'nativeType', 'actor', 'target', 'weapon', 'frame'] as const;

it('come back as they were', () => {
  const event = fc.record({
    ints: fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
    numbers: fc.array(fc.double(), { minLength: 6, maxLength: 6 }),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const block = emptyEvents(events.length);
      for (const [i, { ints, numbers }] of events.entries()) {
        for (const [column, name] of INTS.entries()) block[name][i] = ints[column] as number;
        block.position.set(numbers.slice(0, 3), i * 3);
        block.targetPosition.set(numbers.slice(3), i * 3);
      }
      expect(decodeEvents(encodeEvents(block, uncompressed), uncompressed)).toEqual(block);
    }),
  );
});

it('refuses damaged columns and payloads', () => {
  const bytes = encodeEvents(emptyEvents(3), uncompressed);
  for (let i = 0; i < bytes.length; i++) {
    const damaged = bytes.slice();
    damaged[i] = (damaged[i] as number) ^ 4;
    expect(() => decodeEvents(damaged, uncompressed)).toThrow(ChunkDamaged);
    expect(() => decodeEvents(bytes.subarray(0, i), uncompressed)).toThrow(ChunkDamaged);
  }
  const text = (json: string): Uint8Array => uncompressed.compress(new TextEncoder().encode(json));
  expect(decodePayloads(text('[{"a":1},null]'), uncompressed)).toEqual([{ a: 1 }, null]);
  for (const payloads of [text('{}'), text('[1,'), text('[]').subarray(2), new Uint8Array(0)]) {
    expect(() => decodePayloads(payloads, uncompressed)).toThrow(ChunkDamaged);
  }
  expect(() => decodePayloads(text(`[${'null,'.repeat(1000)}null]`), uncompressed, 100)).toThrow(ChunkDamaged);
});
