/** Values of a parsed file, which may be anything, as what we expect. */
import type { JsonValue } from '../../../../shared/session/model.ts';

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Small plain values are kept, anything else is not worth keeping. */
export function scalarOrNull(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** [x, y] or [x, y, z] in metres, when `value` begins like one. */
export function pointOf(value: unknown): readonly number[] | undefined {
  const [x, y, z] = arrayOf(value).map(numberOf);
  if (x === undefined || y === undefined) return undefined;
  return z === undefined ? [x, y] : [x, y, z];
}

/** What JSON.parse made is JSON. */
export function asJson(value: unknown): JsonValue {
  return value as JsonValue;
}
