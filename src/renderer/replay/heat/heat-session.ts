/** The open session as the heat worker needs it, and which heatmaps it has anything for. */
import type { HeatProfile } from '../../../shared/games/profile.ts';
import type { HeatSubject } from '../../heat/heat-subject.ts';
import { firstTeams } from '../panels/use-teams.ts';
import type { LoadedSession } from '../playback/types.ts';

export function heatSubject({ info, profile, entities, strings }: LoadedSession): HeatSubject {
  return {
    info,
    strings,
    teams: profile.teams.map(({ id }) => id),
    kinds: profile.heat,
    entityKinds: entities.map(({ id, kind }) => (id === 0 ? 'object' : kind)),
    firstTeams: firstTeams(profile, entities),
  };
}

export function heatKinds({ info, profile, entities }: LoadedSession): readonly HeatProfile[] {
  const there = new Set(entities.filter(({ id }) => id !== 0).map(({ kind }) => kind));
  const channels = new Set(info.channels.map(({ name }) => name));
  return profile.heat.filter(({ from }) =>
    'events' in from
      ? from.events.some((type) => (info.eventsByType[type] ?? 0) > 0)
      : from.kinds.some((kind) => there.has(kind)) && (from.during === undefined || channels.has(from.during)),
  );
}
