/** The games that Sandtable knows: a new one is a line here, its folder and its profile. */
import { armaProfile } from '../../../shared/games/arma.ts';
import { echovrProfile } from '../../../shared/games/echovr.ts';
import { mohaaProfile } from '../../../shared/games/mohaa.ts';
import type { CaptureField, GameProfile } from '../../../shared/games/profile.ts';
import type { GameAdapter } from '../game-adapter.ts';
import { sharedFormat } from '../share/format.ts';
import { armaAdapter } from './arma/adapter.ts';
import { echovrAdapter } from './echovr/adapter.ts';
import { mohaaAdapter } from './mohaa/adapter.ts';

const GAMES: readonly { readonly adapter: GameAdapter; readonly profile: GameProfile }[] = [
  { adapter: armaAdapter, profile: armaProfile },
  { adapter: echovrAdapter, profile: echovrProfile },
  { adapter: mohaaAdapter, profile: mohaaProfile },
];

/** Sessions of all of them can be shared. */
export const ADAPTERS: readonly GameAdapter[] = GAMES.map(({ adapter }) => ({
  ...adapter,
  formats: [...adapter.formats, sharedFormat(adapter.id)],
}));

/** What can be set of a capture; nothing for one that no profile has. */
export function captureFields(id: string): readonly CaptureField[] {
  return GAMES.flatMap(({ profile }) => profile.captures).find((capture) => capture.id === id)?.fields ?? [];
}

/** For people; the id itself for a game that is not registered. */
export function gameName(id: string): string {
  return GAMES.find(({ adapter }) => adapter.id === id)?.profile.name ?? id;
}
