/** Kills, deaths and rounds of a match in their order, and where they happened. */
import type { z } from 'zod';
import { unpackMoments } from '../../../career/session-career.ts';
import { readMoments, type Moment } from '../career/moments.ts';
import type { matchHeatmap, timeline } from './answers/matches.ts';
import type { LibraryContext } from './context.ts';
import { isoTime, peopleOf, type StoredMatch } from './stored-match.ts';

type TimelineEvent = z.input<typeof timeline>[number];
type MatchPoint = z.input<typeof matchHeatmap>[number];

const NOBODY = { id: '', name: '' };

export function timelineOf(context: LibraryContext, match: StoredMatch, most: number): readonly TimelineEvent[] {
  const people = peopleOf(context, match);
  const told: TimelineEvent[] = [];
  for (const { t, type, actor, target, weapon, hitLocation } of momentsOf(context, match).slice(0, most)) {
    const by = people.get(actor) ?? NOBODY;
    const who = people.get(target) ?? NOBODY;
    told.push({
      timestamp: isoTime(match.startedAt + t),
      t_ms: t,
      event_type: type,
      actor_id: by.id,
      actor_name: by.name,
      target_id: who.id,
      target_name: who.name,
      weapon,
      hitloc: hitLocation,
    });
  }
  return told;
}

/** Two points of each kill: where the killer stood, and where the other died. */
export function pointsOf(context: LibraryContext, match: StoredMatch, most: number): readonly MatchPoint[] {
  const people = peopleOf(context, match);
  const points: MatchPoint[] = [];
  const kills = momentsOf(context, match).filter(({ type }) => type === 'kill' || type === 'death');
  for (const { actor, target, from, to } of kills.slice(0, most)) {
    const ends = [
      { type: 'kill', place: actor === 0 ? null : from, person: people.get(actor) },
      { type: 'death', place: to, person: people.get(target) },
    ] as const;
    for (const { type, place, person = NOBODY } of ends)
      if (place !== null) points.push({ id: person.id, type, x: place[0], y: place[1], label: person.name });
  }
  return points;
}

/** None of a match that is not counted yet. */
function momentsOf({ db }: LibraryContext, { key }: StoredMatch): readonly Moment[] {
  const packed = db.prepare<[number], Uint8Array>('SELECT data FROM career_moments WHERE session = ?').pluck().get(key);
  return packed === undefined ? [] : readMoments(unpackMoments(packed));
}
