/** Streams over real sockets on loopback: any frame in each kind of message, what is refused and how, and connections that say nothing. */
import { once } from 'node:events';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { apiFrame } from '../../../../../../simulators/echovr/api-frame.ts';
import { bonesJson, sessionJson } from '../../../../../../simulators/echovr/replay-line.ts';
import { simulateFrames } from '../../../../../../simulators/echovr/simulate.ts';
import { MemorySource } from '../../../byte-source.ts';
import { echoConverter } from '../convert.ts';
import { FrameLine } from '../frame-line.ts';
import { FrameProto } from '../frame-proto.ts';
import { EchoFrame } from '../frame.ts';
import { nevrcap } from '../nevrcap-messages.js';
import { SessionProto } from '../session-proto.ts';
import { StringPool } from '../string-pool.ts';
import { anyFrame, fill, plain } from '../test-frames.ts';
import { StreamClient } from './client.ts';
import { type ConnectionOptions, HEARTBEAT, MAX_MESSAGE } from './connection.ts';
import { rawMessage, readText } from './envelope.ts';
import { MessageReader } from './message-reader.ts';
import { echoStreamer } from './send-recording.ts';
import { serveStreams, type StreamServer } from './server.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
/** On a busy machine. */
const SOON = { timeout: 30_000 };
const NOW = Date.UTC(2026, 0, 2, 3, 4, 5, 678);

interface Seen {
  readonly id: string;
  readonly stamp: number;
  readonly frame: object;
}

/** A reader, and plain copies of what it gave. */
function reading(): { reader: MessageReader; seen: Seen[] } {
  const seen: Seen[] = [];
  const reader = new MessageReader({
    frame: (id, { answers }) => {
      seen.push({ id, stamp: answers.frame.stamp, frame: plain(answers.frame, answers.pool) });
      answers.swap();
      return Promise.resolve();
    },
  });
  return { reader, seen };
}

const servers: StreamServer[] = [];
const sockets: WebSocket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  for (const server of servers.splice(0)) await server.close();
});

async function listening(
  token = '',
  heartbeat: Pick<ConnectionOptions, 'pingMs' | 'pongMs'> = HEARTBEAT,
): Promise<{ seen: Seen[]; url: string; ended: () => number }> {
  const seen: Seen[] = [];
  let ended = 0;
  const server = await serveStreams({
    host: '127.0.0.1',
    port: 0,
    token,
    heartbeat,
    accept: () => {
      const { reader, seen: own } = reading();
      const collect = (): void => void seen.push(...own.splice(0));
      return {
        take: async (data, isBinary) => {
          const refusal = await reader.read(data, isBinary, NOW);
          collect();
          return refusal;
        },
        end: async () => {
          await reader.end();
          collect();
          ended++;
        },
      };
    },
    failed: (error) => {
      throw error;
    },
  });
  servers.push(server);
  return { seen, url: `ws://127.0.0.1:${server.port}`, ended: () => ended };
}

async function opened(url: string, options: object = {}): Promise<WebSocket> {
  const socket = new WebSocket(url, options);
  sockets.push(socket);
  await once(socket, 'open');
  return socket;
}

async function answer(socket: WebSocket, message: string | Buffer): Promise<unknown> {
  const answered = once(socket, 'message');
  socket.send(message);
  const [data] = (await answered) as [Buffer];
  return JSON.parse(data.toString());
}

/** Answers of the game, moment by moment. */
function answers(seconds: number, bones = true): { session: Buffer; bones: Buffer | null }[] {
  return Array.from(simulateFrames({ seconds, seed: 5, playersPerTeam: 2 }), ({ world }) => {
    const frame = apiFrame(world, bones);
    return { session: Buffer.from(sessionJson(frame)), bones: bones ? Buffer.from(bonesJson(frame)) : null };
  });
}

const messageOf = (frame: EchoFrame, pool: StringPool): Buffer => {
  const proto = new FrameProto(pool);
  proto.frame(frame, 7, []);
  const delimited = proto.take();
  return delimited.subarray(delimited.findIndex((byte) => byte < 128) + 1);
};

/** The two answers of a frame, as its line holds them. */
function answersOf(frame: EchoFrame, pool: StringPool): { session: Buffer; bones: Buffer | null } {
  const [, session = '', bones] = new FrameLine(pool, false).line(frame).toString().trimEnd().split('\t');
  return { session: Buffer.from(session), bones: bones === undefined ? null : Buffer.from(bones) };
}

