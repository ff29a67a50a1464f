import { expect, test } from 'vitest';
import { foundIn } from './remote-search.ts';

const recording = { id: 'a', title: 'Op Cold Harbour', world: 'enoch', date: '2026-03-07', durationMs: null, players: null, tag: 'TvT' };

test('every word has to be found, in whatever it says', () => {
  const found = ['', ' ', 'cold', 'COLD tvt', 'livonia harbour', '2026-03', 'enoch'];
  for (const search of found) expect(foundIn(recording, 'Livonia', search)).toBe(true);
  for (const search of ['warm', 'cold warm', '2025']) expect(foundIn(recording, 'Livonia', search)).toBe(false);
});
