/** What a tally of the profile says at a moment: its newest numbers by team. */
import type { TallyProfile } from '../../../shared/games/profile.ts';
import { dig, type EventData } from './event-words.ts';

/** `data`: payloads of the tally's events up to that moment, oldest first. Teams by the game's own word. */
export function talliesOf({ from }: TallyProfile, data: readonly EventData[]): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const payload of data) {
    if ('teams' in from) for (const [team, path] of Object.entries(from.teams)) note(team, dig(payload, path.split('.')));
    else note(dig(payload, from.team.split('.')), dig(payload, from.value.split('.')));
  }
  return newest;

  function note(team: unknown, value: unknown): void {
    if (typeof team !== 'string' || typeof value !== 'number') return;
    if (value >= 0) newest.set(team, value);
    else newest.delete(team);
  }
}
