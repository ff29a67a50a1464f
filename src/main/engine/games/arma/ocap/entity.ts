/** One element of `entities`: its members in any order, then the entity with all its samples into the session. */
import type { EntityId, JsonObject } from '../../../../../shared/session/model.ts';
import { NumberReader } from '../json-number.ts';
import { scalarOrNull, textOf } from '../native.ts';
import { FOOT_LIMIT, isTeam, LIFE_CODES, VEHICLE_LIMIT } from '../session-shape.ts';
import type { Crews } from './crews.ts';
import { Damaged, OPEN, parseRange, type ItemReader, type JsonStream } from './json-stream.ts';
import type { Known, Recording } from './recording.ts';
import { FIELD, float64, int32, NONE, NUMBERS, Rows, States } from './states.ts';

const MAX_SHOTS = 2_000_000;
/** Units that ever had one name, by which joins and leaves are matched. */
const MAX_NAMESAKES = 256;

/** framesFired: [frame, end point]. */
class Shots implements ItemReader {
  readonly maxItem = 4096;
  readonly between = '],[';
  readonly after = ['],"', ']}'];
  readonly frame = new Rows(int32);
  readonly x = new Rows(float64);
  readonly y = new Rows(float64);
  readonly z = new Rows(float64);
  bad = 0;
  firstBad = '';
  readonly #number = new NumberReader();

  take(bytes: Uint8Array, pos: number): number {
    const number = this.#number;
    if (bytes[pos] !== OPEN || this.frame.length >= MAX_SHOTS) return pos;
    const frame = number.read(bytes, pos + 1);
    if (number.at < 0 || (frame | 0) !== frame || bytes[number.at] !== 0x2c || bytes[number.at + 1] !== OPEN) return pos;
    const x = number.read(bytes, number.at + 2);
    if (number.at < 0 || bytes[number.at] !== 0x2c) return pos;
    const y = number.read(bytes, number.at + 1);
    if (number.at < 0) return pos;
    let z = Number.NaN;
    if (bytes[number.at] === 0x2c) {
      z = number.read(bytes, number.at + 1);
      if (number.at < 0) return pos;
    }
    if (bytes[number.at] !== 0x5d || bytes[number.at + 1] !== 0x5d) return pos;
    const after = number.at + 2;
    this.#push(frame, x, y, z);
    return after;
  }

  item(bytes: Uint8Array, start: number, end: number): void {
    if (this.frame.length >= MAX_SHOTS) throw new Damaged(`more than ${MAX_SHOTS} shots of one entity`);
    const shot = parseRange(bytes, start, end);
    const [frame, point] = Array.isArray(shot) ? (shot as unknown[]) : [];
    const [x, y, z] = Array.isArray(point) ? (point as unknown[]) : [];
    if (typeof frame !== 'number' || typeof x !== 'number' || typeof y !== 'number') throw new Damaged('a shot is no shot');
    if ((frame | 0) !== Math.trunc(frame)) throw new Damaged(`a shot at frame ${frame}`);
    this.#push(Math.trunc(frame), x, y, typeof z === 'number' ? z : Number.NaN);
  }

  #push(frame: number, x: number, y: number, z: number): void {
    this.frame.push(frame);
    this.x.push(x);
    this.y.push(y);
    this.z.push(z);
  }

  damaged(why: string): void {
    if (this.bad++ === 0) this.firstBad = why;
  }
}

/** Reads the object at hand and writes it; also what there is of it when the file ends inside. */
export async function readEntity(stream: JsonStream, recording: Recording, crews: Crews): Promise<void> {
  const native: Record<string, unknown> = {};
  const states = new States((text) => recording.sink.intern(text), stream, recording.rows);
  const shots = new Shots();
  let placeholder = false;
  let whole = false;
  try {
    await stream.object(async (key) => {
      if (key === 'positions' || key === 'framesFired') {
        if ((await stream.peek()) === OPEN) {
          await stream.items(key === 'positions' ? states : shots);
          states.done();
        } else {
          placeholder ||= key === 'positions';
          await stream.skip();
        }
      } else {
        native[key] = await stream.value();
      }
      return undefined;
    });
    whole = true;
  } finally {
    states.done();
    if (whole || states.length > 0) {
      // An index that no entity has: without positions in recorders' own files, with an empty list of them in ours.
      const unnamed = [native['name'], native['type']].filter((text) => text === '').length;
      const isNobody = placeholder ? unnamed > 0 : states.length === 0 && unnamed === 2;
      if (!isNobody) writeEntity(native, states, shots, recording, crews);
    }
  }
}