describe('messages', () => {
  test('raw answers give any frame back, with and without bones', async () => {
    await fc.assert(
      fc.asyncProperty(anyFrame, async (made) => {
        const pool = new StringPool();
        const frame = fill(new EchoFrame(), pool, made);
        const { session, bones } = answersOf(frame, pool);
        const seconds = Math.floor(frame.stamp / 1000);
        const { reader, seen } = reading();
        const send = async (kind: 'session_data' | 'user_bones', json: Buffer): Promise<string | null> =>
          await reader.read(Buffer.from(rawMessage({ kind, seconds, json })), false, NOW);
        const refusals = [await send('session_data', session)];
        expect(seen).toEqual([]);
        if (bones !== null) refusals.push(await send('user_bones', bones));
        expect(refusals.every((refusal) => refusal === null)).toBe(true);
        await reader.end();
        expect(seen).toEqual([
          { id: pool.text(frame.sessionId), stamp: seconds * 1000, frame: { ...plain(frame, pool), stamp: seconds * 1000 } },
        ]);
      }),
    );
  });

  test('binary frames are messages of a capture without their length', async () => {
    await fc.assert(
      fc.asyncProperty(anyFrame, async (made) => {
        const pool = new StringPool();
        const frame = fill(new EchoFrame(), pool, made);
        const { reader, seen } = reading();
        expect(await reader.read(messageOf(frame, pool), true, NOW)).toBeNull();
        const own = new StringPool();
        const expected = new EchoFrame();
        const message = messageOf(frame, pool);
        new SessionProto(own, true).frame(message, 0, message.length, expected);
        expect(seen.map((one) => one.frame)).toEqual([plain(expected, own)]);
        expect(seen).toMatchObject([{ id: pool.text(frame.sessionId), stamp: frame.stamp }]);
      }),
    );
  });

  test('an envelope in protojson is the frame that the game gave', async () => {
    for (const [i, { session, bones }] of answers(2).entries()) {
      const { reader, seen } = reading();
      const message = Buffer.from(envelopeOf(session, bones, NOW + i));
      expect(await reader.read(message, false, 0)).toBeNull();
      const { reader: game, seen: given } = reading();
      await game.read(Buffer.from(rawMessage({ kind: 'session_data', seconds: 0, json: session })), false, 0);
      await game.read(Buffer.from(rawMessage({ kind: 'user_bones', seconds: 0, json: bones ?? Buffer.alloc(0) })), false, 0);
      expect(seen).toEqual([{ ...given[0], stamp: NOW + i, frame: { ...given[0]?.frame, stamp: NOW + i } }]);
    }
  });

  test('frames between whole seconds get the pace at which they came', async () => {
    const { reader, seen } = reading();
    const [{ session } = { session: Buffer.alloc(0) }] = answers(0.1, false);
    for (let i = 0; i < 60; i++) {
      const seconds = 1_700_000_000 + Math.floor(i / 30);
      await reader.read(
        Buffer.from(rawMessage({ kind: 'session_data', seconds, json: session })),
        false,
        NOW + Math.round((i * 1000) / 30),
      );
    }
    await reader.end();
    expect(seen.map(({ stamp }) => stamp)).toEqual(Array.from({ length: 60 }, (_, i) => 1_700_000_000_000 + Math.round((i * 1000) / 30)));
  });

  test('what is no message is refused in one sentence, and costs nothing else', async () => {
    const { reader, seen } = reading();
    const refused = async (text: string | Buffer, isBinary = false): Promise<string | null> =>
      await reader.read(Buffer.from(text), isBinary, NOW);
    expect(await refused('no json')).toBe('The message is not JSON.');
    expect(await refused('[1]')).toBe('The message is no JSON object.');
    expect(await refused('{"type":"hello","timestamp":1,"data":""}')).toMatch(/session_data or user_bones/);
    expect(await refused('{"type":"session_data","timestamp":-1,"data":""}')).toMatch(/timestamp/);
    expect(await refused('{"type":"session_data","timestamp":1,"data":"***"}')).toMatch(/base64/);
    expect(await refused('{"type":"user_bones","timestamp":1,"data":""}')).toBe('The user_bones came without their session_data.');
    expect(await refused('{"frame":{}}')).toMatch(/holds no frame/);
    expect(await refused('{"frame":{"session":{}}}')).toMatch(/not what the game gives/);
    expect(await refused(`{"frame":{"session":{"a":${'['.repeat(40)}${']'.repeat(40)}}}}`)).toBe('The frame is nested too deeply.');
    expect(await refused('{"header":{"capture_id":"x"}}')).toBeNull();
    expect(await refused(Buffer.from([255, 255, 255]), true)).toBe('The binary message is no frame.');
    expect(await refused(Buffer.alloc(0), true)).toBe('The binary message is no frame.');
    expect(await refused(rawMessage({ kind: 'session_data', seconds: 1, json: Buffer.from('{"err_code":-6}') }))).toBeNull();
    const [{ session } = { session: Buffer.alloc(0) }] = answers(0.1, false);
    expect(await refused(rawMessage({ kind: 'session_data', seconds: 1, json: session }))).toMatch(/is no answer of \/session/);
    expect(await refused(rawMessage({ kind: 'user_bones', seconds: 1, json: Buffer.from('not bones') }))).toBeNull();
    expect(seen).toHaveLength(1);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, isBinary) => {
        await reader.read(Buffer.from(bytes), isBinary, NOW); // never throws
      }),
    );
  });

  test('the text is what the original writes', () => {
    expect(rawMessage({ kind: 'session_data', seconds: 1_700_000_000, json: Buffer.from('{"a":1}') })).toBe(
      '{"type":"session_data","timestamp":1700000000,"data":"eyJhIjoxfQ=="}',
    );
    expect(readText('{"type":"user_bones","timestamp":3,"data":"e30="}')).toEqual({
      is: 'raw',
      kind: 'user_bones',
      seconds: 3,
      json: Buffer.from('{}'),
    });
  });
});

