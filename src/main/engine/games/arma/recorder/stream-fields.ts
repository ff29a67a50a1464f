/** The payload of one message of the live stream: its fields by name in any case, each checked as it is read. */
import { BadCommand, pointOfText } from './arguments.ts';
import { parseValue } from './sqf.ts';

const MAX_TEXT = 64 * 1024;
const MAX_ID = 65_535;

export class StreamFields {
  readonly #fields = new Map<string, unknown>();

  constructor(payload: unknown) {
    if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) throw new BadCommand('the payload is no object');
    for (const [key, value] of Object.entries(payload)) this.#fields.set(key.toLowerCase(), value);
  }

  /** Undefined when it is missing or null. Of several names the first that is there. */
  value(...names: readonly string[]): unknown {
    for (const name of names) {
      const value = this.#fields.get(name);
      if (value !== undefined && value !== null) return value;
    }
    return undefined;
  }

  has(...names: readonly string[]): boolean {
    return this.value(...names) !== undefined;
  }

  text(...names: readonly string[]): string {
    const value = this.value(...names) ?? '';
    if (typeof value !== 'string' || value.length > MAX_TEXT) throw new BadCommand(`${names[0]} is no text`);
    return value;
  }

  number(...names: readonly string[]): number {
    const value = this.value(...names);
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new BadCommand(`${names[0]} is no number`);
    return value;
  }

  numberOr(otherwise: number, ...names: readonly string[]): number {
    return this.has(...names) ? this.number(...names) : otherwise;
  }

  frame(...names: readonly string[]): number {
    const frame = Math.trunc(this.number(...names));
    if (frame < 0) throw new BadCommand(`${names[0]} is below 0`);
    return frame;
  }

  id(...names: readonly string[]): number {
    const id = this.number(...names);
    if (!Number.isInteger(id) || id < 0 || id > MAX_ID) throw new BadCommand(`${names[0]} is no id`);
    return id;
  }

  /** -1 when it is missing, null or below 0. */
  idOrNone(...names: readonly string[]): number {
    return this.numberOr(-1, ...names) < 0 ? -1 : this.id(...names);
  }

  flag(...names: readonly string[]): boolean {
    const value = this.value(...names);
    if (typeof value !== 'boolean') throw new BadCommand(`${names[0]} is neither true nor false`);
    return value;
  }

  flagOrNull(...names: readonly string[]): boolean | null {
    return this.has(...names) ? this.flag(...names) : null;
  }

  textOrNull(...names: readonly string[]): string | null {
    return this.has(...names) ? this.text(...names) : null;
  }

  /** {x, y, z}, "[x,y,z]" or [x, y, z]; without a height two numbers. */
  point(...names: readonly string[]): readonly number[] {
    const point = pointOf(this.value(...names));
    if (point === undefined) throw new BadCommand(`${names[0]} is no position`);
    return point;
  }

  list(...names: readonly string[]): readonly unknown[] {
    const value = this.value(...names) ?? [];
    const list = typeof value === 'string' ? listOfText(value) : value;
    if (!Array.isArray(list)) throw new BadCommand(`${names[0]} is no list`);
    return list as unknown[];
  }
}

export function pointOf(value: unknown): readonly number[] | undefined {
  if (typeof value === 'string') return pointOfText(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const lower = Array.isArray(value) ? null : new StreamFields(value);
  const numbers = (lower === null ? (value as unknown[]) : ['x', 'y', 'z'].map((axis) => lower.value(axis))).slice(0, 3);
  const found = numbers.filter((one) => one !== undefined);
  return found.length >= 2 && found.every((one) => typeof one === 'number' && Number.isFinite(one)) ? (found as number[]) : undefined;
}

function listOfText(text: string): unknown {
  try {
    return text === '' ? [] : parseValue(text);
  } catch {
    return null;
  }
}
