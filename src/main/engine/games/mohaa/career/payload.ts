/** What the events of a match say, as far as counting needs it. */
import type { JsonObject } from '../../../../../shared/session/model.ts';
import type { CareerEvent } from '../../../career/provider.ts';
import type { PersonCounts } from './person-counts.ts';

/** Trackers of the first kind say how somebody was hurt instead of with what: a bullet is of the weapon in hand. */
export function weaponOf({ weapon = '' }: CareerEvent, data: JsonObject, actor: PersonCounts | null): string {
  const named = weapon === '' ? text(data['means']) : weapon;
  const isBullet = named === '' || named === 'bullet' || named === 'fast_bullet';
  return isBullet && actor !== null && actor.weapon !== '' ? actor.weapon : named;
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** NaN when it is none. */
export function numberIn(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

/** head, r_arm_upper … of "right upper arm"; "" when not said, or nowhere in particular. */
export function bodyKey(data: JsonObject): string {
  const words = text(data['hit']).split(' ');
  const side = words[0] === 'right' ? 'r_' : words[0] === 'left' ? 'l_' : '';
  const [first = '', second = ''] = side === '' ? words : words.slice(1);
  const part = second === '' ? first : `${second}_${first}`;
  return part === 'general' || part === 'miss' ? '' : `${side}${part}`;
}
