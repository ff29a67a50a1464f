/** The clocks of an ArmA session, from the moments at which the recorder looked at them: system time, date in the mission, mission time. */
import type { ClockMap } from '../../../../shared/session/model.ts';

const MINUTE = 60_000;

export interface ClockReading {
  /** ms of session time, ascending from one reading to the next. */
  readonly t: number;
  /** Unix ms, NaN when unknown. */
  readonly utc: number;
  /** Date in the mission as ms since 1970, NaN when unknown. */
  readonly date: number;
  /** Mission time, s; NaN when unknown. */
  readonly seconds: number;
  /** Mission ms per ms. */
  readonly multiplier: number;
}

interface Clock {
  readonly id: string;
  readonly kind: ClockMap['kind'];
  readonly t: number[];
  readonly value: number[];
  readonly rate: number[];
}

export class ClockMaps {
  readonly #utc: Clock = { id: 'utc', kind: 'utc', t: [], value: [], rate: [] };
  readonly #date: Clock = { id: 'mission_date', kind: 'date', t: [], value: [], rate: [] };
  readonly #time: Clock = { id: 'mission_time', kind: 'seconds', t: [], value: [], rate: [] };

  add({ t, utc, date, seconds, multiplier }: ClockReading): void {
    set(this.#utc, t, utc, 1, 0);
    // Mission dates come in whole minutes: only a minute that the running clock has not reached, or has left, sets it.
    set(this.#date, t, date, multiplier, MINUTE);
    set(this.#time, t, seconds, 0.001, 0);
  }

  /** Those that were ever read, as they are known by now. */
  maps(): ClockMap[] {
    return [this.#utc, this.#date, this.#time]
      .filter(({ t }) => t.length > 0)
      .map(({ id, kind, t, value, rate }) => ({ id, kind, t: [...t], value: [...value], rate: [...rate] }));
  }

  /** When session time 0 was, as ISO text; null when no system time was read. */
  startedAt(): string | null {
    const [t] = this.#utc.t;
    const [utc] = this.#utc.value;
    return t === undefined || utc === undefined ? null : new Date(utc - t).toISOString();
  }
}

function set(clock: Clock, t: number, value: number, rate: number, tolerance: number): void {
  if (Number.isNaN(value)) return;
  const last = clock.t.length - 1;
  const lastRate = clock.rate[last];
  if (lastRate !== undefined) {
    const ahead = (clock.value[last] as number) + (t - (clock.t[last] as number)) * lastRate - value;
    if (ahead >= 0 && ahead < tolerance && lastRate === rate) return;
  }
  clock.t.push(t);
  clock.value.push(value);
  clock.rate.push(rate);
}

/** "2026-03-07T18:00:09.5": here .5 means 5 ms, for recorders do not pad. No zone. NaN when it is no date. */
export function dateMs(text: string): number {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,30}))?)?Z?$/.exec(text);
  if (match === null) return Number.NaN;
  const [year, month, day, hour, minute, second, fraction = '0'] = match.slice(1);
  const ms = fraction.length > 3 ? Number(`0.${fraction}`) * 1000 : Number(fraction);
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second ?? 0), Math.trunc(ms));
}
