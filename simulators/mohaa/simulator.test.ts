/** The made-up server: the same for the same seed, fair to the game's rules, and posted as the game posts. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { paced, simulateBodies, type MohaaSimulation } from './bodies.ts';
import { FAULTS, type Fault } from './faults.ts';
import { canSee, FREE_CELLS, pathBetween, spawnCells, spotOf } from './map.ts';
import { postBodies } from './post.ts';
import type { Truth } from './truth.ts';

const SHORT = { minutes: 0.5, players: 4, bots: 2 };

function run(options: MohaaSimulation): { readonly bodies: readonly string[]; readonly truth: readonly Truth[]; readonly events: number } {
  const truth: Truth[] = [];
  const bodies = [...simulateBodies({ ...SHORT, ...options }, (line) => truth.push(line))];
  return {
    bodies: bodies.map(({ body }) => Buffer.from(body).toString()),
    truth,
    events: bodies.reduce((sum, { events }) => sum + events, 0),
  };
}

test.each(['seed', 'lines', 'json'] as const)('%s: the same seed gives the same bytes, another one others', (dialect) => {
  const once = run({ dialect });
  expect(run({ dialect })).toEqual(once);
  expect(run({ dialect, seed: 2 }).bodies).not.toEqual(once.bodies);
});

test('what happens does not depend on how it is told', () => {
  const faults = Object.keys(FAULTS).filter((name) => !['crash', 'loss', 'awkward', 'aliases'].includes(name)) as Fault[];
  expect(run({ dialect: 'seed', faults }).truth).toEqual(run({ dialect: 'json' }).truth);
});

test('the map: everybody can get everywhere, and walls hide', () => {
  const [start] = spawnCells('allies');
  if (start === undefined) throw new Error('no spawn');
  expect(FREE_CELLS.filter((cell) => cell !== start && pathBetween(start, cell).length === 0)).toEqual([]);
  for (const side of ['allies', 'axis'] as const) expect(spawnCells(side).length).toBeGreaterThan(5);
  const [enemy] = spawnCells('axis');
  expect(canSee(spotOf(start), spotOf(enemy ?? 0))).toBe(false);
  expect(canSee(spotOf(start), spotOf(start + 1))).toBe(true);
  expect(new Set(FREE_CELLS.map((cell) => spotOf(cell).z)).size).toBe(2);
});

test('people fight by the rules: nobody dead shoots, kills follow hits, nobody is faster than 8 m/s', () => {
  const { truth } = run({ minutes: 3 });
  const dead = new Set<string>();
  const health = new Map<string, number>();
  const last = new Map<string, Extract<Truth, { kind: 'place' }>>();
  const wrong: Truth[] = [];
  const counts: Record<string, number> = {};
  const check = (isRight: boolean, line: Truth): void => {
    if (!isRight) wrong.push(line);
  };
  for (const line of truth) {
    counts[line.kind] = (counts[line.kind] ?? 0) + 1;
    if (line.kind === 'spawn') {
      dead.delete(line.name);
      health.set(line.name, 100);
      last.delete(line.name);
    } else if (line.kind === 'shot') check(!dead.has(line.name), line);
    else if (line.kind === 'hit') health.set(line.target, (health.get(line.target) ?? 0) - line.damage);
    else if (line.kind === 'kill') {
      const isWounded = line.means === 'bullet' || line.means === 'grenade';
      check(!dead.has(line.target) && isWounded === (health.get(line.target) ?? 0) <= 0, line);
      dead.add(line.target);
    } else if (line.kind === 'place') {
      const before = last.get(line.name) ?? line;
      const metres = Math.hypot(...line.place.map((value, i) => value - (before.place[i] ?? 0))) * 0.0254;
      check(metres <= (line.time - before.time) * 8, line);
      last.set(line.name, line);
    }
  }
  expect(wrong).toEqual([]);
  for (const kind of ['join', 'spawn', 'shot', 'hit', 'kill', 'place', 'round', 'score', 'end'])
    expect(counts[kind], `${kind} is told of`).toBeGreaterThan(0);
});

describe('faults', () => {
  const all = (options: MohaaSimulation) => run(options).bodies.join('\n');
  test.each([
    ['nul', (text: string) => text.includes('\0')],
    ['strings', (text: string) => /"timestamp":"\d/.test(text)],
    ['awkward', (text: string) => text.includes('a & b')],
    ['aliases', (text: string) => text.includes('hitlocation')],
    ['quiet', (text: string) => text.includes('"no_match"') && !text.includes('match_start') && !text.includes('heartbeat')],
    ['garbage', (text: string) => !text.split('\n').every((body) => body.startsWith('[{"type"'))],
  ] as const)('%s is seen in the bodies, and not without it', (fault, isSeen) => {
    const options = { minutes: 2, players: 6 };
    expect(isSeen(all({ ...options, faults: [fault] }))).toBe(true);
    expect(isSeen(all(options))).toBe(false);
  });

  test('swap, loss, crash and same', () => {
    const plain = run({ matches: 2 });
    expect(run({ matches: 2, faults: ['swap'] }).bodies.toSorted()).toEqual(plain.bodies.toSorted());
    expect(run({ matches: 2, faults: ['swap'] }).bodies).not.toEqual(plain.bodies);
    const lossy = run({ minutes: 3, faults: ['loss'] });
    const lost = lossy.truth.filter((line) => line.kind === 'lost').reduce((sum, { events }) => sum + events, 0);
    expect(lost).toBeGreaterThan(0);
    expect(lossy.events + lost).toBe(run({ minutes: 3 }).events);
    expect(
      run({ matches: 2, faults: ['crash'] })
        .truth.filter((line) => line.kind === 'end')
        .map(({ why }) => why),
    ).toEqual(['over', 'crash']);
    const ids = (options: MohaaSimulation) => new Set(all({ matches: 2, ...options }).match(/"session_id":"[^"]*"/g));
    expect([ids({}).size, ids({ faults: ['same'] }).size]).toEqual([2, 1]);
  });
});

describe('posting', () => {
  interface Got {
    readonly path: string;
    readonly token: string;
    readonly body: string;
    readonly connection: string | undefined;
  }

  async function listen(): Promise<{
    readonly got: Got[];
    readonly atOnce: () => number;
    readonly url: string;
    readonly close: () => void;
  }> {
    const got: Got[] = [];
    let now = 0;
    let most = 0;
    const server = createServer((request: IncomingMessage, response) => {
      most = Math.max(most, ++now);
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { url = '', headers } = request;
        got.push({
          path: url,
          token: String(headers['x-server-token'] ?? ''),
          body: Buffer.concat(parts).toString(),
          connection: headers.connection,
        });
        setImmediate(() => {
          now--;
          response.writeHead(202).end();
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return { got, atOnce: () => most, url: `http://127.0.0.1:${port}`, close: () => server.closeAllConnections() ?? server.close() };
  }

  test('one after another, a connection each, as the game does', async () => {
    const server = await listen();
    const expected = [...simulateBodies({ ...SHORT, dialect: 'lines' })];
    const report = await postBodies(paced(expected, { speed: Number.POSITIVE_INFINITY }), server.url);
    server.close();
    expect(report).toEqual({
      bodies: expected.length,
      events: expected.reduce((sum, { events }) => sum + events, 0),
      answers: { 202: expected.length },
    });
    expect(server.got.map(({ body }) => body)).toEqual(expected.map(({ body }) => Buffer.from(body).toString()));
    expect(server.got.every(({ path, connection }) => path === '/api/v1/ingest/events' && connection === 'close')).toBe(true);
    expect(server.atOnce()).toBe(1);
  });

  test("over several connections at once; today's tracker shows its token in a header", async () => {
    const server = await listen();
    const report = await postBodies(
      paced(simulateBodies({ ...SHORT, token: 'secret' }), { eventsPerSecond: Number.POSITIVE_INFINITY }),
      `${server.url}/x`,
      4,
    );
    server.close();
    expect(report.answers[202]).toBe(server.got.length);
    expect(server.got.every(({ path, token, connection }) => path === '/x' && token === 'secret' && connection === 'keep-alive')).toBe(
      true,
    );
    expect(server.atOnce()).toBeGreaterThan(1);
  });

  test('nobody listens', async () => {
    const server = await listen();
    server.close();
    const bodies = [...simulateBodies(SHORT)].slice(0, 3);
    expect((await postBodies(paced(bodies, { speed: Number.POSITIVE_INFINITY }), 'http://127.0.0.1:1')).answers).toEqual({ 0: 3 });
  });
});
