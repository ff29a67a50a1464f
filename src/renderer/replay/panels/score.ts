/** The score at a moment, for games that keep one. */
import type { GameProfile } from '../../../shared/games/profile.ts';
import { SESSION_ENTITY } from '../../../shared/session/model.ts';
import { gameText } from '../../words/game-words.ts';
import type { Playback } from '../playback/types.ts';
import { gameClock } from '../transport/game-clock.ts';

export interface ScoredTeam {
  readonly team: GameProfile['teams'][number];
  /** Of the session entity. */
  readonly channel: string;
}

/** The two that play against each other, left one first; null when the game keeps no score. */
export function scoredTeams({ score, teams }: GameProfile): readonly [ScoredTeam, ScoredTeam] | null {
  const [first, second] = Object.entries(score?.channels ?? {}).flatMap(([id, channel]) => {
    const team = teams.find((candidate) => candidate.id === id);
    return team === undefined ? [] : [{ team, channel }];
  });
  return first === undefined || second === undefined ? null : [first, second];
}

export function pointsOf(playback: Playback, { channel }: ScoredTeam): number | null {
  const value = playback.value(SESSION_ENTITY, channel);
  return typeof value === 'number' ? Math.round(value) : null;
}

/** The game's first clock, without its hundredths: they flicker, and the transport shows them. */
export function boardClock(playback: Playback): string {
  const [clock] = playback.session.profile.clocks;
  return clock === undefined ? '' : gameClock(playback, clock).replace(/\.\d+$/, '');
}

/** What is going on, in the game's words. */
export function boardStatus(playback: Playback): string {
  const status = playback.session.profile.score?.status ?? null;
  const phase = status === null ? null : playback.value(SESSION_ENTITY, status);
  return typeof phase === 'string' ? gameText(phase.replaceAll('_', ' ')) : '';
}
