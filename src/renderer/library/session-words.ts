/** A session's facts in its game's words. */
import type { SessionRow } from '../../shared/engine-api.ts';
import { PROFILES } from '../../shared/games/profiles.ts';
import { formatCountOf } from '../ui/format.ts';
import { teamVariable } from '../ui/team-colours.ts';
import { words } from '../words/words.ts';

/** "3 sessions". */
export function sessionCount(count: number): string {
  const { session, sessions } = words().library;
  return formatCountOf(count, session, sessions);
}

export function gameName(game: string): string {
  return PROFILES[game]?.name ?? game;
}

export function worldName(game: string, world: string): string {
  return PROFILES[game]?.worldNames[world.toLowerCase()] ?? PROFILES[game]?.worldNames[world] ?? world;
}

/** CSS colour of a result that one team owns: it is named first ("NATO holds Anvil"), or its score is the greater ("12 : 9"). */
export function resultColour({ game, result }: Pick<SessionRow, 'game' | 'result'>): string | undefined {
  const profile = PROFILES[game];
  if (profile === undefined || result === null) return undefined;
  const score = /^(\d+) ?: ?(\d+)$/.exec(result);
  const winner =
    score === null
      ? profile.teams.find(({ id, label }) => startsWithWord(result, label) || startsWithWord(result, id))
      : profile.teams.find(
          ({ id }) =>
            id ===
            scoring(profile.score?.channels ?? {})[Number(score[1]) > Number(score[2]) ? 0 : Number(score[1]) < Number(score[2]) ? 1 : 2],
        );
  return winner === undefined ? undefined : teamVariable(winner.colour);
}

function scoring(channels: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(channels).slice(0, 2);
}

function startsWithWord(text: string, word: string): boolean {
  return text.toLowerCase().startsWith(word.toLowerCase()) && !/\w/.test(text.charAt(word.length));
}
