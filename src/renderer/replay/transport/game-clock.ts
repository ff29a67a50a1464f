/** The game's own clocks at a moment of session time, as text. */
import type { GameProfile } from '../../../shared/games/profile.ts';
import { SESSION_ENTITY, type ClockMap } from '../../../shared/session/model.ts';
import { formatDate, formatDecimal } from '../../ui/format.ts';
import type { Playback } from '../playback/types.ts';

/** Value of a piecewise-linear clock at t (session ms), in the clock's own units; null before it begins. */
export function clockAt(map: ClockMap, t: number): number | null {
  const piece = pieceAt(map, t);
  if (piece < 0) return null;
  return (map.value[piece] as number) + (t - (map.t[piece] as number)) * (map.rate[piece] as number);
}

/** How fast a date of the game's world runs beside session time: " ×4"; nothing while both run alike. */
export function rateWords(map: ClockMap, t: number): string {
  const rate = map.kind === 'date' ? (map.rate[pieceAt(map, t)] ?? 1) : 1;
  return rate === 1 ? '' : ` ×${formatDecimal(rate, 2, 0)}`;
}

/** Index of the piece that holds at t, -1 before the first. */
function pieceAt(map: ClockMap, t: number): number {
  let low = 0;
  let high = map.t.length;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if ((map.t[mid] as number) <= t) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}

type ClockFormat = GameProfile['clocks'][number]['format'];

/** `value`: ms for clocks of kind utc and date, seconds otherwise. Dates are shown as they are, without a zone. */
export function clockText(value: number, kind: ClockMap['kind'], format: ClockFormat): string {
  if (kind === 'seconds') return format === 'countdown' ? countdown(value) : timeOfDay(value * 1000);
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return '—';
  return format === 'datetime' ? `${timeOfDay(value)}, ${formatDate(value, 'UTC')}` : timeOfDay(value);
}

/** "05:32:40" */
function timeOfDay(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const wrapped = ((seconds % 86_400) + 86_400) % 86_400;
  return `${two(wrapped / 3600)}:${two((wrapped / 60) % 60)}:${two(wrapped % 60)}`;
}

/** "04:18.73" */
function countdown(seconds: number): string {
  const hundredths = Math.max(0, Math.floor(seconds * 100 + 1e-6));
  return `${two(hundredths / 6000)}:${two((hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}

/** One of the profile's clocks at the present moment; empty when it is not known. */
export function gameClock(playback: Playback, { id, from, format }: GameProfile['clocks'][number]): string {
  const { session, clock } = playback;
  const map = from === 'clock' ? session.info.clocks.find((other) => other.id === id) : undefined;
  const value = from === 'clock' ? (map === undefined ? null : clockAt(map, clock.t)) : playback.value(SESSION_ENTITY, id);
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return clockText(value, map?.kind ?? 'seconds', format) + (map === undefined ? '' : rateWords(map, clock.t));
}
