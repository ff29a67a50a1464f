/**
 * A server of mohaa-ingest.ts in a process of its own: a bare one that reads the body and answers 202, or the engine's listener. Prints its address, and for each line of
 * its input what processor time all its threads took so far, microseconds; ends when its input does.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { createEngine } from '../../src/main/engine/engine.ts';

const [what = '', libraryDir = '', queue] = process.argv.slice(2);
const server = what === 'bare' ? await bare() : await engine();
console.log(server.address);
for await (const _ of createInterface({ input: process.stdin })) {
  const { user, system } = process.cpuUsage();
  console.log(user + system);
}
await server.close();
process.exit(0);

async function bare() {
  const http = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      response.writeHead(202, { 'Content-Type': 'application/json', 'Content-Length': 2 });
      response.end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  return { address: `127.0.0.1:${(http.address() as AddressInfo).port}`, close: () => Promise.resolve() };
}

async function engine() {
  const captures = [{ id: 'mohaa', settings: { port: 0, open: true, ...(queue === undefined ? {} : { queue: Number(queue) }) } }];
  const running = await createEngine({ libraryDir, desktop: false, captures });
  const capture = (await running.client.call('capture.list', {})).find(({ id }) => id === 'mohaa');
  return { address: capture?.address ?? '', close: () => running.close() };
}
