/** What a bench hands back, how it is judged, and how it is printed. */

/** Time limits are reported only: another machine is another speed. Ratios of one run, memory and sizes may fail it. */
type Kind = 'ratio' | 'memory' | 'size' | 'time';

export interface Measure {
  /** "import.time": bench and what was measured. */
  readonly name: string;
  readonly kind: Kind;
  readonly value: number;
  /** "x" for ratios, else MB, KB, ms. */
  readonly unit: 'x' | 'MB' | 'KB' | 'ms';
  /** Most that it may be; null when nothing is asked of it. */
  readonly limit: number | null;
  /** The limit is where work under way is going and has not been reached yet: said as "aim", and no failure until it is. */
  readonly isAim?: true;
  /** Absolute numbers behind it, with their unit in the key ("baselineMs"). */
  readonly figures: Readonly<Record<string, number | string>>;
}

export interface Result {
  readonly measures: readonly Measure[];
  /** Said aloud: what could not be measured here, and why. */
  readonly skipped: readonly string[];
}

export interface BenchOptions {
  /** Also what takes minutes. */
  readonly long: boolean;
  /** Asked for by its name, not as one of all. */
  readonly named: boolean;
}

export interface Bench {
  readonly name: string;
  run(options: BenchOptions): Promise<Result>;
}

export function held({ value, limit }: Measure): boolean {
  return limit === null || value <= limit;
}

/** Whether it makes the run fail. */
export function fails(measure: Measure): boolean {
  return measure.kind !== 'time' && measure.isAim !== true && !held(measure);
}

/** One line: name, value, limit, verdict, absolute figures. */
export function line(measure: Measure): string {
  const { name, value, unit, limit, figures } = measure;
  const verdict = limit === null ? '' : held(measure) ? 'pass' : fails(measure) ? 'FAIL' : measure.isAim === true ? 'aim' : 'over';
  const most = limit === null ? '' : `<= ${shown(limit)} ${unit}`;
  const absolute = Object.entries(figures).map(([key, figure]) => `${key} ${typeof figure === 'number' ? shown(figure) : figure}`);
  return `${name.padEnd(26)} ${`${shown(value)} ${unit}`.padStart(11)}  ${most.padEnd(12)} ${verdict.padEnd(4)}  ${absolute.join(', ')}`;
}

function shown(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(3).replace(/\.?0+$/, '');
}
