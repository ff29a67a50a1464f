/** Commands about the server and its clocks: frames per second, telemetry, time. */
import { SESSION_ENTITY } from '../../../../../shared/session/model.ts';
import { dateMs } from '../clock-maps.ts';
import { BadCommand, type Arguments } from './arguments.ts';
import type { Parts } from './parts.ts';

const MAX_NAME = 256;
const SIDES = 4;
const PER_SIDE = 6;
/** Clocks are said again at each of the first readings, then at every so many. */
const SAY_EVERY = 32;

/** frame, average, least */
export function fps({ mission }: Parts, args: Arguments): void {
  args.atLeast(3);
  const values = [args.number(1), args.number(2)];
  mission.note(mission.live.fps, mission.frame(args.frame(0)), values);
}

/** frame, [fps, least], forces by side, totals, scripts, weather, players */
export function telemetry(parts: Parts, args: Arguments): void {
  args.atLeast(7);
  const rates = numbers(args.list(1), 2, 1);
  const forces = args.list(2).flatMap((side) => list(side).flatMap((half) => numbers(list(half), PER_SIDE, 2)));
  if (forces.length !== SIDES * 2 * PER_SIDE) throw new BadCommand('argument 2 does not count four sides');
  const totals = numbers(args.list(3), 8, 3);
  const scripts = numbers(args.list(4), 5, 4);
  const weather = numbers(args.list(5), 12, 5);
  sayTelemetry(parts, { frame: args.frame(0), rates, forces, totals, scripts, weather, players: args.list(6) });
}

/** Each list as its channel has it (live-channels.ts); null where nothing was said. */
interface TelemetryReading {
  readonly frame: number;
  readonly rates: readonly number[];
  readonly forces: readonly number[] | null;
  readonly totals: readonly number[] | null;
  readonly scripts: readonly number[] | null;
  readonly weather: readonly number[] | null;
  readonly players: readonly unknown[] | null;
}

export function sayTelemetry({ mission }: Parts, reading: TelemetryReading): void {
  const { live } = mission;
  const { rates, forces, totals, scripts, weather, players } = reading;
  const frame = mission.frame(reading.frame);
  mission.note(live.fps, frame, rates);
  if (forces !== null) mission.note(live.forces, frame, forces.map(whole));
  if (totals !== null) mission.note(live.totals, frame, totals.map(whole));
  if (scripts !== null) mission.note(live.scripts, frame, scripts.map(whole));
  if (weather !== null) mission.note(live.weather, frame, weather);
  if (players === null) return;
  const t = mission.time(frame);
  mission.sink.number(SESSION_ENTITY, live.network, t, mission.sink.intern(JSON.stringify(players)));
  for (const player of players) {
    const [, name, ping, bandwidth, desync] = list(player);
    const unit = mission.named(typeof name === 'string' ? name : '', frame);
    if (unit === undefined) continue;
    for (const [channel, value] of [
      [live.ping, ping],
      [live.bandwidth, bandwidth],
      [live.desync, desync],
    ] as const)
      if (typeof value === 'number' && Number.isFinite(value)) mission.sink.number(unit, channel, t, value);
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function numbers(values: readonly unknown[], count: number, argument: number): number[] {
  const found = values.slice(0, count).map(Number);
  if (found.length < count || !found.every(Number.isFinite)) throw new BadCommand(`argument ${argument} has not ${count} numbers`);
  return found;
}

function whole(value: number): number {
  return Math.trunc(value) | 0;
}

interface TimeReading {
  readonly frame: number;
  /** "YYYY-MM-DDTHH:MM:SS.mmm" */
  readonly systemTimeUTC: string;
  /** In the mission. */
  readonly date: string;
  readonly timeMultiplier: number;
  /** Mission time, s. */
  readonly time: number;
}

/** frame, system UTC, mission date, multiplier, mission time */
export function timeState(parts: Parts, args: Arguments): void {
  args.atLeast(5);
  const [systemTimeUTC, date] = [args.text(1, MAX_NAME), args.text(2, MAX_NAME)];
  sayTime(parts, { frame: args.frame(0), systemTimeUTC, date, timeMultiplier: args.number(3), time: args.number(4) });
}

export function sayTime(parts: Parts, { frame: named, systemTimeUTC, date, timeMultiplier, time }: TimeReading): void {
  const { mission } = parts;
  const frame = mission.frame(named);
  if (frame < parts.lastTime) throw new BadCommand(`frame ${named} of the clock comes after a later one`);
  parts.lastTime = frame;
  const t = mission.time(frame);
  mission.clocks.add({ t, utc: dateMs(systemTimeUTC), date: dateMs(date), seconds: time, multiplier: timeMultiplier });
  const native = { date, frameNum: frame, systemTimeUTC, time, timeMultiplier };
  mission.sink.number(SESSION_ENTITY, mission.channels.times, t, mission.sink.intern(JSON.stringify(native)));
  if (parts.times++ < SAY_EVERY || parts.times % SAY_EVERY === 0) mission.sayHeader();
}
