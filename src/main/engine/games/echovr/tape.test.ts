/** Tapes against what their makers say is in them, against the recording that one was made of, and cut or damaged in every way. */
import { existsSync, readFileSync } from 'node:fs';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { MemorySource } from '../../byte-source.ts';
import { varint } from './capture-kind.ts';
import { echoreplay } from './echoreplay.ts';
import { nevrcap } from './nevrcap.ts';
import { ProtoWriter } from './proto-writer.ts';
import { seekTable } from './seek-table.ts';
import { tape } from './tape.ts';
import { readAll, type TestSink } from './test-sink.ts';

const DATA = new URL('../../../../../../shared/data/nevr/', import.meta.url);
const haveData = existsSync(DATA);
if (!haveData) console.warn('shared data is absent: the golden tapes of Echo VR are skipped');
const data = (name: string): Buffer => readFileSync(new URL(name, DATA));

interface Vec {
  x?: number;
  y?: number;
  z?: number;
  w?: number;
}
interface Pose {
  position: Vec;
  orientation: Vec;
}
interface ArenaFrame {
  game_status: string;
  game_clock?: number;
  disc: { pose: Pose; velocity: Vec };
  players: { slot?: number; head: Pose; right_hand: Pose; velocity: Vec; flags?: number; ping?: number; possession_time?: number }[];
  blue_points?: number;
  events?: Record<string, { slot?: number; player_slot?: number; display_name?: string; stuns?: number; blue_round_score?: number }>[];
}
interface Envelope {
  header?: { echo_arena: { initial_roster?: { slot?: number; display_name: string }[] } };
  frame?: { timestamp_offset_ms?: number; echo_arena: ArenaFrame };
  footer?: { frame_count: number };
}

const xyz = ({ x = 0, y = 0, z = 0 }: Vec): number[] => [x, y, z];
/** Where the quaternion turns +z. */
const forward = ({ x = 0, y = 0, z = 0, w = 0 }: Vec): number[] => [2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)];

function expectClose(actual: readonly number[] | undefined, expected: readonly number[], what: string): void {
  expect({ what, length: actual?.length }).toEqual({ what, length: expected.length });
  for (const [i, value] of expected.entries()) {
    // The expected numbers are spelled with as many digits as a float32 needs.
    expect({ what, near: Math.abs(actual![i]! - value) <= 2e-6 * Math.max(1, Math.abs(value)) }).toEqual({ what, near: true });
  }
}

async function read(name: string, bytes: Uint8Array = data(`tape/${name}`)): Promise<TestSink> {
  const { sessions, refusal } = await readAll(tape, new MemorySource(name, bytes));
  expect(refusal).toBeNull();
  return sessions[0]!;
}

function entityIn(sink: TestSink, slot: number, t: number): number {
  return sink.entities.findIndex((entity, id) => entity.kind === 'player' && sink.exists(id, t) && sink.at(id, 'slot', t)?.[0] === slot);
}

function expectFrames(sink: TestSink, lines: readonly Envelope[]): void {
  const names = new Map<number, string>();
  for (const player of lines[0]?.header?.echo_arena.initial_roster ?? []) names.set(player.slot ?? 0, player.display_name);
  const stuns = new Map<number, number>();
  let rounds = 0;
  let index = 0;
  for (const { frame } of lines) {
    if (frame === undefined) continue;
    const t = frame.timestamp_offset_ms ?? 0;
    const { echo_arena: arena } = frame;
    expect(sink.frames()[index++]![0]).toBe(t);
    for (const event of arena.events ?? []) {
      if (event['player_joined'] !== undefined) names.set(event['player_joined'].slot ?? 0, event['player_joined'].display_name ?? '');
      if (event['player_stats_updated'] !== undefined)
        stuns.set(event['player_stats_updated'].player_slot ?? 0, event['player_stats_updated'].stuns ?? 0);
      if (event['scoreboard_updated'] !== undefined) rounds = event['scoreboard_updated'].blue_round_score ?? 0;
    }
    expect(sink.text(0, 'game_status', t)).toBe(arena.game_status.replace('GAME_STATUS_', '').toLowerCase());
    expectClose(sink.at(0, 'game_clock', t), [arena.game_clock ?? 0], 'clock');
    expect(sink.at(0, 'blue_points', t)).toEqual([arena.blue_points ?? 0]);
    expect(sink.at(0, 'blue_round_score', t)).toEqual([rounds]);
    const disc = sink.entities.findIndex(({ kind }) => kind === 'disc');
    expectClose(sink.at(disc, 'position', t), xyz(arena.disc.pose.position), 'disc');
    expectClose(sink.at(disc, 'velocity', t), xyz(arena.disc.velocity), 'disc velocity');
    for (const player of arena.players) {
      const slot = player.slot ?? 0;
      const entity = entityIn(sink, slot, t);
      expect(sink.text(entity, 'name', t)).toBe(names.get(slot));
      expect(sink.text(entity, 'team', t)).toBe(['blue', 'orange', 'spectator'][((player.flags ?? 0) >> 5) & 3]);
      expect(sink.at(entity, 'stunned', t)).toEqual([(player.flags ?? 0) & 1]);
      expect(sink.at(entity, 'possession', t)).toEqual([((player.flags ?? 0) >> 3) & 1]);
      expect(sink.at(entity, 'ping', t)).toEqual([player.ping ?? 0]);
      expect(sink.at(entity, 'stuns', t)).toEqual([stuns.get(slot) ?? 0]);
      expectClose(sink.at(entity, 'possession_time', t), [player.possession_time ?? 0], 'possession time');
      expectClose(sink.at(entity, 'position', t), xyz(player.head.position), 'head');
      expectClose(sink.at(entity, 'forward', t), forward(player.head.orientation), 'forward');
      expectClose(sink.at(entity, 'rhand', t), xyz(player.right_hand.position), 'right hand');
      expectClose(sink.at(entity, 'velocity', t), xyz(player.velocity), 'velocity');
    }
  }
  expect(sink.frames()).toHaveLength(index);
}

