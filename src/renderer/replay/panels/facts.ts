/** A line of the inspector in words: what a channel of an entity says at t. */
import type { FactProfile } from '../../../shared/games/profile.ts';
import { formatPercent } from '../../ui/format.ts';
import type { Playback } from '../playback/types.ts';

/** As wide as any channel that a fact is a part of. */
const parts = new Float32Array(16);

/** Empty when there is nothing to say. */
export function factWords(playback: Pick<Playback, 'value' | 'detail'>, fact: FactProfile, entity: number): string {
  const value = valueOf(playback, fact, entity);
  if (value === null || value === '') return '';
  const word = fact.words?.[String(value)];
  if (word !== undefined) return word;
  if (typeof value === 'string') return value;
  if (fact.as === 'percent') return formatPercent(value);
  if (fact.as === 'degrees') return `${Math.round(value)}°`;
  return String(Math.round(value * 100) / 100);
}

function valueOf(playback: Pick<Playback, 'value' | 'detail'>, { channel, at = 0 }: FactProfile, entity: number): number | string | null {
  if (at === 0) return playback.value(entity, channel);
  parts[at] = Number.NaN;
  if (!playback.detail(entity, channel, parts)) return null;
  const value = parts[at];
  return value === undefined || Number.isNaN(value) ? null : Math.round(value);
}
