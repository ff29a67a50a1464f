/** A session as the heat worker needs it, and which heatmaps it has anything for. */
import type { HeatProfile } from '../../../shared/games/profile.ts';
import type { HeatSubject } from '../../heat/heat-subject.ts';
import { firstTeams } from '../panels/use-teams.ts';
import type { LoadedSession } from '../playback/types.ts';

/** `as`: the open session that it is counted with, whose names say who is who. */
export function heatSubject({ info, profile, entities, strings }: LoadedSession, as: LoadedSession | null = null): HeatSubject {
  return {
    entityAs:
      as === null
        ? null
        : namesAs(
            entities.map(({ id, name }) => (id === 0 ? '' : name)),
            as.entities.map(({ id, name }) => (id === 0 ? '' : name)),
          ),
    stringAs: as === null ? null : namesAs(strings, as.strings),
    info,
    strings,
    teams: profile.teams.map(({ id }) => id),
    kinds: profile.heat,
    entityKinds: entities.map(({ id, kind }) => (id === 0 ? 'object' : kind)),
    firstTeams: firstTeams(profile, entities),
  };
}

/** Of each name its first index among others, -1 for none. */
function namesAs(names: readonly string[], others: readonly string[]): Int32Array {
  const known = new Map<string, number>();
  for (const [index, name] of others.entries()) if (name !== '' && !known.has(name)) known.set(name, index);
  return Int32Array.from(names, (name) => known.get(name) ?? -1);
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
