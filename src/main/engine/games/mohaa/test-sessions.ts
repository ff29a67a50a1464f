/** For tests: reads a log of the game into sessions in memory, as every import does. */
import type { JsonObject } from '../../../../shared/session/model.ts';
import { MemorySource } from '../../byte-source.ts';
import { eventLines, type EventLine } from '../../export/event-lines.ts';
import type { MemorySession } from '../../memory-session.ts';
import { readIntoMemory } from '../../read-into-memory.ts';
import { mohaaAdapter } from './adapter.ts';

export async function readLog(bytes: Uint8Array | string, name = 'test.ndjson'): Promise<readonly MemorySession[]> {
  return await readIntoMemory(new MemorySource(name, Buffer.from(bytes)), [mohaaAdapter]);
}

/** The only session of a log of events, a line of JSON each. */
export async function sessionOf(events: readonly JsonObject[]): Promise<MemorySession> {
  const sessions = await readLog(events.map((event) => `${JSON.stringify({ match_id: 'match_1', ...event })}\n`).join(''));
  if (sessions.length !== 1 || sessions[0] === undefined) throw new Error(`${sessions.length} sessions`);
  return sessions[0];
}

export async function eventsOf(session: MemorySession): Promise<readonly EventLine[]> {
  return await collected(eventLines(session));
}

export async function collected<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
