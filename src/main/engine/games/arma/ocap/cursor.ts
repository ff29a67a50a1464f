/** The samples of one entity, followed from frame to frame, and their numbers as JSON. */
import type { Samples } from './entity-samples.ts';

export class Cursor {
  readonly #channels: {
    readonly name: string;
    readonly frames: Int32Array;
    readonly values: readonly number[];
    readonly width: number;
    at: number;
  }[];

  constructor(samples: Samples, frameOf: (t: number) => number) {
    this.#channels = Array.from(samples)
      .filter(([name]) => name !== 'segment' && name !== 'parent')
      .map(([name, { t, values, width }]) => ({ name, frames: Int32Array.from(t, frameOf), values, width, at: -1 }));
  }

  /** True when anything changed. */
  moveTo(frame: number): boolean {
    let changed = false;
    for (const channel of this.#channels) {
      while (channel.at + 1 < channel.frames.length && (channel.frames[channel.at + 1] as number) <= frame) {
        channel.at++;
        changed = true;
      }
    }
    return changed;
  }

  /** Frame of the next change; Infinity when there is none. */
  next(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const { frames, at } of this.#channels) next = Math.min(next, frames[at + 1] ?? Number.POSITIVE_INFINITY);
    return next;
  }

  value(name: string): number | undefined {
    const channel = this.#channels.find((one) => one.name === name);
    return channel === undefined || channel.at < 0 ? undefined : channel.values[channel.at * channel.width];
  }

  place(): string {
    const channel = this.#channels.find((one) => one.name === 'position');
    return channel === undefined || channel.at < 0 ? 'null' : point(channel.values, channel.at * 3);
  }
}

/** Two coordinates when the third is unknown. */
export function point(values: ArrayLike<number>, at: number): string {
  const [x, y, z] = [values[at], values[at + 1], values[at + 2]];
  return z === undefined || Number.isNaN(z) ? `[${number(x)},${number(y)}]` : `[${number(x)},${number(y)},${number(z)}]`;
}

export function number(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return 'null';
  return Object.is(value, -0) ? '-0' : String(value);
}