function writeEntity(native: Record<string, unknown>, states: States, shots: Shots, recording: Recording, crews: Crews): void {
  const { sink } = recording;
  const nativeId = native['id'];
  if (typeof nativeId !== 'number' || !Number.isInteger(nativeId)) {
    sink.warn('entity-without-id', `An entity (${textOf(native['name']) || 'without a name'}) has no id and was left out.`);
    return;
  }
  if (recording.entities.has(nativeId)) sink.warn('duplicate-id', `Two entities share the id ${nativeId}; events go to the first.`);
  const className = textOf(native['class']);
  const type = textOf(native['type']);
  const vehicle =
    type !== 'unit' && (className !== '' || type === 'vehicle' || (states.length > 0 && states.field(0, FIELD.crew) !== NONE));
  const player = !vehicle && (states.everHuman || native['isPlayer'] === 1 || native['isPlayer'] === true);
  const name = textOf(native['name']);
  const side = textOf(native['side']);
  const group = textOf(native['group']);
  const claimed = native['startFrameNum'];
  const start = recording.plausible(claimed) ? Math.trunc(claimed) : 0;
  if (start !== claimed && claimed !== undefined)
    sink.warn('bad-start-frame', `"${name}" starts at an impossible frame; taken as ${start}.`);
  const data: Record<string, unknown> = { tuple: states.fields };
  for (const [key, value] of Object.entries(native)) {
    if (!['id', 'name', 'side', 'group', 'class'].includes(key)) data[key] = scalarOrNull(value);
  }
  if (side !== '' && !isTeam(side)) data['side'] = side;
  if (states.booleans) data['booleans'] = true;
  if (states.ranged === true) data['ranged'] = true;

  const id = sink.entity({
    kind: vehicle ? 'vehicle' : player ? 'player' : 'ai',
    nativeId: String(nativeId),
    name,
    team: isTeam(side) ? side : null,
    group: group === '' ? null : group,
    className: className === '' ? null : className,
    data: data as JsonObject,
  });
  warnOf(recording, 'bad-position', name, states);
  warnOf(recording, 'bad-shot', name, shots);

  const teams: number[] = [];
  const names = new Set<number>();
  const statics = {
    name: sink.intern(name),
    human: native['isPlayer'] === 1 || native['isPlayer'] === true ? 1 : 0,
    role: sink.intern(textOf(native['role'])),
    group: sink.intern(group),
    team: isTeam(side) ? sink.intern(side) : 0,
  };
  const span = writeStates({ id, nativeId, vehicle, start, states, statics, teams, names, recording, crews });
  const known: Known = { id, nativeId, vehicle, teams, ...span };
  recording.all.push(known);
  if (!recording.entities.has(nativeId)) recording.entities.set(nativeId, known);
  if (!vehicle) {
    names.add(statics.name);
    for (const text of names) {
      const units = recording.byName.get(text);
      if (units === undefined) recording.byName.set(text, [known]);
      else if (units.length < MAX_NAMESAKES) units.push(known);
    }
  }
  if (span.last >= span.first) {
    recording.firstFrame = Math.min(recording.firstFrame, span.first);
    recording.lastFrame = Math.max(recording.lastFrame, span.last);
  }
  writeShots(id, shots, recording);
}

interface Statics {
  readonly name: number;
  readonly human: number;
  readonly role: number;
  readonly group: number;
  readonly team: number;
}

interface Track {
  readonly id: EntityId;
  readonly nativeId: number;
  readonly vehicle: boolean;
  readonly start: number;
  readonly states: States;
  readonly statics: Statics;
  readonly teams: number[];
  readonly names: Set<number>;
  readonly recording: Recording;
  readonly crews: Crews;
}

