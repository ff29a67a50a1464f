/** Which team everybody is in at t: another array only when somebody changed sides, so that the roster is grouped anew only then. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { GameProfile } from '../../../shared/games/profile.ts';
import type { EntityInfo } from '../../../shared/session/model.ts';
import type { FrameState, Playback } from '../playback/types.ts';

/** By EntityId: index into the profile's teams, -1 for none; of those who are not there, where they were last seen. */
export function useTeams(playback: Playback, entities: readonly EntityInfo[]): Int8Array {
  const subscribe = useCallback((listener: () => void) => playback.onTick(listener), [playback]);
  const snapshot = useMemo(() => teamsAtT(playback, entities), [playback, entities]);
  return useSyncExternalStore(subscribe, snapshot);
}

function teamsAtT(playback: Playback, entities: readonly EntityInfo[]): () => Int8Array {
  let teams = firstTeams(playback.session.profile, entities);
  return () => {
    teams = teamsNow(teams, playback.state);
    return teams;
  };
}

/** Those that the recording gave them first. */
export function firstTeams(profile: GameProfile, entities: readonly EntityInfo[]): Int8Array {
  const order = new Map(profile.teams.map((team, index) => [team.id, index]));
  return Int8Array.from(entities, ({ team }) => order.get(team ?? '') ?? -1);
}

/** The same array when nobody who is there is in another team than before. */
export function teamsNow(before: Int8Array, { exists, team }: Pick<FrameState, 'exists' | 'team'>): Int8Array {
  let teams = before;
  for (let id = 0; id < before.length; id++) {
    const now = team[id] ?? -1;
    if (exists[id] !== 1 || now < 0 || now === before[id]) continue;
    if (teams === before) teams = before.slice();
    teams[id] = now;
  }
  return teams;
}
