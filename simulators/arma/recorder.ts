/** Takes down an operation frame by frame and writes it as an OCAP v1 file in the layout of OCAP 5, entity after entity. */

import type { Flight, Json, MissionHead, OperationTaker, UnitHead, VehicleHead } from './taker.ts';
import { StateNews } from './tellings.ts';

interface UnitTape extends UnitHead {
  readonly start: number;
  readonly states: string[];
  readonly fired: string[];
}

interface VehicleTape extends VehicleHead {
  readonly start: number;
  readonly states: { readonly text: string; readonly from: number; to: number }[];
}

/** Bytes gathered before they are handed on. */
const FLUSH = 256 * 1024;

export class Recorder implements OperationTaker {
  readonly news = new StateNews();
  #mission: MissionHead | null = null;
  readonly #units = new Map<number, UnitTape>();
  readonly #vehicles = new Map<number, VehicleTape>();
  readonly #events: { readonly frame: number; readonly text: string }[] = [];
  readonly #times: string[] = [];
  readonly #markers: {
    readonly head: string;
    readonly states: string[];
    readonly tail: string;
    end: number;
    readonly side: number;
    readonly start: number;
  }[] = [];
  #lastFrame = 0;

  begin(mission: MissionHead): void {
    this.#mission = mission;
  }

  unit(head: UnitHead, frame: number): void {
    this.#units.set(head.id, { ...head, start: frame, states: [], fired: [] });
  }

  vehicle(head: VehicleHead, frame: number): void {
    this.#vehicles.set(head.id, { ...head, start: frame, states: [] });
  }

  unitState(id: number, frame: number, state: readonly Json[]): void {
    const text = JSON.stringify(state);
    this.news.isNews(id, text);
    this.#units.get(id)?.states.push(text);
    this.#lastFrame = Math.max(this.#lastFrame, frame);
  }

  /** Equal neighbours become one range. */
  vehicleState(id: number, frame: number, state: readonly Json[]): void {
    const text = JSON.stringify(state).slice(0, -1);
    this.news.isNews(id, text);
    const states = this.#vehicles.get(id)?.states;
    const last = states?.at(-1);
    if (last?.text === text && last.to === frame - 1) last.to = frame;
    else states?.push({ text, from: frame, to: frame });
    this.#lastFrame = Math.max(this.#lastFrame, frame);
  }

  flight({ frame, firer, weapon, simulation, icon, points, hit }: Flight): void {
    const last = points.at(-1);
    if (last === undefined) return;
    if (simulation === 'shotBullet') {
      this.#units.get(firer)?.fired.push(JSON.stringify([frame, last.place]));
    } else {
      const colour = simulation === 'shotSmoke' ? 'ColorWhite' : 'ColorRed';
      const track = this.marker(`magIcons/${icon}`, magazineOf(weapon), frame, -1, [1, 1], 'ICON', 'Solid', colour);
      for (const point of points) this.markerState(track, [point.frame, point.place, 0, 1]);
      this.endMarker(track, last.frame);
    }
    if (hit !== null) this.event(frame, 'hit', hit.target, [firer, weapon], hit.metres);
  }

  event(frame: number, type: string, ...rest: readonly Json[]): void {
    this.#events.push({ frame, text: JSON.stringify([frame, type, ...rest]) });
  }

  time(entry: { readonly frameNum: number; readonly [key: string]: Json }): void {
    this.#times.push(JSON.stringify(entry));
  }

  /** Returns a handle for its further states. */
  marker(
    type: string,
    text: string,
    start: number,
    side: number,
    size: readonly [number, number],
    shape: string,
    brush: string,
    colour: string,
  ): number {
    const head = `${JSON.stringify(type)},${JSON.stringify(text)},${start}`;
    const tail = `-1,${JSON.stringify(colour)},${side}`;
    const states: string[] = [];
    return this.#markers.push({ head, states, tail: `${tail}|${JSON.stringify(size)},"${shape}","${brush}"`, end: -1, side, start }) - 1;
  }

  markerState(marker: number, state: readonly Json[]): void {
    this.#markers[marker]?.states.push(JSON.stringify(state));
  }

  endMarker(marker: number, frame: number): void {
    const tape = this.#markers[marker];
    if (tape !== undefined) tape.end = frame;
  }

  // What files of this kind leave out

  unitGone(): void {}
  chat(): void {}
  radio(): void {}
  unconscious(): void {}
  telemetry(): void {}
  frameDone(): void {}

  async write(out: (bytes: Uint8Array) => Promise<void>): Promise<void> {
    const mission = this.#mission;
    if (mission === null) throw new Error('no mission has begun');
    const sheet = new Sheet(out);
    const { missionName, missionAuthor, worldName, captureDelay, tags } = mission;
    const head = { addonVersion: '2.1.0', extensionVersion: 'v5.0.0', extensionBuild: '', missionName, missionAuthor, worldName };
    await sheet.put(
      `${JSON.stringify({ ...head, endFrame: this.#lastFrame, captureDelay, tags }).slice(0, -1)},"times":[${this.#times.join()}],"entities":[`,
    );
    const ids = [...this.#units.keys(), ...this.#vehicles.keys()].toSorted((a, b) => a - b);
    for (const [i, id] of ids.entries()) {
      if (i > 0) await sheet.put(',');
      const unit = this.#units.get(id);
      const vehicle = this.#vehicles.get(id);
      if (unit !== undefined) await this.#writeUnit(sheet, unit);
      else if (vehicle !== undefined) await this.#writeVehicle(sheet, vehicle);
    }
    this.#events.sort((a, b) => a.frame - b.frame);
    await sheet.put(`],"events":[${this.#events.map(({ text }) => text).join()}],"Markers":[`);
    const markers = this.#markers.map(({ head: start, states, tail, end }) => {
      const [before = '', after = ''] = tail.split('|');
      return `[${start},${end},${before},[${states.join()}],${after}]`;
    });
    await sheet.put(`${markers.join()}]}`);
    await sheet.flush();
  }

  async #writeUnit(sheet: Sheet, unit: UnitTape): Promise<void> {
    const { id, name, group, side, isPlayer, role, start, states, fired } = unit;
    const head = { id, name, group, side, isPlayer, type: 'unit', role, startFrameNum: start };
    await sheet.put(`${JSON.stringify(head).slice(0, -1)},"positions":[`);
    for (const [i, state] of states.entries()) await sheet.put(i === 0 ? state : `,${state}`);
    await sheet.put(`],"framesFired":[${fired.join()}]}`);
  }

  async #writeVehicle(sheet: Sheet, vehicle: VehicleTape): Promise<void> {
    const { id, name, side, start, states } = vehicle;
    const head = { id, name, side, isPlayer: 0, type: 'vehicle', class: vehicle.class, startFrameNum: start };
    await sheet.put(`${JSON.stringify(head).slice(0, -1)},"positions":[`);
    for (const [i, { text, from, to }] of states.entries()) await sheet.put(`${i === 0 ? '' : ','}${text},[${from},${to}]]`);
    await sheet.put('],"framesFired":[]}');
  }
}

/** Vehicle, weapon and magazine of "Vehicle: Weapon [Magazine]"; "" for what is not there. */
export function weaponParts(weapon: string): readonly [string, string, string] {
  const [, vehicle = '', arm = '', magazine = ''] = /^(?:(.*?): )?(.*?)(?: \[(.*)\])?$/.exec(weapon) ?? [];
  return [vehicle, arm, magazine];
}

/** What stands in brackets behind a weapon. */
export function magazineOf(weapon: string): string {
  return /\[(.*)\]$/.exec(weapon)?.[1] ?? '';
}

/** Gathers text into larger pieces. */
export class Sheet {
  #text: string[] = [];
  #length = 0;
  readonly #out: (bytes: Uint8Array) => Promise<void>;

  constructor(out: (bytes: Uint8Array) => Promise<void>) {
    this.#out = out;
  }

  async put(text: string): Promise<void> {
    this.#text.push(text);
    this.#length += text.length;
    if (this.#length >= FLUSH) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#text.join('');
    this.#text = [];
    this.#length = 0;
    if (text !== '') await this.#out(new TextEncoder().encode(text));
  }
}
