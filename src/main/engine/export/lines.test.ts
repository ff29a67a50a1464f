import { describe, expect, it } from 'vitest';
import { MemorySource } from '../byte-source.ts';
import { fakeAdapter } from '../import/fake-adapter.ts';
import type { MemorySession } from '../memory-session.ts';
import { readIntoMemory } from '../read-into-memory.ts';
import { eventLines } from './event-lines.ts';
import { statesAt } from './state-lines.ts';

async function read(...lines: readonly string[]): Promise<MemorySession> {
  const [session] = await readIntoMemory(new MemorySource('a.fake', Buffer.from(['FAKE A', ...lines].join('\n'))), [fakeAdapter]);
  if (session === undefined) throw new Error('no session');
  return session;
}

async function collected<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

const SESSION = ['player Anna', 'at 1000 5', 'at 3000 6', 'player Bo', 'at 2000 7'];

describe('states', () => {
  it('are the latest at or before each moment, in metres and as the source wrote them', async () => {
    const states = await collected(statesAt(await read(...SESSION), [0, 1000, 2999, 3000, 99_999, 1]));
    const anna = states.map(({ t, entities }) => [t, entities.find(({ name }) => name === 'Anna')?.position]);
    expect(anna).toEqual([
      [0, null],
      [1000, [5, 3, -2]],
      [2999, [5, 3, -2]],
      [3000, [6, 3, -2]],
      [99_999, [6, 3, -2]],
      [1, null],
    ]);
    expect(states[2]?.entities).toEqual([
      {
        id: 1,
        nativeId: 'id-Anna',
        kind: 'player',
        name: 'Anna',
        team: null,
        position: [5, 3, -2],
        nativePosition: [5, 2, 3],
        heading: null,
        life: 'unknown',
        alive: false,
        parent: null,
      },
      expect.objectContaining({ id: 2, name: 'Bo', position: [7, 3, -2] }),
    ]);
  });
});

describe('events', () => {
  it('come in order of time with what they mean', async () => {
    const events = await collected(eventLines(await read(...SESSION)));
    expect(events.map(({ t, target, data }) => [t, target?.name, data])).toEqual([
      [1000, 'Anna', { x: 5 }],
      [2000, 'Bo', { x: 7 }],
      [3000, 'Anna', { x: 6 }],
    ]);
    expect(events[0]).toEqual({
      t: 1000,
      frame: null,
      type: 'kill',
      nativeType: 'killed',
      actor: null,
      target: { id: 1, nativeId: 'id-Anna', name: 'Anna', team: null },
      weapon: 'pen',
      position: [5, 3, -2],
      data: { x: 5 },
    });
  });
});
