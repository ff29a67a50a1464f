/** Takes down an operation as the commands that the game's addon sends to its recorder: what changed, frame by frame. Frames of commands count from 1. */
import { weaponParts } from './recorder.ts';
import type {
  Flight,
  Json,
  MissionHead,
  OperationTaker,
  UnitDetail,
  UnitHead,
  UnitState,
  VehicleDetail,
  VehicleHead,
  VehicleState,
} from './taker.ts';
import { HeldFlights, StateNews } from './tellings.ts';

export interface CommandSpelling {
  /** seed: the names of February 2026, with fewer arguments; new: those since. */
  readonly names: 'seed' | 'new';
  /** How quotes within a text are written: \" or "". */
  readonly quotes: 'json' | 'sqf';
}

const SIDES = ['EAST', 'WEST', 'GUER', 'CIV'];

const SEED_NAMES: Readonly<Record<string, string>> = {
  ':SYS:INIT:': ':INIT:',
  ':STORAGE:INIT:': ':INIT:STORAGE:',
  ':SYS:ADDON_VERSION:': ':ADDON:VERSION:',
  ':MISSION:START:': ':NEW:MISSION:',
  ':MISSION:SAVE:': ':SAVE:MISSION:',
  ':SOLDIER:CREATE:': ':NEW:SOLDIER:',
  ':VEHICLE:CREATE:': ':NEW:VEHICLE:',
  ':SOLDIER:STATE:': ':NEW:SOLDIER:STATE:',
  ':VEHICLE:STATE:': ':NEW:VEHICLE:STATE:',
  ':EVENT:PROJECTILE:': ':PROJECTILE:',
  ':EVENT:KILL:': ':KILL:',
  ':EVENT:GENERAL:': ':EVENT:',
  ':EVENT:CHAT:': ':CHAT:',
  ':EVENT:RADIO:': ':RADIO:',
  ':TIME:STATE:': ':NEW:TIME:STATE:',
  ':MARKER:CREATE:': ':NEW:MARKER:',
  ':MARKER:STATE:': ':NEW:MARKER:STATE:',
  ':MARKER:DELETE:': ':DELETE:MARKER:',
};

interface Marker {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  readonly side: number;
  readonly size: readonly number[];
  readonly shape: string;
  readonly brush: string;
  readonly colour: string;
  isCreated: boolean;
}

/** A value that is no text for the game: written without quotes. */
class Word {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Argument = Json | Word;

export class CommandRecorder implements OperationTaker {
  /** Lines that were not taken yet, each with its newline. */
  lines: string[] = [];
  readonly news = new StateNews();
  readonly #spelling: CommandSpelling;
  readonly #markers: Marker[] = [];
  readonly #flights = new HeldFlights();
  #delay = 1;
  #worldName = '';

  constructor(spelling: CommandSpelling) {
    this.#spelling = spelling;
  }

  begin({ missionName, missionAuthor, worldName, captureDelay, tags }: MissionHead): void {
    this.#delay = captureDelay;
    this.#worldName = worldName;
    const world = { author: 'Sandtable', workshopID: '', displayName: 'Stratis', worldName, worldNameOriginal: 'Stratis' };
    const mission = { missionName, briefingName: missionName, missionNameSource: 'cold_harbour', onLoadName: '', author: missionAuthor };
    const server = { serverName: 'Simulator', serverProfile: 'server', tag: tags, captureDelay, addons: [['CBA_A3', '450814997']] };
    const sides = { playableSlots: [8, 24, 2, 0, 0], sideFriendly: [false, false, true] };
    this.#say(':SYS:INIT:');
    this.#say(':SYS:ADDON_VERSION:', '2.1.0');
    this.#say(':STORAGE:INIT:');
    this.#say(
      ':MISSION:START:',
      JSON.stringify({ ...world, worldSize: 8192, latitude: -35, longitude: 16.82 }),
      JSON.stringify({ ...mission, ...server, ...sides }),
    );
  }

  unit({ id, name, group, side, isPlayer, role }: UnitHead, frame: number): void {
    const uid = isPlayer === 1 ? `765611990000${String(id).padStart(5, '0')}` : '';
    this.#say(':SOLDIER:CREATE:', frame + 1, id, name, group, new Word(side), isPlayer, role, 'B_Soldier_F', 'Rifleman', uid, '[]');
  }

