/** Paths of the original that need accounts or tournaments, which Sandtable has not. */
import { missing, type Route } from './route.ts';

const TOURNAMENTS = 'Sandtable keeps no tournaments yet.';
const DEVICE = 'Sandtable has no accounts, so there is nothing to log in to.';
const DISCORD = 'Sandtable does not log in through Discord.';
const STEAM = 'Sandtable does not log in through Steam.';
const USERS = 'Sandtable has no accounts; players are found at /api/v1/stats/player.';

export const MISSING_ROUTES: readonly Route[] = [
  missing('GET', '/tournaments', 'Tournaments', TOURNAMENTS),
  missing('POST', '/tournaments', 'Tournaments', TOURNAMENTS),
  missing('GET', '/tournaments/{id}', 'Tournaments', TOURNAMENTS),
  missing('PUT', '/tournaments/{id}', 'Tournaments', TOURNAMENTS),
  missing('GET', '/tournaments/{id}/bracket', 'Tournaments', TOURNAMENTS),
  missing('GET', '/tournaments/{id}/standings', 'Tournaments', TOURNAMENTS),
  missing('POST', '/tournaments/{id}/register', 'Tournaments', TOURNAMENTS),
  missing('POST', '/tournaments/{id}/checkin', 'Tournaments', TOURNAMENTS),
  missing('POST', '/tournaments/matches/{id}/report', 'Tournaments', TOURNAMENTS),
  missing('POST', '/auth/device/init', 'Accounts', DEVICE, ['/auth/device']),
  missing('POST', '/auth/device/poll', 'Accounts', DEVICE, ['/auth/token']),
  missing('GET', '/auth/discord', 'Accounts', DISCORD),
  missing('GET', '/auth/discord/callback', 'Accounts', DISCORD),
  missing('GET', '/auth/steam', 'Accounts', STEAM),
  missing('GET', '/auth/steam/callback', 'Accounts', STEAM),
  missing('GET', '/users/me', 'Accounts', USERS),
  missing('GET', '/users/me/identities', 'Accounts', USERS),
];
