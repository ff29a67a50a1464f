/** Posts bodies as a game server does: one after the other, each over a connection of its own; or over so many connections that stay open. */
import { Agent, request } from 'node:http';
import type { SimulatedBody } from './bodies.ts';

export interface PostReport {
  readonly bodies: number;
  readonly events: number;
  /** Of answers, by status; 0 where there was none. */
  readonly answers: Readonly<Record<number, number>>;
}

/** `connections`: 0 posts as the game does. The path is the trackers' own when the address has none. */
export async function postBodies(bodies: AsyncIterable<SimulatedBody>, address: string, connections = 0): Promise<PostReport> {
  const url = new URL(address);
  if (url.pathname === '/') url.pathname = '/api/v1/ingest/events';
  const agent = connections > 0 && new Agent({ keepAlive: true, maxSockets: connections });
  const answers: Record<number, number> = {};
  const source = bodies[Symbol.asyncIterator]();
  let count = 0;
  let events = 0;
  const send = async (): Promise<void> => {
    for (let next = await source.next(); next.done !== true; next = await source.next()) {
      const status = await post(url, next.value, agent);
      answers[status] = (answers[status] ?? 0) + 1;
      count++;
      events += next.value.events;
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, connections) }, send));
  if (agent !== false) agent.destroy();
  return { bodies: count, events, answers };
}

/** Status of the answer, 0 when none came. */
function post(url: URL, { body, contentType, token }: SimulatedBody, agent: Agent | false): Promise<number> {
  return new Promise((resolve) => {
    const headers = { 'Content-Type': contentType, 'Content-Length': body.length, ...(token === '' ? {} : { 'X-Server-Token': token }) };
    const sent = request(url, { method: 'POST', agent, headers, timeout: 30_000 }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', () => resolve(0));
    });
    sent.on('error', () => resolve(0));
    sent.on('timeout', () => sent.destroy());
    sent.end(body);
  });
}
