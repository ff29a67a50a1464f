/** Words of games in German: as a game says them, and what they become. */
import { gameCaptures } from './game-captures.ts';
import { gameEvents } from './game-events.ts';
import { gameLabels } from './game-labels.ts';
import { gameStatistics } from './game-statistics.ts';

export const games: Readonly<Record<string, string>> = { ...gameLabels, ...gameEvents, ...gameCaptures, ...gameStatistics };
