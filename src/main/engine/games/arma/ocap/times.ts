/** `times`: the recording's frames on other clocks. */
import { SESSION_ENTITY, type ClockMap } from '../../../../../shared/session/model.ts';
import { parseRange, type ItemReader } from './json-stream.ts';
import { numberOf, textOf } from './native.ts';
import type { Recording } from './recording.ts';

const MAX_TIMES = 50_000;
const MINUTE = 60_000;

interface Time {
  readonly frame: number;
  /** Unix ms, NaN when unknown. */
  readonly utc: number;
  /** Date in the mission as ms since 1970, NaN when unknown. */
  readonly date: number;
  /** Mission time, s. */
  readonly seconds: number;
  readonly multiplier: number;
  /** The entry itself, JSON. */
  readonly native: string;
}

export class Times implements ItemReader {
  readonly maxItem = 64 * 1024;
  readonly between = '},{';
  readonly after = ['}],"', '}]}'];
  readonly #times: Time[] = [];
  bad = 0;

  item(bytes: Uint8Array, start: number, end: number): void {
    const value = parseRange(bytes, start, end);
    const native = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
    const frame = numberOf(native['frameNum']);
    if (frame === undefined || this.#times.length >= MAX_TIMES) {
      this.bad++;
      return;
    }
    this.#times.push({
      frame,
      utc: dateMs(textOf(native['systemTimeUTC'])),
      date: dateMs(textOf(native['date'])),
      seconds: numberOf(native['time']) ?? Number.NaN,
      multiplier: numberOf(native['timeMultiplier']) ?? 1,
      native: JSON.stringify(native),
    });
  }

  damaged(): void {
    this.bad++;
  }

  /** Declares the clocks and keeps the entries; returns when session time 0 was, as ISO text. */
  write(recording: Recording): string | null {
    const times = this.#times.filter(({ frame }) => recording.plausible(frame)).toSorted((a, b) => a.frame - b.frame);
    const bad = this.bad + this.#times.length - times.length;
    if (bad > 0) recording.sink.warn('bad-time', `${bad} entries of "times" were left out.`);
    const clock = (
      id: string,
      kind: ClockMap['kind'],
      value: (time: Time) => number,
      rate: (time: Time) => number,
      tolerance: number,
    ): void => {
      const map = { t: [] as number[], value: [] as number[], rate: [] as number[] };
      for (const time of times) {
        const now = value(time);
        if (Number.isNaN(now)) continue;
        const t = recording.time(time.frame);
        const last = map.t.length - 1;
        const lastRate = map.rate[last];
        if (lastRate !== undefined) {
          // Mission dates come in whole minutes: only a minute that the running clock has not reached, or has left, sets it.
          const ahead = (map.value[last] as number) + (t - (map.t[last] as number)) * lastRate - now;
          if (ahead >= 0 && ahead < tolerance && lastRate === rate(time)) continue;
        }
        map.t.push(t);
        map.value.push(now);
        map.rate.push(rate(time));
      }
      if (map.t.length > 0) recording.sink.clock({ id, kind, ...map });
    };
    clock(
      'utc',
      'utc',
      ({ utc }) => utc,
      () => 1,
      0,
    );
    clock(
      'mission_date',
      'date',
      ({ date }) => date,
      ({ multiplier }) => multiplier,
      MINUTE,
    );
    clock(
      'mission_time',
      'seconds',
      ({ seconds }) => seconds,
      () => 0.001,
      0,
    );
    for (const time of times) {
      recording.sink.number(SESSION_ENTITY, recording.channels.times, recording.time(time.frame), recording.sink.intern(time.native));
    }
    const first = times.find(({ utc }) => !Number.isNaN(utc));
    return first === undefined ? null : new Date(first.utc - recording.time(first.frame)).toISOString();
  }
}

/** "2026-03-07T18:00:09.5": here .5 means 5 ms, for recorders do not pad. No zone. NaN when it is no date. */
function dateMs(text: string): number {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d+))?)?Z?$/.exec(text);
  if (match === null) return Number.NaN;
  const [year, month, day, hour, minute, second, fraction = '0'] = match.slice(1);
  const ms = fraction.length > 3 ? Number(`0.${fraction}`) * 1000 : Number(fraction);
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second ?? 0), Math.trunc(ms));
}
