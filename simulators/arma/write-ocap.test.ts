/** The simulated operation is what it says it is. */
import { describe, expect, test } from 'vitest';
import type { Truth } from './operation.ts';
import { writeOcap, type OcapOptions } from './write-ocap.ts';

interface File {
  endFrame: number;
  captureDelay: number;
  entities: {
    id: number;
    type: string;
    name: string;
    isPlayer: number;
    startFrameNum: number;
    positions: unknown[][];
    framesFired: unknown[];
  }[];
  events: [number, string, ...unknown[]][];
  Markers: unknown[][];
  times: { frameNum: number }[];
}

async function simulate(options: OcapOptions): Promise<{ text: string; file: File; truth: Truth[] }> {
  const pieces: Uint8Array[] = [];
  const truth: Truth[] = [];
  const keep = (bytes: Uint8Array): Promise<void> => {
    pieces.push(bytes);
    return Promise.resolve();
  };
  await writeOcap(keep, options, (happened) => truth.push(happened));
  const text = Buffer.concat(pieces).toString();
  return { text, file: JSON.parse(text) as File, truth };
}

describe('an operation', () => {
  test('is the same for the same seed, and another for another', async () => {
    const [a, b, c] = [
      await simulate({ minutes: 2, seed: 4 }),
      await simulate({ minutes: 2, seed: 4 }),
      await simulate({ minutes: 2, seed: 5 }),
    ];
    expect(a.text).toBe(b.text);
    expect(a.text).not.toBe(c.text);
  });

  test('happens: people board, fight, fall, come back, take the town', async () => {
    const { text, file, truth } = await simulate({});
    expect(text.length).toBeLessThan(4_000_000);
    expect(file.endFrame).toBe(600);
    const counts = new Map<string, number>();
    for (const { what } of truth) counts.set(what, (counts.get(what) ?? 0) + 1);
    const expected = ['join', 'leave', 'board', 'dismount', 'shot', 'hit', 'down', 'revive', 'kill', 'respawn', 'contest', 'end'];
    expect(expected.filter((what) => !counts.has(what))).toEqual([]);
    const events = (type: string): number => file.events.filter(([, name]) => name === type).length;
    expect(events('killed')).toBe((counts.get('kill') ?? 0) + (counts.get('destroy') ?? 0));
    expect(events('hit')).toBe(counts.get('hit'));
    expect(events('connected')).toBe(counts.get('join'));
    expect(file.entities.reduce((sum, { framesFired }) => sum + framesFired.length, 0)).toBe(counts.get('shot'));
    expect(file.Markers.length).toBeGreaterThanOrEqual(4);
    expect(file.times.length).toBe(60);
  });

  test('everybody is somewhere at every frame, and nobody flies', async () => {
    const { file } = await simulate({ minutes: 5, captureDelay: 0.5 });
    const units = file.entities.filter(({ type }) => type === 'unit');
    expect(units.filter(({ positions }) => positions.length !== file.endFrame + 1)).toEqual([]);
    const tooFast: string[] = [];
    for (const { positions, name } of units) {
      let last: number[] | null = null;
      let lastLife = 1;
      for (const [place, , life, inVehicle] of positions) {
        const [x, y] = place as number[];
        const speed = last === null ? 0 : Math.hypot(x! - last[0]!, y! - last[1]!) / file.captureDelay;
        // A respawn moves anybody anywhere; boarding and dismounting are a jump of a few metres.
        if (lastLife !== 0 && speed > (inVehicle === 0 ? 40 : 200)) tooFast.push(`${name}: ${speed} m/s`);
        last = place as number[];
        lastLife = life as number;
      }
    }
    expect(tooFast).toEqual([]);
  });

  test('ids are one sequence over units and vehicles', async () => {
    const { file } = await simulate({ minutes: 1, units: 106 });
    expect(file.entities.map(({ id }) => id)).toEqual(file.entities.map((_, i) => i));
    expect(file.entities.length).toBeGreaterThan(100);
  });
});

describe('bulk', () => {
  const share = (file: File): number => {
    let changed = 0;
    let states = 0;
    for (const { positions } of file.entities) {
      for (let i = 1; i < positions.length; i++, states++) if (JSON.stringify(positions[i]) !== JSON.stringify(positions[i - 1])) changed++;
    }
    return changed / states;
  };

  test.each([0.05, 1])('%d of all states differ', async (changeRate) => {
    const { file } = await simulate({ changeRate, minutes: 20, units: 8 });
    expect(file.entities).toHaveLength(8);
    expect(file.endFrame).toBe(1200);
    expect(share(file)).toBeCloseTo(changeRate, 2);
  });
});