/** All samples, existence and gaps. Returns the first and last recorded frame. */
function writeStates(track: Track): { first: number; last: number; spans: readonly number[] } {
  const { id, nativeId, vehicle, states, statics, teams, names, recording, crews } = track;
  const { sink, channels, time } = recording;
  const ranged = states.ranged === true;
  const start = ranged ? 0 : track.start;
  const rows = states.length;
  const { numbers } = states;
  if (rows === 0) return { first: start, last: start - 1, spans: [] };
  const first = start + states.field(0, FIELD.from);
  const last = ranged ? states.field(rows - 1, FIELD.to) : start + states.count - 1;
  if (!recording.plausible(last)) {
    sink.warn('too-long', `Entity ${nativeId} goes on to frame ${String(last)}, past the longest session (24 days).`);
    return { first: start, last: start - 1, spans: [] };
  }
  const unknown = [sink.intern(''), sink.intern('UNKNOWN')];
  const place = new Float64Array(3);
  const step = recording.captureDelay;
  let x = Number.NaN;
  let y = Number.NaN;
  let z = Number.NaN;
  let heading = Number.NaN;
  let life = -1;
  let inVehicle = NONE;
  let crew = -1;
  let name = -1;
  let human = -1;
  let role = -1;
  let group = -1;
  let team = -1;
  let end = first - 1;
  let crewIds: readonly number[] = [];
  const spans = [first];

  for (let row = 0; row < rows; row++) {
    const frame = start + states.field(row, FIELD.from);
    const until = ranged ? states.field(row, FIELD.to) : row + 1 < rows ? start + states.field(row + 1, FIELD.from) - 1 : last;
    const t = time(frame);
    if (row === 0) sink.appear(id, t);
    else if (frame > end + 1) {
      sink.vanish(id, time(end + 1));
      sink.appear(id, t);
      spans.push(end, frame);
    }
    const nx = numbers[row * NUMBERS] as number;
    const ny = numbers[row * NUMBERS + 1] as number;
    const nz = numbers[row * NUMBERS + 2] as number;
    const wasIn = inVehicle;
    const nextIn = states.field(row, FIELD.inVehicle);
    const alive = states.field(row, FIELD.alive);
    if (row > 0 && frame === end + 1) {
      const limit = (vehicle || wasIn > 0 || nextIn > 0 ? VEHICLE_LIMIT : FOOT_LIMIT) * step;
      const dz = Number.isNaN(nz) || Number.isNaN(z) ? 0 : nz - z;
      const distance2 = (nx - x) * (nx - x) + (ny - y) * (ny - y) + dz * dz;
      if (distance2 > limit * limit || (life === LIFE_CODES[0] && alive === 1)) sink.gap(id, t);
    }
    end = until;
    if (nx !== x || ny !== y || !Object.is(nz, z) || Object.is(nx, -0) || Object.is(ny, -0)) {
      place[0] = x = nx;
      place[1] = y = ny;
      place[2] = z = nz;
      sink.vector(id, channels.position, t, place);
    }
    const direction = numbers[row * NUMBERS + 3] as number;
    if (direction !== heading && !Number.isNaN(direction)) sink.number(id, channels.heading, t, (heading = direction));
    // Nothing else to write, unless somebody sits somewhere for another frame.
    if (inVehicle <= 0 && states.isMoved(row) && !vehicle) continue;
    const code = alive < 0 ? 0 : (LIFE_CODES[alive] as number);
    if (code !== life) sink.number(id, channels.life, t, (life = code));

    if (vehicle) {
      const list = states.field(row, FIELD.crew);
      if (list !== crew && list >= 0) {
        sink.number(id, channels.crew, t, (crew = list));
        crewIds = states.crewOf(list);
      }
      if (crewIds.length > 0) crews.listed(nativeId, crewIds, frame, until);
    } else if (nextIn !== inVehicle && nextIn !== NONE) sink.number(id, channels.inVehicle, t, (inVehicle = nextIn));
    if (!vehicle && (nextIn > 1 || (nextIn === 1 && states.fields === 9))) crews.claimed(nativeId, nextIn, frame, until);

    const nextName = states.field(row, FIELD.name);
    if (nextName > 0 && nextName !== name) {
      sink.number(id, channels.name, t, (name = nextName));
      names.add(name);
    } else if (name < 0) sink.number(id, channels.name, t, (name = statics.name));
    if (!vehicle) {
      const nextHuman = states.field(row, FIELD.human) < 0 ? (human < 0 ? statics.human : human) : states.field(row, FIELD.human);
      if (nextHuman !== human) sink.number(id, channels.human, t, (human = nextHuman));
      const nextRole = states.field(row, FIELD.role) < 0 ? (role < 0 ? statics.role : role) : states.field(row, FIELD.role);
      if (nextRole !== role) sink.number(id, channels.role, t, (role = nextRole));
      const nextGroup = states.field(row, FIELD.group) < 0 ? (group < 0 ? statics.group : group) : states.field(row, FIELD.group);
      if (nextGroup !== group) sink.number(id, channels.group, t, (group = nextGroup));
    }
    const own = states.field(row, FIELD.side);
    const nextTeam = own < 0 ? (team < 0 ? statics.team : team) : unknown.includes(own) ? 0 : own;
    if (nextTeam !== team) {
      sink.number(id, channels.team, t, (team = nextTeam));
      teams.push(frame, team);
    }
  }
  spans.push(end);
  return { first, last: end, spans };
}

function writeShots(id: EntityId, shots: Shots, recording: Recording): void {
  for (let i = 0; i < shots.frame.length; i++) {
    const frame = shots.frame.at(i);
    if (!recording.plausible(frame)) {
      recording.sink.warn('bad-shot', `A shot at frame ${String(frame)} was left out.`);
      continue;
    }
    const z = shots.z.at(i);
    const targetPosition = Number.isNaN(z) ? [shots.x.at(i), shots.y.at(i)] : [shots.x.at(i), shots.y.at(i), z];
    recording.sink.event({ t: recording.time(frame), type: 'shot', nativeType: 'framesFired', actor: id, targetPosition, frame });
  }
}

function warnOf(recording: Recording, code: string, name: string, part: { readonly bad: number; readonly firstBad: string }): void {
  for (let i = 0; i < part.bad; i++) recording.sink.warn(code, `In the data of "${name}": ${part.firstBad}.`);
}
