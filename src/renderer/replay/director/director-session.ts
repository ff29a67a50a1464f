/** The open session as the director needs it, and what its game's shots are like. */
import type { GameProfile } from '../../../shared/games/profile.ts';
import { CHANNEL } from '../../../shared/session/model.ts';
import type { LoadedSession } from '../playback/types.ts';
import type { Style } from './cameras.ts';
import type { DirectorSubject } from './tracks.ts';

/** `flat`: the recording says no heights, and everybody stands on the relief. */
export function directorSubject(
  { info, profile, entities, strings }: Pick<LoadedSession, 'info' | 'profile' | 'entities' | 'strings'>,
  flat: boolean,
): DirectorSubject {
  return {
    info,
    strings,
    teams: profile.teams.map(({ id }) => id),
    kinds: entities.map(({ id, kind }) => (id === 0 ? 'object' : kind)),
    middles: Float32Array.from(entities, ({ kind }) => profile.kinds[kind].height / 2),
    knowsHumans: info.channels.some(({ name }) => name === CHANNEL.human),
    flat,
  };
}

export function styleOf({ world, cameras }: GameProfile): Style {
  const isArena = world.kind === 'arena';
  return { isArena, fov: isArena ? 55 : 40, near: isArena ? 7 : 11, presets: cameras };
}
