/** An OCAP v1 recording as the files of OCAP2 web's chunk format, as that server makes them: version 1 from the recording, version 2 as from its live stream. */
import { Message } from './proto-message.ts';

type Tuple = readonly unknown[];

interface Entity {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly class?: string;
  readonly group?: string;
  readonly side?: string;
  readonly role?: string;
  readonly isPlayer: number;
  readonly startFrameNum: number;
  readonly positions: readonly Tuple[] | null;
  readonly framesFired: readonly (readonly [number, readonly number[]])[] | null;
}

export interface Recording {
  readonly missionName: string;
  readonly missionAuthor: string;
  readonly worldName: string;
  readonly endFrame: number;
  readonly captureDelay: number;
  readonly addonVersion: string;
  readonly extensionVersion: string;
  readonly tags: string;
  readonly times: readonly { frameNum: number; systemTimeUTC: string; date: string; timeMultiplier: number; time: number }[];
  readonly entities: readonly Entity[];
  readonly events: readonly Tuple[];
  readonly Markers: readonly Tuple[];
}

export interface ChunkOptions {
  readonly version: 1 | 2;
  /** Frames in a chunk. Default 300. */
  readonly chunkSize?: number;
  /** Four bytes with the version before each message, as some builds wrote. */
  readonly prefixed?: boolean;
  /** As the first builds wrote: no heights, groups, sides, shots, lines, styles. Version 1 only. */
  readonly early?: boolean;
}

const SIDES = ['', 'WEST', 'EAST', 'GUER', 'CIV'];
/** Of the format, by OCAP's side index. */
const BY_INDEX = [2, 1, 3, 4];

/** Contents by path. */
export function writeChunks(recording: Recording, options: ChunkOptions): Map<string, Uint8Array> {
  const { chunkSize = 300, version } = options;
  const files = new Map<string, Uint8Array>();
  const seal = (message: Message): Uint8Array =>
    options.prefixed === true ? Uint8Array.from([version, 0, 0, 0, ...message.bytes()]) : message.bytes();
  const frames = version === 1 ? firstFrames(recording, options) : secondFrames(recording);
  // Commands number frames from 1.
  const first = version - 1;
  const total = recording.endFrame + 1;
  const count = Math.ceil(total / chunkSize);
  for (let index = 0; index < count; index++) {
    const from = index * chunkSize;
    const to = Math.min(total, from + chunkSize);
    const chunk = new Message()
      .varint(1, index)
      .varint(2, from + first)
      .varint(3, to - from);
    for (let frame = from; frame < to; frame++) chunk.message(4, (frames[frame] ?? new Message()).varint(1, frame + first));
    files.set(`chunks/${String(index).padStart(4, '0')}.pb`, seal(chunk));
  }
  const manifest = version === 1 ? firstManifest(recording, options) : secondManifest(recording);
  manifest
    .varint(5, chunkSize)
    .varint(6, Math.round(recording.captureDelay * 1000))
    .varint(7, count);
  files.set('manifest.pb', seal(manifest));
  return files;
}

function people(recording: Recording): readonly Entity[] {
  return recording.entities.filter(({ positions }) => positions !== null);
}

/** Each state of an entity with its frame. */
function* statesOf(entity: Entity): Generator<{ readonly frame: number; readonly tuple: Tuple }> {
  for (const [i, tuple] of (entity.positions ?? []).entries()) {
    const range = entity.type === 'vehicle' ? tuple[4] : undefined;
    const [from, to] = Array.isArray(range) ? (range as [number, number]) : [entity.startFrameNum + i, entity.startFrameNum + i];
    for (let frame = from; frame <= to; frame++) yield { frame, tuple };
  }
}

function firstFrames(recording: Recording, { early = false }: ChunkOptions): Message[] {
  const frames = Array.from({ length: recording.endFrame + 1 }, () => new Message());
  for (const entity of people(recording)) {
    for (const { frame, tuple } of statesOf(entity)) {
      const [place, direction, alive, fourth, name, isPlayer, , group, side] = tuple as [number[], number, number, unknown, ...never[]];
      const state = new Message().varint(1, entity.id).float(2, place[0]).float(3, place[1]).varint(4, direction).varint(5, alive);
      if (entity.type === 'vehicle') state.packed(6, fourth as number[]);
      else {
        const vehicle = Number(fourth);
        state
          .varint(7, vehicle > 1 ? vehicle : 0)
          .varint(8, Number(vehicle > 0))
          .text(9, name)
          .varint(10, isPlayer);
        if (!early) state.text(12, group).text(13, side);
      }
      if (!early) state.float(11, place[2]);
      // What no reader of today knows.
      state.text(200, 'from tomorrow').varint(201, 7);
      frames[frame]?.message(2, state);
    }
  }
  return frames;
}