  vehicle({ id, name, side, class: kind }: VehicleHead, frame: number): void {
    const args: Argument[] = [frame + 1, id, kind, name, 'B_Vehicle_F', '[["Black",1],[]]'];
    this.#say(':VEHICLE:CREATE:', ...args, ...(this.#isNew ? [new Word(side)] : []));
  }

  unitState(id: number, frame: number, state: UnitState, { vehicle, seat, stance, scores }: UnitDetail): void {
    const [place, direction, life, , name, isPlayer, role, group, side] = state;
    const [before, behind] = [
      [id, place, direction, life, vehicle >= 0 ? 1 : 0, name, isPlayer, role],
      [life === 1, false, scores.join(), seat, vehicle, stance, group, side],
    ];
    if (this.news.isNews(id, JSON.stringify([before, behind]))) this.#say(':SOLDIER:STATE:', ...before, frame + 1, ...behind);
  }

  unitGone(id: number, frame: number): void {
    if (this.#isNew) this.#say(':SOLDIER:DELETE:', id, frame + 1);
  }

  vehicleState(id: number, frame: number, state: VehicleState, { fuel, damage, engineOn, side }: VehicleDetail): void {
    const [place, direction, alive, crew] = state;
    const angle = (direction * Math.PI) / 180;
    const forward = [Number(Math.sin(angle).toFixed(4)), Number(Math.cos(angle).toFixed(4)), 0];
    const turret = (direction + id * 7) % 360;
    const behind: Argument[] = [fuel, damage, engineOn, false, new Word(side), forward, [0, 0, 1], turret, 0];
    // Fuel alone is no news.
    if (this.news.isNews(id, JSON.stringify([state, damage, engineOn])))
      this.#say(':VEHICLE:STATE:', id, place, direction, alive, crew, frame + 1, ...behind);
  }

  flight(flight: Flight): void {
    this.#flights.hold(flight, this.#delay);
  }

  #tellFlight({ frame, firer, vehicle, weapon, simulation, icon, points, hit }: Flight): void {
    const [, arm, magazine] = weaponParts(weapon);
    const places = points.map((point, i) => [i / 10, point.frame + 1, point.place.join()]);
    const last = points.at(-1);
    const hits = hit === null || last === undefined ? [] : [[hit.target, ['spine3'], last.place.join(), last.frame + 1]];
    const from = [frame + 1, 1234.5, firer, vehicle < 0 ? firer : vehicle, vehicle < 0 ? '' : 'gunner', -1];
    const by = ['arifle_F', arm, 'arifle_F', arm, 'mag_F', magazine, 'B_65x39_Caseless', 'FullAuto'];
    this.#say(':EVENT:PROJECTILE:', ...from, ...by, places, [800, 0, 0], hits, simulation, false, `\\A3\\ui\\${icon}`);
  }

  event(frame: number, type: string, ...rest: readonly Json[]): void {
    const [first, second, third] = rest;
    const named = frame + 1;
    if (type === 'killed') {
      const [killer, weapon] = second as [number | 'null', string | undefined];
      this.#say(':EVENT:KILL:', named, first ?? -1, killer === 'null' ? -1 : killer, weaponParts(weapon ?? ''), third ?? 0);
    } else if ((type === 'captured' || type === 'contested') && this.#isNew) {
      const [object, name, side, place] = first as [string, string, string, number[]];
      this.#say(':EVENT:SECTOR:', named, type, object, name, new Word(side), ...place);
    } else if (type === 'endMission' && this.#isNew) {
      this.#say(':EVENT:ENDMISSION:', named, ...(first as string[]));
    } else if (type !== 'hit') {
      const message = typeof first === 'string' ? first : JSON.stringify(first ?? '');
      this.#say(':EVENT:GENERAL:', named, type, message, '{}');
    }
  }

  time({ date, frameNum, systemTimeUTC, time, timeMultiplier }: { readonly frameNum: number; readonly [key: string]: Json }): void {
    this.#say(':TIME:STATE:', frameNum + 1, systemTimeUTC ?? '', date ?? '', timeMultiplier ?? 1, time ?? 0);
  }

  marker(
    type: string,
    text: string,
    _start: number,
    side: number,
    size: readonly [number, number],
    shape: string,
    brush: string,
    colour: string,
  ): number {
    const name = `marker_${this.#markers.length}`;
    return this.#markers.push({ name, type, text, side, size, shape, brush, colour, isCreated: false }) - 1;
  }

