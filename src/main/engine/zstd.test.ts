/** Node's zstd behind the interface that the codec uses. */
import { describe, expect, it } from 'vitest';
import { ChunkDamaged } from '../../shared/session/bytes.ts';
import { decodeChunk, encodeChunk } from '../../shared/session/chunk.ts';
import { zstd } from './zstd.ts';

describe('zstd', () => {
  it('writes one frame that says its content size', () => {
    const packed = zstd.compress(new Uint8Array(1000));
    expect(Array.from(packed.subarray(0, 4))).toEqual([0x28, 0xb5, 0x2f, 0xfd]);
    // Frame header descriptor: single segment, so a content size of 2 bytes (256 less than it is).
    expect((packed[4] as number) & 0xe0).toBe(0x60);
    expect((packed[5] as number) + 256 * (packed[6] as number) + 256).toBe(1000);
    expect(zstd.decompress(packed, 1000)).toHaveLength(1000);
    expect(zstd.decompress(zstd.compress(new Uint8Array(0)), 0)).toHaveLength(0);
  });

  it('refuses to unpack more than is allowed', () => {
    const bomb = zstd.compress(new Uint8Array(50_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    expect(() => zstd.decompress(bomb, 1_000_000)).toThrow(/larger than/);
  });

  it('makes chunks small', () => {
    const count = 50_000;
    const times = Int32Array.from({ length: count }, (_, i) => i * 1000);
    const values = Float64Array.from({ length: count }, (_, i) => Math.round(Math.sin(i / 500) * 1000) / 1000);
    const column = { channel: 0, width: 1, entities: Int32Array.of(1), starts: Int32Array.of(0, count), times, values };
    const chunk = { t0: 0, t1: count * 1000, columns: [column] };
    const bytes = encodeChunk(chunk, zstd);
    expect(bytes.length).toBeLessThan(count / 2);
    expect(decodeChunk(bytes, zstd)).toEqual(chunk);
    for (let i = 0; i < bytes.length; i += 37) {
      const damaged = bytes.slice();
      damaged[i] = (damaged[i] as number) ^ 16;
      expect(() => decodeChunk(damaged, zstd), `byte ${i}`).toThrow(ChunkDamaged);
      expect(() => decodeChunk(bytes.subarray(0, i), zstd), `cut at ${i}`).toThrow(ChunkDamaged);
    }
  });
});