describe('over a socket', () => {
  test('each of the four options sends its messages, and none of them nothing', async () => {
    const { seen, url, ended } = await listening();
    const moments = answers(1);
    const send = async (options: Parameters<typeof StreamClient.connect>[1]): Promise<readonly Seen[]> => {
      const before = ended();
      const client = await StreamClient.connect(url, options);
      for (const [i, { session, bones }] of moments.entries()) {
        await client.sendRaw(session, bones, NOW + i * 33);
        expect(await client.sendProcessed(session, bones, NOW + i * 33)).toBe(true);
      }
      await client.sendFrame(await recorded());
      await client.close();
      await expect.poll(ended, SOON).toBe(before + 1);
      return seen.splice(0);
    };
    const hasBones = ({ frame }: Seen): boolean => ((frame as { bones: unknown[] }).bones ?? []).length > 0;
    expect(await send({})).toEqual([]);
    expect(await send({ processFrames: true })).toEqual([]);
    const sessions = await send({ sendSessionData: true });
    expect([sessions.length, sessions.some(hasBones)]).toEqual([moments.length, false]);
    const both = await send({ sendSessionData: true, sendUserBones: true });
    expect([both.length, both.every(hasBones)]).toEqual([moments.length, true]);
    expect(await send({ sendUserBones: true })).toEqual([]); // bones alone are no frames
    expect(await send({ sendEvents: true })).toHaveLength(1);
    const processed = await send({ sendEvents: true, processFrames: true });
    expect(processed).toHaveLength(moments.length + 1);
    expect(processed.slice(0, -1).map(({ stamp }) => stamp)).toEqual(moments.map((_, i) => NOW + i * 33));
  });

  test('processed frames carry the events that they show', async () => {
    const received: Buffer[] = [];
    const other = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(other, 'listening');
    other.on('connection', (socket) => socket.on('message', (data: Buffer) => void received.push(data)));
    const client = await StreamClient.connect(`ws://127.0.0.1:${(other.address() as { port: number }).port}`, {
      sendEvents: true,
      processFrames: true,
    });
    const moments = answers(20, false);
    for (const [i, { session }] of moments.entries()) await client.sendProcessed(session, null, NOW + i * 33);
    expect(await client.sendProcessed(Buffer.from('{"err_code":-6}'), null, NOW)).toBe(false);
    await client.close();
    await expect.poll(() => received.length, SOON).toBe(moments.length);
    other.close();
    const frames = received.map((bytes) => nevrcap.LobbySessionStateFrame.decode(bytes));
    expect(frames.map(({ frameIndex }) => frameIndex)).toEqual(moments.map((_, i) => i));
    expect(frames[0]?.events.every(({ playerJoined }) => playerJoined !== undefined && playerJoined !== null)).toBe(true);
    expect(frames.slice(1).flatMap(({ events }) => events).length).toBeGreaterThan(0);
  });

  test('the ingest answers each message; other paths do not', async () => {
    const { seen, url } = await listening();
    const socket = await opened(`${url}/v3/stream`);
    const [{ session, bones } = { session: Buffer.alloc(0), bones: null }] = answers(0.1);
    expect(await answer(socket, envelopeOf(session, bones, NOW))).toEqual({ success: true });
    expect(await answer(socket, 'nonsense')).toEqual({ success: false, error: 'The message is not JSON.' });
    expect(await answer(socket, Buffer.from(await recorded()))).toEqual({ success: true });
    expect(seen).toHaveLength(2);
    const quiet = await opened(`${url}/ws`);
    let replies = 0;
    quiet.on('message', () => replies++);
    quiet.send(envelopeOf(session, bones, NOW));
    await expect.poll(() => seen.length, SOON).toBe(3);
    expect(replies).toBe(0);
  });

  test('who has no token, comes from a page or asks for another place stays outside', async () => {
    const { url } = await listening('sesame');
    const status = async (address: string, options: object = {}): Promise<number> => {
      const socket = new WebSocket(address, options);
      sockets.push(socket);
      socket.on('error', () => undefined);
      const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
      return response.statusCode;
    };
    const authorization = 'Bearer sesame';
    expect(await status(`${url}/v3/stream`)).toBe(401);
    expect(await status(url, { headers: { authorization: 'Bearer open' } })).toBe(401);
    expect(await status(`${url}/elsewhere`, { headers: { authorization } })).toBe(404);
    expect(await status(url, { headers: { authorization }, origin: 'https://example.org' })).toBe(403);
    await expect(StreamClient.connect(url)).rejects.toThrow(/Nobody takes the connection to .*401/);
    const client = await StreamClient.connect(url, {}, { token: 'sesame' });
    expect(client.isOpen).toBe(true);
    await client.close();
    await expect(client.sendFrame(new Uint8Array(1))).resolves.toBeUndefined(); // no option, nothing to send
  });

  test('a message over 10 MB, and a hundred that are nothing, end their connection and no other', async () => {
    const { seen, url, ended } = await listening();
    const good = await opened(url);
    const large = await opened(url);
    const closed = once(large, 'close') as Promise<[number]>;
    large.send(Buffer.alloc(MAX_MESSAGE + 1));
    expect((await closed)[0]).toBe(1009);
    const noisy = await opened(url);
    const hushed = once(noisy, 'close') as Promise<[number, Buffer]>;
    for (let i = 0; i < 100; i++) noisy.send('noise');
    const [code, reason] = await hushed;
    expect([code, reason.toString()]).toEqual([1008, 'These are no frames of Echo VR.']);
    await expect.poll(ended, SOON).toBe(2);
    good.send(await recorded());
    await expect.poll(() => seen.length, SOON).toBe(1);
  });

  test('a connection that gives no sign is ended; one that does stays', async () => {
    const { url, ended } = await listening('', { pingMs: 20, pongMs: 200 });
    const alive = await opened(url);
    const silent = await opened(url, { autoPong: false });
    await once(silent, 'close');
    await expect.poll(ended, SOON).toBe(1);
    expect(alive.readyState).toBe(WebSocket.OPEN);
  });

  test('a client takes what the other side sends', async () => {
    const other = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(other, 'listening');
    const message = await recorded();
    other.on('connection', (socket) => {
      socket.send(message);
      socket.close();
    });
    const { reader, seen } = reading();
    const client = await StreamClient.connect(
      `ws://127.0.0.1:${(other.address() as { port: number }).port}`,
      {},
      { taker: { take: async (data, isBinary) => await reader.read(data, isBinary, NOW) } },
    );
    await client.ended;
    expect(seen).toHaveLength(1);
    expect(client.isOpen).toBe(false);
    other.close();
  });

  test('a recording is sent at its pace, frame by frame, from every format that holds any', async () => {
    const { seen, url, ended } = await listening();
    const lines = answers(1).map(
      ({ session, bones }, i) => `2026/01/02 03:04:05.${String(i * 33).padStart(3, '0')}\t${session.toString()}\t${bones?.toString()}\r\n`,
    );
    const text = Buffer.from(lines.join(''));
    const parts: Uint8Array[] = [];
    const { signal } = new AbortController();
    await echoConverter.convert({
      source: new MemorySource('a.echoreplay', text),
      from: 'echoreplay',
      to: 'nevrcap',
      signal,
      out: (bytes) => Promise.resolve(void parts.push(Buffer.from(bytes))),
      progress: () => undefined,
    });
    const send = async (from: string, file: Buffer, names: readonly string[], speed: number): Promise<readonly Seen[]> => {
      const before = ended();
      const source = new MemorySource(`a.${from}`, file);
      expect(await echoStreamer.stream({ source, from, url, token: '', parts: new Set(names), speed, signal })).toEqual({
        frames: lines.length,
      });
      await expect.poll(ended, SOON).toBe(before + 1);
      return seen.splice(0);
    };
    const withoutTime = (one: Seen): object => ({ ...one.frame, stamp: 0 });
    const start = performance.now();
    const raw = await send('echoreplay', text, ['session', 'bones'], 2);
    expect(performance.now() - start).toBeGreaterThan(400); // a second, twice as fast
    const capture = await send('nevrcap', Buffer.concat(parts), ['session', 'bones'], 1000);
    expect(raw).toHaveLength(lines.length);
    expect(capture.map(withoutTime)).toEqual(raw.map(withoutTime));
    expect(await send('nevrcap', Buffer.concat(parts), ['events'], 1000)).toHaveLength(lines.length);
    const stop = new AbortController();
    const stopped = echoStreamer.stream({
      source: new MemorySource('a.echoreplay', text),
      from: 'echoreplay',
      url,
      token: '',
      parts: new Set(['events']),
      speed: 0.001,
      signal: stop.signal,
    });
    await expect.poll(() => seen.length, SOON).toBe(1);
    stop.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
  });

  test('nobody there, no address, a taken port: one sentence each', async () => {
    const { url } = await listening();
    const port = Number(new URL(url).port);
    await expect(StreamClient.connect('http://127.0.0.1:1')).rejects.toThrow(/is no address/);
    await expect(StreamClient.connect('ws://127.0.0.1:1')).rejects.toThrow(/Nobody takes the connection/);
    const taken = serveStreams({
      host: '127.0.0.1',
      port,
      token: '',
      accept: () => Promise.reject(new Error('x')) as never,
      failed: () => {},
    });
    await expect(taken).rejects.toThrow(new RegExp(`Port ${port} is taken; port \\d+ is free\\.`));
  });
});

