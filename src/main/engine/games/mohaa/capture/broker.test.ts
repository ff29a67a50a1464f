/** Events by way of a real MQTT broker: the same as those that are posted, also after the broker was away. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Aedes } from 'aedes';
import { connectAsync } from 'mqtt';
import { afterEach, describe, expect, test } from 'vitest';
import { simulateBodies } from '../../../../../../simulators/mohaa/bodies.ts';
import type { Engine } from '../../../engine.ts';
import { allPayloads, ended, listening, rows, until } from './testing.ts';

let dir = '';
let engine: Engine | null = null;
const brokers: Broker[] = [];

afterEach(async () => {
  await engine?.close();
  engine = null;
  for (const broker of brokers.splice(0)) await broker.close();
  rmSync(dir, { recursive: true, force: true });
});

interface Broker {
  readonly port: number;
  readonly isWatched: () => boolean;
  close(): Promise<void>;
}

async function broker(port = 0): Promise<Broker> {
  const aedes = await Aedes.createBroker({
    authenticate: (_client, user, password, done) => done(null, user === 'anna' && String(password) === 'correct horse'),
  });
  let subscriptions = 0;
  aedes.on('subscribe', () => void subscriptions++);
  const server: Server = createServer(aedes.handle).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const one: Broker = {
    port: (server.address() as AddressInfo).port,
    isWatched: () => subscriptions > 0,
    close: async () => {
      await new Promise<void>((resolve) => aedes.close(() => resolve()));
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
  brokers.push(one);
  return one;
}

async function publish({ port }: Broker, messages: readonly (readonly [topic: string, body: string | Buffer])[]): Promise<void> {
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { username: 'anna', password: 'correct horse' });
  for (const [topic, body] of messages) await client.publishAsync(topic, body);
  await client.endAsync();
}

async function open(port: number, password: string): Promise<Engine> {
  dir = mkdtempSync(join(tmpdir(), 'sandtable-mqtt-'));
  const settings = { broker: `mqtt://127.0.0.1:${port}`, brokerUser: 'anna', brokerPassword: password };
  ({ engine } = await listening(join(dir, 'library'), settings));
  return engine;
}

async function message({ client }: Engine): Promise<string> {
  return (await client.call('capture.list', {})).find(({ id }) => id === 'mohaa')?.message ?? '';
}

describe('a broker', { timeout: 60_000 }, () => {
  test('what servers publish is recorded, each server by itself, also when the broker comes back', async () => {
    const first = await broker();
    const running = await open(first.port, 'correct horse');
    await until('the subscription', () => (first.isWatched() ? true : null));
    const bodies = Array.from(simulateBodies({ minutes: 0.3, players: 3, bots: 1 }), ({ body }) => Buffer.from(body));
    const events = bodies.flatMap((body) => JSON.parse(body.toString()) as readonly object[]);
    const half = Math.floor(bodies.length / 2);
    const topic = 'openmohaa/events/srv-1';
    await publish(first, [
      ...bodies.slice(0, half).map((body) => [topic, body] as const),
      [topic, 'nothing that could be read'],
      ['openmohaa/commands/srv-1', '[{"type":"jump"}]'],
      ['openmohaa/events/srv-2', '[{"type":"chat","player_name":"A","message":"hi","timestamp":3}]'],
    ]);
    await until('the matches', async () => ((await rows(running)).length === 2 ? true : null));
    await first.close();
    brokers.splice(0);
    await until('that it is missed', async () => ((await message(running)).includes('matches are being recorded') ? true : null));
    const second = await broker(first.port);
    await until('that it is back', () => (second.isWatched() ? true : null));
    await publish(
      second,
      bodies.slice(half).map((body) => [topic, body] as const),
    );
    await until('all events', async () => {
      const capture = (await running.client.call('capture.list', {})).find(({ id }) => id === 'mohaa');
      return capture?.counters['events'] === events.length + 1 ? true : null;
    });
    await ended(running);
    const titles = (await rows(running)).map(({ title, events: count }) => `${title}: ${count}`);
    expect(titles.map((title) => title.replace(/^.*, /, '')).toSorted()).toEqual([`srv-1: ${events.length}`, 'srv-2: 1']);
    const stored = await allPayloads(running);
    expect(stored).toHaveLength(events.length + 1);
    for (const event of events) expect(stored).toContainEqual(expect.objectContaining(event));
  });

  test('that refuses says so on the page', async () => {
    const { port } = await broker();
    const running = await open(port, 'wrong');
    const said = await until('the refusal', async () => {
      const text = await message(running);
      return text.startsWith('The broker') ? text : null;
    });
    expect(said).toMatch(new RegExp(`^The broker 127.0.0.1:${port} cannot be had \\(.+\\); it is tried again\\.$`));
    await expect(
      running.client.call('capture.set', { id: 'mohaa', enabled: true, settings: { port: 0, broker: 'http://x' } }),
    ).rejects.toThrow('A broker is written as mqtt://host:1883.');
  });
});
