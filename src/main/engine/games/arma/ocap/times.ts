/** `times`: the recording's frames on other clocks. */
import { SESSION_ENTITY } from '../../../../../shared/session/model.ts';
import { ClockMaps, dateMs } from '../clock-maps.ts';
import { numberOf, textOf } from '../native.ts';
import { parseRange, type ItemReader } from './json-stream.ts';
import type { Recording } from './recording.ts';

const MAX_TIMES = 50_000;

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
    this.add((typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>);
  }

  add(native: Readonly<Record<string, unknown>>): void {
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
    const clocks = new ClockMaps();
    for (const time of times) clocks.add({ ...time, t: recording.time(time.frame) });
    for (const map of clocks.maps()) recording.sink.clock(map);
    for (const time of times) {
      recording.sink.number(SESSION_ENTITY, recording.channels.times, recording.time(time.frame), recording.sink.intern(time.native));
    }
    return clocks.startedAt();
  }
}
