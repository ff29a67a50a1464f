/** Achievements of everybody and of one player. */
import { achievementOf, allAchievements, progressOf } from './achievements.ts';
import { achievement, achievements, playerAchievements } from './answers/people.ts';
import { achievementId, guid } from './parameters.ts';
import { personOf } from './people.ts';
import { get, type Route } from './route.ts';

const TAG = 'Achievements';

export const ACHIEVEMENT_ROUTES: readonly Route[] = [
  get({
    path: '/achievements',
    tag: TAG,
    summary: 'What can be achieved, and how many have it',
    answer: achievements,
    run: (_asked, context) => allAchievements(context),
  }),
  get({
    path: '/achievements/{id}',
    tag: TAG,
    summary: 'One achievement',
    parameters: { id: achievementId },
    answer: achievement,
    refusals: [404],
    run: ({ id }, context) => achievementOf(context, id),
  }),
  get({
    path: '/achievements/player/{guid}',
    tag: TAG,
    summary: 'How far a player is',
    parameters: { guid },
    answer: playerAchievements,
    refusals: [404],
    run: (asked, context) => progressOf(context, personOf(context, asked.guid)),
  }),
];