/** One frame as a message of a capture. */
function recorded(): Promise<Uint8Array> {
  const pool = new StringPool();
  const frame = fill(new EchoFrame(), pool, fc.sample(anyFrame, { numRuns: 1, seed: 4 })[0] as never);
  return Promise.resolve(messageOf(frame, pool));
}

type Json = Readonly<Record<string, unknown>>;

/** What nevr-agent writes of two answers: protojson with the schema's names, spelled out here as its field list has them. */
function envelopeOf(session: Buffer, bones: Buffer | null, stamp: number): string {
  const from = JSON.parse(session.toString()) as Json & { teams: readonly Json[] };
  const { sessionid, sessionip, teams, ...rest } = from;
  const member = (player: Json): Json => {
    const { userid, name, playerid, number, packetlossratio, stunned, invulnerable, blocking, possession, ...others } = player;
    const { holding_left, holding_right, lhand, rhand, Weapon, Ordnance, TacMod, Arm, ...same } = others;
    return {
      ...same,
      account_number: String(userid),
      display_name: name,
      slot_number: playerid,
      jersey_number: number,
      packet_loss_ratio: packetlossratio,
      is_stunned: stunned,
      is_invulnerable: invulnerable,
      is_blocking: blocking,
      has_possession: possession,
      left_holding_onto: holding_left,
      right_holding_onto: holding_right,
      left_hand: lhand,
      right_hand: rhand,
      weapon: Weapon,
      ordnance: Ordnance,
      tac_mod: TacMod,
      arm: Arm,
    };
  };
  const frame = {
    frame_index: 3,
    timestamp: new Date(stamp).toISOString(),
    events: [{ player_joined: { role: 1 } }],
    session: {
      ...rest,
      session_id: sessionid,
      session_ip: sessionip,
      rules_changed_at: '0',
      teams: teams.map(({ players, team, possession, stats }) => ({
        ...(players === undefined ? {} : { players: (players as readonly Json[]).map(member) }),
        team_name: team,
        has_possession: possession,
        ...(stats === undefined ? {} : { stats }),
      })),
    },
    ...(bones === null
      ? {}
      : {
          player_bones: {
            user_bones: (JSON.parse(bones.toString()) as { user_bones: readonly Json[] }).user_bones.map(({ playerid, ...same }) => ({
              ...same,
              player_index: playerid,
            })),
          },
        }),
  };
  return JSON.stringify({ frame });
}
