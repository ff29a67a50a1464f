/** Every path of the REST API. */
import { ACHIEVEMENT_ROUTES } from './achievement-routes.ts';
import { CLAIM_ROUTES } from './claims.ts';
import { LEADERBOARD_ROUTES } from './leaderboard-routes.ts';
import { LIVE_ROUTES } from './live-routes.ts';
import { MATCH_ROUTES } from './match-routes.ts';
import { MISSING_ROUTES } from './missing-routes.ts';
import { PLAYER_ROUTES } from './player-routes.ts';
import type { Route } from './route.ts';
import { SERVER_ROUTES } from './server-routes.ts';

export const ROUTES: readonly Route[] = [
  ...LEADERBOARD_ROUTES,
  ...PLAYER_ROUTES,
  ...MATCH_ROUTES,
  ...SERVER_ROUTES,
  ...LIVE_ROUTES,
  ...ACHIEVEMENT_ROUTES,
  ...CLAIM_ROUTES,
  ...MISSING_ROUTES,
];
