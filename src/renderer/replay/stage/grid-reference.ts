/** Grid references and round lengths: how places and distances on the ground are written. */
import { formatDecimal } from '../../ui/format.ts';

/** Arma's way: metres east and north in units of `step`, with as many digits as a world of 100 km needs ("041 121" at 100 m). Session z points south. */
export function gridReference(x: number, z: number, step: number): string {
  const digits = Math.max(1, 5 - Math.round(Math.log10(step)));
  return `${cell(x, step, digits)} ${cell(-z, step, digits)}`;
}

function cell(metres: number, step: number, digits: number): string {
  // Half a millimetre keeps a corner that rounding put just below its line in its own square.
  const index = Math.floor((metres + 0.0005) / step);
  return index < 0 ? `-${String(-index).padStart(digits, '0')}` : String(index).padStart(digits, '0');
}

/** "40 m", "1.5 km": a place along one axis, for worlds without references. */
export function metres(value: number): string {
  const far = Math.abs(value) >= 1000;
  return far ? `${formatDecimal(value / 1000, 1, 0)}\u00A0km` : `${formatDecimal(value, 1, 0)}\u00A0m`;
}

/** The largest of 1, 2, 5 x 10^n that is not above `limit`. */
export function roundLength(limit: number): number {
  const power = 10 ** Math.floor(Math.log10(limit));
  const lead = limit / power;
  return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
}

/** The finest of `steps` (coarse to fine) whose squares stay at least `minPx` wide where a pixel covers `metresPerPixel`. */
export function visibleStep(steps: readonly number[], metresPerPixel: number, minPx: number): number {
  let found = steps[0] ?? 0;
  for (const step of steps) if (step / metresPerPixel >= minPx) found = step;
  return found;
}
