/** The playing speeds that people choose from, and how J and L walk through them. */
import { formatDecimal } from '../../ui/format.ts';
import { MAX_RATE, MIN_RATE } from '../playback/clock.ts';

/** Those in the bar; the menu has all of them. */
export const BAR_RATES: readonly number[] = [0.25, 0.5, 1, 2, 4, 16];
export const ALL_RATES: readonly number[] = Array.from({ length: Math.log2(MAX_RATE / MIN_RATE) + 1 }, (_, i) => MIN_RATE * 2 ** i);

/** "0.25×", "1/32×" */
export function rateText(rate: number): string {
  const size = Math.abs(rate);
  const text = size < 0.25 ? `1/${Math.round(1 / size)}` : formatDecimal(size, 2, 0);
  return `${rate < 0 ? '−' : ''}${text}×`;
}

/** Speed after J (direction -1) or L (1): the first press plays that way at 1×, each further one doubles. */
export function shuttle(rate: number, playing: boolean, direction: 1 | -1): number {
  if (!playing || Math.sign(rate) !== direction) return direction;
  return direction * Math.min(MAX_RATE, Math.abs(rate) * 2);
}