function firstManifest(recording: Recording, { early = false }: ChunkOptions): Message {
  const manifest = new Message().varint(1, 1).text(2, recording.worldName).text(3, recording.missionName).varint(4, recording.endFrame);
  for (const entity of recording.entities) {
    const all = [...statesOf(entity)];
    const side = Math.max(0, SIDES.indexOf(entity.side ?? ''));
    const message = new Message().varint(1, entity.id).varint(2, ['', 'unit', 'vehicle'].indexOf(entity.type)).text(3, entity.name);
    message.varint(4, side).text(5, entity.group).text(6, entity.role).varint(7, entity.startFrameNum);
    message
      .varint(8, all.at(-1)?.frame ?? entity.startFrameNum)
      .varint(9, entity.isPlayer)
      .text(10, entity.class);
    if (!early) for (const [frame, end] of entity.framesFired ?? []) message.message(11, new Message().varint(1, frame).floats(2, end));
    manifest.message(8, message);
  }
  for (const time of recording.times) manifest.message(9, timeMessage(time, 0));
  for (const event of recording.events) manifest.message(10, firstEvent(event));
  for (const marker of recording.Markers) manifest.message(11, markerMessage(marker, early ? 'early' : 'first'));
  return manifest.text(12, recording.extensionVersion).text(13, recording.addonVersion).text(99, 'from tomorrow');
}

function timeMessage({ frameNum, systemTimeUTC, date, timeMultiplier, time }: Recording['times'][number], first: number): Message {
  return new Message()
    .varint(1, frameNum + first)
    .text(2, systemTimeUTC)
    .text(3, date)
    .float(4, timeMultiplier)
    .float(5, time);
}

function firstEvent(tuple: Tuple): Message {
  const [frame, type, third, fourth, distance] = tuple as [number, string, ...unknown[]];
  const message = new Message().varint(1, frame).text(2, type);
  if (Array.isArray(fourth)) {
    const [source, weapon] = fourth as [number | string, string?];
    return message
      .varint(3, Number(source) || 0)
      .varint(4, Number(third))
      .float(6, Number(distance))
      .text(7, weapon);
  }
  if (type === 'captured' || type === 'contested') {
    const [object, unit, side, place] = third as [string, string, string, number[]?];
    return message.float(8, place?.[0]).float(9, place?.[1]).text(10, object).text(11, unit).text(12, side);
  }
  return message.text(5, Array.isArray(third) ? third.join(',') : String(third));
}

function markerMessage(marker: Tuple, kind: 'early' | 'first' | 'second'): Message {
  const [type, text, start, end, player, color, side, states, size, shape, brush] = marker as [
    string,
    string,
    number,
    number,
    number,
    string,
    number,
    Tuple[],
    number[],
    string,
    string,
  ];
  const first = kind === 'second' ? 1 : 0;
  const message = new Message()
    .text(1, type)
    .text(2, text)
    .varint(3, start + first)
    .varint(4, end < 0 ? 0 : end + first);
  message
    .varint(5, player)
    .text(6, color)
    .varint(7, BY_INDEX[side] ?? 5)
    .packedFloats(9, size)
    .text(10, shape)
    .text(11, brush);
  for (const [frame, place, direction, alpha, ownText, ownColor, ownSize, ownType, ownBrush] of states as [
    number,
    number[] | number[][],
    number,
    number,
    ...never[],
  ][]) {
    const state = new Message().varint(1, frame + first);
    const line = Array.isArray(place[0]) ? (place as number[][]).flatMap(([x = 0, y = 0]) => [x, y]) : null;
    const point = (line === null ? place : line.slice(0, 2)) as number[];
    if (kind === 'second') {
      state.message(2, new Message().floats(1, point)).float(3, direction).float(4, alpha);
      if (line !== null) state.packedFloats(5, line);
    } else {
      state.floats(2, point).float(5, direction).float(6, alpha);
      if (kind === 'first') {
        if (line !== null) state.packedFloats(7, line);
        state
          .text(8, ownText)
          .text(9, ownColor)
          .packedFloats(10, ownSize ?? [])
          .text(11, ownType)
          .text(12, ownBrush);
      }
    }
    message.message(8, state);
  }
  return message;
}