  markerState(handle: number, state: readonly Json[]): void {
    const marker = this.#markers[handle];
    if (marker === undefined) return;
    const [frame, place, direction = 0, alpha = 1, ...style] = state as [number, number[], number?, number?, ...Json[]];
    if (!marker.isCreated) {
      marker.isCreated = true;
      const { name, type, text, side, size, shape, brush, colour } = marker;
      const head: Argument[] = [name, direction, type, text, frame + 1, -1, -1, colourOf(colour), size];
      this.#say(':MARKER:CREATE:', ...head, SIDES[side] ?? -1, place, shape, alpha, brush);
      if (style.length === 0) return;
    }
    const [text = marker.text, colour = marker.colour, size = marker.size, type = marker.type, brush = marker.brush, shape = marker.shape] =
      style;
    const full = [text, typeof colour === 'string' ? colourOf(colour) : colour, size, type, brush, shape];
    this.#say(':MARKER:STATE:', marker.name, frame + 1, place, direction, alpha, ...(this.#isNew ? full : []));
  }

  endMarker(handle: number, frame: number): void {
    const marker = this.#markers[handle];
    if (marker !== undefined) this.#say(':MARKER:DELETE:', marker.name, frame + 1);
  }

  chat(frame: number, sender: number, channel: number, name: string, text: string): void {
    this.#say(':EVENT:CHAT:', frame + 1, sender, channel, `${name} (${this.#worldName})`, name, text, '76561199000000000');
  }

  radio(frame: number, sender: number, isStart: boolean, frequency: number): void {
    this.#say(':EVENT:RADIO:', frame + 1, sender, 'TFAR_anprc152_1', 'SW', isStart ? 'Start' : 'End', 1, false, frequency, '_bluefor');
  }

  unconscious(frame: number, id: number, isDown: boolean): void {
    this.#say(':ACE3:UNCONSCIOUS:', frame + 1, id, isDown);
  }

  telemetry(frame: number, rates: readonly [number, number], sides: readonly (readonly number[])[], players: readonly Json[]): void {
    if (!this.#isNew) {
      this.#say(':FPS:', frame + 1, ...rates);
      return;
    }
    const none = [0, 0, 0, 0, 0, 0];
    const forces = [0, 1, 2, 3].map((side) => [[...(sides[side] ?? none.slice(2)), 0, 0], none]);
    const sum = (i: number): number => sides.reduce((total, side) => total + (side[i] ?? 0), 0);
    const totals = [sum(1), sum(2), sum(3), 6, 0, players.length, 0, players.length];
    const weather = [0, 0.3, 0, 0, 0.1, 90, 0.2, 0.1, 0, 0.5, 0.5, 1];
    this.#say(':TELEMETRY:FRAME:', frame + 1, rates, forces, totals, [3, 1, 0, 2, 14], weather, players);
  }

  frameDone(frame: number): void {
    this.#tellFlights(frame);
  }

  /** Ends the mission: what is still in the air is told, and the mission is saved. */
  save(): void {
    this.#tellFlights(Number.POSITIVE_INFINITY);
    this.#say(':MISSION:SAVE:');
  }

  #tellFlights(frame: number): void {
    for (const flight of this.#flights.due(frame)) this.#tellFlight(flight);
  }

  get #isNew(): boolean {
    return this.#spelling.names === 'new';
  }

  #say(name: string, ...args: readonly Argument[]): void {
    const spelled = this.#isNew ? name : (SEED_NAMES[name] ?? name);
    const quote = this.#spelling.quotes === 'json' ? (text: string) => JSON.stringify(text) : quoted;
    this.lines.push(`[${quote(spelled)},[${args.map((arg) => quote(asGame(arg))).join()}]]\n`);
  }
}

/** As the game hands an argument to an extension: texts in quotes, quotes within doubled. */
function asGame(value: Argument): string {
  return value instanceof Word ? value.text : typeof value === 'string' ? quoted(value) : listed(value);
}

function listed(value: Json): string {
  if (typeof value === 'string') return quoted(value);
  return Array.isArray(value) ? `[${(value as readonly Json[]).map(listed).join()}]` : JSON.stringify(value);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function colourOf(colour: string): string {
  return /^[0-9A-F]{6}$/.test(colour) ? `#${colour}` : colour;
}
