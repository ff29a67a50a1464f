/** What can be done with chosen sessions. */
import { expect, test } from 'vitest';
import type { SessionRow } from '../../shared/engine-api.ts';
import { heatOf, isWhole } from './chosen.ts';

const row = (id: string, over: Partial<SessionRow> = {}): SessionRow => ({
  id,
  game: 'go',
  format: 'sgf',
  title: id,
  world: 'board',
  startedAt: null,
  importedAt: '2026-01-01T00:00:00Z',
  durationMs: 1,
  frames: 1,
  entities: 1,
  players: 1,
  events: 1,
  result: null,
  status: 'ready',
  warnings: 0,
  favourite: false,
  deletedAt: null,
  originalName: 'a.sgf',
  originalBytes: 1,
  libraryBytes: 1,
  spark: [],
  tags: [],
  ...over,
});

test('a heatmap counts sessions of one place together, and opens the newest', () => {
  const rows = [row('old'), row('new', { startedAt: '2026-02-02T00:00:00Z' }), row('older', { startedAt: '2025-01-01T00:00:00Z' })];
  expect(heatOf(rows)).toMatchObject({ first: { id: 'new' }, others: ['old', 'older'] });
  expect(heatOf([row('one')])).toMatchObject({ first: { id: 'one' }, others: [] });
});

test('there is none of several places, of nothing, and of what is not whole', () => {
  expect(heatOf([])).toBeNull();
  expect(heatOf([row('a'), row('b', { world: 'other' })])).toBeNull();
  expect(heatOf([row('a'), row('b', { game: 'chess' })])).toBeNull();
  expect(heatOf([row('a'), row('b', { status: 'live' })])).toBeNull();
  expect(isWhole(row('a', { status: 'partial' }))).toBe(true);
  expect(isWhole(row('a', { deletedAt: '2026-01-01T00:00:00Z' }))).toBe(false);
});