/** What differs from the state before, as the game tells it. */
function secondFrames(recording: Recording): Message[] {
  const frames = Array.from({ length: recording.endFrame + 1 }, () => new Message());
  for (const entity of people(recording)) {
    let before = '';
    for (const { frame, tuple } of statesOf(entity)) {
      const said = JSON.stringify(entity.type === 'vehicle' ? tuple.slice(0, 4) : tuple);
      if (said === before) continue;
      before = said;
      const [place, direction, alive, fourth, name, isPlayer, role, group, side] = tuple as [number[], number, number, unknown, ...never[]];
      const state = new Message().varint(1, entity.id).message(2, new Message().floats(1, place)).varint(3, direction).varint(4, alive);
      if (entity.type === 'vehicle') frames[frame]?.message(3, state.packed(5, fourth as number[]).text(10, entity.side));
      else {
        state
          .varint(5, Number(fourth))
          .varint(6, Number(Number(fourth) > 0))
          .text(7, name)
          .varint(8, isPlayer);
        frames[frame]?.message(2, state.text(9, group).text(10, side).text(11, role).text(13, 'STAND').text(300, 'from tomorrow'));
      }
    }
  }
  return frames;
}

function secondManifest(recording: Recording): Message {
  const world = new Message().text(1, recording.worldName).float(2, 8192);
  const mission = new Message().text(1, recording.missionName).text(3, recording.missionAuthor).text(5, recording.extensionVersion);
  mission.text(6, recording.addonVersion).text(8, recording.tags);
  const manifest = new Message()
    .varint(1, 2)
    .message(2, world)
    .message(3, mission)
    .varint(4, recording.endFrame + 2);
  for (const entity of people(recording)) {
    const all = [...statesOf(entity)];
    const end = (all.at(-1)?.frame ?? 0) + 1;
    const head = new Message().varint(1, entity.id).text(2, entity.name);
    const start = (all[0]?.frame ?? entity.startFrameNum) + 1;
    if (entity.type === 'vehicle') manifest.message(11, head.text(3, entity.class).varint(5, start).varint(6, end));
    else {
      head
        .varint(3, Math.max(0, SIDES.indexOf(entity.side ?? '')))
        .text(4, entity.group)
        .text(5, entity.role);
      head.varint(6, start).varint(7, end).varint(8, entity.isPlayer);
      for (const [frame, place] of entity.framesFired ?? [])
        head.message(11, new Message().varint(1, frame + 1).message(3, new Message().floats(1, place)));
      manifest.message(10, head);
    }
  }
  const vehicles = new Set(people(recording).flatMap(({ id, type }) => (type === 'vehicle' ? [id] : [])));
  for (const event of recording.events) manifest.message(12, secondEvent(event, vehicles));
  for (const marker of recording.Markers) manifest.message(13, markerMessage(marker, 'second'));
  for (const time of recording.times) manifest.message(14, timeMessage(time, 1));
  return manifest;
}

function secondEvent(tuple: Tuple, vehicles: ReadonlySet<number>): Message {
  const [frame, type, third, fourth, distance] = tuple as [number, string, ...unknown[]];
  const event = new Message().varint(1, frame + 1);
  if (Array.isArray(fourth)) {
    const [by, text] = fourth as [number | string, string?];
    const isVehicle = vehicles.has(Number(third));
    const fight = new Message()
      .varint(isVehicle ? 2 : 1, Number(third))
      .varint(3, Number(by) || 0)
      .text(7, text)
      .float(8, Number(distance));
    return event.message(type === 'killed' ? 10 : 11, fight.varint(9, Number(isVehicle)));
  }
  if (type === 'connected' || type === 'disconnected')
    return event.message(18, new Message().text(1, String(third)).varint(2, Number(type === 'connected')));
  if (type === 'endMission') {
    const [side, message] = third as [string, string];
    return event.message(19, new Message().text(1, side).text(2, message));
  }
  const general = new Message().text(1, type);
  if (type === 'captured' || type === 'contested') {
    const [object, unit, side] = third as [string, string, string];
    return event.message(17, general.text(3, object).text(4, unit).text(5, side));
  }
  return event.message(17, general.text(2, Array.isArray(third) ? JSON.stringify(third) : String(third)));
}