const lines = (name: string): Envelope[] =>
  data(`tape/${name}`)
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Envelope);

describe.skipIf(!haveData)('golden tapes', () => {
  const EXPECTED = {
    raw60_block25: 'raw60_block25',
    raw60_stream: 'raw60_stream',
    raw60_plain: 'raw60_stream',
    raw60_gametype_plain: 'raw60_stream',
  };

  test.each(Object.entries(EXPECTED))('%s: every frame as the expected file says', async (name, expected) => {
    const bytes = data(`tape/${name}.tape`);
    expect(tape.sniff(bytes.subarray(0, 65536), 'anything')).toBeGreaterThan(1);
    expect(nevrcap.sniff(bytes.subarray(0, 65536), 'anything.tape')).toBe(0);
    expect(echoreplay.sniff(bytes.subarray(0, 65536), 'anything.tape')).toBe(0);
    const sink = await read(`${name}.tape`);
    expectFrames(sink, lines(`${expected}.expected.jsonl`));
    expect([...sink.warnings]).toEqual([]);
    expect(sink.isPartial).toBe(false);
    expect(sink.info.data).toMatchObject({ matchType: 'Echo_Arena', privateMatch: false });
  });

  test('one that is cut has all its whole frames', async () => {
    const sink = await read('raw60_block25_truncated.tape');
    expectFrames(sink, lines('raw60_block25.expected.jsonl').slice(0, 26));
    expect(sink.isPartial).toBe(true);
    expect([...sink.warnings.keys()]).toEqual(['damaged', 'no-footer']);
  });

  test('a footer that counts wrong is told of', async () => {
    const sink = await read('raw60_badfooter_plain.tape');
    expect(sink.frames()).toHaveLength(60);
    expect([...sink.warnings.keys()]).toEqual(['frame-count']);
  });

  test('version 2.0: names by joins, free slots as -1, no counters of the engine', async () => {
    const sink = await read('raw60_oldstyle_plain.tape');
    expect(sink.frames()).toHaveLength(60);
    expect([...sink.warnings]).toEqual([]);
    const names = sink.entities.flatMap(({ kind, name }) => (kind === 'player' ? [name] : []));
    expect(names.every((name) => name?.startsWith('Player-'))).toBe(true);
    expect(sink.events.filter(({ nativeType }) => nativeType === 'player_save').map(({ frame }) => frame)).toEqual([40]);
  });

  test('the match: its events, and the frames of the text that it was made of', async () => {
    const sink = await read('match_block100.tape');
    const { events } = JSON.parse(data('match/match_5v5.expected-events.json').toString()) as {
      events: { frame: number; type: string; slot?: number }[];
    };
    expect(sink.events.map(({ frame, nativeType, data }) => [frame, nativeType, data!['slot']])).toEqual(
      events.map(({ frame, type, slot }) => [frame, type, slot ?? -1]),
    );
    const text = (await readAll(echoreplay, new MemorySource('m.echoreplay', data('match/match_5v5.echoreplay')))).sessions[0]!;
    for (const [i, [t]] of text.frames().entries()) {
      if (i % 90 !== 0) continue;
      for (const [entity, { kind }] of text.entities.entries()) {
        if (kind !== 'player' || !text.exists(entity, t)) continue;
        const same = entityIn(sink, text.at(entity, 'slot', t)![0]!, t);
        for (const channel of ['name', 'team', 'holding_left', 'holding_right'])
          expect({ channel, t, text: sink.text(same, channel, t) }).toEqual({ channel, t, text: text.text(entity, channel, t) });
        for (const channel of ['ping', 'level', 'number', 'points', 'saves', 'stuns', 'catches', 'shots_taken', 'possession', 'stunned'])
          expect({ channel, t, value: sink.at(same, channel, t) }).toEqual({ channel, t, value: text.at(entity, channel, t) });
        for (const channel of ['position', 'velocity', 'lhand', 'bones']) {
          const expected = text.at(entity, channel, t);
          expectClose(sink.at(same, channel, t) ?? [], expected ?? [], channel);
        }
      }
    }
  }, 60_000);

  test('cut anywhere: a session or a sentence, never fewer frames of more bytes', async () => {
    for (const name of ['raw60_block25.tape', 'raw60_stream.tape', 'raw60_plain.tape']) {
      const whole = data(`tape/${name}`);
      let before = 0;
      for (let i = 1; i <= 30; i++) {
        const { sessions, refusal } = await readAll(tape, new MemorySource(name, whole.subarray(0, Math.floor((whole.length * i) / 31))));
        const frames = refusal === null ? sessions[0]!.frames().length : 0;
        expect(frames).toBeGreaterThanOrEqual(before);
        expect(sessions[0]!.isPartial).toBe(refusal === null);
        expect(refusal ?? 'Read.').toMatch(/^[A-Z][^\n]*\.$/);
        before = frames;
      }
      expect(before).toBeGreaterThan(30);
    }
  });

  test('a damaged block takes no other with it', async () => {
    const whole = Buffer.from(data('tape/raw60_block25.tape'));
    const blocks = (await seekTable(new MemorySource('x', whole)))!;
    expect(blocks).toHaveLength(5);
    // In the middle of the second block of frames.
    whole[Math.floor((blocks[2]!.start + blocks[2]!.end) / 2)]! ^= 0xff;
    const sink = await read('x.tape', whole);
    expect(sink.frames().length).toBeGreaterThanOrEqual(35);
    expect(sink.frames().at(-1)![0]).toBe(1947);
    expect(sink.warnings.has('damaged-block')).toBe(true);
    expect(sink.isPartial).toBe(true);
  });

  /** Where each envelope begins, and where the last one ends. */
  function envelopes(plain: Buffer): number[] {
    const starts = [0];
    for (let at = 0; at < plain.length; starts.push(at)) {
      const { value, next } = varint(plain, at)!;
      at = next + value;
    }
    return starts;
  }

  /** The same tape with another footer. */
  function withIndex(plain: Buffer, offsets: readonly number[], footerOffset?: number): Buffer {
    const end = envelopes(plain).at(-2)!;
    const wire = new ProtoWriter();
    const envelope = wire.begin(0);
    const footer = wire.begin(3);
    wire.uint32(1, 60);
    wire.uint64(3, footerOffset ?? end);
    for (const offset of offsets) {
      const entry = wire.begin(4);
      wire.uint64(2, offset);
      wire.end(entry);
    }
    wire.end(footer);
    wire.end(envelope);
    return Buffer.concat([plain.subarray(0, end), wire.take()]);
  }

  const plain = (): Buffer => Buffer.from(data('tape/raw60_plain.tape'));
  const stamps = (sink: TestSink): number[] => sink.frames().map(([t]) => t);

  test('unpacked: what is damaged in the middle is stepped over by the index of the footer', async () => {
    const all = stamps(await read('x.tape', plain()));
    const starts = envelopes(plain());
    // Frame n is envelope n + 1. The length before frame 30 becomes impossible.
    const damage = (bytes: Buffer): Buffer => bytes.fill(0xff, starts[31], starts[31]! + 8);
    const offsets = [0, 20, 40].map((frame) => starts[frame + 1]!);
    const sink = await read('x.tape', damage(withIndex(plain(), offsets)));
    expect(stamps(sink)).toEqual([...all.slice(0, 30), ...all.slice(40)]);
    expect([...sink.warnings.keys()]).toEqual(['damaged-block', 'frame-count']);
    expect(sink.isPartial).toBe(true);
    // Without an index, and with one of another file, nothing after the damage is found.
    for (const bytes of [withIndex(plain(), []), withIndex(plain(), offsets, 7)])
      expect(stamps(await read('x.tape', damage(bytes)))).toEqual(all.slice(0, 30));
  });

  test('unpacked: an index that lies costs nothing', async () => {
    const all = stamps(await read('x.tape', plain()));
    const starts = envelopes(plain());
    for (const offsets of [starts.map((start) => start + 1), [5, 1e15, starts[9]!, starts[3]!, starts[9]!], starts.map(() => 12_345)]) {
      const sink = await read('x.tape', withIndex(plain(), offsets));
      expect(stamps(sink)).toEqual(all);
      expect([...sink.warnings]).toEqual([]);
    }
  });

  test('in blocks: a seek table that lies about where they begin costs nothing', async () => {
    const whole = Buffer.from(data('tape/raw60_block25.tape'));
    const all = stamps(await read('x.tape', whole));
    const blocks = (await seekTable(new MemorySource('x', whole)))!;
    for (const liars of [[2], [0], [0, 1, 2, 3]]) {
      const bytes = Buffer.from(whole);
      for (const block of liars) {
        const entry = whole.length - 9 - (blocks.length - block) * 8;
        bytes.writeUInt32LE(bytes.readUInt32LE(entry) + 7, entry);
        bytes.writeUInt32LE(bytes.readUInt32LE(entry + 8) - 7, entry + 8);
      }
      expect(await seekTable(new MemorySource('x', bytes))).not.toBeNull();
      const sink = await read('x.tape', bytes);
      expect(stamps(sink)).toEqual(all);
      expect([...sink.warnings]).toEqual([]);
    }
  });

  const LAYOUTS = ['raw60_block25', 'raw60_stream', 'raw60_plain'] as const;
  const variants = Math.ceil((process.env['SANDTABLE_LONG'] === '1' ? 2000 : 90) / LAYOUTS.length);
  test.each(LAYOUTS)('%s: any damage ends in a session or a sentence', async (name) => {
    const whole = data(`tape/${name}.tape`);
    let seed = whole.length;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return Math.floor((seed / 4294967296) * below);
    };
    const damages: ((bytes: Buffer) => Buffer)[] = [
      (bytes) => {
        for (let n = random(6); n >= 0; n--) bytes[random(bytes.length)] = random(256);
        return bytes;
      },
      (bytes) => bytes.subarray(0, random(bytes.length)),
      // Something is missing, or stands there twice.
      (bytes) => Buffer.concat([bytes.subarray(0, random(bytes.length)), bytes.subarray(random(bytes.length))]),
      (bytes) => bytes.fill(0, random(bytes.length), random(bytes.length)),
      (bytes) => Buffer.concat([bytes, bytes.subarray(random(bytes.length))]),
    ];
    let sessions = 0;
    for (let i = 0; i < variants; i++) {
      let bytes: Buffer = Buffer.from(whole);
      for (let n = random(2); n >= 0 && bytes.length > 0; n--) bytes = damages[random(damages.length)]!(bytes);
      // Damaged before it was packed: then the messages themselves are wrong.
      const packed = name === 'raw60_plain' && i % 2 === 0 ? zstdCompressSync(bytes) : bytes;
      const { sessions: read, refusal } = await readAll(tape, new MemorySource('x.tape', packed));
      expect(refusal ?? 'Read.').toMatch(/^[A-Z][^\n]*\.$/);
      expect(read[0]!.frames().length > 0).toBe(refusal === null);
      if (refusal === null) sessions++;
    }
    // A tape in one stream is two blocks of zstd: damage to it mostly takes everything.
    expect(sessions).toBeGreaterThan(variants / 20);
  });
});

test('other versions and dense tapes are refused by name', async () => {
  const refusal = async (...bytes: number[]): Promise<string | null> =>
    (await readAll(tape, new MemorySource('x.tape', Uint8Array.from(bytes)))).refusal;
  // An envelope { header { format_version } }, and one { frame { 11: dense } }.
  expect(await refusal(4, 0x0a, 2, 0x18, 3)).toMatch(/version 3/);
  expect(await refusal(4, 0x0a, 2, 0x18, 2, 4, 0x12, 2, 0x5a, 0)).toMatch(/densely/);
  expect(await refusal(4, 0x0a, 2, 0x18, 2)).toMatch(/no frame/);
});
