/** Writers against readers, and against the generated code as a reading of its own: any frame, both formats, there and back. */
import { existsSync, readFileSync } from 'node:fs';
import { zstdDecompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { simulateEcho } from '../../../../../simulators/echovr/simulate.ts';
import { MemorySource } from '../../byte-source.ts';
import { echoConverter } from './convert.ts';
import { echoreplay } from './echoreplay.ts';
import { FrameLine } from './frame-line.ts';
import { FrameProto } from './frame-proto.ts';
import { EchoFrame } from './frame.ts';
import { JsonWriter } from './json-writer.ts';
import { nevrcap as messages } from './nevrcap-messages.js';
import { NevrcapWriter } from './nevrcap-writer.ts';
import { nevrcap } from './nevrcap.ts';
import { SessionJson } from './session-json.ts';
import { SessionProto } from './session-proto.ts';
import { StringPool } from './string-pool.ts';
import { anyFrame, fill, plain } from './test-frames.ts';
import { readAll } from './test-sink.ts';

const DATA = new URL('../../../../../../shared/data/nevr/', import.meta.url);
const haveData = existsSync(DATA);
if (!haveData) console.warn('shared data is absent: golden files of Echo VR are not converted');
const data = (name: string): Buffer => readFileSync(new URL(name, DATA));

/** The frame's message, without its length. */
function messageOf(frame: EchoFrame, pool: StringPool, index = 0): Buffer {
  const proto = new FrameProto(pool);
  proto.frame(frame, index, []);
  const delimited = proto.take();
  let at = 0;
  while ((delimited[at++] as number) > 127);
  return delimited.subarray(at);
}

function lineOf(frame: EchoFrame, pool: StringPool): Buffer {
  return new FrameLine(pool, false).line(frame);
}

/** A line read as a naive reader does. */
function readLine(line: Buffer, pool: StringPool): EchoFrame {
  const [stamp = '', session = '', bones] = line.toString().replace('\r\n', '').split('\t');
  const frame = new EchoFrame();
  const json = new SessionJson(pool, true);
  frame.stamp = Date.parse(`${stamp.replaceAll('/', '-').replace(' ', 'T')}Z`);
  json.session(Buffer.from(`${session}\0`), 0, frame);
  if (bones !== undefined) json.bones(Buffer.from(`${bones}\0`), 0, frame);
  expect([...json.unknown]).toEqual([]);
  return frame;
}

function readMessage(message: Buffer, pool: StringPool): EchoFrame {
  const frame = new EchoFrame();
  new SessionProto(pool, true).frame(message, 0, message.length, frame);
  return frame;
}

async function converted(
  bytes: Uint8Array,
  from: string,
  to: string,
  level?: number,
): Promise<{ bytes: Buffer; codes: string[]; frames: number }> {
  const parts: Uint8Array[] = [];
  const report = await echoConverter.convert({
    source: new MemorySource(`x.${from}`, bytes),
    from,
    to,
    level,
    out: (part) => {
      parts.push(Buffer.from(part));
      return Promise.resolve();
    },
    signal: new AbortController().signal,
    progress: () => {},
  });
  expect(report.framesOut).toBe(report.framesIn);
  return { bytes: Buffer.concat(parts), codes: report.warnings.map(({ code }) => code), frames: report.framesIn };
}

describe('any frame', () => {
  test('is the same after a message, and the generated code reads the same in it', () => {
    fc.assert(
      fc.property(anyFrame, (made) => {
        const pool = new StringPool();
        const frame = fill(new EchoFrame(), pool, made);
        const message = messageOf(frame, pool, 7);
        expect(plain(readMessage(message, pool), pool)).toEqual(plain(frame, pool));
        const decoded = messages.LobbySessionStateFrame.decode(message);
        const session = decoded.session!;
        expect(decoded.frameIndex).toBe(7);
        expect(Number(decoded.timestamp!.seconds) * 1000 + (decoded.timestamp!.nanos ?? 0) / 1e6).toBe(frame.stamp);
        expect(session.sessionId).toBe(pool.text(frame.sessionId));
        expect(session.teams!.map((team) => team.teamName)).toEqual(made.teams.map(({ name }) => name.toWellFormed()));
        expect(session.teams!.flatMap((team) => team.players!.map((p) => String(p.accountNumber)))).toEqual(
          made.teams.flatMap(({ players }) => players.map(({ user }) => (user === '' ? '0' : user))),
        );
        expect(session.disc?.velocity ?? null).toEqual(frame.hasDisc ? [...frame.disc.subarray(12)] : null);
        expect(session.bluePoints).toBe(frame.bluePoints | 0);
        expect(session.lastThrow?.armSpeed ?? (frame.hasLastThrow ? 0 : null)).toEqual(frame.hasLastThrow ? frame.lastThrow[0] : null);
        expect(decoded.playerBones?.userBones!.map((bones) => bones.boneT!.length) ?? []).toEqual(
          Array.from({ length: frame.bones }, () => 69),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('is the same after a message that the generated code wrote', () => {
    fc.assert(
      fc.property(anyFrame, (made) => {
        const pool = new StringPool();
        const frame = fill(new EchoFrame(), pool, made);
        const message = messageOf(frame, pool);
        const again = Buffer.from(messages.LobbySessionStateFrame.encode(messages.LobbySessionStateFrame.decode(message)).finish());
        // It leaves out every zero, the clock's too.
        const expected = plain(frame, pool);
        const seen = plain(readMessage(again, pool), pool);
        if (frame.hasPayload || (frame.gameClock + 0 === 0 && !frame.hasDisc)) return;
        expect(seen).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  test('is the same after a line, which is JSON that anybody reads', () => {
    fc.assert(
      fc.property(anyFrame, (made) => {
        const pool = new StringPool();
        const frame = fill(new EchoFrame(), pool, made);
        const line = lineOf(frame, pool);
        expect(plain(readLine(line, pool), pool)).toEqual(plain(frame, pool));
        const [, session = '', bones = '{}'] = line.toString().split('\t');
        const parsed = JSON.parse(session) as { sessionid: string; teams: { team: string }[] };
        expect(parsed.sessionid).toBe(pool.text(frame.sessionId));
        expect(parsed.teams.map(({ team }) => team)).toEqual(made.teams.map(({ name }) => name.toWellFormed()));
        JSON.parse(bones);
      }),
      { numRuns: 150 },
    );
  });

  test('is the same there and back, either way round', () => {
    fc.assert(
      fc.property(anyFrame, (made) => {
        const pool = new StringPool();
        const frame = fill(new EchoFrame(), pool, made);
        const there = readLine(lineOf(readMessage(messageOf(frame, pool), pool), pool), pool);
        expect(plain(there, pool)).toEqual(plain(frame, pool));
        const back = readMessage(messageOf(readLine(lineOf(frame, pool), pool), pool), pool);
        expect(plain(back, pool)).toEqual(plain(frame, pool));
      }),
      { numRuns: 100 },
    );
  });

  test('any double is spelled so that it is read as itself, any float32 as the same float32', () => {
    const spell = (value: number, single: boolean): string => {
      const json = new JsonWriter(new StringPool(), false);
      json.number(value, single);
      return json.take().toString();
    };
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.float({ noNaN: true, noDefaultInfinity: true }),
        (double, float) => {
          expect(Number(spell(double, false))).toBe(double);
          expect(Math.fround(Number(spell(float, true)))).toBe(float);
        },
      ),
      { numRuns: 3000 },
    );
    expect(
      ['0.82700002', '-36.356003', '1.0', '6.6384706e-7', '1.5345009e24', '595.92175', '-0.0'].map((text) => spell(Number(text), false)),
    ).toEqual(['0.82700002', '-36.356003', '1.0', '6.6384706e-7', '1.5345009e24', '595.92175', '-0.0']);
    expect(spell(Math.fround(0.82700002), true)).toBe('0.82700002');
    expect(spell(Math.fround(1.2260725e-7), true)).toBe('1.2260725e-7');
  });
});

describe('files', () => {
  const simulated = async (format: 'text' | 'nevrcap', seconds = 3): Promise<Buffer> => {
    const parts: Uint8Array[] = [];
    await simulateEcho((bytes) => void parts.push(Buffer.from(bytes)), { format, seconds, seed: 4, bones: true, sessions: 2 });
    return Buffer.concat(parts);
  };

  test('a simulated recording there and back is the same text, and the same sessions', async () => {
    const text = await simulated('text');
    const capture = await converted(text, 'echoreplay', 'nevrcap');
    const back = await converted(capture.bytes, 'nevrcap', 'echoreplay');
    const zip = unzipSync(back.bytes);
    expect(Object.keys(zip)).toEqual(['replay.txt']);
    const values = (lines: string): unknown[] =>
      lines
        .trim()
        .split('\r\n')
        .map((line) => line.split('\t').map((part, n) => (n === 0 ? part : (JSON.parse(part) as unknown))));
    expect(values(Buffer.from(zip['replay.txt']!).toString())).toEqual(values(text.toString()));
    expect(capture.codes).toEqual([]);
    expect(back.codes.toSorted()).toEqual(['events', 'header']);
    const [a, b] = [
      await readAll(echoreplay, new MemorySource('x.echoreplay', text)),
      await readAll(nevrcap, new MemorySource('x.nevrcap', capture.bytes)),
    ];
    // The capture numbers its frames through; lines count from 0 in each session.
    const events = ({ sessions }: typeof a): unknown[] => sessions.map((sink) => sink.events.map((event) => ({ ...event, frame: null })));
    expect(events(b)).toEqual(events(a));
  });

  test('the events of a capture are those that its frames show', async () => {
    const text = await simulated('text', 20);
    const { bytes } = await converted(text, 'echoreplay', 'nevrcap');
    const { sessions } = await readAll(nevrcap, new MemorySource('x.nevrcap', bytes));
    const found = sessions.flatMap(({ events }) => events.map(({ nativeType }) => nativeType));
    const plainBytes = zstdDecompressSync(bytes);
    const written: string[] = [];
    const headers: object[] = [];
    let at = 0;
    for (let n = 0; at < plainBytes.length; n++) {
      let length = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = plainBytes[at++] as number;
        length |= (byte & 127) << shift;
        if (byte < 128) break;
      }
      const message = plainBytes.subarray(at, at + length);
      at += length;
      if (n === 0) headers.push(messages.TelemetryHeader.decode(message).metadata ?? {});
      else
        for (const event of messages.LobbySessionStateFrame.decode(message).events)
          written.push((event.event ?? '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
    }
    expect(headers).toMatchObject([{ source: 'echoreplay' }]);
    expect(written).toEqual(found);
  });

  test('the level of a capture can be chosen', async () => {
    const capture = await simulated('nevrcap');
    const [quick, usual, small] = await Promise.all([1, undefined, 19].map((level) => converted(capture, 'nevrcap', 'nevrcap', level)));
    expect(quick!.bytes.length).toBeGreaterThan(usual!.bytes.length);
    expect(usual!.bytes.length).toBeGreaterThan(small!.bytes.length);
    expect(zstdDecompressSync(small!.bytes).equals(zstdDecompressSync(quick!.bytes))).toBe(true);
  });

  test('what the target cannot hold is named', async () => {
    const text = (await simulated('text', 1)).toString();
    const odd = text.replaceAll('"err_code":0}', '"err_code":0,"new_key":{"a":1}}');
    const capture = await converted(Buffer.from(odd), 'echoreplay', 'nevrcap');
    expect(capture.codes).toEqual(['unknown-key']);
    const cut = await converted(Buffer.from(text.slice(0, text.length - 300)), 'echoreplay', 'nevrcap');
    expect(cut.codes).toContain('partial');
    expect(cut.frames).toBe(29);
  });

  test('what was flushed opens, whatever comes after', async () => {
    const pool = new StringPool();
    const parts: Uint8Array[] = [];
    const writer = new NevrcapWriter(pool, (bytes) => Promise.resolve(void parts.push(Buffer.from(bytes))), { metadata: {}, level: 9 });
    const frames = [new EchoFrame(), new EchoFrame()];
    for (let i = 0; i < 25; i++) {
      const frame = frames[i % 2] as EchoFrame;
      frame.reset();
      frame.sessionId = pool.fromText('one');
      frame.teams = 2;
      frame.stamp = 1000 * i;
      writer.frame(i === 0 ? null : (frames[(i + 1) % 2] as EchoFrame), frame);
      await writer.drain();
      if (i === 9) await writer.flush();
    }
    const { sessions } = await readAll(nevrcap, new MemorySource('x.nevrcap', Buffer.concat(parts)));
    expect(sessions[0]!.frames()).toHaveLength(10);
    expect(sessions[0]!.isPartial).toBe(true);
    writer.destroy();
  });

  test('a capture that is cut gives its whole frames', async () => {
    const { bytes, frames } = await converted(await simulated('text', 6), 'echoreplay', 'nevrcap');
    const { sessions } = await readAll(nevrcap, new MemorySource('x.nevrcap', bytes.subarray(0, bytes.length - 2000)));
    const read = sessions.reduce((sum, sink) => sum + sink.frames().length, 0);
    expect(read).toBeGreaterThan(frames / 3);
    expect(read).toBeLessThan(frames);
  });
});

describe.skipIf(!haveData)('the original', () => {
  test('its frames take no more bytes here than its own writer makes of them', async () => {
    const original = data('golden/seed_v3_60frames.nevrcap');
    const { bytes, frames } = await converted(original, 'nevrcap', 'nevrcap');
    expect(frames).toBe(60);
    expect(bytes.length).toBeLessThanOrEqual(original.length);
  });

  test('the match is the same text again after a capture', async () => {
    const zip = data('match/match_5v5.echoreplay');
    const capture = await converted(zip, 'echoreplay', 'nevrcap');
    const back = await converted(capture.bytes, 'nevrcap', 'echoreplay');
    expect(Buffer.from(Object.values(unzipSync(back.bytes))[0]!).equals(Buffer.from(Object.values(unzipSync(zip))[0]!))).toBe(true);
    expect(back.codes.toSorted()).toEqual(['events', 'header']);
  }, 60_000);

  test.each(['tape/match_block100.tape', 'tape/raw60_block25.tape'])(
    '%s has the same events in either format',
    async (name) => {
      const count = async (bytes: Uint8Array, format: typeof nevrcap): Promise<string[]> =>
        (await readAll(format, new MemorySource('x', bytes))).sessions[0]!.events.map(({ frame, nativeType }) => `${frame} ${nativeType}`);
      const capture = await converted(data(name), 'tape', 'nevrcap');
      const text = await converted(data(name), 'tape', 'echoreplay');
      expect(await count(capture.bytes, nevrcap)).toEqual(await count(text.bytes, echoreplay));
      expect(capture.codes).toEqual(['events']);
    },
    60_000,
  );
});
