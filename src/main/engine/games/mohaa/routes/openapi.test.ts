/** The document of the REST API: valid, complete, and the answers that need no library are what it says. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { openApiDocument } from './openapi.ts';
import { pathNames } from './route.ts';
import { ROUTES } from './routes.ts';

test('is valid OpenAPI 3.1', async () => {
  const document = JSON.parse(JSON.stringify(openApiDocument(ROUTES))) as Record<string, unknown>;
  const validator = new Validator();
  const result = await validator.validate(document);
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

/** Of the original: its documentation, and what its code listened to besides. */
const ORIGINAL = `
GET /stats/leaderboard
GET /stats/leaderboard/weekly
GET /stats/leaderboard/weapon/{weapon}
GET /stats/leaderboard/map/{map}
GET /stats/player/{guid}
GET /stats/player/{guid}/matches
GET /stats/player/{guid}/weapons
GET /stats/player/{guid}/heatmap/{map}
GET /stats/match/{match}
GET /stats/match/{match}/timeline
GET /stats/server/{server}
GET /stats/live
GET /tournaments
POST /tournaments
GET /tournaments/{id}
PUT /tournaments/{id}
GET /tournaments/{id}/bracket
GET /tournaments/{id}/standings
POST /tournaments/{id}/register
POST /tournaments/{id}/checkin
POST /auth/device/init
POST /auth/device/poll
GET /auth/discord
GET /auth/discord/callback
GET /auth/steam
GET /auth/steam/callback
POST /auth/claim/init
POST /auth/claim/verify
GET /stats/global
GET /stats/matches
GET /stats/weapons
GET /stats/leaderboard/global
GET /stats/player/{guid}/deep
GET /stats/player/{guid}/deaths/{map}
GET /stats/player/{guid}/heatmap/body
GET /stats/player/{guid}/performance
GET /stats/map/{map}/heatmap
GET /stats/match/{match}/heatmap
GET /stats/match/{match}/advanced
GET /stats/query
GET /stats/server/{server}/stats
GET /stats/live/matches
GET /achievements
GET /achievements/player/{guid}
POST /auth/device
POST /auth/token
POST /tournaments/matches/{id}/report`;

test('has every path of the original, each operation once, and every name in a path is a parameter', () => {
  const { paths } = openApiDocument(ROUTES) as {
    paths: Readonly<
      Record<string, Readonly<Record<string, { operationId: string; parameters?: readonly { name: string; in: string }[] }>>>
    >;
  };
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
  const found = new Set(operations.map(({ path, method }) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`));
  expect(
    ORIGINAL.trim()
      .split('\n')
      .filter((line) => !found.has(line)),
  ).toEqual([]);
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  for (const { path, operation } of operations) {
    const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name);
    expect(inPath.toSorted(), `parameters of ${path}`).toEqual([...pathNames(path)].toSorted());
  }
});
