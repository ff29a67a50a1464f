/** The profiles of all games, by SessionInfo.game. */
import { armaProfile } from './arma.ts';
import { echovrProfile } from './echovr.ts';
import { mohaaProfile } from './mohaa.ts';
import type { GameProfile } from './profile.ts';

export const PROFILES: Readonly<Record<string, GameProfile>> = {
  [armaProfile.id]: armaProfile,
  [echovrProfile.id]: echovrProfile,
  [mohaaProfile.id]: mohaaProfile,
};
